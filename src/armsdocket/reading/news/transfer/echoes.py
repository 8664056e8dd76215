"""What "the deal", "the sale" add to the transfer they point back to."""

import re

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.roles import VERBAL
from armsdocket.reading.news.transfer.same_goods import same_goods
from armsdocket.reading.news.transfer.story import Story, Telling, told_together

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|such|both|possible|proposed|potential)\s+(?:[\w$€£.,-]*[\w$€£.-]\s+){0,5}$"
)


_DETERMINERS = re.compile(r"\b(?:the|this|that|these|those|such|both|possible|proposed|potential)\b")


# "Under the agreement, the ships will be delivered": whatever follows, the agreement was told of before.
_UNDER_IT = re.compile(
    r"\W*(?:under|as part of|according to) (?:the terms of )?(?:the|this|that) (?:[\w-]+ )?"
)


def is_echo(candidate: Candidate) -> bool:
    """Tell whether a noun points back: "the deal", "the $213 million gift", "those sales"."""
    cue, scene = candidate.cue, candidate.scene
    if cue.value.tense is None and _UNDER_IT.fullmatch(scene.folded, scene.start, cue.start):
        return scene.folded.startswith(",", cue.end)
    if cue.value.tense is not None or candidate.goods:
        return False
    if _TURNOVER.search(scene.folded, max(scene.start, cue.start - 24), cue.end):
        return False
    begin = _begin_of(candidate)
    definite = _DEFINITE.search(scene.folded, max(scene.start, begin - 48), begin)
    return definite is not None and VERBAL.search(_DETERMINERS.split(definite[0])[-1]) is None


def _begin_of(candidate: Candidate) -> int:
    """Give where a noun begins, or the sum in "8 billion in sales"."""
    scene, place = candidate.scene, candidate.cue.start
    return next(
        (
            money.passage.start
            for money in scene.sums
            if money.passage.end < place and scene.folded[money.passage.end : place] == " in "
        ),
        place,
    )


# What a company sells in a year: "the corporation reported 2009 sales of $45 billion".
_TURNOVER = re.compile(r"\b(?:net|annual|yearly|reported|posted|quarterly|(?:19|20)\d\d) sales$")
# "The deal" is one told of at most so many characters before.
_FARTHEST = 1500


# "The 8 billion in sales" are those told of at most so many sentences behind, when none is before.
_AHEAD = 3


def add_echoes(stories: list[Story], echoes: list[Telling]) -> None:
    """Add "the deal was frozen" to the story told last before it, and to those told in one breath with it."""
    for echo in echoes:
        earlier = [(place, story) for story in stories if (place := _last_place(story, echo)) is not None]
        if not earlier:
            for story in _told_next(stories, echo):
                story.remarks += echo.sums
            continue
        for story in _meant(stories, earlier, echo):
            story.tellings.append(echo)


def _meant(stories: list[Story], earlier: list[tuple[int, Story]], echo: Telling) -> list[Story]:
    """Give the stories that an echo points back to, of those told before it."""
    if echo.buyer:
        earlier = [(place, story) for place, story in earlier if story.buyer == echo.buyer.code]
    if echo.seller:
        earlier = [(place, story) for place, story in earlier if story.seller in {None, echo.seller.code}]
    dealing = _dealing(echo)
    earlier = [(place, story) for place, story in earlier if dealing & {story.buyer, story.seller}] or earlier
    if named := _named(echo):
        earlier = [
            (place, story)
            for place, story in earlier
            if any(same_goods(story.goods, goods) for goods in named)
        ]
    place = max((place for place, _ in earlier), default=None)
    if place is None or echo.place - place > _FARTHEST:
        return []
    last = [story for at, story in earlier if at == place]
    return last if named else told_together(stories, last, echo.place)


def _told_next(stories: list[Story], echo: Telling) -> list[Story]:
    """Give the stories told first behind an echo."""
    firsts = [(min(telling.place for telling in story.tellings), story) for story in stories]
    place = min((place for place, _ in firsts), default=0)
    first = [story for at, story in firsts if at == place]
    index = echo.candidate.scene.index
    near = any(
        telling.candidate.scene.index - index <= _AHEAD for story in first for telling in story.tellings
    )
    return told_together(stories, first) if near else []


def _dealing(echo: Telling) -> set[str | None]:
    """Give the countries that a clause with a sum names: "The Vietnam contract is worth 700 million"."""
    scene = echo.candidate.scene
    begin, end = scene.clause(echo.place)
    return {
        party.code
        for party in scene.parties
        if echo.sums and begin <= party.start < end and party.nominal and party.company is None
    }


def _last_place(story: Story, echo: Telling) -> int | None:
    """Give where a story was told last before an echo; None where it was not told before."""
    if not any(other.place < echo.place and not other.echo for other in story.tellings):
        return None
    return max(other.place for other in story.tellings if other.place < echo.place)


def _named(echo: Telling) -> list[Goods]:
    """Give the goods named beside an echo, of which it then speaks."""
    scene = echo.candidate.scene
    # "The contract, worth 90 million, also includes missiles": those are not what it is for.
    covers = min((cue.start for cue in scene.cues if cue.value.side == "covers"), default=scene.end)
    return [
        goods
        for goods in scene.goods
        if not goods.generic and goods.start < covers and _BY_NAME.search(scene.text, goods.start, goods.end)
    ]


# "The vehicles", which stand for goods named before, are no name.
_BY_NAME = re.compile(r"[A-Z0-9]")
