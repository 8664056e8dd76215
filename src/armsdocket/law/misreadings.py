"""Misreadings of the law (stub; being written)."""

import msgspec


class Misstatement(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that misstates the law."""

    id: str
    start: int
    end: int
    as_written: str
    correct: str
    citation: str
    confidence: str


def check(text: str) -> list[Misstatement]:
    """Mark passages that misstate the law."""
    return []
