"""Dates as written: absolute, partial and relative, with the precision that the words have."""

import datetime
import re
from functools import cache

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.values.number import GAP, Window, alternation, window
from armsdocket.reading.values.relative_date import RELATIVE_DAYS, Candidate, relative_dates
from armsdocket.reading.values.year import YEAR, names_year, word_before
from armsdocket.vocabulary.phrase import Phrase
from armsdocket.vocabulary.value_terms import calendar_terms


class DateFound(msgspec.Struct, frozen=True):
    """A date as an ISO prefix (``2023``, ``2023-07``, ``2023-07-14``)."""

    value: str
    passage: Passage
    relative: bool = False
    """True when it was worked out from the anchor ("on Thursday", "last July")."""


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, anchor: datetime.date | None = None
) -> list[DateFound]:
    """Return the dates in ``text[start:end]``, in order; relative ones only when ``anchor`` is given.

    Day and month in figures are read only where they cannot be exchanged (11/01/2024 is none), except
    with full stops, which put the day first everywhere. Fiscal years are no dates. A weekday is the last
    such day up to the anchor, unless words such as "will" or "next" look ahead. "Last week" names no day
    and gives none.

    >>> [(d.value, d.passage) for d in find_dates("BIRN January 11, 202417:24, since June 1999")]
    [('2024-01-11', Passage(start=5, end=21)), ('1999-06', Passage(start=34, end=43))]
    """
    view = window(text, start, end)
    candidates = _absolute(view)
    if anchor is not None:
        candidates += relative_dates(view, anchor)
    # Leftmost first, and of those the longest; a date with its year before one without.
    candidates.sort(key=lambda each: (each.start, -each.end, each.relative))
    found: list[DateFound] = []
    reached = -1
    for each in candidates:
        if each.start >= reached:
            reached = each.end
            found.append(
                DateFound(each.value, Passage(view.at(each.start), view.at(each.end)), each.relative)
            )
    return found


@cache
def day_signs() -> Phrase:
    """Match what every date to the day holds in folded text: a figure, a weekday, "yesterday", "ago"."""
    words = [*"0123456789", *calendar_terms().weekdays, *RELATIVE_DAYS, "ago"]
    return Phrase("|".join(map(re.escape, words)), shared=True)


def iso_day(year: int, month: int, day: int) -> str | None:
    """Give the ISO date, or None for a day the calendar does not have."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _spelled() -> Phrase:
    terms = calendar_terms()
    months = alternation(list(terms.months))
    weekday = rf"(?:(?:{alternation([*terms.weekdays, *terms.weekday_short])})\.?,?[ \t]{{1,3}})?"
    # The year may run straight into the time of day: "January 11, 202417:24".
    year = rf"(?P<{{0}}>{YEAR})(?:(?=\d{{{{1,2}}}}:\d\d)|(?!\d))"
    day = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]?(?:-|and|&)[ ]?\d{{1,2}})?"
    return Phrase(
        rf"(?<![\w/:-])(?:{weekday}(?:"
        rf"(?P<m1>{months})(?!\w)\.?{GAP}{day.format('d1')}[ \t]{{0,3}},?{GAP}{year.format('y1')}"
        rf"|{day.format('d2')}(?:[ ]of)?{GAP}(?P<m2>{months})(?!\w)\.?,?{GAP}{year.format('y2')})"
        rf"|(?P<m3>{months})(?!\w)\.?(?:,|[ ]of)?{GAP}{year.format('y3')})"
    )


_DIGIT = re.compile(r"\d")
_NUMERIC = Phrase(
    r"(?<![\w./-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-/])(?P<m>\d{2})(?P=s)(?P<d>\d{2})"
    r"|(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d))(?!\d|[./-]\d)"
)
_YEAR = Phrase(
    rf"(?<![\w$€£#.,/:-])(?:mid-)?(?P<y>{YEAR})(?:-(?P<y2>{YEAR})(?!\w|-))?(?!\w|[/:]\d|[,.]\d|-\d|%)"
)


def _absolute(view: Window) -> list[Candidate]:
    found: list[Candidate] = []
    if not _DIGIT.search(view.words, view.first, view.last):
        return found
    for match in _spelled().finditer(view.words, view.first, view.last):
        value = _spelled_value(match)
        if value:
            found.append(Candidate(match.start(), match.end(), value))
    for match in _NUMERIC.finditer(view.words, view.first, view.last):
        value = _numeric_value(match)
        if value:
            found.append(Candidate(match.start(), match.end(), value))
    for match in _YEAR.finditer(view.words, view.first, view.last):
        found += _bare_years(view, match)
    return found


def _spelled_value(match: re.Match[str]) -> str | None:
    months = calendar_terms().months
    if match["m1"]:
        return iso_day(int(match["y1"]), months[match["m1"]], int(match["d1"]))
    if match["m2"]:
        return iso_day(int(match["y2"]), months[match["m2"]], int(match["d2"]))
    return f"{match['y3']}-{months[match['m3']]:02}"


def _numeric_value(match: re.Match[str]) -> str | None:
    if match["y"]:
        return iso_day(int(match["y"]), int(match["m"]), int(match["d"]))
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["sign"] == "." or one > 12 or one == two:
        return iso_day(year, two, one)
    return iso_day(year, one, two) if two > 12 else None


def _bare_years(view: Window, match: re.Match[str]) -> list[Candidate]:
    """Give the year, or both years of a span, unless it is a fiscal year or a number of things."""
    before = word_before(view, match.start())
    terms = calendar_terms()
    two_words = " ".join(view.words[max(0, match.start() - 20) : match.start()].split()[-2:])
    if before in terms.fiscal or two_words in terms.fiscal:
        return []
    if not match["y2"] and not names_year(view, *match.span("y")):
        return []
    if not before and view.words[match.end() : match.end() + 1] != ")" and match.start() > view.first:
        return []
    return [Candidate(*match.span(name), match[name]) for name in ("y", "y2") if match[name]]
