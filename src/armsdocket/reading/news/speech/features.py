"""What the model sees at each token of a paragraph, as whole numbers: cheap to make, the same in training.

A feature is ``template | value << 5``. Features of single tokens come in columns, one feature for each
token; features that a run of tokens shares are given once, with the run.
"""

from dataclasses import dataclass
from itertools import pairwise

from armsdocket.reading.news.speech.wording import Wording
from armsdocket.reading.news.speech.words import WordFacts

Shared = tuple[int, int, tuple[int, ...]]
"""Features of each token from the first number up to the second."""

_CUE = 2
"""The step of cue from which a word counts as one when distances are measured."""
# Zones around a cue: distance of the first token, of the first token beyond, number of the zone.
_FAR = 1 << 30
_ZONES = ((1, 2, 1), (2, 3, 2), (3, 4, 3), (4, 6, 4), (6, 10, 5), (10, 20, 6), (20, 40, 7), (40, _FAR, 8))
# What a token does to the run it stands in: a pause, the word "that", the edge of a segment.
_PAUSE, _THAT, _EDGE = 1, 2, 4
_MARKS = {**dict.fromkeys('()“”"', _EDGE), **dict.fromkeys(",;:—–", _PAUSE | _EDGE), "that": _THAT}
_STOPS = {",": 1, ".": 2, "!": 2, "?": 2}

# Templates of features; the numbers are written into the weights.
Q_SHAPE, Q_VERB, Q_BEFORE, Q_AFTER = 0, 1, 2, 3
SENTENCE, SEGMENT, EDGES = 4, 5, 6
LEFT, LEFT_WORD, LEFT_NEXT, LEFT_BEFORE = 7, 8, 9, 10
RIGHT, RIGHT_WORD, RIGHT_BESIDE = 11, 12, 13
WEAK_LEFT, WEAK_RIGHT = 14, 15
BETWEEN, PLACE, FIRST = 16, 17, 18
WORD_CLASS, CLASS_WORD, HERE, BEHIND, AHEAD = 19, 20, 21, 22, 23


@dataclass(frozen=True, slots=True)
class Observation:
    """The features of one paragraph; every column has a feature for each token."""

    columns: tuple[list[int], ...]
    pairs: list[int]
    """Classes of token i-1 and i, for i from 0 to the number of tokens; a feature of both."""
    triples: list[int]
    """Classes of token i-1, i, i+1, for each i; a feature of all three."""
    shared: list[Shared]


def observe(wording: Wording, facts: list[WordFacts]) -> Observation:
    """Make the features of a paragraph."""
    shared = _quotation_features(wording, facts)
    levels = [0 if q >= 0 else fact.cue for fact, q in zip(facts, wording.quoted, strict=True)]
    marks = [_MARKS.get(word, 0) for word in wording.words]
    around: list[int] = []
    before = 0
    for number, (first, after) in enumerate(wording.bounds):
        if after == first:
            continue
        quoted = wording.quoted[first:after]
        has_quote = max(quoted) >= 0
        strongest = max(levels[first:after])
        places = [i for i in range(first, after) if levels[i]]
        cues = [i for i in places if levels[i] >= _CUE]
        around += _run_features(quoted, levels[first:after], marks[first:after], first, strongest, shared)
        _cue_features(facts, (first, after), cues, shared)
        _weak_features(facts, (first, after), places, shared)
        _segment_features(facts, levels, marks, (first, after), shared)
        _place_features(facts, (first, after), strongest << 1 | has_quote, shared)
        place = before | (number == 0) << 2 | (len(wording.bounds) == 1) << 3 | strongest << 4
        shared.append((first, after, (SENTENCE | (place << 1 | has_quote) << 5,)))
        before = 2 if quoted[-1] >= 0 else int(has_quote)
    return _with_columns(facts, around, shared)


def _with_columns(facts: list[WordFacts], around: list[int], shared: list[Shared]) -> Observation:
    classes = [0, *[fact.klass for fact in facts], 0]
    numbers = [fact.number for fact in facts]
    behind, here, ahead = classes[:-2], classes[1:-1], classes[2:]
    columns = (
        [WORD_CLASS | (n << 7 | k) << 5 for n, k in zip(numbers, ahead, strict=True)],
        [CLASS_WORD | (n << 7 | k) << 5 for n, k in zip(numbers, behind, strict=True)],
        [HERE | (k << 7 | a) << 5 for k, a in zip(here, around, strict=True)],
        [BEHIND | (k << 7 | a) << 5 for k, a in zip(behind, around, strict=True)],
        [AHEAD | (k << 7 | a) << 5 for k, a in zip(ahead, around, strict=True)],
    )
    pairs = [a << 7 | b for a, b in pairwise(classes)]
    triples = [pair << 7 | k for pair, k in zip(pairs[:-1], ahead, strict=True)]
    return Observation(columns, pairs, triples, shared)


