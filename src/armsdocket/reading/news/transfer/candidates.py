"""Candidates for a transfer: each cue word of a sentence with what stands in its places."""

import re
from dataclasses import replace

from armsdocket.reading.news.transfer.apposition import spelt_out
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.contests import contest
from armsdocket.reading.news.transfer.gapping import with_gapped
from armsdocket.reading.news.transfer.noun_candidates import noun_candidate
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.subjects import acts
from armsdocket.reading.news.transfer.suppliers import supplier_candidate
from armsdocket.reading.news.transfer.verb_candidates import verb_candidate
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]


def candidates(scene: Scene, topic: PartyMention | None) -> list[Candidate]:
    """Give the candidates of one sentence; ``topic`` is who "it" stands for."""
    contenders = contest(scene, topic)
    if contenders:
        return contenders
    found: list[Candidate] = []
    for written in scene.cues:
        if written.value.side == "contests":
            continue
        cue = _as_verb(scene, written)
        if _trapped(scene, cue):
            continue
        made = _made(scene, cue, topic)
        if made is not None:
            whole = (
                _supplied_by_choice(made, found) or _bought_by_deal(made, found) or _completed(made, found)
            )
            found += with_gapped(spelt_out(_destined(whole)))
    return found


def _made(scene: Scene, cue: Cue, topic: PartyMention | None) -> Candidate | None:
    if cue.value.tense:
        return verb_candidate(scene, cue, topic)
    if cue.value.word == _SUPPLIER:
        return supplier_candidate(scene, cue)
    return noun_candidate(scene, cue, topic)


# "India's largest arms supplier"
_SUPPLIER = "supplier"
_DESTINED = re.compile(
    r",? (?:which (?:is|are) )?(?:intended|destined|meant|earmarked|bound|designated) for (?:the )?|"
    r" for (?:\w+ )?(?:transfer|delivery|shipment|export) to (?:the )?"
)


def _destined(made: Candidate) -> Candidate:
    """Give the goods to whom they are meant for: "ordered six jets intended for Thailand"."""
    scene = made.scene
    ends = {goods.end for goods in made.goods}
    meant = [
        party
        for party in scene.parties
        if any(end < party.start and _DESTINED.fullmatch(scene.folded, end, party.start) for end in ends)
    ]
    if not meant or meant[0].code in {buyer.code for buyer in made.buyers}:
        return made
    sold_by = made.sellers or tuple(party for party in made.buyers if party.code != meant[0].code)
    return replace(made, buyers=tuple(meant[:1]), sellers=sold_by)


def _supplied_by_choice(made: Candidate, found: list[Candidate]) -> Candidate | None:
    """Give what who was chosen or asked is to supply: "Peru selected yards in Spain to supply frigates"."""
    last = found[-1] if found else None
    if last is None or last.goods or not last.buyers or last.cue.value.word not in cue_words("choosing"):
        return None
    if (
        made.buyers
        or made.cue.value.side != "supplies"
        or not 0 <= made.cue.start - last.cue.end <= _CHOSEN_NEAR
    ):
        return None
    if {buyer.code for buyer in made.buyers} - {buyer.code for buyer in last.buyers}:
        # "asked Germany for permission to send Leopards to Ukraine"
        return None
    if _INFINITIVE.search(made.scene.folded, last.cue.end, made.cue.end) is None:
        return None
    buyers = {buyer.code for buyer in last.buyers}
    chosen = {
        party.code: party
        for party in made.scene.parties
        if last.cue.end <= party.start < made.cue.start and party.code not in buyers
    }
    # Of several nobody says who supplies what.
    sellers = tuple(chosen.values()) if len(chosen) == 1 else ()
    return replace(made, cue=last.cue, buyers=last.buyers, sellers=sellers)


def _bought_by_deal(made: Candidate, found: list[Candidate]) -> Candidate | None:
    """Give what a deal is for: "a deal signed by Qatar in May to buy 12 jets"."""
    last = found[-1] if found else None
    if last is None or last.goods or not last.buyers or last.cue.value.side != "deals" or made.buyers:
        return None
    if made.cue.value.side != "acquires" or not 0 <= made.cue.start - last.cue.end <= _CHOSEN_NEAR:
        return None
    if _INFINITIVE.search(made.scene.folded, last.cue.end, made.cue.end) is None:
        return None
    return replace(made, buyers=last.buyers, sellers=made.sellers or last.sellers)


_CHOSEN_NEAR = 160
_INFINITIVE = re.compile(r"\bto \w+$")


