"""One transfer told in five sentences becomes one: tellings of the same buyer and goods are merged."""

import re
from dataclasses import dataclass, field

from armsdocket.reading.news.candidates import Candidate
from armsdocket.reading.news.goods import Goods
from armsdocket.reading.news.parties import PartyMention
from armsdocket.reading.news.sale_value import SaleSum
from armsdocket.reading.news.stages import Verdict
from armsdocket.vocabulary import articles
from armsdocket.vocabulary.folding import fold


@dataclass(slots=True)
class Telling:
    """One candidate for one buyer and one kind of goods."""

    candidate: Candidate
    buyer: PartyMention | None
    seller: PartyMention | None
    goods: Goods
    verdict: Verdict
    sums: list[SaleSum] = field(default_factory=list)
    shared_with: tuple[PartyMention, ...] = ()


@dataclass(slots=True)
class Story:
    """All tellings of one transfer, in the order of the text."""

    tellings: list[Telling]

    @property
    def buyer(self) -> str | None:
        """The buyer's code, from the first telling that has one."""
        return next((telling.buyer.code for telling in self.tellings if telling.buyer), None)

    @property
    def seller(self) -> str | None:
        """The seller's code, from the first telling that has one."""
        return next((telling.seller.code for telling in self.tellings if telling.seller), None)

    @property
    def goods(self) -> Goods:
        """The goods by their most telling name: listed before named, named before a class, a class before "arms"."""
        return min((telling.goods for telling in self.tellings), key=_vagueness)

    @property
    def more(self) -> bool:
        """Whether it is a further lot."""
        return any(telling.goods.more for telling in self.tellings)


def _vagueness(goods: Goods) -> int:
    if goods.vague:
        return 3
    if goods.generic:
        return 2
    return 0 if goods.article else 1


_PLURAL = re.compile(r"s$")


def name_key(goods: Goods) -> str:
    """The words that tell one article from another, whatever its number or hyphens."""
    words = goods.article or fold(goods.name)
    return _PLURAL.sub("", re.sub(r"[\s\-/.]+", "", words))


def same_goods(one: Goods, other: Goods) -> bool:
    """Tell whether two mentions can be the same goods: one names what the other only describes."""
    if one.article and other.article:
        return one.article == other.article or _family(one.article) == _family(other.article)
    if not one.generic and not other.generic:
        first, second = name_key(one), name_key(other)
        return first == second or (min(len(first), len(second)) >= 3 and (first in second or second in first))
    if one.vague or other.vague:
        return True
    if one.generic and other.generic:
        return name_key(one) == name_key(other) or _head(one) == _head(other)
    named, class_only = (other, one) if one.generic else (one, other)
    return _fits(named, class_only)


def _family(article: str) -> str:
    return articles.article(article).family or article


_HEADS = {
    "aircraft": "aircraft", "plane": "aircraft", "planes": "aircraft", "jet": "aircraft", "jets": "aircraft", "fighter": "aircraft",
    "fighters": "aircraft", "warplanes": "aircraft", "bomber": "aircraft", "bombers": "aircraft",
    "missile": "missile", "missiles": "missile", "system": "missile", "systems": "missile", "interceptors": "missile",
    "helicopter": "helicopter", "helicopters": "helicopter",
    "drone": "drone", "drones": "drone", "uav": "drone", "uavs": "drone", "vehicles": "drone vehicle",
    "tank": "tank", "tanks": "tank", "submarine": "submarine", "submarines": "submarine",
}  # fmt: skip


def _head(goods: Goods) -> str:
    word = fold(goods.kind or goods.name).replace("-", " ").split()[-1]
    return _HEADS.get(word, _PLURAL.sub("", word))


def _fits(named: Goods, class_only: Goods) -> bool:
    """Tell whether a class word can stand for a named article; unknown kinds are judged by their own words."""
    if named.kind is None:
        return True
    if named.kind == class_only.kind:
        return True
    kinds = articles.all_classes()
    words = f"{kinds[named.kind].name if named.kind in kinds else named.kind} {named.kind}"
    return _head(class_only) in {_HEADS.get(word, word) for word in fold(words).replace("-", " ").split()}


def merge(tellings: list[Telling]) -> tuple[list[Story], list[Telling]]:
    """Merge tellings into stories; those that name no buyer and fit no story are given back."""
    stories: list[Story] = []
    open_ended: list[Telling] = []
    for telling in sorted(tellings, key=lambda item: (_vagueness(item.goods), item.goods.start)):
        if telling.buyer is None:
            open_ended.append(telling)
            continue
        home = _home(stories, telling)
        if home is None:
            stories.append(Story([telling]))
        else:
            home.tellings.append(telling)
    loose = []
    for telling in open_ended:
        fitting = [
            story
            for story in stories
            if same_goods(story.goods, telling.goods)
            and (telling.seller is None or story.seller in {None, telling.seller.code})
        ]
        exact = [story for story in fitting if name_key(story.goods) == name_key(telling.goods)]
        chosen = exact or (fitting if len(fitting) == 1 else [])
        for story in chosen:
            story.tellings.append(telling)
        if not chosen and not fitting:
            loose.append(telling)
    for story in stories:
        story.tellings.sort(key=lambda item: item.candidate.cue.start)
    stories.sort(key=lambda story: story.tellings[0].candidate.cue.start)
    return stories, loose


def _home(stories: list[Story], telling: Telling) -> Story | None:
    buyer = telling.buyer.code if telling.buyer else None
    fitting = [story for story in stories if story.buyer == buyer and same_goods(story.goods, telling.goods)]
    if telling.seller:
        agreeing = [story for story in fitting if story.seller in {None, telling.seller.code}]
        if not agreeing and not telling.goods.generic and fitting:
            agreeing = [story for story in fitting if name_key(story.goods) == name_key(telling.goods)]
        fitting = agreeing
    exact = [story for story in fitting if name_key(story.goods) == name_key(telling.goods)]
    if exact:
        same_lot = [story for story in exact if story.more == telling.goods.more]
        if not same_lot and telling.goods.more and _apart(telling):
            return None
        return (same_lot or exact)[0]
    return fitting[0] if fitting else None


def _apart(telling: Telling) -> bool:
    """A further lot is a transfer of its own when it stands elsewhere on the way than a done deal."""
    return telling.verdict.stage in {"considered", "requested", "cancelled", "offered"}
