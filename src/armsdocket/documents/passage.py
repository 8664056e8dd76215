"""A passage: the exact characters of a document that state a fact."""

import msgspec


class Passage(msgspec.Struct, frozen=True, order=True):
    """A span of a document's text in Unicode code points, end exclusive.

    >>> Passage(4, 9).words("Two Javelins")
    'Javel'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards."""
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"passage {self.start}..{self.end} runs backwards or starts before the text")

    def words(self, text: str) -> str:
        """Return the characters of ``text`` that this passage covers."""
        return text[self.start : self.end]

    def covers(self, other: "Passage") -> bool:
        """Tell whether ``other`` lies inside this passage."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Passage") -> bool:
        """Tell whether the two passages share a character."""
        return self.start < other.end and other.start < self.end


def quoted(words: str, most: int = 160) -> str:
    """Quote a document's words on one line, shortened in the middle when long."""
    flat = " ".join(words.split())
    if len(flat) > most:
        flat = f"{flat[: most * 2 // 3].rstrip()} ... {flat[-most // 4 :].lstrip()}"
    return f"\u201c{flat}\u201d"
