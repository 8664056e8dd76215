"""The labels of official documents, and how they are compared."""

import pytest

from armsdocket.documents.load import load, read_bytes
from evaluation import official
from evaluation.official import Mark, Tally
from tests.shared import needs_shared


def test_labels_are_well_formed() -> None:
    """At least sixty documents of several kinds, each with its hash and no text."""
    labels = official.labels()
    assert len(labels) >= 60
    assert len({label["kind"] for label in labels}) >= 6
    assert all(set(label) <= {"path", "sha256", "kind", "records", "head"} for label in labels)
    assert all(len(label["sha256"]) == 64 for label in labels)


@needs_shared
def test_offsets_point_at_numbers() -> None:
    """Each labelled item line's offsets hold a number of the document's text."""
    for label in official.labels():
        document = load(read_bytes(official.CORPUS / label["path"]), label["path"])
        assert document.id == label["sha256"]
        for record in label["records"]:
            for item in record.get("items", ()):
                words = document.text[item["start"] : item["end"]]
                assert words.strip() == words
                assert words[0].isalnum()


CASES = [
    ([Mark(5, 0, 4)], [Mark(5, 2, 6)], (1, 1, 1), "same value, passages touch"),
    ([Mark(5, 0, 4)], [Mark(5, 4, 6)], (0, 1, 1), "same value elsewhere"),
    ([Mark(5)], [Mark(5, 4, 6)], (1, 1, 1), "no place to hold it against"),
    ([Mark(5), Mark(5)], [Mark(5)], (1, 2, 1), "one fact answers one label"),
    ([], [Mark(5)], (0, 0, 1), "nothing labelled"),
]


@pytest.mark.parametrize(("gold", "found", "expected", "reason"), CASES, ids=[case[3] for case in CASES])
def test_compare(gold: list[Mark], found: list[Mark], expected: tuple[int, int, int], reason: str) -> None:
    """Right, gold and found are counted."""
    tally = Tally()
    tally.compare("family", "document", gold, found)
    (score,) = tally.scores()
    assert (score.right, score.gold, score.found) == expected, reason
    assert len(tally.errors) == expected[1] + expected[2] - 2 * expected[0]
