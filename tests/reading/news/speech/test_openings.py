"""What stands before the subject of a sentence."""

import pytest

from armsdocket.reading.news.speech.openings import behind_openings, leads_to_name
from armsdocket.reading.news.speech.wording import wordings

CASES = [
    ("On Friday, Kovac said", "Kovac", "a day"),
    ("Hours later, speaking in Oslo, Kovac said", "Kovac", "a time and an occasion"),
    ("And then Kovac said", "Kovac", "joints"),
    ("Of Ames, Kovac said", "Kovac", "of whom it is said"),
    ("In May 2019, Kovac said", "Kovac", "a year"),
    ("Boring, the minister, said", "Boring", "a name in -ing"),
    ("Kovac, the minister, said", "Kovac", "a name and its apposition"),
]


@pytest.mark.parametrize(("text", "subject", "reason"), CASES)
def test_behind_openings(text: str, subject: str, reason: str) -> None:
    words = next(wordings(text)).words
    assert words[behind_openings(words, 0, len(words) - 1)] == subject, reason


@pytest.mark.parametrize(
    ("text", "leads", "reason"),
    [
        ("presidential candidate Ana", True, "an adjective and an office before a name"),
        ("minister Ana", True, "an office before a name"),
        ("left Oslo", False, "a verb"),
        ("minister said", False, "no name behind the office"),
    ],
)
def test_leads_to_name(text: str, leads: bool, reason: str) -> None:
    words = text.split()
    assert leads_to_name(words, 0, len(words)) is leads, reason
