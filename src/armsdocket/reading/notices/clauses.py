"""The numbered clauses of a certification: (i) Prospective Purchaser, (ii) Total Estimated Value, and so on.

A clause is known by its words and not by its number: reports of changes count otherwise, and a number may
be missing or wrong.
"""

import re
from functools import cache

import msgspec

from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary import notice_terms

# An "l" or a one stands for an "i" where the page was read by machine: "(Vlll)".
_NUMBER = r"(?:\(?[ivxl1]{1,5}[.)]\s*)"
_NUMBERED = re.compile(r"transmittal n(?:o|um)", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:hon\.|the honorable|dear )", re.IGNORECASE)
# A letter with its address and signature stands between two certifications of a reprint.
_HEAD_LINES = 30
_COLON = re.compile(r"[^:\n]{0,170}?:\s*")


class Clause(msgspec.Struct, frozen=True):
    """One clause: its label's start, and the span of what it states."""

    name: str
    label: int
    start: int
    end: int


class Certification(msgspec.Struct, frozen=True):
    """The parts of one certification, as spans of a flow."""

    start: int
    end: int
    clauses: dict[str, Clause]
    justification: tuple[int, int] | None = None
    annex: tuple[int, int] | None = None
    emergency: tuple[int, int] | None = None
    """The determination that an emergency exists, and the memorandum that justifies it."""

    @property
    def reports_change(self) -> bool:
        """Tell a report under section 36(b)(5), which names the certification it changes."""
        return "basis" in self.clauses


@cache
def _labels() -> tuple[re.Pattern[str], ...]:
    terms = notice_terms.clauses()
    return (
        re.compile(rf"^{_NUMBER}(?:{_named(terms.labels)})"),
        re.compile(rf"^(?:{_named(terms.unnumbered)})"),
        re.compile(rf"^(?:{_named(terms.whole)})"),
    )


def _named(labels: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{words})" for name, words in labels.items())


@cache
def _section(name: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{notice_terms.clauses().sections[name]})\W*$")


def certifications(words: Flow) -> list[Certification]:
    """Return each certification of a document; a reprint may hold several, one behind the other."""
    marks = [_mark(words, start, end) for start, end in words.paragraphs()]
    paragraphs = words.paragraphs()
    firsts = [number for number, mark in enumerate(marks) if mark is not None and mark[0] == "purchaser"]
    found = []
    for number, first in enumerate(firsts):
        last = _head(words, paragraphs, firsts[number + 1], first) if number + 1 < len(firsts) else len(marks)
        found.append(_certification(words, paragraphs[first:last], marks[first:last]))
    return found


def _head(words: Flow, paragraphs: list[tuple[int, int]], first: int, after: int) -> int:
    """Return the paragraph where a certification's head begins: its letter, or the number above it."""
    head = first
    for number in range(first - 1, max(first - _HEAD_LINES, after), -1):
        if _ADDRESSED.match(words.text, *paragraphs[number]):
            return number
        if head == first and _NUMBERED.match(words.text, *paragraphs[number]):
            head = number
    return head


def _mark(words: Flow, start: int, end: int) -> tuple[str, int] | None:
    """Return the name of the clause or section that a paragraph opens, and where its statement begins."""
    folded = words.folded[start:end]
    label = next((found for pattern in _labels() if (found := pattern.match(folded))), None)
    if label is not None:
        name = label.lastgroup or ""
        if folded[label.end() - 1] == ":":
            return name, start + label.end()
        colon = _COLON.match(words.text, start + label.end(), end)
        return name, colon.end() if colon else start + label.end()
    for name in ("justification", "annex", "emergency"):
        if _section(name).match(folded):
            return f"[{name}]", end
    if folded.startswith(("[fr doc", "billing code")):
        return "[end]", start
    return None


def _certification(
    words: Flow, paragraphs: list[tuple[int, int]], marks: list[tuple[str, int] | None]
) -> Certification:
    clauses: dict[str, Clause] = {}
    parts: dict[str, tuple[int, int]] = {}
    stops = [number for number, mark in enumerate(marks) if mark is not None]
    for place, number in enumerate(stops):
        name, start = marks[number] or ("", 0)
        following = stops[place + 1] if place + 1 < len(stops) else len(marks)
        end = paragraphs[following - 1][1]
        if name in ("[justification]", "[annex]"):
            parts.setdefault(name, (start, end))
        elif name == "[emergency]":
            parts[name] = (parts.get(name, (paragraphs[number][0], end))[0], end)
        elif name == "sensitivity" and "sensitivity" in clauses:
            begun = parts.get("[annex]", (start, end))[0]
            parts["[annex]"] = (min(begun, start), end)
        elif name not in clauses and "[annex]" not in parts:
            clauses[name] = Clause(name, paragraphs[number][0], max(start, paragraphs[number][0]), end)
    if "[justification]" not in parts and (delivered := clauses.get("delivered")):
        # Where the heading is not printed, what follows the last clause justifies the sale.
        line = next(end for start, end in paragraphs if end > delivered.start)
        parts["[justification]"] = (line, delivered.end)
    return Certification(
        start=paragraphs[0][0],
        end=paragraphs[-1][1],
        clauses=clauses,
        justification=parts.get("[justification]"),
        annex=parts.get("[annex]"),
        emergency=parts.get("[emergency]"),
    )
