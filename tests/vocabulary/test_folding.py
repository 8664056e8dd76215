"""Folding keeps one code point for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.vocabulary.folding import fold


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
