"""Plain nouns that stand for goods named elsewhere in the text: "15 vehicles", "two batteries"."""

import re
from bisect import bisect_right
from dataclasses import replace

from armsdocket.reading.news.transfer.goods import Goods, overlaps
from armsdocket.reading.news.transfer.same_goods import head_class, same_goods
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.folding import fold, fold_whole

_COUNTED = (
    r"(?<![\w,])(?P<before>\d[\d,]{0,12}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|"
    r"the|these|those|its|all|both|first|second|third|another|more|additional|further)\s+(?:new\s+|used\s+)?"
)


def stand_ins(text: str, found: list[Goods]) -> list[Goods]:
    """Give the mentions of plain nouns whose class the text names goods of."""
    heads = {head_class(goods.said if goods.generic else goods.kind or goods.name) for goods in found}
    nouns = [word for word in transfer_terms.words("stand-in goods") if head_class(word) in heads]
    if not nouns:
        return []
    pattern = re.compile(rf"{_COUNTED}(?P<noun>{'|'.join(sorted(nouns, key=len, reverse=True))})\b(?![-'’])")
    taken = sorted((goods.start, goods.end) for goods in found)
    named = sorted((goods for goods in found if not goods.generic), key=lambda goods: goods.end)
    ends = [goods.end for goods in named]
    starts = {goods.start for goods in named}
    return [
        _meant(match, named[max(0, at - _NAMED_BEFORE) : at])
        for match in pattern.finditer(fold_whole(text))
        if not overlaps(taken, match.start("noun"), match.end())
        and not ((of := _OF.match(text, match.end())) and of.end() in starts)
        for at in [bisect_right(ends, match.start("noun"))]
    ]


# "Eight batteries of Patriot missiles" stand for nothing else: what they are stands behind them.
_OF = re.compile(r" of (?:(?:the|its|their|new|used|improved|upgraded) )*")
# Goods named farther back than so many others are not the ones meant.
_NAMED_BEFORE = 100


def _meant(match: re.Match[str], before: list[Goods]) -> Goods:
    """Give the goods of the class named last before, or the plain noun where none are named."""
    start, end, noun = match.start("noun"), match.end("noun"), match["noun"]
    plain = Goods(start, end, noun, name_end=end, kind=noun, generic=True, said=fold(noun))
    meant = next((goods for goods in reversed(before) if goods.kind and same_goods(goods, plain)), None)
    return replace(meant, start=start, end=end, name_end=end, alias=None) if meant else plain
