"""What a report of a change adds to a case: "the inclusion of the following MDE items: ...".

A list may stand in the sentence that announces it, or below it, one item a line.
"""

import re

from armsdocket.reading.claims import Item, Sourced
from armsdocket.reading.notices import case_values, items, request
from armsdocket.reading.notices.flow import Flow

_ADDS = re.compile(
    r"(?:and )?(?:the )?(?:further )?(?:addition|inclusion|sale|purchase|procurement|replacement) of\b"
    r"|(?:notif(?:ies|y)|reports|adds|accounts for|requests?|includes?)\b(?: for)?"
)
# Behind the cue: what is no thing but a sum or a date that changes.
_NO_ITEM = re.compile(
    r"^(?:this|these|such|that)\b"
    r"|^(?:an? |the )?(?:net |overall |recent )?(?:pricing|price|cost|increase|decrease|value|extension"
    r"|revision|adjustment|change|sale|possible sale|addition|inclusion|further inclusion|replacement"
    r"|purchase|procurement)s?\b"
)
_OTHER = re.compile(r"non-?\s?(?:m[do]e\b|major defense)")
_MAJOR = re.compile(r"\bmde\b|major defen[sc]e equipment")
_ELSEWHERE = re.compile(r"(?:reported|notified|certified) separately")
_LIST_OPENS = re.compile(r"^(?:also (?:included|provided|proposed)|the following\b|non-?mde|in addition)")


class Additions:
    """The items of a report, gathered paragraph by paragraph."""

    def __init__(self, words: Flow) -> None:
        """Begin with no item and no list open."""
        self.items: list[Item] = []
        self._words = words
        self._open = False
        self._flag: Sourced[bool] | None = None

    def add(self, start: int, end: int) -> None:
        """Read one paragraph of what the report says now."""
        for first, last in self._words.sentences(start, end):
            if self._open and items.counts(self._words.text, first, last):
                self.items.extend(items.lines(self._words, first, last, self._flag))
            elif (opened := self._announced(first, last)) is not None:
                self._listed(first, opened, last)
            else:
                self._open = False

    def _announced(self, start: int, end: int) -> int | None:
        """Return where the list begins behind the words that announce it, None when nothing is added."""
        folded = self._words.folded[start:end]
        if _ELSEWHERE.search(folded):
            return None
        if _LIST_OPENS.match(folded):
            return start
        priced = bool(case_values.moved(self._words, start, end))
        for cue in _ADDS.finditer(folded):
            if priced and not cue[0].endswith(" of"):
                continue
            if not _NO_ITEM.search(folded[cue.end() :].lstrip()):
                return start + cue.end()
        return None

    def _listed(self, start: int, opened: int, end: int) -> None:
        words = self._words
        if opened == start:
            found = request.listed(words, start, end)
            at = end
        else:
            span = request.enumeration(words.text, opened, end)
            self._flag = _flag(words, start, span[0])
            found = items.lines(words, *span, self._flag)
            at = span[0]
        self.items.extend(found)
        self._open = not found or not words.text[at:end].strip(" :.")


def _flag(words: Flow, start: int, end: int) -> Sourced[bool] | None:
    """Return whether the words before a list say that it is major defence equipment."""
    folded = words.folded[start:end]
    if other := _OTHER.search(folded):
        return words.sourced(False, start + other.start(), start + other.end())
    if major := _MAJOR.search(folded):
        return words.sourced(True, start + major.start(), start + major.end())
    return None
