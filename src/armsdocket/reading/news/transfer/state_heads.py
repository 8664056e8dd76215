"""Where a state or its forces end behind a country: "Indian Navy", "Egypt's air force"."""

import re
from bisect import bisect_left
from functools import lru_cache

from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.articles import find_articles

GAP = re.compile(r"(?:['’]s?)?(?:[ \u00a0]+|\n(?=\S))")
_WORD = re.compile(r"[\w'’./&-]+")


@lru_cache(maxsize=2)
def _heads(text: str) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in transfer_terms.term_matcher("party heads").find(text)]


def state_end(text: str, end: int) -> int | None:
    """Where "navy" ends in "Indian Navy", "Egypt's air force", "Turkish defence ministry"; else None."""
    gap = GAP.match(text, end)
    if gap is None:
        return None
    heads = _heads(text)
    index = bisect_left(heads, (gap.end(), 0))
    for start, stop in heads[index : index + 1]:
        between = text[gap.end() : start]
        if len(between) > 32 or len(between.split()) > 1 or of_goods(text, gap.end(), stop):
            return None
        if all(
            _WORD.fullmatch(word)
            and not _OWNER.search(word)
            and word not in transfer_terms.words("object verbs")
            for word in between.split()
        ):
            return stop
    return None


_OWNER = re.compile(r"['’]s?$")


# No class of goods is longer than this ("military transport helicopters").
_LONGEST_CLASS = 48


def of_goods(text: str, start: int, stop: int) -> bool:
    """Tell whether "military" belongs to goods, not to a state: "Russian military helicopters"."""
    reach = stop + text.endswith("military", start, stop)
    found = find_articles(text, start, stop + _LONGEST_CLASS, doubtful=True)
    return any(goods.start <= reach if goods.generic else goods.start < stop for goods in found)
