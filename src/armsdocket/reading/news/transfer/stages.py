"""How far a transfer got, by the words beside its cue, and whether they state, deny or only imagine it."""

import re
from collections.abc import Callable
from dataclasses import replace

from armsdocket.reading.claims import Polarity, Stage
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.modality import lies_ahead, negated, undecided, unsigned
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.reach import weight
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.tense import Verdict, own
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import StageWord, phrase

_IF = re.compile(
    r"^[\"'“‘(\s]*(?:if|were|should|unless|in case|had)\b|\bif\b|\bin the event\b|\bwhether to\b|"
    r"\bwhether [^.;,]{2,40}\b(?:has|have|had)\b|"
    r"^[\"“(\s]*(?:when )?asked (?:by [\w ]{2,40} )?(?:whether|if|when|why)\b|\bwere .{1,60} to\b"
)
# "even if Britain and France supply them": the clause does not begin at "and".
_IF_BOTH = re.compile(r"\b(?:if|unless) (?:[\w.'’-]+ ){1,4}and (?:[\w.'’-]+ ){1,5}$")
# "refusing them would have led Peru to buy jets elsewhere"
_OUTCOME = re.compile(
    r"\b(?:would|could|might|may) (?:[^.;:]* )?"
    r"(?:lead|led|push(?:ed)?|drive|driven|forced?|prompt(?:ed)?|encouraged?) [^.;:]{0,30}\bto $"
)


def judge(candidate: Candidate) -> Verdict:
    """Weigh the cue's own tense against the stage words beside it; the strongest stands."""
    scene, cue = candidate.scene, candidate.cue
    told = own(candidate)
    best = told
    for word in scene.stage_words:
        strength = weight(candidate, word)
        if strength > best.strength:
            stage = _said(candidate, word)
            best = Verdict(stage, strength, word.start, word.end, ahead=word.value.name == "contract ahead")
    polarity = _polarity(scene, candidate, best)
    if told.stage is None and best is told and cue.value.tense is None:
        return Verdict(None, 0, cue.start, cue.end, polarity)
    return replace(best, polarity=polarity)


def _said(candidate: Candidate, word: Match[StageWord]) -> Stage | None:
    """Give the stage a word sets for this candidate."""
    said: Stage | None = word.value.stage  # type: ignore[assignment]
    return next(
        (turned for stage, holds, turned in _TURNED if stage == said and holds(candidate, word)), said
    )


_SIGNING = frozenset({"contract", "signature", "acceptance"})


def _to_be_signed(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether it is still to be signed: "the agreement will be signed soon", "to sign a contract"."""
    if word.value.name == "agreed":
        return unsigned(candidate.scene, word.start)
    return word.value.name in _SIGNING and lies_ahead(candidate.scene, word.start)


# A delivery that comes late is no sale held up.
_DELIVERING = re.compile(r"\b(?:deliver\w*|shipments?|arriv\w+|receiv\w+|backlog|production)\b")


def _late(candidate: Candidate, word: Match[StageWord]) -> bool:
    scene = candidate.scene
    delayed = scene.folded.startswith("delay", word.start)
    return delayed and _DELIVERING.search(scene.folded, scene.start, scene.end) is not None


def _own_approval(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether the buyer's own side approves to buy: that is no approval of the sale by who sells."""
    cue, folded = candidate.cue, candidate.scene.folded
    if cue.value.side == "acquires" and phrase(_BY_OWN).match(folded, word.end):
        return True
    if (
        cue.value.side != "acquires"
        or word.start > cue.start
        or folded.startswith(("clear", "been", "ok"), word.start)
    ):
        return False
    return _acted_by_buyer(candidate, word) or not _acted_by(candidate, word)


_BY_OWN = r" by (?:the |its |their |the country['’]s )?<own bodies>\b"


def _turned_down_by_buyer(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether the buyer declines: "Bulgaria turned down offers"; the seller stops nothing."""
    return candidate.cue.value.word == "offer" and _acted_by_buyer(candidate, word)


def _acted_by_buyer(candidate: Candidate, word: Match[StageWord]) -> bool:
    codes = {buyer.code for buyer in candidate.buyers}
    return any(party.code in codes for party in _acted_by(candidate, word))


def _acted_by(candidate: Candidate, word: Match[StageWord]) -> tuple[PartyMention, ...]:
    """Give who does what a stage word tells: the last party before it that can act."""
    before = [
        party
        for party in candidate.scene.parties
        if party.end <= word.start and party.nominal and not party.prep
    ]
    return tuple(before[-1:])


_PLAN = re.compile(r"\b(?:plans?|decisions?|intention)\b")


def _of_plan(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a buyer's plan is put off, not a sale: then it is still only considered."""
    scene = candidate.scene
    near = (
        scene.folded[max(scene.start, word.start - 24) : word.start] + scene.folded[word.end : word.end + 24]
    )
    return candidate.cue.value.side == "acquires" and _PLAN.search(near) is not None


def _agrees_to_give(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether somebody agrees to give or send: that offers; who agrees to buy or sell contracts."""
    return word.value.name == "agreed" and candidate.cue.value.plan == "offered"


def _of_gift(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether what is still to arrive was only promised: nobody contracts for a gift."""
    return word.value.name == "contract ahead" and candidate.cue.value.plan == "offered"


# A stage word, when it says another stage, and which.
_TURNED: tuple[tuple[Stage, Callable[[Candidate, Match[StageWord]], bool], Stage], ...] = (
    ("contracted", _to_be_signed, "considered"),
    ("accepted", _to_be_signed, "considered"),
    ("contracted", _agrees_to_give, "offered"),
    ("contracted", _of_gift, "offered"),
    ("held", _of_plan, "considered"),
    ("held", _late, "contracted"),
    ("state approved", _own_approval, "considered"),
    ("blocked", _turned_down_by_buyer, "cancelled"),
)


def _polarity(scene: Scene, candidate: Candidate, best: Verdict) -> Polarity:
    cue = candidate.cue
    begin, _ = scene.clause(cue.start)
    lead = scene.folded[begin : cue.start]
    if _OUTCOME.search(lead[-160:]):
        return "hypothetical"
    if best.stage in {"blocked", "cancelled", "held"} or (best.ahead and undecided(scene, cue.start)):
        return "stated"
    if cue.value.tense is not None:
        if _IF.search(lead[-160:]) or _IF_BOTH.search(scene.folded, scene.start, cue.start):
            return "hypothetical"
        if scene.folded.startswith(" no ", cue.end) or negated(scene, cue.start):
            return "denied"
    denied = any(
        term.value == "denial" and begin <= term.start <= cue.end and cue.start - term.end <= _DENIED_NEAR
        for term in scene.terms
    )
    return "denied" if denied else "stated"


_DENIED_NEAR = 80
