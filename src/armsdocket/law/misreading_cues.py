"""Cues of misstatements: the rows of ``rules/misreadings/*.yaml`` and how a passage is found by them.

A passage is found by a pattern, in the order of its words, or by ideas that stand together in any order.
Patterns are of folded text, within a sentence; ``<name>`` is a part of ``rules/misreading_parts.yaml``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from armsdocket.law import rulebook
from armsdocket.law.rulebook import Rule

REACH = 150
"""Characters within which ideas must stand to make one passage."""

Span = tuple[int, int]


class Misreading(Rule, frozen=True, kw_only=True):
    """A common misstatement; ``says`` is the correct statement. Its id is ``MR13`` or ``MR13.veto``."""

    said: str
    triggers: tuple[str, ...] = ()
    """One of these must stand in the sentence before a pattern is tried."""
    patterns: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    """Ideas that make the passage when all of a set stand near each other, in whatever order."""
    requires: tuple[str, ...] = ()
    """Each must be found in the sentence, or with ``wide`` in it or the sentences before."""
    wide: bool = False
    unless: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """None of these may stand in the passage itself or just before it."""
    negatable: bool = False
    """A negation shortly before the passage makes it correct."""
    recipient: Literal["fifteen", "other", "none"] | None = None
    """The recipients named here or in sentences before are of this group only; none: of none, or of both."""
    after: date | None = None
    """Holds only for texts of this day or later, or sentences that ``dated`` matches."""
    dated: str | None = None
    examples: tuple[str, ...] = ()
    correct_examples: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """Give the number of the family: 13 for ``MR13.veto``."""
        return int(self.id.removeprefix("MR").partition(".")[0])


class Cue(NamedTuple):
    """A row with its patterns compiled."""

    row: Misreading
    patterns: tuple[re.Pattern[str], ...]
    together: tuple[tuple[re.Pattern[str], ...], ...]
    requires: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    apart: tuple[re.Pattern[str], ...]
    dated: re.Pattern[str] | None

    def spans(self, sentence: str) -> Iterator[Span]:
        """Give the passages of a folded sentence that the cue's words make."""
        for pattern in self.patterns:
            yield from (match.span() for match in pattern.finditer(sentence) if ";" not in match[0])
        for ideas in self.together:
            yield from _hulls(ideas, sentence)


@cache
def misreadings() -> tuple[Misreading, ...]:
    """Give every recorded misreading with its correct statement, in the order of their numbers."""
    found = [row for file in rulebook.folder("misreadings") for row in rulebook.rows(file, Misreading)]
    return tuple(sorted(found, key=lambda row: row.number))


@cache
def cues() -> tuple[Cue, ...]:
    """Give the cues, those that ask for more in the sentence first: they say more exactly what is wrong.

    Of two that mark the same words the first is kept.
    """
    found = [
        Cue(
            row,
            tuple(map(compiled, row.patterns)),
            tuple(tuple(map(compiled, ideas)) for ideas in row.together),
            tuple(map(compiled, row.requires)),
            tuple(map(compiled, row.unless)),
            tuple(map(compiled, row.apart)),
            compiled(row.dated) if row.dated else None,
        )
        for row in misreadings()
    ]
    return tuple(sorted(found, key=lambda cue: not cue.row.requires))


@cache
def triggers() -> tuple[str, ...]:
    """Give the words one of which must stand in a sentence before any cue is tried."""
    return tuple(sorted({trigger for row in misreadings() for trigger in row.triggers}))


@cache
def part(name: str) -> re.Pattern[str]:
    """Give a named part of ``rules/misreading_parts.yaml`` as a pattern."""
    return compiled(f"<{name}>")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, its named parts filled in."""
    while named := re.search(r"<([a-z]+)>", pattern):
        pattern = pattern.replace(named[0], rulebook.words("misreading_parts")[named[1]])
    return re.compile(pattern)


def _hulls(ideas: Sequence[re.Pattern[str]], sentence: str) -> Iterator[Span]:
    """Give the stretches in which every idea stands, each grown from the idea that is found least often."""
    found = [[match.span() for match in idea.finditer(sentence)] for idea in ideas]
    if not all(found):
        return
    found.sort(key=len)
    for rarest in found[0]:
        hull = rarest
        for others in found[1:]:
            near = _nearest(others, hull)
            hull = min(hull[0], near[0]), max(hull[1], near[1])
        if hull[1] - hull[0] <= REACH and not _BOUND.search(sentence, *hull):
            yield hull


def _nearest(spans: Sequence[Span], to: Span) -> Span:
    at = bisect_left(spans, to)
    return min(spans[max(0, at - 1) : at + 2], key=lambda span: max(span[0] - to[1], to[0] - span[1]))


# What stands on the two sides of one of these makes no common statement.
_BOUND = re.compile(r";| (?:but|whereas|although|though) ")
