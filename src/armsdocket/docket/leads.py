"""The leads as the store keeps them: written once per document, looked up by number, block and home."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, or_, select, update

from armsdocket.docket import homes
from armsdocket.docket.evidence import Lead
from armsdocket.docket.packing import pack, unpack
from armsdocket.docket.schema import aliases, lead_blocks, lead_identifiers, leads

# Both stores take far more; this keeps a statement short enough to be cached.
CHUNK = 400
# Leads whose dates lie further apart than this are never compared: most dates of a sale fall in two years.
WINDOW = 800


class Standing(NamedTuple):
    """A lead with where it stands: its number, the numbered case it joined, the case it is in."""

    lead: Lead
    anchor: str | None
    host: str | None
    key: str | None
    score: float
    why: str

    @property
    def id(self) -> tuple[str, int]:
        """Document and ordinal."""
        return self.lead.document, self.lead.ordinal


def insert(connection: Connection, new: Sequence[Lead]) -> None:
    """Write the leads of one document."""
    if not new:
        return
    rows, identifiers, blocks, names = [], [], [], []
    for lead in new:
        place = {"document": lead.document, "ordinal": lead.ordinal}
        anchored = bool(lead.identifiers)
        home = None if anchored else homes.home(lead)
        rows.append(
            {**place, "body": pack(lead), "day": lead.day, "home": home, "anchor": None, "host": None}
            | {"case_key": None, "score": 0.0, "why": ""}
        )
        amended = [f"amends {number}" for number in lead.amends]
        identifiers += [{**place, "identifier": words} for words in (*lead.identifiers, *amended)]
        blocks += [
            {**place, "block": block, "anchored": anchored, "day": lead.day}
            for block in homes.blocks(lead, anchored=anchored)
        ]
        names += [] if anchored else [{**place, "alias": homes.own_key(lead), "case_key": ""}]
    for table, values in (
        (leads, rows),
        (lead_identifiers, identifiers),
        (lead_blocks, blocks),
        (aliases, names),
    ):
        if values:
            connection.execute(table.insert(), values)


def remove(connection: Connection, document: str) -> list[Standing]:
    """Take out the leads of a document that was read anew; return them as they stood."""
    gone = list(_standings(connection, leads.c.document == document))
    for table in (aliases, lead_blocks, lead_identifiers, leads):
        connection.execute(delete(table).where(table.c.document == document))
    return gone


_PLACE = update(leads).where(
    leads.c.document == bindparam("_document"), leads.c.ordinal == bindparam("_ordinal")
)
_PLACE_ALIAS = update(aliases).where(
    aliases.c.document == bindparam("_document"), aliases.c.ordinal == bindparam("_ordinal")
)


def place(connection: Connection, standings: Sequence[Standing]) -> None:
    """Write where leads stand now."""
    if not standings:
        return
    connection.execute(
        _PLACE,
        [
            {"_document": standing.lead.document, "_ordinal": standing.lead.ordinal}
            | {"anchor": standing.anchor, "host": standing.host, "case_key": standing.key}
            | {"score": standing.score, "why": standing.why}
            for standing in standings
        ],
    )
    named = [standing for standing in standings if not standing.lead.identifiers]
    if named:
        connection.execute(
            _PLACE_ALIAS,
            [
                {"_document": s.lead.document, "_ordinal": s.lead.ordinal, "case_key": s.key or ""}
                for s in named
            ],
        )


def of_cases(connection: Connection, keys: Iterable[str]) -> list[Standing]:
    """Return every lead in these cases, in order of document and ordinal."""
    return list(_in_chunks(connection, leads.c.case_key, keys))


def of_anchors(connection: Connection, anchors: Iterable[str]) -> list[Standing]:
    """Return every lead that bears one of these numbers."""
    return list(_in_chunks(connection, leads.c.anchor, anchors))


def of_homes(connection: Connection, names: Iterable[str]) -> list[Standing]:
    """Return every lead without a number in these homes."""
    return list(_in_chunks(connection, leads.c.home, names))


def of_documents(connection: Connection, documents: Iterable[str]) -> list[Standing]:
    """Return every lead of these documents."""
    return list(_in_chunks(connection, leads.c.document, documents))


def everywhere(connection: Connection) -> Iterator[Standing]:
    """Return every lead of the docket."""
    return _standings(connection, None)


def contracts_near(connection: Connection, members: Sequence[Lead]) -> list[Standing]:
    """Return the leads of contract posts that share a block with numbered ``members``, within the window."""
    return [one for one in _near(connection, members, anchored=True) if one.lead.kind == "contract post"]


def with_identifiers(connection: Connection, identifiers: Iterable[str]) -> list[Standing]:
    """Return every lead that bears one of these identifiers."""
    found: dict[tuple[str, int], Standing] = {}
    for chunk in chunks(identifiers):
        condition = _joined(lead_identifiers) & lead_identifiers.c.identifier.in_(chunk)
        found.update({standing.id: standing for standing in _standings(connection, condition)})
    return list(found.values())


def anchored_near(connection: Connection, lead: Lead) -> set[str]:
    """Return the anchors of the numbered leads that share a block with ``lead``, within the window."""
    blocks = homes.blocks(lead, anchored=False)
    if not blocks:
        return set()
    statement = (
        select(leads.c.anchor)
        .distinct()
        .where(_joined(lead_blocks), lead_blocks.c.block.in_(blocks), lead_blocks.c.anchored.is_(True))
    )
    if lead.day is not None:
        statement = statement.where(_within(lead.day, lead.day))
    return {anchor for (anchor,) in connection.execute(statement) if anchor}


def free_near(connection: Connection, members: Sequence[Lead]) -> list[Standing]:
    """Return the leads without a number that share a block with ``members``, within the window."""
    return _near(connection, members, anchored=False)


def _near(connection: Connection, members: Sequence[Lead], *, anchored: bool) -> list[Standing]:
    days = [lead.day for lead in members]
    known = [day for day in days if day is not None]
    window = _within(min(known), max(known)) if known and len(known) == len(days) else None
    found: dict[tuple[str, int], Standing] = {}
    for chunk in chunks(block for lead in members for block in homes.blocks(lead, anchored=True)):
        condition = (
            _joined(lead_blocks) & lead_blocks.c.block.in_(chunk) & lead_blocks.c.anchored.is_(anchored)
        )
        condition = condition if window is None else condition & window
        found.update({standing.id: standing for standing in _standings(connection, condition)})
    return list(found.values())


def _within(first: int, last: int) -> ColumnElement[bool]:
    day = lead_blocks.c.day
    return or_(day.is_(None), and_(day >= first - WINDOW, day <= last + WINDOW))


def _joined(table: Any) -> ColumnElement[bool]:
    return and_(leads.c.document == table.c.document, leads.c.ordinal == table.c.ordinal)


def _in_chunks(connection: Connection, column: Any, values: Iterable[str]) -> Iterator[Standing]:
    for chunk in chunks(values):
        yield from _standings(connection, column.in_(chunk))


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Cut values, each once and in order, into lists that one statement can take."""
    rest = iter(sorted(set(values)))
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _standings(connection: Connection, condition: ColumnElement[bool] | None) -> Iterator[Standing]:
    columns = (leads.c.body, leads.c.anchor, leads.c.host, leads.c.case_key, leads.c.score, leads.c.why)
    statement = select(*columns).order_by(leads.c.document, leads.c.ordinal)
    if condition is not None:
        statement = statement.where(condition)
    return (_standing(row) for row in connection.execute(statement))


def _standing(row: Any) -> Standing:
    return Standing(unpack(row.body, Lead, "a lead"), row.anchor, row.host, row.case_key, row.score, row.why)
