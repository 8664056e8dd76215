"""Verify: does everything in the docket still hold, and what is affected where it does not."""

from collections.abc import Generator, Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from armsdocket.docket import cases as cases_room
from armsdocket.docket import homes, leads, shelf
from armsdocket.docket.casefile import CaseRow
from armsdocket.docket.corrections import Applied
from armsdocket.docket.evidence import leads_of
from armsdocket.docket.filing import members_of
from armsdocket.docket.leads import Standing
from armsdocket.docket.packing import unpack
from armsdocket.docket.schema import cases, contents, readings, sightings
from armsdocket.documents.document import identity
from armsdocket.documents.passage import quoted
from armsdocket.errors import DocketError
from armsdocket.reading.claims import Reading
from armsdocket.reading.record import passages

READ_AGAIN = "run armsdocket rebuild to read it again from its bytes"
ADD_AGAIN = "add the document again from its source"
WRITTEN = 60
"""Characters of a passage that a fault shows; a longer one is shortened in the middle."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that does not hold: what, where, and what to do."""

    what: str
    where: str
    action: str


def verify(connection: Connection, applied: Applied) -> list[Fault]:
    """Check bytes, readings, passages, links and cases; return what does not hold."""
    faults = list(_store(connection))
    try:
        ids = shelf.ids(connection)
    except DBAPIError as error:
        faults.append(damage("the list of documents", error))
        ids = _other_ids(connection)
    sound = set()
    for id in ids:
        found = list(_document(connection, id, applied))
        faults += found
        if not found:
            sound.add(id)
    faults += _cases(connection, ids, sound, applied)
    return faults


def _other_ids(connection: Connection) -> list[str]:
    """Gather the ids of documents from the tables beside a damaged list, as far as these can be read."""
    found: set[str] = set()
    for column in (contents.c.document, readings.c.document, sightings.c.document):
        try:
            found.update(connection.scalars(select(column)))
        except DBAPIError:
            # The documents that only this table names stand in no other: the list's own fault covers them.
            continue
    return sorted(found)


def damage(where: str, error: Exception) -> Fault:
    """Return the fault of a part of the docket that cannot be read."""
    return Fault(
        what=f"damaged ({_cause(error)})",
        where=where,
        action="keep a copy of the file, make a new docket and add the documents again",
    )


def _store(connection: Connection) -> Iterator[Fault]:
    """Let SQLite check its own pages and links; PostgreSQL checks its own as it writes."""
    if connection.dialect.name != "sqlite":
        return
    try:
        for (words,) in connection.execute(text("PRAGMA quick_check(20)")):
            if words != "ok":
                yield damage("the docket's file", ValueError(words))
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield Fault(
                what=f"a row of {row[0]} points to nothing in {row[2]}",
                where=f"row {row[1]}",
                action="run armsdocket rebuild",
            )
    except DBAPIError as error:
        yield damage("the docket's file", error)


def _document(connection: Connection, id: str, applied: Applied) -> Iterator[Fault]:
    where = f"document {id[:16]}"
    try:
        where = f"{shelf.address_of(connection, id)} ({id[:16]})"
        if identity(shelf.content_of(connection, id)) != id:
            yield Fault(what="the bytes no longer have their hash", where=where, action=ADD_AGAIN)
            return
    except (DocketError, DBAPIError) as error:
        yield Fault(what=f"the bytes cannot be read ({_cause(error)})", where=where, action=ADD_AGAIN)
        return
    try:
        reading = shelf.reading_of(connection, id)
        yield from _reading(reading, id, where)
        stored = [standing.lead for standing in leads.of_documents(connection, [id])]
    except (DocketError, DBAPIError) as error:
        yield Fault(what=f"the reading cannot be read ({_cause(error)})", where=where, action=READ_AGAIN)
        return
    if tuple(stored) != leads_of(applied.reading(reading)):
        yield Fault(
            what="its links are not those of its claims", where=where, action="run armsdocket rebuild"
        )


def _cause(error: BaseException) -> str:
    """Say why something cannot be read: the fault names the place and says what to do, as errors do too."""
    while error.__cause__:
        error = error.__cause__
    words = " ".join(str(error).split())
    return words.rpartition("; ")[0] or words if isinstance(error, DocketError) else words


