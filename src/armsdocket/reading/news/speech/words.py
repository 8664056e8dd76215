"""What the model knows of a word by itself: its class, its form, how often it tells that somebody speaks."""

from dataclasses import dataclass
from functools import cached_property

import msgspec

from armsdocket.vocabulary.speech import word_classes

# A word's own features stand at these distances from the token they speak for.
OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
_ENDINGS = ("ing", "ed", "ly", "ion", "ers", "er", "s")
_VERBAL = frozenset({"be", "have", "do", "modal", "not", "subject", "-ed", "cue1", "cue2", "cue3", "cue4"})
_MOST_REMEMBERED = 60_000
_CLASS_ROOM = 64


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words a model tells apart: common ones, none that is mostly written with a capital."""

    words: tuple[str, ...]
    suffixes: tuple[str, ...]
    cues: dict[str, int]
    """How often a word is part of a cue when it stands in a text, in four steps."""
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordFacts:
    """One word as the model sees it. ``keys`` are its own features, without the distance."""

    klass: int
    cue: int
    number: int
    """Place in the word list, counted from 1; 0 for a word that is not there."""
    keys: tuple[int, ...]
    verbal: bool
    word: bool
    capital: bool


class Lexicon:
    """Facts about words, remembered for each written form."""

    def __init__(self, listed: WordList) -> None:
        self.listed = listed
        self._facts: dict[str, WordFacts] = {}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.listed.words, 1)}

    @cached_property
    def _suffixes(self) -> dict[str, int]:
        return {suffix: number for number, suffix in enumerate(self.listed.suffixes, 1)}

    @cached_property
    def _classes(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.listed.classes, 1)}

    def facts(self, word: str) -> WordFacts:
        """Return the facts about one token as written."""
        known = self._facts.get(word)
        if known is None:
            if len(self._facts) >= _MOST_REMEMBERED:
                self._facts.clear()
            known = self._facts[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> WordFacts:
        low = word.lower()
        cue = self.listed.cues.get(low, 0)
        name = class_name(word, low, cue)
        klass = self._classes.get(name, 0)
        number = self._numbers.get(low, 0)
        keys = [klass << 2]
        if number:
            keys.append(number << 2 | 1)
        if word[0].isalpha():
            suffix = self._suffixes.get(low[-3:])
            if suffix:
                keys.append(suffix << 2 | 2)
            keys.append((self._classes.get(shape(word), 0)) << 2 | 3)
        return WordFacts(
            klass, cue, number, tuple(keys), name in _VERBAL, word[0].isalnum(), word[0].isupper()
        )


def shape(word: str) -> str:  # noqa: PLR0911 - a table of forms
    """Name the form of a token: small letters, capital, capitals, digit, or the mark itself."""
    first = word[0]
    if first.isalpha():
        if first.islower():
            return "x"
        return "XX" if len(word) > 1 and word.isupper() else "Xx"
    if first.isdigit():
        return "d"
    if word in {"“", "``", "«", "„"}:
        return "“"
    if word in {"''", "”", "»"}:
        return "”"
    if word in {"—", "–"}:
        return "–"
    return word if first.isascii() else "?"


def class_name(word: str, low: str, cue: int) -> str:
    """Name the class of a token: a closed class, a step of cue, an ending, or its form."""
    closed = word_classes().get(low)
    if closed:
        return closed
    if cue:
        return f"cue{cue}"
    form = shape(word)
    if form == "x":
        for ending in _ENDINGS:
            if low.endswith(ending) and len(low) > len(ending) + 2:
                return f"-{ending}"
    return form


def all_classes() -> tuple[str, ...]:
    """List every class and form a token can have."""
    marks = tuple(",.;:!?\"'()[]$%&/*#@-“”–…’‘")
    forms = ("x", "XX", "Xx", "d", *(f"-{ending}" for ending in _ENDINGS), *(f"cue{n}" for n in range(1, 5)))
    closed = tuple(dict.fromkeys(word_classes().values()))
    return tuple(dict.fromkeys((*closed, *forms, *marks)))[: 2 * _CLASS_ROOM - 1]
