"""Designations by their grammar: US aircraft, missiles, electronics, ordnance, engines, and a few others."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.matcher import within


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One system of designations: ``pattern`` is a regular expression with the marks of ``Grammars``."""

    system: str
    meaning: str
    pattern: str
    prefixes: dict[str, str] = {}
    """Each prefix with what it stands for; ``{prefix}`` in the pattern is any of them."""
    examples: tuple[str, ...]
    refused: tuple[str, ...] = ()


class Grammars(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file. In every pattern ``{H}`` is a hyphen and ``{L}`` a slash, each perhaps before a line
    break, ``{S}`` is space and ``{NAME}`` the fragment of that name.
    """

    source: str
    opening: str
    """How any designation begins: looked for first, so that the grammars are tried in few places."""
    fragments: dict[str, str]
    grammars: tuple[Grammar, ...]


class DesignationMatch(NamedTuple):
    """A designation met in a text. ``designation`` is it with plain hyphens and no line break."""

    start: int
    end: int
    designation: str
    base: str
    """Prefix and number alone, which name the family: ``AGM-114`` of ``AGM-114R2``."""
    prefix: str
    system: str
    meaning: str


_MARKS = {
    "H": r"(?:-(?:[ \t]*\n\s*)?)",
    "L": r"(?:/(?:[ \t]*\n\s*)?)",
    "S": r"(?:[ \t\u00a0]{0,3}\n?[ \t\u00a0]{0,3})",
}
_HYPHENS = "‐‑‒–−\u00ad"
# No word before; no word, and no number behind a hyphen, after: parts of longer numbers are refused.
_BEFORE, _AFTER = r"(?<![\w$€£])(?<![A-Z0-9]-)", r"(?!\w|-\w{0,3}\d)"


@cache
def grammars() -> tuple[Grammar, ...]:
    """Every system of designations, in the order in which they are tried."""
    return datafile.load("designations", Grammars).grammars


@cache
def _pattern() -> re.Pattern[str]:
    fragments = datafile.load("designations", Grammars).fragments
    parts = []
    for index, grammar in enumerate(grammars()):
        longest = sorted(grammar.prefixes, key=lambda prefix: (-len(prefix), prefix))
        marks = {**_MARKS, "prefix": f"(?:{'|'.join(map(re.escape, longest))})"}
        pattern = grammar.pattern
        for name, fragment in fragments.items():
            pattern = pattern.replace(f"{{{name}}}", fragment)
        for name, mark in marks.items():
            pattern = pattern.replace(f"{{{name}}}", mark)
        parts.append(f"(?P<g{index}>{pattern})")
    return re.compile(f"{_BEFORE}(?:{'|'.join(parts)}){_AFTER}")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(datafile.load("designations", Grammars).opening)


_NUMBER = re.compile(r"\d{1,4}")
_WORD = re.compile(r"[A-Za-z]+(?:/[A-Za-z]+)?")


def _match(found: re.Match[str]) -> DesignationMatch:
    grammar = grammars()[int((found.lastgroup or "g0")[1:])]
    words = re.sub(r"([-/])\s+", r"\1", found[0])
    words = " ".join(words.split())
    first = _NUMBER.search(words)
    base = words[: first.end()] if first else words
    prefix = base[: first.start()].rstrip("- ") if first else words
    meaning = grammar.prefixes.get(prefix, grammar.meaning)
    return DesignationMatch(found.start(), found.end(), words, base, prefix, grammar.system, meaning)


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[DesignationMatch, ...]:
    plain, place, matches = text, 0, []
    for hyphen in _HYPHENS:
        plain = plain.replace(hyphen, "-")
    while opening := _opening().search(plain, place):
        found = _pattern().match(plain, opening.start())
        place = found.end() if found else opening.end()
        if found:
            matches.append(_match(found))
    return tuple(matches)


def find_designations(text: str, start: int = 0, end: int | None = None) -> list[DesignationMatch]:
    r"""Find the designations in ``text[start:end]``, listed articles or not; spans count from the start.

    >>> [(found.designation, found.base) for found in find_designations("24 AGM‑114R2 and AN/\nPRC-158")]
    [('AGM-114R2', 'AGM-114'), ('AN/PRC-158', 'AN/PRC-158')]
    """
    stop = len(text) if end is None else end
    return within(_found(text), start, stop)


def examples() -> Iterator[tuple[str, str]]:
    """Each example of the data file with its system."""
    for grammar in grammars():
        for example in grammar.examples:
            yield example, grammar.system
