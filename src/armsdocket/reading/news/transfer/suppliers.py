"""Who arms whom in general: "Russia is India's largest arms supplier", "the top supplier of arms to Peru"."""

import re

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import arms_at
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import party_right
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.subjects import acts, group_of
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]

# "India's largest and oldest arms supplier"; "Peru's chief" is read as an office.
_OWNED = re.compile(r"(?:['’‘`]s?|(?<= chief)) (?:[\w-]+ ){0,4}")
_APPOSED = re.compile(r", (?:the )?")


def supplier_candidate(scene: Scene, cue: Cue) -> Candidate | None:
    """Give who is told to be the supplier of whom, or None when one of the two is not named."""
    buyers = _supplied(scene, cue)
    codes = {party.code for party in buyers}
    before = [party for party in scene.parties if party.end <= cue.start and acts(party)]
    behind = [p for p in scene.parties if _APPOSED.fullmatch(scene.folded, cue.end, max(p.start, cue.end))]
    sellers = [party for party in (*before, *behind) if party.code not in codes]
    if not buyers or not sellers:
        return None
    named = [goods for goods in scene.goods if cue.start <= goods.start < cue.end]
    arms = arms_at(cue.start, cue.end)
    return Candidate(scene, cue, buyers, group_of(scene, sellers[0]), tuple(named[:1]) or (arms,))


def _supplied(scene: Scene, cue: Cue) -> tuple[PartyMention, ...]:
    owners = [
        party
        for party in scene.parties
        if party.end <= cue.start and _OWNED.fullmatch(scene.folded, party.end, cue.start)
    ]
    return tuple(owners[-1:]) or party_right(scene, cue.end, scene.clause(cue.start)[1], {"to", "for"})
