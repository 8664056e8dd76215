"""The words by which a text tells how large an armed force is."""

from functools import cache

import msgspec

from armsdocket.vocabulary import datafile


class ForceTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """People and bodies counted, and the words that tell what the number measures."""

    source: str
    people: tuple[str, ...]
    weak_people: frozenset[str]
    bodies: tuple[str, ...]
    armies: tuple[str, ...]
    reserve: tuple[str, ...]
    authorises: tuple[str, ...]
    elliptic: tuple[str, ...]
    deployed: tuple[str, ...]
    losses: tuple[str, ...]
    grows: tuple[str, ...]
    shrinks: tuple[str, ...]
    sizes: tuple[str, ...]
    presence: tuple[str, ...]
    laws: tuple[str, ...]
    machines: tuple[str, ...]
    exercises: tuple[str, ...]
    holds: tuple[str, ...]
    holders: tuple[str, ...]
    present: tuple[str, ...]
    states: tuple[str, ...]
    stocks: tuple[str, ...]
    kept: tuple[str, ...]
    ordered: tuple[str, ...]
    stationed: tuple[str, ...]
    lasting: tuple[str, ...]
    serving: tuple[str, ...]
    carries: tuple[str, ...]
    each: tuple[str, ...]
    needed: tuple[str, ...]
    hedges: tuple[str, ...]
    planned: tuple[str, ...]


@cache
def force_terms() -> ForceTerms:
    """Give the words on the size of forces."""
    return datafile.load("force_terms", ForceTerms)
