"""The people a document names, with the fullest name it gives each and the office it ties to that name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.statement.mentions import Mention, find_mentions, is_surname, surname_of
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.offices import OfficeMatch, find_offices
from armsdocket.vocabulary.speech import speech_verbs, word_classes

_GAP = re.compile(r"[,\s]{1,3}")
_WORD = re.compile(r"\w+")
_OPENS = re.compile(r"(?:^|[.!?:\n“”\"])\s*[“\"'‘]?$")


@dataclass(slots=True)
class Person:
    """Somebody named in the document; ``office`` is as first stated beside the name."""

    name: str
    surname: str
    places: list[int] = field(default_factory=list)
    """Where the person is named, in the order of the text."""
    office: OfficeMatch | None = None


class People:
    """Everybody a text names, found once and asked for by surname, office or place in the text."""

    def __init__(self, text: str, titles: Sequence[Passage] = ()) -> None:
        """Find the people of a text; in ``titles``, where all words have capitals, nobody is met first."""
        self.text = text
        self._titles = titles
        self.offices = find_offices(text)
        self._families: dict[str, list[Person]] = {}
        self._mentions = find_mentions(text)
        self._starts = [mention.passage.start for mention in self._mentions]
        for mention in self._mentions:
            self._register(mention)
        self._join_short_names()
        self._give_offices()
        self._drop_openings()

    def _drop_openings(self) -> None:
        """Leave out words that are capitals only because they open sentences: "Instead", "Technology"."""
        for surname, family in [*self._families.items()]:
            named = [one for one in family if not (self._only_opens(one) or self._only_titled(one))]
            if named:
                self._families[surname] = named
            else:
                del self._families[surname]

    def _only_opens(self, person: Person) -> bool:
        """Tell whether a word is a small one, or one that the text writes small elsewhere."""
        low = person.name.lower()
        small = word_classes().get(low) is not None
        if " " in low or (person.office and not small):
            return False
        opens = all(_OPENS.search(self.text, max(0, place - 3), place) for place in person.places)
        return opens and (small or self._writes(low))

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word of the text as written: to look for each name in the text takes time by both."""
        return frozenset(_WORD.findall(self.text))

    def _writes(self, low: str) -> bool:
        """Tell whether the text has these small letters as a word."""
        parts = _WORD.findall(low)
        if parts == [low]:
            return low in self._words
        known = self._words.issuperset(parts)
        return known and re.search(rf"\b{re.escape(low)}\b", self.text) is not None

    def _only_titled(self, person: Person) -> bool:
        """Tell whether nobody below the title bears a name: "US Joins Europe" names no Joins."""
        return bool(self._titles) and all(
            any(title.start <= place < title.end for title in self._titles) for place in person.places
        )

    def _register(self, mention: Mention) -> None:
        surname, name = mention.surname, " ".join(mention.words)
        known = self._of_family(mention)
        if known is None:
            self._families.setdefault(surname, []).append(Person(name, surname, [mention.passage.start]))
            return
        known.places.append(mention.passage.start)
        if known.name.count(" ") < name.count(" "):
            known.name = name

    def _of_family(self, mention: Mention) -> Person | None:
        """Return who of those with this surname is named: S. K. Singh is not V. K. Singh."""
        family = self._families.get(mention.surname, [])
        if not is_surname(mention.words):
            initial = fold(mention.words[0])[:1]
            return next((one for one in family if " " not in one.name or fold(one.name)[:1] == initial), None)
        before = [one for one in family if one.places[0] <= mention.passage.start]
        return (
            max(before, key=lambda one: _last_full(one, mention.passage.start))
            if before
            else next(iter(family), None)
        )

    def _everybody(self) -> Iterator[Person]:
        for family in self._families.values():
            yield from family

    def _join_short_names(self) -> None:
        """Give a name of one word that is no surname to the one person whose fuller name holds it.

        Families come first in Korean or Chinese names: "Han" after "Han Min-jun".
        """
        holders: dict[str, list[Person]] = {}
        for person in self._everybody():
            for word in person.name.split()[:-1]:
                holders.setdefault(fold(word), []).append(person)
        for surname, family in self._families.items():
            fuller, person = holders.get(surname, []), family[0]
            fuller = [one for one in fuller if not self._only_titled(one)]
            lone = len(family) == 1 and " " not in person.name and len(fuller) == 1
            if lone and fuller[0].places[0] < person.places[-1]:
                fuller[0].places = sorted({*fuller[0].places, *person.places})
                self._families[surname] = [fuller[0]]

    def _give_offices(self) -> None:
        for office in self.offices:
            person = self._named_after(office) or self._named_before(office)
            if person is not None and (person.office is None or person.office.country is None):
                person.office = office

    def _named_after(self, office: OfficeMatch) -> Person | None:
        gap = _GAP.match(self.text, office.end)
        if gap is None:
            return None
        mention = self.mention_at(gap.end())
        return self._of_family(mention) if mention else None

    def _named_before(self, office: OfficeMatch) -> Person | None:
        index = bisect_left(self._starts, office.start) - 1
        if index < 0:
            return None
        mention = self._mentions[index]
        between = self.text[mention.passage.end : office.start]
        if (
            len(between) > 45
            or len(mention.words) < 2
            or not re.match(r"\s*[,(]", between)
            or re.search(r"[.;\n”\"]", between)
            or not speech_verbs().keys().isdisjoint(re.findall(r"\w+", between))
        ):
            return None
        return self._of_family(mention)

    def mention_at(self, start: int) -> Mention | None:
        """Return the name that begins at ``start``."""
        index = bisect_left(self._starts, start)
        if index < len(self._starts) and self._starts[index] == start:
            return self._mentions[index]
        return None

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Return the names inside ``text[start:end]``, in order."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:after] if mention.passage.end <= end]

    def person(self, mention: Mention) -> Person | None:
        """Return who bears this name; null when it is no person's name as far as the document shows."""
        return self._of_family(mention)

    def bears(self, name: str) -> bool:
        """Tell whether ``name`` is the fullest name of somebody, of two words or more."""
        family = self._families.get(surname_of(name.split()), []) if name else []
        return " " in name and any(person.name == name for person in family)

    def known(self, mention: Mention) -> Person | None:
        """Return who bears this name if an office, or a full name met again, shows a person."""
        person = self.person(mention)
        if person is None:
            return None
        return (
            person if person.office is not None or (" " in person.name and len(person.places) > 1) else None
        )

    def holder(self, office: OfficeMatch, before: int) -> Person | None:
        """Return the person of this office named last before ``before``, or else first after it."""
        holders = [
            person
            for person in self._everybody()
            if person.office is not None and _same_office(person.office, office)
        ]
        return _last_named(holders, before) or min(holders, key=lambda one: one.places[0], default=None)

    def ranked(self, rank: str, before: int) -> Person | None:
        """Return who bears a rank, which no office tells without its capital: "the general"."""
        bearers = [
            person
            for person in self._everybody()
            if person.office is not None and person.office.office == rank
        ]
        return _last_named(bearers, before)

    def fuller(self, office: OfficeMatch) -> Passage | None:
        """Return the last longer title before an office that it is short for: the defence minister's."""
        last = bisect_left(self.offices, office.start, key=attrgetter("end"))
        for one in reversed(self.offices[max(0, last - _LOOKED_AT) : last]):
            if len(one.office) > len(office.office) and one.end <= office.start and _same_office(one, office):
                return Passage(one.start, one.end)
        return None

    def offices_in(self, start: int, end: int) -> list[OfficeMatch]:
        """Return the offices whose titles stand inside ``text[start:end]``, in order."""
        first = bisect_left(self.offices, start - _TITLE_ROOM, key=attrgetter("start"))
        after = bisect_left(self.offices, end, key=attrgetter("start"))
        near = self.offices[first:after]
        return [one for one in near if start <= one.title_start and one.title_end <= end]


# So many offices before one are looked at for a longer title: an article has fewer.
_LOOKED_AT = 200
# "the defence minister of the Republic of Peru" stands before its title no farther.
_TITLE_ROOM = 200


def _last_named(people: Sequence[Person], before: int) -> Person | None:
    """Return which of these people is named last before a place."""
    named = [person for person in people if person.places[0] < before]
    return max(named, key=lambda person: _last_full(person, before), default=None)


def _last_full(person: Person, before: int) -> int:
    at = bisect_left(person.places, before)
    return person.places[at - 1] if at else -1


def _same_office(one: OfficeMatch, other: OfficeMatch) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return same_title(one.office, other.office)


def same_title(one: str, other: str) -> bool:
    """Tell whether one title says the other, as "minister" does of a "defence minister"."""
    return one == other or one.endswith(" " + other) or other.endswith(" " + one)
