"""A sentence in which a force may be counted: what it names, its dates, the words that stand in it."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from armsdocket.documents.passage import Passage
from armsdocket.reading.values.date import DateFound, find_dates
from armsdocket.reading.values.number import alternation
from armsdocket.reading.values.quantity import Count, counts_within
from armsdocket.vocabulary.countries import find_places, name_of
from armsdocket.vocabulary.folding import fold_whole
from armsdocket.vocabulary.force_terms import force_terms
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.phrase import Phrase

# How far back a force named before is still spoken of: two or three paragraphs.
_REACH_BACK = 1_500
_DATED = r"(?:[A-Z][\w.'’/-]*|\d{1,4}|\([\w ./-]{2,30}\))"
_DATELINE = re.compile(rf"{_DATED}(?:,?\s{_DATED}){{0,6}},?\s?[–—-]{{1,2}}\s")
# What a sentence is about is named in its first words.
_OPENING = 30


_STOP = re.compile(r"[.!?”\"]\s")


class Named(NamedTuple):
    """A force or a country that may be the one counted."""

    start: int
    end: int
    name: str
    country: str | None
    is_force: bool


class Cue(NamedTuple):
    """What a number measures, and the words that say so."""

    measure: str
    start: int
    end: int
    rule: str


class Scene:
    """A sentence with what it names, and what the text named before it."""

    def __init__(self, text: str, sentence: Passage, anchor: datetime.date | None) -> None:
        self.text = text
        dateline = _DATELINE.match(text, sentence.start, sentence.end)
        self.start, self.end = dateline.end() if dateline else sentence.start, sentence.end
        self._folded_text = fold_whole(text)
        self.folded = self._folded_text[self.start : self.end]
        self.anchor = anchor

    @cached_property
    def named(self) -> list[Named]:
        """The forces and countries of the sentence, in order."""
        return named(self.text, Passage(self.start, self.end))

    @cached_property
    def dates(self) -> list[DateFound]:
        """The dates of the sentence."""
        return find_dates(self.text, self.start, self.end, anchor=self.anchor)

    @cached_property
    def counts(self) -> list[Count]:
        """The whole numbers of the sentence."""
        return counts_within(self.text, self.start, self.end)

    def earlier_force(self, country: str | None) -> Named | None:
        """Return the force, of that country if it is known, that the text named last before."""
        earlier = [each for each in self._earlier if each.is_force]
        own = [each for each in earlier if country is None or each.country == country]
        return own[-1] if own else None

    def spoken_of(self) -> Named | None:
        """Return whom "it" and "the country" mean: the subject before in the paragraph, or of the text."""
        paragraph = self.text.rfind("\n", 0, self.start) + 1
        starts = [paragraph, *(match.end() for match in _STOP.finditer(self.text, paragraph, self.start))]
        for start in reversed(starts):
            stop = min(self.start, start + _OPENING)
            first = next((one for one in self._earlier if start <= one.start < stop), None)
            if first is not None:
                return first
        return self._most_named()

    def _most_named(self) -> Named | None:
        """Return the country that the text names most often, at its last place before the sentence."""
        places = find_places(self.text)
        if not places:
            return None
        times = Counter(place.code for place in places)
        code = max(times, key=lambda each: (times[each], each))
        ahead = [place for place in places if place.code == code and place.end <= self.start]
        place = ahead[-1] if ahead else next(each for each in places if each.code == code)
        return Named(place.start, place.end, name_of(code), code, False)

    def only_troops(self) -> Named | None:
        """Return the one country whose soldiers the text names: "some 900 British personnel"."""
        return _only_troops(self.text)

    @cached_property
    def _earlier(self) -> list[Named]:
        return named(self.text, Passage(max(0, self.start - _REACH_BACK), self.start))

    def has(
        self, words: tuple[str, ...], start: int | None = None, end: int | None = None
    ) -> re.Match[str] | None:
        """Return the first of ``words`` between two offsets of the text."""
        first = self.start if start is None else max(self.start, start)
        after = self.end if end is None else max(self.start, end)
        phrase = any_of(words)
        if not phrase.may_match(self._folded_text, first, after):
            return None
        return phrase.regex.search(self.folded, first - self.start, after - self.start)


@lru_cache(maxsize=8)
def _only_troops(text: str) -> Named | None:
    behind = _troops()
    owners = [one for one in find_places(text) if one.form != "capital" and behind.match(text, one.end)]
    if len({place.code for place in owners}) != 1:
        return None
    first = owners[0]
    return Named(first.start, first.end, name_of(first.code), first.code, False)


@cache
def _troops() -> re.Pattern[str]:
    """Match soldiers right behind whose they are."""
    terms = force_terms()
    people = [word for word in terms.people if word not in terms.weak_people]
    return re.compile(rf"\s(?:(?i:military|army)\s)?(?i:{alternation(people)})(?!\w)")


@cache
def any_of(words: tuple[str, ...]) -> Phrase:
    """Match any of these words or phrases, as whole words."""
    return Phrase(rf"(?<![\w-])(?:{alternation(words)})(?![\w-])", shared=True)


def named(text: str, sentence: Passage) -> list[Named]:
    """Return the forces and countries between two places, in order."""
    found = find_organisations(text, sentence.start, sentence.end)
    organisations = [
        Named(each.start, each.end, each.name, each.country, each.kind in {"force", "armed group"})
        for each in found
        if each.kind in {"force", "armed group", "agency", "alliance"}
    ]
    # "British Aerospace" names a maker and no country.
    companies = [(each.start, each.end) for each in found if each.kind == "company"]
    taken = [*((each.start, each.end) for each in organisations), *companies]
    return sorted([*organisations, *_places(text, sentence, taken)])


def _places(text: str, sentence: Passage, taken: list[tuple[int, int]]) -> Iterator[Named]:
    """Yield the countries; one whose army is named beside it ("Turkey's army") is that army."""
    for place in find_places(text, sentence.start, sentence.end):
        if any(start < place.end and place.start < end for start, end in taken):
            continue
        army = _army().match(text, place.end, sentence.end)
        if army is None or place.form == "capital":
            yield Named(place.start, place.end, name_of(place.code), place.code, False)
        else:
            words = " ".join(text[place.start : army.end()].split())
            yield Named(place.start, army.end(), words, place.code, True)


@cache
def _army() -> re.Pattern[str]:
    return re.compile(
        rf"(?:['’]s?)?\s(?:own\s)?(?:{alternation(force_terms().holders)})(?!\w)", re.IGNORECASE
    )
