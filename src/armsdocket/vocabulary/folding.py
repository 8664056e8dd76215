"""Fold text for matching, one code point for one, so offsets stay those of the document."""

import unicodedata

_APOSTROPHES = "'‘’‚‛ʼʹ′`´＇"
_QUOTES = '"“”„‟«»″＂'
_HYPHENS = "-‐‑‒–—―−⁃﹘﹣－\u00ad"
_SPACES = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Letters that no Unicode decomposition takes apart.
_LETTERS = {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t"}


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


_TABLE = _Folding()


def fold(text: str) -> str:
    r"""Lower-case ``text``, strip accents, and make every apostrophe, double quote, hyphen and space plain.

    The result has as many code points as ``text``, so a span of one is a span of the other.

    >>> fold("Vučić’s “S‑400”")
    'vucic\'s "s-400"'
    """
    if text.isascii():
        return text.lower().replace("`", "'") if "`" in text else text.lower()
    return text.translate(_TABLE)
