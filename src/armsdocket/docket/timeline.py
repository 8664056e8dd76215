"""The timeline: each dated step with the claims behind it, what only a report says marked as such."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from armsdocket.docket.casefile import Event, Fact
from armsdocket.docket.evidence import party_name
from armsdocket.docket.facts import Member, fact, once, transfers
from armsdocket.docket.stages import ORDER, StageEvidence
from armsdocket.law.review import Clock
from armsdocket.reading.claims import Resolution, Sourced, Stage, Transfer

RECEIVED = "Congress received the certification"
STAGE_WORDS: dict[Stage, str] = {
    "considered": "The sale is considered",
    "requested": "The buyer asks for it",
    "state approved": "The seller's government approves it",
    "notified": "Congress is notified",
    "review ended": "The review period ends",
    "offered": "The offer is made",
    "accepted": "The offer is signed",
    "contracted": "A contract is made",
    "delivered": "Delivered",
    "closed": "The case is closed",
    "held": "Held",
    "disapproval introduced": "A resolution of disapproval is introduced",
    "blocked": "Blocked",
    "cancelled": "Cancelled",
    "expired": "The offer expires",
}
# An agency's release on a possible sale tells of the State Department's approval; a report of any state's.
RELEASE_WORDS: dict[Stage, str] = {"state approved": "The State Department approves the possible sale"}
REPORT_WORDS: dict[str, str] = {
    "instrument": "according to the instrument itself",
    "official words": "in an official's words",
    "release": "according to an agency's release",
    "report": "according to a report",
    "comment": "according to a comment",
}


def timeline(
    members: Sequence[Member], stages: Sequence[StageEvidence], clock: Clock | None
) -> tuple[Event, ...]:
    """Return the events of a case in order of date; those without a date come last."""
    events: list[Event] = []
    received = clock.received if clock else None
    for member, claim in transfers(members):
        events.extend(_dates(member, claim, received))
    events.extend(_stage_events(stages))
    for member in members:
        for resolution in member.resolutions:
            events.extend(_resolution(member, resolution))
    for member in members:
        events.extend(_denial(member))
    if clock and clock.last_day:
        events.append(_last_day(clock, events))
    return tuple(sorted(_merged(events), key=_order))


def _order(event: Event) -> tuple[str, int, bool, str]:
    """Sort a month before its days, the steps of one day in the order of a sale, an undated event last."""
    step = ORDER.index(event.stage) if event.stage in ORDER else len(ORDER)
    return event.date or "9999", step, event.reported_only, event.what


def _dates(member: Member, claim: Transfer, received: str | None) -> Iterator[Event]:
    if claim.received:
        yield _event(RECEIVED, claim.received, member, stage="notified")
    if claim.notified:
        yield _event("Notified to Congress", claim.notified, member, stage="notified")
    if claim.posted:
        yield _event("Posted by the agency", claim.posted, member)
    if claim.printed:
        lag = days_between(received, claim.printed.value)
        late = f", {lag} days after delivery to Congress" if lag is not None else ""
        yield _event(f"Printed in the Federal Register{late}", claim.printed, member)


def days_between(first: str | None, last: str | None) -> int | None:
    """Return the days between two full dates, or None.

    >>> days_between("2026-03-10", "2026-04-14")
    35
    """
    try:
        return (date.fromisoformat(last or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return None


def _event(what: str, field: Sourced[str], member: Member, stage: Stage | None = None) -> Event:
    return Event(date=field.value, what=what, stage=stage, facts=(fact("date", field, member),))


def _stage_events(stages: Sequence[StageEvidence]) -> Iterator[Event]:
    known = any(one.stage == "notified" and one.date and one.moves for one in stages)
    for one in stages:
        if one.stage == "disapproval introduced" or (one.stage == "notified" and known and one.moves):
            continue
        when = one.date or one.member.published
        dated = one.date is not None and one.date != one.member.published
        said = REPORT_WORDS[one.rank] if dated or not when else f"{REPORT_WORDS[one.rank]} of that day"
        if not one.date and one.stage == "notified" and one.rank == "instrument":
            # A resolution or reprint names the notice; its own date is not the day of the notice.
            when, said = None, "day not stated"
        yield Event(
            date=when,
            what=f"{_words(one)} ({'' if one.moves else 'only '}{said})",
            stage=one.stage,
            reported_only=not one.moves,
            facts=(one.fact,),
        )


def _words(one: StageEvidence) -> str:
    return (one.rank == "release" and RELEASE_WORDS.get(one.stage)) or STAGE_WORDS[one.stage]


def _resolution(member: Member, claim: Resolution) -> Iterator[Event]:
    number = claim.number.value
    if claim.introduced:
        yield _event(f"{number} introduced", claim.introduced, member, "disapproval introduced")
    for action in claim.actions:
        if action.value.lower().startswith("introduced in"):
            continue
        yield Event(
            date=action.date.value if action.date else None,
            what=f"{number}: {action.value}",
            facts=(fact("action", action, member),),
        )
    for vote in claim.votes:
        tally = f" {vote.yeas.value}-{vote.nays.value}" if vote.yeas and vote.nays else ""
        yield Event(
            date=vote.date.value if vote.date else None,
            what=f"{number}: vote{tally}, {vote.value}",
            facts=(fact("vote", vote, member),),
        )


def _denial(member: Member) -> Iterator[Event]:
    claim = member.transfer
    if claim is None or claim.polarity is None or claim.polarity.value != "denied":
        return
    buyer = party_name(member.lead.buyer, claim.buyer.name if claim.buyer else None) or "the buyer"
    yield Event(
        date=member.published,
        what=f"A sale to {buyer} is denied ({REPORT_WORDS[member.rank]} of that day)",
        reported_only=True,
        facts=(fact("polarity", claim.polarity, member),),
    )


def _last_day(clock: Clock, events: Iterable[Event]) -> Event:
    receipts = (one for event in events if event.what == RECEIVED for one in event.facts)
    return Event(
        date=clock.last_day,
        what=f"Last day of the review period, by rule ({clock.days} calendar days)",
        facts=tuple(one for one in receipts if one.value == clock.received),
    )


def _merged(events: Iterable[Event]) -> Iterator[Event]:
    groups: dict[tuple[str | None, str, bool], list[Event]] = {}
    for event in events:
        groups.setdefault((event.date, event.what, event.reported_only), []).append(event)
    for same in groups.values():
        facts: tuple[Fact, ...] = once(one for event in same for one in event.facts)
        yield Event(
            date=same[0].date,
            what=same[0].what,
            stage=same[0].stage,
            reported_only=same[0].reported_only,
            facts=facts,
        )
