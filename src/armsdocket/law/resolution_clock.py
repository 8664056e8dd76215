"""Joint resolutions against a sale: when a committee can be discharged, and earlier ones."""

from datetime import date
from typing import Literal

import msgspec

from armsdocket.law import groups, rulebook
from armsdocket.law.review import section_of
from armsdocket.law.rulebook import AppliedRule, Rule


class ProcedureRule(Rule, frozen=True, kw_only=True):
    """A rule on resolutions; discharge rules carry a group, the sections they cover, and days."""

    group: Literal["all", "fifteen"] | None = None
    sections: tuple[str, ...] = ()
    days: int | None = None
    senate: int | None = None
    house: int | None = None


class Outcome(Rule, frozen=True, kw_only=True):
    """What became of resolutions against one sale."""

    date: str
    buyers: tuple[str, ...]
    result: Literal["refused", "vetoed", "no action", "enacted"]


class Discharge(msgspec.Struct, frozen=True, kw_only=True):
    """When a motion to discharge the Senate committee is in order."""

    introduced: str
    days: int
    from_: str = msgspec.field(name="from")
    """The first day, before days of adjournment are left out."""
    reason: str
    rules: tuple[AppliedRule, ...]
    caveats: tuple[str, ...] = ()


def discharge(introduced: date, buyer: str, *, channel: str = "fms") -> Discharge:
    """Compute when the Senate committee can be discharged of a resolution.

    Raises LawError for an unknown buyer or channel, or a day before the law.

    >>> discharge(date(2024, 6, 4), "PL").from_, discharge(date(2024, 6, 4), "UA").from_
    ('2024-06-09', '2024-06-14')
    """
    section, who = section_of(channel), groups.recipient(buyer, introduced)
    rules = rulebook.for_day(
        (
            rule
            for rule in rulebook.rows("resolutions", ProcedureRule)
            if rule.section.startswith("discharge")
        ),
        introduced,
        "the discharge of a resolution",
    )
    found = [rule for rule in rules if section in rule.sections and (rule.group == "all" or who.fifteen)]
    # The special clause for a group goes before the general one.
    found.sort(key=lambda rule: rule.group == "all")
    rule = rulebook.only(found[:1], f"discharge of a resolution under {section} on {introduced}")
    days = rule.days or 0
    notes = [other for other in rules if other.section == "discharge note"] if section == "3(d)" else []
    used = (rule, *(who.rules if rule.group == "fifteen" else ()), *(notes if who.fifteen else ()))
    first = rulebook.later(introduced, days)
    why = (
        f"{who.why}"
        if rule.group == "fifteen"
        else f"the general rule of {rule.citation.split(',')[0]} applies"
    )
    return Discharge(
        introduced=introduced.isoformat(),
        days=days,
        from_=first.isoformat(),
        reason=f"After {days} calendar days: {why} ({rule.citation.split(', P.L.')[0]}).",
        rules=tuple(rulebook.applied(one) for one in used),
        caveats=(rulebook.sentence("discharge-adjournment"), rulebook.sentence("no-house-discharge"),
                 *rulebook.doubts(used, introduced)),
    )  # fmt: skip


def outcomes(buyer: str | None = None) -> tuple[Outcome, ...]:
    """Give the recorded outcomes of resolutions, of one recipient or of all, in order of time."""
    code = groups.recipient_code(buyer) if buyer else None
    return tuple(
        row for row in rulebook.rows("resolution_outcomes", Outcome) if code is None or code in row.buyers
    )
