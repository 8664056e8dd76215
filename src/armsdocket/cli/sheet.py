"""A sheet: the text a command prints, wrapped for the terminal, plain when piped."""

import os
import sys
import textwrap
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

NARROWEST, WIDEST = 40, 100
READABLE = 20
"""Columns that a paragraph needs beside its mark; with fewer, the mark takes a line of its own."""


class Sheet:
    """Lines for standard output: headings, wrapped paragraphs and columns, no wider than the terminal."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
        self.width = max(NARROWEST, min(WIDEST, self.console.width)) if self.console.is_terminal else 80

    def title(self, left: str, right: str = "") -> None:
        """Print a title line with a rule under it; ``right`` stands at the right margin."""
        gap = self.width - len(left) - len(right)
        if right and gap < 2:
            self.wrapped(left, style="bold")
            self.line(right)
        else:
            self.line(left + " " * gap + right if right else left, style="bold")
        self.line("=" * self.width, style="dim")

    def heading(self, words: str) -> None:
        """Print a section heading after an empty line."""
        self.line()
        self.line(words.upper(), style="bold cyan")

    def line(self, words: str = "", style: str = "") -> None:
        """Print one line as it is."""
        self.console.print(Text(printable(words), style=style), soft_wrap=True)

    def wrapped(self, words: str, *, indent: int = 0, hang: int = 0, mark: str = "", style: str = "") -> None:
        """Print a paragraph; ``mark`` stands before its first line, later lines hang under the text."""
        first = " " * indent + mark
        rest = " " * (indent + max(len(mark), hang))
        if mark and self.width - len(rest) < READABLE:
            self.line(first.rstrip(), style=style)
            first, rest, mark = " " * (indent + 2), " " * (indent + 2), ""
        found = textwrap.wrap(
            " ".join(printable(words).split()),
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
            break_long_words=True,
        )
        for row in found or ([first.rstrip()] if mark.strip() else []):
            self.line(row, style=style)

    def rows(self, rows: Iterable[tuple[str, ...]], *, indent: int = 2) -> None:
        """Print rows of cells in columns; the last cell wraps under itself."""
        table = [tuple(printable(cell) for cell in row) for row in rows]
        if not table:
            return
        widths = [max(len(row[i]) for row in table) for i in range(len(table[0]) - 1)]
        for row in table:
            cells = (f"{cell:<{width}}" for cell, width in zip(row[:-1], widths, strict=True))
            self.wrapped(row[-1], indent=indent, mark="".join(f"{cell}  " for cell in cells))


def printable(words: str) -> str:
    """Return the words with control characters shown as a box, so that no document drives the terminal."""
    return "".join(_safe(words))


def _safe(words: str) -> Iterator[str]:
    for character in words:
        if character in "\n\t\r\x0b\x0c\x85\u2028\u2029\xa0":
            yield " "
        elif ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 or 0xD800 <= ord(character) < 0xE000:
            yield "\u25a1"
        elif character not in "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\xad":
            yield character


def note(words: str) -> None:
    """Print one message line to standard error, if it is open."""
    if sys.stderr is None:
        return
    sys.stderr.write(f"{' '.join(printable(words).split())}\n")
    sys.stderr.flush()


def write(content: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def close_quietly() -> None:
    """Point standard output at nothing after its reader has gone away (``armsdocket cases | head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
