"""What stands near a case: other cases of its buyer, amendments, and candidates below the line."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from armsdocket.docket import leads
from armsdocket.docket.casefile import Candidate, CaseRow
from armsdocket.docket.evidence import Lead, day_number
from armsdocket.docket.leads import Standing
from armsdocket.docket.linking import FLOOR, Link, compare, profile
from armsdocket.docket.packing import unpack
from armsdocket.docket.schema import cases

# A list longer than this helps nobody on a page; armsdocket cases --buyer lists them all.
SHOWN = 10


def row_of(connection: Connection, key: str) -> CaseRow | None:
    """Return one case's row, or None."""
    packed = connection.scalar(select(cases.c.row).where(cases.c.key == key))
    return unpack(packed, CaseRow, f"case {key}") if packed else None


def related(
    connection: Connection, key: str, buyer: str | None, standings: Sequence[Standing]
) -> list[Candidate]:
    """Return amendments of this case, what it amends, and the buyer's cases nearest in time."""
    found: dict[str, Candidate] = {}
    amended = {number for standing in standings for number in standing.lead.amends}
    for number in sorted(amended):
        _add(connection, found, number, f"This case amends {number}.")
    for standing in leads.with_identifiers(connection, [f"amends {key}"]):
        if standing.key:
            _add(connection, found, standing.key, f"It amends {key}.")
    if buyer is not None:
        for row in _same_buyer(connection, key, buyer):
            if row.key not in found and len(found) < SHOWN:
                found[row.key] = Candidate(key=row.key, title=row.title, score=0.0, reasons=())
    found.pop(key, None)
    return list(found.values())


def _add(connection: Connection, found: dict[str, Candidate], key: str, reason: str) -> None:
    row = row_of(connection, key)
    title = row.title if row else "not in the docket"
    found.setdefault(key, Candidate(key=key, title=title, score=1.0, reasons=(reason,)))


def _same_buyer(connection: Connection, key: str, buyer: str) -> list[CaseRow]:
    """Return the buyer's cases nearest in time to this one: some on each side, by index."""
    own = connection.scalar(select(cases.c.last_date).where(cases.c.key == key)) or ""
    base = select(cases.c.row).where(cases.c.buyer == buyer, cases.c.key != key)
    later = base.where(cases.c.last_date >= own).order_by(cases.c.last_date, cases.c.key).limit(SHOWN)
    earlier = base.where(cases.c.last_date < own).order_by(cases.c.last_date.desc(), cases.c.key).limit(SHOWN)
    rows = [
        unpack(packed, CaseRow, "a case")
        for statement in (later, earlier)
        for packed in connection.scalars(statement)
    ]
    here = day_number(own) or 0
    return sorted(rows, key=lambda row: (abs((day_number(row.last_date) or 0) - here), row.key))


def candidates(connection: Connection, key: str, standings: Sequence[Standing]) -> list[Candidate]:
    """Return the cases that may be this sale too, below the line, with every reason for and against."""
    members = [standing.lead for standing in standings]
    numbered = any(lead.identifiers and lead.kind != "contract post" for lead in members)
    pairs: dict[str, Link] = {}
    if numbered:
        case = profile(key, members)
        others = [*leads.free_near(connection, members), *leads.contracts_near(connection, members)]
        for other in others:
            if other.key and other.key != key:
                _keep(pairs, other.key, compare(other.lead, case))
    else:
        _numbered_near(connection, members, pairs)
    best = sorted(pairs.items(), key=lambda pair: (-pair[1].score, pair[0]))
    return [
        _candidate(connection, other, link) for other, link in best if link.score >= FLOOR and other != key
    ][:SHOWN]


def _numbered_near(connection: Connection, members: Iterable[Lead], pairs: dict[str, Link]) -> None:
    for lead in members:
        anchors = leads.anchored_near(connection, lead)
        by_anchor: dict[str, list[Lead]] = {}
        for standing in leads.of_anchors(connection, anchors):
            by_anchor.setdefault(standing.anchor or "", []).append(standing.lead)
        for anchor, group in by_anchor.items():
            if lead.kind != "contract post" or any(one.kind != "contract post" for one in group):
                _keep(pairs, anchor, compare(lead, profile(anchor, group)))


def _keep(pairs: dict[str, Link], key: str, link: Link) -> None:
    if key not in pairs or pairs[key].score < link.score:
        pairs[key] = link


def _candidate(connection: Connection, key: str, link: Link) -> Candidate:
    row = row_of(connection, key)
    return Candidate(
        key=key,
        title=row.title if row else key,
        score=link.score,
        reasons=tuple(reason.sentence for reason in link.reasons),
    )
