"""What sentences that tell of no transfer themselves add to one told beside them: its price, its number."""

from collections.abc import Sequence

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.sale_value import SaleSum, priced_sums
from armsdocket.reading.news.transfer.same_goods import own_words, same_goods
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.story import Story
from armsdocket.vocabulary import transfer_terms

# "It costs 5 million": the sale was told of at most this many sentences before.
_TOLD_BEFORE = 2


def add_remarks(cast: Sequence[Scene], stories: Sequence[Story]) -> None:
    """Give each story the price and the number that sentences beside it tell of it."""
    _add_sums(cast, stories)
    _add_counts(cast, stories)


def _add_sums(cast: Sequence[Scene], stories: Sequence[Story]) -> None:
    tellings = [telling for story in stories for telling in story.tellings]
    claimed = {found.money.passage for telling in tellings for found in telling.sums}
    told_in = {telling.candidate.scene.index for telling in tellings if not telling.echo}
    for scene in cast:
        if scene.heading or scene.index in told_in:
            continue
        for found in priced_sums(scene):
            if found.money.passage not in claimed and found.of != "unit":
                for story in _meant(cast, stories, scene, found):
                    story.remarks.append(found)


def _meant(cast: Sequence[Scene], stories: Sequence[Story], scene: Scene, found: SaleSum) -> list[Story]:
    """Give the stories whose price a sentence tells: of the goods it names, or told of last before it."""
    place = found.money.passage.start
    begin, end = scene.clause(place)
    named = [goods for goods in scene.goods if begin <= goods.start < end and not goods.vague]
    called = [story for story in stories if _is_called(story, scene.folded[begin:place])]
    if called:
        meant = called[:1]
    elif named:
        meant = _of_goods(stories, [goods for goods in named if goods.start < place], scene)
    else:
        before = reversed(cast[max(0, scene.index - _TOLD_BEFORE) : scene.index])
        meant = next((told for earlier in before if (told := _told_in(stories, earlier))), [])
    return [story for story in meant if not _has_sum(story) and _between(story, scene, place)]


def _is_called(story: Story, words: str) -> bool:
    """Tell whether words call goods by the name in them: "the Dorniers" of two Dornier-228 aircraft."""
    called = {word.removesuffix("s") for word in words.split()}
    names = (part for word in own_words(story.goods.said) for part in word.split("-"))
    return any(len(name) >= _A_NAME and name.removesuffix("s") in called for name in names)


# A shorter word is a number, an article, a part of a name.
_A_NAME = 5


def _told_in(stories: Sequence[Story], scene: Scene) -> list[Story]:
    """Give the stories told in a sentence, or else those whose goods it names."""
    told = [
        story
        for story in stories
        if any(telling.candidate.scene.index == scene.index for telling in story.tellings)
    ]
    return told or _of_goods(stories, [goods for goods in scene.goods if not goods.vague], scene)


def _of_goods(stories: Sequence[Story], named: Sequence[Goods], scene: Scene) -> list[Story]:
    """Give, for each of the goods, the story told last before that can be of them."""
    meant: dict[int, Story] = {}
    for goods in named:
        fitting = [
            (max(places), number)
            for number, story in enumerate(stories)
            if same_goods(story.goods, goods) and (places := _told_before(story, scene, goods))
        ]
        if fitting:
            meant.setdefault(max(fitting)[1], stories[max(fitting)[1]])
    return list(meant.values())


def _told_before(story: Story, scene: Scene, goods: Goods) -> list[int]:
    """Give where a story was told before; "the jets" are of one told of shortly before."""
    reach = _TOLD_BEFORE if goods.generic else scene.index
    return [
        telling.place
        for telling in story.tellings
        if telling.place < scene.end and scene.index - telling.candidate.scene.index <= reach
    ]


def _has_sum(story: Story) -> bool:
    return any(found.of != "unit" for telling in story.tellings for found in telling.sums)


# Behind other prepositions a country only says where something is made or kept.
_DEALT = frozenset({None, "to", "for"})


def _between(story: Story, scene: Scene, place: int) -> bool:
    """Tell whether the parties of a clause before its sum are those of the sale, or none."""
    begin, _ = scene.clause(place)
    codes = {
        party.code
        for party in scene.parties
        if begin <= party.start < place and party.nominal and party.prep in _DEALT and not party.company
    }
    return not codes or story.buyer in codes


def _add_counts(cast: Sequence[Scene], stories: Sequence[Story]) -> None:
    """Give stories without a number that which stands with their goods, where they are not told of."""
    for scene in cast:
        for goods in scene.goods:
            if goods.count is None or goods.generic or _owned(scene, goods):
                continue
            fitting = [story for story in stories if same_goods(goods, story.goods)]
            if len(fitting) == 1 and fitting[0].count is None and not fitting[0].goods.generic:
                fitting[0].count = goods.count


_OWNED_REACH = 60


def _owned(scene: Scene, goods: Goods) -> bool:
    begin = max(scene.start, goods.start - _OWNED_REACH)
    words = scene.folded[begin : goods.start]
    return any(transfer_terms.pattern(name).search(words) for name in ("having", "options"))
