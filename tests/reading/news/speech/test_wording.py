"""A paragraph taken apart for reading who says what."""

from armsdocket.reading.news.speech.wording import wordings


def test_tokens_know_their_quotation() -> None:
    (wording,) = wordings("“We wait,” said Ana Kovac.")
    assert wording.words == ["“", "We", "wait", ",", "”", "said", "Ana", "Kovac", "."]
    assert wording.quoted == [0, 0, 0, 0, 0, -1, -1, -1, -1]


def test_a_stretch_of_quotations_alone_is_nobodys_words() -> None:
    assert len(list(wordings("He said “yes”. " * 100))) == 1
    assert list(wordings("“yes” " * 500)) == []