def _run_features(  # noqa: PLR0917 - the lists of one sentence, side by side
    quoted: list[int], levels: list[int], marks: list[int], first: int, strongest: int, shared: list[Shared]
) -> list[int]:
    """Describe each run between two cues, pauses or quotation marks; return its short form for each token.

    The lists are those of one sentence, whose first token is ``first``.
    """
    strong = [level for level in levels if level >= _CUE]
    passed = 0
    left_cue = commas = that = 0
    right_cue = strong[0] if strong else 0
    around: list[int] = []
    state, begin = -1, 0
    for i, (quote, level, mark) in enumerate(zip(quoted, levels, marks, strict=True)):
        if level >= _CUE:
            passed += 1
            right_cue = strong[passed] if passed < len(strong) else 0
        here = (((left_cue << 3 | right_cue) << 1 | (quote >= 0)) << 2 | commas) << 1 | that
        if here != state:
            if i > begin:
                _end_run(first + begin, first + i, state, strongest, shared, around)
            state, begin = here, i
        if level >= _CUE:
            left_cue, commas, that = level, 0, 0
        elif mark & _PAUSE:
            commas = 1 if commas == 0 else 2
        elif mark == _THAT:
            that = 1
    _end_run(first + begin, first + len(levels), state, strongest, shared, around)
    return around


def _end_run(  # noqa: PLR0917 - one run, written down
    begin: int, end: int, state: int, strongest: int, shared: list[Shared], around: list[int]
) -> None:
    shared.append((begin, end, (BETWEEN | (state << 3 | strongest) << 5,)))
    around += [state >> 3] * (end - begin)


def _cue_features(
    facts: list[WordFacts], bounds: tuple[int, int], cues: list[int], shared: list[Shared]
) -> None:
    """Tell the tokens after each cue, up to the next one, and before it, how far it is and what it is."""
    first, after = bounds
    for n, i in enumerate(cues):
        fact = facts[i]
        before = facts[i - 1].klass if i > first else 0
        behind = facts[i + 1].klass if i + 1 < after else 0
        stop = min(cues[n + 1] + 1 if n + 1 < len(cues) else after, after)
        start = cues[n - 1] if n else first
        beside = (fact.cue << 7 | before) << 7 | behind
        cue = fact.cue
        kinds = (cue << 4, fact.number << 3, (cue << 7 | behind) << 2, (cue << 7 | before) << 2, beside << 3)
        for nearest, farthest, zone in _ZONES:
            low = i + nearest
            if low >= stop:
                break
            near, close = min(zone, 4), min(zone, 3)
            keys = (
                LEFT | (kinds[0] | zone) << 5,
                LEFT_WORD | (kinds[1] | near) << 5,
                LEFT_NEXT | (kinds[2] | close) << 5,
                LEFT_BEFORE | (kinds[3] | close) << 5,
            )
            shared.append((low, min(stop, i + farthest), keys))
        for nearest, farthest, zone in _ZONES:
            high = i - nearest + 1
            if high <= start:
                break
            near = min(zone, 4)
            ahead = (
                RIGHT | (kinds[0] | zone) << 5,
                RIGHT_WORD | (kinds[1] | near) << 5,
                RIGHT_BESIDE | (kinds[4] | near) << 5,
            )
            shared.append((max(start, i - farthest + 1), high, ahead))


def _weak_features(
    facts: list[WordFacts], bounds: tuple[int, int], places: list[int], shared: list[Shared]
) -> None:
    """Tell the tokens around a word that is seldom a cue which word it is, up to the next such word."""
    first, after = bounds
    for n, i in enumerate(places):
        if facts[i].cue >= _CUE:
            continue
        number = facts[i].number << 2
        last = places[n + 1] if n + 1 < len(places) else after
        begin = places[n - 1] + 1 if n else first
        for near in (1, 2):
            if i + near < last:
                shared.append((i + near, i + near + 1, (WEAK_LEFT | (number | near) << 5,)))
            if i - near >= begin:
                shared.append((i - near, i - near + 1, (WEAK_RIGHT | (number | near) << 5,)))
        if i + 3 < last:
            shared.append((i + 3, last, (WEAK_LEFT | (number | 3) << 5,)))
        if i - 2 > begin:
            shared.append((begin, i - 2, (WEAK_RIGHT | (number | 3) << 5,)))


