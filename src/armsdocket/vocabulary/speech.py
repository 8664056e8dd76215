"""The words of speech: what ends a sentence, what tells that somebody speaks."""

from functools import cache

import msgspec

from armsdocket.vocabulary import datafile


class SentenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that decide whether a full stop ends a sentence."""

    source: str
    titles: tuple[str, ...]
    """Abbreviations that never end one."""
    may_end: tuple[str, ...]
    """Abbreviations that end one only before a word of ``starters``."""
    before_number: tuple[str, ...]
    """Abbreviations that end none when a number follows."""
    starters: tuple[str, ...]
    carriers: tuple[str, ...]
    """Verbs of speech that carry a sentence on after ``?”``."""


class StopRules(msgspec.Struct, frozen=True):
    """``SentenceWords`` made ready for looking up."""

    titles: frozenset[str]
    may_end: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    carriers: frozenset[str]


@cache
def stop_rules() -> StopRules:
    """Load the words that decide about full stops."""
    words = datafile.load("speech_sentences", SentenceWords)
    return StopRules(
        frozenset(words.titles) | frozenset(word.lower() for word in words.titles if len(word) > 2),
        frozenset(words.may_end),
        frozenset(words.before_number),
        frozenset(words.starters),
        frozenset(words.carriers),
    )
