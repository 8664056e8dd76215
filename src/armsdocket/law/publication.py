"""Publication: how long a certification waits to be printed, beside what was measured for others."""

from datetime import date

import msgspec

from armsdocket.errors import LawError
from armsdocket.law import rulebook
from armsdocket.law.rulebook import AppliedRule, Rule


class PublicationRule(Rule, frozen=True, kw_only=True):
    """The duty, or a measurement of how it is kept (days from delivery to printing)."""

    notices: int | None = None
    least: int | None = None
    lower_quartile: int | None = None
    median: int | None = None
    upper_quartile: int | None = None
    most: int | None = None


class Lag(msgspec.Struct, frozen=True, kw_only=True):
    """Days from delivery to Congress to printing, or to the day asked about while it is not printed."""

    days: int
    printed: bool
    reason: str
    rules: tuple[AppliedRule, ...]
    caveats: tuple[str, ...] = ()


def lag(delivered: date, printed: date | None = None, *, on: date | None = None) -> Lag:
    """Count the days a certification waited for print.

    Raises LawError when no end is given or it comes before the delivery.

    >>> lag(date(2026, 6, 5), date(2026, 7, 22)).days
    47
    """
    end = printed or on
    if end is None:
        raise LawError("give the day of printing, or the day up to which to count")
    if end < delivered:
        raise LawError(f"{end} comes before the delivery of {delivered}: check the two days")
    days = (end - delivered).days
    rows = rulebook.rows("publication", PublicationRule)
    duty = tuple(row for row in rulebook.in_force(rows, delivered) if row.section == "36(f)")
    measured = next(row for row in rows if row.id == "P1.lag")
    start = f"Printed {days} days after delivery" if printed else f"Not printed {days} days after delivery"
    place = "more than" if days > (measured.median or 0) else "not more than"
    used = (*duty, measured)
    return Lag(
        days=days,
        printed=printed is not None,
        reason=f"{start}: {place} the median of {measured.median} days of {measured.notices} notices "
        f"delivered from {measured.from_} to {measured.to}; the law sets no number of days (36(f)).",
        rules=tuple(rulebook.applied(rule) for rule in used),
        caveats=rulebook.doubts(used, delivered),
    )
