"""Candidates told by what a sale covers: "It covers up to 50 jets", "The package includes tanks"."""

import re

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.objects import goods_listed, goods_right
from armsdocket.reading.news.transfer.roles import party_right
from armsdocket.reading.news.transfer.scenes import LIST_BEGUN, Scene
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]

_WORTH = r"(?: (?:is|was|were|are)(?: estimated)? (?:worth|valued at) [^;]{1,40} and)?"
# "assistance committed to Peru includes"
_FOR_WHOM = (
    r"(?:(?: (?:committed|provided|given|pledged|announced|approved|sent))? (?:to|for) [\w' -]{2,24}?)?"
)
_SALE = re.compile(
    r"\b(?:deal|contracts?|sales?|(?P<package>package|tranche|aid|assistance)|agreement|order|purchase|notification|notices?|"
    r"approval|letters?|request|acquisition|shipments?|delivery|deliveries|announcement|support|spree|list|they|it|this|also|that|which)"
    rf"{_FOR_WHOM}{_WORTH}(?: (?:also|would|will|could|to|is to|are to))*,? $"
)


_COVERED_REACH = 30
# "The deal also included the purchase of missiles"
PURCHASE_OF = re.compile(r" (?:the )?(?:purchase|sale|delivery|supply|acquisition|procurement) of ")
# "48 helicopters for Saudi Arabia": room for a kind or a maker.
_FOR_NEAR = 24
# So many kinds of goods are a list of what is given, even without numbers; names sum up past sales.
_LISTED = 3


def cover_candidate(scene: Scene, cue: Cue) -> Candidate | None:
    """Read "It covers up to 50 jets": what the sale told of before is for."""
    sale = _SALE.search(scene.folded, max(scene.start, cue.start - 80), cue.start)
    purchase = PURCHASE_OF.match(scene.folded, cue.end)
    if sale is None or (cue.value.tense == "past" and not (sale["package"] or purchase)):
        return None
    listed = LIST_BEGUN.match(scene.folded, cue.end) is not None
    goods = goods_listed(scene, cue.end) if listed else goods_right(scene, cue.end, scene.end)
    reach = _COVERED_REACH * (2 if listed or purchase else 1)
    kinds = len(goods) >= _LISTED and all(item.generic for item in goods)
    priced = bool(goods) and priced_behind(scene, goods[0])
    told = listed or sale["package"] or kinds or priced or purchase
    if not goods or goods[0].begin - cue.end > reach or not (goods[0].count or told):
        return None
    near = goods[0].end
    return Candidate(scene, cue, party_right(scene, near, near + _FOR_NEAR, {"for", "to"}), (), goods)


def priced_behind(scene: Scene, goods: Goods) -> bool:
    """Tell whether a sum stands right behind goods: "also includes submarines worth $972 million"."""
    return any(0 <= money.passage.start - goods.end <= _PRICE_NEAR for money in scene.sums)


# " worth an estimated ".
_PRICE_NEAR = 20
