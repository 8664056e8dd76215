"""What one candidate tells: a telling for each buyer and item, each with its own sender and sum."""

import re

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import origin_of
from armsdocket.reading.news.transfer.sale_value import SaleSum, sale_sums
from armsdocket.reading.news.transfer.stages import judge
from armsdocket.reading.news.transfer.story import Telling

SUPPORT = "support"
"""The class of spare parts, simulators, training: told beside arms they come along with them."""
# From this many goods on, a list without numbers sums up past dealings and is one transfer.
_LONG_LIST = 4
# So many kinds in a list are told one by one: "tanks, artillery and aircraft".
_KINDS = 3
# Behind "arms, including" fewer will do.
_SPELT_OUT = 2


def tellings_of(candidate: Candidate) -> list[Telling]:
    """Give one telling for each buyer and each item that a candidate tells of."""
    verdict = judge(candidate)
    seller = next((party for party in candidate.sellers), None)
    buyers: tuple[PartyMention | None, ...] = _apart(candidate.buyers, seller) or (None,)
    sums = [
        found
        for found in sale_sums(candidate.scene)
        if not (_paid_apart(candidate, found) or _of_other_goods(candidate, found))
    ]
    shared_with = tuple(other for other in buyers if other is not None) if len(buyers) > 1 else ()
    goods = candidate.goods
    if own := _recipients(candidate):
        return [
            Telling(candidate, own[item.start], _sender(candidate, item) or seller, item, verdict, (), sums)
            for item in goods
        ]
    summed = _is_summed_up(candidate)
    lots = [(goods[0], goods[1:])] if summed else [(item, ()) for item in _told_apart(candidate)]
    return [
        Telling(candidate, buyer, sender, item, verdict, along, sums, shared_with)
        for buyer in buyers
        for item, along in lots
        for sender in _senders(candidate, item, seller)
    ]


def _is_summed_up(candidate: Candidate) -> bool:
    """Tell whether a list without numbers is one transfer: past dealings, or two kinds told in a breath."""
    goods = candidate.goods
    # Spare parts and training come along uncounted with whatever is counted.
    uncounted = [item for item in goods if not item.count and item.kind != SUPPORT]
    if all(item.generic for item in goods) and len(uncounted) == len(goods):
        return len(goods) > 1 and len(_concrete(goods)) < (_SPELT_OUT if _is_spelt_out(candidate) else _KINDS)
    dealt = candidate.cue.value.side == "deals"
    return len(goods) >= _LONG_LIST and len(uncounted) * 2 > len(goods) and dealt


def _is_spelt_out(candidate: Candidate) -> bool:
    """Tell whether the first goods are arms of no kind whose kinds follow: "equipment, including tanks"."""
    first, folded = candidate.goods[0], candidate.scene.folded
    return first.vague and folded.startswith(
        (", including ", " including ", ", such as ", " such as "), first.end
    )


def _concrete(goods: tuple[Goods, ...]) -> list[Goods]:
    return [item for item in goods if not item.vague and item.kind != SUPPORT]


def _senders(
    candidate: Candidate, item: Goods, seller: PartyMention | None
) -> tuple[PartyMention | None, ...]:
    """Give who sends an item: each of several states that send some of one kind.

    Of two kinds, of a number or a sum, nobody says which state sends how many of what.
    """
    joint = {party.code: party for party in candidate.sellers}
    buyers = {buyer.code for buyer in candidate.buyers}
    together = len({party.group for party in candidate.sellers}) == 1
    states = all(party.nominal and party.is_country for party in joint.values())
    one_kind = len(candidate.goods) == 1 and not item.count and not candidate.scene.sums
    if len(joint) > 1 and together and states and one_kind and not buyers & joint.keys():
        return tuple(joint.values())
    return (_sender(candidate, item) or seller,)


