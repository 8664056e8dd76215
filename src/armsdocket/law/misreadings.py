"""Misreadings: passages of a text that misstate the law, with what the law says.

The cues are data (``rules/misreadings.yaml``), each with sentences that must match and ones that must not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from armsdocket.law import groups, rulebook
from armsdocket.law.rulebook import Confidence, Rule
from armsdocket.vocabulary.countries import Place, find_places
from armsdocket.vocabulary.folding import fold

SHORT = 600
"""A text of at most so many characters is taken to be about an arms sale: whoever asks has chosen it."""
AROUND = 1500
"""Characters on either side of a passage in which a longer text must speak of arms."""
BACK = 3
"""Sentences before a passage in which its recipient may be named."""
NEGATED = 40
"""Characters before a passage in which a negation turns it round."""
SETTLED_YEARS = 15
"""Without a date, a recipient counts for a group when it has been there so many years: Finland has not."""


class Misreading(Rule, frozen=True, kw_only=True):
    """A common misstatement; ``says`` is the correct statement."""

    said: str
    triggers: tuple[str, ...] = ()
    """One of these must stand in the sentence before a pattern is tried."""
    patterns: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    """Each must be found in the sentence, or with ``wide`` in it or the sentences before."""
    wide: bool = False
    unless: tuple[str, ...] = ()
    negatable: bool = False
    """A negation shortly before the passage makes it correct."""
    recipient: Literal["fifteen", "other"] | None = None
    """The sentence, or those before it, names only recipients of this group."""
    after: date | None = None
    """Holds only for texts of this day or later, or sentences that ``dated`` matches."""
    dated: str | None = None
    undetected: str | None = None
    """Why no passage of a text can be matched."""
    examples: tuple[str, ...] = ()
    correct_examples: tuple[str, ...] = ()


class Misstatement(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that misstates the law: ``text[start:end]`` is ``as_written``."""

    id: str
    start: int
    end: int
    as_written: str
    correct: str
    citation: str
    confidence: Confidence


class _Cue(NamedTuple):
    row: Misreading
    patterns: tuple[re.Pattern[str], ...]
    requires: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    dated: re.Pattern[str] | None


class _Text(NamedTuple):
    text: str
    folded: str
    sentences: tuple[tuple[int, int], ...]
    on: date | None


def misreadings() -> tuple[Misreading, ...]:
    """Give every recorded misreading, with its correct statement."""
    return rulebook.rows("misreadings", Misreading)


def check(text: str, on: date | None = None) -> list[Misstatement]:
    """Mark the passages of a text that misstate the law, in order; they do not overlap.

    ``on`` is the day of the text: it decides groups and offices that changed. Quoted passages are marked too.

    >>> [found.as_written for found in check("The sale still needs final approval from Congress.")]
    ['needs final approval from Congress']
    """
    folded = fold(text).replace("\n", " ") if "\n" in text else fold(text)
    whole = _Text(text, folded, tuple(_sentences(text)), on)
    found: list[Misstatement] = []
    for index, (start, end) in enumerate(whole.sentences):
        sentence = folded[start:end]
        if any(trigger in sentence for trigger in _triggers()):
            found += _in_sentence(whole, index, sentence)
    return found


def _in_sentence(whole: _Text, index: int, sentence: str) -> list[Misstatement]:
    if sentence.rstrip("\"')] ").endswith("?") or _part("denied").search(sentence):
        return []
    start = whole.sentences[index][0]
    taken: list[Misstatement] = []
    for cue in _cues():
        if not any(trigger in sentence for trigger in cue.row.triggers):
            continue
        for first, last in _spans(cue, whole, index, sentence):
            here, there = start + first, start + last
            if all(there <= other.start or other.end <= here for other in taken):
                taken.append(_misstatement(cue.row, whole.text, here, there))
    return sorted(taken, key=lambda found: found.start)


def _spans(cue: _Cue, whole: _Text, index: int, sentence: str) -> Iterator[tuple[int, int]]:
    matches = [match for pattern in cue.patterns for match in pattern.finditer(sentence)]
    if not matches or not _fits(cue, whole, index, sentence):
        return
    for match in matches:
        before = _CLAUSE.split(sentence[max(0, match.start() - NEGATED) : match.start()])[-1]
        negated = cue.row.negatable and _part("negation").search(before + match[0])
        foreign = _part("legislature").match(match[0]) and _foreign(
            whole, whole.sentences[index][0] + match.start()
        )
        if not negated and not foreign:
            yield match.span()


