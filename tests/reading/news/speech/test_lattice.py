"""The best sequence of labels, beside a plain decoder that follows every label from token to token."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from armsdocket.reading.news.speech.labels import LABELS, may_follow
from armsdocket.reading.news.speech.lattice import SCORE, decode

COUNT = len(LABELS)
WEIGHTS = st.integers(-9, 9)
ROWS = st.lists(WEIGHTS, min_size=COUNT, max_size=COUNT)
PARAGRAPHS = st.lists(st.lists(ROWS, min_size=1, max_size=7), min_size=1, max_size=4)


@settings(deadline=None)
@given(PARAGRAPHS, st.lists(ROWS, min_size=COUNT, max_size=COUNT))
def test_decoding_finds_the_best_sequence_of_each_paragraph(
    paragraphs: list[list[list[int]]], transitions: list[list[int]]
) -> None:
    scores, bounds = [[0] * COUNT], []
    for rows in paragraphs:
        bounds.append((len(scores), len(scores) + len(rows)))
        scores += [*rows, [0] * COUNT]
    found = decode(np.array(scores, SCORE), bounds, np.array(transitions, SCORE))
    assert found == [_plain(rows, transitions) for rows in paragraphs]


def _plain(rows: list[list[int]], transitions: list[list[int]]) -> list[int]:
    """Follow the best path to each label; of two as good the one by the first label stands."""
    every = range(COUNT)
    paths = {label: (rows[0][label], [label]) for label in every if may_follow("O", LABELS[label])}
    for row in rows[1:]:
        longer: dict[int, tuple[int, list[int]]] = {}
        for label in every:
            ways = [
                (total + transitions[before][label] + row[label], [*path, label])
                for before, (total, path) in sorted(paths.items())
                if may_follow(LABELS[before], LABELS[label])
            ]
            if ways:
                longer[label] = max(ways, key=lambda way: way[0])
        paths = longer
    ends = [way for label, way in sorted(paths.items()) if may_follow(LABELS[label], "O")]
    return max(ends, key=lambda way: way[0])[1]


def test_content_begins_and_ends_in_its_paragraph() -> None:
    inside = [[0 if label in "Ii" else -5 for label in LABELS]] * 3
    ((first, *_, last),) = decode(np.array(inside, SCORE), [(0, 3)], np.zeros((COUNT, COUNT), SCORE))
    assert may_follow("O", LABELS[first])
    assert may_follow(LABELS[last], "O")
