"""A paragraph taken apart for reading who says what: tokens, sentences, quotations."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.quotations import Quotation, find_quotations
from armsdocket.reading.sentences import paragraph_sentences, paragraphs

TOKEN = re.compile(
    r"\d[\d.,]*\d|(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-&'’](?!s\b)[^\W_]+)*|['’]s\b|``|''|[^\w\s]|_+"
)


# Sentences and quotations of a paragraph are weighed against each other, so what is taken apart at once
# has a bound. No paragraph that was written to be read is this long.
_LONGEST = 4000
# A stretch with more quotations than this is rubbish, in which nobody says anything.
_MOST_QUOTATIONS = 120


@dataclass(frozen=True, slots=True)
class Wording:
    """One paragraph. ``quoted[i]`` is the number of the quotation that token i stands in, or -1.

    ``bounds`` holds the first token and the token after the last of each sentence.
    """

    text: str
    passage: Passage
    words: list[str]
    starts: list[int]
    sentences: list[Passage]
    bounds: list[tuple[int, int]]
    quotations: list[Quotation]
    quoted: list[int]

    def span(self, first: int, after: int) -> Passage:
        """Return the passage from token ``first`` up to, not including, token ``after``."""
        return Passage(self.starts[first], self.starts[after - 1] + len(self.words[after - 1]))


def wordings(text: str, start: int = 0, end: int | None = None) -> Iterator[Wording]:
    """Take each paragraph of ``text[start:end]`` apart; nested quotations and rubbish are left out."""
    quotations = [quotation for quotation in find_quotations(text, start, end) if not quotation.nested]
    place = 0
    for paragraph in paragraphs(text, start, end):
        for stretch in _stretches(text, paragraph):
            mine = []
            while place < len(quotations) and quotations[place].outer_start < stretch.end:
                mine.append(quotations[place])
                place += 1
            if len(mine) <= _MOST_QUOTATIONS:
                yield _take_apart(text, stretch, mine)


def _stretches(text: str, paragraph: Passage) -> Iterator[Passage]:
    """Cut a paragraph longer than any real one behind its sentences or, where there is none, its words."""
    start = paragraph.start
    while paragraph.end - start > _LONGEST:
        most = start + _LONGEST
        cut = max(text.rfind(mark, start + _LONGEST // 2, most) for mark in (". ", ".\u201d ", '." ', "\n"))
        if cut < 0:
            cut = text.rfind(" ", start + _LONGEST // 2, most)
        end = text.find(" ", cut, most) + 1 if cut >= 0 else most
        end = end or most
        yield Passage(start, end)
        start = end
    yield Passage(start, paragraph.end)


def _take_apart(text: str, paragraph: Passage, quotations: list[Quotation]) -> Wording:
    tokens = list(TOKEN.finditer(text, paragraph.start, paragraph.end))
    starts = [token.start() for token in tokens]
    sentences = paragraph_sentences(text, paragraph)
    return Wording(
        text=text,
        passage=paragraph,
        words=[token[0] for token in tokens],
        starts=starts,
        sentences=sentences,
        bounds=_bounds(starts, sentences),
        quotations=quotations,
        quoted=_quoted(starts, quotations),
    )


def _bounds(starts: list[int], sentences: list[Passage]) -> list[tuple[int, int]]:
    edges = [0]
    for sentence in sentences:
        edges.append(bisect_left(starts, sentence.end, edges[-1]))
    return list(pairwise(edges))


def _quoted(starts: list[int], quotations: list[Quotation]) -> list[int]:
    quoted = [-1] * len(starts)
    after = 0
    for number, quotation in enumerate(quotations):
        first = bisect_left(starts, quotation.outer_start, after)
        after = bisect_left(starts, quotation.outer_end, first)
        quoted[first:after] = [number] * (after - first)
    return quoted
