"""Quantities as written: figures, words, and words with figures in brackets."""

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound


class Count(msgspec.Struct, frozen=True):
    """A whole number of things.

    ``passage`` covers the number as written ("two hundred forty-six (246)"), not the bound's words.
    """

    number: int
    bound: Bound
    passage: Passage
    bound_passage: Passage | None = None


def find_counts(text: str, start: int = 0, end: int | None = None) -> list[Count]:
    """Return every whole number in ``text[start:end]``, in order; no part of a designation or date."""
    raise NotImplementedError


def count_at(text: str, start: int) -> Count | None:
    """Return the number that begins exactly at ``start`` (bound words allowed first), or None."""
    raise NotImplementedError
