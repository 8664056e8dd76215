"""The review clock: when Congress's review of a notified sale ends, and under which rule."""

from typing import Literal

import msgspec

Confidence = Literal["A", "B", "C", "U"]


class AppliedRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule as it was applied: its dates, citation and confidence."""

    id: str
    says: str
    citation: str
    confidence: Confidence
    source: str
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """The review period of one certification, with everything that explains it."""

    received: str | None
    """The day Congress received the certification (day 0), or null when no document gives it."""
    days: int | None
    last_day: str | None
    """Day 0 plus ``days``; null when waived or when no receipt date is known."""
    waived: bool
    group: str
    reason: str
    """One sentence: why this many days."""
    rules: tuple[AppliedRule, ...]
    caveats: tuple[str, ...] = ()
