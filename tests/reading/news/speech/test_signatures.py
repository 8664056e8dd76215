"""Names that sign what was said."""

import pytest

from armsdocket.documents.load import load
from armsdocket.reading.claims import Heading
from armsdocket.reading.news.speech.signatures import name_over_office, signed_below
from armsdocket.reading.news.speech.wording import wordings
from armsdocket.reading.news.statement.statements import find_statements

BELOW = [
    ("― Ana Kovac", "Ana Kovac", "a dash and a name"),
    ("- Kovac.", "Kovac", "a hyphen and a full stop"),
    ("– A soldier himself – Kovac said it.", None, "words between dashes"),
    ("Ana Kovac", None, "no dash"),
    ("Ana Kovac (D-OH), The Riga Globe", "Ana Kovac", "author and paper of a press review"),
]
OVER = [
    ("Ana Kovac\nChairman, President and Chief Executive Officer", "Ana Kovac", "a name over an office"),
    ("Ana M. Kovac, Defence Minister", "Ana M. Kovac", "an office behind a comma"),
    ("Ana Kovac\nThe sale was on Friday.", None, "no office below"),
    ("Defence Minister Ana Kovac", None, "an office before a name is no signature"),
]


@pytest.mark.parametrize(("text", "name", "reason"), BELOW)
def test_signed_below(text: str, name: str | None, reason: str) -> None:
    found = signed_below(next(wordings(text)))
    assert (found and found.words(text)) == name, reason


@pytest.mark.parametrize(("text", "name", "reason"), OVER)
def test_name_over_office(text: str, name: str | None, reason: str) -> None:
    found = name_over_office(next(wordings(text)))
    assert (found and found.words(text)) == name, reason


def test_one_name_signs_all_paragraphs_above_it() -> None:
    text = (
        "Arvo comments on the talks\n\n“We had a good meeting on the price of the jets.\n\n"
        "“We look forward to more of them.”\n\nAna Kovac\nChief Executive Officer\nArvo"
    )
    found = find_statements(load(text.encode(), "a.txt"), Heading(kind="news"))
    assert [(one.words.value[:6], one.speaker and one.speaker.value) for one in found] == [
        ("We had", "Ana Kovac"),
        ("We loo", "Ana Kovac"),
    ]
