"""What became of each part of a notice: read, ignored by a named rule, or neither.

Readers enter the spans they use. At the end every sentence that no reader touched is looked up in the
rules of standing sentences; what no rule knows is reported as a problem with its passage.
"""

import re

from armsdocket.reading.claims import Problem
from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.notice_terms import ignore_rules, phrases

_STOP = re.compile(r"[.!?][\"')]*\s+(?=[\"'(]*[A-Z0-9])")
_LAST_WORD = re.compile(r"([A-Za-z][\w.&'-]*)\.[\"')]*\s+$")
# What a sentence of the justification must not hold to be left out: money, a day, an identifier, a party.
_STATES = re.compile(
    r"\$|transmittal|\b(?:contractors?|subcontractors?|congress|certification|emergency|prime|vendors?"
    r"|commission)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december) \d"
    r"|\b[a-z0-9]{2}-[a-z]-[a-z0-9]{3}\b"
)
# After these a full stop ends the sentence even behind an abbreviation ("the U.S. The sale ...").
_OPENS = re.compile(r"(?:The|This|These|There|It|At|Any|All|Also|In|Implementation|Approximately|If|An?)\b")


class Ledger:
    """The account of one flow. Spans are offsets into the flow's text."""

    def __init__(self, words: Flow) -> None:
        """Open an account in which nothing is read yet."""
        self.words = words
        self._read: list[tuple[int, int]] = []
        self._ignored: list[Problem] = []
        self._problems: list[Problem] = []

    def read(self, start: int, end: int) -> None:
        """Enter a span as read."""
        self._read.append((start, end))

    def ignore(self, start: int, end: int, rule: str, what: str) -> None:
        """Enter a span as left out on purpose under ``rule``."""
        self._read.append((start, end))
        self._ignored.append(Problem(what=what, rule=rule, passage=self.words.passage(start, end)))

    def report(self, start: int, end: int, rule: str, what: str) -> None:
        """Enter a span as met and not understood."""
        self._read.append((start, end))
        self._problems.append(Problem(what=what, rule=rule, passage=self.words.passage(start, end)))

    def warn(self, start: int, end: int, rule: str, what: str) -> None:
        """Report something wrong with a span that is read all the same."""
        self._problems.append(Problem(what=what, rule=rule, passage=self.words.passage(start, end)))

    def audit(self, prose: int | None = None) -> None:
        """Account for every sentence that no reader entered.

        From ``prose`` on, a sentence that no rule knows is the case made for the sale: it is left out when it
        states no sum, day, number of a document or party to the sale.
        """
        taken = sorted(self._read)
        for start, end in self.words.paragraphs():
            for first, last in sentences(self.words.text, start, end):
                if any(a < last and first < b for a, b in taken):
                    continue
                self._account(first, last, prose is not None and first >= prose)

    def _account(self, start: int, end: int, prose: bool) -> None:
        folded = fold(self.words.text[start:end])
        if not any(character.isalnum() for character in folded):
            return
        for rule, pattern in ignore_rules():
            if pattern.search(folded):
                self.ignore(start, end, rule, "left out by rule")
                return
        if prose and not _STATES.search(folded):
            self.ignore(
                start, end, "case for the sale", "says why the sale would be good, states no fact about it"
            )
            return
        self.report(start, end, "unread", "no rule reads this sentence")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what was met and not understood, in order of the text."""
        return tuple(sorted(self._problems, key=_place))

    @property
    def ignored(self) -> tuple[Problem, ...]:
        """Return what was left out on purpose, in order of the text."""
        return tuple(sorted(self._ignored, key=_place))


def _place(problem: Problem) -> tuple[int, str]:
    return (problem.passage.start if problem.passage else 0, problem.rule)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph of official prose.

    >>> sentences("The U.S. Government is not aware of one. It asks.")
    [(0, 40), (41, 49)]
    """
    end = len(text) if end is None else end
    spans = []
    first = start
    for stop in _STOP.finditer(text, start, end):
        word = _LAST_WORD.search(text, max(first, stop.start() - 40), stop.end())
        if word and _abbreviated(word[1]) and not _OPENS.match(text, stop.end()):
            continue
        spans.append(_trimmed(text, first, stop.end()))
        first = stop.end()
    if text[first:end].strip():
        spans.append(_trimmed(text, first, end))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _abbreviated(word: str) -> bool:
    low = word.lower()
    initials = low.count(".") > 0 and len(low.split(".")[-1]) == 1
    return low in phrases().abbreviations or len(low) == 1 or initials
