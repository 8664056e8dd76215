"""The rulebook: dated rules of law from ``rules/*.yaml``, and which of them holds on a day.

Every number of law stands in those files with its dates, citation, grade of confidence and source.
A rule holds from its ``from`` (inclusive) to its ``to`` (exclusive).
A row that has ``rows`` of its own is a family: they take what it states, and state what differs.
"""

from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeVar, cast

import msgspec

from armsdocket.errors import LawError, VocabularyError
from armsdocket.vocabulary import datafile

Confidence = Literal["A", "B", "C", "U"]

_RULES = resources.files("armsdocket.law") / "rules"


class Doubt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is less sure about a rule from a day on; shown with every use of the rule after that day."""

    from_: date = msgspec.field(name="from")
    confidence: Confidence
    says: str


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row of a rule file. ``from_`` is null only where the first day is not established."""

    id: str
    section: str
    """The provision it belongs to, as cited: ``36(b)``, ``36(c)``, ``3(d)``, ``601(b)``, ``practice``."""
    from_: date | None = msgspec.field(name="from")
    to: date | None
    says: str
    citation: str
    confidence: Confidence
    source: str
    quirk: str | None = None
    doubts: tuple[Doubt, ...] = ()

    def holds(self, on: date) -> bool:
        """Tell whether the rule holds on a day: from inclusive, to exclusive."""
        return (self.from_ is None or self.from_ <= on) and (self.to is None or on < self.to)


class AppliedRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule as it was applied: its dates, citation and confidence."""

    id: str
    says: str
    citation: str
    confidence: Confidence
    source: str
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    quirk: str | None = None
    """Where the text is odd or practice departs from it."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    about: str
    as_of: date
    shared: dict[str, Any] = {}
    """What every row of the file shares."""
    rows: list[dict[str, Any]]


R = TypeVar("R", bound=Rule)


def rows(name: str, kind: type[R]) -> tuple[R, ...]:
    """Give the rows of ``rules/<name>.yaml`` as ``kind``, in the order of the file; cached.

    Raises LawError when the file is missing or a row breaks its schema.
    """
    return cast("tuple[R, ...]", _rows(name, cast("Hashable", kind)))


@cache
def _rows(name: str, kind: Any) -> tuple[Rule, ...]:
    return read_rows(_content(name), kind, f"rules/{name}.yaml")


def folder(name: str) -> tuple[str, ...]:
    """Give the rule files in a folder of ``rules/``, by the names that ``rows`` takes.

    >>> folder("misreadings")[:2]
    ('misreadings/bodies', 'misreadings/clock')
    """
    try:
        files = [path.name for path in (_RULES / name).iterdir()]
    except FileNotFoundError:
        raise LawError(f"rule folder {name} is missing: reinstall armsdocket") from None
    stems = sorted(file.removesuffix(".yaml") for file in files if file.endswith(".yaml"))
    return tuple(f"{name}/{stem}" for stem in stems)


def last_checked(name: str) -> date:
    """Give the day on which a rule file was last checked against the law."""
    return _decode(_content(name), f"rules/{name}.yaml").as_of


@cache
def _content(name: str) -> bytes:
    try:
        return (_RULES / f"{name}.yaml").read_bytes()
    except FileNotFoundError:
        raise LawError(f"rule file {name}.yaml is missing: reinstall armsdocket") from None


def read_rows(content: bytes, kind: type[R], name: str) -> tuple[R, ...]:
    """Read the rows of one rule file strictly; ``name`` is what error messages call it.

    Raises LawError on unknown or repeated keys, a missing field, ``from`` not before ``to``,
    an id used twice, or a family without rows.
    """
    file = _decode(content, name)
    found: dict[str, R] = {}
    for number, row in enumerate(_single(file.rows, file.shared, name), start=1):
        label = f"{name}, row {row.get('id') or number}"
        try:
            rule = msgspec.convert(row, kind, strict=False)
        except msgspec.ValidationError as error:
            raise LawError(f"{label}: {error}") from error
        _check(rule, label)
        if rule.id in found:
            raise LawError(f"{label}: the id stands twice")
        found[rule.id] = rule
    return tuple(found.values())


