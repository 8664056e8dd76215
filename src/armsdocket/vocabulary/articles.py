"""Defence articles: the listed ones by every name, unlisted designations, and the words for a class."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from armsdocket.vocabulary import datafile, designations
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Matcher, within

Category = Literal[
    "I", "II", "III", "IV(a)", "IV(b)", "V(a)", "V(b)", "VI", "VII(a)", "VII(b)", "SALW", "none"
]


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One listed article. ``category`` is that of the UN Register of Conventional Arms."""

    id: str = ""
    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Aliases that are also common words or other things: they need evidence beside them."""
    misspellings: tuple[str, ...] = ()
    maker: str | None = None
    """An organisation's id; null when several or none is known."""
    origin: str | None = None
    category: Category = "none"
    family: str | None = None
    """The id of the article this is a version of."""
    kind: str
    """The id of its class (fighter aircraft, anti-tank missile ...)."""


class ArticleClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A class of articles: what it is called in general, and the words that are evidence for its members."""

    id: str = ""
    name: str
    words: tuple[str, ...]
    category: Category = "none"
    evidence: tuple[str, ...] = ()


class Articles(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A data file of articles by id; phrases that hold a name and are no article."""

    source: str
    not_articles: tuple[str, ...] = ()
    articles: dict[str, Article]


class ArticleClasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of classes by id."""

    source: str
    evidence: tuple[str, ...]
    """Words that are evidence for any article."""
    against: tuple[str, ...] = ()
    """Words that tell of sport, stage, weather or beasts instead."""
    fillers: tuple[str, ...] = ()
    """Words that may stand between a name and its class ("ScanEagle surveillance drones")."""
    classes: dict[str, ArticleClass]


class ArticleMatch(NamedTuple):
    """An article met in a text.

    ``name`` is the standard name of the listed article, the designation of an unlisted one, or the name of
    the class (``generic``). The span takes in a class word right behind a name ("Javelin missiles");
    ``name_end`` is where the name itself ends.
    """

    start: int
    end: int
    article: str | None
    name: str
    designation: str | None
    listed: bool
    generic: bool
    kind: str | None
    category: Category | None
    name_end: int
    doubtful: bool = False


FILES = ("articles_aircraft", "articles_missiles", "articles_land", "articles_sea", "articles_systems")


@cache
def all_articles() -> dict[str, Article]:
    """Every listed article by id."""
    articles: dict[str, Article] = {}
    for name in FILES:
        for id, entry in datafile.load(name, Articles).articles.items():
            articles[id] = msgspec.structs.replace(entry, id=id)
    return articles


@cache
def all_classes() -> dict[str, ArticleClass]:
    """Every class of articles by id."""
    data = datafile.load("article_classes", ArticleClasses)
    return {id: msgspec.structs.replace(entry, id=id) for id, entry in data.classes.items()}


def article(id: str) -> Article:
    """Look up a listed article by id. Raises KeyError for an id that is none."""
    return all_articles()[id]


def article_class(id: str) -> ArticleClass:
    """Look up a class of articles by id. Raises KeyError for an id that is none."""
    return all_classes()[id]


class _Entry(NamedTuple):
    article: Article | None
    kind: ArticleClass | None
    ambiguous: bool
    exact: str
    """The letters the name must be written in, or nothing."""


_MODEL = re.compile(r"^([A-Za-z]{1,5})-(\d{1,4}[A-Za-z]{0,3}\d?)$")


_COMPACT = re.compile(r"^([A-Z]{1,4})(\d{2,4}[A-Z]{1,3})$")
_LED = re.compile(r"^([A-Z]{2,4}) ([A-Z][a-z]+)$")


def _spellings(alias: str) -> Iterator[str]:
    """Give the alias, its plural, "Su 35" beside "Su-35", "C-295M" beside "C295M" and "ALH-Dhruv"."""
    yield alias
    yield f"{alias}s"
    if compact := _COMPACT.match(alias):
        yield f"{compact[1]}-{compact[2]}"
    if led := _LED.match(alias):
        yield f"{led[1]}-{led[2]}"
    if model := _MODEL.match(alias):
        if len(model[1]) > 1:
            yield f"{model[1]} {model[2]}"
        if len(model[0]) > 4:
            yield f"{model[1]}{model[2]}"


def _short_spellings(alias: str) -> Iterator[str]:
    """Give "F16" and "F 16" beside "F-16": so few letters need evidence, a road may bear them."""
    if model := _MODEL.match(alias):
        gaps = [""] if len(model[0]) <= _SHORT else []
        gaps += [" "] if len(model[1]) == 1 else []
        yield from (f"{model[1]}{gap}{model[2]}{plural}" for gap in gaps for plural in ("", "s"))


_SHORT = 4
"""Letters of a model, hyphen included, that may stand for something else without it."""


def names_of(entry: Article) -> Iterator[tuple[str, bool]]:
    """Give every listed way to write an article, each with whether it needs evidence."""
    ambiguous = {words.lower() for words in entry.ambiguous}
    for words in (entry.name, *entry.aliases, *entry.misspellings):
        if words.lower() not in ambiguous:
            yield words, False
    yield from ((words, True) for words in entry.ambiguous)


def _exact(words: str, ambiguous: bool) -> str:
    """Tell which letters alone count: of short abbreviations, capitals that are words (SPICE), and eBee."""
    if words[0].islower():
        return words
    return words if words.isupper() and words.isalpha() and (ambiguous or len(words) <= 4) else ""


@cache
def _matcher() -> Matcher[_Entry | None]:
    entries: list[tuple[str, _Entry | None]] = []
    for name in FILES:
        entries += [(words, None) for words in datafile.load(name, Articles).not_articles]
    for listed in all_articles().values():
        for words, ambiguous in names_of(listed):
            entry = _Entry(listed, None, ambiguous, _exact(words, ambiguous))
            entries += [(spelling, entry) for spelling in _spellings(words)]
            # "T55" is an engine, "T-55" a tank.
            short = [spelling for spelling in _short_spellings(words) if fold(spelling) not in _by_name()]
            entries += [(spelling, entry._replace(ambiguous=True)) for spelling in short]
    for kind in all_classes().values():
        entries += [(words, _Entry(None, kind, False, "")) for words in (kind.name, *kind.words)]
    return Matcher(entries, shared=True)


@cache
def _by_name() -> dict[str, str]:
    return {fold(words): entry.id for entry in all_articles().values() for words, _ in names_of(entry)}


def family_of(designation: str, base: str) -> str | None:
    """Give the id of the listed article that a designation is, or is a version of.

    >>> family_of("AGM-114R2", "AGM-114")
    'agm-114'
    """
    words, shortest = fold(designation), max(len(base), 2)
    for length in range(len(words), shortest - 1, -1):
        if found := _by_name().get(words[:length].rstrip("-/ (")):
            return found
    return None


def _match(start: int, end: int, listed: Article, designation: str | None, doubtful: bool) -> ArticleMatch:
    return ArticleMatch(
        start,
        end,
        article=listed.id,
        name=listed.name,
        designation=designation,
        listed=True,
        generic=False,
        kind=listed.kind,
        category=listed.category,
        name_end=end,
        doubtful=doubtful,
    )


def _named(text: str) -> Iterator[ArticleMatch]:
    def accept(start: int, end: int, value: _Entry | None) -> bool:
        if value is None or value.kind is not None:
            return True
        words = text[start:end]
        return words.startswith(value.exact) if value.exact else _written_as_name(words)

    for found in _matcher().find(text, accept=accept):
        if found.value is None:
            continue
        listed, kind, ambiguous, _ = found.value
        if listed is not None:
            yield _match(found.start, found.end, listed, None, ambiguous)
        elif kind is not None:
            yield ArticleMatch(
                found.start,
                found.end,
                article=None,
                name=kind.name,
                designation=None,
                listed=False,
                generic=True,
                kind=kind.id,
                category=kind.category,
                name_end=found.end,
            )


def _written_as_name(words: str) -> bool:
    return words[0].isupper() or words[0].isdigit()


def _designated(text: str) -> Iterator[ArticleMatch]:
    for found in designations.find_designations(text):
        family = family_of(found.designation, found.base)
        if family is not None:
            yield _match(found.start, found.end, article(family), found.designation, False)
        elif found.system != "hull number":  # the hull number of an unlisted ship names one ship, no article
            yield ArticleMatch(
                found.start,
                found.end,
                article=None,
                name=found.designation,
                designation=found.designation,
                listed=False,
                generic=False,
                kind=None,
                category=None,
                name_end=found.end,
            )


def _longest(matches: list[ArticleMatch]) -> list[ArticleMatch]:
    kept: list[ArticleMatch] = []
    for match in sorted(matches, key=lambda found: (found.start, -found.end, found.designation is None)):
        if kept and match.start < kept[-1].end:
            continue
        kept.append(match)
    return kept


@cache
def _gap() -> re.Pattern[str]:
    fillers = "|".join(map(re.escape, datafile.load("article_classes", ArticleClasses).fillers))
    return re.compile(rf"(?:-|\s{{1,3}})(?:(?:{fillers})\s{{1,3}}){{0,2}}", re.IGNORECASE)


def _joined(text: str, matches: list[ArticleMatch]) -> list[ArticleMatch]:
    """Join "AGM-114R2" + "Hellfire" and "Javelin" + "anti-tank missiles" into one match."""
    joined: list[ArticleMatch] = []
    for match in matches:
        last = joined[-1] if joined else None
        if (
            last
            and not last.generic
            and last.end == last.name_end
            and _gap().fullmatch(text, last.end, match.start)
        ):
            if match.generic:
                joined[-1] = last._replace(end=match.end)
                continue
            if (
                last.article
                and match.article == last.article
                and not (last.designation and match.designation)
            ):
                joined[-1] = last._replace(
                    end=match.end,
                    name_end=match.name_end,
                    designation=last.designation or match.designation,
                    doubtful=last.doubtful and match.doubtful,
                )
                continue
        joined.append(match)
    return joined


@cache
def _evidence() -> Matcher[frozenset[str]]:
    """Match the words that speak for a class (its id), for any article ("for") or against ("against")."""
    data = datafile.load("article_classes", ArticleClasses)
    speaks: dict[str, set[str]] = {}
    for word in data.evidence:
        speaks.setdefault(word, set()).add("for")
    for word in data.against:
        speaks.setdefault(word, set()).add("against")
    for kind in all_classes().values():
        for word in kind.evidence:
            speaks.setdefault(word, set()).add(kind.id)
    return Matcher((word, frozenset(whom)) for word, whom in speaks.items())


_NEAR = 90


def _doubtful(text: str, match: ArticleMatch) -> bool:
    near = text[max(0, match.start - _NEAR) : match.start] + " | " + text[match.name_end : match.end + _NEAR]
    speaks = {whom for found in _evidence().find(near) for whom in found.value}
    return "against" in speaks or speaks.isdisjoint({"for", match.kind})


def _weighed(text: str, matches: list[ArticleMatch]) -> list[ArticleMatch]:
    """Settle the doubtful ones: evidence near by, or the same article named beyond doubt elsewhere."""
    sure = {match.article for match in matches if match.article and not match.doubtful}
    return [
        match._replace(doubtful=match.article not in sure and _doubtful(text, match))
        if match.doubtful
        else match
        for match in matches
    ]


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[ArticleMatch, ...]:
    matches = _longest([*_designated(text), *_named(text)])
    return tuple(_weighed(text, _joined(text, matches)))


def find_articles(
    text: str, start: int = 0, end: int | None = None, *, doubtful: bool = False
) -> list[ArticleMatch]:
    """Find the articles named in ``text[start:end]``, in order; spans count from the start of ``text``.

    Names that are also common words (Javelin, Patriot) count only with evidence in the text, unless
    ``doubtful`` asks for all.

    >>> [(found.name, found.generic) for found in find_articles("246 Javalin missiles and two frigates")]
    [('FGM-148 Javelin', False), ('frigate', True)]
    """
    stop = len(text) if end is None else end
    return [found for found in within(_found(text), start, stop) if doubtful or not found.doubtful]
