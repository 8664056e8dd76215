"""Rebuild: read every stored document again and build all cases anew; the documents are the only truth."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, delete

from armsdocket.docket import corrections as corrections_room
from armsdocket.docket import leads, shelf, words
from armsdocket.docket.corrections import Applied
from armsdocket.docket.evidence import Lead, leads_of
from armsdocket.docket.filing import describe, refresh
from armsdocket.docket.regroup import regroup
from armsdocket.docket.schema import DERIVED
from armsdocket.documents.load import load
from armsdocket.errors import ArmsdocketError
from armsdocket.reading.claims import Reading
from armsdocket.reading.read import read

Progress = Callable[[], None]


class Rebuilt(msgspec.Struct, frozen=True, kw_only=True):
    """What a rebuild did; ``problems``: documents that could not be read again, and stale corrections."""

    documents: int
    claims: int
    cases: int
    problems: tuple[str, ...] = ()


def rebuild(connection: Connection, applied: Applied, progress: Progress | None) -> Rebuilt:
    """Read all documents again and enter what follows from them, in one transaction."""
    problems: list[str] = list(applied.stale)
    ids = shelf.ids(connection)
    for table in DERIVED:
        connection.execute(delete(table))
    words.clear(connection)
    found: list[Lead] = []
    claims = 0
    for id in ids:
        reading = _read_again(connection, id, problems)
        if reading is not None:
            place = shelf.replace(connection, reading)
            describe(connection, place, reading)
            own = leads_of(applied.reading(reading))
            leads.insert(connection, own)
            found.extend(own)
            claims += len(reading.claims)
            problems += corrections_room.stale_readings(applied, [reading])
        if progress is not None:
            progress()
    keys = regroup(connection, found, (), applied.rulings)
    standing = refresh(connection, keys, applied)
    if applied.linking:
        problems += corrections_room.unheeded(applied, _cases_of(connection, applied))
    return Rebuilt(documents=len(ids), claims=claims, cases=standing, problems=tuple(problems))


def _cases_of(connection: Connection, applied: Applied) -> dict[str, set[str]]:
    """Return the cases of every document that a correction of linking names."""
    found: dict[str, set[str]] = {}
    named = {id for _, *pair in applied.linking for id in pair if id}
    for standing in leads.of_documents(connection, named):
        if standing.key:
            found.setdefault(standing.lead.document, set()).add(standing.key)
    return found


def _read_again(connection: Connection, id: str, problems: list[str]) -> Reading | None:
    """Read one document from its bytes; when that fails, keep the reading it had and say so."""
    address = shelf.address_of(connection, id) or id
    try:
        return read(load(shelf.content_of(connection, id), address))
    except ArmsdocketError as error:
        problems.append(f"{address}: could not be read again ({error}); its earlier reading is kept")
    except Exception as error:
        problems.append(
            f"{address}: the reader failed ({type(error).__name__}: {error}); its earlier reading is kept"
        )
    try:
        return shelf.reading_of(connection, id)
    except ArmsdocketError as error:
        problems.append(f"{address}: {error}")
    return None
