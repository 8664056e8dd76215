"""HTML pages: their visible text as blocks, and after a trailer line what only their head says."""

import re
from typing import cast

from lxml import etree

from armsdocket.documents.composition import Composition
from armsdocket.documents.document import Document
from armsdocket.documents.encoding import decode
from armsdocket.documents.markup import Markup
from armsdocket.errors import UnreadableDocument

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE
)
_OPENED = re.compile(r"<html[\s>]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
# Standards have pages declare their encoding in the first kilobyte; real ones take longer.
_HEAD = 4_096


def load(content: bytes, address: str) -> Document:
    """Load an HTML page or a fragment of one. Raises UnreadableDocument when it shows no words."""
    text, notes = decode(content, address, declared=declared_encoding(content))
    composition = compose(text)
    if not composition.blocks:
        raise UnreadableDocument(
            f"{address}: is HTML without words; if a script writes them, save the page as a browser shows it"
        )
    composition.notes += notes
    if _OPENED.search(text[:_HEAD]) and not _CLOSED.search(text[-_HEAD:]):
        composition.notes.append("the page may be cut short: it has no end mark")
    return composition.finish(content, address, "text/html")


def compose(markup: str) -> Composition:
    """Turn markup into text with blocks; what the head says stands after the trailer line."""
    target = Markup(Composition())
    # Characters no document may hold end the parse early, and a string's own declaration must not rule.
    parser = etree.HTMLParser(target=cast("etree.ParserTarget", target), encoding="utf-8", huge_tree=True)
    parser.feed(markup.replace("\0", "\ufffd").encode("utf-8", errors="replace"))
    parser.close()
    composition = target.out
    if composition.blocks:
        composition.write_trailer(target.head.fields())
    return composition


def declared_encoding(content: bytes) -> str | None:
    """Return the encoding a page names in its head, if it names one."""
    found = _DECLARED.search(content[:_HEAD])
    return found[1].decode("ascii") if found else None
