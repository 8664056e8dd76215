"""What a word of transfer tells by its own tense: bought, will buy, its order to buy."""

import re
from dataclasses import dataclass

from armsdocket.reading.claims import Polarity, Stage
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.modality import (
    emphatic,
    lies_ahead,
    negated,
    undecided,
    unreal,
    unsigned,
)
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import act_of_delivery
from armsdocket.reading.news.transfer.scenes import Scene, word_before
from armsdocket.reading.news.transfer.verb_candidates import is_passive
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stage one telling gives, how strongly, and the words that say so."""

    stage: Stage | None
    strength: int
    start: int
    end: int
    polarity: Polarity = "stated"
    ahead: bool = False
    """True when the words speak of what is still to come: a date beside them is not the stage's."""


DONE, FIRM, AHEAD, HINT, WEAK = 60, 55, 35, 25, 15
_UNDER_WAY = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+|also\s+|already\s+)?$")
_DONE_ING = re.compile(
    r"\b(?:after|having|is|are|was|were|been|begun|began|begins?|started|starts?|keeps|kept|continues)\s+"
    r"(?:\w+ly\s+|also\s+|already\s+)?$"
)


def own(candidate: Candidate) -> Verdict:
    """Say what the cue tells by its own tense."""
    if candidate.cue.value.tense is None:
        return _of_noun(candidate)
    return _of_verb(candidate)


def _of_noun(candidate: Candidate) -> Verdict:
    cue, scene = candidate.cue, candidate.scene
    done: Stage | None = cue.value.done  # type: ignore[assignment]
    if done is None and _owned_purchase(candidate):
        return Verdict("contracted", WEAK, cue.start, cue.end)
    if (done == "contracted" or cue.value.word in _DEALT) and _concluded(candidate):
        return Verdict("contracted", DONE, cue.start, cue.end)
    if done == "contracted" and _WILL_BE.match(scene.folded, cue.end):
        return Verdict("considered", HINT, cue.start, cue.end, ahead=True)
    if cue.value.word == "aid" and (_announced(scene, cue) or _holds(scene, cue)):
        return Verdict("state approved", AHEAD, cue.start, cue.end, ahead=True)
    if done == "delivered" and (coming := _delivery_to_come(scene, cue)):
        return coming
    return Verdict(done, HINT if done else 0, cue.start, cue.end)


def _delivery_to_come(scene: Scene, cue: Match[TransferCue]) -> Verdict | None:
    """Say what a delivery that nobody says is done tells: nothing, a contract kept, a promise."""
    if _AGREED.search(scene.folded, max(scene.start, cue.start - 40), cue.start):
        return Verdict(None, 0, cue.start, cue.end)
    if _still_to_come(scene, cue):
        return Verdict("contracted", HINT, cue.start, cue.end, ahead=True)
    if _WOULD.match(scene.folded, cue.end):
        return Verdict(None, 0, cue.start, cue.end)
    return Verdict("offered", HINT, cue.start, cue.end, ahead=True) if _promised(scene, cue) else None


def _holds(scene: Scene, cue: Match[TransferCue]) -> bool:
    """Tell whether what a package holds is told: "a security assistance package that includes tanks"."""
    return _HOLDING.match(scene.folded, cue.end) is not None


_HOLDING = re.compile(
    r"(?: (?:for|to) [\w ]{2,24})?,? (?:(?:that|which|also|will|would) )*"
    r"(?:include|contain|comprise|cover)[sd]?\b"
)


def _announced(scene: Scene, cue: Match[TransferCue]) -> bool:
    """Tell whether aid is announced, by whoever gives it: "announced $800 million in security assistance"."""
    return word_before(scene, "announces", cue.start, _ANNOUNCED_REACH, _ONE_CLAUSE) is not None


_ANNOUNCED_REACH = 80
_ONE_CLAUSE = re.compile(r"[^.;:]*")


# "contracts for the delivery of tanks" tells of contracts, not of a delivery.
_AGREED = re.compile(
    r"\b(?:contracts?|agreements?|deals?|orders?|talks|memorandum|tenders?|plans?|negotiations|letters?) "
    r"(?:for|on|over|about) (?:the )?$"
)


# "Deliveries would only prolong the war" says of none that it was made.
_WOULD = re.compile(
    r"(?:(?!\b(?:is|was|were|has|had|have|that|which|who|said)\b)[^.;,]){0,60}? (?:would|could|might)\b"
)


