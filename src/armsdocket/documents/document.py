"""A document: one publication as received, with the text that passages point into."""

import hashlib

import msgspec

from armsdocket.documents.passage import Passage

# Stands between what a page shows and what only its head says. No page shows this line by chance.
TRAILER = "---------- said by the page's head, not shown ----------"
STANDARD_INPUT = "-"
"""The address of what came by standard input: two such documents are no versions of one another."""


class Block(msgspec.Struct, frozen=True):
    """A structural piece of a document's text: a paragraph, a heading, a cell, a field of a record.

    ``role`` is the HTML element name (``h1``, ``p``, ``li``, ``td``, ``figcaption`` ...), ``meta`` for a
    field of a page's head, ``page`` for a page of a PDF, ``line`` for a paragraph of plain text,
    ``field`` for a value of a JSON record. ``path`` says where it stood: a record's field
    (``actions.0.date``), a meta field's name, an element's class and id words.
    """

    role: str
    passage: Passage
    path: str = ""


class Document(msgspec.Struct, frozen=True):
    """One publication as received. ``text`` never changes once read; ``id`` is the sha256 of the bytes."""

    id: str
    address: str
    media_type: str
    size: int
    text: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def body(self) -> Passage:
        """The text without the trailer that says what only a page's head holds."""
        first = next((block.passage.start for block in self.blocks if block.role == "meta"), None)
        if first is None:
            return Passage(0, len(self.text))
        return Passage(0, len(self.text[: max(0, self.text.rfind(TRAILER, 0, first))].rstrip()))

    def block_words(self, block: Block) -> str:
        """Return the text of one block."""
        return block.passage.words(self.text)


def identity(content: bytes) -> str:
    """Return the identity of a document: the sha256 of its bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
