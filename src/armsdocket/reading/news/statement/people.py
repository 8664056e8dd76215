"""The people a document names, with the fullest name it gives each and the office it ties to that name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from armsdocket.documents.passage import Passage
from armsdocket.reading.sentences import paragraphs
from armsdocket.vocabulary.articles import find_articles
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.offices import OfficeMatch, find_offices
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.speech import speech_people, speech_verbs

# Capitals of the Latin alphabets: Žarko, Łukasz and İbrahim are names, too.
_CAPITAL = "[" + "".join(letter for letter in map(chr, range(0x41, 0x250)) if letter.isupper()) + "]"
_NAME_WORD = rf"(?:{_CAPITAL}\.(?:{_CAPITAL}\.)*|{_CAPITAL}[^\W\d_]*(?:['’](?!s\b)[^\W\d_]+|-[^\W\d_]+)*)"
_PARTICLE = r"(?:(?:al|bin|bint|van|von|der|den|de|del|da|dos|el|ibn|abu)[ -]){0,3}"
_NAME = re.compile(rf"{_NAME_WORD}(?:[ \u00a0]{_PARTICLE}{_NAME_WORD}){{0,5}}")
# Where a line is broken in a paragraph, a name may run on.
_BROKEN_NAME = re.compile(rf"{_NAME_WORD}(?:[ \u00a0\n]{_PARTICLE}{_NAME_WORD}){{0,5}}")
# "A K Antony": an initial behind an initial, where "a" is no article.
_INITIAL = re.compile(r"[A-Z]\.?\s")
# "the campaign (CAAT)": what is explained so is a body's name.
_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")
_GAP = re.compile(r"[,\s]{1,3}")
_BREAK = re.compile(r"[.;\n”\"]")
_LONGEST = 4


@dataclass(slots=True)
class Person:
    """Somebody named in the document; ``office`` is as first stated beside the name."""

    name: str
    surname: str
    places: list[int] = field(default_factory=list)
    office: OfficeMatch | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of one or more capitalised words at a passage, without titles."""

    passage: Passage
    words: tuple[str, ...]

    @property
    def surname(self) -> str:
        """The last name, folded: "marcos" of "Ferdinand Marcos Jr"."""
        return surname_of(self.words)


def surname_of(words: Sequence[str]) -> str:
    """Give the last word of a name that is no "Jr" or "III", folded."""
    suffixes = speech_people().suffixes
    names = [word for word in map(fold, words) if word.rstrip(".") not in suffixes]
    return names[-1] if names else fold(words[-1])


class People:
    """Everybody a text names, found once and asked for by surname, office or place in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offices = find_offices(text)
        self._blocked = _blocked(text)
        self._families: dict[str, list[Person]] = {}
        self._acronyms = frozenset(_ACRONYM.findall(text))
        self._mentions = list(self._find(text))
        self._starts = [mention.passage.start for mention in self._mentions]
        for mention in self._mentions:
            self._register(mention)
        self._join_short_names()
        self._give_offices()

    def _find(self, text: str) -> Iterator[Mention]:
        for match in self._runs(text):
            start = match.start()
            words: list[tuple[str, int]] = []
            for part in re.finditer(r"\S+", match.group()):
                at = start + part.start()
                if self._no_name(part.group(), at):
                    if words:
                        yield _mention(words)
                    words = []
                elif len(words) < _LONGEST:
                    words.append((part.group(), at))
            if words:
                yield _mention(words)

    def _runs(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each run of capitalised words, over line breaks only inside a paragraph."""
        for paragraph in paragraphs(text):
            broken = text.find("\n", paragraph.start, paragraph.end) >= 0
            yield from (_BROKEN_NAME if broken else _NAME).finditer(text, paragraph.start, paragraph.end)

    def _no_name(self, word: str, at: int) -> bool:
        """Tell a title, a small word or another name's part from a word of somebody's name."""
        people, low = speech_people(), fold(word).rstrip(".")
        if low == "a" and _INITIAL.match(self.text, at + 2):
            return False
        if word in self._acronyms:
            return True
        title = low in people.titles or all(part in people.titles for part in low.split("-"))
        return title or low in people.not_names or self._is_blocked(at, at + len(word))

    def _is_blocked(self, start: int, end: int) -> bool:
        index = bisect_left(self._blocked, (end, end)) - 1
        return index >= 0 and self._blocked[index][1] > start

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
        if len(mention.words) > 1:
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
        first = bisect_left(self._starts, start)
        found = []
        for mention in self._mentions[first:]:
            if mention.passage.start >= end:
                break
            if mention.passage.end <= end:
                found.append(mention)
        return found

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
            (place, person)
            for person in self._everybody()
            if person.office is not None and _same_office(person.office, office)
            for place in person.places
        ]
        earlier = [(place, person) for place, person in holders if place < before]
        if earlier:
            return max(earlier, key=lambda item: item[0])[1]
        return min(holders, key=lambda item: item[0])[1] if holders else None

    def fuller(self, office: OfficeMatch) -> Passage | None:
        """Return the last longer title before an office that it is short for: the defence minister's."""
        before = [
            one
            for one in self.offices
            if one.end <= office.start and len(one.office) > len(office.office) and _same_office(one, office)
        ]
        return Passage(before[-1].start, before[-1].end) if before else None


def _last_full(person: Person, before: int) -> int:
    return max((place for place in person.places if place < before), default=-1)


def _same_office(one: OfficeMatch, other: OfficeMatch) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return same_title(one.office, other.office)


def same_title(one: str, other: str) -> bool:
    """Tell whether one title says the other, as "minister" does of a "defence minister"."""
    return one == other or one.endswith(" " + other) or other.endswith(" " + one)


def _mention(words: list[tuple[str, int]]) -> Mention:
    last, at = words[-1]
    return Mention(Passage(words[0][1], at + len(last)), tuple(word for word, _ in words))


def _blocked(text: str) -> list[tuple[int, int]]:
    """Return the names that are no person's: countries, bodies, and arms ("Alpha Jets")."""
    spans = [(place.start, place.end) for place in find_places(text)]
    spans += [(match.start, match.end) for match in find_organisations(text)]
    spans += [(goods.start, goods.end) for goods in find_articles(text) if not goods.generic]
    return sorted(spans)
