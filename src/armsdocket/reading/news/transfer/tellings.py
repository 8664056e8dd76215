"""What one candidate tells: a telling for each buyer and item, each with its own sender and sum."""

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import origin_of
from armsdocket.reading.news.transfer.sale_value import sale_sums
from armsdocket.reading.news.transfer.stages import judge
from armsdocket.reading.news.transfer.story import Telling

# From this many goods on, a list without numbers sums up past dealings and is one transfer.
_LONG_LIST = 4


def tellings_of(candidate: Candidate) -> list[Telling]:
    """Give one telling for each buyer and each item that a candidate tells of."""
    verdict = judge(candidate)
    seller = next((party for party in candidate.sellers), None)
    buyers: tuple[PartyMention | None, ...] = _apart(candidate.buyers, seller) or (None,)
    sums = sale_sums(candidate.scene)
    shared_with = tuple(other for other in buyers if other is not None) if len(buyers) > 1 else ()
    goods = candidate.goods
    if own := _recipients(candidate):
        return [
            Telling(candidate, own[item.start], _sender(candidate, item) or seller, item, verdict, (), sums)
            for item in goods
        ]
    uncounted = [item for item in goods if not item.count]
    one = (len(goods) >= _LONG_LIST and len(uncounted) * 2 > len(goods)) or (
        len(goods) > 1 and all(item.generic for item in goods) and uncounted == list(goods)
    )
    lots = [(goods[0], goods[1:])] if one else [(item, ()) for item in goods]
    return [
        Telling(candidate, buyer, _sender(candidate, item) or seller, item, verdict, along, sums, shared_with)
        for buyer in buyers
        for item, along in lots
    ]


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


def nearest_sums(tellings: list[Telling]) -> None:
    """Leave each sum of a sentence to the candidate it stands nearest to."""
    _to_each_its_own(tellings)
    distances: dict[tuple[Passage, int], int] = {}
    for telling in tellings:
        for found in telling.sums:
            key = (found.money.passage, telling.candidate.cue.start)
            distances[key] = min(distances.get(key, _APART), _distance(telling, found.money.passage.start))
    for telling in tellings:
        kept = []
        for found in telling.sums:
            passage, cue = found.money.passage, telling.candidate.cue.start
            least = min(distance for (other, _), distance in distances.items() if other == passage)
            if distances[passage, cue] <= least + _TIE:
                kept.append(found)
        telling.sums = kept


def _to_each_its_own(tellings: list[Telling]) -> None:
    """Give "18 launchers for $524 million and 40 weapons for $250 million" each its own sum."""
    for telling in tellings:
        goods = telling.candidate.goods
        if _respective(telling, goods):
            continue
        firsts = {
            found.money.passage.start for found in telling.sums if found.money.passage.start > goods[0].end
        }
        if len(goods) < _SEVERAL or len(firsts) < _SEVERAL:
            continue
        later = [other.start for other in goods if other.start > telling.goods.start]
        end = min(later, default=telling.candidate.scene.end)
        telling.sums = [
            found
            for found in telling.sums
            if found.money.passage.start not in firsts or telling.goods.end <= found.money.passage.start < end
        ]


def _respective(telling: Telling, goods: tuple[Goods, ...]) -> bool:
    """Give each its own sum in "$3 million and $2 million for the guns and the radars, respectively"."""
    scene, sums = telling.candidate.scene, telling.sums
    if (
        len(goods) != len(sums)
        or len(goods) < _SEVERAL
        or "respectively" not in scene.folded[scene.start : scene.end]
    ):
        return False
    telling.sums = [sums[[item.start for item in goods].index(telling.goods.start)]]
    return True


_SEVERAL = 2
_APART, _TIE = 10_000, 8


def _distance(telling: Telling, place: int) -> int:
    """How far a sum stands from the goods of a telling, or from its cue when the goods stand elsewhere."""
    scene = telling.candidate.scene
    here = [goods for goods in telling.candidate.goods if scene.start <= goods.start < scene.end]
    spans = [(goods.start, goods.end) for goods in here] or [
        (telling.candidate.cue.start, telling.candidate.cue.end)
    ]
    return min(max(start - place, place - end, 0) for start, end in spans)