def _of_verb(candidate: Candidate) -> Verdict:
    cue, scene = candidate.cue, candidate.scene
    value = cue.value
    done: Stage | None = value.done  # type: ignore[assignment]
    plan: Stage | None = value.plan  # type: ignore[assignment]
    left = scene.folded[max(scene.start, cue.start - 48) : cue.start]
    if _state_will_sell(candidate, left) or _state_will_give(candidate, left):
        return Verdict("state approved", AHEAD, cue.start, cue.end, ahead=True)
    if value.tense == "past":
        ahead = lies_ahead(scene, cue.start) and (is_passive(scene, cue) or " be " in left[-12:])
        ahead = ahead or unreal(scene, cue.start)
    elif value.tense == "ing":
        ahead = not (_DONE_ING.search(left) or _for_doing(scene, cue) or _beside_done(scene, cue))
        ahead = ahead and not (_BY_DOING.search(left) and not lies_ahead(scene, cue.start))
    elif value.tense == "base":
        deal = _object_of_deal(candidate)
        if deal is not None and unsigned(scene, deal):
            return Verdict("considered", DONE, cue.start, cue.end, ahead=True)
        if value.side == "supplies" and _OFFER_TO.search(left):
            return Verdict("offered", DONE, cue.start, cue.end, ahead=True)
        did = emphatic(scene, cue.start) or _REGRETTED.search(left) is not None
        ahead = deal is None and not did
        done = done if ahead or did else "contracted"
    else:
        ahead = False
    if value.tense == "ing" and done == "delivered" and _UNDER_WAY.search(left):
        # "is donating" promises, "is delivering" and "is receiving" keep a contract
        done = plan if value.side == "supplies" else "contracted"
    if value.tense == "present" and done == "delivered":
        # "Norway gives Ukraine launchers", "Peru gets tanks": a headline's present can be a promise.
        return Verdict(done, HINT, cue.start, cue.end)
    if value.side == "acquires" and undecided(scene, cue.start):
        return Verdict("considered", AHEAD, cue.start, cue.end, ahead=True)
    firm = not ahead and done not in {"considered", "requested"}
    return Verdict(plan if ahead else done, DONE if firm else AHEAD, cue.start, cue.end, ahead=ahead)


_WILL = re.compile(r"\b(?:will|would|is to|are to) (?:also |now |soon )?(?:to )?$")


# "the Russian offer to supply 21 jets"
_OFFER_TO = re.compile(r"\b(?:offers?|proposals?|bids?) (?:to )?$")


def _beside_done(scene: Scene, cue: Match[TransferCue]) -> bool:
    """Tell whether it goes along with what was done: "have backed the rebels, providing them with arms"."""
    return _HAS_DONE.search(scene.folded, scene.clause(cue.start)[0], cue.start) is not None


_HAS_DONE = re.compile(r"\b(?:has|have|had) (?:\w+ly )?\w+ed\b[^.;:]*, $")


# "fans the war by covertly supplying arms", "it meddles there, supplying the rebels"
_BY_DOING = re.compile(r"(?:\bby|,)(?: \w+ly)? $")


def _for_doing(scene: Scene, cue: Match[TransferCue]) -> bool:
    """Tell whether it is thanked for or blamed: "thanked Peru for providing tanks", "wrong in selling"."""
    if not scene.folded.endswith((" for ", " in ", " of "), scene.start, cue.start):
        return False
    return _BLAMES.search(scene.folded, max(scene.start, cue.start - _BLAMED_REACH), cue.start) is not None


_BLAMES = re.compile(
    r"\b(?:thank|prais|credit|applaud|commend|accus|critici[sz]|blam|condemn|sanction|denounc)\w*\b"
    r"[^.;,]* (?:for|of) $|\b(?:wrong|mistaken?|erred|error|guilty) (?:in|of) $"
)
_BLAMED_REACH = 90
# "it was wrong to sell arms": it was done.
_REGRETTED = re.compile(r"\b(?:was|were) (?:an? )?(?:wrong|mistaken?|error) to $")


def _state_will_sell(candidate: Candidate, left: str) -> bool:
    """Tell whether a government says that it will sell: the decision of a state that no company has made."""
    value = candidate.cue.value
    decides = value.word in _SOLD and _DECISION.search(left) is not None
    sells = decides or (value.word == "sell" and _WILL.search(left) is not None)
    return sells and value.tense == "base" and _states(candidate.sellers)


