"""Dates as written: absolute, partial and relative, with the precision that the words have."""

import datetime

import msgspec

from armsdocket.documents.passage import Passage


class DateFound(msgspec.Struct, frozen=True):
    """A date as an ISO prefix (``2023``, ``2023-07``, ``2023-07-14``)."""

    value: str
    passage: Passage
    relative: bool = False
    """True when it was worked out from the anchor ("on Thursday", "last July")."""


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, anchor: datetime.date | None = None
) -> list[DateFound]:
    """Return the dates in ``text[start:end]``, in order; relative ones only when ``anchor`` is given."""
    raise NotImplementedError
