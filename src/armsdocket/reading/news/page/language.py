"""The language of a text, told from its commonest small words; null when unsure."""

from collections import Counter
from functools import cache

from armsdocket.vocabulary.folding import CharacterMap
from armsdocket.vocabulary.frame_terms import languages


class _Letters(dict[int, str]):
    """A translation table that leaves letters alone and makes everything else a space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        letter = character.isalnum() and not character.isdecimal()
        kept = self[code] = character if letter else " "
        return kept


_letters = CharacterMap("letters", _Letters())
# More of a long text tells nothing new.
_LOOK = 20_000
_FEWEST_WORDS = 8
# The leader's share of small words, and its lead over the next: Serbian and Croatian lie close.
_LEAST_SHARE, _LEAST_LEAD = 0.12, 1.04


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, or None when unsure.

    >>> language_of("The ministry said that it will buy the missiles from the United States.")
    'en'
    """
    words = _letters(text[:_LOOK].lower()).split()
    if len(words) < _FEWEST_WORDS:
        return None
    hits: Counter[str] = Counter()
    holders = _holders()
    counted = Counter(words)
    for word in counted.keys() & holders.keys():
        for code in holders[word]:
            hits[code] += counted[word]
    ranked = sorted(hits.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST_SHARE * len(words):
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _LEAST_LEAD:
        return None
    return ranked[0][0]


@cache
def _holders() -> dict[str, tuple[str, ...]]:
    holders: dict[str, tuple[str, ...]] = {}
    for code, words in languages().items():
        for word in words:
            holders[word] = (*holders.get(word, ()), code)
    return holders
