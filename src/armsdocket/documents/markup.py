"""Markup to text: the visible words of a page, with the place of each block among the page's elements.

Rules. A run of white space of any kind, no-break spaces included, becomes one space. Soft hyphens, zero-width
spaces and byte order marks are not visible and are dropped, so that they never split a word; tags inside
a line never do either. ``<br>`` breaks the line; two of them, or the edge of a block, end the paragraph.
A row of a table is one line with a tab between its cells. What stands in ``<pre>`` is kept as it is.
Elements that are only hidden by style are kept: pages uncover them by script.

The parser calls back for each tag, so no depth of nesting can exhaust the stack, and time is linear.
"""

import re
from dataclasses import dataclass

from armsdocket.documents.composition import Composition
from armsdocket.documents.elements import BLOCK, CELL, LINE, NAMING, SECTIONING, UNSEEN
from armsdocket.documents.head import Head

NOTHING, SPACE, TAB, NEWLINE, EMPTY_LINE = range(5)
_BREAKS = ("", " ", "\t", "\n", "\n\n")
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\xad\u200b\u2060\ufeff]")
# A path names at most this many enclosing elements, the innermost ones.
_PATH_LENGTH = 16
_STACK_SEEN = 48


@dataclass(slots=True)
class Cell:
    """An open cell of a table: where its words start, and whether a paragraph has ended among them."""

    start: int
    broken: bool = False


class Markup:
    """Parser target: takes tags and text in order, composes the visible text and its blocks."""

    def __init__(self, composition: Composition) -> None:
        self.out = composition
        self.head = Head()
        self.stack: list[tuple[str, str]] = []
        self.unseen = 0
        self.preformatted = 0
        self.pending = NOTHING
        self.cells: list[Cell] = []
        self._begin: int | None = None
        self._opened: tuple[tuple[str, str], ...] = ()
        self._base = 0
        self._floor = 0
        self._lowest = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self.head.start(tag, attributes)
        if tag == "br":
            self._break_line()
            return
        if tag in BLOCK and not self.unseen:
            self._edge(tag)
        self.stack.append((tag, _label(tag, attributes)))
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "pre":
            self.preformatted += 1
        elif tag in CELL:
            self.cells.append(Cell(self.out.length))

    def end(self, tag: str) -> None:
        """Close an element."""
        self.head.end(tag)
        if tag == "br" or not self.stack:
            return
        self.stack.pop()
        self._lowest = min(self._lowest, len(self.stack))
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag == "pre":
            self.preformatted = max(0, self.preformatted - 1)
        if tag in BLOCK and not self.unseen:
            self._edge(tag, closing=True)

    def data(self, words: str) -> None:
        """Take text."""
        self.head.data(words)
        if self.unseen:
            return
        words = _INVISIBLE.sub("", words)
        if self.preformatted:
            self._write_preformatted(words.replace("\xa0", " "))
        else:
            self._write(words)

    def comment(self, words: str) -> None:
        """Ignore a comment: no reader of the page sees it."""

    def pi(self, target: str, words: str | None = None) -> None:
        """Ignore a processing instruction."""

    def close(self) -> Composition:
        """End the page: close the last block and return the composition."""
        self._close_block()
        return self.out

    def _write(self, words: str) -> None:
        inner = words.strip()
        if not inner:
            if words:
                self.pending = max(self.pending, SPACE)
            return
        if words[0].isspace():
            self.pending = max(self.pending, SPACE)
        self._open_block()
        self.out.write(_SPACES.sub(" ", inner))
        if words[-1].isspace():
            self.pending = max(self.pending, SPACE)

    def _write_preformatted(self, words: str) -> None:
        """Write text as it stands; its first and last line ends belong to the element, not to the words."""
        if not words.strip():
            if self._begin is not None and "\n" in words:
                self.out.write(words)
            return
        if self._begin is None:
            words = words.lstrip("\n")
        self._open_block()
        self.out.write(words)

    def _open_block(self) -> None:
        """Write the pending break, and begin a block where none is open."""
        if self.pending and self.out.length:
            if self.cells and self.pending >= NEWLINE and self.out.length > self.cells[-1].start:
                self.cells[-1].broken = True
            self.out.write(_BREAKS[self.pending])
        self.pending = NOTHING
        if self._begin is None:
            self._begin = self.out.length
            self._base = max(0, len(self.stack) - _STACK_SEEN)
            self._opened = tuple(self.stack[self._base :])
            self._floor = self._lowest = len(self.stack)
        self._floor = min(self._floor, self._lowest)

    def _break_line(self) -> None:
        if self.unseen:
            return
        if self.preformatted:
            self.out.write("\n")
        elif self.pending >= NEWLINE:
            self._close_block()
            self.pending = EMPTY_LINE
        else:
            self.pending = NEWLINE

    def _edge(self, tag: str, *, closing: bool = False) -> None:
        """Meet the edge of a block element: end the open block, and note the break that stands here."""
        self._close_block()
        if tag in CELL:
            self._cell_edge(closing=closing)
        elif tag != "tr" and self.cells and self.cells[-1].start == self.out.length:
            return  # a box around the first words of a cell does not break the row
        else:
            self.pending = max(self.pending, NEWLINE if tag in LINE else EMPTY_LINE)

    def _cell_edge(self, *, closing: bool) -> None:
        """Keep the cells of a row on one line, unless one holds paragraphs (a table that lays out a page)."""
        if not closing:
            if self.pending < NEWLINE and self.out.length:
                self.pending = TAB
            return
        if not self.cells:
            return
        cell = self.cells.pop()
        if not cell.broken:
            self.pending = min(self.pending, SPACE)
        elif self.cells:
            self.cells[-1].broken = True

    def _close_block(self) -> None:
        if self._begin is None:
            return
        shared = self._opened[: max(0, self._floor - self._base)]
        self.out.mark(_role(shared), self._begin, self.out.words_end(), _path(shared))
        self._begin = None


def _label(tag: str, attributes: dict[str, str]) -> str:
    """Return an element's name with its class and id words, or nothing when it says nothing."""
    words = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('itemprop') or ''}"
    words += f" {attributes.get('rel') or ''}" if tag == "a" else ""
    named = ".".join(words[:200].split())
    if named:
        return f"{tag}.{named}"
    return tag if tag in SECTIONING else ""


def _role(shared: tuple[tuple[str, str], ...]) -> str:
    """Return what a block is named for: the heading or caption it stands in, else the nearest block."""
    nearest = "body"
    for tag, _ in reversed(shared):
        if tag in NAMING:
            return tag
        if tag in BLOCK and nearest == "body":
            nearest = tag
    return nearest


def _path(shared: tuple[tuple[str, str], ...]) -> str:
    return "/".join([label for _, label in shared if label][-_PATH_LENGTH:])
