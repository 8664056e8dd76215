"""Fold text for matching, one code point for one, so offsets stay those of the document."""

import codecs
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_APOSTROPHES = "'‘’‚‛ʼʹ′`´＇"
_QUOTES = '"“”„‟«»″＂'
_HYPHENS = "-‐‑‒–—―−⁃﹘﹣－\u00ad"
_SPACES = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Letters that no Unicode decomposition takes apart.
_LETTERS = {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t"}


# How many characters are exchanged at once where one outside ASCII is met: others are often near.
_STRETCH = 16


class CharacterMap:
    """Exchanges characters one for one, in little time where nearly all of a text is ASCII.

    ``str.translate`` asks for every character of a text that holds a single typographic quote. Here the
    codec for ASCII runs through the text and asks only where it meets another character.
    """

    def __init__(self, name: str, table: Mapping[int, str]) -> None:
        self._table = table
        self._ascii = bytes(range(128)).decode().translate(table).encode() + bytes(range(128, 256))
        self._errors = f"armsdocket.{name}"
        codecs.register_error(self._errors, self._exchanged)

    def __call__(self, text: str) -> str:
        """Return ``text`` with its characters exchanged."""
        mixed = text.encode("ascii", self._errors).translate(self._ascii)
        return mixed.decode("utf-8", "surrogatepass")

    def _exchanged(self, error: UnicodeError) -> tuple[bytes, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        end = min(max(error.end, error.start + _STRETCH), len(error.object))
        part = error.object[error.start : end].translate(self._table)
        return part.encode("utf-8", "surrogatepass"), end


class _Folding(dict[int, str]):
    """A translation table that learns each code point the first time it is met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    for family, plain in ((_APOSTROPHES, "'"), (_QUOTES, '"'), (_HYPHENS, "-"), (_SPACES, " ")):
        if character in family:
            return plain
    lower = character.lower()[:1]
    if lower.isascii():
        return lower
    base = _LETTERS.get(lower) or unicodedata.normalize("NFKD", lower)[:1]
    return base if base.isalpha() else lower


_folded = CharacterMap("fold", _Folding())


def fold(text: str) -> str:
    r"""Lower-case ``text``, strip accents, and make every apostrophe, double quote, hyphen and space plain.

    The result has as many code points as ``text``, so a span of one is a span of the other.

    >>> fold("Vučić’s “S‑400”")
    'vucic\'s "s-400"'
    """
    if text.isascii():
        return text.lower().replace("`", "'") if "`" in text else text.lower()
    return _folded(text)


@lru_cache(maxsize=4)
def fold_whole(text: str) -> str:
    """Fold a document's text once for all who read it in turn."""
    return fold(text)
