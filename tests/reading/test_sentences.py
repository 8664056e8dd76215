"""Where sentences and paragraphs begin and end."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.sentences import paragraphs, sentences

CASES = [
    ("Gen. Ray Holt spoke. He left.", ["Gen. Ray Holt spoke.", "He left."], "a rank is no end"),
    ("Lt. Col. J. B. Ames came. So did I.", ["Lt. Col. J. B. Ames came.", "So did I."], "ranks and initials"),
    (
        "It went to the U.S. The deal stands.",
        ["It went to the U.S.", "The deal stands."],
        "U.S. before a starter",
    ),
    ("The U.S. Congress met.", ["The U.S. Congress met."], "U.S. before a name"),
    (
        "It came on Jan. 11, 2024. It stayed.",
        ["It came on Jan. 11, 2024.", "It stayed."],
        "month before a number",
    ),
    ("Acme Corp. said so. Fine.", ["Acme Corp. said so.", "Fine."], "company before a small letter"),
    (
        "“We wait. We hope.” She left.",
        ["“We wait.", "We hope.”", "She left."],
        "marks stay with their sentence",
    ),
    (
        "“Why now?” Minister Kovac asked. No answer.",
        ["“Why now?” Minister Kovac asked.", "No answer."],
        "verb carries on",
    ),
    ("“Go!” he said. They went.", ["“Go!” he said.", "They went."], "a small letter carries on"),
    (
        "They signed the deal.The price is secret.",
        ["They signed the deal.", "The price is secret."],
        "glued lines",
    ),
    ("See state.gov for more. Ask.", ["See state.gov for more.", "Ask."], "an address is no end"),
    (
        "It cost $3.5 billion. Tax is 2.1 per cent.",
        ["It cost $3.5 billion.", "Tax is 2.1 per cent."],
        "decimals",
    ),
    (
        "First line\n\nSecond line. Third.",
        ["First line", "Second line.", "Third."],
        "a heading without a stop",
    ),
    ("No. 5 Squadron flew. It landed.", ["No. 5 Squadron flew.", "It landed."], "number sign"),
    ("Did he say no. Many did.", ["Did he say no.", "Many did."], "'no' as a word"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES)
def test_sentences(text: str, expected: list[str], reason: str) -> None:
    assert [found.words(text) for found in sentences(text)] == expected, reason


COLUMN = """\
OSLO - Norway will buy twelve
helicopters from Italy for the
navy. “We need them by May.
They are late as it is,” said
Minister Ana Kovac, who spoke
at the yard where two of the
older ships are kept for now."""

PARAGRAPHS = [
    ("A short line\nAnother line", ["A short line", "Another line"], "lines are paragraphs"),
    (
        "The Government of Kosovo has asked to buy some 246 new\nmissiles from the United States.",
        ["The Government of Kosovo has asked to buy some 246 new\nmissiles from the United States."],
        "a narrow line runs on",
    ),
    (COLUMN, [COLUMN], "a column, whose lines are filled"),
    (
        "The navy is buying two ships, smaller\nthan the last.\nThey come in May.",
        ["The navy is buying two ships, smaller\nthan the last.", "They come in May."],
        "one line broken in two",
    ),
    (
        "Norway completes its order for forty helicopters from Italy\n2024.01.09\nThey come in May.",
        ["Norway completes its order for forty helicopters from Italy", "2024.01.09", "They come in May."],
        "a day below a headline",
    ),
    ("Fruit\napples\npears", ["Fruit", "apples", "pears"], "words of a list"),
    ("One.\n \nTwo.", ["One.", "Two."], "a blank line with a space"),
    ("  \n\n ", [], "white space only"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[str], reason: str) -> None:
    assert [found.words(text) for found in paragraphs(text)] == expected, reason


@given(st.text(alphabet="aA .!?\n\"“”'’U.S3", max_size=200))
def test_sentences_cover_every_word_once(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert "".join("".join(one.words(text).split()) for one in found) == "".join(text.split())
    assert all(one.words(text) == one.words(text).strip() for one in found)


@pytest.mark.parametrize("unit", ["“", '"', ".", "? ", "A. ", "\n", "'", "a. B"])
def test_time_is_linear(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    began = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - began < 8
