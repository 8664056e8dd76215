"""Organisations: alliances, agencies, ministries, legislatures, forces, companies and the media."""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Matcher

Kind = Literal[
    "company", "agency", "alliance", "media", "ministry", "force", "legislature", "government", "armed group"
]


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One organisation. ``country`` is an ISO code, or null when it belongs to none."""

    id: str = ""
    name: str
    kind: Kind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    """Aliases that count only in exactly these letters (``AP``, ``UN``, ``HAL``)."""
    party: bool = False
    """Can itself be the buyer of a sale (NATO, NSPA)."""


class Organisations(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: where it comes from, phrases that are no organisation, organisations by id."""

    source: str
    not_organisations: tuple[str, ...] = ()
    organisations: dict[str, Organisation]


class OrganisationMatch(NamedTuple):
    """An organisation met in a text."""

    start: int
    end: int
    id: str
    name: str
    kind: Kind
    country: str | None


@cache
def all_organisations() -> dict[str, Organisation]:
    """Every organisation by id."""
    data = datafile.load("organisations", Organisations)
    return {id: msgspec.structs.replace(entry, id=id) for id, entry in data.organisations.items()}


def organisation(id: str) -> Organisation:
    """Look up an organisation by id. Raises KeyError for an id that is none."""
    return all_organisations()[id]


@cache
def _matcher() -> Matcher[tuple[Organisation, str | None] | None]:
    data = datafile.load("organisations", Organisations)
    entries: list[tuple[str, tuple[Organisation, str | None] | None]]
    entries = [(phrase, None) for phrase in data.not_organisations]
    for entry in all_organisations().values():
        entries += [(words, (entry, words)) for words in entry.exact]
        entries += [(words, (entry, None)) for words in (entry.name, *entry.aliases)]
    return Matcher(entries)


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[OrganisationMatch, ...]:
    def accept(start: int, end: int, value: tuple[Organisation, str | None] | None) -> bool:
        if value is None or value[1] is None:
            return any(character.isupper() for character in text[start:end])
        return text[start:end] == value[1]

    return tuple(
        OrganisationMatch(
            match.start,
            match.end,
            match.value[0].id,
            match.value[0].name,
            match.value[0].kind,
            match.value[0].country,
        )
        for match in _matcher().find(text, accept=accept)
        if match.value is not None
    )


def find_organisations(text: str, start: int = 0, end: int | None = None) -> list[OrganisationMatch]:
    """Find the organisations named in ``text[start:end]``, in order; spans count from the start of ``text``.

    >>> [found.id for found in find_organisations("NATO's KFOR, said Lockheed Martin.")]
    ['NATO', 'KFOR', 'lockheed-martin']
    """
    stop = len(text) if end is None else end
    return [found for found in _found(text) if start <= found.start and found.end <= stop]


@cache
def _parties() -> dict[str, str]:
    return {
        " ".join(fold(words).split()): entry.id
        for entry in all_organisations().values()
        if entry.party
        for words in (entry.name, *entry.aliases, *entry.exact)
    }


def party_of(words: str) -> str | None:
    """Give the id of the buying organisation that ``words`` name as a whole, or null."""
    return _parties().get(" ".join(fold(words).split()))
