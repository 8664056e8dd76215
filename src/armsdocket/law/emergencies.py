"""Emergencies: the known uses of the clause that waives a review, and packages wrongly called so."""

from datetime import date

from armsdocket.law import groups, rulebook
from armsdocket.law.rulebook import Rule


class EmergencyUse(Rule, frozen=True, kw_only=True):
    """One use of the clause; ``use`` is false for a package that was no emergency though some say so."""

    use: bool
    date: str
    """An ISO prefix: the day of the determination, as precise as known."""
    public: str | None
    by: str
    buyers: tuple[str, ...]
    transmittals: tuple[str, ...] = ()


def uses(buyer: str | None = None, *, since: date | None = None) -> tuple[EmergencyUse, ...]:
    """Give the known uses, of one recipient or of all, in order of time."""
    code = groups.recipient_code(buyer) if buyer else None
    return tuple(
        row
        for row in rulebook.rows("emergency_uses", EmergencyUse)
        if row.use
        and (code is None or code in row.buyers)
        and (since is None or _last(row) >= since.isoformat())
    )


def known_use(buyer: str, on: date) -> EmergencyUse | None:
    """Give the known use for a recipient on a day, from the determination to the day it became public.

    >>> known_use("IL", date(2023, 12, 9)).id
    'U.2023-12-08'
    """
    return next((row for row in _known(buyer) if row.use and _covers(row, on)), None)


def mistaken_for_one(buyer: str, on: date) -> EmergencyUse | None:
    """Give the package of that day that is often called an emergency and was none."""
    return next((row for row in _known(buyer) if not row.use and _covers(row, on)), None)


def _known(buyer: str) -> tuple[EmergencyUse, ...]:
    code = groups.recipient_code(buyer)
    return tuple(row for row in rulebook.rows("emergency_uses", EmergencyUse) if code in row.buyers)


def _covers(row: EmergencyUse, on: date) -> bool:
    """Tell whether a use is of that day; one known only by its month is of no day, not to guess."""
    whole_day = len("YYYY-MM-DD")
    return len(row.date) == whole_day and row.date <= on.isoformat() <= _last(row)


def _last(row: EmergencyUse) -> str:
    return row.public or row.date
