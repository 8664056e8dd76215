"""What became of each part of a notice: read, ignored by a named rule, or neither.

Readers enter the spans they use. At the end every sentence that no reader touched is looked up in the
rules of standing sentences; what no rule knows is reported as a problem with its passage.
"""

from collections.abc import Iterable

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Claim, Heading, Problem, Reading
from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary.notice_terms import ignore_rules
from armsdocket.vocabulary.phrase import Phrase

# What a sentence of the justification must not hold to be left out: money, a day, an identifier, a party.
_STATES = Phrase(
    r"\$|transmittal|\b(?:contractors?|subcontractors?|congress|certification|emergency|prime|vendors?"
    r"|commission)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december) \d"
    r"|\b[a-z0-9]{2}-[a-z]-[a-z0-9]{3}\b"
)


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
            for first, last in self.words.sentences(start, end):
                if any(a < last and first < b for a, b in taken):
                    continue
                self._account(first, last, prose is not None and first >= prose)

    def _account(self, start: int, end: int, prose: bool) -> None:
        folded = self.words.folded[start:end]
        if not any(map(str.isalnum, folded)):
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

    def reading(self, document: Document, heading: Heading, claims: Iterable[Claim]) -> Reading:
        """Return the reading of the document whose words these are, with the whole account."""
        return Reading(
            document=document,
            heading=heading,
            claims=tuple(claims),
            problems=self.problems,
            ignored=self.ignored,
        )

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
