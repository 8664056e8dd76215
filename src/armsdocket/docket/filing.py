"""Filing: one document, one transaction; only the cases it touches are built anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select

from armsdocket.docket import cases as cases_room
from armsdocket.docket import leads, oversight, shelf, words
from armsdocket.docket.corrections import Applied
from armsdocket.docket.evidence import leads_of
from armsdocket.docket.facts import Member
from armsdocket.docket.homes import lone_key
from armsdocket.docket.leads import Standing
from armsdocket.docket.names import names_of
from armsdocket.docket.packing import pack, storable
from armsdocket.docket.places import place_of
from armsdocket.docket.regroup import regroup
from armsdocket.docket.schema import buyers, cases, speakers, watches
from armsdocket.docket.schema import leads as lead_table
from armsdocket.documents.document import identity
from armsdocket.documents.passage import quoted
from armsdocket.errors import DocketError
from armsdocket.reading.claims import Reading, Statement
from armsdocket.reading.record import passages
from armsdocket.vocabulary.folding import fold

# Sorts behind every date of a list.
UNDATED = "9999"


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """What filing a document did."""

    document: str
    new: bool
    version_of: str | None = None
    """The document that stood at the same address before, when its bytes were others."""
    cases: tuple[str, ...] = ()


def file(connection: Connection, reading: Reading, content: bytes, applied: Applied) -> Filed:
    """File one document; the same bytes a second time change nothing but the day they were last checked."""
    document = reading.document
    _trust(reading, content)
    known = shelf.address_of(connection, document.id)
    if known is None:
        place = shelf.insert(connection, reading, content)
        enter(connection, place, reading, applied, gone=())
    elif document.address < known:
        # One document met at two addresses is filed under the first in order, whichever came first.
        old = shelf.reading_of(connection, document.id)
        words.remove(connection, place_of(connection, document.id), old.document.text, names_of(old))
        place = shelf.replace(connection, reading)
        connection.execute(delete(speakers).where(speakers.c.document == document.id))
        enter(connection, place, reading, applied, gone=leads.remove(connection, document.id))
    before = shelf.see(connection, document.id, document.address, _now(), known=known is not None)
    keys = tuple(sorted(key for key in connection.scalars(_CASES_OF, {"document": document.id}) if key))
    return Filed(document=document.id, new=known is None, version_of=before, cases=keys)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _trust(reading: Reading, content: bytes) -> None:
    """Refuse a reading that is not of these bytes, or whose passages do not hold."""
    document = reading.document
    if identity(content) != document.id:
        raise DocketError(f"{document.address}: the reading is not of these bytes; read the document again")
    for claim in (reading.heading, *reading.claims):
        for passage, as_written in passages(claim):
            if passage.words(document.text) != as_written:
                raise DocketError(
                    f"{document.address}: the reader gave {quoted(as_written)} for characters "
                    f"{passage.start}-{passage.end}, where the text says otherwise; this is a defect of "
                    "armsdocket: please report it"
                )


def enter(
    connection: Connection, place: int, reading: Reading, applied: Applied, gone: Iterable[Standing]
) -> None:
    """Enter what follows from a document: its words, speakers, leads, and the cases they touch."""
    describe(connection, place, reading)
    found = leads_of(applied.reading(reading))
    leads.insert(connection, found)
    changed = regroup(connection, found, tuple(gone), applied.rulings)
    # A case it states again keeps its members but gains their words.
    refresh(connection, changed, applied)


def describe(connection: Connection, place: int, reading: Reading) -> None:
    """Enter a document's words and speakers."""
    words.index(connection, place, reading.document.text, names_of(reading))
    names = {
        storable(fold(claim.speaker.value))
        for claim in reading.claims
        if isinstance(claim, Statement) and claim.speaker
    }
    if names:
        rows = [{"document": reading.document.id, "speaker": name} for name in sorted(names)]
        connection.execute(_INSERT_SPEAKERS, rows)


