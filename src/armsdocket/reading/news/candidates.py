"""Candidates for a transfer: each cue word of a sentence with what stands in its places."""

from dataclasses import replace

from armsdocket.reading.news.candidate import Candidate
from armsdocket.reading.news.noun_candidates import noun_candidate
from armsdocket.reading.news.parties import PartyMention
from armsdocket.reading.news.roles import acts
from armsdocket.reading.news.scenes import Scene
from armsdocket.reading.news.verb_candidates import verb_candidate
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]


def candidates(scene: Scene, topic: PartyMention | None) -> list[Candidate]:
    """Give the candidates of one sentence; ``topic`` is who "it" stands for."""
    found: list[Candidate] = []
    for cue in scene.cues:
        if _trapped(scene, cue):
            continue
        made = verb_candidate(scene, cue, topic) if cue.value.tense else noun_candidate(scene, cue, topic)
        if made is not None:
            found.append(_completed(made, found))
    return found


def _completed(made: Candidate, found: list[Candidate]) -> Candidate:
    """Take over the buyer of the clause before: "Russia gave Syria tanks, while Iran sent drones"."""
    last = found[-1] if found else None
    if made.buyers or not made.goods or not made.sellers or last is None or not last.buyers:
        return made
    sides = {made.cue.value.side, last.cue.value.side}
    if sides != {"supplies"} or made.cue.value.tense is None:
        return made
    return replace(made, buyers=last.buyers)


def _trapped(scene: Scene, cue: Cue) -> bool:
    """Tell whether the word is part of a phrase that means something else ("in order to")."""
    if any(term.value == "traps" and term.start < cue.end and cue.start < term.end for term in scene.terms):
        return True
    return scene.folded[max(0, cue.start - 1) : cue.start] == "-"


def topic_of(scene: Scene) -> PartyMention | None:
    """Give the party that the sentence is about, for the pronouns of the next one."""
    for party in scene.parties:
        if acts(party):
            return party
    return None
