"""Sentences of an article as scenes: the parties, goods, cues, sums and dates that stand in each."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading
from armsdocket.reading.news.page.currency import find_sums_of_money
from armsdocket.reading.news.transfer.found_goods import find_goods
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.parties import find_parties
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.sentences import sentences
from armsdocket.reading.values.date import DateFound, find_dates
from armsdocket.reading.values.money import Money
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold_whole
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.phrase import Phrase
from armsdocket.vocabulary.transfer_terms import StageWord, TransferCue

# Parts of a page whose words state no transfer of this article.
_ASIDE = frozenset({"byline", "agency", "caption", "credit", "section", "related", "comments", "clutter"})
_CLAUSE = Phrase(
    r";(?!\s{0,20}\n)|, (?:while|even (?:as|though|while))\b|"
    r", and (?=(?:it|they|the|there|has|have|will|would)\b)|"
    r" --? |: (?!\d)|\b(?:but\b(?! also)|(?:(?:al)?though|whereas|however)\b)",
    shared=True,
)
BULLET = "[-–—•*·▪►]"
LIST_BEGUN = re.compile(rf":\s*\n\s*{BULLET}")
"""A colon, and the first item of a list on a line of its own."""
# No sentence of prose is longer; longer runs (tables, lists of names) are cut so that work stays bounded.
LONGEST = 1200


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


S = TypeVar("S", bound=_Spanned)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One sentence, with everything that a transfer can be told by; it is equal to itself alone."""

    index: int
    text: str = field(repr=False)
    """The whole document's text; every span counts from its start."""
    folded: str = field(repr=False)
    start: int
    end: int
    parties: Sequence[PartyMention]
    goods: Sequence[Goods]
    cues: Sequence[Match[TransferCue]]
    stage_words: Sequence[Match[StageWord]]
    terms: Sequence[Match[str]]
    sums: Sequence[Money]
    dates: Sequence[DateFound]
    breaks: Sequence[int]
    heading: bool = False

    def clause(self, place: int) -> tuple[int, int]:
        """Give the bounds of the clause that ``place`` lies in."""
        before = [cut for cut in self.breaks if cut <= place]
        after = [cut for cut in self.breaks if cut > place]
        return (before[-1] if before else self.start, after[0] if after else self.end)

    def has(self, name: str) -> bool:
        """Tell whether a word of the list ``name`` stands in the sentence."""
        return any(term.value == name for term in self.terms)


def scenes(text: str, heading: Heading, stop: int | None = None) -> list[Scene]:
    """Cut an article into scenes up to ``stop``, without captions, bylines and the clutter of the page."""
    folded = fold_whole(text)
    parties, goods = find_parties(text), find_goods(text)
    named = [each for each in goods if not each.vague]
    cues = _outside(text, named, transfer_terms.transfer_cues().find(text))
    stage_words = [word for word in transfer_terms.stage_cues().find(text) if not _is_month(text, word)]
    terms = transfer_terms.term_matcher(
        "deployment",
        "doubt",
        "denial",
        "home sale",
        "civil use",
        "traps",
    ).find(text)
    sums, dates = find_sums_of_money(text), find_dates(text, anchor=anchor_of(heading))
    sum_starts = [found.passage.start for found in sums]
    date_starts = [found.passage.start for found in dates]
    datelines = [part.passage for part in heading.parts if part.part == "dateline"]
    made: list[Scene] = []
    for passage, headline in _told(text, heading, datelines, stop):
        start, end = passage.start, passage.end
        made.append(
            Scene(
                len(made),
                text,
                folded,
                start,
                end,
                _within(parties, start, end),
                _within(goods, start, end),
                _within(cues, start, end),
                _within(stage_words, start, end),
                _within(terms, start, end),
                sums[bisect_left(sum_starts, start) : bisect_left(sum_starts, end)],
                dates[bisect_left(date_starts, start) : bisect_left(date_starts, end)],
                [cut.start() for cut in _CLAUSE.finditer(folded, start, end)],
                headline,
            )
        )
    return made


def filed_from(text: str, heading: Heading) -> PartyMention | None:
    """Give the country of the dateline: "the navy" of a report from Manila is the Philippines' own."""
    for part in heading.parts:
        places = find_places(text, part.passage.start, part.passage.end) if part.part == "dateline" else []
        if places:
            return PartyMention(places[0].start, places[0].end, places[0].code, "name")
    return None


