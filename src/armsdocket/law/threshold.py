"""Thresholds: the dated values from which an offer is certified, and what a case's values say to them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from armsdocket.errors import LawError
from armsdocket.law import rulebook
from armsdocket.law.groups import Recipient
from armsdocket.law.rulebook import Rule

Group = Literal["general", "raised", "all", "fifteen", "other"]
Test = Literal["mde", "total", "dc", "firearms", "months", "any value"]
Money = int | float
MOST = 10**15
"""More dollars than any sale: what goes beyond is a slip."""

WORDS: dict[Test, str] = {
    "mde": "{value} of major defense equipment",
    "total": "{value} in all",
    "dc": "{value} of design and construction services",
    "firearms": "{value} of Category I firearms",
    "months": "a term of {value}",
}


class ThresholdRule(Rule, frozen=True, kw_only=True):
    """Values in US dollars from which a certification is needed; null where there is no such test."""

    group: Group
    mde: int | None
    total: int | None
    dc: int | None
    firearms: int | None = None
    months: int | None = None
    most_months: int | None = None
    any_value: bool = False
    exempt: bool = False
    exceptions: tuple[str, ...] = ()


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """The thresholds that apply to an offer, in US dollars; null where there is no such test."""

    mde: int | None = None
    total: int | None = None
    dc: int | None = None
    firearms: int | None = None
    months: int | None = None
    any_value: bool = False


class Values(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an offer: values in US dollars, the term of a lease in months; null is not known."""

    mde: Money | None = None
    total: Money | None = None
    dc: Money | None = None
    firearms: bool = False
    """The total is that of Category I firearms."""
    months: int | None = None

    def __post_init__(self) -> None:
        for name in ("mde", "total", "dc", "months"):
            value = getattr(self, name)
            if value is not None and not 0 <= value <= MOST:
                raise LawError(f"{name} is {value:.3g}: give a value from zero to {money(MOST)}")
        if self.mde is not None and self.total is not None and self.mde > self.total:
            raise LawError(
                f"mde ({money(self.mde)}) is more than total ({money(self.total)}): "
                "major defense equipment is part of the total; give the total of the whole case"
            )

    @property
    def only_construction(self) -> bool:
        """Tell whether nothing but design and construction is given: then no other test is in play."""
        return self.dc is not None and self.mde is None and self.total is None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One test on one offer. ``met`` is null when the values given do not decide it."""

    test: Test
    limit: int
    value: Money | None
    met: bool | None


def rules_for(
    section: str, who: Recipient, on: date, *, new_territory: bool = False
) -> tuple[ThresholdRule, ...]:
    """Pick the threshold rules of a section for a recipient on a day."""
    raised = who.raised and not new_territory
    groups = {"all", "raised" if raised else "general", "fifteen" if who.fifteen else "other"}
    rows = rulebook.in_force(rulebook.rows("thresholds", ThresholdRule), on)
    rows = tuple(row for row in rows if row.section == section)
    if not any(row.group == "raised" for row in rows):
        groups.add("general")
    return tuple(row for row in rows if row.group in groups)


def thresholds(rules: Iterable[ThresholdRule]) -> Thresholds:
    """Put the tests of several rules side by side."""
    found: dict[str, int | bool] = {}
    for rule in rules:
        for name in ("mde", "total", "dc", "firearms", "months"):
            limit = getattr(rule, name)
            if limit is not None:
                found[name] = limit
        if rule.any_value:
            found["any_value"] = True
    return msgspec.convert(found, Thresholds)


def results(limits: Thresholds, values: Values) -> Iterator[Result]:
    """Test an offer's values: equality reaches a threshold, and equipment is part of the total."""
    if limits.any_value:
        yield Result(test="any value", limit=0, value=None, met=True)
    if limits.mde is not None and not values.only_construction:
        yield Result(test="mde", limit=limits.mde, value=values.mde, met=_equipment(limits.mde, values))
    if limits.total is not None and not values.only_construction:
        yield Result(test="total", limit=limits.total, value=values.total, met=_total(limits.total, values))
    if limits.dc is not None and values.dc is not None:
        yield Result(test="dc", limit=limits.dc, value=values.dc, met=values.dc >= limits.dc)
    if limits.firearms is not None and values.firearms:
        met = None if values.total is None else values.total >= limits.firearms
        yield Result(test="firearms", limit=limits.firearms, value=values.total, met=met)
    if limits.months is not None:
        met = None if values.months is None else values.months >= limits.months
        yield Result(test="months", limit=limits.months, value=values.months, met=met)


def _equipment(limit: int, values: Values) -> bool | None:
    if values.mde is not None:
        return values.mde >= limit
    # Equipment is part of the total: a total under the equipment limit settles it.
    return False if values.total is not None and values.total < limit else None


def _total(limit: int, values: Values) -> bool | None:
    if values.total is not None:
        return values.total >= limit
    return True if values.mde is not None and values.mde >= limit else None


def clause(result: Result) -> str:
    """Say a result: "$75 million in all reaches $50 million"."""
    if result.test == "any value":
        return "every approval is certified, whatever the value"
    write = months if result.test == "months" else money
    if result.value is None:
        return WORDS[result.test].format(value="a value not given")
    verb = "reaches" if result.met else "is under"
    return f"{WORDS[result.test].format(value=write(result.value))} {verb} {write(result.limit)}"


def money(value: Money) -> str:
    """Write dollars for a sentence.

    >>> money(13_990_000), money(8_400_000_000), money(500_000)
    ('$13.99 million', '$8.4 billion', '$500,000')
    """
    for size, word in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if value >= size:
            return f"${value / size:.6f}".rstrip("0").rstrip(".") + f" {word}"
    return f"${value:,.0f}"


def months(value: Money) -> str:
    """Write a number of months."""
    return f"{value:g} month{'' if value == 1 else 's'}"
