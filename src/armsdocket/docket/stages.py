"""Where a case stands: each stage is set only by evidence that may set it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, get_args

from armsdocket.docket.casefile import Fact
from armsdocket.docket.facts import Member, fact, rank_order, transfers
from armsdocket.reading.claims import Rank, Sourced, Stage, Transfer

ORDER: tuple[Stage, ...] = get_args(Stage)[:10]
ENDS: frozenset[Stage] = frozenset({"blocked", "cancelled", "expired"})
ASIDE: frozenset[Stage] = frozenset({"held", "disapproval introduced"})
PAST_NOTICE: frozenset[Stage] = frozenset(ORDER[ORDER.index("notified") + 1 :])

_OFFICIAL: frozenset[Rank] = frozenset({"instrument", "official words", "release"})
_REPORTED: frozenset[Rank] = _OFFICIAL | {"report"}
_PAPER: frozenset[Rank] = frozenset({"instrument", "release"})

# Who may set a stage. What others say of it is shown as reported and moves nothing: a notice to Congress is
# a paper, and a delivery is seen by few, so neither rests on a report. Where a paper speaks of the sale, no
# report takes it past the notice either (``evidence``).
MAY_SET: dict[Stage, frozenset[Rank]] = {
    "considered": _REPORTED,
    "requested": _REPORTED,
    "state approved": _REPORTED,
    "notified": _PAPER,
    "review ended": _OFFICIAL,
    "offered": _REPORTED,
    "accepted": _REPORTED,
    "contracted": _REPORTED,
    "delivered": _OFFICIAL,
    "closed": _OFFICIAL,
    "held": _REPORTED,
    "disapproval introduced": _PAPER,
    "blocked": _PAPER,
    "cancelled": _OFFICIAL,
    "expired": _OFFICIAL,
}
RANK_WORDS: dict[Rank, str] = {
    "instrument": "the instrument itself",
    "official words": "an official's own words",
    "release": "an agency's release",
    "report": "a report",
    "comment": "a comment",
}


class StageEvidence(NamedTuple):
    """One wording that speaks for a stage."""

    stage: Stage
    rank: Rank
    date: str | None
    fact: Fact
    member: Member
    moves: bool
    """True when this wording may set its stage; else it is shown as reported."""


def evidence(members: Sequence[Member]) -> list[StageEvidence]:
    """Return every wording that speaks for a stage; the denied and the hypothetical speak for none.

    Where an instrument or an agency's release speaks of the sale, a report alone takes it no further than
    the notice: that an offer was made, signed or became a contract is then for officials to say.
    """
    found: list[StageEvidence] = []
    for member, claim in transfers(members):
        if member.lead.polarity == "stated":
            found.extend(_of_transfer(member, claim))
    for member in members:
        found.extend(_of_resolution(member))
    if any(one.rank in _PAPER for one in found):
        return [one._replace(moves=one.moves and not _reported_past_notice(one)) for one in found]
    return found


def _reported_past_notice(one: StageEvidence) -> bool:
    return one.rank not in _OFFICIAL and one.stage in PAST_NOTICE


def _of_transfer(member: Member, claim: Transfer) -> Iterator[StageEvidence]:
    seen = set()
    for report in claim.stage_reports:
        seen.add((report.value, report.passage))
        date = report.date.value if report.date else None
        yield _one(report.value, report, member, date, report.rank)
    own = claim.stage_date.value if claim.stage_date else None
    if claim.stage and (claim.stage.value, claim.stage.passage) not in seen:
        yield _one(claim.stage.value, claim.stage, member, own, member.rank)
    notice = claim.received or claim.notified or claim.transmittal
    stated = claim.stage is not None and claim.stage.value == "notified"
    if member.rank in _PAPER and notice and not stated and not claim.contract:
        day = claim.received or claim.notified
        yield _one("notified", notice, member, day.value if day else None, member.rank)


def _of_resolution(member: Member) -> Iterator[StageEvidence]:
    for claim in member.resolutions:
        if member.transfer is None and claim.transmittals:
            number = member.lead.transmittal
            named = [
                words for words in claim.transmittals if number and number in words.value.replace("–", "-")
            ]
            yield _one("notified", (named or claim.transmittals)[0], member, None, member.rank)
        if claim.introduced:
            yield _one(
                "disapproval introduced", claim.introduced, member, claim.introduced.value, member.rank
            )


def _one(stage: Stage, field: Sourced[Any], member: Member, date: str | None, rank: Rank) -> StageEvidence:
    stated = fact("stage", field, member, value=stage, rank=rank)
    return StageEvidence(stage, rank, date, stated, member, rank in MAY_SET[stage])


def stage_of(found: Sequence[StageEvidence]) -> tuple[Stage | None, str]:
    """Return the furthest stage that evidence may set, and the sentence that says which evidence.

    Time alone never moves a case; nor does a stage that only a report gives, where a report may not set it.
    """
    moving = [one for one in found if one.moves]
    ended = [one for one in moving if one.stage in ENDS]
    line = [one for one in moving if one.stage in ORDER]
    if ended:
        best = max(ended, key=lambda one: (one.date or "", -rank_order(one.rank)))
    elif line:
        best = max(line, key=lambda one: (ORDER.index(one.stage), -rank_order(one.rank), bool(one.date)))
    else:
        return None, _only_reported(found)
    date = f" of {best.date}" if best.date else ""
    aside = "".join(f"; {stage}" for stage in sorted({one.stage for one in moving if one.stage in ASIDE}))
    return best.stage, f"set by {RANK_WORDS[best.rank]}{date}{aside}"


def _only_reported(found: Sequence[StageEvidence]) -> str:
    if not found:
        return "no document gives a stage"
    stages = sorted({one.stage for one in found})
    return f"only reported, by no document that may set it: {', '.join(stages)}"


def reported_of(found: Sequence[StageEvidence], stage: Stage | None) -> StageEvidence | None:
    """Return the wording of the furthest stage beyond ``stage`` that is only reported, or None."""
    reached = ORDER.index(stage) if stage in ORDER else -1
    further = [
        one
        for one in found
        if not one.moves and (one.stage in ENDS or (one.stage in ORDER and ORDER.index(one.stage) > reached))
    ]
    if stage in ENDS or not further:
        return None
    return max(further, key=lambda one: (_place(one.stage), -rank_order(one.rank), _when(one) or ""))


def _place(stage: Stage) -> int:
    return ORDER.index(stage) if stage in ORDER else len(ORDER)


def _when(one: StageEvidence) -> str | None:
    return one.date or one.member.published


def reported_words(one: StageEvidence | None) -> str:
    """Say which source has a stage that it may not set."""
    if one is None:
        return ""
    day = f" of {when}" if (when := _when(one)) else ""
    return f"{RANK_WORDS[one.rank]}{day} has it {one.stage}, which alone moves nothing"


# What no document says, in the order of a sale: of a notified one every step, of others those still ahead.
GAPS: tuple[tuple[Stage, str], ...] = (
    ("review ended", "says how the review of Congress ended"),
    ("offered", "says that the offer was made"),
    ("accepted", "says that the offer was signed"),
    ("contracted", "tells of a contract"),
    ("delivered", "tells of a delivery"),
)


def gaps(found: Sequence[StageEvidence], stage: Stage | None, *, reviewed: bool) -> Iterator[str]:
    """Yield a sentence for each step that no evidence tells of, and who reports it all the same.

    A contract shows that an offer was signed, yet no document says so: a notified sale is asked for both.
    """
    if stage in ENDS:
        return
    reached = ORDER.index(stage) if stage in ORDER else -1
    said = {one.stage for one in found if one.moves}
    for later, words in GAPS:
        passed = ORDER.index(later) <= reached
        if later in said or (not reviewed and (passed or later == "review ended")):
            continue
        reports = [one for one in found if one.stage == later]
        if not reports:
            yield f"No document {words}."
            continue
        days = sorted({day for one in reports if (day := _when(one))})
        yield f"No document that may say so {words}; it is only reported ({', '.join(days) or 'no date'})."
