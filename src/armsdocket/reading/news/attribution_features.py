"""What the model sees at each token of a paragraph, as whole numbers: cheap to make, the same in training.

A feature is ``template | value << 5``. Most tokens share their quotation's and their segment's features, so
those are given once for a range of tokens.
"""

from dataclasses import dataclass

from armsdocket.reading.news.attribution_words import WordFacts
from armsdocket.reading.news.wording import Wording

_DISTANCE = (0, 1, 2, 3, 4, 4, 5, 5, 5, 5, *([6] * 10), *([7] * 20))
_SEGMENT_MARKS = frozenset(',;:—–()“”"')
_STOPS = {",": 1, ".": 2, "!": 2, "?": 2}
_CLASSES = 128
_CUE = 2
"""The step of cue from which a word counts as one when distances are measured."""

# Templates of features; the numbers are written into the weights.
Q_SHAPE, Q_VERB, Q_BEFORE, Q_AFTER = 0, 1, 2, 3
SENTENCE, SEGMENT, EDGES = 4, 5, 6
LEFT, LEFT_WORD, LEFT_NEXT = 7, 8, 9
RIGHT, RIGHT_WORD, RIGHT_NEXT = 10, 11, 12
BOTH, PLACE, FIRST, WORD_CLASS = 13, 14, 15, 16
LEFT_BEFORE, WEAK_LEFT, WEAK_RIGHT = 17, 18, 19
HERE, BEHIND, AHEAD, CLASS_WORD = 20, 21, 22, 23


@dataclass(frozen=True, slots=True)
class Observation:
    """The features of one paragraph."""

    facts: list[WordFacts]
    own: list[list[int]]
    """Features of each token."""
    shared: list[tuple[int, int, list[int]]]
    """Features of each token from the first up to the second number."""
    pairs: list[int]
    """Classes of token i-1 and i, for i from 0 to the number of tokens; feature of both."""
    triples: list[int]
    """Classes of token i-1, i, i+1, for each i; feature of all three."""


def observe(wording: Wording, facts: list[WordFacts]) -> Observation:
    """Make the features of a paragraph."""
    own: list[list[int]] = []
    shared = _quotation_features(wording, facts)
    before = 0
    for number, (first, after) in enumerate(wording.bounds):
        if after == first:
            continue
        strongest = _strongest(wording.quoted, facts, first, after)
        has_quote = any(q >= 0 for q in wording.quoted[first:after])
        own += _token_features(wording, facts, first, after, strongest, has_quote)
        shared += _segment_features(wording, facts, first, after)
        shared += _weak_features(wording, facts, first, after)
        place = before | (number == 0) << 2 | (len(wording.bounds) == 1) << 3 | strongest << 4
        shared += _by_quotation(wording.quoted, first, after, place)
        before = 2 if wording.quoted[after - 1] >= 0 else int(has_quote)
    classes = [0, *(fact.klass for fact in facts), 0]
    pairs = [a << 7 | b for a, b in zip(classes, classes[1:], strict=False)]
    triples = [(a << 7 | b) << 7 | c for a, b, c in zip(classes, classes[1:], classes[2:], strict=False)]
    return Observation(facts, own, shared, pairs, triples)


def _strongest(quoted: list[int], facts: list[WordFacts], first: int, after: int) -> int:
    return max((facts[i].cue for i in range(first, after) if quoted[i] < 0), default=0)


def _by_quotation(quoted: list[int], first: int, after: int, place: int) -> list[tuple[int, int, list[int]]]:
    """Give the sentence's features to each run of tokens inside, and outside, quotation marks."""
    ranges = []
    begin = first
    for i in range(first + 1, after + 1):
        if i == after or (quoted[i] >= 0) != (quoted[begin] >= 0):
            ranges.append((begin, i, [SENTENCE | (place << 1 | (quoted[begin] >= 0)) << 5]))
            begin = i
    return ranges


def _length(words: int) -> int:
    return (
        0
        if words <= 1
        else 1
        if words <= 2
        else 2
        if words <= 4
        else 3
        if words <= 8
        else 4
        if words <= 20
        else 5
    )


def _quotation_features(wording: Wording, facts: list[WordFacts]) -> list[tuple[int, int, list[int]]]:
    shared = []
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
        for begin, end, place in (
            (first, inner, 0),
            (inner, inner + 1, 1),
            (inner + 1, last + 1, 2),
            (last + 1, token, 3),
        ):
            if end > begin:
                first_word = int(place == 1)
                keys = [
                    Q_SHAPE | (shape << 2 | place) << 5,
                    Q_VERB | verb << 5,
                    Q_BEFORE | (head << 1 | first_word) << 5,
                    Q_AFTER | (tail << 1 | first_word) << 5,
                ]
                shared.append((begin, end, keys))
    return shared