def _reading(reading: Reading, id: str, where: str) -> Iterator[Fault]:
    document = reading.document
    if document.id != id:
        yield Fault(what="the reading is of another document", where=where, action=READ_AGAIN)
    for claim in (reading.heading, *reading.claims):
        for passage, as_written in passages(claim):
            if passage.words(document.text) != as_written:
                yield Fault(
                    what=f"a passage no longer equals its text ({quoted(as_written, WRITTEN)})",
                    where=f"{where}, characters {passage.start}-{passage.end}",
                    action=READ_AGAIN,
                )


def _cases(connection: Connection, ids: Sequence[str], sound: set[str], applied: Applied) -> Iterator[Fault]:
    """Check that each case rests on leads, and that its row (stage, dates, value) follows from them.

    Where the tables of cases are damaged themselves, the cases are found through the documents.
    """
    by_key: dict[str, list[Standing]] = {}
    astray: set[str] = set()
    try:
        for standing in leads.everywhere(connection):
            if standing.key:
                by_key.setdefault(standing.key, []).append(standing)
    except (DBAPIError, DocketError) as error:
        yield damage("the links of documents to cases", error)
        by_key = {}
        astray = yield from _one_by_one(connection, ids, applied, by_key)
    try:
        stored: dict[str, bytes | None] = {
            one.key: one.row for one in connection.execute(select(cases.c.key, cases.c.row))
        }
    except DBAPIError as error:
        yield damage("the list of cases", error)
        stored = _rows_one_by_one(connection, by_key.keys() | astray)
    for key in sorted((by_key.keys() | stored.keys()) - astray):
        documents = {standing.lead.document for standing in by_key.get(key, ())}
        if not documents <= sound:
            lost = ", ".join(sorted(id[:16] for id in documents - sound))
            yield Fault(
                what="a case rests on damaged documents",
                where=f"case {key}",
                action=f"mend {lost} first, then run armsdocket rebuild",
            )
            continue
        yield from _case(connection, key, by_key.get(key, []), stored.get(key), applied)


def _one_by_one(
    connection: Connection, ids: Sequence[str], applied: Applied, by_key: dict[str, list[Standing]]
) -> Generator[Fault, None, set[str]]:
    """Gather the links document by document; name the cases of those whose links cannot be read."""
    lost: dict[str, set[str]] = {}
    for id in ids:
        try:
            standings = leads.of_documents(connection, [id])
        except (DBAPIError, DocketError):
            for key in _named_by(connection, id, applied):
                lost.setdefault(key, set()).add(id)
            continue
        for standing in standings:
            if standing.key:
                by_key.setdefault(standing.key, []).append(standing)
    for key in sorted(lost):
        yield Fault(
            what="the links of its documents cannot be read",
            where=f"case {key}",
            action=f"run armsdocket rebuild ({', '.join(sorted(id[:16] for id in lost[key]))})",
        )
    return set(lost)


def _named_by(connection: Connection, id: str, applied: Applied) -> set[str]:
    """Return the cases that a document's reading speaks for, as far as it can be read."""
    try:
        reading = applied.reading(shelf.reading_of(connection, id))
    except (DBAPIError, DocketError):
        # Its own fault is reported with the document; nothing tells what it was about.
        return set()
    return {homes.lone_key(lead) for lead in leads_of(reading) if lead.opens}


def _rows_one_by_one(connection: Connection, keys: Iterable[str]) -> dict[str, bytes | None]:
    """Read the rows of cases one after the other; one that cannot be read is empty."""
    stored: dict[str, bytes | None] = {}
    for key in sorted(keys):
        try:
            stored[key] = connection.scalar(select(cases.c.row).where(cases.c.key == key))
        except DBAPIError:
            # Nothing unpacks to nothing: the row is reported with its case.
            stored[key] = b""
    return stored


def _case(
    connection: Connection, key: str, standings: list[Standing], packed: bytes | None, applied: Applied
) -> Iterator[Fault]:
    where = f"case {key}"
    if not standings or packed is None:
        what = "no claim stands in it" if not standings else "claims stand in a case that is not listed"
        yield Fault(what=what, where=where, action="run armsdocket rebuild")
        return
    try:
        kept = unpack(packed, CaseRow, where)
    except DocketError as error:
        yield Fault(
            what=f"its row cannot be read ({_cause(error)})", where=where, action="run armsdocket rebuild"
        )
        return
    built = cases_room.row(
        cases_room.build(key, members_of(connection, standings, applied, first=False), full=False)
    )
    if built != kept:
        names = [name for name in CaseRow.__struct_fields__ if getattr(built, name) != getattr(kept, name)]
        yield Fault(
            what=f"its claims do not justify its {', '.join(names)}",
            where=where,
            action="run armsdocket rebuild",
        )
