"""Facts: a reading taken apart into single values, so that two versions of the program can be compared."""

from collections.abc import Iterator
from typing import Any

import msgspec

# Which reader and which rule made a claim is no fact of the document.
_NOT_FACTS = frozenset(("kind", "reader", "rule"))
_HEADING = ("kind", "language", "sample")


class Fact(msgspec.Struct, frozen=True, order=True):
    """One value of one field of one document, with the passage that states it.

    ``field`` is the path of the field without places in lists (``items[].quantity``), so that the order
    of claims and lines does not matter. A value without a passage of its own, such as the bound of a
    quantity, bears the passage of what it belongs to.
    """

    document: str
    family: str
    field: str
    value: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """Name the field with its family: ``transfer.items[].quantity``."""
        return f"{self.family}.{self.field}"


def facts(document: str, record: dict[str, Any]) -> list[Fact]:
    """Take apart one line of ``read --format jsonl``, decoded; the facts stand in order.

    >>> line = {"claims": [{"kind": "sum", "amount": {
    ...     "value": 40000000, "as_written": "40 million", "passage": {"start": 3, "end": 13}}}]}
    >>> facts("budget.txt", line)
    [Fact(document='budget.txt', family='sum', field='amount', value='40000000', start=3, end=13)]
    """
    found: list[Fact] = []
    heading = record.get("document", {})
    for name in _HEADING:
        found += _of(document, "document", name, heading.get(name))
    for name, value in heading.get("evidence", {}).items():
        found += _of(document, "document", name, value)
    for part in heading.get("parts", ()):
        found.append(_fact(document, "document", "parts[]", part["part"], part["passage"]))
    for claim in record.get("claims", ()):
        for name, value in claim.items():
            if name not in _NOT_FACTS:
                found += _of(document, claim["kind"], name, value)
    for problem in record.get("problems", ()):
        found.append(_fact(document, "problem", problem["rule"], problem["what"], problem.get("passage")))
    return sorted(found)


def _of(
    document: str, family: str, field: str, value: object, passage: dict[str, int] | None = None
) -> Iterator[Fact]:
    """Yield the facts under one field; ``passage`` is that of the nearest value around it."""
    if value is None:
        return
    if isinstance(value, list):
        for member in value:
            yield from _of(document, family, f"{field}[]", member, passage)
    elif isinstance(value, dict):
        passage = value.get("passage", passage)
        if "value" in value:
            yield _fact(document, family, field, value["value"], passage)
        for name, member in value.items():
            if name not in {"value", "as_written", "passage"}:
                yield from _of(document, family, f"{field}.{name}", member, passage)
    else:
        yield _fact(document, family, field, value, passage)


def _fact(document: str, family: str, field: str, value: object, passage: dict[str, int] | None) -> Fact:
    start, end = (passage["start"], passage["end"]) if passage else (0, 0)
    return Fact(document, family, field, value if isinstance(value, str) else repr(value), start, end)
