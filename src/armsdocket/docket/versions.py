"""Versions of a document: the words that changed, and the claims gained and lost."""

import re
from difflib import SequenceMatcher

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Claim, Reading
from armsdocket.reading.record import passages

_WORD = re.compile(r"\w+|[^\w\s]")
# Beyond this many words a comparison of all pairs would take minutes; paragraphs are compared first.
MANY = 20_000


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Words taken out of one version and words put in by the other, each with its passage."""

    before: str
    after: str
    before_passage: Passage
    after_passage: Passage


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What two versions differ in. Claims are told by their family and words, not by their place."""

    before: str
    after: str
    changes: tuple[Change, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def difference(before: Reading, after: Reading) -> Difference:
    """Compare two versions word by word and claim by claim."""
    old, new = _told(before), _told(after)
    return Difference(
        before=before.document.id,
        after=after.document.id,
        changes=tuple(changes(before.document.text, after.document.text)),
        gained=tuple(words for words in new if words not in old),
        lost=tuple(words for words in old if words not in new),
    )


def changes(before: str, after: str) -> list[Change]:
    """Return the runs of words that differ.

    >>> [(one.before, one.after) for one in changes("up to 246 missiles", "up to 250 missiles")]
    [('246', '250')]
    """
    found: list[Change] = []
    for here, there in _pieces(before, after):
        found += _word_changes(before, after, here, there)
    return found


def _pieces(before: str, after: str) -> list[tuple[Passage, Passage]]:
    """Return the stretches to compare word by word: the whole of short texts, changed lines of long ones."""
    whole = [(Passage(0, len(before)), Passage(0, len(after)))]
    if before == after:
        return []
    if len(before) + len(after) < MANY * 5:
        return whole
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    ends_old, ends_new = _starts(old), _starts(new)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        (Passage(ends_old[a], ends_old[b]), Passage(ends_new[c], ends_new[d]))
        for tag, a, b, c, d in codes
        if tag != "equal"
    ]


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _word_changes(before: str, after: str, here: Passage, there: Passage) -> list[Change]:
    old = [found.span() for found in _WORD.finditer(before, here.start, here.end)]
    new = [found.span() for found in _WORD.finditer(after, there.start, there.end)]
    matcher = SequenceMatcher(
        None, [before[a:b] for a, b in old], [after[a:b] for a, b in new], autojunk=False
    )
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            gone, come = _span(old, a, b, here), _span(new, c, d, there)
            found.append(
                Change(
                    before=gone.words(before),
                    after=come.words(after),
                    before_passage=gone,
                    after_passage=come,
                )
            )
    return found


def _span(words: list[tuple[int, int]], first: int, last: int, around: Passage) -> Passage:
    """Return the stretch from one word to another; an empty one stands where the words would be."""
    if first < last:
        return Passage(words[first][0], words[last - 1][1])
    place = words[first][0] if first < len(words) else around.end
    return Passage(place, place)


def _told(reading: Reading) -> list[str]:
    """Tell each claim in one line: its family and the words its fields rest on."""
    return list(dict.fromkeys(_line(claim) for claim in reading.claims))


def _line(claim: Claim) -> str:
    words = dict.fromkeys(" ".join(as_written.split()) for _, as_written in passages(claim))
    return f"{type(claim).__name__.lower()}: {'; '.join(words)}"