def _single(rows: list[dict[str, Any]], shared: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Give the single rows, each with what its family and its file share."""
    for row in rows:
        if "rows" not in row:
            yield shared | row
            continue
        family = {key: value for key, value in row.items() if key != "rows"}
        try:
            members = msgspec.convert(row["rows"], list[dict[str, Any]])
        except msgspec.ValidationError as error:
            raise LawError(f"{name}, family {family}: 'rows' holds no list of rows: {error}") from error
        if not members:
            raise LawError(f"{name}, family {family}: it has no rows")
        yield from _single(members, shared | family, name)


@cache
def _decode(content: bytes, name: str) -> _File:
    try:
        return datafile.decode(content, _File, name)
    except VocabularyError as error:
        raise LawError(str(error)) from error


def _check(rule: Rule, label: str) -> None:
    if rule.from_ and rule.to and rule.from_ >= rule.to:
        raise LawError(f"{label}: 'from' {rule.from_} is not before 'to' {rule.to}")
    for field in ("id", "section", "says", "citation", "source"):
        if not getattr(rule, field).strip():
            raise LawError(f"{label}: '{field}' is empty")


def in_force(rules: Iterable[R], on: date) -> tuple[R, ...]:
    """Pick the rules that hold on a day, in their order."""
    return tuple(rule for rule in rules if rule.holds(on))


def only(rules: Iterable[R], question: str) -> R:
    """Give the one rule among ``rules``. Raises LawError when none or several answer the question."""
    found = tuple(rules)
    if len(found) == 1:
        return found[0]
    if not found:
        raise LawError(f"no rule answers: {question}")
    raise LawError(f"several rules ({', '.join(rule.id for rule in found)}) answer: {question}")


def for_day(rules: Iterable[R], on: date, question: str) -> tuple[R, ...]:
    """Give the rules that hold on a day. Raises LawError for a day before the first of them."""
    rules = tuple(rules)
    first = min((rule.from_ or date.min for rule in rules), default=date.min)
    if on < first:
        raise LawError(f"no law yet on {on}: {question} begins on {first}; give that day or a later one")
    return in_force(rules, on)


def applied(rule: Rule) -> AppliedRule:
    """Show a rule as it was applied."""
    return AppliedRule(
        id=rule.id,
        says=rule.says,
        citation=rule.citation,
        confidence=rule.confidence,
        source=rule.source,
        from_=rule.from_.isoformat() if rule.from_ else None,
        to=rule.to.isoformat() if rule.to else None,
        quirk=rule.quirk,
    )


GRADES = {
    "A": "the text of the law was read",
    "B": "read in a good secondary source or deduced from the text",
    "C": "from general knowledge or a weak source, not checked",
    "U": "unsettled: sources conflict or none was found",
}


def doubts(rules: Iterable[Rule], on: date) -> tuple[str, ...]:
    """Say what is unsure about ``rules`` used for a day: each grade below A, and dated doubts."""
    said = []
    for rule in rules:
        if rule.confidence != "A":
            grade, meaning = rule.confidence, GRADES[rule.confidence]
            said.append(sentence("grade", id=rule.id, citation=rule.citation, grade=grade, meaning=meaning))
        begun = [doubt for doubt in rule.doubts if doubt.from_ <= on]
        if begun:
            said.append(max(begun, key=lambda doubt: doubt.from_).says)
    return tuple(dict.fromkeys(said))


@cache
def words(name: str) -> dict[str, str]:
    """Give ``rules/<name>.yaml`` as names and the words they stand for. Raises LawError as ``rows`` does."""
    try:
        return datafile.decode(_content(name), dict[str, str], f"rules/{name}.yaml")
    except VocabularyError as error:
        raise LawError(str(error)) from error


def sentence(name: str, **filled: object) -> str:
    """Give a sentence of ``rules/sentences.yaml`` with its words filled in.

    >>> sentence("weekend", weekday="Saturday")
    'The last day is a Saturday: weekends count and nothing rolls forward.'
    """
    return words("sentences")[name].format(**filled)


def later(on: date, days: int) -> date:
    """Give the day so many days on (before, when negative). Raises LawError beyond the calendar's end.

    >>> later(date(2024, 1, 11), 30)
    datetime.date(2024, 2, 10)
    """
    try:
        return on + timedelta(days)
    except OverflowError:
        raise LawError(f"date out of range: {on} and {days} days; give a day that can be meant") from None


def day(on: date) -> str:
    """Write a day for a sentence.

    >>> day(date(2024, 2, 10))
    '10 February 2024'
    """
    return f"{on.day} {on:%B} {on.year}"
