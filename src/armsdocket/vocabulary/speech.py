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


class WordClasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The closed classes of words, by name."""

    source: str
    classes: dict[str, tuple[str, ...]]


@cache
def word_classes() -> dict[str, str]:
    """Give the class of each closed-class word; the first class that lists a word stands."""
    found: dict[str, str] = {}
    for name, words in datafile.load("speech_classes", WordClasses).classes.items():
        for word in words:
            found.setdefault(word, name)
    return found


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs that report in one way, every form listed."""

    means: str
    words: tuple[str, ...]


class SpeechVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The reporting verbs, the nouns for a text that speaks, the words between subject and verb."""

    source: str
    groups: dict[str, VerbGroup]
    nouns: tuple[str, ...]
    fillers: tuple[str, ...]
    deeds: tuple[str, ...]
    """Verbs that report words only before a clause: "ordered that", but not "ordered 12 jets"."""
    denials: tuple[str, ...]
    """Verbs by which a speaker says that the words reported are not so."""


@cache
def speech_verbs() -> dict[str, str]:
    """Give the group of each form of a reporting verb."""
    groups = datafile.load("speech_verbs", SpeechVerbs).groups
    return {word: name for name, group in groups.items() for word in group.words}


@cache
def written_verbs() -> dict[str, str]:
    """Give the group of each reporting verb as a text may write it: small, with a capital, in capitals."""
    return {
        form: group
        for verb, group in speech_verbs().items()
        for form in (verb, verb.capitalize(), verb.upper())
    }


@cache
def speaking_nouns() -> frozenset[str]:
    """Give the nouns for a text that speaks: a statement, a press release."""
    return frozenset(datafile.load("speech_verbs", SpeechVerbs).nouns)


@cache
def deeds() -> frozenset[str]:
    """Give the verbs that are deeds before a thing ("sought jets") and words before a clause."""
    return frozenset(datafile.load("speech_verbs", SpeechVerbs).deeds)


@cache
def denials() -> frozenset[str]:
    """Give the verbs that deny what they report: "denied that"."""
    return frozenset(datafile.load("speech_verbs", SpeechVerbs).denials)


@cache
def fillers() -> frozenset[str]:
    """Give the words that may stand between a subject and its reporting verb."""
    return frozenset(datafile.load("speech_verbs", SpeechVerbs).fillers)


class SpeechPeople(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words before names, words that are no names, people without a name, ways to the public."""

    source: str
    titles: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    unnamed: frozenset[str]
    texts: frozenset[str]
    vias: dict[str, tuple[str, ...]]


@cache
def speech_people() -> SpeechPeople:
    """Load the words about people who speak."""
    return datafile.load("speech_people", SpeechPeople)
