"""How well documents are linked: pairs labelled by hand, and official documents with their number hidden.

A pair counts as found when both documents stand in one case of the buyer. A document whose transmittal is
hidden must find, by evidence alone, the case that other documents of its number make, and no other case;
a pair labelled as one sale counts as such too.
"""

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from armsdocket.docket import leads
from armsdocket.docket.connection import open_engine
from armsdocket.docket.evidence import Lead
from armsdocket.docket.grouping import choose
from armsdocket.docket.leads import Standing
from armsdocket.docket.linking import profile
from armsdocket.docket.rulings import NONE
from armsdocket.docket.store import Docket
from armsdocket.documents.load import load, read_bytes
from armsdocket.reading.read import read
from armsdocket.vocabulary.datafile import decode
from evaluation.corpus import SHARED
from evaluation.scores import Error, Score

PAIRS = Path(__file__).resolve().parent / "linking_pairs.yaml"
FOLDERS = (
    "corpus/federal_register",
    "corpus/dsca/html_2026",
    "corpus/dsca/sunlight_2008_2014",
    "corpus/state",
    "corpus/resolutions",
    "corpus/tables/dod_contracts",
    "news/text",
    "seed",
)
KINDS = {".txt", ".html", ".json"}
LABELS_OF_SEED = "labels.json"


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two documents, and whether both tell of one sale to this buyer."""

    buyer: str
    one: str
    two: str
    same: bool
    why: str


class Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of pairs."""

    source: str
    pairs: tuple[Pair, ...]


class Linked(NamedTuple):
    """The rows of the table, and every wrong or missed link."""

    scores: list[Score]
    errors: list[Error]


def pairs() -> tuple[Pair, ...]:
    """Return the labelled pairs."""
    return decode(PAIRS.read_bytes(), Pairs, PAIRS.name).pairs


@cache
def measure() -> Linked:
    """File every real document in a docket of its own, and look where each came to stand."""
    with tempfile.TemporaryDirectory(prefix="armsdocket-links-") as folder:
        address = str(Path(folder) / "docket.db")
        with Docket.open(address) as docket:
            for path in _documents():
                content = read_bytes(path)
                docket.file(read(load(content, path.relative_to(SHARED).as_posix())), content)
            addresses = {filing.id: filing.address for filing in docket.documents()}
        engine = open_engine(address)
        try:
            with engine.connect() as connection:
                standings = list(leads.everywhere(connection))
                parts = (_paired(standings, addresses), _blind(connection, standings, addresses))
        finally:
            engine.dispose()
    scores = [row for score, _ in parts for row in (score, _precision(score))]
    return Linked(scores, [error for _, errors in parts for error in errors])


def _precision(score: Score) -> Score:
    """Return the links that were made as a row of its own, so that a floor holds them right."""
    return msgspec.structs.replace(score, family=f"{score.family}: links made", gold=score.found)


def score() -> list[Score]:
    """Return the rows for the table of ``make evaluate``."""
    return measure().scores


def errors() -> list[Error]:
    """Return every wrong or missed link."""
    return measure().errors


def _documents() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((SHARED / folder).iterdir()):
            if path.suffix in KINDS and path.name != LABELS_OF_SEED:
                yield path


def _paired(standings: list[Standing], addresses: dict[str, str]) -> tuple[Score, list[Error]]:
    keys: dict[tuple[str, str], set[str]] = {}
    for standing in standings:
        for buyer in standing.lead.buyers:
            if standing.key:
                keys.setdefault((addresses[standing.lead.document], buyer), set()).add(standing.key)
    labelled, errors = pairs(), []
    right = gold = found = 0
    for pair in labelled:
        joined = bool(keys.get((pair.one, pair.buyer), set()) & keys.get((pair.two, pair.buyer), set()))
        right, gold, found = right + (joined and pair.same), gold + pair.same, found + joined
        if joined != pair.same:
            words = f"{'wrong' if joined else 'missed'} link to {pair.two} ({pair.why})"
            errors.append(_error("linked pairs", pair.one, words))
    count = len({path for pair in labelled for path in (pair.one, pair.two)})
    note = f"{len(labelled)} pairs"
    return _score("linked pairs", count, right=right, gold=gold, found=found, note=note), errors


def _blind(
    connection: Connection, standings: list[Standing], addresses: dict[str, str]
) -> tuple[Score, list[Error]]:
    """Hide the numbers of each notice, page and resolution in turn; the other documents keep theirs."""
    bearing: dict[str, list[Lead]] = {}
    for standing in standings:
        if standing.anchor:
            bearing.setdefault(standing.anchor, []).append(standing.lead)
    keys: dict[str, set[str]] = {}
    for standing in standings:
        keys.setdefault(addresses[standing.lead.document], set()).add(standing.anchor or "")
    labelled = [(pair.one, pair.two) for pair in pairs() if pair.same]
    same: dict[str, set[str]] = {}
    for one, two in (*labelled, *((two, one) for one, two in labelled)):
        same.setdefault(one, set()).update(keys.get(two, ()))
    errors, right, gold, found, count = [], 0, 0, 0, 0
    for standing in standings:
        lead = standing.lead
        if not (standing.anchor and lead.transmittal and lead.buyers):
            continue
        blind = msgspec.structs.replace(lead, identifiers=(), amends=())
        others = {
            anchor: [one for one in bearing[anchor] if one.document != lead.document]
            for anchor in sorted(leads.anchored_near(connection, blind))
        }
        profiles = [profile(anchor, members) for anchor, members in others.items() if members]
        address = addresses[lead.document]
        wanted = {standing.anchor} | same.get(address, set())
        wanted = {key for key in wanted if any(one.buyers for one in others.get(key, ()))}
        chosen = choose(blind, profiles, NONE)
        given = chosen[0].key if chosen else None
        count, gold, found = count + 1, gold + bool(wanted), found + (given is not None)
        right += given in wanted
        if given not in wanted and (given or wanted):
            words = f"wrong link to {given}" if given else f"missed link to {', '.join(sorted(wanted))}"
            errors.append(_error("number hidden", address, words))
    return _score("number hidden", count, right=right, gold=gold, found=found), errors


def _score(family: str, documents: int, *, right: int, gold: int, found: int, note: str = "") -> Score:
    return Score(
        corpus="links", family=family, documents=documents, right=right, gold=gold, found=found, note=note
    )


def _error(family: str, document: str, what: str) -> Error:
    return Error(corpus="links", family=family, document=document, what=what)
