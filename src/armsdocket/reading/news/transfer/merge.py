"""One transfer told in five sentences becomes one: tellings of the same buyer and goods are merged."""

import re
from dataclasses import replace

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.transfer.covered import of_earlier_aid
from armsdocket.reading.news.transfer.echoes import add_echoes
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.same_goods import name_key, same_goods, vagueness
from armsdocket.reading.news.transfer.story import Story, Telling, told_together
from armsdocket.reading.news.transfer.tense import HINT
from armsdocket.vocabulary.cues import cue_words


def merge(tellings: list[Telling], echoes: list[Telling]) -> tuple[list[Story], list[Telling]]:
    """Merge tellings into stories; give back those that name no buyer and fit no story.

    ``echoes`` name no goods; each goes to the story told last before it.
    """
    stories: list[Story] = []
    nameless: list[Telling] = []
    for telling in sorted(tellings, key=_order):
        if telling.buyer is None:
            nameless.append(telling)
            continue
        _add(stories, telling)
    loose = [telling for telling in nameless if not _settled(stories, telling)]
    loose = [telling for telling in loose if not _listed_with(stories, telling)]
    add_echoes(stories, echoes)
    return stories, loose


def _listed_with(stories: list[Story], telling: Telling) -> bool:
    """Give named or counted goods to the buyer of others of their list, and tell whether there is one."""
    buyers = {
        other.buyer.code: other.buyer
        for story in stories
        for other in story.tellings
        if any(item.candidate is telling.candidate for item in story.tellings) and other.buyer
    }
    unclear = telling.goods.generic and not telling.goods.count
    if len(buyers) != 1 or unclear or telling.verdict.polarity != "stated":
        return False
    give(stories, telling, next(iter(buyers.values())))
    return True


def tell_of_parts(stories: list[Story]) -> None:
    """Tell of "$619 million in arms" with all that is told in one breath with what the arms are.

    "Planes, radars and other arms" are such arms too.
    """
    for story in stories:
        for telling in [telling for telling in story.tellings if telling.sums and not telling.echo]:
            if telling.goods.vague or telling.along:
                for other in told_together(stories, [story])[1:]:
                    other.tellings.append(replace(telling, echo=True))


def _told_before(story: Story, telling: Telling) -> bool:
    return any(other.place < telling.place for other in story.tellings)


def in_order(stories: list[Story]) -> list[Story]:
    """Put stories and their tellings in the order of the text."""
    for story in stories:
        story.tellings.sort(key=lambda item: item.place)
    return sorted(stories, key=lambda story: story.tellings[0].place)


def _order(telling: Telling) -> tuple[int, bool, int]:
    """Put the most telling names first, of vague goods those with a seller first."""
    return vagueness(telling.goods), telling.goods.vague and telling.seller is None, telling.place


def _home(stories: list[Story], telling: Telling) -> Story | None:
    buyer = telling.buyer.code if telling.buyer else None
    fitting = [
        story
        for story in stories
        if story.buyer == buyer
        and same_goods(story.goods, telling.goods)
        and not _beside(story, telling)
        and not _other_arms(story, telling)
        and not _from_another(story, telling)
        and not (_in_general(telling) and not story.goods.generic)
    ]
    exact = [story for story in fitting if name_key(story.goods) == name_key(telling.goods)]
    if telling.goods.vague and not telling.seller and len({story.seller for story in fitting}) > 1:
        fitting = [story for story in fitting if _told_before(story, telling)] or fitting
        if len({story.seller for story in fitting if story.seller}) > 1:
            telling.sums = []
    if telling.seller:
        agreeing = [story for story in fitting if story.seller in {None, telling.seller.code}]
        if not agreeing and not telling.goods.generic:
            agreeing = exact
        fitting, exact = agreeing, [story for story in exact if story in agreeing]
    exact = [story for story in exact if not _other_lot(story, telling)]
    if not exact and not telling.goods.generic and any(_other_lot(story, telling) for story in fitting):
        return None
    if exact:
        same_lot = [story for story in exact if story.more == telling.goods.more]
        other_lot = _apart(telling) if telling.goods.more else _is_first_lot(exact, telling)
        if not same_lot and other_lot:
            return None
        return min(same_lot or exact, key=lambda story: _distance(story, telling))
    return min(fitting, key=lambda story: _distance(story, telling)) if fitting else None


def _other_arms(story: Story, telling: Telling) -> bool:
    """Tell whether arms of no kind come from a seller whom nothing told before of the goods names."""
    if telling.goods.vague == story.goods.vague:
        return False
    if telling.goods.vague:
        if all(_of_earlier(other) for other in story.tellings):
            return True
        later = all(other.place < telling.place for other in story.tellings)
        return later and telling.seller is not None and story.seller is None
    later = all(telling.place < other.place for other in story.tellings)
    return later and story.seller is not None and telling.seller is None


def _of_earlier(telling: Telling) -> bool:
    covers = telling.candidate.cue.value.side == "covers"
    return covers and of_earlier_aid(telling.candidate)


