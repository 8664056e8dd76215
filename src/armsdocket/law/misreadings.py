"""Misreadings: passages of a text that misstate the law, with what the law says.

The cues are data (``rules/misreadings/*.yaml``), each with sentences that must match and ones that must not.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from armsdocket.law import misreading_recipients
from armsdocket.law.misreading_cues import Cue, Misreading, Span, cues, misreadings, part, triggers
from armsdocket.law.rulebook import Confidence
from armsdocket.vocabulary.folding import fold

__all__ = ["Misreading", "Misstatement", "check", "misreadings"]

SHORT = 600
"""A text of at most so many characters is taken to be about an arms sale: whoever asks has chosen it."""
AROUND = 1500
"""Characters on either side of a passage in which a longer text must speak of arms."""
BACK = 3
"""Sentences before a passage in which its recipient may be named."""
NEGATED = 40
"""Characters before a passage in which a negation turns it round."""


class Misstatement(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that misstates the law: ``text[start:end]`` is ``as_written``."""

    id: str
    start: int
    end: int
    as_written: str
    correct: str
    citation: str
    confidence: Confidence


class _Text(NamedTuple):
    text: str
    folded: str
    sentences: tuple[tuple[int, int], ...]
    on: date | None


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
        if any(trigger in sentence for trigger in triggers()):
            found += _in_sentence(whole, index, sentence)
    return found


def _in_sentence(whole: _Text, index: int, sentence: str) -> list[Misstatement]:
    if sentence.rstrip("\"')] ").endswith("?") or part("denied").search(sentence) or _refuted(whole, index):
        return []
    start = whole.sentences[index][0]
    taken: list[Misstatement] = []
    for cue in cues():
        if not any(trigger in sentence for trigger in cue.row.triggers):
            continue
        for first, last in _spans(cue, whole, index, sentence):
            here, there = start + first, start + last
            if all(there <= other.start or other.end <= here for other in taken):
                taken.append(_misstatement(cue.row, whole.text, here, there))
    return sorted(taken, key=lambda found: found.start)


def _refuted(whole: _Text, index: int) -> bool:
    """Tell whether the next sentence takes this one back, as "That is not so" does."""
    following = whole.sentences[index + 1 : index + 2]
    return any(part("refuted").match(whole.folded, start, end) for start, end in following)


def _spans(cue: Cue, whole: _Text, index: int, sentence: str) -> Iterator[Span]:
    spans = tuple(dict.fromkeys(cue.spans(sentence)))
    if not spans or not _fits(cue, whole, index, sentence):
        return
    for start, end in spans:
        before = _CLAUSE.split(sentence[max(0, start - NEGATED) : start])[-1]
        said = before + sentence[start:end]
        if cue.row.negatable and part("negation").search(said):
            continue
        if any(pattern.search(said) for pattern in cue.apart):
            continue
        if not _of_another_country(whole, whole.sentences[index][0] + start, sentence[start:end]):
            yield start, end


def _of_another_country(whole: _Text, start: int, passage: str) -> bool:
    """Tell whether the lawmakers of the passage are another country's: "Bulgarian lawmakers approved"."""
    return any(
        misreading_recipients.owned_abroad(whole.text, start + found.start())
        for found in part("legislature").finditer(passage)
    )


def _fits(cue: Cue, whole: _Text, index: int, sentence: str) -> bool:
    row, start = cue.row, whole.sentences[index][0]
    if any(pattern.search(sentence) for pattern in cue.unless):
        return False
    around = whole.folded[max(0, start - AROUND) : start + AROUND]
    if len(whole.text) > SHORT and not part("arms").search(around):
        return False
    wide = whole.folded[whole.sentences[max(0, index - 1)][0] : start] + sentence if row.wide else sentence
    if not all(pattern.search(wide) for pattern in cue.requires):
        return False
    if row.after and not ((whole.on and whole.on >= row.after) or (cue.dated and cue.dated.search(sentence))):
        return False
    if row.recipient is None:
        return True
    back = 0 if row.recipient == "none" else BACK
    groups = misreading_recipients.groups_named(
        whole.text, whole.sentences[max(0, index - back) : index + 1], whole.on
    )
    return groups in ((set(), {"fifteen", "other"}) if row.recipient == "none" else ({row.recipient},))


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
