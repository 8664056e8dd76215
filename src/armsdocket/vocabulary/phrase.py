"""A regular expression that is tried only around words that it cannot do without.

Nearly all sentences hold none of the words of nearly all expressions, and a text holds them in few places. To
look for a few words costs a hundredth of what it costs to try an expression at every character.
"""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick


class Phrase:
    """A compiled expression with the words of which each match holds at least one.

    A ``shared`` one is asked about the sentences of nearly every text: the words of all of them are looked
    for in one pass over it.
    """

    def __init__(self, pattern: str, flags: int = 0, *, shared: bool = False) -> None:
        self.regex = re.compile(pattern, flags)
        tree = _parser.parse(pattern, flags)
        self.needs = needs(tree, sys.maxsize if shared else _MOST_NEEDS)
        self._width = width(tree)
        self._place = len(_shared) if shared else None
        if shared:
            _shared.append(self)

    @property
    def pattern(self) -> str:
        """The expression as written."""
        return self.regex.pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match, as ``re.Pattern.search`` does."""
        for low, high in self._stretches(text, start, end):
            if found := self.regex.search(text, low, high):
                return found
        return None

    def search_alone(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in a stretch as if nothing stood around it; places count from its start."""
        return self.regex.search(text[start:end]) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield every match, as ``re.Pattern.finditer`` does."""
        for low, high in self._stretches(text, start, end):
            yield from self.regex.finditer(text, low, high)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match at ``start``, as ``re.Pattern.match`` does."""
        return self.regex.match(text, start, end)

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Tell whether a word begins in a stretch without which nothing in it matches."""
        if not self.needs:
            return True
        if (known := self._known(text)) is not None:
            first = bisect_left(known, start)
            return first < len(known) and known[first] < end
        # A loop, for any() with a generator takes twice as long.
        for word in self.needs:  # noqa: SIM110
            if text.find(word, start, end) >= 0:
                return True
        return False

    def _known(self, text: str) -> list[int] | None:
        """Return where the words of a shared expression stand in a text that many of them are asked about."""
        if self._place is None or not _SHORT <= len(text) <= _LONG:
            return None
        known = _places(text)
        if self._place not in known:  # it was not needed before this text
            known[self._place] = self._look(text, 0, len(text))
        return known[self._place]

    def _look(self, text: str, start: int, end: int) -> list[int]:
        return sorted(place for word in self.needs for place in _finds(text, word, start, end))

    def _stretches(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the parts of a text that hold every match, with all that the expression looks at."""
        width = self._width
        if not self.needs:
            return [(start, end)]
        if width is None or min(end, len(text)) - start < _SHORT:
            return [(start, end)] if self.may_match(text, start, end) else []
        known = self._known(text)
        if known is None:
            places = self._look(text, start, end)
        else:
            places = known[bisect_left(known, start) : bisect_left(known, end)]
        stretches: list[tuple[int, int]] = []
        for place in places:
            low, high = max(start, place - width), min(end, place + width)
            if stretches and low <= stretches[-1][1]:
                low, _ = stretches.pop()
            stretches.append((low, high))
        return stretches


def _finds(text: str, word: str, start: int, end: int) -> Iterator[int]:
    place = text.find(word, start, end)
    while place >= 0:
        yield place
        place = text.find(word, place + 1, end)


# In the order in which they were first needed.
_shared: list[Phrase] = []


class _Joint:
    """One automaton over the words of several expressions."""

    def __init__(self, phrases: list[Phrase]) -> None:
        owners: dict[str, list[int]] = {}
        for place, phrase in enumerate(phrases):
            for word in phrase.needs:
                owners.setdefault(word, []).append(place)
        self._count = len(phrases)
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners), store_patterns=False)

    def places(self, text: str) -> list[list[int]]:
        """Return where the words of each expression stand, in order."""
        found: list[list[int]] = [[] for _ in range(self._count)]
        for index, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for place in self._owners[index]:
                found[place].append(start)
        for starts in found:
            starts.sort()
        return found


@lru_cache(maxsize=1)
def _joint(count: int) -> _Joint:
    """Join the shared expressions known so far."""
    return _Joint(_shared[:count])


@lru_cache(maxsize=4)
def _places(text: str) -> dict[int, list[int]]:
    """Pass over a text for all shared expressions known so far."""
    return dict(enumerate(_joint(len(_shared)).places(text)))


# To look for more words than this costs as much as to try the expression.
_MOST_NEEDS = 40
# An expression is tried around its words only where a match and what is looked at are no wider than this.
_WIDEST = 300
# A text shorter than this is not parted: to try it all costs less.
_SHORT = 600
# Where the words stand in a text longer than this is not kept.
_LONG = 4_000_000


def needs(tree: Any, most: int = _MOST_NEEDS) -> tuple[str, ...]:
    r"""Return words of which every match holds at least one; none where there are no such words, or too many.

    >>> needs(_parser.parse(r"\b(?:sold|sale of) \w+ arms"))
    (' arms',)
    >>> needs(_parser.parse(r"foreign (?:customers?|sales)|\bfms\b"))
    ('fms', 'foreign customer', 'foreign sales')
    """
    if tree.state.flags & re.IGNORECASE:
        return ()
    found = _needed(tree)
    # What holds another of the words is found with it.
    least = [word for word in found if not any(other in word for other in found - {word})]
    return tuple(sorted(least)) if len(least) <= most else ()


def _needed(tree: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Return the best of the sets of words that the parts of a sequence need."""
    found: list[frozenset[str]] = []
    run = ""
    for code, argument in tree:
        if code is op.LITERAL:
            run += chr(argument)
            continue
        found += [frozenset({run + begun for begun in _begun(code, argument)})] * bool(run)
        run = ""
        found.append(_of_part(code, argument))
    found += [frozenset({run})] * bool(run)
    return max(found, key=_worth, default=frozenset())


def _begun(code: Any, argument: Any) -> Iterator[str]:
    """Yield the letters that each branch of a part begins with: they stand right behind what is before."""
    for branch in argument[1] if code is op.BRANCH else ((),):
        letters = takewhile(lambda part: part[0] is op.LITERAL, branch)
        yield "".join(chr(letter) for _, letter in letters)


def _of_part(code: Any, argument: Any) -> frozenset[str]:
    if code is op.SUBPATTERN:
        _, added, _, inner = argument
        return frozenset() if added & re.IGNORECASE else _needed(inner)
    if code is op.ATOMIC_GROUP:
        return _needed(argument)
    if code is op.BRANCH:
        branches = [_needed(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if code in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT} and argument[0] > 0:
        return _needed(argument[2])
    return frozenset()


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Rank sets of words: none is worth least; then by the shortest word, up to four letters; then by few."""
    return (min((min(len(word), 4) for word in words), default=0), -len(words))


def width(tree: Any) -> int | None:
    r"""Return how many characters a match and what is looked at behind it hold at most; None for no bound.

    >>> width(_parser.parse(r"\bsold (?:to|by)(?! the)"))
    12
    """
    reach = int(tree.getwidth()[1]) + 1
    for code, argument in _parts(tree):
        if code is op.AT and argument in {op.AT_END, op.AT_END_STRING}:
            return None
        if code in {op.ASSERT, op.ASSERT_NOT}:
            reach += int(argument[1].getwidth()[1])
    return reach if reach <= _WIDEST else None


def _parts(tree: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield every part of an expression, with those inside it."""
    for part in tree:
        if isinstance(part, tuple) and part and isinstance(part[0], type(op.AT)):
            yield part
        if isinstance(part, tuple | list | _parser.SubPattern):
            yield from _parts(part)
