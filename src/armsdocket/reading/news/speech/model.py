"""The trained reading of attributions: a linear chain over the tokens of each paragraph."""

import gzip
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import chain

import msgspec
import numpy as np

from armsdocket.reading.news.speech.features import NEIGHBOURS, TEMPLATES, features, neighbours
from armsdocket.reading.news.speech.labels import LABELS, Span, labelled_spans
from armsdocket.reading.news.speech.lattice import SCORE, Scores, decode
from armsdocket.reading.news.speech.layout import GAP, Layout, Numbers, lay_out
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.reading.news.speech.words import CLASS, FORM, OFFSETS, Lexicon, WordList

Table = dict[str, tuple[int, ...]]
"""Maps a feature, as a decimal number, to [label, weight, label, weight ...]."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: a record of where the weights come from, the words, and the weights."""

    record: dict[str, str]
    words: WordList
    transitions: tuple[tuple[int, ...], ...]
    offsets: dict[str, Table]
    """Features of a word by itself, for each distance of ``OFFSETS``."""
    own: Table
    pairs: tuple[Table, ...]
    triples: tuple[Table, ...]
    links: dict[str, int] = {}
    """What speaks for a pair of content and source (see ``links``)."""


WEIGHTS = resources.files("armsdocket.reading.news.speech") / "weights.json.gz"

_KINDS = FORM - CLASS + 1
"""Kinds of features that a word has by itself."""


def _matrix(table: Table) -> tuple[Numbers, Scores]:
    """Return the features of a table and their weights."""
    lengths = np.fromiter(map(len, table.values()), np.int64, len(table))
    pairs = np.fromiter(chain.from_iterable(table.values()), SCORE).reshape(-1, 2)
    weights = np.zeros((len(table), len(LABELS)), SCORE)
    weights[np.repeat(np.arange(len(table)), lengths // 2), pairs[:, 0]] = pairs[:, 1]
    return np.fromiter(map(int, table), np.int64, len(table)), weights


class _Columns:
    """Weights of several kinds of feature, each found by the feature's value."""

    def __init__(self, columns: Iterable[tuple[Numbers, Scores]]) -> None:
        found = list(columns)
        counts = [len(values) for values, _ in found]
        self._sizes = np.array([values.max(initial=-1) + 1 for values, _ in found])[:, None]
        self._bases = np.cumsum(self._sizes, axis=0) - self._sizes + 1
        # The row of each value in the weights of its column; row 0 is that of a feature without weights.
        self._rows = np.zeros(self._sizes.sum() + 1, np.min_scalar_type(max(counts)))
        for (values, _), base, count in zip(found, self._bases, counts, strict=True):
            self._rows[values + base] = np.arange(1, count + 1)
        self._starts = np.cumsum([0, *(count + 1 for count in counts[:-1])])[:, None]
        nothing = np.zeros((1, len(LABELS)), SCORE)
        self._weights = np.concatenate([part for _, weights in found for part in (nothing, weights)])

    def sums(self, values: Numbers) -> Scores:
        """Sum the weights of each token's features; ``values`` has a row for each kind of them."""
        known = (values >= 0) & (values < self._sizes)
        rows = self._rows.take(np.where(known, values + self._bases, 0)) + self._starts
        total: Scores = self._weights.take(rows, axis=0).sum(axis=0, dtype=SCORE)
        return total


class Model:
    """Weights ready for use."""

    def __init__(self, weights: Weights) -> None:
        """Prepare ``weights``."""
        self.record = weights.record
        self.links = weights.links
        self.lexicon = Lexicon(weights.words)
        self._transitions = np.array(weights.transitions, SCORE)
        values, own = _matrix(weights.own)
        kinds = (values & 31 == template for template in TEMPLATES)
        beside = dict(zip(("p0", "p1"), weights.pairs, strict=True))
        beside |= zip(("t0", "t1", "t2"), weights.triples, strict=True)
        self._seen = _Columns(
            [
                *((values[kind] >> 5, own[kind]) for kind in kinds),
                *(_matrix(beside[name]) for name in NEIGHBOURS),
            ]
        )
        self._words = np.zeros((self.lexicon.most + 2 << 2, len(OFFSETS), len(LABELS)), SCORE)
        for place, offset in enumerate(OFFSETS):
            keys, of_words = _matrix(weights.offsets[str(offset)])
            self._words[keys + _KINDS, place] = of_words

    def spans(self, wordings: Sequence[Wording]) -> list[list[Span]]:
        """Label the tokens of paragraphs and return the labelled spans of each, in order.

        Where nothing is quoted and no word ever tells that somebody speaks, nothing is looked for.
        """
        found: list[list[Span]] = [[] for _ in wordings]
        cues = self.lexicon.cues
        asked = [
            number
            for number, wording in enumerate(wordings)
            if wording.words and (wording.quotations or not cues.isdisjoint(map(str.lower, wording.words)))
        ]
        if asked:
            layout = lay_out([wordings[number] for number in asked], self.lexicon)
            labels = decode(self.scores(layout), layout.paragraphs, self._transitions)
            for number, mine in zip(asked, labels, strict=True):
                found[number] = labelled_spans(mine)
        return found

    def scores(self, layout: Layout) -> Scores:
        """Sum the weights of each token's features: a row for each token, a column for each label."""
        total = self._seen.sums(np.concatenate((features(layout), neighbours(layout))))
        kinds = np.arange(_KINDS)[:, None]
        facts = layout.facts[CLASS : FORM + 1]
        there = layout.is_token & ((facts > 0) | (kinds == CLASS))
        around = self._words.take(np.where(there, (facts << 2 | kinds) + _KINDS, 0), axis=0).sum(
            axis=0, dtype=SCORE
        )
        inside = slice(GAP, len(total) - GAP)
        for place, offset in enumerate(OFFSETS):
            total[inside] += around[inside.start + offset : inside.stop + offset, place]
        return total


def load_weights(content: bytes) -> Weights:
    """Decode a weights file (JSON, compressed with gzip)."""
    return msgspec.json.decode(gzip.decompress(content), type=Weights)


@cache
def shipped() -> Model:
    """Load the weights that ship with the program."""
    return Model(load_weights(WEIGHTS.read_bytes()))
