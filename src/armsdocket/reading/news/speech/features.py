"""What the model sees at each token of a paragraph, as whole numbers: cheap to make, the same in training.

A feature is ``template | value << 5``. Features that a run of tokens shares are given once, with the run;
those of a single token follow from its word, the classes beside it and the run (``token_features``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from armsdocket.reading.news.speech.wording import Wording
from armsdocket.reading.news.speech.words import WordFacts
from armsdocket.reading.news.speech.zones import BEGIN_SEEN, CUE_SEEN, END_SEEN, WEAK_SEEN, Shared, zones

_CUE = 2
"""The step of cue from which a word counts as one when distances are measured."""
# What a token does to the run it stands in: a pause, the word "that", the edge of a segment.
_PAUSE, _THAT, _EDGE = 1, 2, 4
_MARKS = {**dict.fromkeys('()“”"', _EDGE), **dict.fromkeys(",;:—–", _PAUSE | _EDGE), "that": _THAT}
_STOPS = {",": 1, ".": 2, "!": 2, "?": 2}

# Templates of features; the numbers are written into the weights. 7 to 15, 17, 18 are those of zones.
Q_SHAPE, Q_VERB, Q_BEFORE, Q_AFTER = 0, 1, 2, 3
SENTENCE, SEGMENT, EDGES = 4, 5, 6
BETWEEN = 16
WORD_CLASS, CLASS_WORD, HERE, BEHIND, AHEAD = 19, 20, 21, 22, 23


Run = tuple[int, int, int]
"""Tokens from the first number up to the second that see the same around them: the third number."""

Anchor = tuple[int, int, int, int]
"""A token, the first and the last but one that see it, and what they see there (see ``zones``)."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What one paragraph shows: the class of each token, the runs they stand in, what runs share."""

    classes: list[int]
    """Class of token i at i + 1; 0 before the first token and behind the last."""
    runs: list[Run]
    anchors: list[Anchor]
    shared: list[Shared]


def observe(wording: Wording, facts: list[WordFacts]) -> Observation:
    """Make the features of a paragraph."""
    shared = _quotation_features(wording, facts)
    levels = [0 if q >= 0 else fact.cue for fact, q in zip(facts, wording.quoted, strict=True)]
    marks = [_MARKS.get(word, 0) for word in wording.words]
    runs: list[Run] = []
    anchors: list[Anchor] = []
    before = 0
    for number, (first, after) in enumerate(wording.bounds):
        if after == first:
            continue
        quoted = wording.quoted[first:after]
        has_quote = max(quoted) >= 0
        strongest = max(levels[first:after])
        places = [i for i in range(first, after) if levels[i]]
        cues = [i for i in places if levels[i] >= _CUE]
        _run_features(quoted, levels[first:after], marks[first:after], first, strongest, runs, shared)
        _anchor_cues(facts, (first, after), cues, anchors)
        _anchor_weak(facts, (first, after), places, anchors)
        _segment_features(facts, levels, marks, (first, after), shared)
        _anchor_edges(facts[first].klass, first, after, strongest << 1 | has_quote, anchors)
        place = before | (number == 0) << 2 | (len(wording.bounds) == 1) << 3 | strongest << 4
        shared.append((first, after, (SENTENCE | (place << 1 | has_quote) << 5,)))
        before = 2 if quoted[-1] >= 0 else int(has_quote)
    return Observation([0, *[fact.klass for fact in facts], 0], runs, anchors, shared)


def shared_features(seen: Observation) -> Iterator[Shared]:
    """Spell out every feature that a run of tokens shares."""
    yield from seen.shared
    for place, low, high, shown in seen.anchors:
        for near, far, keys in zones(shown):
            first, after = max(place + near, low), min(place + far, high)
            if first < after:
                yield first, after, keys


