"""Dates as written: a table of wordings against one day, and every day there and back."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.values.date import find_dates

THURSDAY = datetime.date(2024, 1, 11)

ABSOLUTE = [
    ("January 11, 2024", [("2024-01-11", "January 11, 2024")], "month first"),
    ("Jan. 14, 2026", [("2026-01-14", "Jan. 14, 2026")], "abbreviated"),
    ("11 January 2024", [("2024-01-11", "11 January 2024")], "day first"),
    ("11th of January 2024", [("2024-01-11", "11th of January 2024")], "ordinal"),
    ("January 08, 2026", [("2026-01-08", "January 08, 2026")], "leading nought"),
    ("2024-01-11T17:24:00Z", [("2024-01-11", "2024-01-11")], "ISO with time"),
    ("11/01/2024", [], "day or month first: not guessed"),
    (
        "25/12/2023 and 12/25/2023",
        [("2023-12-25", "25/12/2023"), ("2023-12-25", "12/25/2023")],
        "only one reading",
    ),
    ("13.01.2024", [("2024-01-13", "13.01.2024")], "full stops put the day first"),
    ("September 26, 2008 \xad ", [("2008-09-26", "September 26, 2008")], "soft hyphen after"),
    ("In May 2022 it was", [("2022-05", "May 2022")], "month and year"),
    ("in 2018", [("2018", "2018")], "year"),
    ("mid-2023", [("2023", "2023")], "part of a year"),
    ("2014-2018", [("2014", "2014"), ("2018", "2018")], "span of years"),
    ("FY 2017, fiscal 2017, fiscal year 2017", [], "fiscal years"),
    ("BIRN January 11, 202417:24", [("2024-01-11", "January 11, 2024")], "time glued on"),
    ("Sunday, January 14, 2024", [("2024-01-14", "Sunday, January 14, 2024")], "weekday with its date"),
    ("February 30, 2024", [], "no such day"),
    ("2000 troops, $2018, W31P4Q-2019", [], "no years"),
    ("on Thursday, last July, two years ago", [], "relative ones need an anchor"),
]
RELATIVE = [
    ("on Thursday", [("2024-01-11", "Thursday")], "the day itself"),
    ("on Friday", [("2024-01-05", "Friday")], "the last one"),
    ("last Thursday", [("2024-01-04", "last Thursday")], "before the day itself"),
    ("next Friday", [("2024-01-12", "next Friday")], "ahead by its word"),
    ("The ships will sail on Friday", [("2024-01-12", "Friday")], "ahead by the verb"),
    ("It will pay, the minister said on Friday", [("2024-01-05", "Friday")], "the nearer verb looks back"),
    ("Black Friday in the Sunday Times", [], "names"),
    ("yesterday", [("2024-01-10", "yesterday")], "yesterday"),
    ("last week", [], "names no day"),
    ("In July last year", [("2023-07", "July last year")], "month of last year"),
    ("last July", [("2023-07", "last July")], "last July"),
    ("next March", [("2024-03", "next March")], "next March"),
    ("in March", [("2023-03", "March")], "the last March"),
    ("by June", [("2024-06", "June")], "by looks ahead"),
    ("by the end of June", [("2024-06", "June")], "and with words between"),
    ("signed by Peru in June", [("2023-06", "June")], "who signed, not by when"),
    ("may march on", [], "verbs"),
    ("two years ago", [("2022", "two years ago")], "years ago"),
    ("twenty-five years ago", [("1999", "twenty-five years ago")], "in words"),
    ("three months ago", [("2023-10", "three months ago")], "months ago"),
    ("10 days ago", [("2024-01-01", "10 days ago")], "days ago"),
    ("by the end of next year", [("2025", "next year")], "next year"),
    ("over the last year", [], "a length of time"),
    ("earlier this month", [("2024-01", "this month")], "this month"),
    ("WASHINGTON, Jan 5 (Agency) -", [("2024-01-05", "Jan 5")], "a dateline"),
    ("to be delivered beginning Jan. 22", [("2024-01-22", "Jan. 22")], "a day to come"),
    ("on Nov. 29", [("2023-11-29", "Nov. 29")], "a day gone by"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ABSOLUTE, ids=[row[2] for row in ABSOLUTE])
def test_absolute(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = find_dates(text)
    assert [(d.value, d.passage.words(text)) for d in found] == expected, why
    assert not any(d.relative for d in found)


@pytest.mark.parametrize(("text", "expected", "why"), RELATIVE, ids=[row[2] for row in RELATIVE])
def test_relative(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = find_dates(text, anchor=THURSDAY)
    assert [(d.value, d.passage.words(text)) for d in found] == expected, why
    assert all(d.relative for d in found)


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%Y-%m-%d", "%A, %B %d, %Y", "%d.%m.%Y"]),
)
def test_every_day_comes_back(day: datetime.date, layout: str) -> None:
    text = f"Signed {day.strftime(layout)} in the capital"
    assert [d.value for d in find_dates(text)] == [day.isoformat()]


@given(st.dates(), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_a_weekday_is_within_the_week_before(anchor: datetime.date, weekday: str) -> None:
    for found in find_dates(f"He said on {weekday}", anchor=anchor):
        day = datetime.date.fromisoformat(found.value)
        assert day.strftime("%A") == weekday
        assert 0 <= (anchor - day).days < 7


@given(st.text(alphabet="0123456789 ,.-/JanuryMMody lastgoyers\n", max_size=80), st.dates())
def test_any_text_is_read_and_passages_lie_in_order(text: str, anchor: datetime.date) -> None:
    reached = 0
    for found in find_dates(text, anchor=anchor):
        assert reached <= found.passage.start < found.passage.end <= len(text)
        reached = found.passage.end
