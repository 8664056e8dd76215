"""A fast gate: which texts are worth a full reading for transfers; matched words only, no parsing."""

from functools import cache

from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.articles import find_articles
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Matcher


@cache
def _goods() -> Matcher[str]:
    return transfer_terms.term_matcher("vague goods", "class goods")


def relevant(text: str) -> bool:
    """Tell whether a text may tell of an arms transfer: goods, a word of transfer and a place stand in it.

    >>> relevant("Kosovo asked to buy anti-tank missiles."), relevant("He threw the javelin 80 metres.")
    (True, False)
    """
    if not transfer_terms.transfer_cues().find(text):
        return False
    if not _goods().find(text) and not find_articles(text):
        return False
    return bool(find_places(text))


def folded(text: str) -> str:
    """Fold a text once for all matchers."""
    return fold(text)
