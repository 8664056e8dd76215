"""The numbered clauses of a certification: (i) Prospective Purchaser, (ii) Total Estimated Value, and so on.

A clause is known by its words and not by its number: reports of changes count otherwise, and a number may
be missing or wrong.
"""

import re
from functools import cache

import msgspec

from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary import notice_terms
from armsdocket.vocabulary.folding import fold

_NUMBER = r"(?:\(?(?P<number>[ivx]{1,5})[.)]\s*)"
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


@cache
def _label() -> re.Pattern[str]:
    terms = notice_terms.clauses()
    numbered = "|".join(f"(?P<{name}>{words})" for name, words in terms.labels.items())
    plain = "|".join(f"(?P<{name}>{words})" for name, words in terms.unnumbered.items())
    return re.compile(rf"^(?:{_NUMBER}(?:{numbered})|(?:{plain}))")


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
        last = firsts[number + 1] if number + 1 < len(firsts) else len(marks)
        found.append(_certification(words, paragraphs[first:last], marks[first:last]))
    return found


def _mark(words: Flow, start: int, end: int) -> tuple[str, int] | None:
    """Return the name of the clause or section that a paragraph opens, and where its statement begins."""
    folded = fold(words.text[start:end])
    label = _label().match(folded)
    if label is not None:
        name = next(name for name, value in label.groupdict().items() if value and name != "number")
        if folded[label.end() - 1] == ":":
            return name, start + label.end()
        colon = _COLON.match(words.text, start + label.end(), end)
        return name, colon.end() if colon else start + label.end()
    for name in ("justification", "annex"):
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
        elif name == "sensitivity" and "sensitivity" in clauses:
            begun = parts.get("[annex]", (start, end))[0]
            parts["[annex]"] = (min(begun, start), end)
        elif name not in clauses and "[annex]" not in parts:
            clauses[name] = Clause(name, paragraphs[number][0], max(start, paragraphs[number][0]), end)
    return Certification(
        start=paragraphs[0][0],
        end=paragraphs[-1][1],
        clauses=clauses,
        justification=parts.get("[justification]"),
        annex=parts.get("[annex]"),
    )
