"""The words of a transfer: who acquires, who supplies, how far it got, and what only looks like one."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.matcher import Matcher
from armsdocket.vocabulary.phrase import Phrase

Side = Literal["acquires", "supplies", "deals", "covers", "contests"]
"""What the word tells: who takes goods, who hands them over, both, what a sale covers, what competes."""
Tense = Literal["base", "present", "ing", "past"]
Scope = Literal["before", "after", "near"]


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One verb: its forms in the order base, third person, -ing, past, and what each time of it says."""

    side: Side
    forms: tuple[str, ...]
    done: str | None = None
    """Stage when it is told as done ("bought", "has delivered")."""
    plan: str | None = None
    """Stage when it lies ahead ("will buy", "to deliver")."""
    weak: bool = False
    """Also says other things ("send", "get"): counts only with a buyer and goods in their places."""


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One noun for a transfer ("purchase", "sale", "deal")."""

    side: Side
    words: tuple[str, ...]
    stage: str | None = None
    """Stage that the bare noun hints at, when nothing stronger stands beside it."""
    weak: bool = False


class StageCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that set the stage of the transfer they stand beside."""

    stage: str | None
    """Null for words that only take a stage away."""
    strength: int
    scope: Scope
    words: tuple[str, ...]


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of verbs and nouns."""

    source: str
    verbs: dict[str, Verb]
    nouns: dict[str, Noun]


class Stages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of stage cues, and the order that decides between reports."""

    source: str
    order: dict[str, int]
    """How far each stage is; the asides (held, blocked, cancelled) stand where they outweigh others."""
    cues: dict[str, StageCue]


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One list and what its words tell."""

    means: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    """Phrases in which a word of the list stands."""


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of plain word lists, by name."""

    source: str
    lists: dict[str, WordList]
    states: dict[str, tuple[str, ...]]
    """Other names of a state, by its code."""
    receivers: dict[str, tuple[str, ...]]
    """Receivers of arms that are no country, by the name we print."""
    rebels: dict[str, str]
    """The receiver that "the rebels" are in a text on a country, by its code."""
    styles: dict[str, tuple[str, ...]]
    """What a country named before is called by again ("the kingdom"), and the codes it can stand for."""
    classes: dict[str, tuple[str, ...]]
    """Words that can stand for each other at the end of a class name, by broad class."""


class TransferCue(NamedTuple):
    """What a matched verb or noun says."""

    word: str
    side: Side
    tense: Tense | None
    """Null for a noun."""
    done: str | None
    plan: str | None
    weak: bool


class StageWord(NamedTuple):
    """What a matched stage cue says."""

    name: str
    stage: str | None
    strength: int
    scope: Scope


_TENSES: tuple[Tense, ...] = ("base", "present", "ing", "past", "past")


@cache
def transfer_cues() -> Matcher[TransferCue]:
    """Match the verbs and nouns of a transfer."""
    data = datafile.load("transfer_verbs", Verbs)
    entries: list[tuple[str, TransferCue]] = []
    for name, verb in data.verbs.items():
        for form, tense in zip(verb.forms, _TENSES, strict=False):
            entries.append((form, TransferCue(name, verb.side, tense, verb.done, verb.plan, verb.weak)))
    for name, noun in data.nouns.items():
        cue = TransferCue(name, noun.side, None, noun.stage, noun.stage, noun.weak)
        entries += [(words, cue) for words in noun.words]
    return Matcher(entries, shared=True)


@cache
def base_verb(name: str) -> TransferCue | None:
    """Give the verb of this name in its base form, or None when there is none."""
    verb = datafile.load("transfer_verbs", Verbs).verbs.get(name)
    return TransferCue(name, verb.side, "base", verb.done, verb.plan, verb.weak) if verb else None


@cache
def stage_cues() -> Matcher[StageWord]:
    """Match the words that set a stage."""
    data = datafile.load("transfer_stages", Stages)
    return Matcher(
        [
            (words, StageWord(name, cue.stage, cue.strength, cue.scope))
            for name, cue in data.cues.items()
            for words in cue.words
        ],
        shared=True,
    )


@cache
def stage_order() -> dict[str, int]:
    """How far each stage is."""
    return datafile.load("transfer_stages", Stages).order


@cache
def words(name: str) -> frozenset[str]:
    """Give one plain word list. Raises KeyError for a list that is not there."""
    return frozenset(datafile.load("transfer_terms", Terms).lists[name].words)


@cache
def verb_forms() -> frozenset[str]:
    """Give every form of the verbs that are one word: "sends", "buying"."""
    verbs = datafile.load("transfer_verbs", Verbs).verbs.values()
    return frozenset(form for verb in verbs for form in verb.forms if " " not in form)


@cache
def states() -> Matcher[str]:
    """Match other names of a state ("the Reagan administration"); the value is its code."""
    names = datafile.load("transfer_terms", Terms).states
    return Matcher([(word, code) for code, words in names.items() for word in words], shared=True)


@cache
def receivers() -> Matcher[str]:
    """Match receivers of arms that are no country; the value is the name we print."""
    groups = datafile.load("transfer_terms", Terms).receivers
    return Matcher([(word, name) for name, words in groups.items() for word in (name, *words)], shared=True)


@cache
def rebels() -> Mapping[str, str]:
    """Give whom "the rebels" stand for in a text on a country, by its code."""
    return datafile.load("transfer_terms", Terms).rebels


@cache
def receiver_names() -> frozenset[str]:
    """Give the names of the receivers that are no country."""
    return frozenset(datafile.load("transfer_terms", Terms).receivers)


@cache
def styles() -> Matcher[tuple[str, ...]]:
    """Match "the kingdom", "the emirate"; the value is the codes of the countries it can stand for."""
    return Matcher(datafile.load("transfer_terms", Terms).styles.items(), shared=True)


@cache
def broad_classes() -> dict[str, str]:
    """Give the broad class of each last word of a class name: jets, planes, fighters are aircraft."""
    classes = datafile.load("transfer_terms", Terms).classes
    return {word: broad for broad, members in classes.items() for word in members}


def alternatives(name: str) -> str:
    """Write one word list as a regular expression's alternatives over folded text, longest first."""
    longest_first = sorted(words(name), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + ")"


@cache
def pattern(name: str) -> Phrase:
    """Give one word list as a pattern of whole words over folded text."""
    return Phrase(rf"\b{alternatives(name)}\b", shared=True)


_LIST = re.compile(r"(?<!P)<([a-z ]+)>")


@cache
def phrase(wording: str) -> re.Pattern[str]:
    """Give a wording as a pattern, in which <modals> stands for any word of the list of that name."""
    return re.compile(_LIST.sub(lambda named: alternatives(named[1]), wording))


def word_lists() -> dict[str, WordList]:
    """Give the word lists by name, each with what it means."""
    return datafile.load("transfer_terms", Terms).lists


@cache
def term_matcher(*names: str) -> Matcher[str]:
    """Match the words of these lists at once; the value of a match is the name of its list."""
    return Matcher([(word, name) for name in names for word in sorted(words(name))], shared=True)
