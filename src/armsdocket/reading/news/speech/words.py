"""What the model knows of a word by itself: its class, its form, how often it tells that somebody speaks."""

from functools import cached_property
from itertools import count

import msgspec
import numpy as np
from numpy.typing import NDArray

from armsdocket.vocabulary.speech import word_classes

# A word's own features stand at these distances from the token they speak for.
OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
_ENDINGS = ("ing", "ed", "ly", "ion", "ers", "er", "s")
_VERBAL = frozenset({"be", "have", "do", "modal", "not", "subject", "-ed", "cue1", "cue2", "cue3", "cue4"})
_MOST_REMEMBERED = 60_000
_CLASS_ROOM = 64

# What a token does to the run it stands in: a pause, the word "that", the edge of a segment.
PAUSE, THAT, EDGE = 1, 2, 4
_MARKS = {**dict.fromkeys('()“”"', EDGE), **dict.fromkeys(",;:—–", PAUSE | EDGE), "that": THAT}
_STOPS = {",": 1, ".": 2, "!": 2, "?": 2}

# The columns of the facts about a word. The first four are its own features: class, place in the word list,
# ending, form; 0 says that it has none.
CLASS, NUMBER, SUFFIX, FORM, CUE, MARK, STOP, VERBAL, WORD, CAPITAL = range(10)
NOTHING = ""
"""The word of an empty place between paragraphs."""

Facts = NDArray[np.int64]
"""A row for each word."""


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words a model tells apart: common ones, none that is mostly written with a capital."""

    words: tuple[str, ...]
    suffixes: tuple[str, ...]
    cues: dict[str, int]
    """How often a word is part of a cue when it stands in a text, in four steps."""
    classes: tuple[str, ...]


class Lexicon(dict[str, int]):
    """Facts about words, looked up when a written form is first met; the mapping gives its row."""

    def __init__(self, listed: WordList) -> None:
        super().__init__()
        self.listed = listed
        self._facts = np.zeros((_MOST_REMEMBERED, CAPITAL + 1), np.int64)
        self[NOTHING] = 0
        self.most = max(map(len, (listed.words, listed.suffixes, listed.classes)))
        """No fact about a word is a larger number."""
        self.cues = listed.cues.keys()

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.listed.words, 1)}

    @cached_property
    def _suffixes(self) -> dict[str, int]:
        return {suffix: number for number, suffix in enumerate(self.listed.suffixes, 1)}

    @cached_property
    def _classes(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.listed.classes, 1)}

    def facts(self, words: list[str]) -> Facts:
        """Return the facts about tokens as written."""
        if len(self) + len(words) > _MOST_REMEMBERED:
            self.clear()
            self[NOTHING] = 0
        unknown = [word for word in dict.fromkeys(words) if word not in self]
        if unknown:
            first = len(self)
            self._facts[first : first + len(unknown)] = list(map(self._look_up, unknown))
            self.update(zip(unknown, count(first), strict=False))
        places = np.fromiter(map(self.__getitem__, words), np.intp, len(words))
        return self._facts.take(places, axis=0)

    def _look_up(self, word: str) -> tuple[int, ...]:
        low = word.lower()
        cue = self.listed.cues.get(low, 0)
        name = class_name(word, low, cue)
        letters = word[0].isalpha()
        return (
            self._classes.get(name, 0),
            self._numbers.get(low, 0),
            self._suffixes.get(low[-3:], 0) if letters else 0,
            self._classes.get(shape(word), 0) if letters else 0,
            cue,
            _MARKS.get(word, 0),
            _STOPS.get(word, 0),
            name in _VERBAL,
            word[0].isalnum(),
            word[0].isupper(),
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
    if form == "x" and low.endswith(_ENDINGS):
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
