"""Countries by every name the documents use: names, demonyms, peoples, capitals, official styles."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from armsdocket.vocabulary import datafile, organisations
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Matcher, within

Form = Literal["name", "demonym", "people", "capital", "style"]


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One country: ``code`` is ISO 3166-1 alpha-2 (``XK`` for Kosovo), ``name`` the name we print.

    A former country (Yugoslavia) has its ISO 3166-3 code of four letters.
    """

    code: str = ""
    name: str
    the: bool = False
    """The name stands behind "the" in a sentence."""
    names: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    """Names in other languages."""
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


class Traps(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a country's name means something else."""

    exact: frozenset[str]
    """Written in exactly these letters or not at all (``US`` is a country, ``us`` a pronoun)."""
    phrases: tuple[str, ...]
    """Longer phrases that hold a country's name and are no country (``New Mexico``)."""
    states: frozenset[str]
    """States of the United States; a name followed by one is an American town (``Lebanon, Tennessee``)."""
    american_towns: dict[str, frozenset[str]]
    """Names that behind one of these towns are an American state (``Marietta, Georgia``)."""
    first_names: frozenset[str]
    """First names and titles: a surname that is also a country follows one (``Michael Jordan``)."""
    surnames: frozenset[str]
    given: frozenset[str]
    """Countries that are also first names: a capitalised word behind them is a surname (``Chad Wolf``)."""
    followers: frozenset[str]
    """Capitalised words that may stand behind those countries all the same (``Chad Army``)."""


class Countries(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: where it comes from, the countries of today and of the past by code, the traps."""

    source: str
    traps: Traps
    countries: dict[str, Country]
    former: dict[str, Country]


class Place(NamedTuple):
    """A country met in a text: ``text[start:end]`` names country ``code`` in this ``form``."""

    start: int
    end: int
    code: str
    form: Form


@cache
def _traps() -> Traps:
    return datafile.load("countries", Countries).traps


@cache
def all_countries() -> dict[str, Country]:
    """Every country by code, the former ones behind those of today."""
    data = datafile.load("countries", Countries)
    entries = {**data.countries, **data.former}
    return {code: msgspec.structs.replace(entry, code=code) for code, entry in entries.items()}


def country(code: str) -> Country:
    """Look up a country by code. Raises KeyError for a code that is none."""
    return all_countries()[code]


def name_of(code: str) -> str:
    """Give the name we print for a country code or a buying organisation's id.

    >>> name_of("XK"), name_of("NSPA")
    ('Kosovo', 'NATO Support and Procurement Agency')
    """
    found = all_countries().get(code)
    return found.name if found else organisations.organisation(code).name


def in_sentence(code: str) -> str:
    """Write the name of a country or a buying organisation as a sentence needs it.

    >>> in_sentence("AE"), in_sentence("XK"), in_sentence("NSPA")
    ('the United Arab Emirates', 'Kosovo', 'the NATO Support and Procurement Agency')
    """
    found = all_countries().get(code) or organisations.organisation(code)
    return f"the {found.name}" if found.the else found.name


def _forms(entry: Country) -> Iterator[tuple[str, Form]]:
    yield entry.name, "name"
    yield from ((words, "style") for words in entry.styles)
    yield from ((words, "name") for words in (*entry.names, *entry.local))
    yield from ((words, "demonym") for words in entry.demonyms)
    yield from ((words, "people") for words in entry.people)
    yield from ((words, "capital") for words in entry.capitals)


@cache
def _matcher() -> Matcher[tuple[str, Form] | None]:
    entries: list[tuple[str, tuple[str, Form] | None]] = [(phrase, None) for phrase in _traps().phrases]
    for code, entry in all_countries().items():
        entries += [(words, (code, form)) for words, form in _forms(entry)]
    return Matcher(entries, shared=True)


@lru_cache(maxsize=8)
def _places(text: str) -> tuple[Place, ...]:
    def accept(start: int, end: int, value: tuple[str, Form] | None) -> bool:
        return value is None or _is_place(text, start, end, value)

    return tuple(
        Place(match.start, match.end, *match.value)
        for match in _matcher().find(text, accept=accept)
        if match.value is not None
    )


def find_places(text: str, start: int = 0, end: int | None = None) -> list[Place]:
    """Find the countries named in ``text[start:end]``, in order; spans count from the start of ``text``.

    A name counts only when it is written with a capital, and not where it is known to mean
    something else (an American town, a person, ``us``).

    >>> find_places("Kosovo asks the US; it told us so.")
    [Place(start=0, end=6, code='XK', form='name'), Place(start=16, end=18, code='US', form='name')]
    """
    stop = len(text) if end is None else end
    return within(_places(text), start, stop)


_BEFORE = re.compile(r"(\w[\w'’-]*\.?)(,?)\s+$")
_AFTER_STATE = re.compile(r",\s+((?:[A-Z][a-z]+\s)?[A-Z][\w.]+)")
_AFTER_WORD = re.compile(r"[ \u00a0]+([A-Z][\w-]*)")


def _is_place(text: str, start: int, end: int, value: tuple[str, Form]) -> bool:
    if not text[start].isupper():  # small words inside a name ("of the") need no capital
        return False
    words = " ".join(text[start:end].split())
    if (exact := _exact().get(fold(words))) and words not in exact:
        return False
    return value[1] not in {"name", "capital"} or not _means_other(text, start, end, words)


def _means_other(text: str, start: int, end: int, words: str) -> bool:
    """Tell a country's name that is an American town or state, or part of a person's name."""
    traps = _traps()
    state = _AFTER_STATE.match(text, end, end + 40) if text[end : end + 1] == "," else None
    if state and _names_state(state[1]):
        return True
    if words in traps.american_towns or words in traps.surnames:
        before = _BEFORE.search(text[max(0, start - 40) : start])
        town = before and before[2] and before[1] in traps.american_towns.get(words, ())
        person = before and not before[2] and words in traps.surnames and before[1] in traps.first_names
        if town or person:
            return True
    follower = _AFTER_WORD.match(text, end, end + 30) if words in traps.given else None
    return follower is not None and follower[1] not in traps.followers


def _names_state(words: str) -> bool:
    first = words.split(maxsplit=1)[0]
    candidates = {words, first, words.rstrip("."), first.rstrip(".")}
    return not candidates.isdisjoint(_traps().states)


@cache
def _exact() -> dict[str, set[str]]:
    exact: dict[str, set[str]] = {}
    for words in _traps().exact:
        exact.setdefault(fold(words), set()).add(words)
    return exact


_PREFIX = re.compile(
    r"^(?:the |(?:his|her) majesty's |(?:government|govt\.?|ministry of defen[cs]e|kingdom) of (?:the )?)"
)


def _plain(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .,;:'\"")


@cache
def _whole() -> dict[str, str]:
    whole: dict[str, str] = {}
    for code, entry in all_countries().items():
        for words, _ in _forms(entry):
            whole.setdefault(_plain(words), code)
    return whole


def place_of(words: str) -> str | None:
    """Give the code of the country or the id of the buying organisation that ``words`` name as a whole.

    >>> place_of("the Government of the Kingdom of Saudi Arabia")
    'SA'
    >>> place_of("NATO Support and Procurement Agency")
    'NSPA'
    >>> place_of("a friend of Serbia") is None
    True
    """
    folded = _plain(words)
    for _ in range(4):
        if code := _whole().get(folded) or organisations.party_of(folded):
            return code
        shorter = _PREFIX.sub("", folded, count=1).strip()
        shorter = _plain(re.sub(r"'s$|\s?\([^()]*\)$", "", shorter))
        if shorter == folded:
            return None
        folded = shorter
    return None
