"""Goods that other goods carry: "frigates armed with missiles" tells of frigates, not of missiles."""

import re
from functools import cache

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.folding import fold

_REACH = 70
"""Characters from the word that says so to the goods: room for a maker's name and a kind."""
_LINK = re.compile(
    r"(?:,| and| or| with| as well as|, and)(?: (?:also|an?|the|their|its|[\d,]+))*(?: [\w/.-]+){0,3} ?"
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
        carried = (carried and _goes_on(goods, between)) or _borne(text, goods, last, between)
        if not carried:
            kept.append(goods)
        last = goods
    return kept


def _goes_on(goods: Goods, between: str) -> bool:
    # "..., and four frigates": a number behind a comma counts what is bought.
    return _LINK.fullmatch(between) is not None and not ("," in between and goods.count)


def _borne(text: str, goods: Goods, last: Goods | None, between: str) -> bool:
    if last is not None and len(between) <= _REACH and _behind_goods().fullmatch(between):
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
