"""Oversight lists: what a watchdog asks of all cases at once, kept beside each case as it is built."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, or_, select

from armsdocket.docket.casefile import CaseFile, CaseRow, Fact
from armsdocket.docket.facts import Member, transfers
from armsdocket.docket.packing import unpack
from armsdocket.docket.schema import cases, watches
from armsdocket.docket.values import CONTRACT, NOTIFIED, ceiling
from armsdocket.errors import DocketError, LawError
from armsdocket.law.certification import certify

ListName = Literal[
    "reviews",
    "not printed",
    "never posted",
    "without transmittal",
    "emergencies",
    "amendments under threshold",
    "contracts",
]
LISTS: dict[ListName, str] = {
    "reviews": "Review periods that run, with the days left.",
    "not printed": "Notified, and no Federal Register notice in the docket: days waited since delivery.",
    "never posted": "Printed in the Federal Register, and no page of an agency in the docket.",
    "without transmittal": "Posted by an agency without a transmittal number.",
    "emergencies": "Review waived by a stated emergency.",
    "amendments under threshold": "Amendments whose first case was under the threshold, so never notified.",
    "contracts": "Contracts beside the notified ceiling; those that may belong to a case are marked so.",
}
PAGES = frozenset({"dsca release", "state notice"})


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """One case in an oversight list. ``days`` is days left of a review, else days waited since ``date``."""

    list: ListName
    key: str
    title: str
    buyer: str | None
    buyer_name: str | None
    date: str | None
    days: int | None
    note: str
    sources: tuple[str, ...]


Mark = tuple[ListName, str | None, str]


def marks(case: CaseFile, members: Sequence[Member]) -> Iterator[Mark]:
    """Yield the lists that a case stands in, with the date that counts and a note."""
    kinds = {source.kind for source in case.sources}
    clock = case.clock
    printed = any(kind.startswith("federal register") for kind in kinds)
    if clock and clock.received and clock.last_day:
        yield "reviews", clock.last_day, f"received {clock.received}, {clock.days} days"
    if clock and clock.received and not printed:
        yield "not printed", clock.received, ""
    if printed and not kinds & PAGES:
        yield "never posted", _first(members, "printed") or (clock.received if clock else None), ""
    if kinds & PAGES and not case.transmittals:
        yield "without transmittal", _first(members, "posted") or case.sources[0].published, ""
    if clock and clock.waived:
        yield "emergencies", clock.received, clock.reason
    if any(member.lead.amends for member in members) and (note := _under_threshold(case)):
        yield "amendments under threshold", clock.received if clock else None, note
    beside = [*_contracts(case.values), *(member.near for member in members if member.near)]
    if beside:
        yield "contracts", _last_published(case), beside[0]


def _first(members: Sequence[Member], name: str) -> str | None:
    return next((field.value for _, claim in transfers(members) if (field := getattr(claim, name))), None)


def _last_published(case: CaseFile) -> str | None:
    return max((source.published for source in case.sources if source.published), default=None)


def _under_threshold(case: CaseFile) -> str | None:
    """Return a note when the original case alone needed no notice on the day its amendment was received."""
    original = next((one for one in case.values if _is_original(one)), None)
    received = case.clock.received if case.clock else None
    if original is None or received is None or case.buyer is None:
        return None
    try:
        found = certify(case.buyer, date.fromisoformat(received), total=original.value["amount"])
    except (LawError, ValueError) as error:
        # Shown rather than dropped: a watchdog can look for itself.
        return (
            f"original case {original.as_written}: whether it was under the threshold is not known ({error})"
        )
    if "total" in found.met:
        return None
    return f"original case {original.as_written}: under the threshold for total value ({found.rules[0].id})"


def _is_original(one: Fact) -> bool:
    return one.what == NOTIFIED and one.note.startswith("original case") and one.value["currency"] == "USD"


def _contracts(values: Sequence[Fact]) -> Iterator[str]:
    top = ceiling(values)
    for one in values:
        if one.what == CONTRACT and top is not None:
            yield f"contract {one.as_written} beside ceiling {top.as_written}: {one.note}"


def names() -> tuple[ListName, ...]:
    """Return the names of the lists."""
    return get_args(ListName)


def watched(
    connection: Connection, name: str, today: date, within: int | None = None, limit: int | None = None
) -> list[Watched]:
    """Return one list: running reviews by the day they end, all others longest waiting first.

    ``within`` keeps reviews that end in so many days. Raises DocketError for a list that is none.
    """
    if name not in LISTS:
        raise DocketError(f"{name}: no such list; the lists are {', '.join(LISTS)}")
    day = today.isoformat()
    statement = (
        select(watches, cases.c.row)
        .join(cases, cases.c.key == watches.c.case_key)
        .where(watches.c.list == name)
        .order_by(watches.c.sorted, watches.c.case_key)
        .limit(limit)
    )
    if name != "reviews":
        # What happened after the day asked about was not waited for on it.
        statement = statement.where(or_(watches.c.date.is_(None), watches.c.date <= day))
    else:
        statement = statement.where(watches.c.sorted >= day)
        if within is not None:
            last = today + min(timedelta(within), date.max - today)
            statement = statement.where(watches.c.sorted <= last.isoformat())
    found = []
    for one in connection.execute(statement):
        row = unpack(one.row, CaseRow, one.case_key)
        if name != "reviews" or (row.received is not None and row.received <= day):
            found.append(_watched(name, one.date, one.note, row, today))
    return found


def _watched(name: ListName, day: str | None, note: str, row: CaseRow, today: date) -> Watched:
    days = None
    if day is not None and len(day) == 10:
        gap = (date.fromisoformat(day) - today).days
        days = gap if name == "reviews" else -gap
    return Watched(
        list=name,
        key=row.key,
        title=row.title,
        buyer=row.buyer,
        buyer_name=row.buyer_name,
        date=day,
        days=days,
        note=note,
        sources=row.sources,
    )
