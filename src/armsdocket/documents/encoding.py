r"""Bytes to characters: which encoding a document is in, said in a note when it had to be guessed.

Line ends: ``\r\n`` and a lone ``\r`` become ``\n`` once, here, for every loader, as Python does when it
opens a text file. Nothing else of a text's characters is changed. A byte order mark is no part of the text.
"""

import codecs
import re

from armsdocket.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What documents of this field are written in where they are not UTF-8: western, central European,
# Cyrillic, Greek, Turkish, Hebrew, Arabic, Baltic, and the large East Asian ones.
_LEGACY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
]
# Web practice: pages that declare these are in truth Windows-1252.
_DECLARED_AS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
_LATIN = frozenset(("cp1250", "cp1252"))
# Bytes that are frequent letters in one of the two code pages and rare or no letters in the other:
# š ž Š Ž ć đ ł ą ś ż ş, and à ø å û ã Ø Å.
_CENTRAL = (b"\x9a", b"\x9e", b"\x8a", b"\x8e", b"\xe6", b"\xf0", b"\xb3", b"\xb9", b"\x9c", b"\xbf", b"\xba")
_WESTERN = (b"\xe0", b"\xf8", b"\xe5", b"\xfb", b"\xe3", b"\xd8", b"\xc5")
# Control characters that text does not hold: all but tab, line feed, vertical tab, form feed, return, escape.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
# One control byte in a hundred is far above any text and far below any binary format.
_BINARY_SHARE = 0.01
# Below this share of broken places among the places beyond ASCII, a text is UTF-8 with damage.
_DAMAGE_SHARE = 0.1


def decode(content: bytes, address: str, *, declared: str | None = None) -> tuple[str, list[str]]:
    r"""Return the text of ``content`` with ``\n`` line ends, and notes on how it was decoded.

    ``declared`` is the encoding a page names in its head. Raises UnreadableDocument for binary content
    and for encodings that cannot be told.

    >>> decode(b"\xef\xbb\xbfVu\xc4\x8di\xc4\x87\r\nsaid", "a.txt")
    ('Vučić\nsaid', [])
    """
    text, notes = _decode(content, address, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, notes


def _decode(content: bytes, address: str, declared: str | None) -> tuple[str, list[str]]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], name, address)
    wide = _wide(content)
    if wide:
        return _marked(content, wide, address, [f"decoded as {wide}, told by its zero bytes"])
    _refuse_binary(content, address)
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        pass  # not UTF-8: the encodings below are tried in turn
    return _legacy(content, address, declared)


def _marked(content: bytes, name: str, address: str, notes: list[str] | None = None) -> tuple[str, list[str]]:
    """Decode content whose encoding is known by its mark."""
    text = content.decode(name, errors="replace")
    damaged = text.count("\ufffd")
    if damaged > len(text) * _BINARY_SHARE:
        raise UnreadableDocument(
            f"{address}: starts like {name} text but does not decode; check the file, or save it as UTF-8"
        )
    notes = list(notes or [])
    if damaged:
        notes.append(f"{damaged} characters are damaged and stand as U+FFFD")
    return text, notes


def _wide(content: bytes) -> str | None:
    """Tell UTF-16 without a mark by zero bytes that stand at every second place only."""
    head = content[:_SAMPLE]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.01:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.01:
        return "utf-16-be"
    return None


def _refuse_binary(content: bytes, address: str) -> None:
    head = content[:_SAMPLE]
    zeros = content.count(0)
    if zeros:
        raise UnreadableDocument(
            f"{address}: is not text (zero bytes: {zeros}); give a text, HTML, PDF or JSON file"
        )
    if len(_CONTROL.findall(head)) > len(head) * _BINARY_SHARE:
        raise UnreadableDocument(
            f"{address}: is not text (control characters throughout); give a text, HTML, PDF or JSON file"
        )


def _legacy(content: bytes, address: str, declared: str | None) -> tuple[str, list[str]]:
    if declared:
        text = _as_declared(content, declared)
        if text is not None:
            return text, [f"decoded as {declared}, as the page declares"]
    text = content.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    beyond = sum(1 for character in text if character > "\x7f")
    if damaged <= (beyond - damaged) * _DAMAGE_SHARE:
        return text, [f"decoded as utf-8; {damaged} places are damaged and stand as U+FFFD"]
    name = _guess(content)
    if name is None:
        raise UnreadableDocument(f"{address}: its encoding cannot be told; save it as UTF-8 and try again")
    text = content.decode(name, errors="replace")
    return text, [f"decoded as {name}, told from its letters; save it as UTF-8 if words look wrong"]


def _as_declared(content: bytes, declared: str) -> str | None:
    name = _DECLARED_AS.get(declared.lower(), declared)
    try:
        return content.decode(name)
    except (LookupError, UnicodeError):
        return None


def _guess(content: bytes) -> str | None:
    """Return the likeliest of the legacy encodings, or null when none fits."""
    # Imported here: it is slow to load, and nearly every document is UTF-8.
    import charset_normalizer  # noqa: PLC0415

    best = charset_normalizer.from_bytes(content[: _SAMPLE * 4], cp_isolation=_LEGACY).best()
    if best is None:
        return None
    return _latin(content) if best.encoding in _LATIN else best.encoding


def _latin(content: bytes) -> str:
    """Tell western from central European letters, which a statistic over a short text cannot."""
    central = sum(content.count(byte) for byte in _CENTRAL)
    western = sum(content.count(byte) for byte in _WESTERN)
    return "cp1250" if central > western else "cp1252"
