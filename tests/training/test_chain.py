"""What the trainer makes of marked attributions, and what it makes sure of in the weights it writes."""

import pytest

from armsdocket.reading.news.speech.labels import LABELS
from armsdocket.reading.news.speech.wording import wordings
from armsdocket.reading.news.speech.words import WordList
from training.__main__ import with_entry
from training.chain import SCALE, Fitted, labels, together, weights
from training.corpus import Marked

CASES = [
    ("Ana said we wait.", ("Ana", "said", "we wait"), "SQBEO", "content behind its source"),
    ("We wait, Ana said.", ("Ana", "said", "We wait"), "biesq", "content that leads takes the comma in"),
    ("“Go,” Ana said.", ("Ana", "said", "“Go,”"), "biiesq", "a quotation that leads"),
    ("No, said Ana.", ("Ana", "said", "No"), "beqs", "one word that leads"),
]


@pytest.mark.parametrize(("text", "parts", "expected", "reason"), CASES)
def test_labels(text: str, parts: tuple[str, str, str], expected: str, reason: str) -> None:
    spans = [((text.index(part), text.index(part) + len(part)),) for part in parts]
    wording = next(iter(wordings(text)))
    found = "".join(labels(wording, [Marked(*spans)]))
    assert found == expected.replace("s", "S").replace("q", "Q").ljust(len(wording.words), "O"), reason


def test_weights_too_large_for_a_score_are_refused() -> None:
    listed = WordList(words=(), suffixes=(), cues={}, classes=())
    rounded = weights(listed, Fitted({}, {("o7", "B"): 1.0}), {})
    assert rounded.own == {"7": (3, SCALE)}
    with pytest.raises(ValueError, match="do not fit"):
        weights(listed, Fitted({}, {("o7", "B"): 2.0**15}), {})


def test_members_are_added_up() -> None:
    one = Fitted({("O", "B"): 1.0}, {("o7", "B"): 1.0})
    other = Fitted({("O", "B"): 0.5, ("O", "S"): 2.0}, {("o8", "B"): 0.5})
    assert together([one, other]) == (
        {("O", "B"): 1.5, ("O", "S"): 2.0},
        {("o7", "B"): 1.0, ("o8", "B"): 0.5},
    )


def test_entry_raises_what_begins_a_span() -> None:
    listed = WordList(words=(), suffixes=(), cues={}, classes=())
    every = {(before, label): 0.0 for before in LABELS for label in LABELS}
    raised = with_entry(weights(listed, Fitted(every, {}), {}), 9).transitions
    begun = {
        f"{a}{b}"
        for a, row in zip(LABELS, raised, strict=True)
        for b, w in zip(LABELS, row, strict=True)
        if w
    }
    assert begun >= {"OS", "OQ", "OB", "Ob", "SQ", "QS", "eS", "EB"}
    assert not begun & {"SS", "QQ", "OO", "BI", "IE", "OE", "bi"}
