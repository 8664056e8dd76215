"""What the model sees at each token, as whole numbers; the same in training.

A feature is a template and a value; ``NONE`` is the value of one that does not stand at a token.
"""

from collections.abc import Iterator

import numpy as np

from armsdocket.reading.news.speech.layout import NONE, Flags, Layout, Numbers, shifted
from armsdocket.reading.news.speech.words import (
    CAPITAL,
    CLASS,
    EDGE,
    MARK,
    NUMBER,
    PAUSE,
    STOP,
    THAT,
    VERBAL,
    WORD,
)

_STRONG = 2
"""The step of cue from which a word counts as one when distances are measured."""

# Templates of features; the numbers are written into the weights.
Q_SHAPE, Q_VERB, Q_BEFORE, Q_AFTER = 0, 1, 2, 3
SENTENCE, SEGMENT, EDGES = 4, 5, 6
LEFT, LEFT_WORD, LEFT_NEXT, LEFT_BEFORE = 7, 8, 9, 10
RIGHT, RIGHT_WORD, RIGHT_BESIDE = 11, 12, 13
WEAK_LEFT, WEAK_RIGHT = 14, 15
BETWEEN, PLACE, FIRST = 16, 17, 18
WORD_CLASS, CLASS_WORD, HERE, BEHIND, AHEAD = 19, 20, 21, 22, 23
TEMPLATES = (
    *(WORD_CLASS, CLASS_WORD, HERE, BEHIND, AHEAD),
    *(Q_SHAPE, Q_VERB, Q_BEFORE, Q_AFTER),
    *(BETWEEN, SEGMENT, EDGES, SENTENCE),
    *(LEFT, LEFT_WORD, LEFT_NEXT, LEFT_BEFORE, RIGHT, RIGHT_WORD, RIGHT_BESIDE),
    *(WEAK_LEFT, WEAK_RIGHT, PLACE, FIRST),
)
"""The template of each column that ``features`` gives."""
NEIGHBOURS = ("p0", "p1", "t1", "t0", "t2")
"""Pairs and triples of classes: the pair that ends at a token and the one that begins there; the three around
it, those that end with the token before it, those that begin with it."""

# Where the next step of a quotation's length begins, in words.
_LENGTHS = (2, 3, 5, 9, 21)
# The zone of a token by its distance from a cue: 1, 2, 3, up to 5, up to 9, up to 19, up to 39, farther.
_ZONES = np.repeat(np.arange(9), (1, 1, 1, 1, 2, 4, 10, 20, 1))


def features(layout: Layout) -> Numbers:
    """Give a row for each of ``TEMPLATES``: the value of the feature at each token."""
    strong = layout.levels >= _STRONG
    left, right = _last(strong, layout.first), _next(strong, layout.after)
    quoted = layout.quotation != NONE
    starts = layout.edges[:-1]
    strongest = np.maximum.reduceat(layout.levels, starts)
    has_quote = np.logical_or.reduceat(quoted, starts)
    around = (layout.levels[left] << 3 | layout.levels[right]) << 1 | quoted
    columns = [
        *_beside(layout, around),
        *_quotations(layout),
        (around << 3 | _passed(layout, left)) << 3 | strongest[layout.sentence],
        *_segments(layout),
        _sentences(layout, quoted, strongest, has_quote)[layout.sentence],
        *_cues(layout, left, right),
        *_weak_cues(layout),
        *_edges(layout, (strongest << 1 | has_quote)[layout.sentence]),
    ]
    return _table(columns)


def neighbours(layout: Layout) -> Numbers:
    """Give the classes of two and of three tokens in a row, at the token each speaks for.

    The rows: the pair that ends here, the pair that begins here, the three around, the three that end
    here, the three that begin here.
    """
    classes = layout.facts[CLASS]
    before, ahead = shifted(classes, 1), shifted(classes, -1)
    behind, beyond = before << 7 | classes, classes << 7 | ahead
    around = behind << 7 | ahead
    ending, beginning = (
        np.where(shifted(layout.is_token, step), shifted(around, step), NONE) for step in (1, -1)
    )
    return _table([behind, beyond, around, ending, beginning])


def _table(columns: list[Numbers]) -> Numbers:
    table = np.empty((len(columns), len(columns[0])), np.int64)
    for row, column in zip(table, columns, strict=True):
        row[:] = column
    return table


def _last(marked: Flags, first: Numbers) -> Numbers:
    """Find the last marked token before each one in its sentence."""
    found = np.maximum.accumulate(np.where(marked, np.arange(len(marked)), NONE))
    found = np.concatenate(([NONE], found[:-1]))
    return np.where(found >= first, found, NONE)


def _next(marked: Flags, after: Numbers) -> Numbers:
    """Find the next marked token behind each one in its sentence."""
    end = len(marked)
    found = np.minimum.accumulate(np.where(marked, np.arange(end), end)[::-1])[::-1]
    found = np.concatenate((found[1:], [end]))
    return np.where(found < after, found, NONE)


def _where(there: Flags, *columns: Numbers) -> Iterator[Numbers]:
    """Leave the features of some tokens, and ``NONE`` elsewhere."""
    return (np.where(there, column, NONE) for column in columns)


def _beside(layout: Layout, around: Numbers) -> list[Numbers]:
    """Describe each token by its word, the classes beside it, and what is around its run."""
    numbers, classes = layout.facts[NUMBER], layout.facts[CLASS]
    behind, ahead = shifted(classes, 1), shifted(classes, -1)
    return [
        numbers << 7 | ahead,
        numbers << 7 | behind,
        *(beside << 7 | around for beside in (classes, behind, ahead)),
    ]


