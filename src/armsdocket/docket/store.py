"""The docket: documents in, cases out, on SQLite or PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.exc import DBAPIError

from armsdocket.docket import cases as cases_room
from armsdocket.docket import connection as connections
from armsdocket.docket import corrections as corrections_room
from armsdocket.docket import (
    export,
    filing,
    finding,
    leads,
    nearby,
    oversight,
    shelf,
    upgrade,
    verify,
    versions,
)
from armsdocket.docket import rebuild as rebuild_room
from armsdocket.docket import search as search_room
from armsdocket.docket.casefile import CaseFile, CaseRow
from armsdocket.docket.connection import explained, writing
from armsdocket.docket.corrections import Applied, Correction
from armsdocket.docket.filing import Filed
from armsdocket.docket.oversight import Watched
from armsdocket.docket.packing import pack, unpack
from armsdocket.docket.rebuild import Progress, Rebuilt
from armsdocket.docket.schema import corrections, documents
from armsdocket.docket.search import Filters, Hit
from armsdocket.docket.shelf import Filing, Version
from armsdocket.docket.verify import Fault
from armsdocket.docket.versions import Difference
from armsdocket.errors import ArmsdocketError, DocketError
from armsdocket.reading.claims import Reading

__all__ = ["Docket", "Fault", "Filed", "Filing", "Hit", "Rebuilt"]


class Docket:
    """A docket: documents, the claims read from them, and the cases these make.

    One program writes at a time and the others wait; any number read at once. Every error of the store
    comes as a DocketError that says what to do.
    """

    def __init__(self, engine: Engine, address: str) -> None:
        self._engine = engine
        self._address = address

    @classmethod
    def open(cls, address: str, create: bool = True, older: bool = False) -> "Docket":
        """Open the docket at a file's path or a postgresql:// address; ``create`` lays out a new one there.

        Raises NewerDocket for a docket of a newer program, OlderDocket for one of an earlier unless
        ``older`` (it can then only be rebuilt), DocketError for what is no docket, and where there is none
        and ``create`` is false.
        """
        return cls(connections.open_engine(address, create=create, older=older), address)

    def close(self) -> None:
        """Close the docket."""
        self._engine.dispose()

    def __enter__(self) -> "Docket":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def file(self, reading: Reading, content: bytes) -> Filed:
        """File a document in one transaction: wholly or not at all. The same bytes again change nothing."""
        try:
            with explained(self._address), writing(self._engine) as connection:
                return filing.file(connection, reading, content, self._corrected(connection))
        except ArmsdocketError:
            raise
        except Exception as error:
            # One document must not stop the others; the transaction has left nothing of it.
            raise DocketError(
                f"{reading.document.address}: could not be filed ({type(error).__name__}: {error}); this "
                "is a defect of armsdocket: please report it with the document"
            ) from error

    def cases(self, **filters: str | None) -> list[CaseRow]:
        """List cases, newest first; filters: buyer, article, stage, since, until."""
        with explained(self._address), self._engine.connect() as connection:
            return finding.rows(connection, **filters)

    def case(self, key: str) -> CaseFile:
        """Return the file of a case by its number in any printed form, a resolution, or the docket's key.

        Raises DocketError with near matches when there is none.
        """
        with explained(self._address), self._engine.connect() as connection:
            found = finding.find(connection, key)
            standings = leads.of_cases(connection, [found])
            addresses = [standing.lead.address for standing in standings if standing.lead.address]
            filed = shelf.in_filed_order(connection, addresses)
            file = self._case(connection, found, filed)
        later = dict(pair for met in filed.values() for pair in pairwise(met))
        sources = (
            msgspec.structs.replace(source, replaced_by=later.get(source.document)) for source in file.sources
        )
        return msgspec.structs.replace(file, sources=tuple(sources))

    def _case(
        self, connection: Connection, key: str, filed: Mapping[str, Sequence[str]] = MappingProxyType({})
    ) -> CaseFile:
        """Build a case; ``filed`` puts versions in the order they were filed, which no document decides."""
        applied = self._corrected(connection)
        standings = leads.of_cases(connection, [key])
        file = cases_room.build(key, filing.members_of(connection, standings, applied, filed=filed))
        return msgspec.structs.replace(
            file,
            related=tuple(nearby.related(connection, key, file.buyer, standings)),
            candidates=tuple(nearby.candidates(connection, key, standings)),
        )

    def search(self, words: str, limit: int = 20, **filters: str | None) -> list[Hit]:
        """Find documents by words, "phrases" and prefixes (jav*); filters: see ``Filters``."""
        with explained(self._address), self._engine.connect() as connection:
            return search_room.search(connection, words, limit, Filters(**filters))

    def watched(
        self, name: str, today: date, within: int | None = None, limit: int | None = None
    ) -> list[Watched]:
        """Return an oversight list as of a day; ``oversight.LISTS`` names them."""
        with explained(self._address), self._engine.connect() as connection:
            return oversight.watched(connection, name, today, within, limit)

    def difference(self, before: str, after: str) -> Difference:
        """Compare two filed documents, named by id, word by word and claim by claim."""
        return versions.difference(self.document(before), self.document(after))

    def size(self) -> int:
        """Return how many documents are filed."""
        with explained(self._address), self._engine.connect() as connection:
            return shelf.size(connection)

    def documents(self) -> list[Filing]:
        """List the filed documents by address."""
        with explained(self._address), self._engine.connect() as connection:
            return list(shelf.listing(connection))

    def document(self, id: str) -> Reading:
        """Return the reading of a filed document. Raises DocketError when it is not filed."""
        with explained(self._address), self._engine.connect() as connection:
            return shelf.reading_of(connection, id)

    def content(self, id: str) -> bytes:
        """Return the bytes of a filed document as received."""
        with explained(self._address), self._engine.connect() as connection:
            return shelf.content_of(connection, id)

    def versions(self, address: str) -> list[Version]:
        """Return the documents met at one address, the first seen first, with when they were met."""
        with explained(self._address), self._engine.connect() as connection:
            return shelf.versions(connection, address)

    def verify(self) -> list[Fault]:
        """Check every hash, passage, link and case; return what does not hold."""
        with explained(self._address), self._engine.connect() as connection:
            try:
                applied = self._corrected(connection)
            except (DBAPIError, DocketError) as error:
                return [verify.damage("the corrections", error), *verify.verify(connection, Applied())]
            return verify.verify(connection, applied)

    def rebuild(self, progress: Progress | None = None, corrections_file: Path | None = None) -> Rebuilt:
        """Read every document again and build all cases anew; a corrections file replaces those known."""
        with explained(self._address), writing(self._engine) as connection:
            upgrade.upgrade(connection)
            if corrections_file is not None:
                self._correct(connection, corrections_room.read_file(corrections_file))
            return rebuild_room.rebuild(connection, self._corrected(connection), progress)

    def export_canonical(self) -> bytes:
        """Return the docket as bytes that only its documents, corrections and program version decide."""
        with explained(self._address), self._engine.connect() as connection:
            return export.canonical(connection, lambda key: self._case(connection, key))

    def _correct(self, connection: Connection, found: tuple[Correction, ...]) -> None:
        connection.execute(delete(corrections))
        rows: list[dict[str, Any]] = [{"place": n, "body": pack(one)} for n, one in enumerate(found)]
        if rows:
            connection.execute(corrections.insert(), rows)

    def _corrected(self, connection: Connection) -> Applied:
        """Return the corrections tied to the documents; most dockets have none, so it costs one look."""
        bodies = connection.scalars(select(corrections.c.body).order_by(corrections.c.place)).all()
        if not bodies:
            return Applied()
        found = [unpack(body, Correction, "a correction") for body in bodies]
        filed = [
            (id, address) for id, address in connection.execute(select(documents.c.id, documents.c.address))
        ]
        return corrections_room.apply(found, filed)
