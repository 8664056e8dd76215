"""Passages and how their words are quoted."""

from armsdocket.documents.passage import quoted


def test_long_words_are_shortened_in_the_middle() -> None:
    words = "first " + "middle " * 60 + "last"
    assert quoted(words).startswith("\u201cfirst")
    assert quoted(words).endswith("last\u201d")
    assert " ... " in quoted(words)