def _completed(made: Candidate, found: list[Candidate]) -> Candidate:
    """Take over the buyer of the clause before: "Russia gave Syria tanks, while Iran sent drones"."""
    last = found[-1] if found else None
    if last is None or not last.buyers or not (made.goods or made.cue.value.word == _AID):
        return made
    if made.cue.value.side == "deals" and (made.guessed or not made.buyers) and not last.guessed:
        # "arms sales to Saudi Arabia, including a deal for missiles"
        return replace(made, buyers=last.buyers, sellers=last.sellers, guessed=False)
    if not made.buyers and _is_object(made, last) and (not made.sellers or _takes_over(made, last)):
        return replace(made, buyers=last.buyers, sellers=last.sellers)
    if made.buyers or not made.sellers:
        return made
    sides = {made.cue.value.side, last.cue.value.side}
    if sides != {"supplies"} or made.cue.value.tense is None:
        return made
    return replace(made, buyers=last.buyers)


def _is_object(made: Candidate, last: Candidate) -> bool:
    """Tell whether a noun is what the verb before it takes: "provided Russia with shipments of drones"."""
    near = 0 <= made.cue.start - last.cue.end <= _OBJECT_NEAR
    return made.cue.value.tense is None and last.cue.value.tense is not None and not last.goods and near


def _takes_over(made: Candidate, last: Candidate) -> bool:
    """Tell whether the noun took the receiver for the giver: "will provide Kyiv with a military package"."""
    receivers = {party.code for party in last.buyers}
    return last.cue.value.side == "supplies" and {party.code for party in made.sellers} <= receivers


_OBJECT_NEAR = 60
# A package may be told of before what it holds.
_AID = "aid"
# Before "offers" or "orders", these make it a plural noun.
_PLURAL = re.compile(
    r"\b(?:the|its|their|these|those|any|all|some|several|many|rival|other|two|three|four|such|new|foreign|export|"
    r"of|down|reject\w*|declin\w*)\s+$"
)
_MODAL = re.compile(
    r"\b(?:will|would|may|might|can|could|should|shall|must|cannot|not|won't|to)\s+(?:also\s+|soon\s+|now\s+)?$"
)


def _as_verb(scene: Scene, cue: Cue) -> Cue:
    """Read "order" as a verb in "would order", where the list has it as a noun."""
    if cue.value.tense is None and _MODAL.search(scene.folded, max(scene.start, cue.start - 24), cue.start):
        verb = transfer_terms.base_verb(cue.value.word)
        return Match(cue.start, cue.end, verb) if verb else cue
    if cue.value.tense == "present" and _PLURAL.search(
        scene.folded, max(scene.start, cue.start - 24), cue.start
    ):
        return Match(cue.start, cue.end, cue.value._replace(tense=None, plan=cue.value.done))
    return cue


def _trapped(scene: Scene, cue: Cue) -> bool:
    """Tell whether the word is part of a phrase that means something else ("in order to")."""
    if any(
        term.value == "traps"
        and term.start < cue.end
        and cue.start < term.end
        and not _deal_in_arms(scene, cue, term)
        for term in scene.terms
    ):
        return True
    if scene.folded[max(0, cue.start - 1) : cue.start] == "-" or _deals_with(scene, cue):
        return True
    behind = _NEXT_WORD.match(scene.text, cue.end, min(scene.end, cue.end + 24))
    if behind is None or scene.heading or not scene.text[cue.start].isupper():
        return False
    return fold(behind[1]) in transfer_terms.words("heads of bodies")


def _deal_in_arms(scene: Scene, cue: Cue, term: Match[str]) -> bool:
    """Tell whether a deal in goods is made with somebody: "an arms deal with the Saudis"."""
    goods = any(goods.end == cue.start - 1 for goods in scene.goods)
    return goods and any(party.start == term.end + 1 for party in scene.parties)


def _deals_with(scene: Scene, cue: Cue) -> bool:
    """Tell whether somebody copes with something: "as Moscow deals with a mutiny"."""
    if not scene.folded.startswith("deals with ", cue.start):
        return False
    return any(party.end == cue.start - 1 and party.nominal for party in scene.parties)


# "Defence Acquisition Council": a word of transfer within the name of a body.
_NEXT_WORD = re.compile(r"\s([A-Z]\w+)")


def topic_of(scene: Scene) -> PartyMention | None:
    """Give the party that the sentence is about, for the pronouns of the next one."""
    for party in scene.parties:
        if acts(party):
            return party
    return None
