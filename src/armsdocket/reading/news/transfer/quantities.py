"""How many a transfer is of: what was delivered, or else the whole of what was ordered."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Stage
from armsdocket.reading.news.transfer.same_goods import head_class, name_key
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.story import Story, Telling
from armsdocket.reading.news.transfer.tense import HINT
from armsdocket.reading.values.quantity import Count, count_at, find_counts
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.transfer_terms import phrase

_OWNED = r"(?:(?:the|its|their|his|an order (?:for|of)) |\w+(?: \w+)?['’]s? )?"
_OF_WHOLE = rf" (?:<pieces> )?(?:out )?of {_OWNED}"
_ONE_OF = rf"\b(?P<which><ordinals>) of {_OWNED}$"
_LAST = r"\b<last ones>\s+(?:(?:batch|lot|group|set|pair) of )?$"
_REACH = 40
_MEASURE = r" <pieces> of (?:[a-z][\w-]* ){0,7}$"
_MEASURE_REACH = 90


class Share(NamedTuple):
    """The number that stands with goods, and the whole that it is a part of, when that is told."""

    part: Count
    whole: Count
    begins: bool = False
    """The part is the beginning of all: "the first of two"."""


def share_of(telling: Telling) -> Share | None:
    """Give how many are told of and of how many: "six of the 24", "the second of four"."""
    text = telling.candidate.scene.text
    count = telling.goods.count or _measured(telling)
    if count is None or _optional(telling, count):
        return None
    start, end = count.passage.start, count.passage.end
    before, behind = fold(text[max(0, start - _REACH) : start]), fold(text[end : end + _REACH])
    if one := phrase(_ONE_OF).search(before):
        at = start - len(before) + one.start("which")
        first = Count(1, "exactly", Passage(at, at + len(one["which"])))
        return Share(count if phrase(_LAST).fullmatch(f"{one['which']} ") else first, count, begins=True)
    if part := _counted_before(text, start, phrase(rf"{_OF_WHOLE}$").search(before)):
        return _share(text, part, count)
    of = phrase(_OF_WHOLE).match(behind)
    whole = count_at(text, end + of.end()) if of else None
    return Share(count, count) if whole is None else _share(text, count, whole)


def _optional(telling: Telling, count: Count) -> bool:
    """Tell whether so many may be bought later: "with an option for a further six"."""
    scene, place = telling.candidate.scene, count.passage.start
    option = phrase(_OPTION).search(scene.folded, max(scene.start, place - _REACH), place)
    return option is not None and phrase(_TAKEN).search(scene.folded, scene.start, place) is None


_TAKEN = r"\b<taking up>\b"
_OPTION = r"\b<options>(?: \w+){0,3} $"


def _counted_before(text: str, place: int, of: re.Match[str] | None) -> Count | None:
    """Give the number before "of Qatar's 24 jets"."""
    end = place - len(of.group()) if of else place
    counts = find_counts(text, max(0, end - _REACH), end) if of else []
    return next((count for count in counts if count.passage.end == end), None)


def _share(text: str, part: Count, whole: Count) -> Share:
    """Give a part and its whole: all of it with "the last six of the 24"."""
    if whole.number <= part.number:
        return Share(part, part)
    before = fold(text[max(0, part.passage.start - _REACH) : part.passage.start])
    return Share(whole if phrase(_LAST).search(before) else part, whole)


def _measured(telling: Telling) -> Count | None:
    """Give the number of "three batteries of the coastal variant of the BrahMos"."""
    scene = telling.candidate.scene
    called = (goods for goods in scene.goods if name_key(goods) == name_key(telling.goods))
    return next((count for goods in called if (count := _pieces_of(scene, goods.start))), None)


def _pieces_of(scene: Scene, place: int) -> Count | None:
    begin = max(scene.start, place - _MEASURE_REACH)
    of = phrase(_MEASURE).search(scene.folded, begin, place)
    counts = find_counts(scene.text, begin, place) if of else []
    return next((count for count in counts if of and count.passage.end == of.start()), None)


def quantity(story: Story, stage: Stage | None) -> Count | None:
    """Give what was delivered when that is the stage, and else the whole of what was ordered."""
    told = [telling for telling in story.tellings if not telling.echo]
    if stage == "delivered":
        arrived = _arrived(story, told)
        if arrived or any(map(_has_begun, told)):
            return arrived
    return _ordered(told) or _ordered(story.tellings) or story.count or _single(told)


def _single(tellings: Sequence[Telling]) -> Count | None:
    """Give one for "a frigate", "another patrol ship": vessels are told of one by one."""
    for telling in tellings:
        scene, goods = telling.candidate.scene, telling.goods
        inside = scene.start <= goods.start < scene.end
        if not inside or head_class(scene.folded[goods.start : goods.end]) not in _VESSELS:
            continue
        one = phrase(_ONE).search(scene.folded, max(scene.start, goods.start - _REACH), goods.start)
        if one and not scene.folded[goods.start : goods.end].endswith("s"):
            return Count(1, "exactly", Passage(one.start("one"), one.end("one")))
    return None


_VESSELS = frozenset({"ship", "submarine"})
_ONE = r"\b(?P<one><one piece>) (?:[\w-]+ ){0,3}$"


def _arrived(story: Story, tellings: Sequence[Telling]) -> Count | None:
    """Give the number that stands nearest to the words by which it was delivered."""
    counting = [
        telling
        for telling in tellings
        if telling.goods.count
        and telling.verdict.stage == "delivered"
        and not telling.shared_with
        and not telling.goods.more
    ]
    if not counting:
        return None
    telling = min(counting, key=lambda telling: _doubt(story, telling))
    found = share_of(telling)
    single = _single(tellings) if not _names(story, telling) else None
    return single or (found.part if found else None)


def _has_begun(telling: Telling) -> bool:
    """Tell whether goods of which only the first came have no number: "the first batch of missiles"."""
    scene, place = telling.candidate.scene, telling.goods.start
    if telling.verdict.stage != "delivered" or telling.goods.count or not scene.start <= place < scene.end:
        return False
    return phrase(_FIRST_LOT).search(scene.folded, max(scene.start, place - _REACH), place) is not None


_FIRST_LOT = (
    r"\b(?:first|initial) (?:(?:batch|lot|tranche|shipment|consignment|delivery) of )?(?:[\w-]+ ){0,3}$"
)


def _names(story: Story, telling: Telling) -> bool:
    """Tell whether a telling calls the goods by the story's own name, or only counts them."""
    return telling.goods.by_number or name_key(telling.goods) == name_key(story.goods)