def _segment_features(
    facts: list[WordFacts], levels: list[int], marks: list[int], bounds: tuple[int, int], shared: list[Shared]
) -> None:
    """Describe each piece between commas and marks by the cues in it, beside it and at the end."""
    first, after = bounds
    edges = [i for i in range(first, after) if marks[i] & _EDGE]
    begins = [first, *[i + 1 for i in edges]]
    ends = [*edges, after]
    cues = [max(levels[a:b], default=0) for a, b in zip(begins, ends, strict=True)]
    count = len(cues)
    for number, (begin, end, cue) in enumerate(zip(begins, ends, cues, strict=True)):
        stop = end + 1 if end < after else after
        if stop <= begin:
            continue
        following = last = 0
        if number + 1 < count:
            following, last = cues[number + 1] + 1, cues[-1] + 1
        before = cues[number - 1] + 1 if number else 0
        opening = facts[begin - 1].klass if begin > first else 0
        closing = facts[end].klass if end < after else 0
        keys = (
            SEGMENT | (((cue << 3 | following) << 3 | last) << 3 | before) << 5,
            EDGES | (((opening << 7 | closing) << 3 | cue) << 3 | following) << 5,
        )
        shared.append((begin, stop, keys))


def _place_features(facts: list[WordFacts], bounds: tuple[int, int], tail: int, shared: list[Shared]) -> None:
    """Tell the first three and the last two tokens of a sentence where they stand."""
    first, after = bounds
    opening = facts[first].klass
    edges = sorted({*range(first, min(first + 3, after)), *range(max(first, after - 2), after)})
    for i in edges:
        start, end = min(i - first, 3), min(after - 1 - i, 2)
        shared.append((i, i + 1, _place(opening, start, end, tail)))
    if after - first > 5:
        shared.append((first + 3, after - 2, _place(opening, 3, 2, tail)))


def _place(opening: int, start: int, end: int, tail: int) -> tuple[int, ...]:
    return (
        PLACE | ((start << 2 | end) << 4 | tail) << 5,
        FIRST | ((opening << 2 | start) << 4 | tail) << 5,
    )


def _length(words: int) -> int:
    """Put a number of words into one of six steps."""
    return (words > 1) + (words > 2) + (words > 4) + (words > 8) + (words > 20)


def _quotation_features(wording: Wording, facts: list[WordFacts]) -> list[Shared]:
    shared: list[Shared] = []
    quoted, count = wording.quoted, len(wording.quoted)
    token = 0
    for number, quotation in enumerate(wording.quotations):
        while token < count and quoted[token] != number:
            token += 1
        first = token
        while token < count and quoted[token] == number:
            token += 1
        inner, last = first, token - 1
        while inner <= last and wording.starts[inner] < quotation.start:
            inner += 1
        while last >= inner and wording.starts[last] >= quotation.end:
            last -= 1
        if last < inner:
            continue
        inside = facts[inner : last + 1]
        length = _length(sum(fact.word for fact in inside))
        capital = int(inside[0].capital)
        stop = _STOPS.get(wording.words[last], 0)
        verbs = min(3, sum(fact.verbal for fact in inside))
        balanced = int(quotation.opened and quotation.closed)
        before = facts[first - 1].klass if first else 0
        behind = facts[token].klass if token < count else 0
        shape = (((length << 1 | capital) << 2 | stop) << 1 | balanced) << 1 | quotation.double
        verb = ((length << 1 | capital) << 2 | stop) << 2 | verbs
        head = (before << 3 | length) << 1 | capital
        tail = (behind << 3 | length) << 2 | stop
        places = ((first, inner, 0), (inner, inner + 1, 1), (inner + 1, last + 1, 2), (last + 1, token, 3))
        for begin, end, place in places:
            if end > begin:
                keys = (
                    Q_SHAPE | (shape << 2 | place) << 5,
                    Q_VERB | verb << 5,
                    Q_BEFORE | (head << 1 | (place == 1)) << 5,
                    Q_AFTER | (tail << 1 | (place == 1)) << 5,
                )
                shared.append((begin, end, keys))
    return shared
