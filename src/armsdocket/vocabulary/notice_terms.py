"""The wording of official notices: labels of clauses, standing sentences, phrases, places of contractors."""

from functools import cache

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.phrase import Phrase


class ClauseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of clause labels."""

    source: str
    labels: dict[str, str]
    unnumbered: dict[str, str]
    whole: dict[str, str]
    sections: dict[str, str]


class IgnoreRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of sentence that is left out on purpose, and why."""

    rule: str
    why: str
    patterns: tuple[str, ...]


class IgnoredFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of standing sentences."""

    source: str
    rules: tuple[IgnoreRule, ...]


class PhraseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of phrases and word lists."""

    source: str
    phrases: dict[str, tuple[str, ...]]
    abbreviations: frozenset[str]
    units: frozenset[str]
    tails: tuple[str, ...]
    measures: frozenset[str]


class PlaceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of contractors' places and names."""

    source: str
    states: tuple[str, ...]
    abroad: tuple[str, ...]
    suffixes: tuple[str, ...]
    legal_forms: frozenset[str]
    joined: tuple[str, ...]
    town_words: frozenset[str]


def clauses() -> ClauseFile:
    """Give the labels of clauses."""
    return datafile.load("notice_clauses", ClauseFile)


def phrases() -> PhraseFile:
    """Give the phrases and word lists."""
    return datafile.load("notice_phrases", PhraseFile)


def places() -> PlaceFile:
    """Give the places and names of contractors."""
    return datafile.load("notice_places", PlaceFile)


@cache
def phrase(name: str) -> Phrase:
    """Give one phrase, compiled for folded text. Raises KeyError for a name that is none."""
    return Phrase("|".join(phrases().phrases[name]))


@cache
def ignore_rules() -> tuple[tuple[str, Phrase], ...]:
    """Give each rule's name with its patterns as one expression, in the order of the file."""
    rules = datafile.load("notice_ignored", IgnoredFile).rules
    return tuple((rule.rule, Phrase("|".join(rule.patterns))) for rule in rules)


class SumRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a sum is the value of, by the words before or after it."""

    of: str
    before: str | None = None
    after: str | None = None


class SumFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of sums in running text."""

    source: str
    rules: tuple[SumRule, ...]
    subjects: dict[str, str]
    moves: dict[str, str]
    raised: str


def sum_terms() -> SumFile:
    """Give the words that tell what a sum is the value of."""
    return datafile.load("notice_sums", SumFile)


@cache
def sum_rules() -> tuple[tuple[str, Phrase | None, Phrase | None], ...]:
    """Give each rule's "of" with its patterns, compiled, in the order of the file."""
    rules = sum_terms().rules
    return tuple(
        (
            rule.of,
            Phrase(rule.before) if rule.before else None,
            Phrase(rule.after) if rule.after else None,
        )
        for rule in rules
    )


class ActionStage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an action on a resolution means, by its words."""

    stage: str
    pattern: str


class ActionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of actions."""

    source: str
    stages: tuple[ActionStage, ...]


@cache
def action_stages() -> tuple[tuple[str, Phrase], ...]:
    """Give each stage of a resolution with the words of its actions, in the order of the file."""
    stages = datafile.load("notice_actions", ActionFile).stages
    return tuple((each.stage, Phrase(each.pattern)) for each in stages)


class ContractFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file of contract posts: phrases as regular expressions."""

    source: str
    award: str
    activity: str
    abroad: str
    fms: str
    not_abroad: str
    possible: str
    for_buyer: str
    ceiling: str
    completion: str
    correction: str
    posted: str
    not_made: str
    misstated: str
    right_number: str
    right_day: str
    right_sum: str
    wrong_sum: str
    aside: str


@cache
def contract_phrase(name: str) -> Phrase:
    """Give one phrase of contract posts, compiled for folded text."""
    return Phrase(getattr(datafile.load("notice_contracts", ContractFile), name))
