import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from armsdocket.cli.sheet import Sheet, printable


def sheet() -> tuple[Sheet, io.StringIO]:
    out = io.StringIO()
    return Sheet(Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=True)), out


@pytest.mark.parametrize(
    ("words", "shown", "reason"),
    [
        ("\x1b[31mred", "\u25a1[31mred", "an escape sequence in a document does not drive the terminal"),
        ("one\ntwo\xa0three", "one two three", "line breaks and hard spaces are spaces"),
        ("a\u202eb", "ab", "no text runs backwards"),
        (
            "Vu\u010di\u0107 \u2013 \u201cno\u201d",
            "Vu\u010di\u0107 \u2013 \u201cno\u201d",
            "letters, dashes and quotes stay",
        ),
        ("[bold]x[/bold]", "[bold]x[/bold]", "markup is words"),
    ],
)
def test_printable(words: str, shown: str, reason: str) -> None:
    assert printable(words) == shown, reason


@given(st.text())
def test_no_control_character_reaches_the_terminal(words: str) -> None:
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in printable(words))


@given(st.lists(st.text(alphabet=st.characters(max_codepoint=0x17F), min_size=1), min_size=1))
def test_wrapped_lines_fit_the_width(words: list[str]) -> None:
    page, out = sheet()
    page.wrapped(" ".join(words), indent=4)
    assert all(len(line) <= page.width for line in out.getvalue().splitlines())


def test_piped_text_is_plain() -> None:
    page, out = sheet()
    page.title("Kosovo: FGM-148 Javelin", "case 23-22")
    page.heading("values")
    assert "\x1b" not in out.getvalue()


def test_columns_line_up_and_the_last_one_wraps_under_itself() -> None:
    page, out = sheet()
    page.rows([("buyer", "Kosovo"), ("channel", "Foreign Military Sales " * 5)])
    lines = out.getvalue().splitlines()
    assert lines[0] == "  buyer    Kosovo"
    assert lines[2][10:12].strip() == lines[2][11]


def test_a_mark_too_long_for_the_line_takes_one_of_its_own() -> None:
    page, out = sheet()
    page.width = 40
    page.wrapped("Kosovo: Javelin", mark="kosovo-javelin-2024  ")
    page.wrapped("United Arab Emirates: drone", mark="united-arab-emirates-drone-2024-05  ")
    page.wrapped("", mark="united-arab-emirates-drone-2024-05  ")
    assert out.getvalue().splitlines() == [
        "kosovo-javelin-2024",
        "  Kosovo: Javelin",
        "united-arab-emirates-drone-2024-05",
        "  United Arab Emirates: drone",
        "united-arab-emirates-drone-2024-05",
    ]


def test_a_mark_that_leaves_room_stands_before_the_first_line() -> None:
    page, out = sheet()
    page.width = 40
    page.wrapped("Kosovo: FGM-148 Javelin missiles", mark="23-22  ")
    assert out.getvalue().splitlines() == ["23-22  Kosovo: FGM-148 Javelin missiles"]