def token_features(seen: Observation, facts: list[WordFacts]) -> Iterator[tuple[int, ...]]:
    """Spell out, for each token, the features that the model looks up row by row."""
    around = [state for first, after, state in seen.runs for _ in range(first, after)]
    classes = seen.classes
    for fact, state, behind, here, ahead in zip(
        facts, around, classes, classes[1:], classes[2:], strict=False
    ):
        yield (
            WORD_CLASS | (fact.number << 7 | ahead) << 5,
            CLASS_WORD | (fact.number << 7 | behind) << 5,
            HERE | (here << 7 | state) << 5,
            BEHIND | (behind << 7 | state) << 5,
            AHEAD | (ahead << 7 | state) << 5,
        )


def _run_features(  # noqa: PLR0917 - the lists of one sentence, side by side
    quoted: list[int],
    levels: list[int],
    marks: list[int],
    first: int,
    strongest: int,
    runs: list[Run],
    shared: list[Shared],
) -> None:
    """Describe each run between two cues, pauses or quotation marks.

    The lists are those of one sentence, whose first token is ``first``.
    """
    strong = [level for level in levels if level >= _CUE]
    passed = 0
    left_cue = commas = that = 0
    right_cue = strong[0] if strong else 0
    state, begin = -1, first
    for i, (quote, level, mark) in enumerate(zip(quoted, levels, marks, strict=True), first):
        if level >= _CUE:
            passed += 1
            right_cue = strong[passed] if passed < len(strong) else 0
        here = (((left_cue << 3 | right_cue) << 1 | (quote >= 0)) << 2 | commas) << 1 | that
        if here != state:
            if i > begin:
                _end_run(begin, i, state, strongest, runs, shared)
            state, begin = here, i
        if level >= _CUE:
            left_cue, commas, that = level, 0, 0
        elif mark & _PAUSE:
            commas = 1 if commas == 0 else 2
        elif mark == _THAT:
            that = 1
    _end_run(begin, first + len(levels), state, strongest, runs, shared)


def _end_run(  # noqa: PLR0917 - one run, written down
    begin: int, end: int, state: int, strongest: int, runs: list[Run], shared: list[Shared]
) -> None:
    shared.append((begin, end, (BETWEEN | (state << 3 | strongest) << 5,)))
    around = state >> 3
    if runs and runs[-1][2] == around:
        runs[-1] = (runs[-1][0], end, around)
    else:
        runs.append((begin, end, around))


def _anchor_cues(
    facts: list[WordFacts], bounds: tuple[int, int], cues: list[int], anchors: list[Anchor]
) -> None:
    """Let each cue be seen from the one before it to the one behind it."""
    first, after = bounds
    for n, i in enumerate(cues):
        fact = facts[i]
        before = facts[i - 1].klass if i > first else 0
        behind = facts[i + 1].klass if i + 1 < after else 0
        start = cues[n - 1] if n else first
        stop = cues[n + 1] + 1 if n + 1 < len(cues) else after
        seen = ((fact.number << 7 | before) << 7 | behind) << 3 | fact.cue
        anchors.append((i, start, stop, CUE_SEEN | seen << 2))


def _anchor_weak(
    facts: list[WordFacts], bounds: tuple[int, int], places: list[int], anchors: list[Anchor]
) -> None:
    """Let a word that is seldom a cue be seen between the words like it on either side."""
    first, after = bounds
    for n, i in enumerate(places):
        if facts[i].cue < _CUE:
            last = places[n + 1] if n + 1 < len(places) else after
            begin = places[n - 1] + 1 if n else first
            anchors.append((i, begin, last, WEAK_SEEN | facts[i].number << 2))


def _anchor_edges(opening: int, first: int, after: int, tail: int, anchors: list[Anchor]) -> None:
    """Let the first three and the last two tokens of a sentence see where they stand."""
    length = min(after - first, 6)
    seen = ((opening << 4 | tail) << 3 | length) << 2
    if length < 6:
        anchors.append((first, first, after, BEGIN_SEEN | seen))
    else:
        anchors += (
            (first, first, after - 2, BEGIN_SEEN | seen),
            (after, after - 2, after, END_SEEN | seen),
        )


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
