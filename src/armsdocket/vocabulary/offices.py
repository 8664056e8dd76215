"""Offices that people hold: "Prime Minister", "defence ministry spokesman", "US Ambassador to Serbia"."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.matcher import Matcher


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One office and the ways to write it."""

    name: str
    words: tuple[str, ...] = ()
    before_name: bool = True
    """Can stand right before a person's name ("President Vucic")."""


class Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: where it comes from, the offices by id, the words that join a country to one."""

    source: str
    links: tuple[str, ...]
    offices: dict[str, Office]


class OfficeMatch(NamedTuple):
    """An office met in a text; the span takes in the country that goes with it."""

    start: int
    end: int
    office: str
    country: str | None
    id: str
    title_start: int
    title_end: int


@cache
def offices() -> dict[str, Office]:
    """Every office by id."""
    return datafile.load("offices", Offices).offices


@cache
def _matcher() -> Matcher[str]:
    return Matcher(
        [(words, id) for id, office in offices().items() for words in (office.name, *office.words)]
    )


@cache
def _link() -> re.Pattern[str]:
    links = "|".join(re.escape(words) for words in datafile.load("offices", Offices).links)
    return re.compile(rf"\s+(?:{links})\s+(?:the\s+)?")


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[OfficeMatch, ...]:
    places = find_places(text)
    begins = {place.start: place for place in places}
    ends = {place.end: place for place in places}
    found = []
    for match in _matcher().find(text):
        start, end, country = match.start, match.end, None
        before = re.search(r"(?:['’]s?)?\s+$", text[max(0, start - 6) : start])
        if before and (place := ends.get(start - len(before[0]))):
            start, country = place.start, place.code
        after = _link().match(text, end)
        if after and (place := begins.get(after.end())):
            end = place.end
            country = country or place.code
        found.append(
            OfficeMatch(start, end, offices()[match.value].name, country, match.value, match.start, match.end)
        )
    return tuple(found)


def find_offices(text: str, start: int = 0, end: int | None = None) -> list[OfficeMatch]:
    """Find the offices named in ``text[start:end]``, in order; spans count from the start of ``text``.

    ``country`` is whose office it is: the ambassador's own country, not the one of the posting.

    >>> [(found.office, found.country) for found in find_offices("US Ambassador to Serbia")]
    [('ambassador', 'US')]
    """
    stop = len(text) if end is None else end
    return [found for found in _found(text) if start <= found.start and found.end <= stop]
