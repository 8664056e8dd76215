"""Buyers and donors told without a verb of their own: "Jordan ordered eight jets, and Bulgaria four more"."""

import re
from dataclasses import replace

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods, end_of
from armsdocket.reading.news.transfer.subjects import group_of
from armsdocket.reading.values.quantity import Count, count_at

_JOIN = re.compile(r"(?:\s*[,;])?\s*(?:\b(?:and|while|with|but|then|plus)\b)?\s*(?:later\s+)?(?:the\s+)?")
_AFTER_PARTY = re.compile(
    r"\s+(?:(?:taking|getting|receiving|ordering|buying|adding|giving|sending)\s+)?(?:for\s+|with\s+)?"
    r"(?:(?:an?|only|just|some|about|another|additional|further)\s+){0,3}"
)
_ANOTHER = re.compile(r"(?:(?:another|a further|an additional)\s+)?")
_TO_PARTY = re.compile(r"(?:\s+more)?(?:\s+of\s+them)?\s+(?P<prep>to|for)\s+(?:the\s+)?")
_ENDED = re.compile(
    r"(?:\s+(?:more|of them|of (?:the|these|those) \w+))?(?=\s*[.,;)]|\s+(?:and|in|by|to|from|for)\b)"
)
_MORE = re.compile(r"\bmore\b|\banother\b|\badditional\b|\bfurther\b")
# No sentence of prose gives more of them.
_MOST = 8


def with_gapped(candidate: Candidate) -> list[Candidate]:
    """Give a candidate and those that the rest of its sentence tells with the same word of transfer."""
    found = _gapped(candidate)
    others = {buyer.code for further in found for buyer in further.buyers}
    if found and others & {seller.code for seller in candidate.sellers}:
        # "signed for 12 guns, with Finland taking 20": Finland is no partner of the first.
        return [replace(one, sellers=()) for one in (candidate, *found)]
    return [candidate, *found]


def _gapped(candidate: Candidate) -> list[Candidate]:
    found: list[Candidate] = []
    if not candidate.goods or candidate.passive:
        return found
    end = end_of(candidate.cue.end, candidate.goods)
    end = _past_parties(candidate, end)
    for _ in range(_MOST):
        told = _subject_first(candidate, end) or _receiver_behind(candidate, end)
        if told is None:
            break
        further, end = told
        found.append(further)
    return found


def _past_parties(candidate: Candidate, end: int) -> int:
    """Give where the words on the first lot end: "sold six jets to Peru in 2019" ends behind the year."""
    scene = candidate.scene
    told = [party for party in (*candidate.buyers, *candidate.sellers) if party.prep != "with"]
    behind = [party.end for party in told if party.start >= end]
    end = max([end, *behind])
    aside = _ASIDE.match(scene.folded, end, scene.end)
    return aside.end() if aside else end


_ASIDE = re.compile(r"(?:\s+(?:in|last|this|next|by)\s+(?:\w+\s+)?\w+)?")


def _subject_first(candidate: Candidate, end: int) -> tuple[Candidate, int] | None:
    """Read "and Bulgaria four more", "with Bulgaria taking eight more": another than the one told of acts."""
    scene = candidate.scene
    party = next((party for party in scene.parties if party.start >= end), None)
    if party is None or not party.nominal or party.prep not in {None, "with"} or party.form == "company":
        return None
    gap = _AFTER_PARTY.match(scene.folded, party.end, scene.end)
    if gap is None or not _JOIN.fullmatch(scene.folded, end, party.start):
        return None
    goods = _goods_at(candidate, gap.end(), party.end)
    if goods is None:
        return None
    who = group_of(scene, party)
    if candidate.cue.value.side == "supplies" and candidate.cue.value.tense:
        made = replace(candidate, sellers=who, goods=(goods,))
    elif candidate.cue.value.side in {"acquires", "deals"} and candidate.buyers:
        made = replace(candidate, buyers=who, goods=(goods,), guessed=False)
    else:
        return None
    return made, goods.end


def _receiver_behind(candidate: Candidate, end: int) -> tuple[Candidate, int] | None:
    """Read "and 10 to Chile" behind "sold 20 jets to Peru", "a contract for the delivery of jets to Peru"."""
    scene = candidate.scene
    join = _JOIN.match(scene.folded, end, scene.end)
    begin = _ANOTHER.match(scene.folded, join.end(), scene.end) if join and join.group().strip() else None
    count = count_at(scene.text, begin.end()) if begin else None
    sides = {"supplies", "deals"} if any(buyer.prep == "to" for buyer in candidate.buyers) else {"supplies"}
    if count is None or candidate.cue.value.side not in sides or not candidate.buyers:
        return None
    behind = _TO_PARTY.match(scene.folded, count.passage.end, scene.end)
    party = next((party for party in scene.parties if behind and party.start == behind.end()), None)
    if party is None or party.form == "adjective" or party.prep not in {"to", "for"}:
        return None
    goods = _numbered(candidate, count, count.passage.end)
    return replace(candidate, buyers=group_of(scene, party), goods=(goods,)), party.end


def _goods_at(candidate: Candidate, begin: int, left: int) -> Goods | None:
    """Give what is counted at a place: goods of its own, or so many of those the candidate tells of."""
    scene = candidate.scene
    for goods in scene.goods:
        if goods.count and left <= goods.begin <= begin <= goods.start:
            return goods
    count = count_at(scene.text, begin)
    ended = _ENDED.match(scene.folded, count.passage.end, scene.end) if count else None
    if count is None or ended is None:
        return None
    goods = _numbered(candidate, count, ended.end())
    return replace(goods, more=_MORE.search(scene.folded, left, ended.end()) is not None)


def _numbered(candidate: Candidate, count: Count, end: int) -> Goods:
    start = count.passage.start
    return replace(
        candidate.goods[0], start=start, end=end, name_end=end, count=count, more=False, part=False
    )
