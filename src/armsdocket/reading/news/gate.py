"""A fast gate: which texts are worth a full reading for transfers; matched words only, no parsing."""

import string
from collections.abc import Iterator
from functools import cache
from itertools import chain

from ahocorasick_rs import BytesAhoCorasick

from armsdocket.vocabulary import articles, datafile, transfer_terms
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold

# Goods and a word of transfer stand at most this many characters apart in every labelled transfer, with
# room: three long sentences.
_NEAR = 600
# Nearly every article names a place in its first sentence, or in its first paragraphs; the whole text is
# asked only where it does not.
_HEADS = (240, 1200)
_KEPT = (string.ascii_lowercase + string.digits).encode()
# Letters and figures stay, in lower case; every other sign parts words, and so does the first byte of a
# letter outside ASCII, whose other bytes go: a word is then found with one comparison of bytes.
_PARTED = bytes(b if b in _KEPT else b + 32 if 65 <= b <= 90 else 32 for b in range(256))
_CONTINUED = bytes(range(0x80, 0xC0))
# Signs of a text set in lines or columns, where several spaces may stand inside a name.
_SET = ("  ", "\t", "\r")


@cache
def words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for goods (names of articles, classes) and the words of transfer."""
    listed = {name for entry in articles.all_articles().values() for name, _ in articles.names_of(entry)}
    classes = {name for kind in articles.all_classes().values() for name in (kind.name, *kind.words)}
    own = transfer_terms.words("vague goods") | transfer_terms.words("class goods")
    names = listed | classes | own
    data = datafile.load("transfer_verbs", transfer_terms.Verbs)
    verbs = {form for verb in data.verbs.values() for form in verb.forms}
    nouns = {name for noun in data.nouns.values() for name in noun.words}
    return frozenset(names | {f"{name}s" for name in names}), frozenset(verbs | nouns)


@cache
def _automaton() -> tuple[BytesAhoCorasick, int]:
    """Return the automaton over goods and words of transfer, and the number of its phrases for goods."""
    goods, cues = (sorted({form for name in names for form in _forms(name)}) for names in words())
    return BytesAhoCorasick([*goods, *cues]), len(goods)


def _forms(name: str) -> Iterator[bytes]:
    """Give a name as it stands in a text set in lines, in one that is not, and without hyphens."""
    for form in {name, fold(name), name.replace("-", "") if any(map(str.isdigit, name)) else name}:
        parted = _parted(form)
        yield from (b" %b " % b" ".join(parted.split()), parted) if parted.strip() else ()


def _parted(text: str) -> bytes:
    r"""Return the words of a text in lower case, parted by a space for each sign between them.

    >>> _parted("Anti-tank missiles, “F-16s”")
    b' anti tank missiles   f 16s  '
    """
    plain = text.encode("utf-8", "replace").translate(_PARTED, _CONTINUED)
    if any(mark in text for mark in _SET):
        plain = b" ".join(plain.split())
    return b" %b " % plain


def relevant(text: str, *, read: bool = False) -> bool:
    """Tell whether a text may tell of an arms transfer: goods near a word of transfer, and a place.

    The places of a whole text that is being ``read`` are known; of others its head is looked at first.

    >>> relevant("Kosovo asked to buy anti-tank missiles."), relevant("He threw the javelin 80 metres.")
    (True, False)
    """
    heads = (text[: text.rfind(" ", 0, length) + 1] for length in _HEADS)
    looked_at = chain((text,), heads) if read else chain(heads, (text,))
    return _tells(text) and any(map(find_places, looked_at))


def _tells(text: str) -> bool:
    """Tell whether goods stand near a word of transfer."""
    automaton, goods = _automaton()
    good = cue = -_NEAR - 1
    for phrase, start, _ in automaton.find_matches_as_indexes(_parted(text), overlapping=True):
        if phrase < goods:
            good = start
        else:
            cue = start
        if -_NEAR <= good - cue <= _NEAR:
            return True
    return False
