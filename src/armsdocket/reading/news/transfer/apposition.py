"""What a number of goods is made up of: "two ships to Peru - a patrol vessel and a landing craft"."""

import re
from dataclasses import replace

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.objects import goods_right
from armsdocket.reading.news.transfer.same_goods import head_class

_OPENS = re.compile(r"(?:\s+(?:to|for|from)\s+(?:the\s+)?[\w'’ ]{2,40}?)?\s*(?:—|–|--| -|:|\()\s*")
_NEAR = 30


def spelt_out(candidate: Candidate) -> Candidate:
    """Put the kinds that a dash or a colon spells out in place of "two ships"."""
    if len(candidate.goods) != 1 or not candidate.goods[0].generic or candidate.goods[0].count is None:
        return candidate
    scene, whole = candidate.scene, candidate.goods[0]
    opened = _OPENS.match(scene.text, whole.end, scene.end)
    if opened is None:
        return candidate
    kinds = goods_right(scene, opened.end(), min(scene.end, opened.end() + _NEAR))
    alike = all(
        head_class(whole.said) in {head_class(kind.said), head_class(kind.kind or "")} for kind in kinds
    )
    if len(kinds) < _SEVERAL or not alike or kinds[0].begin - opened.end() > _NEAR:
        return candidate
    return replace(candidate, goods=kinds)


_SEVERAL = 2
