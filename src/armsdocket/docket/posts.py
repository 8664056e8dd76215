"""Contract posts beside notified sales: which join a case by evidence, and which may belong to one.

All posts of one contract stand together. They join a notified case where one of them agrees with it
throughout; else they stand under the contract's number, with the case they come nearest to.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from armsdocket.docket import homes, leads
from armsdocket.docket.evidence import Lead
from armsdocket.docket.grouping import choose, joined_sentence
from armsdocket.docket.leads import Standing
from armsdocket.docket.linking import LINE, MARGIN, Link, Profile, compare, profile
from armsdocket.docket.rulings import Rulings

KIND = "contract post"
Move = tuple[Standing, Standing]


def stands_alone(lead: Lead, anchor: str | None) -> bool:
    """Tell whether a post would stand under its own contract's number, no stronger number placing it."""
    return lead.kind == KIND and lead.contract is not None and anchor == homes.anchor_key(lead.contract)


def settle(connection: Connection, posts: Iterable[Standing], rulings: Rulings) -> list[Move]:
    """Place the posts of these contracts anew; return those that moved, as they stood and as they stand."""
    moved: list[Move] = []
    for contract in sorted({one.lead.contract for one in posts if one.lead.contract}):
        group = [
            one
            for one in leads.with_identifiers(connection, [contract])
            if one.lead.contract == contract and (one.host or stands_alone(one.lead, one.anchor))
        ]
        after = _placed(contract, group, _cases_near(connection, group), rulings)
        moved += [(old, new) for old, new in zip(group, after, strict=True) if old != new]
    leads.place(connection, [new for _, new in moved])
    return moved


def _cases_near(connection: Connection, group: Sequence[Standing]) -> dict[str, list[Lead]]:
    """Return the notices of every notified case that shares a block with one of the posts."""
    anchors = {anchor for one in group for anchor in leads.anchored_near(connection, one.lead)}
    found: dict[str, list[Lead]] = {}
    for standing in leads.of_anchors(connection, anchors):
        if standing.anchor and standing.lead.kind != KIND:
            found.setdefault(standing.anchor, []).append(standing.lead)
    return found


def _placed(
    contract: str, group: Sequence[Standing], near: Mapping[str, list[Lead]], rulings: Rulings
) -> list[Standing]:
    profiles = {key: profile(key, near[key]) for key in sorted(near)}
    own, number = homes.anchor_key(contract), contract.split()[1]
    chosen: dict[tuple[str, int], tuple[str, float, str]] = {}
    for one in group:
        if (key := rulings.joined.get(one.lead.document)) is not None:
            chosen[one.id] = (key, 1.0, "A reviewed correction joins it.")
            continue
        kept = [
            case
            for key, case in profiles.items()
            if not any(rulings.apart(one.lead, other) for other in near[key])
        ]
        if found := choose(one.lead, kept, rulings):
            why = joined_sentence(found[1], f"contract {number}")
            chosen[one.id] = (found[0].key, found[1].score, why)
    keys = {key for key, *_ in chosen.values()}
    host = next(iter(keys)) if len(keys) == 1 else None
    placed = []
    for one in group:
        if host is None or rulings.parted(one.lead, host):
            why = f"It bears contract {number}."
            placed.append(Standing(one.lead, own, None, own, 1.0, why, _nearest(one.lead, profiles)))
        else:
            told = f"It bears contract {number}; another post of it was joined to {host}."
            _, score, why = chosen.get(one.id, (host, 1.0, told))
            placed.append(Standing(one.lead, None, host, host, score, why))
    return placed


def _nearest(lead: Lead, profiles: Mapping[str, Profile]) -> str | None:
    """Say which case a post comes nearest to, where it is near the line."""
    scored: list[tuple[Link, str]] = [(compare(lead, case), key) for key, case in profiles.items()]
    if not scored:
        return None
    best, key = min(scored, key=lambda pair: (-pair[0].score, pair[1]))
    if best.score < LINE - MARGIN:
        return None
    return f"may belong to {key}, not linked (score {best.score:.2f}): {best.sentence}"
