"""Bytes to documents: the loader is chosen by what the content is first, by its name second."""

import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from armsdocket.documents import federal_register, html, plain, record
from armsdocket.documents.document import Document
from armsdocket.errors import UnreadableDocument

# The longest text met in this field (a day of the Congressional Record as PDF) is under 20 MB; what is
# far larger is an archive or a disk image given by mistake, and would take minutes to be refused later.
MAX_BYTES = 64 * 1024 * 1024
_LOOK = 8_192

# Files that are no text, by their first bytes, with what to do about each.
_FOREIGN = (
    (b"PK\x03\x04", "is a ZIP archive or an office document (Word, Excel); save it as PDF, HTML or text"),
    (b"PK\x05\x06", "is an empty ZIP archive; give the documents themselves"),
    (b"\xd0\xcf\x11\xe0", "is an old office document (Word, Excel); save it as PDF, HTML or text"),
    (b"{\\rtf", "is rich text (RTF); save it as PDF, HTML or text"),
    (b"\x1f\x8b", "is compressed (gzip); unpack it first"),
    (b"BZh", "is compressed (bzip2); unpack it first"),
    (b"\xfd7zXZ", "is compressed (xz); unpack it first"),
    (b"7z\xbc\xaf", "is a 7-Zip archive; unpack it first"),
    (b"Rar!", "is a RAR archive; unpack it first"),
    (b"\x89PNG", "is a picture (PNG); read its text out with OCR first"),
    (b"\xff\xd8\xff", "is a picture (JPEG); read its text out with OCR first"),
    (b"GIF8", "is a picture (GIF); read its text out with OCR first"),
    (b"II*\x00", "is a picture (TIFF); read its text out with OCR first"),
    (b"MM\x00*", "is a picture (TIFF); read its text out with OCR first"),
    (b"\x7fELF", "is a program; give a text, HTML, PDF or JSON file"),
    (b"SQLite format 3\x00", "is a database; give a text, HTML, PDF or JSON file"),
)
_HTML_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|span|table|h[1-6]|article|section|main|header|nav|ul|ol|br"
    r"|pre|a|b|strong|em|figure|form|script|style|link|blockquote)\b",
    re.IGNORECASE,
)
_HTML_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
Loader = Callable[[bytes, str], Document]
_HTML_NAMES = (".html", ".htm", ".xhtml")
_RECORD_NAMES = (".json", ".jsonl", ".ndjson")


def load(content: bytes, address: str) -> Document:
    """Turn the bytes received from ``address`` into a document.

    The address is a path, a web address or ``-``; it names the document in messages. Raises
    UnreadableDocument, whose message starts with the address, for bytes that hold no readable text.

    >>> load(b"Two Javelins.", "note.txt").text
    'Two Javelins.'
    """
    if len(content) > MAX_BYTES:
        raise _too_large(len(content), address)
    if not content.strip():
        raise UnreadableDocument(f"{address}: is empty; check the download, or leave it out")
    for mark, advice in _FOREIGN:
        if content.startswith(mark):
            raise UnreadableDocument(f"{address}: {advice}")
    name = _suffix(address)
    if b"%PDF-" in content[:1024]:
        # Imported here: the PDF library takes longer to load than the rest of this room together.
        from armsdocket.documents import pdf  # noqa: PLC0415

        return pdf.load(content, address)
    if name == ".pdf":
        raise UnreadableDocument(f"{address}: is named PDF but is none; check the download")
    head = content[:_LOOK].decode("utf-8", errors="ignore").lstrip("\ufeff \t\r\n")
    if name in _RECORD_NAMES or (head[:1] in ("{", "[") and record.recognised(content)):
        return record.load(content, address)
    return _text_loader(content, head, name)(content, address)


def _text_loader(content: bytes, head: str, name: str) -> Loader:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if wide:
        head = content[:_LOOK].decode("utf-16", errors="ignore").lstrip("\ufeff \t\r\n")
    if federal_register.recognised(head):
        return federal_register.load
    if head.startswith("<?xml"):
        return html.load  # bill texts and feeds: their words, without blocks of their own kind
    if _HTML_PAGE.search(head) or (head.startswith("<") and _HTML_TAG.search(head)):
        return html.load
    if name in _HTML_NAMES and _HTML_TAG.search(head):
        return html.load
    return plain.load


def read_bytes(path: Path) -> bytes:
    """Read a file. Raises UnreadableDocument when it is missing, no file, not permitted or too large."""
    try:
        if path.is_dir():
            next(path.iterdir(), None)  # says so when it may not be listed
            raise UnreadableDocument(f"{path}: is a directory; give the files in it")
        place = path.stat()
        if not stat.S_ISREG(place.st_mode):
            # A pipe without a writer would be waited on for ever.
            raise UnreadableDocument(f"{path}: is no regular file (a pipe or a device); leave it out")
        if place.st_size > MAX_BYTES:
            raise _too_large(place.st_size, str(path))
        with path.open("rb") as file:
            # One byte more than allowed tells an endless device or a growing file from a large one.
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableDocument(f"{path}: {_advice(error)}") from error
    if len(content) > MAX_BYTES:
        raise _too_large(len(content), str(path))
    return content


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that ``paths`` name, directories read in order of name, all the way down.

    Left out inside directories: names that start with a dot, and the notes about a collection that
    are no documents of it (README, LICENSE, MANIFEST and their kin). A directory reached again through
    a link is not entered twice. What is missing or cannot be listed is yielded as it is, so that
    ``read_bytes`` reports it in its place and the rest goes on.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            yield from _walk(path, seen)
        else:
            yield path


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                yield path
                continue
            place = path.stat()
            if (place.st_dev, place.st_ino) in seen:
                continue
            seen.add((place.st_dev, place.st_ino))
            members = sorted(path.iterdir(), reverse=True)
        except OSError:
            yield path  # read_bytes says why
            continue
        waiting += [member for member in members if not _left_out(member.name)]


# Files that describe a collection; case and ending do not matter.
_NOTES = frozenset(("readme", "license", "licence", "manifest", "changelog", "contributing"))


def _left_out(name: str) -> bool:
    return name.startswith(".") or name.split(".", 1)[0].lower() in _NOTES


def _advice(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(error, PermissionError):
        return "may not be read by this user; check its permissions"
    return f"cannot be read ({error.strerror or error}); check the file and the disk"


def _too_large(size: int, address: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{address}: is too large ({size / 1_048_576:.0f} MB; the limit is {MAX_BYTES // 1_048_576} MB); "
        "split it into its documents"
    )


def _suffix(address: str) -> str:
    return PurePosixPath(re.split(r"[?#]", address, maxsplit=1)[0]).suffix.lower()