def _told_apart(candidate: Candidate) -> tuple[Goods, ...]:
    """Leave out the "other arms" that a list of named or counted goods ends with, if not "but also"."""
    goods, folded = candidate.goods, candidate.scene.folded
    told = tuple(item for item in goods if not item.vague or folded.endswith(" but also ", 0, item.start))
    if _concrete(goods):
        told = tuple(item for item in told if item.kind != SUPPORT or item.count)
    spelt_out = len(_concrete(goods)) >= (_SPELT_OUT if _is_spelt_out(candidate) else _KINDS)
    return told if spelt_out or any(item.count or not item.generic for item in told) else goods


def _paid_apart(candidate: Candidate, found: SaleSum) -> bool:
    """Tell whether a side clause says who else pays it: "Spain gave guns, and Chile paid ¤ for trucks"."""
    scene, place = candidate.scene, found.money.passage.start
    actors = [party for party in scene.parties if candidate.cue.end <= party.start < place and party.nominal]
    if not actors or actors[-1].code in {party.code for party in (*candidate.buyers, *candidate.sellers)}:
        return False
    opened = _SIDE_CLAUSE.search(scene.folded, max(scene.start, actors[-1].start - 16), actors[-1].start)
    return opened is not None and _PAYS.match(scene.folded, actors[-1].end, place) is not None


def _of_other_goods(candidate: Candidate, found: SaleSum) -> bool:
    """Tell whether a sum says how much of something else is told beside: "jets, along with ¤ in aid"."""
    scene, end = candidate.scene, found.money.passage.end
    if not _WORTH_OF.match(scene.folded, end) or candidate.goods[0].start > end:
        return False
    return _BESIDE.search(scene.folded, scene.start, found.money.passage.start) is not None


_WORTH_OF = re.compile(r" (?:worth )?(?:of|in) ")
_BESIDE = re.compile(
    r"\b(?:along with|as well as|together with|in addition to|on top of) (?:[\w'’-]+ ){0,3}$"
)
_SIDE_CLAUSE = re.compile(r"[,;] (?:and|but|while|whereas) (?:the )?$|; (?:the )?$")
_PAYS = re.compile(
    r" (?:(?:is|was|will|would|has|had|also|already) ){0,3}(?:pa(?:y|ys|id|ying)|spen[dt]s?|spending) "
)

_FROM_NEAR = 16


def _sender(candidate: Candidate, item: Goods) -> PartyMention | None:
    """Give each item of a list its own seller: "jets from Sweden and helicopters from Italy"."""
    if len(candidate.goods) < _SEVERAL:
        return None
    if maker := next((party for party in candidate.sellers if party.code == item.origin), None):
        return maker
    for party in candidate.scene.parties:
        if item.end <= party.start:
            near = party.start - item.end <= _FROM_NEAR and party.prep == "from" and party.form != "adjective"
            buyers = {buyer.code for buyer in candidate.buyers}
            return party if near and party.code not in buyers else _named_origin(candidate, item)
    return _named_origin(candidate, item)


def _named_origin(candidate: Candidate, item: Goods) -> PartyMention | None:
    """Give the country whose adjective stands before one item of a list: "ex-Danish jets"."""
    named = origin_of(candidate.scene, (item,), candidate.buyers)
    return next((party for party in named if party.form == "adjective"), None)


def _recipients(candidate: Candidate) -> dict[int, PartyMention]:
    """Give each item of a list its own buyer: "missiles to Bahrain and helicopters to Qatar"."""
    found: dict[int, PartyMention] = {}
    for item in candidate.goods:
        near = (party for party in candidate.scene.parties if 0 < party.start - item.end <= _TO_NEAR)
        if (party := next(near, None)) and party.prep in {"to", "for"} and party.form != "adjective":
            found[item.start] = party
    apart = len({party.code for party in found.values()}) > 1 and len(found) == len(candidate.goods)
    return found if apart else {}


_TO_NEAR = 10


def _apart(buyers: tuple[PartyMention, ...], seller: PartyMention | None) -> tuple[PartyMention, ...]:
    """Give the buyers, each once and none the seller."""
    kept: dict[str, PartyMention] = {}
    for buyer in buyers:
        if seller is None or buyer.code != seller.code:
            kept.setdefault(buyer.code, buyer)
    return tuple(kept.values())


_SEVERAL = 2
