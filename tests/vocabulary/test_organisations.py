"""Organisations: who is named, and the data itself."""

import pytest

from armsdocket.vocabulary import countries, organisations
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.organisations import find_organisations, names_of


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("NATO's KFOR mission, Nato said", ["NATO", "KFOR", "NATO"], "British and American spelling"),
        ("Raytheon Lockheed Martin Javelin Joint Venture", ["javelin-jv"], "the longest name"),
        ("an app; AP reported", ["ap"], "short names in capitals alone"),
        ("Rafael Nadal won; Rafael makes missiles", ["rafael"], "a person's name"),
        ("the senate of a university", [], "no capital, no Senate"),
        ("the White House told Congress", ["white-house", "us-congress"], "government and legislature"),
    ],
)
def test_find_organisations(text: str, expected: list[str], why: str) -> None:
    assert [found.id for found in find_organisations(text)] == expected, why


def test_there_are_enough_makers() -> None:
    kinds = [entry.kind for entry in organisations.all_organisations().values()]
    assert kinds.count("company") >= 120


def test_no_name_is_given_to_two() -> None:
    owners: dict[str, str] = {}
    for entry in organisations.all_organisations().values():
        for words in names_of(entry):
            assert owners.setdefault(fold(words), entry.id) == entry.id, words


@pytest.mark.parametrize("id", sorted(organisations.all_organisations()))
def test_every_name_leads_to_its_organisation(id: str) -> None:
    entry = organisations.organisation(id)
    assert entry.country is None or entry.country in countries.all_countries()
    for words in names_of(entry):
        assert [found.id for found in find_organisations(words)] == [id], words
