"""The sums told with a transfer: of this sale, of one piece, or shared by several sales."""

import re
from dataclasses import dataclass

from armsdocket.reading.claims import Value, ValueOf
from armsdocket.reading.news.candidate import Candidate
from armsdocket.reading.news.scenes import Scene
from armsdocket.reading.values.money import Money
from armsdocket.reading.values.quantity import Count, find_counts


@dataclass(frozen=True, slots=True)
class SaleSum:
    """A sum and what it is the value of."""

    money: Money
    of: ValueOf


_SALE_WORDS = re.compile(
    r"\b(?:deal|contract|contracts|order|orders|sale|sales|purchase|purchases|worth|valued|value|cost|costs|costing|price|priced|package|"
    r"agreement|gift|procurement|acquisition|for|of|drawdown|bought|buy|buying|sell|sold|imported|exported|supplied|estimated|programme|program)\b"
)
_OTHER_SUMS = re.compile(
    r"\b(?:budget|gdp|aid|spending|spend|revenue|revenues|turnover|fine|fined|tariff|tariffs|trade|exports of goods|debt|loan|loans|salary|sanctions|"
    r"annually|a year|per year|defence budget|tax|profit|economy|surplus|deficit|shares|stock|investment|factory)\b"
)
_UNIT = re.compile(
    r"\b(?:per unit|each|apiece|a piece|per (?:aircraft|plane|jet|missile|copy|vehicle|tank|helicopter|drone|launcher|system)|unit (?:cost|price))\b"
)
_SHARED = re.compile(
    r"\b(?:since (?:19|20)\d\d|total(?:ing|ling|led)?|combined|altogether|overall|between them|two contracts|several|contracts|various|more than a dozen)\b"
)
_NEAR = 90


def sale_sums(scene: Scene, near: int | None = None) -> list[SaleSum]:
    """Give the sums of a sentence that can be those of a transfer told in it, or only those by ``near``."""
    found = []
    for money in scene.sums:
        if near is not None and not -_NEAR <= money.passage.start - near <= _NEAR:
            continue
        begin = max(scene.start, money.passage.start - 60)
        left = scene.folded[begin : money.passage.start]
        right = scene.folded[money.passage.end : min(scene.end, money.passage.end + 45)]
        if _UNIT.search(right) or _UNIT.search(left[-28:]):
            found.append(SaleSum(money, "unit"))
            continue
        if _OTHER_SUMS.search(left[-50:]) or _OTHER_SUMS.search(right[:24]):
            continue
        if not (_SALE_WORDS.search(left) or _SALE_WORDS.search(right)):
            continue
        shared = _SHARED.search(left[-50:]) is not None
        found.append(SaleSum(money, "shared" if shared else "total"))
    return found


def as_value(text: str, found: SaleSum, of: ValueOf) -> Value:
    """Tie a sum to its passage."""
    passage = found.money.passage
    return Value(
        value=found.money.amount,
        as_written=passage.words(text),
        passage=passage,
        currency=found.money.currency,
        of=of,
        bound=found.money.bound,
    )


_UNITS = re.compile(
    r"\s+(?:units|aircraft|planes|jets|helicopters|missiles|systems|vehicles|pieces|examples)\b"
)


def count_of(candidate: Candidate) -> Count | None:
    """Give the number in "the order for 24 units"."""
    scene, cue = candidate.scene, candidate.cue
    for count in find_counts(scene.text, cue.end, min(scene.end, cue.end + 40)):
        between = scene.folded[cue.end : count.passage.start].split()
        if between in (["for"], ["of"], []) and _UNITS.match(scene.folded, count.passage.end):
            return count
    return None
