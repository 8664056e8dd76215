"""The trained reading of attributions: a linear chain over tokens.

The scores of the labels of a token travel in one whole number of 16-bit lanes, so adding two numbers adds
the scores of all labels. Weights are whole numbers; lanes never overflow.
"""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import accumulate, repeat
from typing import Any

import msgspec

from armsdocket.reading.news.speech.features import Observation, observe
from armsdocket.reading.news.speech.labels import LABELS, LANE, Span, decode, labelled_spans
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.reading.news.speech.words import OFFSETS, Lexicon, WordFacts, WordList

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


Known = tuple[WordFacts, int, int, int, int, int, int, int]
"""A word with the lanes it adds to the tokens at each distance of ``OFFSETS``."""

_MOST_REMEMBERED = 60_000


def _lanes(pairs: tuple[int, ...]) -> int:
    return sum(pairs[k + 1] << LANE * pairs[k] for k in range(0, len(pairs), 2))


def _table(raw: dict[str, tuple[int, ...]]) -> dict[int, int]:
    return {int(key): _lanes(pairs) for key, pairs in raw.items()}


class Model:
    """Weights ready for use."""

    def __init__(self, weights: Weights, outside: int = 0) -> None:
        """Prepare ``weights``; ``outside`` is taken from the score of O at each token."""
        self.record = weights.record
        self.links = weights.links
        self.lexicon = Lexicon(weights.words)
        self._own = _table(weights.own)
        self._offsets = [_table(weights.offsets[str(offset)]) for offset in OFFSETS]
        self._pairs = [_table(raw) for raw in weights.pairs]
        self._triples = [_table(raw) for raw in weights.triples]
        self._known: dict[str, Known] = {}
        self._base = _BIAS - outside
        self._transitions = weights.transitions

    def spans(self, wording: Wording) -> list[Span]:
        """Label the tokens of a paragraph and return the labelled spans in order.

        Where nothing is quoted and no word ever tells that somebody speaks, nothing is looked for.
        """
        if not wording.words:
            return []
        known = self._known
        if len(known) > _MOST_REMEMBERED:
            known.clear()
        words = [known.get(word) or self._learn(word) for word in wording.words]
        if not wording.quotations and not any(word[0].cue for word in words):
            return []
        seen = observe(wording, [word[0] for word in words])
        return labelled_spans(decode(self.scores(seen, words), self._transitions))

    def scores(self, seen: Observation, words: list[Known]) -> list[int]:
        """Sum the weights of each token's features, the lanes of all labels in one number.

        Weights of a run enter as a step up and a step down, whose running sum is the run.
        """
        own, none, count = self._own.get, repeat(0), len(words)
        steps = [0] * (count + 1)
        steps[0] = self._base
        for first, after, keys in seen.shared:
            together = sum(map(own, keys, none))
            steps[first] += together
            steps[after] -= together
        columns = [map(own, column, none) for column in seen.columns]
        columns += (
            map(self._pairs[0].get, seen.pairs, none),
            map(self._pairs[1].get, seen.pairs[1:], none),
            map(self._triples[0].get, [0, *seen.triples], none),
            map(self._triples[1].get, seen.triples, none),
            map(self._triples[2].get, [*seen.triples[1:], 0], none),
        )
        lanes: list[Iterable[int]] = []
        for place, offset in enumerate(OFFSETS, 1):
            column: list[Any] = [word[place] for word in words]
            lanes.append([*[0] * -offset, *column] if offset < 0 else [*column[offset:], *[0] * offset])
        return list(map(sum, zip(accumulate(steps), *columns, *lanes)))  # noqa: B905 - the steps end one later

    def _learn(self, word: str) -> Known:
        fact = self.lexicon.facts(word)
        sums = (sum(map(table.get, fact.keys, repeat(0))) for table in self._offsets)
        known: Known = (fact, *sums)  # type: ignore[assignment]  # one sum for each of the seven offsets
        self._known[word] = known
        return known


def load_weights(content: bytes) -> Weights:
    """Decode a weights file (JSON, compressed with gzip)."""
    return msgspec.json.decode(gzip.decompress(content), type=Weights)


@cache
def shipped() -> Model:
    """Load the weights that ship with the program."""
    path = resources.files("armsdocket.reading.news.speech") / "weights.json.gz"
    return Model(load_weights(path.read_bytes()))