def _state_will_give(candidate: Candidate, left: str) -> bool:
    """Tell whether a government says that it gives: "Sweden is donating vehicles" tells of its decision."""
    value = candidate.cue.value
    said = {"ing": _GIVING, "base": _WILL_GIVE}.get(value.tense or "")
    gives = value.plan == "offered" and value.done == "delivered"
    if not gives or said is None or not _states(candidate.sellers):
        return False
    # a title's "Norway to give Ukraine tanks" says that it will
    titled = candidate.scene.heading and value.tense == "base" and left.endswith(" to ")
    return titled or said.search(left) is not None


def _states(sellers: tuple[PartyMention, ...]) -> bool:
    return bool(sellers) and all(seller.form != "company" for seller in sellers)


_GIVING = re.compile(r"\b(?:is|are|will be) (?:\w+ly |also |already |now )?$")
_WILL_GIVE = re.compile(r"\b(?:will|has decided to|have decided to|decided to) (?:also |now |soon )?$")


_SOLD = frozenset({"sell", "supply", "export"})
_DECISION = re.compile(r"\bdecision (?:by [^.;,]{3,40} )?(?:to )?$")


# "The contract will be worth a billion": there is none yet.
_WILL_BE = re.compile(
    r"(?:(?!\b(?:is|was|has|had|have|that|which|who|said)\b)[^.;,]){0,60}?\b(?:will|would) be (?!deliver)"
)


def _still_to_come(scene: Scene, cue: Match[TransferCue]) -> bool:
    """Tell whether a noun's own verb speaks of what is to come: "delivery will take place"."""
    act = act_of_delivery(scene, cue)
    if act is not None and _MODAL.search(scene.folded, max(scene.start, act - 24), act):
        return True
    coming = transfer_terms.pattern("to come").search(scene.folded, cue.end, scene.clause(cue.start)[1])
    if coming is None:
        return False
    verbs = (other.start for other in scene.cues if other.value.tense and other.start > cue.end)
    return coming.start() - cue.end <= _COMING_REACH and not any(start < coming.start() for start in verbs)


_COMING_REACH = 100
_MODAL = re.compile(r"\b(?:will|would|to|should|may|could)\s+(?:soon\s+)?$")


def _promised(scene: Scene, cue: Match[TransferCue]) -> bool:
    """Tell whether a supply is only announced: "announced the supply of 19 jets"."""
    given = cue.value.word in _GIVEN
    return given and word_before(scene, "promises", cue.start, _PROMISE_REACH, _THE) is not None


_PROMISE_REACH = 40
_GIVEN = frozenset({"supply", "provision"})
_THE = re.compile(r"\s+(?:the\s+|its\s+|a\s+|further\s+)*")


def _object_of_deal(candidate: Candidate) -> int | None:
    """Give where the deal stands that is for it: "its order to buy", "an agreement to supply"."""
    cue, scene = candidate.cue, candidate.scene
    deals = (
        other.start
        for other in scene.cues
        if other.end <= cue.start
        and other.value.word in _DEALT
        and not other.value.tense
        and _OF_DEAL.fullmatch(scene.folded, other.end, cue.start)
    )
    return next(deals, None)


# "an order to buy", "a deal in 2011 to sell", "a contract with Saab worth 5 million to supply"
_OF_DEAL = re.compile(r" (?:(?:in|last|this|earlier|with|worth|signed|won|from) [^.;,]{1,40} )?(?:to )?")


_DEALT = frozenset({"order", "contract", "deal"})
_CONCLUDES = r"\b<concluded>\s+(?!(?:on|by|in|under|with|for|from|to|at)\b)(?:[\w$€£¥.’'-]+\s+){0,6}$"


def _concluded(candidate: Candidate) -> bool:
    """Tell whether an order is told as placed, whatever its sum: "has placed a $40 million order"."""
    cue, scene = candidate.cue, candidate.scene
    begin = max(scene.start, cue.start - 60)
    concludes = transfer_terms.phrase(_CONCLUDES).search(scene.folded, begin, cue.start)
    if concludes is None or negated(scene, concludes.start()):
        return False
    return not lies_ahead(scene, concludes.start())


_OWNED = re.compile(r"(?:\b(?:its|their)|['’]s?) (?:\w+ )?$")


def _owned_purchase(candidate: Candidate) -> bool:
    """Tell whether "its purchase of", "Turkey's purchase of" speaks of a deal as done."""
    cue, scene = candidate.cue, candidate.scene
    return (
        cue.value.side == "acquires"
        and bool(candidate.goods)
        and _OWNED.search(scene.folded, max(scene.start, cue.start - 24), cue.start) is not None
    )
