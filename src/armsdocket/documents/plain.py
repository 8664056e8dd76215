"""Plain text: the text is kept as it was read, and each paragraph is a ``line`` block.

A paragraph ends at an empty line. Where lines are wrapped by hand (notices, e-mails) the lines between
two empty ones are one paragraph; where each line is a paragraph of its own (copies of web pages),
each is one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from armsdocket.documents.composition import Composition
from armsdocket.documents.document import Document
from armsdocket.documents.encoding import decode
from armsdocket.errors import UnreadableDocument

_LINE = re.compile(r"[^\n]+")
# Hand-wrapped text is set to a width between these; a longer line was never wrapped.
_NARROWEST, _WIDEST = 60, 120
# A narrower column is one where nearly every line of several is filled.
_NARROWEST_COLUMN, _FEWEST_LINES, _FILLED = 24, 4, 0.85
# A day alone on its line is the page's, also below a headline that fills its line.
_MONTH = r"[A-Z][a-z]{2,8}\.?"
DATE_LINE = re.compile(
    rf"(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
    r"[^\n]{0,20}(?=\n|$)"
)


def load(content: bytes, address: str) -> Document:
    """Load plain text. Raises UnreadableDocument when it holds no words or is no text."""
    text, notes = decode(content, address)
    return compose(text, content, address, notes, "text/plain")


def compose(text: str, content: bytes, address: str, notes: list[str], media_type: str) -> Document:
    """Make a document of ``text`` with its paragraphs as blocks."""
    if not text.strip():
        raise UnreadableDocument(f"{address}: holds no words, only white space; check the file")
    composition = Composition()
    composition.notes += notes
    composition.write(text)
    for start, end in paragraphs(text):
        composition.mark("line", start, end)
    return composition.finish(content, address, media_type)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield start and end of each paragraph, without the white space around it.

    >>> list(paragraphs("One.\n\n  Two.\n"))
    [(0, 4), (8, 12)]
    """
    run: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = _trimmed(text, *line.span())
        if run and (start == end or "\n\n" in text[run[-1][1] : start]):
            yield from _split(text, run)
            run = []
        if start < end:
            run.append((start, end))
    yield from _split(text, run)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    stripped = words.lstrip()
    start += len(words) - len(stripped)
    return start, start + len(stripped.rstrip())


def _split(text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Split a run of lines into paragraphs: a break is a wrap when the next word would not have fitted."""
    if not run:
        return
    width = max(end - start for start, end in run)
    wrapped = _NARROWEST <= width <= _WIDEST or _is_column(text, run, width)
    first, last = run[0]
    begin = first
    for start, end in run[1:]:
        word = text[start:end].split(None, 1)[0]
        overruns = wrapped and _would_overrun(last - begin, word, width)
        if not overruns or DATE_LINE.match(text, start, end):
            yield first, last
            first = start
        begin, last = start, end
    yield first, last


def _is_column(text: str, run: list[tuple[int, int]], width: int) -> bool:
    """Tell a column too narrow for a page: each line ends where the next word would not have fitted."""
    if not _NARROWEST_COLUMN <= width < _NARROWEST or len(run) < _FEWEST_LINES:
        return False
    breaks = [(one[1] - one[0], text[two[0] : two[1]].split(None, 1)[0]) for one, two in pairwise(run)]
    filled = sum(_would_overrun(length, word, width) for length, word in breaks)
    return filled >= _FILLED * len(breaks)


def _would_overrun(length: int, word: str, width: int) -> bool:
    """Tell whether ``word`` would have run over the width after a line of ``length``."""
    return length + 1 + len(word) > width * 0.97
