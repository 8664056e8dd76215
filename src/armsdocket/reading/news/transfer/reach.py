"""Whether a stage word beside a cue speaks of its goods, and how strongly."""

import re

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.modality import lies_ahead, negated
from armsdocket.reading.news.transfer.scenes import Scene, word_before
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import StageWord, phrase

_STOPPED = 78
"""From this strength on, a stage (held, blocked, cancelled) reaches over the end of its clause."""
_NEAR, _FAR = 90, 140
_LOUD = 64
"""Stage words from this strength on ("notified Congress") reach farther."""


def weight(candidate: Candidate, word: Match[StageWord]) -> int:
    """Say how strongly a stage word speaks for this candidate; 0 when it does not reach it."""
    cue, value = candidate.cue, word.value
    before, after = word.end <= cue.start, word.start >= cue.end
    distance = cue.start - word.end if before else word.start - cue.end
    if (
        (value.scope == "before" and after)
        or (value.scope == "after" and before)
        or distance > (_FAR if value.strength >= _LOUD else _NEAR)
        or not _same_clause(candidate, word)
        or negated(candidate.scene, word.start)
        or _awaited(candidate.scene, word)
        or _failed(candidate.scene, word)
        or _undone(candidate.scene, word)
        or _compared(candidate.scene, word)
        or _describes(candidate.scene, word)
        or _to_be_stopped(candidate.scene, word)
        or _intends_to_give(candidate, word)
        or (value.stage == "notified" and lies_ahead(candidate.scene, word.start))
        or (value.strength >= _STOPPED and _only_wished(candidate.scene, word))
        or (value.name == "request refused" and not _before_request(candidate, word))
        or (after and (_of_noun(candidate, word) or _is_before_all(candidate, word)))
        or (before and _other_goods(candidate, word.end, cue.start))
        or (after and (_of_another(candidate, word) or _of_next_verb(candidate, word)))
        or (before and (_relative(candidate, word) or _is_reason(candidate, word)))
        or (before and _in_aside(candidate, word))
        or (after and _ends_another(candidate, word))
    ):
        return 0
    return value.strength - (1 if distance > 40 else 0)


