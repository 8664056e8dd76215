"""The canonical export: everything that follows from the documents, in one order, byte for byte."""

from collections.abc import Callable, Iterator

import msgspec
from sqlalchemy import Connection, select

from armsdocket.docket import shelf
from armsdocket.docket.casefile import CaseFile
from armsdocket.docket.schema import cases
from armsdocket.reading.record import record


def canonical(connection: Connection, case: Callable[[str], CaseFile]) -> bytes:
    """Return one line of JSON a document and a case, each kind sorted by its key.

    When a document was met and last checked is no part of it: that depends on the day, not on the document.
    """
    return b"".join(line + b"\n" for line in _lines(connection, case))


def _lines(connection: Connection, case: Callable[[str], CaseFile]) -> Iterator[bytes]:
    for id in shelf.ids(connection):
        yield msgspec.json.encode(record(shelf.reading_of(connection, id)))
    for key in sorted(connection.scalars(select(cases.c.key))):
        yield msgspec.json.encode(case(key))
