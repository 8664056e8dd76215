"""Cases as an Atom feed."""

from collections.abc import Sequence
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from armsdocket.docket.casefile import CaseRow

# RFC 4151 names an entry without a web address, so a docket on a laptop has lasting identifiers too.
FEED_ID = "tag:armsdocket,2026:cases"
NO_DATE = "1970-01-01"


def feed(rows: Sequence[CaseRow]) -> bytes:
    """Return an Atom feed with one entry a case; its time is that of the case's newest document."""
    generator = FeedGenerator()
    generator.id(FEED_ID)
    generator.title("Arms sales docket")
    generator.author({"name": "armsdocket"})
    generator.generator("armsdocket")
    generator.updated(max((_time(row.last_date) for row in rows), default=_time(None)))
    for row in rows:
        entry = generator.add_entry(order="append")
        entry.id(f"tag:armsdocket,2026:case/{row.key}")
        entry.title(f"{row.key} {row.title}")
        entry.updated(_time(row.last_date))
        entry.content(_summary(row), type="text")
        for address in row.sources:
            if address.startswith(("https://", "http://")):
                entry.link(href=address, rel="related")
    return bytes(generator.atom_str(pretty=True))


def _time(prefix: str | None) -> datetime:
    """Return midnight of the first day an ISO prefix can mean; an undated case sorts last."""
    first = (prefix or NO_DATE) + NO_DATE[len(prefix or NO_DATE) :]
    return datetime.fromisoformat(first).replace(tzinfo=UTC)


def _summary(row: CaseRow) -> str:
    parts = [f"Stage: {row.stage or 'not stated'}."]
    if row.reported:
        parts.append(f"Only reported: {row.reported}.")
    if row.value is not None:
        parts.append(f"Notified value {row.currency or ''} {row.value:,} (a ceiling).")
    if row.waived:
        parts.append("Review waived by a stated emergency.")
    elif row.last_day:
        parts.append(f"Received {row.received}, review of {row.days} days to {row.last_day}.")
    elif row.reviewed:
        parts.append("The day Congress received the notice is not stated.")
    return " ".join(parts)