def _same_clause(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a stage word is in the cue's clause; words that stop a sale reach farther."""
    begin, end = candidate.scene.clause(candidate.cue.start)
    if not candidate.goods or begin <= word.start < end:
        return True
    return word.value.strength >= _STOPPED and _goods_free(candidate.scene, word)


def _goods_free(scene: Scene, word: Match[StageWord]) -> bool:
    begin, end = scene.clause(word.start)
    reason = transfer_terms.pattern("reasons").search(scene.folded, word.end, end)
    end = reason.start() if reason else end
    return not any(begin <= goods.start < end for goods in scene.goods)


def _is_reason(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether the cue only says why something was stopped: "expelled after it bought missiles"."""
    scene, cue = candidate.scene, candidate.cue
    if word.value.strength < _STOPPED or cue.value.tense != "past":
        return False
    return transfer_terms.pattern("reasons").search(scene.folded, word.end, cue.start) is not None


_WHO = re.compile(r"\b(?:who|which|whose) [^,;]*$")


def _in_aside(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether it is told of somebody else: "unlike Peru, which refused to sell arms, Chile sends"."""
    scene, cue = candidate.scene, candidate.cue
    told = _WHO.search(scene.folded, max(scene.start, word.start - _ASIDE_REACH), word.start) is not None
    return told and scene.folded.find(",", word.end, cue.start) >= 0


_ASIDE_REACH = 80
# An approval that is still needed: "awaits the approval of", "subject to approval by".
_AWAITED = re.compile(
    r"\b(?:await\w*|pending|subject to|need\w*|requir\w*|seek\w*|sought|without|before|until|waiting for|"
    r"waits for|wait for|asked for|asking for|depends? on|if|unless)\s+(?:[\w'’.-]+\s+){0,4}$"
)
# "after Congress approves it" waits for it, "days after it approved the sale" does not.
_AFTER = re.compile(r"\b(?:once|after)\s+(?:[\w'’.-]+\s+){0,4}$")
_APPROVED = re.compile(r"(?:approved|cleared|authori[sz]ed|granted|gave) (?!by\b)")
_TO_COME = re.compile(r"\b(?:to|will|would|must|may|might|could|should|can|cannot)\s+$")


def _awaited(scene: Scene, word: Match[StageWord]) -> bool:
    if word.value.stage not in {"state approved", "review ended", "requested"}:
        return False
    left = max(scene.start, word.start - 60)
    if scene.folded.startswith("approve ", word.start) and _TO_COME.search(scene.folded, left, word.start):
        return True
    if _AWAITED.search(scene.folded, left, word.start):
        return True
    done = _APPROVED.match(scene.folded, word.start) is not None
    return not done and _AFTER.search(scene.folded, left, word.start) is not None


_FAILED = re.compile(
    r"\bfail\w*\b|\bf(?:a|e)ll\w* short\b|\bdefeat\w*\b|\bvoted down\b|\bvetoe[sd]\b|\breject\w*\b|"
    r"\bturn\w* (?:back|down|aside)\b|\bsho(?:o)?ts? down\b|\bbeat\w* back\b|\bquash\w*\b|"
    r"\b(?:(?:halt|block|kill|stop|table|scuttle)\w*|vot\w* (?:\d+(?:[-–]| to )\d+ )?against) (?:an? |the )?"
    r"(?:effort|attempt|bid|measure|resolution|bill|move|try)"
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
    """Tell whether what is stopped is no sale, or a try to stop one: "halts efforts", "lifts a ban"."""
    if word.value.stage not in {"blocked", "held", "cancelled"}:
        return False
    left = max(scene.start, word.start - _UNDOING_REACH)
    return (
        _EFFORT.match(scene.folded, word.end) is not None
        or phrase(_UNDOING).search(scene.folded, left, word.start) is not None
        or phrase(_NO_SALE).match(scene.folded, word.end) is not None
    )


def _describes(scene: Scene, word: Match[StageWord]) -> bool:
    """Tell whether "banned" only says of what kind goods are: "money from banned exports"."""
    banned = scene.folded[word.start : word.end] in {"banned", "prohibited"}
    return (
        banned and _DETERMINED.search(scene.folded, max(scene.start, word.start - 12), word.start) is not None
    )


_DETERMINED = re.compile(r"\b(?:from|of|in|on|the|these|those|such|its|their|with) $")


def _compared(scene: Scene, word: Match[StageWord]) -> bool:
    """Tell whether others' deals were signed: "one of the largest arms contracts signed there"."""
    if word.value.name != "signature":
        return False
    begin = max(scene.start, word.start - _COMPARED_REACH)
    compared = transfer_terms.pattern("comparisons").finditer(scene.folded, begin, word.start)
    return any(_DIRECTLY.fullmatch(scene.folded, found.end(), word.start) for found in compared)


_COMPARED_REACH = 50
_DIRECTLY = re.compile(r"[^,;.]*")
_UNDOING_REACH = 60
_UNDOING = r"\b<undoing>(?: [\w'’-]+){0,6} $"
# "called off a planned meeting": nothing of the sale is stopped.
_NO_SALE = r"(?: (?!of\b)[\w'’-]+){0,4}? <no sale>\b"


_TO = re.compile(r"(?P<who>(?:[\w'’-]+ ){0,8})to (?:\w+ly |also |try to )?$")


def _to_be_stopped(scene: Scene, word: Match[StageWord]) -> bool:
    """Tell whether something only serves to stop a sale: "a measure to block it"."""
    if word.value.strength < _STOPPED or word.value.stage not in {"blocked", "held", "cancelled"}:
        return False
    wish = _TO.search(scene.folded, max(scene.start, word.start - 90), word.start)
    return wish is not None and transfer_terms.pattern("decides to").search(wish["who"]) is None


_INTENDS = ("plan", "intend", "aim")


def _intends_to_give(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a firm intention to give or deliver is told: the verb's own promise says more."""
    value = candidate.cue.value
    gives = value.side == "supplies" and value.plan in {"offered", "contracted"} and value.tense == "base"
    return gives and word.value.name == "plan" and candidate.scene.folded.startswith(_INTENDS, word.start)


_ADVICE_REACH = 90
_TO_BE = re.compile(r"[^.;,]*\b(?:be|to)\s+(?:be\s+)?")


def _only_wished(scene: Scene, word: Match[StageWord]) -> bool:
    """Tell whether a sale is only wished or able to be stopped: "recommended it be scrapped", "can block"."""
    return (
        word_before(scene, "advice", word.start, _ADVICE_REACH, _TO_BE) is not None
        or word_before(scene, "possible", word.start, _ADVICE_REACH, _HAVE) is not None
    )


_HAVE = re.compile(r"\s+(?:not\s+)?(?:have\s+)?(?:be(?:en)?\s+)?(?:\w+ly\s+)?")


_BEFORE_REQUEST = 40


def _before_request(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether what is refused is a request: "rejected a Thai request to buy jets", "denied a plea"."""
    near = min(candidate.cue.start, word.end + _BEFORE_REQUEST)
    if transfer_terms.pattern("asked for").search(candidate.scene.folded, word.end, near):
        return True
    return any(
        cue.value.word == "request"
        and cue.value.tense is None
        and 0 < cue.start - word.end <= _BEFORE_REQUEST
        for cue in candidate.scene.cues
    )


def _of_noun(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether another word of transfer takes the stage: "jets landed, ending a sale that was frozen"."""
    cue = candidate.cue
    if cue.value.tense != "past" or word.value.strength < _STOPPED:
        return False
    return any(
        other.value.tense is None
        and cue.end <= other.start
        and other.end <= word.start
        and not _IN_A.search(candidate.scene.folded, cue.end, other.start)
        for other in candidate.scene.cues
    )


def _is_before_all(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a contract came before a delivery: "landed after it signed", "under a contract signed"."""
    cue = candidate.cue
    if cue.value.done != "delivered" or cue.value.tense != "past" or word.value.stage != "contracted":
        return False
    folded = candidate.scene.folded
    return (
        transfer_terms.pattern("reasons").search(folded, cue.end, word.start) is not None
        or _UNDER_A.search(folded, cue.end, word.start) is not None
    )


_UNDER_A = re.compile(r"\b(?:under|as part of|in line with|part of) (?:an?|the|its|their) ")
# "bought jets in a deal that was suspended": the deal is the purchase.
_IN_A = re.compile(r"\b(?:in|under|through)\s+(?:an?|the)\s+(?:[\w$€£.,-]+\s+){0,4}$")


def _other_goods(candidate: Candidate, begin: int, end: int) -> bool:
    own = {goods.start for goods in candidate.goods}
    return any(
        begin <= goods.start < end and goods.start not in own and not goods.vague
        for goods in candidate.scene.goods
    )


_WHICH = re.compile(r"[^,;]{0,30}?,? (?:(?:for|of|on|to) which|which|whose|that) [^,;]*")


def _relative(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether a word is told of the goods before it: "jets for which it has clearance or a rival's"."""
    left = [goods for goods in candidate.scene.goods if goods.end <= word.start]
    if not left or any(goods.start <= word.start for goods in candidate.goods):
        return False
    return _WHICH.fullmatch(candidate.scene.folded, left[-1].end, word.start) is not None


def _ends_another(candidate: Candidate, word: Match[StageWord]) -> bool:
    """Tell whether other goods are given up: "will buy jets, scrapping a plan to build its own drones"."""
    ends = word.value.strength >= _STOPPED and candidate.scene.folded[word.start : word.end].endswith("ing")
    return ends and _other_goods(candidate, word.end, word.end + _NEAR)


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