def _doubt(story: Story, telling: Telling) -> tuple[bool, bool, int]:
    """Say how doubtful a number is: of goods by another name, by a hint, far from the words of delivery."""
    far = abs(telling.goods.start - telling.verdict.start)
    return not _names(story, telling), telling.verdict.strength <= HINT, far


def _ordered(tellings: Sequence[Telling]) -> Count | None:
    """Give the first number told; that of a part or of several buyers only where no other is."""
    counting = [(telling, found) for telling in tellings if (found := share_of(telling)) is not None]
    if not counting:
        return None
    telling, found = min(counting, key=lambda item: _partial(item[0], item[1], counting))
    # "25 out of the 96" are 25; "the first six of 24" are the beginning of all.
    begins = found.begins or telling.goods.part or _coming(telling)
    return found.whole if begins else found.part


def _partial(telling: Telling, found: Share, counting: list[tuple[Telling, Share]]) -> bool:
    part = telling.goods.part and found.whole is telling.goods.count
    part = part or (_coming(telling) and _ordered_beside(telling, counting))
    return part or telling.goods.more or bool(telling.shared_with)


def _coming(telling: Telling) -> bool:
    """Tell whether a delivery is still to come: "will deliver three"."""
    cue = telling.candidate.cue.value
    return telling.verdict.ahead and cue.tense is not None and cue.done == "delivered"


def _ordered_beside(telling: Telling, counting: list[tuple[Telling, Share]]) -> bool:
    """Tell whether its sentence also tells of the whole: "three ... as part of a deal for nine"."""
    scene = telling.candidate.scene
    return any(other.candidate.scene is scene and not _coming(other) for other, _ in counting)
