import pytest

from armsdocket.reading.news.transfer.forwarding import find_forwardings
from armsdocket.vocabulary.forwarding import Example, forwarding_terms


@pytest.mark.parametrize("example", forwarding_terms().examples, ids=lambda example: example.text[:40])
def test_examples_of_the_data_file(example: Example) -> None:
    found = list(find_forwardings(example.text, 0, len(example.text)))
    says = "none" if not found else "done" if found[0].done else "ahead"
    assert says == example.says


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Officials said the request will be submitted by the State Department to Congress next week.",
            "will be submitted by the State Department to Congress",
        ),
        ("The sale was notified to Congress on Monday.", "was notified to Congress"),
    ],
)
def test_the_words_run_from_tense_to_house(text: str, words: str) -> None:
    assert [found.passage.words(text) for found in find_forwardings(text, 0, len(text))] == [words]


def test_a_sentence_about_another_matter_says_nothing() -> None:
    text = "The governor has sent his resignation. The committee will send its report to lawmakers."
    assert list(find_forwardings(text, 0, len(text))) == []