def _from_another(story: Story, telling: Telling) -> bool:
    """Tell whether one breath names another state that sends some: "Denmark and Estonia send howitzers"."""
    return any(
        other.candidate is telling.candidate
        and other.goods is telling.goods
        and other.seller is not None
        and other.seller != telling.seller
        for other in story.tellings
    )


def _in_general(telling: Telling) -> bool:
    """Tell whether a class stands in a list of all kinds: "aircraft, missiles, tanks and other weapons"."""
    goods = telling.candidate.goods
    classes = [item for item in goods if item.generic and not item.vague and item.count is None]
    return telling.goods in classes and len(classes) > 2 and any(item.vague for item in goods)


def _beside(story: Story, telling: Telling) -> bool:
    """Tell whether both stand in one list, each with its number or name: "TB2 and Akinci drones"."""
    if telling.goods.article and not telling.goods.generic:
        return any(
            other.place == telling.place
            and other.goods.article not in {None, telling.goods.article}
            and not _VERSION.search(_between(other, telling))
            for other in story.tellings
            if not other.goods.generic
        )
    if not telling.goods.generic or telling.goods.count is None:
        return False
    if _in_other_list(story, telling):
        return True
    covered = telling.candidate.cue.value.side == "covers"
    return any(
        other.place == telling.place
        and (other.goods.count or covered)
        and other.goods.start != telling.goods.start
        for other in story.tellings
    )


def _in_other_list(story: Story, telling: Telling) -> bool:
    """Tell whether two lists give other numbers: what a new package holds, and what was given before."""
    if telling.goods.count is None or not _is_listed(telling):
        return False
    numbers = {
        other.goods.count.number
        for other in story.tellings
        if other.place != telling.place and other.goods.count and _is_listed(other)
    }
    return bool(numbers) and telling.goods.count.number not in numbers


def _is_listed(telling: Telling) -> bool:
    """Tell whether goods stand in a list of what is given, each kind with its number."""
    counted = [goods for goods in telling.candidate.goods if goods.count]
    return telling.candidate.cue.value.side == "covers" or len(counted) >= _LIST


_LIST = 2


# "the F-15E, a version of the F-15": one article by two names.
_VERSION = re.compile(r"\b(?:versions?|variants?|models?|of the)\b")


def _between(one: Telling, other: Telling) -> str:
    first, last = sorted((one.goods, other.goods), key=lambda goods: goods.start)
    return one.candidate.scene.folded[first.end : last.start]


_PENDING = frozenset({"considered", "requested", "offered"})
_DONE = frozenset({"contracted", "delivered"})


def _other_lot(story: Story, telling: Telling) -> bool:
    """Tell whether two numbers at far ends of the way are two lots: 2 leased, 30 under negotiation."""
    counts = _numbers(story)
    if telling.goods.count is None or not counts or telling.goods.count.number in counts:
        return False
    if telling.candidate.guessed and not telling.goods.by_number:
        return False
    if (
        _in_other_list(story, telling)
        or _other_year(story, telling)
        or _other_seller(story, telling)
        or (telling.goods.more and telling.goods.by_number)
        or _before_that(telling)
    ):
        # "19 in 2023 and five more in February"
        return True
    stages = {other.verdict.stage for other in story.tellings if other.verdict.stage}
    mine = telling.verdict.stage
    if not stages or telling.verdict.strength <= HINT:
        return False
    if (telling.goods.more and mine == "contracted" and stages == {"delivered"}) or (
        story.more and mine == "delivered" and stages == {"contracted"}
    ):
        # "has six already; a further eight have been ordered"
        return True
    return (mine in _PENDING and stages <= _DONE) or (mine in _DONE and stages <= _PENDING)


def _before_that(telling: Telling) -> bool:
    """Tell whether an earlier deal is told of: "it previously signed a contract for eight"."""
    scene = telling.candidate.scene
    begin = max(scene.clause(telling.place)[0], telling.place - _PREVIOUS_REACH)
    return _PREVIOUS.search(scene.folded, begin, telling.place) is not None


_PREVIOUS = re.compile(r"\b(?:previously|had earlier|had already|in an earlier|a previous|an earlier)\b")
_PREVIOUS_REACH = 60


def _other_seller(story: Story, telling: Telling) -> bool:
    """Tell whether another number came from another country: four from here, three from there."""
    sellers = {other.seller.code for other in story.tellings if other.seller and other.goods.count}
    return telling.seller is not None and bool(sellers) and telling.seller.code not in sellers


def _other_year(story: Story, telling: Telling) -> bool:
    """Tell whether another number was ordered in another year: 24 in 2015, 30 now."""
    if telling.candidate.cue.value.word not in cue_words("ordering") or not (years := _years(telling)):
        return False
    ordered = [
        other
        for other in story.tellings
        if other.goods.count and other.candidate.cue.value.word in cue_words("ordering")
    ]
    return bool(ordered) and years.isdisjoint(year for other in ordered for year in _years(other))


def _years(telling: Telling) -> set[str]:
    begin, end = telling.candidate.scene.clause(telling.place)
    return {found.value[:4] for found in telling.candidate.scene.dates if begin <= found.passage.start < end}


