"""Money as written: amount, currency, and the bound the words put on it."""

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound


class Money(msgspec.Struct, frozen=True):
    """An amount in whole units of ``currency`` (ISO 4217; null when only "dollars" of no country).

    ``passage`` covers number, scale and currency, not the words of the bound.
    """

    amount: int | float
    currency: str | None
    bound: Bound
    passage: Passage
    bound_passage: Passage | None = None


def find_money(text: str, start: int = 0, end: int | None = None) -> list[Money]:
    """Return every sum of money in ``text[start:end]``, in order."""
    raise NotImplementedError
