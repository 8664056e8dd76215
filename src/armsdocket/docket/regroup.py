"""Placing leads after a change: only those that share a number, a block or a home with it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from armsdocket.docket import homes, leads, posts
from armsdocket.docket.evidence import Lead
from armsdocket.docket.grouping import anchor_of, choose, cluster, joined_sentence
from armsdocket.docket.leads import Standing
from armsdocket.docket.linking import LINE, MARGIN, Profile, compare, profile
from armsdocket.docket.rulings import NONE, Rulings


def regroup(
    connection: Connection,
    touched: Sequence[Lead],
    gone: Sequence[Standing] = (),
    rulings: Rulings = NONE,
) -> set[str]:
    """Place ``touched`` leads, new in the store, and all they affect.

    Return the keys of every case that may have changed.
    """
    changed = {standing.key for standing in gone if standing.key}
    moved, alone = _anchor(connection, touched, gone, rulings)
    alone += _affected_posts(connection, moved, gone, rulings)
    moved = _whole_way([*moved, *posts.settle(connection, alone, rulings)])
    for old, new in moved:
        changed |= {key for key in (old.key, new.key) if key}
    fresh = [leads.new(lead) for lead in touched if not lead.identifiers]
    free = _affected_free(connection, moved, gone, rulings) | {standing.id: standing for standing in fresh}
    names = {homes.home(standing.lead) for standing in (*gone, *fresh) if not standing.lead.identifiers}
    names |= _host(connection, [free[id] for id in sorted(free)], rulings, changed)
    _settle_homes(connection, names, rulings, changed)
    return changed


Move = tuple[Standing, Standing]


def _whole_way(moved: Iterable[Move]) -> list[Move]:
    """Return one move a lead, from where it stood before the change to where it stands now.

    A new post that is settled in a second step did not stand in its case before.
    """
    ways: dict[tuple[str, int], Move] = {}
    for old, new in moved:
        first, _ = ways.get(old.id, (old, new))
        ways[old.id] = (first, new)
    return list(ways.values())


def _anchor(
    connection: Connection, touched: Sequence[Lead], gone: Sequence[Standing], rulings: Rulings
) -> tuple[list[Move], list[Standing]]:
    """Place the leads that bear a number.

    Return those that moved, as they stood and as they stand, and the posts that only a contract's number
    places.
    """
    identifiers = {words for lead in touched for words in lead.identifiers}
    identifiers |= {words for standing in gone for words in standing.lead.identifiers}
    bearers: dict[str, list[Lead]] = defaultdict(list)
    affected = leads.with_identifiers(connection, identifiers)
    # Another number of an affected lead may be borne by leads that share nothing with the new document.
    others = {words for standing in affected for words in standing.lead.identifiers} - identifiers
    around = {standing.id: standing for standing in leads.with_identifiers(connection, others)}
    for standing in {**around, **{standing.id: standing for standing in affected}}.values():
        for words in standing.lead.identifiers:
            bearers[words].append(standing.lead)
    moved: list[Move] = []
    alone: list[Standing] = []
    for standing in affected:
        anchor, why = anchor_of(standing.lead, lambda words: bearers[words], rulings)
        new = Standing(standing.lead, anchor, None, anchor, 1.0, why)
        if posts.stands_alone(standing.lead, anchor):
            alone.append(standing)
            if standing.host or posts.stands_alone(standing.lead, standing.anchor):
                continue
        if new != standing:
            moved.append((standing, new))
    leads.place(connection, [new for _, new in moved])
    return moved, alone


def _affected_posts(
    connection: Connection, moved: Sequence[Move], gone: Sequence[Standing], rulings: Rulings
) -> list[Standing]:
    """Return the contract posts that may join, leave or come near a case whose notices moved."""
    notices = [
        one for one in (*(one for move in moved for one in move), *gone) if one.lead.kind != posts.KIND
    ]
    anchors = {one.anchor for one in notices if one.anchor}
    if not anchors:
        return []
    members = [lead for group in _by_anchor(connection, anchors).values() for lead in group]
    found = leads.contracts_near(connection, [*members, *(one.lead for one in notices)])
    ruled = {document for document, key in rulings.joined.items() if key in anchors}
    return [*found, *(one for one in leads.of_documents(connection, ruled) if one.lead.kind == posts.KIND)]


def _affected_free(
    connection: Connection, moved: Sequence[Move], gone: Sequence[Standing], rulings: Rulings
) -> dict[tuple[str, int], Standing]:
    """Return the filed leads without a number whose host may change with what moved.

    A numbered case decides about a lead only where it scores near the line, before or after: all others
    stay where they are, however many share a block with it.
    """
    before: dict[str, list[Lead]] = defaultdict(list)
    for standing in (*(old for old, _ in moved), *gone):
        if standing.anchor:
            before[standing.anchor].append(standing.lead)
    anchors = before.keys() | {new.anchor for _, new in moved if new.anchor}
    if not anchors:
        return {}
    after, new_ids = _by_anchor(connection, anchors), {new.id for _, new in moved}
    for anchor, members in after.items():
        before[anchor] += [lead for lead in members if (lead.document, lead.ordinal) not in new_ids]
    members = [lead for group in (*after.values(), *before.values()) for lead in group]
    profiles = [profile(key, group) for side in (before, after) for key, group in side.items() if group]
    found = {
        standing.id: standing
        for standing in leads.free_near(connection, members)
        if standing.host in anchors
        or any(compare(standing.lead, case).score >= LINE - MARGIN for case in profiles)
    }
    ruled = {document for document, key in rulings.joined.items() if key in anchors}
    found |= {one.id: one for one in leads.of_documents(connection, ruled) if not one.lead.identifiers}
    return found


def _host(connection: Connection, free: Iterable[Standing], rulings: Rulings, changed: set[str]) -> set[str]:
    """Join leads to numbered cases; return the homes where something moved."""
    profiles: dict[str, Profile] = {}
    documents: dict[str, list[Lead]] = {}
    moved: list[Standing] = []
    names: set[str] = set()
    for standing in free:
        lead = standing.lead
        near = leads.anchored_near(connection, lead)
        ruled = rulings.joined.get(lead.document)
        wanted = near | ({ruled} if ruled else set())
        for key, members in _by_anchor(connection, wanted - profiles.keys()).items():
            profiles[key], documents[key] = profile(key, members), members
        near = {
            key for key in near if not any(rulings.apart(lead, other) for other in documents.get(key, ()))
        }
        if ruled and _same_buyer(lead, profiles.get(ruled)):
            new = Standing(lead, None, ruled, ruled, 1.0, "A reviewed correction joins it.")
        elif chosen := choose(lead, [profiles[key] for key in sorted(near)], rulings):
            case, link = chosen
            new = Standing(lead, None, case.key, case.key, link.score, joined_sentence(link))
        else:
            new = Standing(lead, None, None, None, 1.0, "")
        if (new.host is None) != (standing.host is None):
            names.add(homes.home(lead))
        if new != standing and (new.host is not None or standing.host is not None):
            changed |= {key for key in (new.key, standing.key) if key}
            moved.append(new)
    leads.place(connection, moved)
    return names


def _same_buyer(lead: Lead, case: Profile | None) -> bool:
    """Tell whether a lead may be of a case that people joined its document to.

    An article tells of several sales, and a correction names the article: another buyer's sale stays out.
    """
    return case is None or not case.buyers or not lead.buyers or not case.buyers.isdisjoint(lead.buyers)


def _by_anchor(connection: Connection, anchors: Iterable[str]) -> dict[str, list[Lead]]:
    found: dict[str, list[Lead]] = defaultdict(list)
    for standing in leads.of_anchors(connection, anchors):
        if standing.anchor:
            found[standing.anchor].append(standing.lead)
    return found


def _settle_homes(connection: Connection, names: set[str], rulings: Rulings, changed: set[str]) -> None:
    """Make cases anew of the leads in these homes that bear no number and joined none."""
    by_home: dict[str, list[Standing]] = defaultdict(list)
    for standing in leads.of_homes(connection, names):
        if standing.host is None:
            by_home[homes.home(standing.lead)].append(standing)
    moved = []
    for name in sorted(by_home):
        for before, after in zip(by_home[name], cluster(by_home[name], rulings), strict=True):
            if before != after:
                changed |= {key for key in (before.key, after.key) if key}
                moved.append(after)
    leads.place(connection, moved)
