"""The trained reading of attributions: a linear chain over tokens.

The scores of the labels of a token travel in one whole number of 16-bit lanes, so adding two numbers adds
the scores of all labels. Weights are whole numbers; lanes never overflow.
"""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import accumulate, repeat

import msgspec

from armsdocket.reading.news.speech.features import (
    AHEAD,
    BEHIND,
    CLASS_WORD,
    HERE,
    WORD_CLASS,
    Observation,
    Run,
    observe,
)
from armsdocket.reading.news.speech.labels import LABELS, LANE, Span, decode, labelled_spans
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.reading.news.speech.words import OFFSETS, Lexicon, WordFacts, WordList
from armsdocket.reading.news.speech.zones import zones

# The trainer sees to it that no sum of weights that can meet at a token leaves its lane.
_BIAS = sum(1 << (LANE - 1) << LANE * lane for lane in range(len(LABELS)))


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: a record of where the weights come from, the words, and the weights.

    ``features[name]`` maps a feature, as a decimal number, to [label, weight, label, weight ...].
    """

    record: dict[str, str]
    words: WordList
    transitions: tuple[tuple[int, ...], ...]
    offsets: dict[str, dict[str, tuple[int, ...]]]
    """Features of a word by itself, for each distance of ``OFFSETS``."""
    own: dict[str, tuple[int, ...]]
    pairs: tuple[dict[str, tuple[int, ...]], ...]
    triples: tuple[dict[str, tuple[int, ...]], ...]
    links: dict[str, int] = {}
    """What speaks for a pair of content and source (see ``attribution_links``)."""


Known = tuple[WordFacts, list[int], list[int], int, int, int, int, int, int, int]
"""A word; its rows beside each class behind and before it; what it adds at each distance of ``OFFSETS``."""

Zone = tuple[int, int, int]
"""What an anchor adds to the tokens from one distance up to another."""

Row = list[int]
"""Lanes for each class of word."""

WEIGHTS = resources.files("armsdocket.reading.news.speech") / "weights.json.gz"
_MOST_REMEMBERED = 60_000
_CLASS_ROOM = 1 << 7
_NOTHING: Row = [0] * _CLASS_ROOM


def _lanes(pairs: tuple[int, ...]) -> int:
    total, numbers = 0, iter(pairs)
    for label in numbers:
        total += next(numbers) << LANE * label
    return total


def _table(raw: dict[str, tuple[int, ...]]) -> dict[int, int]:
    return {int(key): _lanes(pairs) for key, pairs in raw.items()}


def _rows(own: dict[int, int], template: int, number_first: bool) -> dict[int, Row]:
    """Arrange the weights of a template by the number that comes with a class, taking them out of ``own``."""
    rows: dict[int, Row] = {}
    for key in [key for key in own if key & 31 == template]:
        high, low = key >> 12, key >> 5 & 127
        number, klass = (high, low) if number_first else (low, high)
        rows.setdefault(number, [0] * _CLASS_ROOM)[klass] = own.pop(key)
    return rows


class _Triples(dict[int, int]):
    """What the classes of three neighbours add to the middle one, added up when first met."""

    def __init__(self, before: dict[int, int], behind: dict[int, int], whole: dict[int, int]) -> None:
        super().__init__()
        self._before, self._behind, self._whole = before, behind, whole

    def __missing__(self, key: int) -> int:
        total = self._before.get(key >> 7, 0) + self._behind.get(key & 0x3FFF, 0) + self._whole.get(key, 0)
        self[key] = total
        return total


class Model:
    """Weights ready for use."""

    def __init__(self, weights: Weights) -> None:
        """Prepare ``weights``."""
        self.record = weights.record
        self.links = weights.links
        self.lexicon = Lexicon(weights.words)
        self._own = own = _table(weights.own)
        self._ahead = _rows(own, WORD_CLASS, number_first=True)
        self._behind = _rows(own, CLASS_WORD, number_first=True)
        self._around = [_rows(own, template, number_first=False) for template in (BEHIND, HERE, AHEAD)]
        self._offsets = [_table(weights.offsets[str(offset)]) for offset in OFFSETS]
        last, middle, first = (_table(raw) for raw in weights.triples)
        self._outer = last.get, first.get
        before, behind = (_table(raw) for raw in weights.pairs)
        self._triples = _Triples(before, behind, middle)
        self._known: dict[str, Known] = {}
        self._zones: dict[int, list[Zone]] = {}
        self._transitions = weights.transitions

    def spans(self, wording: Wording) -> list[Span]:
        """Label the tokens of a paragraph and return the labelled spans in order.

        Where nothing is quoted and no word ever tells that somebody speaks, nothing is looked for.
        """
        words = self.known(wording.words)
        if not words or not (wording.quotations or any(word[0].cue for word in words)):
            return []
        seen = observe(wording, [word[0] for word in words])
        return labelled_spans(decode(self.scores(seen, words), self._transitions))

    def known(self, words: list[str]) -> list[Known]:
        """Look up what each word, as written, adds by itself."""
        known = self._known
        if len(known) > _MOST_REMEMBERED:
            known.clear()
        return [known.get(word) or self._learn(word) for word in words]

    def scores(self, seen: Observation, words: list[Known]) -> list[int]:
        """Sum the weights of each token's features, the lanes of all labels in one number."""
        classes, none = seen.classes, repeat(0)
        beside = before, here, ahead = classes[:-2], classes[1:-1], classes[2:]
        triples = [a << 14 | b << 7 | c for a, b, c in zip(before, here, ahead, strict=True)]
        _, rows_ahead, rows_behind, *lanes = zip(*words, strict=True)
        columns: list[Iterable[int]] = [
            accumulate(self._steps(seen)),
            [row[k] for row, k in zip(rows_ahead, ahead, strict=True)],
            [row[k] for row, k in zip(rows_behind, before, strict=True)],
            *(self._around_column(seen.runs, *pair) for pair in zip(self._around, beside, strict=True)),
            map(self._triples.__getitem__, triples),
            map(self._outer[0], [0, *triples], none),
            map(self._outer[1], [*triples[1:], 0], none),
        ]
        for column, offset in zip(lanes, OFFSETS, strict=True):
            columns.append([*[0] * -offset, *column] if offset < 0 else [*column[offset:], *[0] * offset])
        return list(map(sum, zip(*columns)))  # noqa: B905 - the steps end one later

    def _steps(self, seen: Observation) -> list[int]:
        """Sum what runs of tokens share: a step up where a run begins and one down behind it."""
        own, none = self._own.get, repeat(0)
        steps = [_BIAS] + [0] * (len(seen.classes) - 2)
        for first, after, keys in seen.shared:
            together = sum(map(own, keys, none))
            steps[first] += together
            steps[after] -= together
        for place, low, high, shown in seen.anchors:
            for near, far, together in self._zones.get(shown) or self._learn_zones(shown):
                first, after = place + near, place + far
                if first < low:  # noqa: PLR1730 - ``max`` and ``min`` cost several times as much
                    first = low
                if after > high:  # noqa: PLR1730
                    after = high
                if first < after:
                    steps[first] += together
                    steps[after] -= together
        return steps

    @staticmethod
    def _around_column(runs: list[Run], rows: dict[int, Row], beside: list[int]) -> list[int]:
        """Weigh the class of each token, or of the one beside it, by what is around the run it stands in."""
        column: list[int] = []
        for first, after, state in runs:
            column += map(rows.get(state, _NOTHING).__getitem__, beside[first:after])
        return column

    def _learn_zones(self, shown: int) -> list[Zone]:
        if len(self._zones) > _MOST_REMEMBERED:
            self._zones.clear()
        own = self._own.get
        found = [(near, far, sum(map(own, keys, repeat(0)))) for near, far, keys in zones(shown)]
        self._zones[shown] = found
        return found

    def _learn(self, word: str) -> Known:
        fact = self.lexicon.facts(word)
        sums = (sum(map(table.get, fact.keys, repeat(0))) for table in self._offsets)
        rows = (table.get(fact.number, _NOTHING) for table in (self._ahead, self._behind))
        known: Known = (fact, *rows, *sums)  # type: ignore[assignment]  # one sum for each of the seven offsets
        self._known[word] = known
        return known


def load_weights(content: bytes) -> Weights:
    """Decode a weights file (JSON, compressed with gzip)."""
    return msgspec.json.decode(gzip.decompress(content), type=Weights)


@cache
def shipped() -> Model:
    """Load the weights that ship with the program."""
    return Model(load_weights(WEIGHTS.read_bytes()))
