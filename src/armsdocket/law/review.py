"""The review clock: when Congress's review of a notified sale ends, and under which rule."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from armsdocket.errors import LawError
from armsdocket.law import emergencies, groups, rulebook
from armsdocket.law.rulebook import AppliedRule, Confidence, Rule
from armsdocket.law.rulebook import sentence as say

__all__ = ["CHANNELS", "AppliedRule", "Channel", "Clock", "Confidence", "Period", "days_waited", "review"]

Channel = Literal["fms", "dcs", "manufacture", "transfer", "lease"]
CHANNELS: dict[str, str] = {
    "fms": "36(b)",
    "dcs": "36(c)",
    "manufacture": "36(d)",
    "transfer": "3(d)",
    "lease": "62",
}
"""Each channel of a sale, and the section that governs it."""
SATURDAY = 5
Span = tuple[date, date]
"""First and last day, both inclusive."""


class Period(Rule, frozen=True, kw_only=True):
    """The length of a review for one provision and group; ``days`` is null where it is not established."""

    group: Literal["all", "fifteen", "other"]
    days: int | None
    instrument: Literal["concurrent", "joint", "none"]
    first_offer: int | None
    """Days after the last day of the review on which an offer or licence can first issue."""


class CountingRule(Rule, frozen=True, kw_only=True):
    """A rule on counting days."""

    adjournment_longer_than: int | None = None
    new_congress: str | None = None
    """Month and day on which a new Congress begins in odd years."""


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """The review period of one certification, with everything that explains it."""

    received: str | None
    """The day Congress received the certification (day 0), or null when no document gives it."""
    days: int | None
    """Calendar days of the ordinary review, also when it is waived; null where no source gives them."""
    last_day: str | None
    """Day 0 plus ``days``; null when waived or when no receipt date is known."""
    waived: bool
    group: str
    reason: str
    """One sentence: why this many days."""
    rules: tuple[AppliedRule, ...]
    """The rules that led here; each carries its grade of confidence."""
    caveats: tuple[str, ...] = ()
    channel: str = "fms"
    earliest_offer: str | None = None
    """A computation, not a date that any document gives: the first day an offer or licence could issue."""


def review(
    buyer: str,
    received: date | None,
    *,
    channel: str = "fms",
    emergency: bool = False,
    exclude_adjournment: bool = False,
    new_territory: bool = False,
    as_of: date | None = None,
    satellite: bool = False,
    treaty: bool = False,
    adjournments: Iterable[Span] = (),
) -> Clock:
    """Compute the review of a certification; ``buyer`` is an ISO country code, NATO or NSPA.

    Without a day of receipt the period is that of ``as_of`` (the day of a report or notice; default: the day
    the rules were last checked) and no last day is given. ``satellite`` is a licence for a communications
    satellite under 36(c)(2)(B), ``treaty`` an export under a treaty of 36(c)(6). ``adjournments`` are left
    out only with ``exclude_adjournment``.
    Raises LawError for an unknown buyer or channel, or a day before the law.

    >>> clock = review("XK", date(2024, 1, 11))
    >>> clock.days, clock.last_day
    (30, '2024-02-10')
    """
    on = received or as_of or rulebook.last_checked("review_periods")
    who = groups.recipient(buyer, on)
    special = "satellite" if satellite else "treaty" if treaty else None
    period = _period(section_of(channel), who, on, special)
    excluded = tuple(adjournments) if exclude_adjournment else None
    last = _last_day(received, period.days, excluded or ())
    if emergency:
        last = None
    counting = [
        rule
        for rule in _counting(on)
        if rule.id in _counting_used(channel, received, last, excluding=exclude_adjournment)
    ]
    waiver = _waivers(section_of(channel), on) if emergency else ()
    first = rulebook.later(last, period.first_offer) if last and period.first_offer is not None else None
    caveats = _Caveats(who, period, on, channel=channel, received=received, last=last, emergency=emergency)
    said = [
        *caveats.all(excluded=excluded, new_territory=new_territory),
        *rulebook.doubts((period, *who.rules, *counting, *waiver), on),
    ]
    return Clock(
        received=received.isoformat() if received else None,
        days=period.days,
        last_day=last.isoformat() if last else None,
        waived=emergency,
        group=who.group,
        reason=_reason(who, period, emergency=emergency),
        rules=tuple(rulebook.applied(rule) for rule in (period, *who.rules, *counting, *waiver)),
        caveats=tuple(dict.fromkeys(said)),
        channel=channel,
        earliest_offer=first.isoformat() if first else None,
    )


def section_of(channel: str) -> str:
    """Give the section that governs a channel. Raises LawError for an unknown one."""
    if channel not in CHANNELS:
        raise LawError(f"unknown channel {channel!r}: use one of {', '.join(CHANNELS)}")
    return CHANNELS[channel]


def periods(section: str) -> tuple[Period, ...]:
    """Give the review periods of a section, in order of time."""
    return tuple(row for row in rulebook.rows("review_periods", Period) if row.section == section)


def _period(section: str, who: groups.Recipient, on: date, special: str | None) -> Period:
    if special and section == "36(c)":
        found = rulebook.in_force(periods(f"36(c) {special}"), on)
        if found:
            return found[0]
    wanted = {"all", "fifteen" if who.fifteen else "other"}
    rows = rulebook.for_day(periods(section), on, f"the review under {section}")
    rows = tuple(row for row in rows if row.group in wanted)
    return rulebook.only(rows, f"how long Congress reviews {who.name} under {section} on {on}")


def _last_day(received: date | None, days: int | None, excluded: tuple[Span, ...]) -> date | None:
    if received is None or days is None:
        return None
    longer_than = max(rule.adjournment_longer_than or 0 for rule in _counting(received))
    spans = [(first, last) for first, last in excluded if (last - first).days + 1 > longer_than]
    day, counted = received, 0
    while counted < days:
        day = rulebook.later(day, 1)
        counted += not any(first <= day <= last for first, last in spans)
    return day


def _counting(on: date) -> tuple[CountingRule, ...]:
    return rulebook.in_force(rulebook.rows("day_counting", CountingRule), on)


def _counting_used(channel: str, received: date | None, last: date | None, *, excluding: bool) -> set[str]:
    used = {"R11.1"} if last else set()
    if last and excluding:
        used.add("R11.4")
    if last and channel in {"fms", "dcs"}:
        used.add("R11.2")
    return used | ({"R11.3"} if received is None else set())


def _waivers(section: str, on: date) -> tuple[Rule, ...]:
    rules = rulebook.in_force(rulebook.rows("emergency_rules", Rule), on)
    return tuple(rule for rule in rules if rule.section == section)


def _reason(who: groups.Recipient, period: Period, *, emergency: bool) -> str:
    cited = f"({period.section}(1))" if period.section == "36(b)" else f"({period.citation.split('; ')[-1]})"
    why = say("special-export") if " " in period.section else who.why
    length = f"{period.days} calendar days" if period.days is not None else "a number of days not established"
    if emergency:
        return (
            "Review waived: an emergency is stated in the certification; the ordinary review would be "
            f"{length}, as {why} {cited}."
        )
    return f"{length[0].upper()}{length[1:]}: {why} {cited}."


class _Caveats(msgspec.Struct, frozen=True):
    """What a reader must know beside the dates, in the order it matters; only what applies to this clock."""

    who: groups.Recipient
    period: Period
    on: date
    channel: str
    received: date | None
    last: date | None
    emergency: bool

    def all(self, *, excluded: tuple[Span, ...] | None, new_territory: bool) -> Iterator[str]:
        if self.received is None:
            yield say("no-receipt")
        yield from self._of_known_emergencies()
        if self.emergency:
            if not _waivers(self.period.section, self.on):
                yield say("emergency-without-rule", section=self.period.section)
            yield say("emergency")
        yield from self._of_the_calendar(excluded)
        yield from self._of_the_recipient(new_territory=new_territory)
        if not self.emergency:
            yield say("silence")
        yield from self._of_the_rules()

    def _of_known_emergencies(self) -> Iterator[str]:
        known = None if self.emergency else emergencies.known_use(self.who.code, self.on)
        if known:
            yield say("known-emergency", says=known.says.removesuffix("."))
        mistaken = emergencies.mistaken_for_one(self.who.code, self.on) if self.emergency else None
        if mistaken:
            yield say("no-emergency", says=mistaken.says)

    def _of_the_calendar(self, excluded: tuple[Span, ...] | None) -> Iterator[str]:
        if self.last is None or self.received is None:
            return
        if self.last.weekday() >= SATURDAY:
            yield say("weekend", weekday=f"{self.last:%A}")
        if excluded is not None:
            yield say("adjournment-excluded" if excluded else "adjournment-unknown")
        elif self.period.section == "36(b)":
            yield say("adjournment-counts")
        if crossed := _new_congress(self.received, self.last):
            yield say("new-congress", day=rulebook.day(crossed))
        if self.channel == "transfer":
            yield say("submission")

    def _of_the_recipient(self, *, new_territory: bool) -> Iterator[str]:
        if groups.is_major_ally(self.who.code) and not self.who.fifteen:
            yield say("major-ally")
        if new_territory:
            yield say("territory-review")
        if self.who.group == "NATO itself" and self.period.section == "36(b)":
            yield say("nato-itself")

    def _of_the_rules(self) -> Iterator[str]:
        if self.period.instrument == "concurrent":
            yield say("concurrent")
        checked = rulebook.last_checked("review_periods")
        if self.on > checked:
            yield say("later-law", day=rulebook.day(checked))


def _new_congress(received: date, last: date) -> date | None:
    begins = next((rule.new_congress for rule in _counting(received) if rule.new_congress), None)
    if begins is None:
        return None
    for year in range(received.year, last.year + 1):
        opening = date.fromisoformat(f"{year}-{begins}")
        if year % 2 and received < opening <= last:
            return opening
    return None


def days_waited(received: date, on: date) -> int:
    """Count the calendar days from receipt to a day.

    >>> days_waited(date(2026, 6, 5), date(2026, 7, 22))
    47
    """
    return (on - received).days
