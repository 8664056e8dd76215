"""How far a transfer got, by the words beside its cue, and whether they state, deny or only imagine it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from armsdocket.reading.claims import Polarity, Stage
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.parties import PartyMention
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.verb_candidates import is_passive
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import StageWord


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
STILL_OPEN = 87
"""The strength of words by which it is still weighed, whatever was refused before."""
_STOPPED = 78
"""From this strength on, a stage (held, blocked, cancelled) reaches over the end of its clause."""
_NEAR, _FAR = 90, 140
_LOUD = 70
"""Stage words from this strength on ("notified Congress") reach farther."""
_UNDER_WAY = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+|also\s+|already\s+)?$")
_NOT = re.compile(
    r"(?:(?:\bnot|\bnever|n't|\bno|\bwithout|\bneither|\bnor|yet to|\bhardly)\s+(?:\w+\s+){0,2}|"
    r"\bno(?:ne)?\s+(?:\w+\s+){0,4})$"
)
_AHEAD = re.compile(
    r"\b(?:to|will|would|may|might|can|could|should|shall|must|cannot)\s+(?:\w+ly\s+|also\s+|soon\s+|not\s+|first\s+)?"
    r"(?:be\s+|have\s+been\s+|have\s+)?(?:\w+ly\s+)?$"
)
_DONE_ING = re.compile(
    r"\b(?:is|are|was|were|been|begun|began|begins?|started|starts?|keeps|kept|continues)\s+"
    r"(?:\w+ly\s+|also\s+|already\s+)?$"
)
_IF = re.compile(
    r"^[\"'“‘(\s]*(?:if|were|should|unless|in case|had)\b|\bif\b|\bin the event\b|\bwhether to\b|"
    r"\bwere .{1,60} to\b"
)


def judge(candidate: Candidate) -> Verdict:
    """Weigh the cue's own tense against the stage words beside it; the strongest stands."""
    scene, cue = candidate.scene, candidate.cue
    own = _own(candidate)
    best = own
    for word in scene.stage_words:
        strength = _weight(candidate, word)
        if strength > best.strength:
            stage = _said(candidate, word)
            best = Verdict(stage, strength, word.start, word.end, ahead=word.value.name == "contract ahead")
    polarity = _polarity(scene, candidate, best)
    if own.stage is None and best is own and cue.value.tense is None:
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
        return _unsigned(candidate.scene, word.start)
    return word.value.name in _SIGNING and _lies_ahead(candidate.scene, word)


_TO_SIGN = re.compile(
    r"\b(?:to|will|would|may|might|can|could|should|shall|must)\s+(?:\w+ly\s+|also\s+|soon\s+)?(?:be\s+)?"
    r"(?:sign|ink|seal|conclude|clinch|finali[sz]e)(?:e?d)?\s+(?:[\w-]+\s+){0,4}$"
)


def _unsigned(scene: Scene, place: int) -> bool:
    """Tell whether an agreement at ``place`` is still to be signed: "will sign an agreement to buy"."""
    return _TO_SIGN.search(scene.folded, max(scene.start, place - 60), place) is not None


def _lies_ahead(scene: Scene, word: Match[StageWord]) -> bool:
    return _AHEAD.search(scene.folded, max(scene.start, word.start - 48), word.start) is not None


# A delivery that comes late is no sale held up.
_DELIVERING = re.compile(r"\b(?:deliver\w*|shipments?|arriv\w+|receiv\w+|backlog|production)\b")


def _late(candidate: Candidate, word: Match[StageWord]) -> bool:
    scene = candidate.scene
    delayed = scene.folded.startswith("delay", word.start)
    return delayed and _DELIVERING.search(scene.folded, scene.start, scene.end) is not None


