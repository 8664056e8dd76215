"""Word lists of transfers: each example of a list holds one of its words."""

import pytest

from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.folding import fold

EXAMPLES = [
    (name, example) for name, listed in transfer_terms.word_lists().items() for example in listed.examples
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_holds_a_word_of_its_list(name: str, example: str) -> None:
    assert transfer_terms.pattern(name).search(fold(example))


def test_a_phrase_puts_a_list_for_its_name() -> None:
    wording = transfer_terms.phrase(r"\b<modals>\s+be$")
    assert wording.search("it will be")
    assert not wording.search("it was be")
