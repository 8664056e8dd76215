"""Goods that others carry or beat: "frigates armed with missiles", "the Gripen over the F-16"."""

import re
from functools import cache

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.values.quantity import find_counts
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.folding import fold

_REACH = 70
"""Characters from the word that says so to the goods: room for a maker's name and a kind."""
_LINK = re.compile(
    r"(?:,| and| or| with| as well as|, and)(?: (?:also|an?|the|their|its|[\d,]+))*(?: [\w/.-]+){0,3} ?"
)


# "chose the Gripen over Lockheed Martin's F-16": the second was not chosen.
_RIVAL = re.compile(
    r"(?: [\w/-]{1,5})?,? (?:over|ahead of|instead of|rather than|in preference to) "
    r"(?:the )?(?:[\w.'’-]+ ){0,3}"
)


def without_carried(text: str, found: list[Goods]) -> list[Goods]:
    """Leave out goods that are told only as what other goods bear.

    "Six frigates that will be equipped with the Aegis system and a launcher" keeps the frigates.
    """
    kept: list[Goods] = []
    last: Goods | None = None
    carried = False
    for goods in found:
        between = fold(text[last.end : goods.start]) if last else ""
        carried = (carried and _goes_on(between)) or _borne(text, goods, last, between)
        if not carried:
            kept.append(goods)
        last = goods
    return kept


def _goes_on(between: str) -> bool:
    # "..., and four frigates": a number behind a comma counts what is bought.
    return _LINK.fullmatch(between) is not None and not ("," in between and find_counts(between))


def _borne(text: str, goods: Goods, last: Goods | None, between: str) -> bool:
    near = last is not None and len(between) <= _REACH
    if near and (_behind_goods().fullmatch(between) or _RIVAL.fullmatch(between)):
        return True
    begin = max(goods.start - _REACH, last.end if last else 0)
    return _anywhere().search(fold(text[begin : goods.start])) is not None


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(transfer_terms.pattern("bearing").pattern + r"[^.,;:()]*$")


@cache
def _behind_goods() -> re.Pattern[str]:
    lead = r",?(?: (?:which|that|to|will|would|can|could|are|is|also|be|each|currently|already))*,? "
    return re.compile(lead + transfer_terms.pattern("bearing behind goods").pattern + r"[^.,;:()]*")
