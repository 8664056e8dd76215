"""Changes after a certification: the report before delivery, and when a change is a separate offer."""

from datetime import MAXYEAR, date

import msgspec

from armsdocket.errors import LawError
from armsdocket.law import groups, rulebook, threshold
from armsdocket.law.rulebook import AppliedRule, Rule
from armsdocket.law.threshold import Money, Result, Values

SECTIONS = {"fms": "36(b)(5)(C)", "dcs": "36(c)(4)"}


class ChangeRule(Rule, frozen=True, kw_only=True):
    """A duty that follows from a change."""

    report_days: int | None = None
    reach_years: int | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What an enhancement of a certified sale needs."""

    report: bool
    """A report to the committees is due before delivery."""
    report_by: str | None
    """The last day for the report; null without a day of delivery or when no report is due."""
    reach_until: str
    """The last day of delivery that the duty reaches."""
    separate_offer: bool | None
    """It is certified anew, with a full review; null when the values given do not decide it."""
    reason: str
    rules: tuple[AppliedRule, ...]
    caveats: tuple[str, ...] = ()


def enhancement(
    buyer: str,
    certified: date,
    on: date,
    *,
    delivery: date | None = None,
    mde: Money | None = None,
    total: Money | None = None,
    dc: Money | None = None,
    new_territory: bool = False,
    channel: str = "fms",
) -> Change:
    """Tell what an enhancement, decided ``on`` a day, of a sale ``certified`` earlier needs.

    The values are what the enhancement costs, in US dollars. Raises LawError for another channel than fms or
    dcs, or a day before the certification or the law.

    >>> enhancement("DE", date(2023, 5, 11), date(2026, 5, 20), total=20e6).reach_until
    '2033-05-11'
    """
    if channel not in SECTIONS:
        raise LawError(f"no rule on enhancements for channel {channel!r}: use one of {', '.join(SECTIONS)}")
    if on < certified:
        raise LawError(
            f"the change of {on} comes before the certification of {certified}; give a later day of change"
        )
    rows = (row for row in rulebook.rows("changes", ChangeRule) if row.from_)
    duties = rulebook.for_day(rows, on, "the duty to report changes")
    wanted = {"fms": "E1", "dcs": "E5"}[channel]
    duty = rulebook.only((rule for rule in duties if rule.id == wanted), f"reports on changes on {on}")
    reach = rulebook.only((rule for rule in duties if rule.reach_years), f"reach of reports on {on}")
    until = _years_after(certified, reach.reach_years or 0)
    who = groups.recipient(buyer, on)
    limits = threshold.rules_for(SECTIONS[channel], who, on, new_territory=new_territory)
    values = Values(mde=mde, total=total, dc=dc)
    separate = _separate(tuple(threshold.results(threshold.thresholds(limits), values)))
    reached = (delivery or on) <= until
    by = rulebook.later(delivery, -(duty.report_days or 0)) if delivery and reached else None
    used = (duty, reach, *limits, *who.rules)
    return Change(
        report=reached,
        report_by=by.isoformat() if by else None,
        reach_until=until.isoformat(),
        separate_offer=separate if reached else False,
        reason=_reason(duty, until, reached=reached, separate=separate),
        rules=tuple(rulebook.applied(rule) for rule in used),
        caveats=rulebook.doubts(used, on),
    )


def _separate(results: tuple[Result, ...]) -> bool | None:
    if any(result.met for result in results):
        return True
    return None if any(result.met is None for result in results) else False


def _reason(duty: ChangeRule, until: date, *, reached: bool, separate: bool | None) -> str:
    if not reached:
        return f"The delivery comes after {rulebook.day(until)}, the last day the duty reaches (36(b)(5)(B))."
    report = f"A report is due at least {duty.report_days} days before delivery, whatever the cost"
    ending = {
        True: "; the cost makes it a separate offer, which is certified anew",
        False: "; the cost makes it no separate offer",
        None: "; whether it is a separate offer cannot be told from the values given",
    }[separate]
    return f"{report}{ending} ({duty.section}, 36(b)(5)(C))."


def _years_after(start: date, years: int) -> date:
    """Give the same day some years on; 29 February becomes 28 February."""
    if start.year + years > MAXYEAR:
        raise LawError(f"date out of range: {start} and {years} years; give a day that can be meant")
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=28)
