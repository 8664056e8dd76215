"""The words of an official document as they flow, without the breaks of the printed page.

Notices are wrapped at 72 columns, break words after a hyphen, and carry page marks in the middle of a
sentence. Grammar is matched on the flow; every match leads back to the exact characters of the document.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, sourced
from armsdocket.reading.notices.prose import sentences
from armsdocket.vocabulary.folding import CharacterMap, fold
from armsdocket.vocabulary.offsets import Offsets

T = TypeVar("T")

# One character each, so that offsets stay: hyphens and dashes, quotes, spaces that do not break.
_plain = CharacterMap(
    "flow",
    str.maketrans(
        {
            **dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
            **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
            **dict.fromkeys("\u201c\u201d", '"'),
            **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u200b\u202f\t\v\f\r\ufeff", " "),
            "\u2022": ";",
        }
    ),
)
_PAGE_MARK = re.compile(r"\[\[Page [A-Z]?\d{1,6}\]\]")
# "(U)" before a word, not inside a designation: AN/ALQ-131(U) keeps it.
_UNCLASSIFIED = re.compile(r"\(U\)(?<![A-Za-z0-9]\(U\))")
# Lines that stand alone however full the line before them is: headings of lists, lines in capitals.
_ALONE = re.compile(
    r"\s*(?:(?:Non-?\s?)?(?:Major Defense Equipment|MDE)(?: \(MDE\))?(?: [Ii]tems?)?:?"
    r"|(?=[^a-z]{16})(?=[^a-z]*[A-Z]{3}[^A-Za-z]+[A-Z]{2})[^a-z]*)\s*$"
)
_LIST_HEADING = re.compile(r"\s*(?:Non-?\s?)?(?:Major Defense Equipment|MDE)(?: \(MDE\))?(?: [Ii]tems?)?:")
# Before "MDE items:" at the head of a line: the sentence runs on, the line is no heading.
_LIST_FOLLOWS = re.compile(r"(?:\b(?:following|additional|these|new|the|of|for|and|non)|-)\s*$")
_RULES = ("-----", "=====")
_ENDS_SENTENCE = re.compile(r"[.:;!?)\"']\s*$")
# A clause by its number; "(6) fly-to-buy" at the head of a line may be half of "six (6)".
_CLAUSE = re.compile(
    r"\s*(?:\((?!1\))[ivxl1VX]{1,5}\)\s{0,8}[A-Z]"
    r"|(?:Prospective Purchaser|Total Estimated Value|Military Department|Funding Source) ?:)"
)
# "September 6," with its year on the next line.
_DAY_BROKEN = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2},\s*$")
# A line that ends with a number in words and figures: what it counts stands on the next.
_NUMBER_BROKEN = re.compile(r"[a-z] ?\(\d[\d,]*\)\s*$")
_ENUMERATED = re.compile(r"\s*\((?:[A-Z]|\d{1,2})\) ")
# A blank that the page may have put in: one of several, or one behind a hyphen.
_ODD_BLANK = re.compile(r"  +|- +(?=[^ ])")
_FIRST_WORD = re.compile(r"[^\s/-]*[/-]?")
# Longer lines mean a text that was never wrapped.
_WIDEST_WRAP = 140
# Fewer long lines than this do not show that a text is wrapped.
_WRAPPED_LINES = 3


@dataclass(frozen=True)
class Flow:
    """A document's words in one run: a line for each paragraph, single spaces, plain hyphens and quotes.

    ``offsets`` leads from ``text`` back to ``source``.
    """

    source: str
    text: str
    offsets: Offsets
    _sentences: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict, compare=False)
    """Each paragraph is taken apart once for all who read it."""

    @cached_property
    def folded(self) -> str:
        """The text folded, character for character."""
        return fold(self.text)

    def sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the spans of the sentences of the paragraph ``text[start:end]``."""
        if (start, end) not in self._sentences:
            self._sentences[start, end] = sentences(self.text, start, end)
        return self._sentences[start, end]

    def passage(self, start: int, end: int) -> Passage:
        r"""Return where ``text[start:end]`` stands in the document.

        >>> flow("Policy of the C-\\n130 fleet").passage(14, 19)
        Passage(start=14, end=20)
        """
        start, end = self.trimmed(start, end)
        if start >= end:
            where = self.offsets.original(start) if start < len(self.text) else len(self.source)
            return Passage(where, where)
        return Passage(self.offsets.original(start), self.offsets.original(end - 1) + 1)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return the span without the blanks at its ends."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        while start < end and self.text[start].isspace():
            start += 1
        return start, end

    def sourced(self, value: T, start: int, end: int) -> Sourced[T]:
        """Tie ``value`` to the characters behind ``text[start:end]``."""
        found = self.passage(start, end)
        return sourced(value, self.source, found.start, found.end)

    def paragraphs(self, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Return the spans of the paragraphs that begin in ``text[start:end]``."""
        end = len(self.text) if end is None else end
        spans = []
        at = start
        while at < end:
            stop = self.text.find("\n", at, end)
            stop = end if stop < 0 else stop
            if stop > at:
                spans.append((at, stop))
            at = stop + 1
        return spans


class _Shape(NamedTuple):
    """How a text is set: its widest line and its commonest indent."""

    width: int
    indent: int
    blank: bool
    """Empty lines part the paragraphs: any other break is only the page's."""


def flow(source: str, start: int = 0, end: int | None = None) -> Flow:
    r"""Return the flow of ``source[start:end]``; its passages count from the start of ``source``.

    >>> flow("Twenty (20)\\n    M142").text
    'Twenty (20)\\nM142'
    """
    plain = _plain(source)
    plain = _PAGE_MARK.sub(_blank, plain)
    plain = _UNCLASSIFIED.sub(_blank, plain)
    lines = _lines(plain, start, len(plain) if end is None else end)
    shape = _Shape(_width(lines), _body_indent(plain, lines), _is_blank_set(plain, lines))
    run = _Run()
    previous: tuple[int, int] | None = None
    for line in lines:
        if previous is not None and (joint := _joint(source, plain, previous, line, shape)):
            run.add(joint, previous[1])
        _append(plain, line, run)
        previous = line
    return Flow(source, "".join(run.parts), run.offsets)


class _Run:
    """Words put together, with the way back to where each stood."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.offsets = Offsets()
        self._length = 0

    def add(self, words: str, origin: int) -> None:
        """Add words whose first character stands at ``origin``."""
        self.offsets.enter(self._length, origin)
        self.parts.append(words)
        self._length += len(words)


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _lines(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the lines with words in them, their indent included."""
    spans = []
    at = start
    for line in plain[start:end].split("\n"):
        stripped = line.rstrip()
        if stripped:
            spans.append((at, at + len(stripped)))
        at += len(line) + 1
    return spans


def _width(lines: list[tuple[int, int]]) -> int:
    """Return the width that a text is wrapped at; headings and a stray long line do not count."""
    lengths = sorted(end - start for start, end in lines if end - start > 40)
    if len(lengths) < _WRAPPED_LINES:
        return _WIDEST_WRAP + 1
    return lengths[len(lengths) * 9 // 10]


def _is_blank_set(plain: str, lines: list[tuple[int, int]]) -> bool:
    gaps = [plain.count("\n", before[1], after[0]) for before, after in pairwise(lines)]
    indented = sum(_indent(plain, line) > 1 for line in lines)
    return sum(gap > 1 for gap in gaps) >= 6 and indented * 10 < len(lines)


def _body_indent(plain: str, lines: list[tuple[int, int]]) -> int:
    """Return the commonest indent: the Congressional Record sets its whole text five columns in."""
    counts: dict[int, int] = {}
    for line in lines:
        indent = _indent(plain, line)
        counts[indent] = counts.get(indent, 0) + 1
    return max(counts, key=lambda indent: (counts[indent], -indent), default=0)


def _indent(plain: str, line: tuple[int, int]) -> int:
    start = line[0]
    while plain[start] == " ":
        start += 1
    return start - line[0]


def _joint(source: str, plain: str, previous: tuple[int, int], line: tuple[int, int], shape: _Shape) -> str:  # noqa: PLR0911 - one rule of the page a line
    """Return what stands between two lines: a new paragraph, a space, or nothing after a hyphen."""
    before, after = plain[slice(*previous)], plain[slice(*line)]
    words = after.lstrip()
    gap = source[previous[1] : line[0]]
    turned = "[[Page" in gap and _ENDS_SENTENCE.search(before) is None
    if (
        _is_table_row(before)
        or _is_table_row(after)
        or _CLAUSE.match(after)
        or (_LIST_HEADING.match(after) and not _LIST_FOLLOWS.search(before))
    ):
        return "\n"
    if _ENUMERATED.match(after) and _ENDS_SENTENCE.search(before):
        return "\n"
    if (_ALONE.match(after) is None) != (_ALONE.match(before) is None) and _glue(before):
        return "\n"
    if gap.count("\n") > 1 and not turned:
        return "\n"
    if (
        shape.blank
        and len(before) > 0.6 * shape.width
        and gap.count("\n") == 1
        and shape.width <= _WIDEST_WRAP
    ):
        return _glue(before)
    runs_on = (
        not _glue(before)
        or (words[0].islower() and before[-1] not in ".!?:")
        or _NUMBER_BROKEN.search(before) is not None
        or (words[:2] in ("19", "20") and _DAY_BROKEN.search(before) is not None)
    )
    if shape.width > _WIDEST_WRAP or len(before) > shape.width + 8:
        return _glue(before) if runs_on or turned else "\n"
    if len(after) - len(words) >= shape.indent + 2:
        return "\n"
    first = _FIRST_WORD.match(words)
    fits = len(before) + 1 + (first.end() if first else 0) < shape.width - 2
    # The next word would have fitted on the line before: the break was meant.
    return "\n" if fits and not turned and not runs_on else _glue(before)


def _glue(before: str) -> str:
    broken = len(before) > 1 and before[-1] in "-/" and before[-2].isalnum()
    return "" if broken else " "


def _is_table_row(line: str) -> bool:
    return "...." in line or line.lstrip().startswith(_RULES)


def _append(plain: str, line: tuple[int, int], run: _Run) -> None:
    """Add a line's words, runs of blanks as one."""
    at, end = line
    at += _indent(plain, line)
    for blank in _ODD_BLANK.finditer(plain, at, end):
        stop = blank.start() + blank[0].count("-")
        run.add(plain[at:stop], at)
        split = _split_designation(plain[at:stop], plain[blank.end()])
        at = blank.end() if split else blank.end() - 1
    run.add(plain[at:end], at)


def _split_designation(before: str, first: str) -> bool:
    """Tell the blank in "AN/ALQ- 144A", which the print put in, from that in "Boeing- U.S."."""
    return first.isdigit() and before[-1:] == "-" and before[-2:-1].isupper()
