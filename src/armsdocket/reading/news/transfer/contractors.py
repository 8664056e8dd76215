"""Which companies make or sell what a transfer is of."""

import re
from collections.abc import Sequence

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Contractor
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.scenes import Scene, word_before
from armsdocket.reading.news.transfer.story import Telling
from armsdocket.vocabulary.articles import article
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.organisations import names_of, organisation
from armsdocket.vocabulary.transfer_terms import phrase

_MAKES = r"\b<making>\b[^.;:]{0,60}$"
_WON = r"\W+(?:[\w<>.]+\s+){0,4}<winning>\b"
_BESIDE = 30


def _makes(telling: Telling, party: PartyMention) -> bool:
    """Tell whether a company makes or sells these goods; others of the sentence only speak or compare."""
    scene, goods = telling.candidate.scene, telling.goods
    if any(party.start == seller.start for seller in telling.candidate.sellers):
        return True
    if _of_others(telling, party) or _is_rival(scene, party):
        return False
    called = (fold(party.company or ""), scene.folded[party.start : party.end])
    if goods.article and any(_is_maker(article(goods.article).maker, name) for name in called):
        return True
    beside = 0 <= goods.start - party.end <= _BESIDE and not _BETWEEN.search(
        scene.folded, party.end, goods.start
    )
    return (
        beside
        or phrase(_MAKES).search(scene.folded, max(scene.start, party.start - 80), party.start) is not None
        or phrase(_WON).match(scene.folded, party.end, min(scene.end, party.end + 60)) is not None
    )


def _is_rival(scene: Scene, party: PartyMention) -> bool:
    """Tell whether a company lost: "rejecting a rival bid from", "beating"."""
    return word_before(scene, "rivalry", party.start, _RIVAL_REACH, _NO_STOP) is not None


_RIVAL_REACH = 60
_NO_STOP = re.compile(r"[^.;,]*")


def _of_others(telling: Telling, party: PartyMention) -> bool:
    """Tell whether a company makes other goods of the sentence: by its country, or for they stand nearer."""
    goods, others = telling.goods, telling.candidate.scene.goods
    if goods.origin not in {None, party.code} and any(other.origin == party.code for other in others):
        return True
    own = {item.start for item in telling.candidate.goods}
    return any(goods.end <= other.start < party.start and other.start not in own for other in others)


def _is_maker(maker: str | None, company: str) -> bool:
    """Tell whether a company is the maker or, by its other names, a member of the joint venture that is."""
    if maker is None or not company:
        return False
    names = [fold(name) for name in names_of(organisation(maker))]
    return any(company in name or name in company for name in names)


_BETWEEN = re.compile(r"[,;:]|\b(?:and|said|says|told|over|than|or|with|for|to)\b")


def contractors(text: str, tellings: Sequence[Telling]) -> tuple[Contractor, ...]:
    """Give the companies that make or sell the goods, each once."""
    found: dict[str, Contractor] = {}
    for telling in tellings:
        for party in telling.candidate.scene.parties:
            if party.company and party.company not in found and _makes(telling, party):
                found[party.company] = Contractor(
                    value=party.company,
                    as_written=text[party.start : party.end],
                    passage=Passage(party.start, party.end),
                )
    return tuple(found.values())
