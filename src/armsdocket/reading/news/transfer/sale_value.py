"""The sums told with a transfer: of this sale, of one piece, or shared by several sales."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from armsdocket.reading.claims import Value, ValueOf
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.values.money import Money
from armsdocket.reading.values.quantity import Count, find_counts
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.phrase import Phrase
from armsdocket.vocabulary.transfer_terms import phrase


@dataclass(frozen=True, slots=True)
class SaleSum:
    """A sum and what it is the value of."""

    money: Money
    of: ValueOf
    part: bool = False
    """Told as a part of another sum: "of which 5 million"."""
    ahead: bool = False
    """What it is for stands behind it: "a 5 million contract for jets"."""


_SINCE = re.compile(r"\bsince (?:19|20)\d\d\b")
# "part of a ¤ package", "part of a larger deal worth ¤"
_LARGER = re.compile(
    r"\bpart of (?:an?|the) (?:[\w-]+ )*¤ (?:[\w-]+ )?(?:package|programme|program|donation|aid|arms deal)\b|"
    r"\bpart of (?:an?|the) (?:larger|wider|broader|bigger|package|programme|program)\b[^.;¤]*¤"
)
# "ordered 12 of the $9 million jets": the price of one.
_OF_THE = re.compile(r"\b(?:\d+|two|three|four|five|six|ten|dozen) of (?:the|its|these|those) $")
# "Replacing the jets, which it bought in 1989, could cost a billion": a sum for other goods.
_REPLACING = Phrase(r"\breplacing (?:[^.;]*)\bcosts?\b|\breplacements? (?:[^.;]*)\bcosts?\b", shared=True)
_NEAR = 90
# "90 million apiece, or 1 billion in all": what stands before is of another sum.
_APART = re.compile(r"[,;(]|\bor\b|\band\b")
_PAUSE = re.compile(r"[,;.:(]")


def _says(scene: Scene, name: str, start: int, end: int) -> bool:
    """Tell whether a word of a list stands between two places, as if nothing stood around them."""
    return transfer_terms.pattern(name).search_alone(scene.folded, start, end) is not None


def _unit_reach(scene: Scene, money: Money) -> int:
    """Say how far behind a sum "per unit" can stand: before the next sum, and not far."""
    after = _next_sum(scene, money)
    return min(24, after.passage.start - money.passage.end) if after else 24


def _next_sum(scene: Scene, money: Money) -> Money | None:
    at = bisect_left(scene.sums, money.passage.end, key=_start)
    return scene.sums[at] if at < len(scene.sums) else None


def _start(money: Money) -> int:
    return money.passage.start


def sale_sums(scene: Scene, near: int | None = None) -> list[SaleSum]:
    """Give the sums of a sentence that can be those of a transfer told in it, or only those by ``near``."""
    return [
        found
        for found in _of_sale(scene)
        if near is None or -_NEAR <= found.money.passage.start - near <= _NEAR
    ]


# Each candidate of a sentence asks for its sums.
@lru_cache(maxsize=8)
def _of_sale(scene: Scene) -> tuple[SaleSum, ...]:
    found = []
    for money in scene.sums:
        of = _value_of(scene, money)
        if of is not None:
            begin = money.passage.start
            left = scene.folded[max(scene.start, begin - _LEFT) : begin]
            part = _INCLUDING.search(left) is not None
            found.append(SaleSum(money, of, part, _is_for_next(scene, money)))
    return tuple(found)


# So far on either side of a sum stand the words that say what it is the value of.
_LEFT, _RIGHT = 60, 45


def _value_of(scene: Scene, money: Money) -> ValueOf | None:
    """Say what a sum is the value of by the words left and right of it; None for another kind of sum."""
    begin, end = money.passage.start, money.passage.end
    first, last = max(scene.start, begin - _LEFT), min(scene.end, end + _RIGHT)
    left, right = scene.folded[first:begin], scene.folded[end:last]
    before, beside = max(first, begin - 50), begin - len(_APART.split(left[-28:])[-1])
    behind = end + len(_PAUSE.split(right[:24])[0])
    if (
        _says(scene, "per unit", end, min(last, end + _unit_reach(scene, money)))
        or _says(scene, "per unit", beside, begin)
        or _OF_THE.search(left)
    ):
        return "unit"
    if (
        _says(scene, "other sums", before, begin)
        or _says(scene, "other sums", end, behind)
        or _REPLACING.search(scene.folded, scene.start, begin)
    ):
        return None
    priced = (
        _says(scene, "sale words", first, begin)
        or _says(scene, "price words", first, begin)
        or _says(scene, "sale words", end, last)
    )
    if not priced and not _is_for_next(scene, money):
        return None
    larger = _LARGER.search(f"{left[-50:]}¤{right}") is not None
    if not larger and phrase(_OF_PROGRAMME).match(right):
        return None
    shared = (
        larger
        or _says(scene, "shared sums", before, begin)
        or _SINCE.search(left[-50:]) is not None
        or _holds_another(scene, money)
    )
    return "shared" if shared else "total"


# "a ¤ fighter programme": what all of it costs.
_OF_PROGRAMME = r"[ -](?:[\w'’-]+ ){0,3}?<programmes>\b"


def priced_sums(scene: Scene) -> list[SaleSum]:
    """Give the sums of a sentence that words of price stand beside: "would cost", "put it at", "a ¤ deal"."""
    found = []
    for item in sale_sums(scene):
        begin, end = item.money.passage.start, item.money.passage.end
        left = scene.folded[max(scene.start, begin - _PRICE_REACH) : begin]
        right = scene.folded[end : min(scene.end, end + _PRICE_REACH)]
        if phrase(_PRICE).search(left) or phrase(_PRICED_SALE).match(right):
            found.append(item)
    return found


_PRICE_REACH = 60
_PRICE = r"\b<price words>\b[^.;,]*$"
_PRICED_SALE = r"[ -](?:[\w-]+ ){0,2}?<priced nouns>\b"


def _holds_another(scene: Scene, money: Money) -> bool:
    """Tell whether the next sum is a part of this one, for other goods: "¤, including ¤ for guns"."""
    after = _next_sum(scene, money)
    if not after or _INCLUDING.search(scene.folded, money.passage.end, after.passage.start) is None:
        return False
    return any(goods.start > after.passage.end and not goods.vague for goods in scene.goods)


_INCLUDING = re.compile(r",? (?:including|of which) [^.;]{0,20}$")


def _is_for_next(scene: Scene, money: Money) -> bool:
    """Tell whether a sum is that of the goods behind it: "a ¤ order of 12 jets", "¤ worth of tanks"."""
    end = money.passage.end
    behind = next((goods.start for goods in scene.goods if goods.start >= end), end)
    return _FOR_NEXT.fullmatch(scene.folded, end, behind) is not None


_CLAUSE = r"(?!(?:after|before|when|while|as|since|and|but|from|that|which|until|because)\b)"
_FOR_NEXT = re.compile(
    rf"[ -](?:{_CLAUSE}[\w'’-]+ ){{0,4}}?(?:for|of|on|in|to (?:buy|purchase|acquire|supply|deliver|build)) "
    rf"(?:{_CLAUSE}[\w'’-]+ ){{0,6}}?"
)


def as_value(text: str, found: SaleSum, of: ValueOf) -> Value:
    """Tie a sum to its passage."""
    passage = found.money.passage
    return Value(
        value=found.money.amount,
        as_written=passage.words(text),
        passage=passage,
        currency=found.money.currency,
        of=of,
        bound=found.money.bound,
    )


_UNITS = re.compile(
    r"\s+(?:units|aircraft|planes|jets|helicopters|missiles|systems|vehicles|pieces|examples)\b"
)


def count_of(candidate: Candidate) -> Count | None:
    """Give the number in "the order for 24 units"."""
    scene, cue = candidate.scene, candidate.cue
    for count in find_counts(scene.text, cue.end, min(scene.end, cue.end + 40)):
        between = scene.folded[cue.end : count.passage.start].split()
        if between in (["for"], ["of"], []) and _UNITS.match(scene.folded, count.passage.end):
            return count
    return None