def word_before(scene: Scene, words: str, place: int, reach: int, between: re.Pattern[str]) -> int | None:
    """Give where a word of a list stands before ``place`` with only ``between`` behind it, or None."""
    found = transfer_terms.pattern(words).finditer(scene.folded, max(scene.start, place - reach), place)
    return next((word.start() for word in found if between.fullmatch(scene.folded, word.end(), place)), None)


def anchor_of(heading: Heading) -> datetime.date | None:
    """Give the day an article's relative dates count from; None when it states no full date."""
    if heading.published is None or len(heading.published.value) < 10:
        return None
    return datetime.date.fromisoformat(heading.published.value[:10])


def _within(found: Sequence[S], start: int, end: int) -> Sequence[S]:
    low = bisect_left(found, start, key=lambda item: item.start)
    return found[low : bisect_left(found, end, low, key=lambda item: item.start)]


def _outside(
    text: str, goods: Sequence[Goods], cues: Sequence[Match[TransferCue]]
) -> list[Match[TransferCue]]:
    """Leave out words of a transfer that only name goods: "upgrade kits", "eight upgraded jets"."""
    starts = [each.begin for each in goods]
    return [
        cue
        for cue in cues
        if not (_MADE_SO.search(text, max(0, cue.start - 2), cue.start) and cue.value.tense == "past")
        and (not (at := bisect_right(starts, cue.start)) or not _names(goods[at - 1], cue))
    ]


# "Airbus-built": where goods come from, and nothing that is done with them.
_MADE_SO = re.compile(r"\w-$")


def _names(goods: Goods, cue: Match[TransferCue]) -> bool:
    inside = cue.end <= goods.end if cue.start >= goods.start else cue.end <= goods.start
    described = cue.start >= goods.start or cue.value.word in cue_words("renewing")
    return inside and described


def _told(
    text: str, heading: Heading, datelines: list[Passage], stop: int | None
) -> list[tuple[Passage, bool]]:
    asides = sorted((part.passage.start, part.passage.end) for part in heading.parts if part.part in _ASIDE)
    titles = [part.passage for part in heading.parts if part.part in {"headline", "standfirst"}]
    ends = {passage.start: passage.end for passage in datelines}
    told: list[tuple[Passage, bool]] = []
    for sentence in sentences(text, 0, stop):
        start = sentence.start
        if start in ends:
            start = min(ends[start], sentence.end)
        index = bisect_left(asides, (start + 1, 0)) - 1
        if index >= 0 and start < asides[index][1]:
            continue
        headline = any(title.start <= start < title.end for title in titles)
        if told and _goes_on(text, told[-1][0], sentence):
            told[-1] = (Passage(told[-1][0].start, sentence.end), headline)
            continue
        told += [
            (Passage(begin, min(begin + LONGEST, sentence.end)), headline)
            for begin in range(start, sentence.end, LONGEST)
        ]
    return told


_AFTER_WORD = re.compile(r"[\w,)]\s+$")


def _is_month(text: str, word: Match[StageWord]) -> bool:
    """Tell whether "May" is the month: a capital inside a sentence."""
    inside = _AFTER_WORD.search(text, max(0, word.start - 3), word.start) is not None
    return inside and text[word.start : word.end] == "May"


_ITEM = re.compile(rf"{BULLET}\s*\S")


def _goes_on(text: str, last: Passage, sentence: Passage) -> bool:
    """Tell whether a line is the next item of a list that a colon began, or goes on an unfinished line."""
    if sentence.end - last.start > LONGEST:
        return False
    if _unfinished(text, last, sentence):
        return True
    if not _ITEM.match(text, sentence.start):
        return False
    before = text[last.start : last.end].rstrip()
    return before.endswith(":") or LIST_BEGUN.search(before) is not None


def _unfinished(text: str, last: Passage, following: Passage) -> bool:
    """Tell whether a line breaks off in the middle, as the first of a wire story does after its dateline."""
    opening = text[max(0, last.start - 8) : last.start].rstrip().endswith("-")
    broken = text[last.end - 1].isalnum() and text.count("\n", last.end, following.start) == 1
    return opening and broken
