"""Find many phrases at once in a text: whole words, longest first, over folded text."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from ahocorasick_rs import AhoCorasick

from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.offsets import Offsets

T = TypeVar("T")

_BREAKS = "\t\n\r\f\v"
# Two spaces or more, written so that the first two are looked for as they stand.
_GAP = re.compile(r"   *")


class Match(msgspec.Struct, Generic[T], frozen=True):
    """A phrase found: ``text[start:end]`` folds to it."""

    start: int
    end: int
    value: T


class Matcher(Generic[T]):
    """Phrases with a value each, matched in one pass.

    A phrase matches whole words only, whatever its case, accents, kind of hyphen or apostrophe, and
    across line breaks and runs of spaces. Where matches overlap, the leftmost stands, and of those the
    longest. The first of two equal phrases stands.

    A ``shared`` matcher is asked about nearly every text: all of them pass over it together.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, shared: bool = False) -> None:
        values: dict[str, T] = {}
        for phrase, value in entries:
            values.setdefault(" ".join(fold(phrase).split()), value)
        values.pop("", None)
        self.phrases = list(values)
        self._values = list(values.values())
        self._automaton = AhoCorasick(self.phrases, store_patterns=False) if values else None
        # One that is not shared stands behind all that are.
        self._place = len(_shared) if shared else sys.maxsize
        if shared:
            _shared.append(self)

    def find(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        accept: Callable[[int, int, T], bool] | None = None,
    ) -> list[Match[T]]:
        r"""Find every phrase in ``text[start:end]``; spans count from the start of ``text``.

        ``accept`` may refuse a candidate before the longest is chosen, so a shorter one can stand.

        >>> Matcher([("North Korea", "KP"), ("Korea", "?")]).find("from north\nKorea")
        [Match(start=5, end=16, value='KP')]
        """
        if self._automaton is None:
            return []
        squeezed = _whole(text) if start == 0 and end is None else _Squeezed(text, start, end)
        known = self._place < len(squeezed.hits)
        hits = squeezed.hits[self._place] if known else _hits(self._automaton, squeezed.words)
        found = []
        for index, first, last in hits:
            value = self._values[index]
            begin, stop = squeezed.original(first), squeezed.original(last - 1) + 1
            if accept is None or accept(begin, stop, value):
                found.append((begin, -stop, value))
        found.sort(key=itemgetter(0, 1))
        return _first_longest(found)


# In the order in which they were first needed.
_shared: list[Matcher[Any]] = []

Hit = tuple[int, int, int]
"""The number of a phrase, and where it stands in squeezed text."""


def _hits(automaton: AhoCorasick, words: str) -> Iterator[Hit]:
    """Yield every phrase that stands as whole words in squeezed text."""
    for index, first, last in automaton.find_matches_as_indexes(words, overlapping=True):
        if first and words[first - 1].isalnum() and words[first].isalnum():
            continue
        if last < len(words) and words[last].isalnum() and words[last - 1].isalnum():
            continue
        yield index, first, last


class _Joint:
    """One automaton over the phrases of several matchers: one pass over a text costs more than its hits."""

    def __init__(self, matchers: list[Matcher[Any]]) -> None:
        owners: dict[str, list[tuple[int, int]]] = {}
        for place, matcher in enumerate(matchers):
            for index, phrase in enumerate(matcher.phrases):
                owners.setdefault(phrase, []).append((place, index))
        self._count = len(matchers)
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners), store_patterns=False)

    def hits(self, words: str) -> list[list[Hit]]:
        """Return the hits of each matcher."""
        found: list[list[Hit]] = [[] for _ in range(self._count)]
        for index, first, last in _hits(self._automaton, words):
            for place, own in self._owners[index]:
                found[place].append((own, first, last))
        return found


@lru_cache(maxsize=1)
def _joint(count: int) -> _Joint:
    """Join the matchers known so far: those that the text before was asked for."""
    return _Joint(_shared[:count])


def _first_longest(found: list[tuple[int, int, T]]) -> list[Match[T]]:
    kept: list[Match[T]] = []
    reached = -1
    for begin, negative_stop, value in found:
        if begin >= reached:
            reached = -negative_stop
            kept.append(Match(begin, reached, value))
    return kept


class _Squeezed:
    """Folded text with each run of white space made one space, and the way back to the offsets."""

    def __init__(self, text: str, start: int, end: int | None) -> None:
        folded = fold_whole(text) if start == 0 and end is None else fold(text[start:end])
        for mark in _BREAKS:
            folded = folded.replace(mark, " ")
        offsets = Offsets(start)
        parts: list[str] = []
        last = length = 0
        for gap in _GAP.finditer(folded):
            parts += (folded[last : gap.start()], " ")
            length += gap.start() - last + 1
            last = gap.end()
            offsets.enter(length, start + last)
        parts.append(folded[last:])
        self.words = "".join(parts)
        self.original = offsets.original
        self.hits: list[list[Hit]] = []
        """What the shared matchers find, those known when the text was first asked for."""


@lru_cache(maxsize=4)
def _whole(text: str) -> _Squeezed:
    """Squeeze a whole text once for the many matchers that read it in turn; pass over it for all of them."""
    squeezed = _Squeezed(text, 0, None)
    if _shared:
        squeezed.hits = _joint(len(_shared)).hits(squeezed.words)
    return squeezed


class Spanned(Protocol):
    """Anything that says where it stands."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """First character after it."""


S = TypeVar("S", bound=Spanned)


def within(found: Sequence[S], start: int, stop: int) -> list[S]:
    """Return those that stand whole in ``start:stop``, of a sequence in order and without overlaps."""
    first = bisect_left(found, start, key=attrgetter("start"))
    after = bisect_right(found, stop, lo=first, key=attrgetter("end"))
    return list(found[first:after])
