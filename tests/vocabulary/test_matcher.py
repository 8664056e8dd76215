"""The matcher: whole words, longest first, offsets of the text as written."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.vocabulary import matcher
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


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no matcher be shared but those of the test."""
    caches = (matcher._joint, matcher._whole)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(matcher, "_shared", [])
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("alone")
def test_shared_matchers_find_what_each_finds_alone() -> None:
    phrases = (["Korea", "North Korea", "air force"], ["air force", "North", "a"], ["force of"])
    shared = [Matcher([(phrase, phrase) for phrase in own], shared=True) for own in phrases[:2]]
    texts = ["The  Air\nForce of North Korea", "a Korean airforce", "NORTH KOREA", ""]
    for text in texts:
        assert [match.value for each in shared for match in each.find(text)] == [
            match.value for own in phrases[:2] for match in Matcher([(one, one) for one in own]).find(text)
        ]
    # One that is made when a text was passed over already passes over it alone.
    late = Matcher([(phrase, phrase) for phrase in phrases[2]], shared=True)
    assert [match.value for match in late.find(texts[0])] == ["force of"]
    assert [match.value for match in late.find(texts[0] + ".")] == ["force of"]
