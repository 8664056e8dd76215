"""A fast gate: which texts are worth a full reading for transfers; matched words only, no parsing."""

from functools import cache

from armsdocket.vocabulary import articles, transfer_terms
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.matcher import Matcher

# Goods and a word of transfer stand at most this many characters apart in every labelled transfer, with
# room: three long sentences.
_NEAR = 600


@cache
def _goods() -> Matcher[None]:
    """Every name of an article and every word for a class."""
    listed = {words for entry in articles.all_articles().values() for words, _ in articles.names_of(entry)}
    classes = {words for kind in articles.all_classes().values() for words in (kind.name, *kind.words)}
    own = transfer_terms.words("vague goods") | transfer_terms.words("class goods")
    names = sorted(listed | classes | own)
    return Matcher([(words, None) for name in names for words in (name, f"{name}s")])


def relevant(text: str) -> bool:
    """Tell whether a text may tell of an arms transfer: goods near a word of transfer, and a place.

    >>> relevant("Kosovo asked to buy anti-tank missiles."), relevant("He threw the javelin 80 metres.")
    (True, False)
    """
    goods = [match.start for match in _goods().find(text)]
    if not goods:
        return False
    cues = [match.start for match in transfer_terms.transfer_cues().find(text)]
    return _any_near(goods, cues) and bool(find_places(text))


def _any_near(goods: list[int], cues: list[int]) -> bool:
    """Tell whether a place of one sorted list lies near one of the other."""
    at = 0
    for place in goods:
        while at < len(cues) and cues[at] < place - _NEAR:
            at += 1
        if at < len(cues) and cues[at] <= place + _NEAR:
            return True
    return False
