"""Where a case stands: each stage is set only by evidence that may set it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, get_args

from armsdocket.docket.casefile import Fact
from armsdocket.docket.facts import Member, fact, rank_order, transfers
from armsdocket.reading.claims import Rank, Sourced, Stage, Transfer

ORDER: tuple[Stage, ...] = get_args(Stage)[:10]
ENDS: frozenset[Stage] = frozenset({"blocked", "cancelled", "expired"})
ASIDE: frozenset[Stage] = frozenset({"held", "disapproval introduced"})

_OFFICIAL: frozenset[Rank] = frozenset({"instrument", "official words", "release"})
_REPORTED: frozenset[Rank] = _OFFICIAL | {"report"}
_PAPER: frozenset[Rank] = frozenset({"instrument", "release"})

# Who may set a stage. What others say of it is shown as reported and moves nothing: a notice to Congress is
# a paper, and a delivery is seen by few, so neither rests on a report.
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

    @property
    def moves(self) -> bool:
        """True when this wording may set its stage."""
        return self.rank in MAY_SET[self.stage]


def evidence(members: Iterable[Member]) -> list[StageEvidence]:
    """Return every wording that speaks for a stage; the denied and the hypothetical speak for none."""
    found: list[StageEvidence] = []
    for member, claim in transfers(members):
        if member.lead.polarity == "stated":
            found.extend(_of_transfer(member, claim))
    for member in members:
        found.extend(_of_resolution(member))
    return found


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
    return StageEvidence(stage, rank, date, fact("stage", field, member, value=stage, rank=rank), member)


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


# What no document says yet, in the order of a sale; asked from the stage reached on.
GAPS: tuple[tuple[Stage, str], ...] = (
    ("offered", "No document says that the offer was made."),
    ("accepted", "No document says that the offer was signed."),
    ("contracted", "No document tells of a contract."),
    ("delivered", "No document that may say so tells of a delivery."),
)


def gaps(found: Sequence[StageEvidence], stage: Stage | None) -> Iterator[str]:
    """Yield a sentence for each later stage that no evidence reaches."""
    if stage in ENDS:
        return
    reached = ORDER.index(stage) if stage in ORDER else -1
    said = {one.stage for one in found if one.moves}
    for later, sentence in GAPS:
        if later not in said and ORDER.index(later) > reached:
            yield sentence
