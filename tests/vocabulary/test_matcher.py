"""The matcher: whole words, longest first, offsets of the text as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Matcher

KOREAS = Matcher([("North Korea", "KP"), ("Korea", "KR"), ("Côte d'Ivoire", "CI"), ("anti-tank", "at")])


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("in North Korea now", [("North Korea", "KP")], "longest first"),
        ("Koreans", [], "whole words only"),
        ("pro-Korea", [("Korea", "KR")], "a hyphen ends a word"),
        ("NORTH\n    KOREA", [("NORTH\n    KOREA", "KP")], "across a line break and an indent"),
        ("cote d’ivoire", [("cote d’ivoire", "CI")], "accents and apostrophes fold"),
        ("anti‑tank", [("anti‑tank", "at")], "a non-breaking hyphen"),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = [(text[match.start : match.end], match.value) for match in KOREAS.find(text)]
    assert found == expected, why


def test_a_refused_candidate_leaves_room_for_a_shorter_one() -> None:
    found = KOREAS.find("North Korea", accept=lambda start, end, value: value != "KP")
    assert [match.value for match in found] == ["KR"]


def test_nothing_to_match() -> None:
    assert Matcher[str]([]).find("Korea") == []


@given(
    st.lists(st.sampled_from(["North Korea", "Korea", " ", "\n\n", "x", ", ", "é", "\t"])), st.integers(0, 20)
)
def test_spans_round_trip(pieces: list[str], start: int) -> None:
    text = "".join(pieces)
    phrases = {"north korea": "KP", "korea": "KR"}
    for match in KOREAS.find(text, start):
        assert match.start >= start
        assert phrases[" ".join(fold(text[match.start : match.end]).split())] == match.value
