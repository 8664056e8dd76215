"""Composing a document's text piece by piece, so that each block's passage is known as it is written."""

import re

from armsdocket.documents.document import TRAILER, Block, Document, identity
from armsdocket.documents.passage import Passage

# A lone surrogate cannot be stored as UTF-8, and a NUL ends a string in many stores.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Composition:
    """Text under composition. ``length`` counts code points, as passages do."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.notes: list[str] = []

    def write(self, words: str) -> int:
        """Append ``words``; return where they start."""
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return start

    def words_end(self) -> int:
        """Return where the last word written ends, before any white space after it."""
        end = self.length
        for piece in reversed(self.pieces):
            kept = len(piece.rstrip())
            end -= len(piece) - kept
            if kept:
                break
        return end

    def mark(self, role: str, start: int, end: int, path: str = "") -> None:
        """Record a block over ``start:end``."""
        self.blocks.append(Block(role=role, passage=Passage(start, end), path=path))

    def write_block(self, role: str, words: str, path: str = "") -> None:
        """Append ``words`` as one block."""
        start = self.write(words)
        self.mark(role, start, self.length, path)

    def write_trailer(self, fields: list[tuple[str, str]]) -> None:
        """Append fields of a page's head after the trailer line, one line each, ``name: content``.

        The block of a field covers its content alone and has the name as its path.
        """
        if not fields:
            return
        self.write(f"\n\n{TRAILER}\n" if self.length else f"{TRAILER}\n")
        for name, content in fields:
            self.write(f"{name}: ")
            self.write_block("meta", content, name)
            self.write("\n")

    def finish(self, content: bytes, address: str, media_type: str) -> Document:
        """Return the document. Characters that no store can hold stand as U+FFFD, with a note."""
        text, replaced = _UNSTORABLE.subn("\ufffd", "".join(self.pieces))
        if replaced:
            self.notes.append(
                f"{replaced} characters cannot be stored (NUL or half a pair) and stand as U+FFFD"
            )
        return Document(
            id=identity(content),
            address=address,
            media_type=media_type,
            size=len(content),
            text=text,
            blocks=tuple(self.blocks),
            notes=tuple(self.notes),
        )
