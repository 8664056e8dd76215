"""Offices that people hold: "Prime Minister", "defence ministry spokesman", "US Ambassador to Serbia"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.matcher import Matcher, within


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One office and the ways to write it."""

    name: str
    words: tuple[str, ...] = ()
    capital: bool = False
    """Counts only with a capital ("General", but not "in general")."""
    exact: tuple[str, ...] = ()
    """Words that count in exactly these letters (``PM``, but not "3 pm")."""


class Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: where it comes from, the offices by id, the words that join a country to one."""

    source: str
    links: tuple[str, ...]
    bodies: tuple[str, ...]
    """Institutions that somebody speaks for, ..."""
    speakers: tuple[str, ...]
    """... and the words for who does ("defence ministry" + "spokesman")."""
    offices: dict[str, Office]


class OfficeMatch(NamedTuple):
    """An office met in a text.

    The span takes in the country that goes with it and the body it belongs to; ``title_start`` and
    ``title_end`` are those of the title alone. ``country`` is whose office it is, or null.
    """

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
def office_bodies() -> frozenset[str]:
    """Every institution that somebody speaks for, in small letters."""
    return frozenset(datafile.load("offices", Offices).bodies)


class _Title(NamedTuple):
    id: str
    name: str
    capital: bool
    exact: str


def _compounds(data: Offices) -> Iterator[tuple[str, _Title]]:
    spokespeople = set(data.offices["spokesperson"].words)
    for body in data.bodies:
        for speaker in data.speakers:
            title = _Title(
                "spokesperson" if speaker in spokespeople else "official", f"{body} {speaker}", False, ""
            )
            yield f"{body} {speaker}", title
            yield f"{speaker} for the {body}", title


@cache
def _matcher() -> Matcher[_Title]:
    data = datafile.load("offices", Offices)
    entries: list[tuple[str, _Title]] = []
    for id, office in data.offices.items():
        title = _Title(id, office.name, office.capital, "")
        entries += [(words, title._replace(exact=words)) for words in office.exact]
        entries += [(words, title) for words in (office.name, *office.words)]
    return Matcher([*entries, *_compounds(data)], shared=True)


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

    def accept(start: int, end: int, title: _Title) -> bool:
        if title.exact:
            return text[start:end] == title.exact
        return text[start].isupper() or not title.capital

    for match in _matcher().find(text, accept=accept):
        start, end, country = match.start, match.end, None
        before = re.search(r"(?:['’]s?)?\s+$", text[max(0, start - 6) : start])
        if before and (place := ends.get(start - len(before[0]))):
            start, country = place.start, place.code
        after = _link().match(text, end)
        if after and (place := begins.get(after.end())):
            end = place.end
            country = country or place.code
        found.append(
            OfficeMatch(start, end, match.value.name, country, match.value.id, match.start, match.end)
        )
    return tuple(found)


def find_offices(text: str, start: int = 0, end: int | None = None) -> list[OfficeMatch]:
    """Find the offices named in ``text[start:end]``, in order; spans count from the start of ``text``.

    ``country`` is whose office it is: the ambassador's own country, not the one of the posting.

    >>> [(found.office, found.country) for found in find_offices("US Ambassador to Serbia")]
    [('ambassador', 'US')]
    """
    stop = len(text) if end is None else end
    return within(_found(text), start, stop)
