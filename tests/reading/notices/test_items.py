# ruff: noqa: E501 - the documents have long lines
"""Item lines: numbers in words and figures, parts of a line's own count, lists of every punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.notices.flow import flow
from armsdocket.reading.notices.items import lines

CASES = [
    ("twenty (20) M142 launchers; ten (10) M57 pods", [20, 10], "words with figures in brackets"),
    ("12 AH-64D helicopters, 27 T700-GE-701D engines, and 14 radar sets", [12, 27, 14], "figures and commas"),
    ("two MC-130J, three KC-130J, and one C-130J aircraft", [2, 3, 1], "words beside designations"),
    ("(60) F-15 aircraft support kits", [60], "figures in brackets only"),
    ("up to (40) radios, (6) shelters", [40, 6], "a bound before the bracket"),
    (
        "three (3) air defence units that include: two (2) radars; nine (9) missiles",
        [3, 2, 9],
        "a list behind a colon inside a member",
    ),
    ("70 M-39 missiles, 4 B 61 casings", [70, 4], "the letter of a designation is no million"),
    ("14 aircraft with 2 engines, 2 per aircraft", [14, 2], "how many to each is no line"),
    ("ten (10) jets with an option to purchase an additional 6 jets", [10, 6], "an option"),
    ("a retrofit of 145 jets that includes sale of: 9 radars; 8 pods", [9, 8], "the sale of a list"),
    ("thirty(30) launchers", [30], "no blank before the bracket"),
    ("four hundred and ten (410) missiles", [410], "the word and inside the number"),
    (
        "6 CH-47F helicopters with 12 T55 engines and 2 spare engines",
        [6, 12, 2],
        "counts behind with and and",
    ),
    ("30mm cartridges; 500 lb bombs; 155mm projectiles", [], "sizes count nothing"),
    ("1,000 MK-82 500lb bombs", [1000], "a size behind a count"),
    ("2000 MK-84 bombs", [2000], "a figure that could be a year"),
    ("864,000 gallons of fuel", [864000], "a measure of a bulk good"),
    ("90 containers, 8 launchers; test sets, 3 trainers", [90, 8, 3], "commas and semicolons mixed"),
    ("twenty-one (21)\nAGM-84 missiles; two (2)\nPods", [21, 2], "the thing on the line behind its number"),
    ("84 aircraft\n170 radar\n(AESA) sets\n20 pods", [84, 170, 20], "one a line, one line broken"),
    ("6 bombs, inert\n12 kits, tail\n9 sets", [6, 12, 9], "one a line, commas inside"),
    ("a retrofit kit consisting of 12 receivers and 4 consoles", [12, 4], "behind consisting of"),
    ("120 .50 cal machine guns; .50 cal ammunition", [120], "a calibre with a point"),
    ("65' patrol boats; 4-Man chassis", [], "a size in feet and a crew count nothing"),
    (
        "six (6) missiles (includes two (2) fly-to-buy) and four (4) launchers",
        [6, 4],
        "a line behind the closed bracket of another",
    ),
    ("1) replacement of sights; 2) nine (9) mounts", [9], "numbers of an enumeration"),
    ("ten (10) trucks; and other related elements of logistics support", [10], "the catch-all"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_quantities(text: str, expected: list[int], reason: str) -> None:
    """Each line that counts is found with its number."""
    words = flow(text)
    found = [item.quantity.value for item in lines(words, 0, len(words.text)) if item.quantity]
    assert found == expected, reason


def test_catch_all_is_no_item() -> None:
    """The last piece of every list names nothing."""
    words = flow("spare parts; and other related elements of logistics and program support")
    assert [item.value for item in lines(words, 0, len(words.text))] == ["spare parts"]


def test_parts_stay_inside_their_line() -> None:
    """Parts of a line's own count are held by the line and never added to it."""
    words = flow(
        "Forty (40) Javelin missiles (includes six (6) fly-to-buy missiles); 16 engines (12 installed, 4 spares);"
        " 19 test assets (12 live tails, 7 inert tails)"
    )
    first, second, third = lines(words, 0, len(words.text))
    assert first.quantity is not None
    assert first.quantity.value == 40
    assert [part.quantity.value for part in first.includes if part.quantity] == [6]
    assert [part.quantity.value for part in second.includes if part.quantity] == [12, 4]
    assert [part.quantity.value for part in third.includes if part.quantity] == [12, 7]


def test_bound_article_unit() -> None:
    """A line gives the bound, the listed article, the designation and what is counted."""
    words = flow("up to one hundred (100) AGM-114R Hellfire missiles for the fleet")
    (item,) = lines(words, 0, len(words.text))
    assert item.quantity is not None
    assert (item.quantity.value, item.quantity.bound) == (100, "at most")
    assert item.article == "agm-114"
    assert item.designation is not None
    assert item.designation.value == "AGM-114R"
    assert item.unit is not None
    assert item.unit.value == "missiles"


def test_comma_in_brackets_separates_nothing() -> None:
    """A bracket holds its commas; one that is never closed does not swallow the list."""
    words = flow("8 radars (mobile, fixed, spare); 5 power units (two kinds; 4 trucks")
    found = [item.quantity.value for item in lines(words, 0, len(words.text)) if item.quantity]
    assert found == [8, 5, 4]


@given(st.text(alphabet="aM1-142 ,;()and.\nwith(20)", max_size=160))
def test_passages_round_trip(text: str) -> None:
    """Whatever stands there: every item is the characters of its passage."""
    words = flow(text)
    for item in lines(words, 0, len(words.text)):
        assert item.passage.words(text) == item.as_written
        if item.quantity:
            assert item.quantity.passage.words(text) == item.quantity.as_written