def _own_approval(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether the buyer's own side approves to buy: that is no approval of the sale by who sells."""
    cue, folded = candidate.cue, candidate.scene.folded
    if (
        cue.value.side != "acquires"
        or word.start > cue.start
        or folded.startswith(("clear", "been", "ok"), word.start)
    ):
        return False
    return _acted_by_buyer(candidate, word) or not _acted_by(candidate, word)


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


# An approval that is still needed: "awaits the approval of", "subject to approval by".
_AWAITED = re.compile(
    r"\b(?:await\w*|pending|subject to|need\w*|requir\w*|seek\w*|sought|without|before|until|waiting for|"
    r"waits for|wait for|asked for|asking for|depends? on|if|unless|once|after)\s+(?:[\w'’.-]+\s+){0,4}$"
)


_TO_COME = re.compile(r"\b(?:to|will|would|must|may|might|could|should|can|cannot)\s+$")


def _awaited(scene: Scene, word: Match[StageWord]) -> bool:
    if word.value.stage not in {"state approved", "review ended"}:
        return False
    left = max(scene.start, word.start - 60)
    if scene.folded.startswith("approve ", word.start) and _TO_COME.search(scene.folded, left, word.start):
        return True
    return _AWAITED.search(scene.folded, left, word.start) is not None


_FAILED = re.compile(
    r"\bfail\w*\b|\bf(?:a|e)ll\w* short\b|\bdefeat\w*\b|\bvoted down\b|\bvetoe[sd]\b|\breject\w*\b|"
    r"\bturn\w* (?:back|down|aside)\b|\bhalt\w* (?:an |the )?(?:effort|attempt|bid)"
)


_ONLY_IF = re.compile(r"\b(?:unless|if|should|could|can|may|might|would|whether|until)\b[^.;]{0,60}$")


def _failed(scene: Scene, word: Match[StageWord]) -> bool:
    """Tell whether a resolution came to nothing or is only possible: "unless a resolution passes"."""
    if word.value.stage != "disapproval introduced":
        return False
    possible = _ONLY_IF.search(scene.folded, max(scene.start, word.start - 80), word.start) is not None
    return possible or _FAILED.search(scene.folded, scene.start, scene.end) is not None


_EFFORT = re.compile(
    r" (?:an? |the |its |their )?(?:[\w'’.-]+ ){0,2}(?:efforts?|attempts?|bids?|moves?|resolutions?)\b"
)


def _undone(scene: Scene, word: Match[StageWord]) -> bool:
    """Tell whether what is stopped is itself a try to stop the sale: "halts efforts to prevent"."""
    return word.value.stage in {"blocked", "held"} and _EFFORT.match(scene.folded, word.end) is not None


_INTENDS = ("plan", "intend", "aim")


def _intends_to_give(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a firm intention to give or deliver is told: the verb's own promise says more."""
    value = candidate.cue.value
    gives = value.side == "supplies" and value.plan in {"offered", "contracted"} and value.tense == "base"
    return gives and word.value.name == "plan" and candidate.scene.folded.startswith(_INTENDS, word.start)


def _of_noun(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether another word of transfer takes the stage: "jets landed, ending a sale that was frozen"."""
    cue = candidate.cue
    if cue.value.tense != "past" or word.value.strength < _STOPPED:
        return False
    return any(
        other.value.tense is None and cue.end <= other.start and other.end <= word.start
        for other in candidate.scene.cues
    )


def _own(candidate: Candidate) -> Verdict:
    """Say what the cue tells by its own tense."""
    cue, scene = candidate.cue, candidate.scene
    value = cue.value
    done: Stage | None = value.done  # type: ignore[assignment]
    plan: Stage | None = value.plan  # type: ignore[assignment]
    if value.tense is None:
        if done is None and _owned_purchase(candidate):
            return Verdict("contracted", WEAK, cue.start, cue.end)
        if done == "contracted" and _concluded(candidate):
            return Verdict(done, DONE, cue.start, cue.end)
        return Verdict(done, HINT if done else 0, cue.start, cue.end)
    left = scene.folded[max(scene.start, cue.start - 48) : cue.start]
    if value.tense == "past":
        ahead = _AHEAD.search(left) is not None and (is_passive(scene, cue) or " be " in left[-12:])
    elif value.tense == "ing":
        ahead = _DONE_ING.search(left) is None
    elif value.tense == "base":
        deal = _object_of_deal(candidate)
        if deal is not None and _unsigned(scene, deal):
            return Verdict("considered", DONE, cue.start, cue.end, ahead=True)
        ahead = deal is None
        done = done if ahead else "contracted"
    else:
        ahead = False
    if value.tense == "ing" and value.side == "supplies" and done == "delivered" and _UNDER_WAY.search(left):
        done = plan  # "is donating" promises, "is delivering" keeps a contract
    if scene.heading and value.tense == "present" and plan == "offered":
        # "Norway gives Ukraine launchers": a headline's present tells of a promise as well.
        return Verdict(done, HINT, cue.start, cue.end)
    firm = not ahead and done not in {"considered", "requested"}
    return Verdict(plan if ahead else done, DONE if firm else AHEAD, cue.start, cue.end, ahead=ahead)


def _object_of_deal(candidate: Candidate) -> int | None:
    """Give where the deal stands that is for it: "its order to buy", "an agreement to supply"."""
    cue, scene = candidate.cue, candidate.scene
    deals = (
        other.start
        for other in scene.cues
        if other.end <= cue.start
        and other.value.word in _DEALT
        and not other.value.tense
        and scene.folded[other.end : cue.start] in {" to ", " "}
    )
    return next(deals, None)


_CONCLUDES = re.compile(
    r"\b(?:placed|awarded|signed|won|landed|secured|clinched|concluded|sealed|inked)\s+(?:[\w$€£¥.’'-]+\s+){0,6}$"
)


def _concluded(candidate: Candidate) -> bool:
    """Tell whether an order is told as placed, whatever its sum: "has placed a $40 million order"."""
    cue, scene = candidate.cue, candidate.scene
    begin = max(scene.start, cue.start - 60)
    concludes = _CONCLUDES.search(scene.folded, begin, cue.start)
    if concludes is None or _negated(scene, concludes.start()):
        return False
    return _AHEAD.search(scene.folded, max(scene.start, concludes.start() - 40), concludes.start()) is None


_DEALT = frozenset({"order", "contract", "deal"})
_OWNED = re.compile(r"(?:\b(?:its|their)|['’]s?) (?:\w+ )?$")


def _owned_purchase(candidate: Candidate) -> bool:
    """Tell whether "its purchase of", "Turkey's purchase of" speaks of a deal as done."""
    cue, scene = candidate.cue, candidate.scene
    return (
        cue.value.side == "acquires"
        and bool(candidate.goods)
        and _OWNED.search(scene.folded, max(scene.start, cue.start - 24), cue.start) is not None
    )


def _weight(candidate: Candidate, word: Match[StageWord]) -> int:
    """Say how strongly a stage word speaks for this candidate; 0 when it does not reach it."""
    cue, value = candidate.cue, word.value
    before, after = word.end <= cue.start, word.start >= cue.end
    distance = cue.start - word.end if before else word.start - cue.end
    if (
        (value.scope == "before" and after)
        or (value.scope == "after" and before)
        or distance > (_FAR if value.strength >= _LOUD else _NEAR)
        or not _same_clause(candidate, word)
        or _negated(candidate.scene, word.start)
        or _awaited(candidate.scene, word)
        or _failed(candidate.scene, word)
        or _undone(candidate.scene, word)
        or _intends_to_give(candidate, word)
        or (value.stage == "notified" and _lies_ahead(candidate.scene, word))
        or (value.strength >= _STOPPED and _only_advised(candidate.scene, word))
        or (value.name == "request refused" and not _before_request(candidate, word))
        or (after and _of_noun(candidate, word))
        or (before and _other_goods(candidate, word.end, cue.start))
        or (after and (_of_another(candidate, word) or _of_next_verb(candidate, word)))
        or (before and _relative(candidate, word))
        or (after and _ends_another(candidate, word))
    ):
        return 0
    return value.strength - (1 if distance > 40 else 0)


_ADVICE_REACH = 90
_TO_BE = re.compile(r"[^.;,]*\b(?:be|to)\s+(?:be\s+)?")


def _only_advised(scene: Scene, word: Match[StageWord]) -> bool:
    """Tell whether somebody only wants a sale stopped: "recommended the purchase be scrapped"."""
    begin = max(scene.start, word.start - _ADVICE_REACH)
    advice = transfer_terms.pattern("advice").finditer(scene.folded, begin, word.start)
    return any(_TO_BE.fullmatch(scene.folded, found.end(), word.start) for found in advice)


_BEFORE_REQUEST = 40


def _before_request(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether what is refused is a request: "rejected a Thai request to buy jets"."""
    return any(
        cue.value.word == "request"
        and cue.value.tense is None
        and 0 < cue.start - word.end <= _BEFORE_REQUEST
        for cue in candidate.scene.cues
    )


def _same_clause(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a stage word is in the cue's clause; words that stop a sale reach farther."""
    begin, end = candidate.scene.clause(candidate.cue.start)
    if not candidate.goods or begin <= word.start < end:
        return True
    return word.value.strength >= _STOPPED and _goods_free(candidate.scene, word)


_PLAN = re.compile(r"\b(?:plans?|decisions?|talks|intention|negotiations)\b")


def _of_plan(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether it is a plan that is put off, not a sale: then it is still only considered."""
    scene = candidate.scene
    near = (
        scene.folded[max(scene.start, word.start - 24) : word.start] + scene.folded[word.end : word.end + 24]
    )
    return _PLAN.search(near) is not None


def _goods_free(scene: Scene, word: Match[StageWord]) -> bool:
    begin, end = scene.clause(word.start)
    return not any(begin <= goods.start < end for goods in scene.goods)


def _other_goods(candidate: Candidate, begin: int, end: int) -> bool:
    own = {goods.start for goods in candidate.goods}
    return any(
        begin <= goods.start < end and goods.start not in own and not goods.vague
        for goods in candidate.scene.goods
    )


def _ends_another(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether other goods are given up: "will buy jets, scrapping a plan to build its own drones"."""
    ends = word.value.strength >= _STOPPED and candidate.scene.folded[word.start : word.end].endswith("ing")
    return ends and _other_goods(candidate, word.end, word.end + _NEAR)


_WHICH = re.compile(r"[^,;]{0,30}?,? (?:(?:for|of|on|to) which|which|whose|that) [^,;]*")


def _relative(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a word is told of the goods before it: "jets for which it has clearance or a rival's"."""
    left = [goods for goods in candidate.scene.goods if goods.end <= word.start]
    if not left or any(goods.start <= word.start for goods in candidate.goods):
        return False
    return _WHICH.fullmatch(candidate.scene.folded, left[-1].end, word.start) is not None


def _of_another(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether another acts on other goods: "Indonesia orders Rafales as US clears F-15 sale"."""
    scene = candidate.scene
    own = max([candidate.cue.end, *(goods.end for goods in candidate.goods if goods.start < word.start)])
    actors = [
        party
        for party in scene.parties
        if own <= party.start < word.start and party.nominal and not party.prep
    ]
    return bool(actors) and _other_goods(candidate, word.end, word.end + _NEAR)


def _of_next_verb(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a word is the verb of other goods: "bought tanks and took delivery of missiles"."""
    verbs = (
        other for other in candidate.scene.cues if other.value.tense and other.start >= candidate.cue.end
    )
    return any(
        other.start < word.end
        and word.start < other.end
        and _other_goods(candidate, other.end, other.end + _NEAR)
        for other in verbs
    )


def _negated(scene: Scene, place: int) -> bool:
    return (
        _NOT.search(scene.folded, max(scene.start, place - 28), place) is not None
        or _NO_SIGN.search(scene.folded, max(scene.start, place - 90), place) is not None
    )


# "does not indicate that a contract has been signed or that negotiations have concluded"
_NO_SIGN = re.compile(r"\b(?:does|do|did|would) not (?:mean|indicate|imply|guarantee|constitute)\b[^.;]*$")


def _approves_gift(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell "the government approved a plan to give jets" from an approval of a sale: it promises a gift."""
    value = candidate.cue.value
    return word.start < candidate.cue.start and value.tense == "base" and value.plan == "offered"


def _agrees_to_give(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether somebody agrees to give or send: that offers; who agrees to buy or sell contracts."""
    return word.value.name == "agreed" and candidate.cue.value.plan == "offered"


# A stage word, when it says another stage, and which.
_TURNED: tuple[tuple[Stage, Callable[[Candidate, Match[StageWord]], bool], Stage], ...] = (
    ("contracted", _to_be_signed, "considered"),
    ("accepted", _to_be_signed, "considered"),
    ("contracted", _agrees_to_give, "offered"),
    ("held", _of_plan, "considered"),
    ("held", _late, "contracted"),
    ("state approved", _own_approval, "considered"),
    ("state approved", _approves_gift, "offered"),
    ("blocked", _turned_down_by_buyer, "cancelled"),
)


def _polarity(scene: Scene, candidate: Candidate, best: Verdict) -> Polarity:
    cue = candidate.cue
    begin, _ = scene.clause(cue.start)
    lead = scene.folded[begin : cue.start]
    if best.stage in {"blocked", "cancelled", "held"}:
        return "stated"
    if _IF.search(lead[-160:]) and cue.value.tense is not None:
        return "hypothetical"
    if scene.folded.startswith(" no ", cue.end) and cue.value.tense is not None:
        return "denied"
    if _negated(scene, cue.start) and cue.value.tense is not None:
        return "denied"
    for term in scene.terms:
        if term.value == "denial" and begin <= term.start <= cue.end and cue.start - term.end <= 80:
            return "denied"
    return "stated"
