"""The best sequence of labels for each of several paragraphs, found for all of them at once."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from armsdocket.reading.news.speech.labels import LABELS, may_follow

SCORE = np.int16
"""The trainer sees to it that no sum of weights that can meet at a token is larger."""
Scores = NDArray[np.int16]
"""A row for each token, a column for each label."""

_MAY_FOLLOW = np.array([[may_follow(before, label) for label in LABELS] for before in LABELS])
_OUTSIDE = LABELS.index("O")


def decode(scores: Scores, paragraphs: Sequence[tuple[int, int]], transitions: Scores) -> list[list[int]]:
    """Find the best sequence of labels of each paragraph, which holds rows ``first`` up to ``after``.

    The paragraphs end together. Before a shorter one nothing but "outside" is possible, and the step from
    there to its first token is free.
    """
    steps = np.where(_MAY_FOLLOW, transitions, -np.inf)
    length = 1 + max(after - first for first, after in paragraphs)
    best = np.full((length, len(LABELS), len(paragraphs)), -np.inf)
    best[:, _OUTSIDE] = 0
    for number, (first, after) in enumerate(paragraphs):
        best[first - after :, :, number] = scores[first:after]
        best[first - after, :, number] -= transitions[_OUTSIDE]
    ways = np.repeat(steps[:, :, None], len(paragraphs), axis=2)
    # Most of a step is what each call costs: none of them makes a new array.
    sums, most = np.empty_like(ways), np.empty_like(ways[0])
    for before, here in pairwise(best):
        np.add(before[:, None], ways, out=sums)
        np.maximum.reduce(sums, out=most)
        np.add(here, most, out=here)
    *earlier, last = np.ascontiguousarray(best.transpose(0, 2, 1))
    label = np.where(_MAY_FOLLOW[:, _OUTSIDE], last, -np.inf).argmax(axis=1)
    labels = [label]
    ways_to = np.ascontiguousarray(steps.T)
    for before in reversed(earlier):
        label = (before + ways_to.take(label, axis=0)).argmax(axis=1)
        labels.append(label)
    found = np.array(labels[::-1]).T.tolist()
    return [row[first - after :] for row, (first, after) in zip(found, paragraphs, strict=True)]
