"""Whom a quotation is given to when the chain and the rules each have something to say."""

import pytest

from armsdocket.reading.news.speech import attributions
from armsdocket.reading.news.speech.labels import Span
from armsdocket.reading.news.speech.wording import Wording, wordings


class Chain:
    """A chain that marks one source and one quotation, found by their words."""

    def __init__(self, source: str, content: str) -> None:
        self.links = {"after same direct": 1, "before same direct": 1, "before next direct": 1}
        self._marked = (("S", source.split()), ("C", content.split()))

    def spans(self, paragraphs: list[Wording]) -> list[list[Span]]:
        """Give the spans of the words this chain was made with."""
        return [
            [
                Span(label, first, first + len(words))
                for label, words in self._marked
                for first in range(len(wording.words))
                if words and wording.words[first : first + len(words)] == words
            ]
            for wording in paragraphs
        ]


CASES = [
    ("Ana Kovac left. He replied, “We wait.”", "Ana Kovac", "He", "the sentence names another speaker"),
    ("Ana Kovac left. There it was: “We wait.”", "Ana Kovac", "Ana Kovac", "the sentence names nobody"),
    ("He replied, “We wait,” to Ana Kovac.", "Ana Kovac", "Ana Kovac", "the chain found one in the sentence"),
    ("Kovac left. “We wait,” said he.", "", "he", "the chain found none"),
]


@pytest.mark.parametrize(("text", "marked", "expected", "reason"), CASES)
def test_source_of_a_quotation(
    monkeypatch: pytest.MonkeyPatch, text: str, marked: str, expected: str, reason: str
) -> None:
    monkeypatch.setattr(attributions, "_shipped", lambda: Chain(marked, "We wait"))
    (one,) = attributions.find_attributions(text)
    assert one.source is not None
    assert one.source.words(text) == expected, reason


ISSUED = [
    ("The minister, Ada Moe, issued this statement:", "The minister"),
    ("After Oslo said that it waits, Senator Ada Moe issued the following statement:", "Senator Ada Moe"),
]


@pytest.mark.parametrize(("text", "speaker"), ISSUED)
def test_who_issues_a_statement_speaks_in_the_next_paragraph(text: str, speaker: str) -> None:
    found = attributions.announced(next(wordings(text)))
    assert found is not None
    assert found.words(text) == speaker