_CASES_OF = select(lead_table.c.case_key).distinct().where(lead_table.c.document == bindparam("document"))
_KEYS: Any = bindparam("keys", expanding=True)
_DELETE_WATCHES = delete(watches).where(watches.c.case_key.in_(_KEYS))
_DELETE_BUYERS = delete(buyers).where(buyers.c.case_key.in_(_KEYS))
_DELETE_CASES = delete(cases).where(cases.c.key.in_(_KEYS))
_INSERT_CASES, _INSERT_WATCHES, _INSERT_BUYERS, _INSERT_SPEAKERS = (
    table.insert() for table in (cases, watches, buyers, speakers)
)


def refresh(connection: Connection, keys: Iterable[str], applied: Applied) -> int:
    """Build the rows of these cases anew; drop those that no lead stands in. Return how many stand."""
    standing = 0
    for chunk in leads.chunks(keys):
        for emptied in (_DELETE_WATCHES, _DELETE_BUYERS, _DELETE_CASES):
            connection.execute(emptied, {"keys": chunk})
        by_key: dict[str, list[Standing]] = {}
        for one in leads.of_cases(connection, chunk):
            by_key.setdefault(one.key or "", []).append(one)
        rows, watched, bought = [], [], []
        for key in sorted(by_key):
            # A row shows nothing of what its documents are first about, so that need not be looked up.
            members = list(members_of(connection, by_key[key], applied, first=False))
            case = cases_room.build(key, members, full=False)
            row = cases_room.row(case)
            watched += [
                {"list": name, "case_key": key, "date": day, "sorted": day or UNDATED, "note": note}
                for name, day, note in oversight.marks(case, members)
            ]
            bought += [{"buyer": buyer, "case_key": key} for buyer in row.buyers]
            rows.append(
                {"key": key, "row": pack(row), "buyer": row.buyer, "stage": row.stage}
                | {"first_date": row.first_date, "last_date": row.last_date}
                | {"words": storable(fold(" ".join((row.title, *row.articles))))}
            )
        for statement, values in (
            (_INSERT_CASES, rows),
            (_INSERT_WATCHES, watched),
            (_INSERT_BUYERS, bought),
        ):
            if values:
                connection.execute(statement, values)
        standing += len(rows)
    return standing


def members_of(
    connection: Connection,
    standings: Iterable[Standing],
    applied: Applied,
    *,
    first: bool = True,
    filed: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Iterator[Member]:
    """Yield the leads of one case with their readings, and which document is ``first`` about it.

    ``filed`` gives by address the versions in the order they were filed, for a case that shows it.
    """
    found = list(standings)
    ids = {standing.lead.document for standing in found}
    readings = shelf.readings_of(connection, ids)
    firsts = first_keys(connection, ids) if first else {}
    for standing in found:
        lead = standing.lead
        yield Member(
            lead=lead,
            reading=applied.reading(readings[lead.document]),
            why=standing.why,
            score=standing.score,
            near=standing.near,
            main=firsts.get(lead.document) == standing.key,
            version=_place(filed.get(lead.address or "", ()), lead.document),
            absorbed=lone_key(lead) if standing.host and lead.opens else None,
        )


def _place(versions: Sequence[str], document: str) -> int:
    return versions.index(document) if document in versions else 0


def first_keys(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the case that each document is first about: that of its first claim filed under a case."""
    first: dict[str, str] = {}
    table = lead_table
    for chunk in leads.chunks(ids):
        lowest = (
            select(table.c.document, func.min(table.c.ordinal).label("ordinal"))
            .where(table.c.document.in_(chunk), table.c.case_key.is_not(None))
            .group_by(table.c.document)
            .subquery()
        )
        statement = select(table.c.document, table.c.case_key).join(
            lowest, (lowest.c.document == table.c.document) & (lowest.c.ordinal == table.c.ordinal)
        )
        first.update({row.document: row.case_key for row in connection.execute(statement)})
    return first
