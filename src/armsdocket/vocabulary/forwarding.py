"""Forwarding: the words by which a sale is said to go to the legislature, done or still ahead."""

import re
from functools import cache
from typing import Literal

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.phrase import Phrase

Says = Literal["done", "ahead", "none"]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sentence and what it says."""

    text: str
    says: Says


class ForwardingTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: verbs, what stands before them, where they lead and what they move."""

    source: str
    verbs: list[tuple[str, str]]
    done: list[str]
    ahead: list[str]
    houses: list[str]
    matters: list[str]
    examples: list[Example]


# Between verb and house a sentence has room for what is sent and why, not for another clause of its own.
_ROOM = 160


@cache
def forwarding_terms() -> ForwardingTerms:
    """Return the words of forwarding."""
    return datafile.load("transfer_forwarding", ForwardingTerms)


@cache
def forwarding_pattern() -> Phrase:
    """Return the pattern of a forwarding, for folded text.

    Group ``done`` or ``ahead`` holds what stands before the verb.
    """
    terms = forwarding_terms()
    forms = sorted({form for verb in terms.verbs for form in verb}, key=len, reverse=True)
    return Phrase(
        rf"\b(?:(?P<ahead>{_any(terms.ahead)})|(?P<done>{_any(terms.done)}))\s+(?:{_any(forms)})\b"
        rf"[^.!?\n]{{0,{_ROOM}}}?\b(?:to\s+)?(?:the\s+)?(?P<house>{_any(terms.houses)})\b",
        shared=True,
    )


@cache
def matter_pattern() -> Phrase:
    """Return the pattern, for folded text, of what is forwarded."""
    return Phrase(rf"\b(?:{_any(forwarding_terms().matters)})\b", shared=True)


def _any(words: list[str]) -> str:
    longest_first = sorted(map(fold, words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