def _fits(cue: _Cue, whole: _Text, index: int, sentence: str) -> bool:
    row, start = cue.row, whole.sentences[index][0]
    if any(pattern.search(sentence) for pattern in cue.unless):
        return False
    around = whole.folded[max(0, start - AROUND) : start + AROUND]
    if len(whole.text) > SHORT and not _part("arms").search(around):
        return False
    wide = whole.folded[whole.sentences[max(0, index - 1)][0] : start] + sentence if row.wide else sentence
    if not all(pattern.search(wide) for pattern in cue.requires):
        return False
    if row.after and not ((whole.on and whole.on >= row.after) or (cue.dated and cue.dated.search(sentence))):
        return False
    return row.recipient is None or _recipients(whole, index) == {row.recipient}


def _recipients(whole: _Text, index: int) -> set[str]:
    """Give the groups of the countries named in the sentence, or in the nearest one before that names any."""
    for start, end in reversed(whole.sentences[max(0, index - BACK) : index + 1]):
        codes = {place.code for place in _places(whole.text, start, end)} - {groups.SELLER}
        if codes:
            return {_settled_group(code, whole.on) for code in codes}
    return set()


def _places(text: str, start: int, end: int) -> Sequence[Place]:
    starts, places = _all_places(text)
    return [
        place for place in places[bisect_left(starts, start) : bisect_left(starts, end)] if place.end <= end
    ]


@lru_cache(maxsize=2)
def _all_places(text: str) -> tuple[tuple[int, ...], tuple[Place, ...]]:
    """Find the countries of a text once, however many passages ask."""
    places = tuple(find_places(text))
    return tuple(place.start for place in places), places


def _settled_group(code: str, on: date | None) -> str:
    today = on or rulebook.last_checked("groups")
    earlier = on or today.replace(year=today.year - SETTLED_YEARS)
    kinds = {groups.recipient(code, day).fifteen for day in (today, earlier)}
    if len(kinds) > 1:
        return "changed"
    return "fifteen" if kinds.pop() else "other"


def _foreign(whole: _Text, start: int) -> bool:
    """Tell whether the passage opens with another country's lawmakers: "Bulgarian lawmakers approved"."""
    near = _places(whole.text, max(0, start - 30), start)
    return (
        bool(near) and near[-1].code != groups.SELLER and whole.text[near[-1].end : start].strip(" '’s") == ""
    )


def _misstatement(row: Misreading, text: str, start: int, end: int) -> Misstatement:
    return Misstatement(
        id=row.id,
        start=start,
        end=end,
        as_written=text[start:end],
        correct=row.says,
        citation=row.citation,
        confidence=row.confidence,
    )


# A negation in one clause turns no passage of the next.
_CLAUSE = re.compile(r"[,;:]| (?:as|because|but|since|while|and) ")

# A full stop behind one of these ends no sentence; nor does one behind a single letter.
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Gen|Lt|Col|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|St|vs))\.$"
)
_BREAK = re.compile(r"[.!?][\"'”’)\]]{0,3}\s+(?=[A-Z0-9\"'“‘(\[])|\n[ \t\r]*\n")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        stop = match.start() + 1
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(start, stop - 6), stop):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


@cache
def _parts() -> dict[str, str]:
    return rulebook.words("misreading_parts")


@cache
def _part(name: str) -> re.Pattern[str]:
    return _compile(f"<{name}>")


def _compile(pattern: str) -> re.Pattern[str]:
    while named := re.search(r"<([a-z]+)>", pattern):
        pattern = pattern.replace(named[0], _parts()[named[1]])
    return re.compile(pattern)


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            row,
            tuple(map(_compile, row.patterns)),
            tuple(map(_compile, row.requires)),
            tuple(map(_compile, row.unless)),
            _compile(row.dated) if row.dated else None,
        )
        for row in misreadings()
    )


@cache
def _triggers() -> tuple[str, ...]:
    return tuple(sorted({trigger for row in misreadings() for trigger in row.triggers}))
