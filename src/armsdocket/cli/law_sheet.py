"""Answers of the law as text: the answer first, then the rule, its dates, citation and confidence."""

from collections.abc import Iterable

from armsdocket.cli.figures import money
from armsdocket.cli.sheet import Sheet
from armsdocket.law.certification import Certification
from armsdocket.law.review import Clock
from armsdocket.law.rulebook import AppliedRule


def show_clock(sheet: Sheet, clock: Clock) -> None:
    """Print a review period with its rules and caveats."""
    rows = clock_rows(clock)
    if clock.earliest_offer:
        issued = "licence" if clock.channel == "dcs" else "offer" if clock.channel == "fms" else "approval"
        rows.append((issued, f"{clock.earliest_offer} at the earliest, a computation"))
    sheet.rows([*rows, ("group", clock.group)], indent=0)
    show_rules(sheet, clock.rules)
    show_caveats(sheet, clock.caveats)


def clock_rows(clock: Clock) -> list[tuple[str, str]]:
    """Word the answer: received, last day, and why that many days."""
    rows = [("received", clock.received or "not stated")]
    if clock.waived:
        rows.append(("last day", "none: a stated emergency waives the review period"))
    elif clock.last_day:
        rows.append(("last day", clock.last_day))
    else:
        rows.append(("last day", "not known without the day of receipt"))
    return [*rows, ("why", clock.reason)]


def show_certification(sheet: Sheet, answer: Certification) -> None:
    """Print whether a certification is required, the tests, their rules and caveats."""
    required = {True: "yes", False: "no", None: "cannot be told from these values"}[answer.required]
    rows = [("certification", required), ("why", answer.reason), ("group", answer.group)]
    for name in answer.thresholds.__struct_fields__:
        limit = getattr(answer.thresholds, name)
        if isinstance(limit, int | float) and not isinstance(limit, bool):
            met = ", met" if name in answer.met else ""
            worded = f"{limit:,} months" if name == "months" else money(limit, "USD")
            rows.append((f"threshold {name}", f"{worded}{met}"))
    sheet.rows(rows, indent=0)
    show_rules(sheet, answer.rules)
    show_caveats(sheet, answer.caveats)


def show_rules(sheet: Sheet, rules: Iterable[AppliedRule]) -> None:
    """Print rules as they were applied, each with dates, citation and confidence."""
    sheet.heading("rules")
    for rule in rules:
        show_rule(sheet, rule)


def show_rule(sheet: Sheet, rule: AppliedRule) -> None:
    """Print one rule."""
    sheet.wrapped(f"{rule.id}: {rule.says}", indent=2, hang=2)
    sheet.wrapped(f"{rule.citation}; {in_force(rule)}; confidence {rule.confidence}", indent=6, style="dim")
    if rule.quirk:
        sheet.wrapped(rule.quirk, indent=6, mark="quirk: ", style="dim")


def in_force(rule: AppliedRule) -> str:
    """Word from when to when a rule holds; ``to`` is the first day it no longer does."""
    if rule.from_ and rule.to:
        return f"in force from {rule.from_} until {rule.to}"
    if rule.to:
        return f"in force until {rule.to}"
    return f"in force since {rule.from_}" if rule.from_ else "its first day is not established"


def show_caveats(sheet: Sheet, caveats: Iterable[str]) -> None:
    """Print what a reader must know before quoting the answer."""
    caveats = list(caveats)
    if caveats:
        sheet.heading("mind")
    for words in caveats:
        sheet.wrapped(words, indent=2, mark="- ")
