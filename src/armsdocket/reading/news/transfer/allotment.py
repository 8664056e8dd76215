"""Which sum of a sentence belongs to which of the transfers told in it."""

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.sale_value import SaleSum
from armsdocket.reading.news.transfer.story import Telling


def nearest_sums(tellings: list[Telling]) -> None:
    """Leave each sum of a sentence to the candidate it stands nearest to."""
    _to_each_its_own(tellings)
    twice = _told_twice(tellings)
    distances: dict[tuple[Passage, int], int] = {}
    for telling in tellings:
        for found in telling.sums:
            key = (found.money.passage, telling.place)
            distance = _distance(telling, found, by_goods=telling.goods.start not in twice)
            distances[key] = min(distances.get(key, _APART), distance)
    least: dict[Passage, int] = {}
    for (passage, _), distance in distances.items():
        least[passage] = min(least.get(passage, _APART), distance)
    for telling in tellings:
        telling.sums = [
            found
            for found in telling.sums
            if distances[found.money.passage, telling.place] <= least[found.money.passage] + _TIE
            and not (found.part and telling.goods.start < found.money.passage.start)
        ]


def _told_twice(tellings: list[Telling]) -> set[int]:
    """Give where goods stand that two words tell of for two buyers: "the same number"."""
    buyers: dict[int, dict[int, str | None]] = {}
    for telling in tellings:
        code = telling.buyer.code if telling.buyer else None
        buyers.setdefault(telling.goods.start, {})[telling.place] = code
    return {start for start, codes in buyers.items() if len(set(codes.values())) > 1}


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


# A sum looks to the goods before it, and only as "a ¤ contract for jets" to those behind it.
_WRONG_SIDE = 200


def _distance(telling: Telling, found: SaleSum, *, by_goods: bool) -> int:
    """How far a sum stands from the goods of a telling, or from its cue when the goods stand elsewhere."""
    scene, place = telling.candidate.scene, found.money.passage.start
    here = [goods for goods in telling.candidate.goods if by_goods and scene.start <= goods.start < scene.end]
    spans = [(goods.start, goods.end) for goods in here] or [
        (telling.candidate.cue.start, telling.candidate.cue.end)
    ]
    return min(
        max(start - place, place - end, 0) + (_WRONG_SIDE if (start > place) != found.ahead else 0)
        for start, end in spans
    )
