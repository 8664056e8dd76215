"""The leads as the store keeps them: written once per document, looked up by number, block and home."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, bindparam, delete, or_, select, update

from armsdocket.docket import homes
from armsdocket.docket.evidence import Lead
from armsdocket.docket.linking import AWARDED_WITHIN
from armsdocket.docket.packing import pack, unpack
from armsdocket.docket.schema import aliases, documents, lead_blocks, lead_identifiers, leads

# Both stores take far more; this keeps a statement short enough to be cached.
CHUNK = 400
# Leads whose dates lie further apart than this are never compared: most dates of a sale fall in two years.
WINDOW = 800
# A contract follows its notice within years; a post some days before it is shown for a person to look at.
AWARDED_BEFORE = 45


class Standing(NamedTuple):
    """A lead with where it stands: its number, the numbered case it joined, the case it is in."""

    lead: Lead
    anchor: str | None
    host: str | None
    key: str | None
    score: float
    why: str
    near: str | None = None
    """For a contract post that joined none: the notified case it comes nearest to, in a sentence."""

    @property
    def id(self) -> tuple[str, int]:
        """Document and ordinal."""
        return self.lead.document, self.lead.ordinal


def new(lead: Lead) -> Standing:
    """Return a lead as ``insert`` leaves it: it stands nowhere yet."""
    return Standing(lead, None, None, None, 0.0, "")


_INSERTS = tuple(table.insert() for table in (leads, lead_identifiers, lead_blocks, aliases))


def insert(connection: Connection, fresh: Sequence[Lead]) -> None:
    """Write the leads of one document."""
    if not fresh:
        return
    rows, identifiers, blocks, names = [], [], [], []
    for lead in fresh:
        place = {"document": lead.document, "ordinal": lead.ordinal}
        anchored = bool(lead.identifiers)
        home = None if anchored else homes.home(lead)
        rows.append(
            {**place, "body": pack(lead), "day": lead.day, "home": home, "anchor": None, "host": None}
            | {"case_key": None, "score": 0.0, "why": "", "near": None}
        )
        amended = [f"amends {number}" for number in lead.amends]
        identifiers += [{**place, "identifier": words} for words in (*lead.identifiers, *amended)]
        blocks += [
            {**place, "block": block, "anchored": anchored, "day": lead.day}
            for block in homes.blocks(lead, anchored=anchored)
        ]
        names += [] if anchored else [{**place, "alias": homes.own_key(lead), "case_key": ""}]
    for statement, values in zip(_INSERTS, (rows, identifiers, blocks, names), strict=True):
        if values:
            connection.execute(statement, values)


def remove(connection: Connection, document: str) -> list[Standing]:
    """Take out the leads of a document that was read anew; return them as they stood."""
    gone = of_documents(connection, [document])
    names = sorted({homes.own_key(standing.lead) for standing in gone})
    connection.execute(delete(aliases).where(aliases.c.alias.in_(names), aliases.c.document == document))
    for table in (lead_blocks, lead_identifiers, leads):
        connection.execute(delete(table).where(table.c.document == document))
    return gone


_PLACE = update(leads).where(
    leads.c.document == bindparam("_document"), leads.c.ordinal == bindparam("_ordinal")
)
# The name leads the key of this table: without it every update would look through the whole of it.
_PLACE_ALIAS = update(aliases).where(
    aliases.c.alias == bindparam("_alias"),
    aliases.c.document == bindparam("_document"),
    aliases.c.ordinal == bindparam("_ordinal"),
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
            | {"score": standing.score, "why": standing.why, "near": standing.near}
            for standing in standings
        ],
    )
    named = [standing for standing in standings if not standing.lead.identifiers]
    if named:
        connection.execute(
            _PLACE_ALIAS,
            [
                {"_alias": homes.own_key(s.lead), "_document": s.lead.document}
                | {"_ordinal": s.lead.ordinal, "case_key": s.key or ""}
                for s in named
            ],
        )


# Statements are made once: making one costs as much as asking a small one.
_COLUMNS = (
    leads.c.body,
    leads.c.anchor,
    leads.c.host,
    leads.c.case_key,
    leads.c.score,
    leads.c.why,
    leads.c.near,
)
_ALL = select(*_COLUMNS).order_by(leads.c.document, leads.c.ordinal)
_VALUES: Any = bindparam("values", expanding=True)
_WITH_IDENTIFIERS = _ALL.where(
    leads.c.document == lead_identifiers.c.document,
    leads.c.ordinal == lead_identifiers.c.ordinal,
    lead_identifiers.c.identifier.in_(_VALUES),
)
_IN_BLOCKS = (
    (leads.c.document == lead_blocks.c.document)
    & (leads.c.ordinal == lead_blocks.c.ordinal)
    & lead_blocks.c.block.in_(_VALUES)
    & (lead_blocks.c.anchored == bindparam("anchored"))
)
_IN_WINDOW = or_(
    lead_blocks.c.day.is_(None),
    and_(lead_blocks.c.day >= bindparam("from"), lead_blocks.c.day <= bindparam("to")),
)
_NEAR = {False: _ALL.where(_IN_BLOCKS), True: _ALL.where(_IN_BLOCKS, _IN_WINDOW)}
_POSTS_NEAR = {
    windowed: near.where(documents.c.id == leads.c.document, documents.c.kind == "contract post")
    for windowed, near in _NEAR.items()
}
_ANCHORS = select(leads.c.anchor).distinct()
_ANCHORS_NEAR = {False: _ANCHORS.where(_IN_BLOCKS), True: _ANCHORS.where(_IN_BLOCKS, _IN_WINDOW)}


def _by(column: Any) -> Callable[[Connection, Iterable[str]], list[Standing]]:
    statement = _ALL.where(column.in_(_VALUES))

    def found(connection: Connection, values: Iterable[str]) -> list[Standing]:
        return [
            standing
            for chunk in chunks(values)
            for standing in _standings(connection, statement, {"values": chunk})
        ]

    return found


of_cases = _by(leads.c.case_key)
"""Return every lead in these cases, in order of document and ordinal."""
of_anchors = _by(leads.c.anchor)
"""Return every lead that bears one of these numbers."""
of_homes = _by(leads.c.home)
"""Return every lead without a number in these homes."""
of_documents = _by(leads.c.document)
"""Return every lead of these documents."""


def everywhere(connection: Connection) -> Iterator[Standing]:
    """Return every lead of the docket."""
    return _standings(connection, _ALL, {})


def contracts_near(connection: Connection, members: Sequence[Lead]) -> list[Standing]:
    """Return the leads of contract posts that share a block with numbered ``members`` and may follow them."""
    window = _window([lead.day for lead in members], AWARDED_BEFORE, AWARDED_WITHIN)
    return _near(connection, members, _POSTS_NEAR, window, anchored=True)


def with_identifiers(connection: Connection, identifiers: Iterable[str]) -> list[Standing]:
    """Return every lead that bears one of these identifiers."""
    found: dict[tuple[str, int], Standing] = {}
    for chunk in chunks(identifiers):
        standings = _standings(connection, _WITH_IDENTIFIERS, {"values": chunk})
        found.update({standing.id: standing for standing in standings})
    return list(found.values())


def anchored_near(connection: Connection, lead: Lead) -> set[str]:
    """Return the anchors of the numbered leads that share a block with ``lead``, within the window."""
    blocks = homes.blocks(lead, anchored=False)
    if not blocks:
        return set()
    posted = lead.kind == "contract post"
    span = (AWARDED_WITHIN, AWARDED_BEFORE) if posted else (WINDOW, WINDOW)
    asked = {"values": blocks, "anchored": True, **_window([lead.day], *span)}
    return {anchor for anchor in connection.scalars(_ANCHORS_NEAR["from" in asked], asked) if anchor}


def free_near(connection: Connection, members: Sequence[Lead]) -> list[Standing]:
    """Return the leads without a number that share a block with ``members``, within the window."""
    window = _window([lead.day for lead in members], WINDOW, WINDOW)
    return _near(connection, members, _NEAR, window, anchored=False)


def _near(
    connection: Connection,
    members: Sequence[Lead],
    statements: Mapping[bool, Select[Any]],
    window: Mapping[str, int],
    *,
    anchored: bool,
) -> list[Standing]:
    found: dict[tuple[str, int], Standing] = {}
    for chunk in chunks(block for lead in members for block in homes.blocks(lead, anchored=True)):
        asked = {"values": chunk, "anchored": anchored, **window}
        standings = _standings(connection, statements[bool(window)], asked)
        found.update({standing.id: standing for standing in standings})
    return list(found.values())


def _window(days: Sequence[int | None], before: int, after: int) -> dict[str, int]:
    """Return the days within which leads are compared; none when a lead has no day."""
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return {}
    return {"from": min(known) - before, "to": max(known) + after}


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Cut values, each once and in order, into lists that one statement can take."""
    rest = iter(sorted(set(values)))
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _standings(
    connection: Connection, statement: Select[Any], asked: Mapping[str, Any]
) -> Iterator[Standing]:
    return (_standing(*row) for row in connection.execute(statement, asked))


def _standing(body: bytes, *rest: Any) -> Standing:
    return Standing(unpack(body, Lead, "a lead"), *rest)