def _token_features(
    wording: Wording, facts: list[WordFacts], first: int, after: int, strongest: int, has_quote: bool
) -> list[list[int]]:
    quoted, words = wording.quoted, wording.words
    cues = [i for i in range(first, after) if facts[i].cue >= _CUE and quoted[i] < 0]
    cues.append(-1)
    opening = facts[first].klass
    tail = strongest << 1 | has_quote
    found = []
    left, upcoming, commas, that = -1, 0, 0, 0
    left_cue = right_cue = left_number = right_number = left_class = left_before = beside = 0
    behind = 0
    right = cues[0]
    if right >= 0:
        right_cue, right_number, beside = _right(facts, right, after)
    for i in range(first, after):
        fact = facts[i]
        keys: list[int] = []
        if i == right:
            upcoming += 1
            right = cues[upcoming]
            right_cue, right_number, beside = _right(facts, right, after) if right >= 0 else (0, 0, 0)
        if left >= 0:
            gap = i - left
            near = min(4, gap)
            distance = _DISTANCE[gap] if gap < 40 else 8
            keys += (
                LEFT | (((left_cue << 4 | distance) << 2 | commas) << 1 | that) << 5,
                LEFT_WORD | (left_number << 3 | near) << 5,
                LEFT_NEXT | ((left_cue << 7 | left_class) << 2 | (min(3, gap))) << 5,
                LEFT_BEFORE | ((left_cue << 7 | left_before) << 2 | (min(3, gap))) << 5,
            )
        if right >= 0:
            gap = right - i
            near = min(4, gap)
            distance = _DISTANCE[gap] if gap < 40 else 8
            keys += (
                RIGHT | (right_cue << 4 | distance) << 5,
                RIGHT_WORD | (right_number << 3 | near) << 5,
                RIGHT_NEXT | (beside << 3 | near) << 5,
            )
        start = min(3, i - first)
        end = min(2, after - 1 - i)
        ahead = facts[i + 1].klass if i + 1 < after else 0
        around = (left_cue << 3 | right_cue) << 1 | (quoted[i] >= 0)
        both = ((left_cue << 2 | commas) << 1 | that) << 3 | right_cue
        keys += (
            BOTH | ((both << 3 | strongest) << 1 | (quoted[i] >= 0)) << 5,
            HERE | (fact.klass << 7 | around) << 5,
            BEHIND | (behind << 7 | around) << 5,
            AHEAD | (ahead << 7 | around) << 5,
            CLASS_WORD | (fact.number << 7 | behind) << 5,
            PLACE | ((start << 2 | end) << 4 | tail) << 5,
            FIRST | ((opening << 2 | start) << 3 | strongest) << 5,
            WORD_CLASS | (fact.number << 7 | ahead) << 5,
        )
        behind = fact.klass
        found.append(keys)
        if fact.cue >= _CUE and quoted[i] < 0:
            left, left_cue, left_number, commas, that = i, fact.cue, fact.number, 0, 0
            left_class = facts[i + 1].klass if i + 1 < len(facts) else 0
            left_before = facts[i - 1].klass if i > first else 0
        elif words[i] in ",;:—–":
            commas = commas + 1 if commas < 2 else 2
        elif words[i] == "that":
            that = 1
    return found


def _right(facts: list[WordFacts], right: int, after: int) -> tuple[int, int, int]:
    """Describe the next cue: its step, its word, and the classes on both sides of it."""
    fact = facts[right]
    before = facts[right - 1].klass if right else 0
    behind = facts[right + 1].klass if right + 1 < after else 0
    return fact.cue, fact.number, (fact.cue << 7 | before) << 7 | behind


def _weak_features(
    wording: Wording, facts: list[WordFacts], first: int, after: int
) -> list[tuple[int, int, list[int]]]:
    """Tell the tokens around a word that is seldom a cue which word it is, up to the next such word."""
    quoted = wording.quoted
    places = [i for i in range(first, after) if facts[i].cue and quoted[i] < 0]
    shared = []
    for n, i in enumerate(places):
        if facts[i].cue >= _CUE:
            continue
        number = facts[i].number << 2
        last = places[n + 1] if n + 1 < len(places) else after
        begin = places[n - 1] + 1 if n else first
        for near in (1, 2):
            if i + near < last:
                shared.append((i + near, i + near + 1, [WEAK_LEFT | (number | near) << 5]))
            if i - near >= begin:
                shared.append((i - near, i - near + 1, [WEAK_RIGHT | (number | near) << 5]))
        if i + 3 < last:
            shared.append((i + 3, last, [WEAK_LEFT | (number | 3) << 5]))
        if i - 2 > begin:
            shared.append((begin, i - 2, [WEAK_RIGHT | (number | 3) << 5]))
    return shared


def _segment_features(
    wording: Wording, facts: list[WordFacts], first: int, after: int
) -> list[tuple[int, int, list[int]]]:
    words, quoted = wording.words, wording.quoted
    segments = []
    begin = first
    for i in range(first, after + 1):
        if i == after or words[i] in _SEGMENT_MARKS:
            segments.append((begin, i, _strongest(quoted, facts, begin, i)))
            begin = i + 1
    shared = []
    final = segments[-1][2] + 1
    for number, (begin, end, cue) in enumerate(segments):
        following = segments[number + 1][2] + 1 if number + 1 < len(segments) else 0
        last = final if number + 1 < len(segments) else 0
        before = segments[number - 1][2] + 1 if number else 0
        opening = facts[begin - 1].klass if begin > first else 0
        closing = facts[end].klass if end < after else 0
        stop = min(end + 1, after)
        if stop > begin:
            keys = [
                SEGMENT | (((cue << 3 | following) << 3 | last) << 3 | before) << 5,
                EDGES | (((opening << 7 | closing) << 3 | cue) << 3 | following) << 5,
            ]
            shared.append((begin, stop, keys))
    return shared
