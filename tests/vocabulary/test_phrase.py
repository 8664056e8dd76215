"""An expression is passed over only where it cannot match."""

import re
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.vocabulary import notice_terms
from armsdocket.vocabulary.phrase import Phrase, needs, width


@pytest.mark.parametrize(
    ("pattern", "expected", "why"),
    [
        (r"\bfor sale\b", ("for sale",), "the words themselves"),
        (r"a(?:bcd|efg)+h", ("bcd", "efg"), "the branches of a part that stands at least once"),
        (r"sales?", ("sale",), "the letter that may be missing is not needed"),
        (r"foreign (?:sales|parts)|foreign", ("foreign",), "what holds another word is found with it"),
        (r"(?:abc)?def", ("def",), "a part that may be missing"),
        (r"(?:abc)?|def", (), "a branch that needs nothing"),
        (r"(?!abc)\w+(?<!def)", (), "what must not stand there is not needed"),
        (r"[ab]c(?=def)", ("c",), "what is only looked at is left out"),
        (r"(?>abc)d{2,3}", ("abc",), "an atomic group"),
        (r"(?i)abc", (), "letters of any case"),
        (r"x(?i:abc)", ("x",), "letters of any case in a part"),
        (r"re(?:ad|st)s?", ("read", "rest"), "branches right behind the letters before them"),
    ],
)
def test_needs(pattern: str, expected: tuple[str, ...], why: str) -> None:
    assert needs(_parser.parse(pattern)) == expected, why


PATTERNS = (r"\bab|cd+(?:a|b)", r"(?:ab)+ c?|x", r"a{2}b?(?: d|-)", r"(?<=a)b$")
# In a long text the words of shared expressions are looked for once, whatever part of it is asked about.
PHRASES = [Phrase(pattern, shared=shared) for shared in (False, True) for pattern in PATTERNS]


@given(st.text(alphabet="abcd -x", max_size=30), st.integers(0, 12), st.integers(0, 30))
def test_finds_what_the_expression_finds(text: str, start: int, end: int) -> None:
    for phrase in PHRASES:
        plain = re.compile(phrase.pattern)
        for read in (text, text + "." * 600):
            alone = plain.search(read[start:end])
            for found, expected in (
                (phrase.search(read, start, end), plain.search(read, start, end)),
                (phrase.match(read, start, end), plain.match(read, start, end)),
                (phrase.search_alone(read, start, end), alone),
            ):
                assert (found and found.span()) == (expected and expected.span())
            spans = [match.span() for match in plain.finditer(read, start, end)]
            assert [match.span() for match in phrase.finditer(read, start, end)] == spans
            assert phrase.may_match(read, start, end) or alone is None


def test_phrases_of_notices_are_known_by_their_words() -> None:
    named = [notice_terms.phrase(name) for name in notice_terms.phrases().phrases]
    assert sum(bool(phrase.needs) for phrase in named) > len(named) * 0.8


def test_finds_what_the_expression_finds_where_words_stand_far_apart() -> None:
    for pattern in (
        r"\bsold(?: to)?(?! the)\b|(?<=a )gift",
        r"[a-z]{3} (?:kept|known)(?=[.,])",
        r"; ?|, and\b",
    ):
        phrase, plain = Phrase(pattern), re.compile(pattern)
        assert width(_parser.parse(pattern)) is not None
        for gap in range(0, 80, 3):
            text = f"a gift{'.' * gap}sold the{' ' * gap}old; sold to{'x, and' * 2}{'-' * gap}not known. sold"
            for start, end in ((0, len(text)), (gap, len(text) - 5), (len(text), 0)):
                spans = [match.span() for match in plain.finditer(text, start, end)]
                assert [match.span() for match in phrase.finditer(text, start, end)] == spans
                first = phrase.search(text, start, end)
                assert ([first.span()] if first else []) == spans[:1]


@pytest.mark.parametrize(
    ("pattern", "expected", "why"),
    [
        (r"\bsold\b", 5, "the word, and whether it ends"),
        (r"sold(?= to (?:the )?)", 13, "what is looked at behind it"),
        (r"sold [a-z]*", None, "a word of any length"),
        (r"sold$", None, "where the text ends"),
    ],
)
def test_width(pattern: str, expected: int | None, why: str) -> None:
    assert width(_parser.parse(pattern)) == expected, why
