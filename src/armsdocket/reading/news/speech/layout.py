"""Paragraphs laid side by side, so that all their tokens are looked at at once.

Empty places part them, so that none sees into another. An empty place has no class and is no cue; looking a
token up at ``NONE`` finds the last of them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from armsdocket.reading.news.speech.wording import Wording
from armsdocket.reading.news.speech.words import CLASS, CUE, NOTHING, OFFSETS, Lexicon

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Row = TypeVar("Row", Numbers, Flags)

NONE = -1
"""No such token."""
GAP = max(OFFSETS)
"""So many empty places part two paragraphs: no feature looks farther."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Paragraphs side by side; the arrays hold a number for each token and each empty place."""

    paragraphs: list[tuple[int, int]]
    """The first token of each paragraph and the one behind its last."""
    facts: Numbers
    """What is known of each word by itself, a row for each fact."""
    quotations: Numbers
    """A column each: first token, first inside the marks, first behind that, first behind it all, kind."""
    quotation: Numbers
    """The number of the quotation that a token stands in, or ``NONE``; the last quotation is an empty one."""
    is_token: Flags
    """Whether it is no empty place."""
    edges: Numbers
    """Where each sentence begins, and the end; the empty places count as sentences."""
    opening: Numbers
    """Of each sentence, whether it is the first (1) and the only one (2) of its paragraph."""
    sentence: Numbers
    first: Numbers
    """The first token of the sentence a token stands in."""
    after: Numbers
    """The token behind that sentence."""
    levels: Numbers
    """How strong a cue each token is; a quoted one is none."""
    before: Numbers
    """The class of the token before, 0 where a sentence begins."""
    behind: Numbers
    """The class of the token behind, 0 where a sentence ends."""


def shifted(row: Row, step: int) -> Row:
    """Move a row by ``step`` places, round its end; ``numpy.roll`` takes five times as long for one axis."""
    return np.concatenate((row[-step:], row[:-step]))


def lay_out(wordings: Sequence[Wording], lexicon: Lexicon) -> Layout:
    """Lay paragraphs side by side."""
    words = [NOTHING] * GAP
    paragraphs: list[tuple[int, int]] = []
    edges, opening = [0], [0]
    quoted: list[tuple[int, ...]] = []
    for wording in wordings:
        start = len(words)
        words += wording.words
        alone = len(wording.bounds) == 1
        for number, (first, after) in enumerate(wording.bounds):
            if first < after:
                edges.append(start + first)
                opening.append(alone << 1 | (number == 0))
        paragraphs.append((start, len(words)))
        edges.append(len(words))
        opening.append(0)
        words += [NOTHING] * GAP
        quoted += _quoted(wording, start)
    edges.append(len(words))
    quoted.append((0,) * 5)
    return _layout(paragraphs, lexicon.facts(words).T, quoted, edges, opening)


def _layout(
    paragraphs: list[tuple[int, int]],
    facts: Numbers,
    quoted: list[tuple[int, ...]],
    edges: list[int],
    opening: list[int],
) -> Layout:
    places = np.arange(facts.shape[1])
    bounds = np.array(edges)
    sentence = np.repeat(np.arange(len(opening)), np.diff(bounds))
    first, after = bounds[sentence], bounds[sentence + 1]
    quotation = np.full(len(places), NONE)
    for number, (begin, _, _, end, _) in enumerate(quoted):
        quotation[begin:end] = number
    is_token = np.zeros(len(places), np.bool_)
    for begin, end in paragraphs:
        is_token[begin:end] = True
    return Layout(
        paragraphs=paragraphs,
        facts=facts,
        quotations=np.array(quoted).T,
        quotation=quotation,
        is_token=is_token,
        edges=bounds,
        opening=np.array(opening),
        sentence=sentence,
        first=first,
        after=after,
        levels=np.where(quotation == NONE, facts[CUE], 0),
        before=np.where(places > first, shifted(facts[CLASS], 1), 0),
        behind=np.where(places + 1 < after, shifted(facts[CLASS], -1), 0),
    )


def _quoted(wording: Wording, start: int) -> Iterator[tuple[int, ...]]:
    """Give the tokens of each quotation, and its kind: balanced (2), in double marks (1)."""
    starts, end = wording.starts, 0
    for quotation in wording.quotations:
        first = bisect_left(starts, quotation.outer_start, end)
        end = bisect_left(starts, quotation.outer_end, first)
        inner = bisect_left(starts, quotation.start, first, end)
        behind = bisect_left(starts, quotation.end, inner, end)
        kind = (quotation.opened and quotation.closed) << 1 | quotation.double
        yield start + first, start + inner, start + behind, start + end, kind
