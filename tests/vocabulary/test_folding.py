"""Folding keeps one code point for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.vocabulary.folding import CharacterMap, fold


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Vučić", "vucic", "South Slavic accents"),
        ("Prishtinë", "prishtine", "Albanian diaeresis"),
        ("Đoković Ł", "dokovic l", "letters no decomposition takes apart"),
        ("İstanbul", "istanbul", "a capital whose lower case is two code points"),
        ("S‑400 – it’s “new”", 's-400 - it\'s "new"', "hyphen, dash, apostrophe, quotes"),
        ("``quoted''", "''quoted''", "back quotes of typewriter text"),
        ("a\u00a0b", "a b", "no-break space"),
        ("\U0001d5e8\U0001d5de and US", "uk and us", "bold letters of a font have a lower case, too"),
        ("Москва, BÜRO €5…", "москва, buro €5…", "what has no plain form stays"),
        ("\ud800A", "\ud800a", "half a pair"),
    ],
)
def test_fold(text: str, expected: str, why: str) -> None:
    assert fold(text) == expected, why


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert len(fold(fold(text))) == len(text)


@given(st.text(alphabet="aZ`’ÉЖ“\u00a0\ud800😀\n", max_size=80))
def test_characters_are_exchanged_whatever_stands_beside_them(text: str) -> None:
    table = {ord("Z"): "z", ord("’"): "'", ord("É"): "e", 0xA0: " ", ord("😀"): "☺"}
    assert CharacterMap("test", table)(text) == text.translate(table)
    assert fold(text) == "".join(map(fold, text))
