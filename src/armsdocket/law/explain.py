"""Explain: every rule of the rulebook by id and section, with dates, citation, grade and quirk."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

import msgspec

from armsdocket.errors import LawError
from armsdocket.law import rulebook
from armsdocket.law.changes import ChangeRule
from armsdocket.law.emergencies import EmergencyUse
from armsdocket.law.groups import Accession, GroupRule
from armsdocket.law.proposals import Proposal
from armsdocket.law.publication import PublicationRule
from armsdocket.law.resolution_clock import Outcome, ProcedureRule
from armsdocket.law.review import CountingRule, Period
from armsdocket.law.roles import Role
from armsdocket.law.rulebook import GRADES, Rule
from armsdocket.law.steps import Step
from armsdocket.law.threshold import ThresholdRule

FILES: dict[str, type[Rule]] = {
    "thresholds": ThresholdRule,
    "review_periods": Period,
    "day_counting": CountingRule,
    "groups": GroupRule,
    "accessions": Accession,
    "emergency_rules": Rule,
    "emergency_uses": EmergencyUse,
    "resolutions": ProcedureRule,
    "resolution_outcomes": Outcome,
    "changes": ChangeRule,
    "publication": PublicationRule,
    "roles": Role,
    "duties": Rule,
    "definitions": Rule,
    "steps": Step,
    "proposals": Proposal,
}
"""Each rule file, and what its rows are."""
# Enough to choose from in a message of one line.
NEAR = 5
COMMON = frozenset(Rule.__struct_encode_fields__)


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One rule as a reader sees it; ``values`` are the numbers and lists it holds beside its dates."""

    id: str
    section: str
    says: str
    from_: str | None = msgspec.field(name="from")
    to: str | None
    citation: str
    confidence: str
    grade: str
    """What the grade of confidence means."""
    source: str
    quirk: str | None
    doubts: tuple[str, ...]
    values: dict[str, Any]
    file: str
    last_checked: str


def rules(section: str | None = None, on: date | None = None) -> tuple[Explanation, ...]:
    """List the rules, of a section (``36(b)`` also gives ``36(b)(5)(C)``) and of a day when given.

    >>> [rule.id for rule in rules("36(b)", date(1980, 1, 1))]
    ['R1.1', 'R6.1', 'R13.1']
    """
    return tuple(
        _explained(file, rule)
        for file, rule in _all()
        if (section is None or rule.section.lower().startswith(section.lower()))
        and (on is None or rule.holds(on))
    )


def sections() -> tuple[str, ...]:
    """Give the sections that rules belong to, in order of the files."""
    return tuple(dict.fromkeys(rule.section for _, rule in _all()))


def rule(id: str) -> Explanation:
    """Explain one rule by its id. Raises LawError for an unknown id."""
    for file, found in _all():
        if found.id.lower() == id.strip().lower():
            return _explained(file, found)
    raise LawError(f"no rule {id!r}: {_advice(id)}")


def _advice(id: str) -> str:
    """Name the rules whose ids are near, or where to find them all."""
    known = {rule.id.lower(): rule.id for _, rule in _all()}
    wanted = id.strip().lower()
    begun = [known[key] for key in known if wanted and key.startswith(wanted)]
    near = begun or [known[key] for key in get_close_matches(wanted, known, n=NEAR, cutoff=0.5)]
    if near:
        return f"near it: {', '.join(near[:NEAR])}"
    ids = ", ".join(list(known.values())[:NEAR])
    return f"ids are like {ids}; list them by section ({', '.join(sections())})"


def _all() -> Iterator[tuple[str, Rule]]:
    for file, kind in FILES.items():
        for row in rulebook.rows(file, kind):
            yield file, row


def _explained(file: str, rule: Rule) -> Explanation:
    plain = msgspec.to_builtins(rule)
    values = {
        key: value
        for key, value in plain.items()
        if key not in COMMON and value not in (None, False, (), [], "")
    }
    return Explanation(
        id=rule.id,
        section=rule.section,
        says=rule.says,
        from_=plain["from"],
        to=plain["to"],
        citation=rule.citation,
        confidence=rule.confidence,
        grade=GRADES[rule.confidence],
        source=rule.source,
        quirk=rule.quirk,
        doubts=tuple(doubt.says for doubt in rule.doubts),
        values=values,
        file=f"rules/{file}.yaml",
        last_checked=rulebook.last_checked(file).isoformat(),
    )
