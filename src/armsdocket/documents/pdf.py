"""PDF files: the text of each page in its order, with a ``page`` block for each.

Nothing is mended: a word divided at a line's end keeps its hyphen (only the line break is gone, since
"AIM-120C-" and "8" belong together). Pages are parted by an empty line.
"""

import re
from contextlib import closing

import pypdfium2

from armsdocket.documents.composition import Composition
from armsdocket.documents.document import Document
from armsdocket.errors import UnreadableDocument

# The end mark of a PDF points to its table of contents, and stands within the last bytes of a whole file.
_END = b"startxref"
_TAIL = 4_096
# PDFium gives a hyphen at a line's end as one of these.
_LINE_END_HYPHEN = re.compile("[\x02\ufffe]")


def load(content: bytes, address: str) -> Document:
    """Load a PDF. Raises UnreadableDocument when it is encrypted, cut short, broken, or only pictures."""
    if _END not in content[-_TAIL:]:
        raise UnreadableDocument(f"{address}: is a PDF cut short (it has no end); fetch it again")
    composition = Composition()
    try:
        with closing(pypdfium2.PdfDocument(content)) as file:
            _write_pages(composition, file)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"{address}: {_advice(str(error))}") from error
    if not composition.blocks:
        raise UnreadableDocument(
            f"{address}: is a PDF without text, perhaps scanned; run text recognition on it first (ocrmypdf)"
        )
    return composition.finish(content, address, "application/pdf")


def _write_pages(composition: Composition, file: pypdfium2.PdfDocument) -> None:
    without: list[str] = []
    for number in range(len(file)):
        with closing(file[number]) as page, closing(page.get_textpage()) as text_page:
            words = text_page.get_text_range()
        words = _LINE_END_HYPHEN.sub("-", words).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not words:
            without.append(str(number + 1))
            continue
        if composition.length:
            composition.write("\n\n")
        composition.write_block("page", words, str(number + 1))
    if without:
        composition.notes.append(f"pages without text, perhaps pictures: {', '.join(without)}")


def _advice(reason: str) -> str:
    if "password" in reason.lower():
        return "is an encrypted PDF; save it without its password first"
    return f"is a PDF that cannot be opened ({reason.rstrip('.')}); fetch it again"
