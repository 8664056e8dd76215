"""Goods as news names them: a listed article, a name with its class, a class alone, or "arms"."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from armsdocket.reading.values.quantity import Count


@dataclass(frozen=True, slots=True)
class Goods:
    """Goods as one place of the text names them."""

    start: int
    end: int
    name: str
    article: str | None = None
    designation: str | None = None
    name_end: int = 0
    kind: str | None = None
    generic: bool = False
    """A word for a class only ("fighter jets")."""
    vague: bool = False
    """A word for arms of no class ("weapons", "military equipment")."""
    count: Count | None = None
    part: bool = False
    """The number counts a part of what is told of elsewhere: "the first six"."""
    more: bool = False
    """Read "more", "additional", "another": a further lot beside an earlier one."""
    origin: str | None = None
    """Where the article is made, when the vocabulary knows."""
    said: str = ""
    """The folded words of the mention."""
    alias: str | None = None
    """The name behind a designation: "Guardian" in "MQ-9B Guardian"."""

    @property
    def begin(self) -> int:
        """Where the mention begins, its number and the words that bound it included."""
        if self.count is None:
            return self.start
        bound = self.count.bound_passage
        return min(bound.start, self.count.passage.start) if bound else self.count.passage.start

    @property
    def by_number(self) -> bool:
        """Whether only a number names them: "12 of them"."""
        return self.count is not None and self.count.passage.start == self.start


def overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a stretch touches one of the sorted, separate spans that are taken."""
    at = bisect_left(taken, (end, 0))
    return at > 0 and taken[at - 1][1] > start


def end_of(cue_end: int, goods: Iterable[Goods]) -> int:
    """Give where a word of transfer and its goods end, whichever stands last."""
    return max([cue_end, *(item.end for item in goods)])


def arms_at(start: int, end: int) -> Goods:
    """Give arms of no class that a word itself tells of: "arming the rebels", "arms supplier"."""
    return Goods(start, end, "weapons", kind="weapons", generic=True, vague=True, said="arms")
