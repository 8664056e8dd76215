"""Where names of people stand in a text: runs of capitalised words that are no title and no other name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armsdocket.documents.passage import Passage
from armsdocket.reading.sentences import paragraphs
from armsdocket.vocabulary.articles import find_articles
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.speech import speech_people, word_classes

# Capitals of the Latin alphabets: Žarko, Łukasz and İbrahim are names, too.
_CAPITAL = "[" + "".join(letter for letter in map(chr, range(0x41, 0x250)) if letter.isupper()) + "]"
_NAME_WORD = rf"(?:{_CAPITAL}\.(?:{_CAPITAL}\.)*|{_CAPITAL}[^\W\d_]*(?:['’](?!s\b)[^\W\d_]+|-[^\W\d_]+)*)"
_PARTICLE = r"(?:(?:al|bin|bint|van|von|der|den|de|del|da|dos|el|ibn|abu)[ -]){0,3}"
# Titles stand before names: "House Foreign Affairs Committee Chairman Ann Bell" is a run of seven.
_RUN = 11
_NAME = re.compile(rf"{_NAME_WORD}(?:[ \u00a0]{_PARTICLE}{_NAME_WORD}){{0,{_RUN}}}")
# Where a line is broken in a paragraph, a name may run on.
_BROKEN_NAME = re.compile(rf"{_NAME_WORD}(?:[ \u00a0\n]{_PARTICLE}{_NAME_WORD}){{0,{_RUN}}}")
# "A K Antony": an initial behind an initial, where "a" is no article.
_INITIAL = re.compile(r"[A-Z]\.?\s")
# "Theresa May": a month stands behind no given name.
_AFTER_NAME = re.compile(r"(?:Minister|Secretary|Mrs\.?|Ms\.?) (?:[A-Z][a-z]+ )?$")
# "the campaign (CAAT)": what is explained so is a body's name.
_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")
# "King, R-New York": party and state.
_PARTY = re.compile(r"[RDI]-[A-Z]")
_PART = re.compile(r"\S+")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of one or more capitalised words at a passage, without titles."""

    passage: Passage
    words: tuple[str, ...]
    surname: str
    """The last name, folded: "marcos" of "Ferdinand Marcos Jr"."""


def surname_of(words: Sequence[str]) -> str:
    """Give the last word of a name that is no "Jr" or "III", folded and without "el-"."""
    suffixes = speech_people().suffixes
    names = [word for word in map(fold, words) if word.rstrip(".") not in suffixes]
    last = names[-1] if names else fold(words[-1])
    particle, hyphen, name = last.partition("-")
    return name if hyphen and particle in speech_people().particles else last


def is_surname(words: Sequence[str]) -> bool:
    """Tell a surname alone, with its small words, from a name in full: "Van der Berg"."""
    return all(fold(word) in speech_people().particles for word in words[:-1])


def find_mentions(text: str) -> list[Mention]:
    """Return the names of people in a text, in order, without titles.

    >>> [one.words for one in find_mentions("Gen. Ana Kovac met Jon Ames in Oslo.")]
    [('Ana', 'Kovac'), ('Jon', 'Ames')]
    """
    return list(_Finder(text).find())


class _Finder:
    def __init__(self, text: str) -> None:
        self.text = text
        self._blocked = _blocked(text)
        self._acronyms = frozenset(_ACRONYM.findall(text))

    def find(self) -> Iterator[Mention]:
        """Yield the names in order."""
        for match in self._runs():
            start = match.start()
            words: list[tuple[str, int]] = []
            before: tuple[str, int] | None = None
            for part in _PART.finditer(match[0]):
                at = start + part.start()
                if not words and before is not None and part[0][0].islower():
                    # "Prince Sultan ibn Abdulaziz": no name begins with its small word.
                    words = [before]
                before = part[0], at
                if self._no_name(part[0], at):
                    # "Independent Vermont |Senator Ida Moe": what stands before her title is no name.
                    if words and word_classes().get(fold(part[0]).rstrip(".")) != "person":
                        yield _mention(words)
                    words = []
                elif len(words) < _LONGEST:
                    words.append((part[0], at))
            if words:
                yield _mention(words)

    def _runs(self) -> Iterator[re.Match[str]]:
        """Yield each run of capitalised words, over line breaks only inside a paragraph."""
        for paragraph in paragraphs(self.text):
            broken = self.text.find("\n", paragraph.start, paragraph.end) >= 0
            yield from (_BROKEN_NAME if broken else _NAME).finditer(self.text, paragraph.start, paragraph.end)

    def _no_name(self, word: str, at: int) -> bool:
        """Tell a title, a small word or another name's part from a word of somebody's name."""
        people, low = speech_people(), fold(word).rstrip(".")
        if low == "a" and (word == "A." or _INITIAL.match(self.text, at + 2)):
            return False
        if low == "may" and _AFTER_NAME.search(self.text, max(0, at - 30), at):
            return False
        if word in self._acronyms or _PARTY.match(word):
            return True
        if low in people.titles or low in people.not_names or self._is_blocked(at, at + len(word)):
            return True
        return "-" in low and all(part in people.titles for part in low.split("-"))

    def _is_blocked(self, start: int, end: int) -> bool:
        index = bisect_left(self._blocked, (end, end)) - 1
        return index >= 0 and self._blocked[index][1] > start


def _mention(words: list[tuple[str, int]]) -> Mention:
    last, at = words[-1]
    names = tuple(word for word, _ in words)
    return Mention(Passage(words[0][1], at + len(last)), names, surname_of(names))


def _blocked(text: str) -> list[tuple[int, int]]:
    """Return the names that are no person's: countries, bodies, and arms ("Alpha Jets")."""
    spans = [(place.start, place.end) for place in find_places(text)]
    spans += [(match.start, match.end) for match in find_organisations(text)]
    spans += [(goods.start, goods.end) for goods in find_articles(text) if not goods.generic]
    return sorted(spans)
