"""One transfer as an article tells it: each telling of one buyer and goods, and all of them as a story."""

from dataclasses import dataclass, field

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.sale_value import SaleSum
from armsdocket.reading.news.transfer.same_goods import vagueness
from armsdocket.reading.news.transfer.tense import Verdict
from armsdocket.reading.values.quantity import Count


@dataclass(slots=True)
class Telling:
    """One candidate for one buyer and one kind of goods."""

    candidate: Candidate
    buyer: PartyMention | None
    seller: PartyMention | None
    goods: Goods
    verdict: Verdict
    along: tuple[Goods, ...] = ()
    """More goods of the same list, when the list is one transfer."""
    sums: list[SaleSum] = field(default_factory=list)
    shared_with: tuple[PartyMention, ...] = ()
    echo: bool = False
    """Read "the deal", "the sale": names no goods itself."""

    @property
    def place(self) -> int:
        """Where its cue stands."""
        return self.candidate.cue.start


@dataclass(slots=True)
class Story:
    """All tellings of one transfer, in the order of the text."""

    tellings: list[Telling]
    remarks: list[SaleSum] = field(default_factory=list)
    """Sums that a sentence gives as its price without telling of it again."""
    count: Count | None = None
    """The number that stands with its goods where it is not told of, when no telling has one."""

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
        """The goods by their most telling name: listed, then named, then a class, then "arms"."""
        named = (telling.goods for telling in self.tellings if not telling.echo)
        return min(named, key=lambda goods: (vagueness(goods), goods.by_number))

    @property
    def more(self) -> bool:
        """Whether it is a further lot."""
        return any(telling.goods.more for telling in self.tellings)


def told_together(stories: list[Story], told: list[Story], before: int | None = None) -> list[Story]:
    """Give stories with the others of the same buyer told of by one word, ``before`` a place, with them."""
    buyers = {story.buyer for story in told}
    places = {
        telling.place
        for story in told
        for telling in story.tellings
        if not telling.echo and (before is None or telling.place < before)
    }
    beside = [
        story
        for story in stories
        if story.buyer in buyers
        and any(telling.place in places and not telling.echo for telling in story.tellings)
        and not any(story is other for other in told)
    ]
    return [*told, *beside]
