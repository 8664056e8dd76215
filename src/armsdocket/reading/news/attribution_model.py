"""The trained reading of attributions: a linear chain over tokens, decoded in plain Python.

The scores of the six labels of a token travel in one whole number of six 32-bit lanes, so adding two
numbers adds all six scores. Weights are whole numbers; lanes never overflow (see ``_LANE``).
"""

import gzip
import struct
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import accumulate, repeat
from typing import Any, NamedTuple

import msgspec

from armsdocket.reading.news.attribution_features import Observation, observe
from armsdocket.reading.news.attribution_words import OFFSETS, Lexicon, WordFacts, WordList
from armsdocket.reading.news.wording import Wording

LABELS = ("O", "S", "Q", "B", "I", "E")
"""Outside, source, cue, and the beginning, inside and end of content."""
# Sums stay below 2**31 in size: fewer than 100 weights of at most 2**20 meet at a token.
_LANE = 32
_BIAS = sum(1 << 31 << _LANE * lane for lane in range(len(LABELS)))


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


class Span(NamedTuple):
    """Tokens ``first`` up to ``after`` that bear one label: S, Q or C (content)."""

    label: str
    first: int
    after: int


def _lanes(pairs: tuple[int, ...]) -> int:
    return sum(pairs[k + 1] << _LANE * pairs[k] for k in range(0, len(pairs), 2))


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
        """Label the tokens of a paragraph and return the labelled spans in order."""
        if not wording.words:
            return []
        known = self._known
        if len(known) > _MOST_REMEMBERED:
            known.clear()
        words = [known.get(word) or self._learn(word) for word in wording.words]
        seen = observe(wording, [word[0] for word in words])
        return labelled_spans(decode(self.scores(seen, words), self._transitions))

    def scores(self, seen: Observation, words: list[Known]) -> list[int]:
        """Sum the weights of each token's features, six lanes in one number.

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


def decode(  # noqa: PLR0912, PLR0915 - one step for each pair of labels, written out: loops cost three times as much
    sums: list[int], transitions: tuple[tuple[int, ...], ...]
) -> list[int]:
    """Find the best sequence of labels; content runs B I* E, or B alone."""
    size = 4 * len(LABELS)
    unpack = struct.Struct(f"<{len(LABELS)}I").unpack
    (
        (oo, os, oq, ob, _, _),
        (so, ss, sq, sb, _, _),
        (qo, qs, qq, qb, _, _),
        (bo, bs, bq, bb, bi, be),
        (_, _, _, _, ii, ie),
        (eo, es, eq, eb, _, _),
    ) = transitions
    floor = -(1 << 60)
    o, s, q, b, _, _ = unpack(sums[0].to_bytes(size, "little"))
    i = e = floor
    back: list[tuple[int, int, int, int, int, int]] = []
    for total in sums[1:]:
        xo, xs, xq, xb, xi, xe = unpack(total.to_bytes(size, "little"))
        po, ps, pq, pb = 0, 0, 0, 0
        no, ns, nq, nb = o + oo, o + os, o + oq, o + ob
        if (v := s + so) > no:
            no, po = v, 1
        if (v := s + ss) > ns:
            ns, ps = v, 1
        if (v := s + sq) > nq:
            nq, pq = v, 1
        if (v := s + sb) > nb:
            nb, pb = v, 1
        if (v := q + qo) > no:
            no, po = v, 2
        if (v := q + qs) > ns:
            ns, ps = v, 2
        if (v := q + qq) > nq:
            nq, pq = v, 2
        if (v := q + qb) > nb:
            nb, pb = v, 2
        if (v := b + bo) > no:
            no, po = v, 3
        if (v := b + bs) > ns:
            ns, ps = v, 3
        if (v := b + bq) > nq:
            nq, pq = v, 3
        if (v := b + bb) > nb:
            nb, pb = v, 3
        if (v := e + eo) > no:
            no, po = v, 5
        if (v := e + es) > ns:
            ns, ps = v, 5
        if (v := e + eq) > nq:
            nq, pq = v, 5
        if (v := e + eb) > nb:
            nb, pb = v, 5
        pi = pe = 3
        ni, ne = b + bi, b + be
        if (v := i + ii) > ni:
            ni, pi = v, 4
        if (v := i + ie) > ne:
            ne, pe = v, 4
        o, s, q, b, i, e = no + xo, ns + xs, nq + xq, nb + xb, ni + xi, ne + xe
        back.append((po, ps, pq, pb, pi, pe))
    ends = (o, s, q, b, floor, e)
    label = max(range(6), key=ends.__getitem__)
    labels = [label]
    for pointers in reversed(back):
        label = pointers[label]
        labels.append(label)
    labels.reverse()
    return labels


def labelled_spans(labels: list[int]) -> list[Span]:
    """Join equal labels to spans; a B begins a new one."""
    found: list[Span] = []
    begin = 0
    names = "OSQCCC"
    for i in range(1, len(labels) + 1):
        if i < len(labels) and names[labels[i]] == names[labels[begin]] and labels[i] != 3:
            continue
        if labels[begin]:
            found.append(Span(names[labels[begin]], begin, i))
        begin = i
    return found


def load_weights(content: bytes) -> Weights:
    """Decode a weights file (JSON, compressed with gzip)."""
    return msgspec.json.decode(gzip.decompress(content), type=Weights)


@cache
def shipped() -> Model:
    """Load the weights that ship with the program."""
    path = resources.files("armsdocket.reading.news") / "attribution_weights.json.gz"
    return Model(load_weights(path.read_bytes()))
