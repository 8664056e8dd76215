"""A contest for one order: the goods a state chooses among, each with who offers them."""

import re
from typing import NamedTuple

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import origin_of
from armsdocket.reading.news.transfer.same_goods import same_goods
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.subjects import is_subject
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]

# One alone is no contest; two goods that are offered may come from one state, which bought one abroad.
_FEWEST = 2
_FEWEST_OFFERS = 3
# Read "Chinese CATIC with its JF-17" and "KAI (Korea) with the FA-50".
_WITH_ITS = re.compile(r"(?: \([^()]*\))?,? (?:with|and|offering) (?:its|the|their) (?:[\w-]+ ){0,2}$")
_WITH_NEAR = 60
# " of the ", with room for a version.
_OF_NEAR = 16
_OFFERED_BY = re.compile(r" (?:(?:is|are|was|were|being|has been|have been) )?offered by (?:the )?")


class _Offer(NamedTuple):
    """Named goods, who offers them, and the code of the country they come from."""

    goods: Goods
    sellers: tuple[PartyMention, ...]
    maker: str


def contest(scene: Scene, topic: PartyMention | None) -> list[Candidate]:
    """Give one candidate for each contender that a sentence names, or none where it tells of no contest.

    "Peru shortlisted the Swedish Gripen and the French Rafale": one from Sweden, one from France.
    """
    cue = next((cue for cue in scene.cues if cue.value.side == "contests" or cue.value.word == "offer"), None)
    if cue is None:
        return []
    offers = _offers(scene)
    makers = {offer.maker for offer in offers}
    if len(makers) < (_FEWEST if cue.value.side == "contests" else _FEWEST_OFFERS):
        return []
    buyers = _chooser(scene, cue, makers, topic)
    return [Candidate(scene, cue, buyers, offer.sellers, (offer.goods,)) for offer in offers]


def _offers(scene: Scene) -> list[_Offer]:
    """Give each named article of a sentence once."""
    found: list[_Offer] = []
    for goods in scene.goods:
        sellers = () if goods.generic else _shown_by(scene, goods) or origin_of(scene, (goods,), ())
        code = sellers[0].code if sellers else goods.origin
        if goods.generic or code is None or any(same_goods(goods, other.goods) for other in found):
            continue
        found.append(_Offer(goods, sellers, code))
    return found


def _shown_by(scene: Scene, goods: Goods) -> tuple[PartyMention, ...]:
    """Give who competes with the goods, or whose they were: "KAI with the FA-50", "F-16s of Denmark"."""
    behind = [party for party in scene.parties if party.start > goods.end]
    owners = [party for party in behind if party.prep == "of" and party.start - goods.end <= _OF_NEAR]
    offered = [p for p in behind if _OFFERED_BY.fullmatch(scene.folded, goods.end, p.start)]
    if owners or offered:
        return tuple([*owners, *offered][:1])
    left = [party for party in scene.parties if 0 <= goods.start - party.end <= _WITH_NEAR]
    return tuple(left[-1:]) if left and _WITH_ITS.fullmatch(scene.folded, left[-1].end, goods.start) else ()


def _describes(scene: Scene, party: PartyMention) -> bool:
    """Tell whether a party only says where goods were: "ex-Danish F-16s"."""
    beside = any(0 <= goods.start - party.end <= 1 for goods in scene.goods)
    return party.form == "adjective" and beside


def _chooser(
    scene: Scene, cue: Cue, makers: set[str], topic: PartyMention | None
) -> tuple[PartyMention, ...]:
    """Give who is to choose: the one state of the sentence, or else the topic, that offers nothing.

    "Argentina has been offered Kfirs from Israel": who is offered them stands right before.
    """
    others = {
        party.code: party
        for party in scene.parties
        if party.code not in makers
        and party.is_country
        and party.form != "company"
        and party.prep not in {"of", "by"}
        and not _describes(scene, party)
    }
    offered = [party for party in others.values() if is_subject(scene, party, cue.start)]
    if offered:
        return tuple(offered[-1:])
    if others:
        return tuple(others.values()) if len(others) == 1 else ()
    return (topic,) if topic and topic.code not in makers else ()
