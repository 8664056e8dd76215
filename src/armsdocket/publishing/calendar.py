"""Review periods as an iCalendar: one all-day event on the last day of each."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from armsdocket.docket.casefile import CaseRow


def calendar(rows: Sequence[CaseRow]) -> bytes:
    """Return one event per review period with a known end.

    The UID is the case's key, so that a corrected docket replaces the event and does not repeat it.
    """
    book = Calendar()
    book.add("prodid", "-//armsdocket//cases//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", "Arms sales under review")
    for row in rows:
        if row.last_day and row.received:
            book.add_component(_event(row, date.fromisoformat(row.last_day)))
    return bytes(book.to_ical())


def _event(row: CaseRow, last_day: date) -> Event:
    event = Event()
    event.add("uid", f"{row.key}@armsdocket")
    # The stamp is the newest document's day, not the clock's, so that the same docket gives the same bytes.
    event.add("dtstamp", _stamp(row))
    event.add("dtstart", last_day)
    event.add("dtend", last_day + timedelta(days=1))
    event.add("summary", f"Review ends: {row.title} ({row.key})")
    event.add(
        "description",
        f"Received by Congress {row.received}; {row.days} calendar days; last day {row.last_day}. "
        "The end of the period is no approval, and Congress can still act by law.",
    )
    event.add("transp", "TRANSPARENT")
    return event


def _stamp(row: CaseRow) -> datetime:
    day = row.last_date if row.last_date and len(row.last_date) == 10 else row.received
    return datetime.fromisoformat(day or "1970-01-01").replace(tzinfo=UTC)
