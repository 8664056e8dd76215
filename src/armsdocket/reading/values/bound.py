"""The bound that words put on a number: "more than", "up to", "about"."""

import re
from functools import cache
from typing import NamedTuple

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound
from armsdocket.reading.values.number import GAP, Window, alternation
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.value_terms import BoundWord, bound_terms

_ARTICLES = frozenset({"a", "an", "the"})
# The longest phrase of bound, with an article between, is no longer than this.
_REACH = 64


class BoundFound(NamedTuple):
    """A bound with the words that state it; no passage means exactly."""

    bound: Bound
    passage: Passage | None


EXACTLY = BoundFound("exactly", None)


def _glued(words: str) -> str:
    """Drop the gaps of a phrase: a gap may be a line's end, or lost ("estimatedtotal cost is")."""
    return "".join(fold(words).split())


@cache
def _bounds_before() -> str:
    return alternation([word for words in bound_terms().before.values() for word in words])


@cache
def _before() -> tuple[re.Pattern[str], dict[str, BoundWord]]:
    terms = bound_terms()
    kinds = {_glued(word): kind for kind, words in terms.before.items() for word in words}
    between = alternation(terms.between)
    pattern = rf"(?<!\w)(?P<bound>{_bounds_before()})(?:\s{{1,3}}(?P<between>{between}))?\s{{0,3}}$"
    return re.compile(pattern), kinds


@cache
def _after() -> tuple[re.Pattern[str], dict[str, BoundWord]]:
    after = bound_terms().after
    kinds = {_glued(word): kind for kind, words in after.items() for word in words}
    phrases = alternation([word for words in after.values() for word in words])
    return re.compile(rf"{GAP}(?P<bound>{phrases}|\+)(?!\w)"), kinds


def bound_around(view: Window, start: int, end: int) -> BoundFound:
    """Return the bound that stands directly before ``start`` or after ``end`` of the window."""
    before, kinds = _before()
    low = max(view.first, start - _REACH)
    match = before.search(view.words[low:start])
    # A cut through a word is no border of a word.
    cut = match and match.start() == 0 and low and view.words[low - 1].isalnum()
    if match and not cut and not _joins(view, low, match):
        return BoundFound(
            kinds[_glued(match["bound"])],
            Passage(view.at(low + match.start()), view.at(low + match.end("bound"))),
        )
    behind, kinds = _after()
    match = behind.match(view.words, end, view.last)
    if match:
        words = _glued(match["bound"])
        bound: Bound = "at least" if words == "+" else kinds[words]
        return BoundFound(bound, Passage(view.at(match.start("bound")), view.at(match.end("bound"))))
    return EXACTLY


def _joins(view: Window, low: int, match: re.Match[str]) -> bool:
    """Tell whether a word is only a preposition: "under a $3 billion loan", "handed over five ships"."""
    terms = bound_terms()
    if match["bound"] not in terms.prepositions:
        return False
    place = low + match.start()
    led = _WORD_BEFORE.search(view.words, max(view.first, place - _REACH), place)
    return match["between"] in _ARTICLES or (led is not None and led[1] in terms.led_by)


_WORD_BEFORE = re.compile(r"\b([a-z]+)\s{1,3}$")


def bound_words_end(view: Window, place: int) -> int | None:
    """Return where the words of a bound that begin at ``place`` end, or None when none begin there."""
    match = _leading().match(view.words, place, view.last)
    return match.end() if match else None


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_bounds_before()})(?!\w)(?:\s{{1,3}}(?:{alternation(bound_terms().between)}))?\s{{1,3}}"
    )