def _passed(layout: Layout, left: Numbers) -> Numbers:
    """Tell whether pauses (one, more) and "that" stand between the cue before each token and the token."""
    since = np.where(left == NONE, layout.first, left + 1)
    marks = layout.facts[MARK]
    pauses, thats = (
        counted[:-1] - counted[since]
        for counted in (
            np.concatenate(([0], np.cumsum(marked))) for marked in (marks & PAUSE > 0, marks == THAT)
        )
    )
    passed: Numbers = np.minimum(pauses, 2) << 1 | (thats > 0)
    return passed


def _sentences(layout: Layout, quoted: Flags, strongest: Numbers, has_quote: Flags) -> Numbers:
    """Describe each sentence by its place and the one before: has it a quotation (1), or ends in one (2)."""
    state = np.where(quoted[layout.edges[1:] - 1], 2, has_quote)
    before: Numbers = np.concatenate(([0], state[:-1]))
    return ((strongest << 2 | layout.opening) << 2 | before) << 1 | has_quote


def _segments(layout: Layout) -> Iterator[Numbers]:
    """Describe each piece between commas and marks by the cues in it, beside it and at the end."""
    edge = layout.facts[MARK] & EDGE > 0
    places = np.arange(len(edge))
    begins = np.flatnonzero((places == layout.first) | shifted(edge, 1))
    ends = np.append(begins[1:], len(edge)) - 1
    sentence = layout.sentence[begins]
    cue = np.maximum.reduceat(np.where(edge, 0, layout.levels), begins)
    opens = np.append(True, sentence[1:] != sentence[:-1])
    closes = np.append(opens[1:], True)
    # An edge at the end of a sentence has an empty piece behind it.
    marked = edge[ends]
    final = (np.flatnonzero(closes))[sentence]
    last = np.where(marked[final], 1, np.where(closes, 0, cue[final] + 1))
    following = np.where(closes, marked, shifted(cue, -1) + 1)
    before = np.where(opens, 0, shifted(cue, 1) + 1)
    closing = np.where(marked, layout.facts[CLASS][ends], 0)
    segment = np.repeat(np.arange(len(begins)), ends - begins + 1)
    yield (((cue << 3 | following) << 3 | last) << 3 | before)[segment]
    yield (((layout.before[begins] << 7 | closing) << 3 | cue) << 3 | following)[segment]


def _cues(layout: Layout, left: Numbers, right: Numbers) -> Iterator[Numbers]:
    """Describe each token by the cues before and behind it: how near, which word, what is beside."""
    places = np.arange(len(left))
    numbers = layout.facts[NUMBER]
    zone = _zone(places, left)
    near, close = np.minimum(zone, 4), np.minimum(zone, 3)
    cue = layout.levels[left]
    yield from _where(
        left != NONE,
        cue << 4 | zone,
        numbers[left] << 3 | near,
        (cue << 7 | layout.behind[left]) << 2 | close,
        (cue << 7 | layout.before[left]) << 2 | close,
    )
    zone = _zone(places, right)
    near = np.minimum(zone, 4)
    cue = layout.levels[right]
    yield from _where(
        right != NONE,
        cue << 4 | zone,
        numbers[right] << 3 | near,
        ((cue << 7 | layout.before[right]) << 7 | layout.behind[right]) << 3 | near,
    )


def _zone(places: Numbers, cue: Numbers) -> Numbers:
    zones: Numbers = _ZONES.take(np.minimum(abs(places - cue), len(_ZONES) - 1))
    return zones


def _weak_cues(layout: Layout) -> Iterator[Numbers]:
    """Describe each token between two words that may be cues by those that seldom are."""
    levels, numbers = layout.levels, layout.facts[NUMBER]
    places, any_cue = np.arange(len(levels)), levels > 0
    for found in (_last(any_cue, layout.first), _next(any_cue, layout.after)):
        seen = (levels[found] > 0) & (levels[found] < _STRONG) & ~any_cue
        yield from _where(seen, numbers[found] << 2 | np.minimum(abs(places - found), 3))


def _edges(layout: Layout, tail: Numbers) -> list[Numbers]:
    """Describe the first three and the last two tokens of a sentence by where they stand."""
    places = np.arange(len(tail))
    start = np.minimum(places - layout.first, 3)
    end = np.minimum(layout.after - 1 - places, 2)
    opening = layout.facts[CLASS][layout.first]
    return [(start << 2 | end) << 4 | tail, (opening << 2 | start) << 4 | tail]


def _quotations(layout: Layout) -> Iterator[Numbers]:
    """Describe the tokens of a quotation by its length, opening and end, and what stands beside it."""
    facts, number = layout.facts, layout.quotation
    first, inner, behind, after, kind = layout.quotations
    words, verbs = (
        counted[behind] - counted[inner]
        for counted in (np.concatenate(([0], np.cumsum(facts[fact]))) for fact in (WORD, VERBAL))
    )
    length = np.searchsorted(_LENGTHS, words, side="right")
    stop = facts[STOP][behind - 1]
    inside = (length << 1 | facts[CAPITAL][inner]) << 2 | stop
    head = (shifted(facts[CLASS], 1)[first] << 3 | length) << 1 | facts[CAPITAL][inner]
    tail = (facts[CLASS][after] << 3 | length) << 2 | stop
    places = np.arange(len(number))
    place = sum((places >= edge[number]).astype(np.int64) for edge in (inner, inner + 1, behind))
    return _where(
        (number != NONE) & (behind > inner)[number],
        (inside << 2 | kind)[number] << 2 | place,
        (inside << 2 | np.minimum(verbs, 3))[number],
        head[number] << 1 | (place == 1),
        tail[number] << 1 | (place == 1),
    )