def _distance(story: Story, telling: Telling) -> int:
    return min(abs(other.place - telling.place) for other in story.tellings)


def _apart(telling: Telling) -> bool:
    """Tell whether a further lot stands elsewhere on the way than a done deal: then it is another."""
    return telling.verdict.stage in {"considered", "requested", "cancelled", "offered"}


def _is_first_lot(stories: list[Story], telling: Telling) -> bool:
    """Tell whether a telling is of what came before further lots, still to be decided or to come."""
    if telling.verdict.stage == "delivered":
        return not any(other.verdict.stage == "delivered" for story in stories for other in story.tellings)
    return not _apart(telling) and _all_apart(stories)


def _all_apart(stories: list[Story]) -> bool:
    """Tell whether all that was told of are further lots still to be decided on."""
    return all(_apart(telling) for story in stories for telling in story.tellings)


def _settled(stories: list[Story], telling: Telling) -> bool:
    """Add a telling without a buyer to the one story it can belong to; tell whether it is dealt with."""
    if telling.candidate.cue.value.word == "export order" and not _told_beside(stories, telling):
        return False
    fitting = [
        story
        for story in stories
        if same_goods(story.goods, telling.goods)
        and not _beside(story, telling)
        and (telling.seller is None or story.seller in {None, telling.seller.code})
    ]
    exact = [story for story in fitting if name_key(story.goods) == name_key(telling.goods)]
    if telling.goods.generic and not exact:
        # "the planes" are those told of last.
        earlier = [
            story for story in fitting if any(other.place <= telling.place for other in story.tellings)
        ]
        exact = [min(earlier, key=lambda story: _distance(story, telling))] if earlier else []
        if telling.goods.vague:
            for story in told_together(stories, exact):
                story.remarks += telling.sums
            return bool(fitting)
    if exact and telling.goods.more and _apart(telling) and not any(story.more for story in exact):
        telling.buyer = next(other.buyer for other in exact[0].tellings if other.buyer)
        stories.append(Story([telling]))
        return True
    if exact and _outnumbers(exact, telling):
        return False
    told = _of_that_number(exact, telling) or _described(fitting, telling) or _summed_up(fitting, telling)
    for story in told:
        story.tellings.append(telling)
    return bool(exact or told)


def _outnumbers(stories: list[Story], telling: Telling) -> bool:
    """Tell whether more are told of than any of the stories has: 18 are none of six."""
    numbers = [number for story in stories for number in _numbers(story)]
    count = telling.goods.count
    return count is not None and bool(numbers) and count.number > max(numbers)


def _told_beside(stories: list[Story], telling: Telling) -> bool:
    """Tell whether its sentence tells of the sale too, or it is a title: "gets its first export order"."""
    scene = telling.candidate.scene
    return any(
        (scene.heading or other.candidate.scene is scene) and name_key(story.goods) == name_key(telling.goods)
        for story in stories
        for other in story.tellings
    )


def _of_that_number(stories: list[Story], telling: Telling) -> list[Story]:
    """Give the first story, or that of the same number: "the last of the 24" are of the 24 told of before."""
    number = telling.goods.count.number if telling.goods.count else None
    agreeing = [story for story in stories if number is not None and number in _numbers(story)]
    return (agreeing or stories)[:1]


def _numbers(story: Story) -> set[int]:
    return {other.goods.count.number for other in story.tellings if other.goods.count}


def _described(stories: list[Story], telling: Telling) -> list[Story]:
    """Give the stories that only describe what a telling names: "missiles", later "73 Standard Missile-3".

    Several buyers of one joint order are told of together, and so are their goods.
    """
    if telling.goods.generic:
        return []
    told = [story for story in stories if story.goods.generic and not story.goods.vague]
    return [story for story in told if story.tellings[0].place == told[0].tellings[0].place]


def _summed_up(stories: list[Story], telling: Telling) -> list[Story]:
    """Give the story of arms of no class, told before, that a telling names: "arms deals ... 30 Rafales"."""
    before = [story for story in stories if story.goods.vague and story.tellings[0].place < telling.place]
    return [max(before, key=lambda story: story.tellings[0].place)] if before else []


def give(stories: list[Story], telling: Telling, buyer: PartyMention) -> None:
    """Add a telling to the stories of the buyer it is found to have."""
    telling.buyer = buyer
    _add(stories, telling)


def _add(stories: list[Story], telling: Telling) -> None:
    """Add a telling to the story it belongs to, or begin one with it."""
    home = _home(stories, telling)
    if home is None:
        stories.append(Story([telling]))
        return
    home.tellings.append(telling)


def shared_sums(stories: list[Story]) -> frozenset[Passage]:
    """Give the sums that more than one transfer lays claim to: none of them has it alone.

    A transfer without a buyer is the same again, seen by who sells: "its first export order".
    """
    claimed: dict[Passage, set[int]] = {}
    for number, story in enumerate(stories):
        for found in [*(found for telling in story.tellings for found in telling.sums), *story.remarks]:
            if found.of != "unit" and story.buyer:
                claimed.setdefault(found.money.passage, set()).add(number)
    return frozenset(passage for passage, numbers in claimed.items() if len(numbers) > 1)
