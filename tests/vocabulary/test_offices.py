"""Offices and whose they are."""

import pytest

from armsdocket.vocabulary import offices
from armsdocket.vocabulary.offices import find_offices


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "US Ambassador to Serbia",
            [("US Ambassador to Serbia", "ambassador", "US")],
            "the posting is not the country",
        ),
        ("Serbian President Vucic", [("Serbian President", "president", "RS")], "a demonym before"),
        (
            "Kosovo's Prime Minister",
            [("Kosovo's Prime Minister", "prime minister", "XK")],
            "a genitive before",
        ),
        (
            "the Minister of Defence of Kosovo",
            [("Minister of Defence of Kosovo", "defence minister", "XK")],
            "behind",
        ),
        (
            "a Turkish defence ministry spokesman",
            [("Turkish defence ministry spokesman", "defence ministry spokesman", "TR")],
            "a body and its voice",
        ),
        ("in general, at 3 pm", [], "words that are no titles"),
    ],
)
def test_find_offices(text: str, expected: list[tuple[str, str, str | None]], why: str) -> None:
    found = [(text[match.start : match.end], match.office, match.country) for match in find_offices(text)]
    assert found == expected, why


def test_no_title_is_given_to_two_offices() -> None:
    owners: dict[str, str] = {}
    for id, office in offices.offices().items():
        for words in (*office.words, *office.exact):
            assert owners.setdefault(words.lower(), id) == id, words


def test_every_title_is_found() -> None:
    for office in offices.offices().values():
        for words in office.words:
            title = words[0].upper() + words[1:]
            assert any(match.title_end == len(title) for match in find_offices(title)), words
