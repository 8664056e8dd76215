"""The shelf: documents as the store keeps them, with their bytes, readings and where they were met."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, func, select, update

from armsdocket.docket.leads import chunks
from armsdocket.docket.packing import pack, restore, squeeze, storable, unpack
from armsdocket.docket.places import free_place
from armsdocket.docket.schema import contents, documents, readings, sightings
from armsdocket.documents.document import STANDARD_INPUT
from armsdocket.errors import DocketError
from armsdocket.reading.claims import Reading


class Filing(msgspec.Struct, frozen=True, kw_only=True):
    """A document as a list shows it."""

    id: str
    address: str
    kind: str
    title: str | None
    publisher: str | None
    published: str | None
    sample: bool
    size: int
    first_seen: str
    last_checked: str


def _described(reading: Reading) -> dict[str, Any]:
    heading, document = reading.heading, reading.document
    return {
        "id": document.id,
        "address": document.address,
        "kind": heading.kind,
        "title": storable(heading.title.value) if heading.title else None,
        "publisher": storable(heading.publisher.value) if heading.publisher else None,
        "published": heading.published.value if heading.published else None,
        "sample": heading.sample,
        "size": document.size,
    }


# Made once, as every document filed asks them.
_ADDRESS_OF = select(documents.c.address).where(documents.c.id == bindparam("document"))
_INSERT_DOCUMENT, _INSERT_CONTENT, _INSERT_READING, _INSERT_SIGHTING = (
    table.insert() for table in (documents, contents, readings, sightings)
)
_CHECKED = (
    update(sightings)
    .where(sightings.c.address == bindparam("_address"), sightings.c.document == bindparam("_document"))
    .values(last_checked=bindparam("now"))
)
_MET_LAST = (
    select(sightings.c.document)
    .where(sightings.c.address == bindparam("address"))
    .order_by(sightings.c.last_checked.desc(), sightings.c.first_seen.desc())
    .limit(1)
)
_READINGS_OF = select(readings.c.document, readings.c.packed).where(
    readings.c.document.in_(bindparam("documents", expanding=True))
)


def address_of(connection: Connection, document: str) -> str | None:
    """Return the address a document is filed under, or None when it is not filed."""
    return connection.scalar(_ADDRESS_OF, {"document": document})


def insert(connection: Connection, reading: Reading, content: bytes) -> int:
    """Write a new document; return its place in the order of hits."""
    described = _described(reading)
    place = free_place(connection, described["published"], described["id"])
    connection.execute(_INSERT_DOCUMENT, described | {"place": place})
    connection.execute(_INSERT_CONTENT, {"document": reading.document.id, "packed": squeeze(content)})
    connection.execute(_INSERT_READING, {"document": reading.document.id, "packed": pack(reading)})
    return place


def replace(connection: Connection, reading: Reading) -> int:
    """Write a new reading of a filed document; return the document's place in the order of hits."""
    id, described = reading.document.id, _described(reading)
    place = free_place(connection, described["published"], id)
    connection.execute(update(documents).where(documents.c.id == id).values(**described, place=place))
    connection.execute(update(readings).where(readings.c.document == id).values(packed=pack(reading)))
    return place


def see(connection: Connection, document: str, address: str, now: str, *, known: bool) -> str | None:
    """Note that a document was met at an address; return the document that stood there before, if another.

    ``known``: the document was filed before, perhaps met at this very address.
    """
    here = {"_address": address, "_document": document, "now": now}
    if known and connection.execute(_CHECKED, here).rowcount:
        return None
    before: str | None = None
    if address != STANDARD_INPUT:
        before = connection.scalar(_MET_LAST, {"address": address})
    connection.execute(
        _INSERT_SIGHTING,
        {"address": address, "document": document, "first_seen": now, "last_checked": now},
    )
    return before


def reading_of(connection: Connection, document: str) -> Reading:
    """Return the reading of a filed document. Raises DocketError when it is not filed or damaged."""
    packed = connection.scalar(select(readings.c.packed).where(readings.c.document == document))
    if packed is None:
        raise DocketError(f"{document}: no such document in the docket; armsdocket search finds documents")
    return unpack(packed, Reading, f"the reading of {document[:16]}")


def readings_of(connection: Connection, ids: Iterable[str]) -> dict[str, Reading]:
    """Return the readings of several documents by id."""
    found = {}
    for chunk in chunks(ids):
        for document, packed in connection.execute(_READINGS_OF, {"documents": chunk}):
            found[document] = unpack(packed, Reading, f"the reading of {document[:16]}")
    return found


class _Text(msgspec.Struct, frozen=True):
    text: str


class _Texted(msgspec.Struct, frozen=True):
    """A reading as far as its text; the claims are passed over."""

    document: _Text


def texts_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the texts of several documents by id."""
    found = {}
    for chunk in chunks(ids):
        for document, packed in connection.execute(_READINGS_OF, {"documents": chunk}):
            found[document] = unpack(packed, _Texted, f"the reading of {document[:16]}").document.text
    return found


def content_of(connection: Connection, document: str) -> bytes:
    """Return the bytes of a filed document as received."""
    packed = connection.scalar(select(contents.c.packed).where(contents.c.document == document))
    if packed is None:
        raise DocketError(f"{document}: its bytes are not in the docket; add it again")
    return restore(packed, document[:16])


def ids(connection: Connection) -> list[str]:
    """Return the id of every filed document, in order."""
    return list(connection.scalars(select(documents.c.id).order_by(documents.c.id)))


def size(connection: Connection) -> int:
    """Return how many documents are filed."""
    return int(connection.scalar(select(func.count()).select_from(documents)) or 0)


def listing(connection: Connection) -> Iterator[Filing]:
    """Yield every filed document, in order of address."""
    seen = (
        select(
            sightings.c.document,
            func.min(sightings.c.first_seen).label("first_seen"),
            func.max(sightings.c.last_checked).label("last_checked"),
        )
        .group_by(sightings.c.document)
        .subquery()
    )
    statement = select(documents, seen.c.first_seen, seen.c.last_checked).join(
        seen, seen.c.document == documents.c.id
    )
    for row in connection.execute(statement.order_by(documents.c.address, documents.c.id)):
        yield _filing(row)


def _filing(row: Row[Any]) -> Filing:
    return Filing(**{name: getattr(row, name) for name in Filing.__struct_fields__})


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A document met at an address, and when."""

    document: str
    first_seen: str
    last_checked: str


def versions(connection: Connection, address: str) -> list[Version]:
    """Return the documents met at one address, the first seen first."""
    statement = (
        select(sightings)
        .where(sightings.c.address == address)
        .order_by(sightings.c.first_seen, sightings.c.document)
    )
    return [
        Version(document=row.document, first_seen=row.first_seen, last_checked=row.last_checked)
        for row in connection.execute(statement)
    ]


def in_filed_order(connection: Connection, addresses: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return, by address, the documents that were met there, the first filed first."""
    named = sorted(set(addresses) - {STANDARD_INPUT})
    return {address: tuple(one.document for one in versions(connection, address)) for address in named}
