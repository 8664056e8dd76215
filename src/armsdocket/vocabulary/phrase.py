"""A regular expression that is tried only where words stand that it cannot do without.

Nearly all sentences hold none of the words of nearly all expressions. To look for a few words costs a
hundredth of what it costs to try an expression at every character.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any


class Phrase:
    """A compiled expression with the words of which each match holds at least one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.regex = re.compile(pattern, flags)
        self.needs = needs(pattern, flags)

    @property
    def pattern(self) -> str:
        """The expression as written."""
        return self.regex.pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match, as ``re.Pattern.search`` does."""
        return self.regex.search(text, start, end) if self._may(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield every match, as ``re.Pattern.finditer`` does."""
        return self.regex.finditer(text, start, end) if self._may(text, start, end) else iter(())

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match at ``start``, as ``re.Pattern.match`` does."""
        return self.regex.match(text, start, end)

    def _may(self, text: str, start: int, end: int) -> bool:
        for word in self.needs:  # a loop, for any() with a generator takes twice as long
            if text.find(word, start, end) >= 0:
                return True
        return not self.needs


# To look for more words than this costs as much as to try the expression.
_MOST_NEEDS = 40


def needs(pattern: str, flags: int = 0) -> tuple[str, ...]:
    r"""Return words of which every match holds at least one; none where there are no such words.

    >>> needs(r"\b(?:sold|sale of) \w+ arms")
    (' arms',)
    >>> needs(r"foreign (?:customers?|sales)|\bfms\b")
    ('foreign ', 'fms')
    """
    tree = _parser.parse(pattern, flags)
    if tree.state.flags & re.IGNORECASE:
        return ()
    found = _needed(tree)
    # What holds another of the words is found with it.
    least = [word for word in found if not any(other in word for other in found - {word})]
    return tuple(sorted(least)) if len(least) <= _MOST_NEEDS else ()


def _needed(tree: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Return the best of the sets of words that the parts of a sequence need."""
    found: list[frozenset[str]] = []
    run = ""
    for code, argument in tree:
        if code is op.LITERAL:
            run += chr(argument)
            continue
        found += [frozenset({run})] * bool(run)
        run = ""
        found.append(_of_part(code, argument))
    found += [frozenset({run})] * bool(run)
    return max(found, key=_worth, default=frozenset())


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
