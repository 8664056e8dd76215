"""Certification: whether an offer must be certified to Congress, and which test says so.

What is not given is not guessed: when the values given decide nothing, ``required`` is null.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from armsdocket.errors import LawError
from armsdocket.law import groups, proposals, rulebook, threshold
from armsdocket.law.review import section_of
from armsdocket.law.rulebook import AppliedRule
from armsdocket.law.rulebook import sentence as say
from armsdocket.law.threshold import Money, Result, ThresholdRule, Thresholds, Values

MISSING = {
    "mde": "the value of major defense equipment",
    "total": "the total",
    "firearms": "the value of the firearms",
    "months": "the term of the lease",
}


class Certification(msgspec.Struct, frozen=True, kw_only=True):
    """Whether an offer must be certified to Congress; ``required`` is null when the values do not decide."""

    required: bool | None
    thresholds: Thresholds
    met: tuple[str, ...]
    """The tests that are met: mde, total, dc, firearms, months, any value."""
    group: str
    reason: str
    rules: tuple[AppliedRule, ...]
    caveats: tuple[str, ...] = ()
    channel: str = "fms"


def certify(
    buyer: str,
    on: date,
    *,
    mde: Money | None = None,
    total: Money | None = None,
    dc: Money | None = None,
    new_territory: bool = False,
    channel: str = "fms",
    firearms: bool = False,
    lease_months: int | None = None,
    donor: str | None = None,
    exception: str | None = None,
) -> Certification:
    """Tell whether an offer of these values (US dollars) must be certified to Congress on a day.

    ``total`` is the whole case, equipment included; ``dc`` design and construction services; ``firearms``
    says the total is that of Category I firearms (36(c)); ``donor`` hands over in a transfer; ``exception``
    names one of 3(d)(4). Raises LawError for an unknown buyer, channel or exception, a day before the law,
    or a bad value.

    >>> certify("PL", date(2024, 6, 3), mde=24.9e6, total=100e6).met
    ('total',)
    """
    section = section_of(channel)
    who = groups.recipient(buyer, on)
    values = Values(mde=mde, total=total, dc=dc, firearms=firearms, months=lease_months)
    rules = _rules(section, who, on, exception, new_territory=new_territory)
    rules = tuple(rule for rule in rules if rule.firearms is None or firearms)
    limits = threshold.thresholds(rules)
    results = tuple(threshold.results(limits, values))
    required = _required(rules, results)
    about = _About(who, section, on, rules, limits, values, results, required)
    return Certification(
        required=required,
        thresholds=limits,
        met=tuple(result.test for result in results if result.met),
        group=who.group,
        reason=about.reason(),
        rules=tuple(rulebook.applied(rule) for rule in (*rules, *who.rules)),
        caveats=tuple(dict.fromkeys(about.caveats(donor=donor, new_territory=new_territory))),
        channel=channel,
    )


def _rules(
    section: str, who: groups.Recipient, on: date, exception: str | None, *, new_territory: bool
) -> tuple[ThresholdRule, ...]:
    if exception is not None:
        return (_exception(section, exception, on),)
    rules = threshold.rules_for(section, who, on, new_territory=new_territory)
    if not rules:
        rows = (row for row in rulebook.rows("thresholds", ThresholdRule) if row.section == section)
        rulebook.for_day(rows, on, f"certification under {section}")
        raise LawError(f"no rule answers: what is certified under {section} on {on}")
    return rules


def _exception(section: str, name: str, on: date) -> ThresholdRule:
    rows = [row for row in rulebook.rows("thresholds", ThresholdRule) if row.exceptions]
    for row in rulebook.in_force(rows, on):
        if row.section.startswith(section) and name in row.exceptions:
            return row
    known = ", ".join(name for row in rows for name in row.exceptions)
    raise LawError(f"no exception {name!r} under {section} on {on}: 3(d)(4) knows {known}")


def _required(rules: Sequence[ThresholdRule], results: Sequence[Result]) -> bool | None:
    if any(rule.exempt for rule in rules):
        return False
    if any(result.met for result in results):
        return True
    return None if any(result.met is None for result in results) else False


class _About(msgspec.Struct, frozen=True):
    """One question and its answer, to be put in words."""

    who: groups.Recipient
    section: str
    on: date
    rules: tuple[ThresholdRule, ...]
    limits: Thresholds
    values: Values
    results: tuple[Result, ...]
    required: bool | None

    def reason(self) -> str:
        cited = f"({self.section}; {', '.join(rule.id for rule in self.rules)})"
        if self.required is None:
            missing = [MISSING[result.test] for result in self.results if result.met is None]
            return f"Cannot tell without {' and '.join(missing)} {cited}."
        if any(rule.exempt for rule in self.rules):
            why = self.rules[0].says.removesuffix(".")
            return f"No certification is required: {why[0].lower()}{why[1:]} {cited}."
        shown = [result for result in self.results if result.met or not self.required]
        said = " and ".join(
            threshold.clause(result) for result in shown if result.value is not None or result.met
        )
        return f"{'A' if self.required else 'No'} certification is required: {said} {cited}."

    def caveats(self, *, donor: str | None, new_territory: bool) -> Iterator[str]:
        if self.section == "36(b)" and self.who.group == "NATO itself":
            yield say("nato-itself")
        if new_territory and self.who.raised:
            yield say("territory-thresholds")
        if groups.is_major_ally(self.who.code):
            yield say("major-ally")
        yield from self._of_the_tests()
        yield from self._of_the_channel(donor)
        yield from proposals.would_change(self.who, self.on, self.section, self.values, self.required)
        yield from rulebook.doubts((*self.rules, *self.who.rules), self.on)
        checked = rulebook.last_checked("thresholds")
        if self.on > checked:
            yield say("later-law", day=rulebook.day(checked))

    def _of_the_tests(self) -> Iterator[str]:
        met = [result.test for result in self.results if result.met]
        if met == ["mde"] and self.section == "36(b)" and any(rule.group == "raised" for rule in self.rules):
            yield say("either-or")
        if self.values.mde is not None and self.values.mde > 0:
            yield say("mde-not-computed")
        if self.values.only_construction:
            yield say("only-construction")
        if any(
            result.test == "mde" and result.met is False and result.value is None for result in self.results
        ):
            yield say("mde-is-part")

    def _longest_lease(self) -> ThresholdRule | None:
        """Give the rule on the longest lease when this one is longer."""
        rows = rulebook.in_force(rulebook.rows("thresholds", ThresholdRule), self.on)
        limit = next((row for row in rows if row.most_months), None)
        over = limit and self.values.months is not None and self.values.months > (limit.most_months or 0)
        return limit if over else None

    def _of_the_channel(self, donor: str | None) -> Iterator[str]:
        if any(result.test == "firearms" for result in self.results) and self.who.raised:
            yield say("firearms")
        if self.section == "3(d)":
            yield say("acquisition-cost")
            if donor:
                name = groups.name_of(donor)
                yield say("recipient-not-donor", recipient=self.who.name, donor=name)
        if self.section == "62" and (longest := self._longest_lease()):
            years = (longest.most_months or 0) // 12
            yield say("long-lease", years=years, citation=longest.citation)
        if self.section == "62" and self.required:
            limits = threshold.thresholds(threshold.rules_for("63", self.who, self.on))
            if not any(result.met is not False for result in threshold.results(limits, self.values)):
                mde, total = threshold.money(limits.mde or 0), threshold.money(limits.total or 0)
                yield say("lease-no-block", mde=mde, total=total)
