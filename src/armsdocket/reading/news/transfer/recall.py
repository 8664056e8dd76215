"""Goods told of again: "the drones" for those named before, and a verb whose object stands a sentence up."""

import re
from dataclasses import replace

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.same_goods import same_goods
from armsdocket.reading.news.transfer.story import Telling
from armsdocket.vocabulary.cues import cue_words

NAMED_BEFORE = 6
_DEFINITE = re.compile(r"\b(?:the|these|those|this|that|such)\s+(?:[\w-]+\s+){0,2}$")


def recalled(candidate: Candidate, named: list[Goods], tellings: list[Telling]) -> Candidate:
    """Put the name for "the drones", when goods of that class were named shortly before."""
    codes = {buyer.code for buyer in candidate.buyers}
    sold_by = {seller.code for seller in candidate.sellers} if not codes else set()
    bought = [
        telling.goods
        for telling in tellings
        if (telling.buyer and telling.buyer.code in codes)
        or (telling.seller and telling.seller.code in sold_by)
    ]
    order = [*named, *(item for item in bought[-NAMED_BEFORE:] if not item.generic)]
    goods = tuple(_recall(candidate, item, order) for item in candidate.goods)
    return replace(candidate, goods=goods) if goods != candidate.goods else candidate


def _recall(candidate: Candidate, item: Goods, named: list[Goods]) -> Goods:
    folded = candidate.scene.folded
    if not item.generic or item.vague or not _DEFINITE.search(folded, max(0, item.start - 40), item.start):
        return item
    for earlier in reversed(named):
        if earlier.end <= item.start and earlier.kind is not None and same_goods(earlier, item):
            return replace(earlier, count=item.count, more=item.more)
    return item


# What may follow a verb whose object was named before: "Kosovo had purchased from Turkey in May".
_ENDS = re.compile(
    r"\s*[.,;:\"')”’]|\s+(?:from|in|last|for|by|and|but|under|on|at|earlier|them|this|these|through|during|it)\b"
)


def carry(candidate: Candidate, last: tuple[int, tuple[Goods, ...]]) -> Candidate:
    """Carry goods over from the sentence before, when this one names a buyer and no goods."""
    cue = candidate.cue.value
    index, goods = last
    near = bool(goods) and candidate.scene.index - index <= 1
    if near and not candidate.goods and candidate.passive and _meant_by_it(candidate):
        return replace(candidate, goods=goods[:1], carried=True)
    if cue.tense and not _ENDS.match(candidate.scene.folded, candidate.cue.end):
        return candidate
    if candidate.goods or not candidate.buyers or cue.word not in cue_words("carrying"):
        return candidate
    if cue.word in {"order", "request"} and cue.tense is not None:
        return candidate
    if not near or (cue.tense is None and any(not item.generic for item in candidate.scene.goods)):
        return candidate
    return Candidate(
        candidate.scene,
        candidate.cue,
        candidate.buyers,
        candidate.sellers,
        # How many are meant is told where they are named.
        tuple(replace(item, count=None) for item in goods[:1]),
        candidate.passive,
        carried=True,
    )


_IT_WAS = re.compile(r"[\W_]*(?:it|they|these|those|both) (?:\w+ ){1,3}")


def _meant_by_it(candidate: Candidate) -> bool:
    """Tell whether "it" is what was told of before: "It was bought from France for 14.5 million euros"."""
    scene = candidate.scene
    return _IT_WAS.fullmatch(scene.folded, scene.start, candidate.cue.start) is not None


def carried_on(told: tuple[Goods, ...], tellings: list[Telling]) -> tuple[Goods, ...]:
    """Give the goods the next sentence can speak of: named ones, or those told of as transferred."""
    if told[0].generic and any(telling.goods.start == told[0].start for telling in tellings):
        return told
    return tuple(goods for goods in told if not goods.generic)
