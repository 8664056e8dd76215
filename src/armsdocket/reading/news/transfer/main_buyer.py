"""Whom an article is about: the buyer of goods whose sentence names none."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.refusals import sold_abroad
from armsdocket.reading.news.transfer.roles import approver
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.story import Story, Telling
from armsdocket.vocabulary.transfer_terms import phrase

# The title and the first sentences say whom an article is about.
_OPENING = 4
# So many times more often than any other must a country be told of to be the one.
_MARGIN = 2


def main_buyer(
    cast: Sequence[Scene], stories: Sequence[Story], loose: Sequence[Telling]
) -> PartyMention | None:
    """Give the one buyer an article is about, or None when there are several or none.

    Without any told buyer it is the country that opens the article and is named most, no seller.
    """
    told = [telling.buyer for story in stories for telling in story.tellings if telling.buyer]
    opening = {party.code for scene in islice(cast, _OPENING) for party in scene.parties}
    if told:
        titled = [
            t.buyer for story in stories for t in story.tellings if t.buyer and t.candidate.scene.heading
        ]
        if len({party.code for party in titled}) == 1 and _is_most_told(titled[0], told):
            return titled[0]
        return _foremost(told, {party.code for party in told} if len(told) > 1 else opening)
    sellers = {telling.seller.code for telling in loose if telling.seller}
    named = [
        party for scene in cast for party in scene.parties if _can_buy(party) and party.code not in sellers
    ]
    return _foremost(named, opening)


def recipient(cast: Sequence[Scene]) -> PartyMention | None:
    """Give the one country that the title, or the first sentence, says something is for: "guns for Kyiv"."""
    opening = [party for scene in cast[:_TITLE] if scene.heading for party in scene.parties]
    opening = opening or [party for scene in cast[:1] for party in scene.parties]
    meant = [party for party in opening if party.prep in {"for", "to"} and party.nominal and _can_buy(party)]
    return meant[0] if len({party.code for party in meant}) == 1 else None


_TITLE = 2


def _is_most_told(party: PartyMention, told: Sequence[PartyMention]) -> bool:
    times = Counter(other.code for other in told)
    return times[party.code] == max(times.values())


def _can_buy(party: PartyMention) -> bool:
    return party.form != "company" and party.is_country and party.prep not in {"in", "at", "near", "from"}


def _foremost(parties: Sequence[PartyMention], opening: Iterable[str]) -> PartyMention | None:
    times = Counter(party.code for party in parties)
    ranked = times.most_common(2)
    if not ranked or ranked[0][0] not in opening:
        return None
    if len(ranked) > 1 and ranked[0][1] < _MARGIN * ranked[1][1]:
        return None
    return next(party for party in parties if party.code == ranked[0][0])


# A bare noun hints at a stage with less than this; goods told so weakly are given to nobody.
_WEAKEST = 25


# An article on one country tells of the aid it gets.
_AID = "aid"
_REPLACED = re.compile(r"\breplac\w+ (?:[\w-]+ ){0,5}$")


def fits_main_buyer(telling: Telling, buyer: PartyMention, sellers: set[str], *, told: bool) -> bool:
    """Tell whether goods without a buyer can be the main buyer's: named, counted or priced, no other meant.

    Where no sentence names a buyer (``told`` is False) the sentence must name him beside the seller.
    """
    goods, scene = telling.goods, telling.candidate.scene
    if not _tells_enough(telling) or telling.verdict.polarity != "stated" or sold_abroad(telling):
        return False
    if _REPLACED.search(scene.folded, max(scene.start, goods.start - 60), goods.start):
        return False
    seller = telling.seller.code if telling.seller else goods.origin
    if buyer.code in {seller, goods.origin}:
        return False
    others = [party for party in scene.parties if party.form != "adjective" or party.possessive]
    approving = {party.code for party in approver(scene, telling.candidate.cue, ())}
    here = {party.code for party in others if _can_buy(party)} - approving
    if not told and telling.candidate.cue.value.word != _AID:
        # "Peru asked Chile to stop the sale": who asks buys nothing.
        return buyer.code in here and telling.seller is not None and telling.seller.prep != "told"
    return buyer.code in here or not here - sellers - {goods.origin}


def _tells_enough(telling: Telling) -> bool:
    """Tell whether goods are named, or a class of them is counted or priced and told of with some force."""
    goods = telling.goods
    if goods.vague:
        return False
    if not goods.generic:
        return True
    counted = bool(goods.count or telling.sums or _many(telling))
    return counted and telling.verdict.strength >= _WEAKEST


def _many(telling: Telling) -> bool:
    """Tell whether a loose number stands before goods: "thousands of rockets"."""
    scene, start = telling.candidate.scene, telling.goods.start
    return phrase(_MANY).search(scene.folded, max(scene.start, start - _MANY_NEAR), start) is not None


_MANY = r"\b<loose numbers> of (?:[\w-]+ ){0,2}$"
_MANY_NEAR = 48
