"""A document's place in the order of hits: the newest first, undated ones last, then by hash.

The index of words is kept by this number, so that the newest documents that hold a word come first out of it.
The newest stand lowest: SQLite 3.40 loses hits of several words when it walks large numbers downwards.
"""

from sqlalchemy import Connection, bindparam, select

from armsdocket.docket.schema import documents

# Figures of the hash behind the day. Two documents of one day that share them all (one pair is to be expected
# among a million undated documents) take neighbouring places, in the order they were filed.
FIGURES = 10
_SPAN: int = 16**FIGURES
_TAKEN = select(documents.c.number).where(documents.c.place == bindparam("place"))
_OF = select(documents.c.place).where(documents.c.id == bindparam("document"))


def first_choice(published: str | None, document: str) -> int:
    """Return the place of a document: a later day stands before an earlier, and of one day the lower hash.

    >>> low, high = "0" * 64, "f" * 64
    >>> first_choice("2024-05-02", high) < first_choice("2024-05", low) < first_choice(None, low)
    True
    """
    return (_LAST - _day(published)) * _SPAN + int(document[:FIGURES], 16)


def _day(published: str | None) -> int:
    """Return a number that sorts as an ISO prefix does: a month stands before its days."""
    year, month, day = ([int(part) for part in (published or "0").split("-")] + [0, 0])[:3]
    return (year * 13 + month) * 32 + day


_LAST = _day("9999-12-31")


def free_place(connection: Connection, published: str | None, document: str) -> int:
    """Return the place that a document keeps, or takes when it has none of its day."""
    kept: int | None = connection.scalar(_OF, {"document": document})
    place = first_choice(published, document)
    if kept is not None and kept // _SPAN == place // _SPAN:
        return kept
    while connection.scalar(_TAKEN, {"place": place}) is not None:
        place += 1
    return place


def place_of(connection: Connection, document: str) -> int:
    """Return the place of a filed document."""
    return int(connection.scalar(_OF, {"document": document}) or 0)
