"""Organisations: alliances, agencies, ministries, legislatures, forces, companies and the media."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Matcher, within

Kind = Literal[
    "company", "agency", "alliance", "media", "ministry", "force", "legislature", "government", "armed group"
]


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One organisation. ``country`` is an ISO code, or null when it belongs to none."""

    id: str = ""
    name: str
    kind: Kind
    the: bool = False
    """The name stands behind "the" in a sentence."""
    country: str | None = None
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    """Aliases that count only in these letters (``DoD``); short ones all in capitals (``AP``) always do."""
    lone: tuple[str, ...] = ()
    """Aliases that are also people's names: no other capitalised word may stand beside them (``Rafael``)."""
    party: bool = False
    """Can itself be the buyer of a sale (NATO, NSPA)."""


class Organisations(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: where it comes from, phrases that are no organisation, organisations by id."""

    source: str
    not_organisations: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    """Words that are capitalised only because they open a sentence."""
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


class _Entry(NamedTuple):
    organisation: Organisation
    exact: frozenset[str]
    lone: bool


def names_of(entry: Organisation) -> tuple[str, ...]:
    """Give every listed way to write an organisation's name."""
    return (entry.name, *entry.aliases, *entry.exact, *entry.lone)


def _must_be_exact(entry: Organisation, words: str) -> bool:
    return words in entry.exact or (len(words) <= 5 and words.isupper())


@cache
def _matcher() -> Matcher[_Entry | None]:
    data = datafile.load("organisations", Organisations)
    entries: list[tuple[str, _Entry | None]] = [(phrase, None) for phrase in data.not_organisations]
    for entry in all_organisations().values():
        names = names_of(entry)
        for words in names:
            same = [name for name in names if fold(name) == fold(words)]
            exact = frozenset(same if all(_must_be_exact(entry, name) for name in same) else ())
            entries.append((words, _Entry(entry, exact, words in entry.lone)))
    return Matcher(entries, shared=True)


_WORD_BEFORE = re.compile(r"(?:^|[^\w.])([A-Z][\w.'’-]*)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0][A-Z][a-z]")


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    if before and before[1] not in datafile.load("organisations", Organisations).openers:
        return False
    return not _WORD_AFTER.match(text, end)


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[OrganisationMatch, ...]:
    def accept(start: int, end: int, value: _Entry | None) -> bool:
        words = text[start:end]
        if value is not None and value.exact:
            return " ".join(words.split()) in value.exact
        named = any(character.isupper() for character in words)
        return named and not (value is not None and value.lone and not _stands_alone(text, start, end))

    return tuple(
        OrganisationMatch(match.start, match.end, found.id, found.name, found.kind, found.country)
        for match in _matcher().find(text, accept=accept)
        if match.value is not None
        for found in [match.value.organisation]
    )


def find_organisations(text: str, start: int = 0, end: int | None = None) -> list[OrganisationMatch]:
    """Find the organisations named in ``text[start:end]``, in order; spans count from the start of ``text``.

    >>> [found.id for found in find_organisations("NATO's KFOR, said Lockheed Martin.")]
    ['NATO', 'KFOR', 'lockheed-martin']
    """
    stop = len(text) if end is None else end
    return within(_found(text), start, stop)


@cache
def _parties() -> dict[str, str]:
    return {
        " ".join(fold(words).split()): entry.id
        for entry in all_organisations().values()
        if entry.party
        for words in names_of(entry)
    }


def party_of(words: str) -> str | None:
    """Give the id of the buying organisation that ``words`` name as a whole, or null."""
    return _parties().get(" ".join(fold(words).split()))
