"""The flow: breaks of the page taken out, every character still at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.notices.flow import flow

WRAPPED = (
    "    The Government of Norway has requested to buy sixteen (16) C-\n"
    "130J aircraft and spare parts with the equipment that belongs to\n"
    "them, as described below, in the quantity that the armed forces\n"
    "need; and other elements.\n"
)

CASES = [
    (WRAPPED, "(16) C-130J aircraft and spare", "a word broken after its hyphen"),
    ("five (5) AN/\nPRC-160 radios and more of the same kind", "AN/PRC-160", "a word broken after its slash"),
    ("the M404 ER\n\n[[Page 19116]]\n\nGMLRS pods", "M404 ER GMLRS pods", "a page mark in the middle"),
    ("(U) Twelve (12) launchers (U) and kits", "Twelve (12) launchers and kits", "classification marks"),
    ("AN/ALQ-131(U) pods", "AN/ALQ-131(U) pods", "a bracket that belongs to a designation"),
    ("civilian\u2010military and 24\u2013104", "civilian-military and 24-104", "three kinds of hyphen"),
    ("Denmark\u2019s \u201cframe\u201d", 'Denmark\'s "frame"', "typographic quotes"),
    ("69 AN/ALQ- 144A(V)1 sets", "69 AN/ALQ-144A(V)1 sets", "a blank that the print put into a designation"),
    ("- 144A -  144A A- 1", "- 144A - 144A A-1", "runs of blanks, and a hyphen alone"),
    ("a Boeing- U.S. Army proposal", "Boeing- U.S. Army", "a hyphen before a word keeps its blank"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_flow(text: str, expected: str, reason: str) -> None:
    """The words run on."""
    assert expected in flow(text).text, reason


def test_headings_stand_alone() -> None:
    """A heading behind a full line is a paragraph of its own; a wrapped bracket is none."""
    text = (
        "    Twenty-four (24) international field artillery tactical data system\n"
        "Non-Major Defense Equipment:\n"
        "    The following non-MDE items will also be included: radios (includes\n"
        "six (6) spares); tool kits; test equipment; training; and other things.\n"
    )
    paragraphs = flow(text).text.split("\n")
    assert paragraphs[1] == "Non-Major Defense Equipment:"
    assert "(includes six (6) spares)" in paragraphs[2]


def test_passage_reaches_over_the_break() -> None:
    """A passage in the flow covers the document's own characters, the break with them."""
    words = flow("first line of C-\n130 aircraft here")
    start = words.text.index("C-130")
    where = words.passage(start, start + 5)
    assert where.words(words.source) == "C-\n130"


@given(st.text(alphabet="aB1 -\u2013/().\n\u00a0[]PgeU", max_size=200))
def test_characters_keep_their_place(text: str) -> None:
    """Every character of the flow but a paragraph's or word's break is the one at its origin."""
    words = flow(text)
    plain = text.replace("\u2013", "-").replace("\u00a0", " ")
    origins = [words.offsets.original(at) for at in range(len(words.text))]
    for at, origin in enumerate(origins):
        assert words.text[at] == plain[origin] or words.text[at] in " \n"
    assert origins == sorted(origins)
    for start, end in words.paragraphs():
        where = words.passage(start, end)
        assert 0 <= where.start <= where.end <= len(text)
