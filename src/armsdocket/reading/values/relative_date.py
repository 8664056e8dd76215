"""Dates that lean on the document's own: weekdays, "last July", "two years ago", a day without a year."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from armsdocket.reading.values.number import GAP, Window, alternation, number_at
from armsdocket.reading.values.year import YEAR
from armsdocket.vocabulary.phrase import Phrase
from armsdocket.vocabulary.value_terms import calendar_terms

# How far before and after a date the words of direction are looked for, within its sentence.
_BEFORE, _AFTER = 90, 60
_SENTENCE_END = re.compile(r"[.!?;][\"')]?\s|\n\s*\n")
_WORD_AFTER = re.compile(r"[ \t]([a-z]+)")
_WORD = re.compile(r"to be|is to|are to|set to|[a-z]+")


class Candidate(NamedTuple):
    """A date read at ``start:end`` of the window."""

    start: int
    end: int
    value: str
    relative: bool = False


def relative_dates(view: Window, anchor: datetime.date) -> list[Candidate]:
    """Return the dates that need ``anchor``: the day on which the document was published."""
    return [
        candidate for find in (_weekdays, _days_and_spans, _ago, _months) for candidate in find(view, anchor)
    ]


def looks_ahead(view: Window, start: int, end: int) -> bool:
    """Tell whether the nearest word of direction before the date, or else after it, looks ahead."""
    terms = calendar_terms()
    before = view.words[max(0, start - _BEFORE) : start]
    cut = [match.end() for match in _SENTENCE_END.finditer(before)]
    beside = True
    for word in reversed(_WORD.findall(before[cut[-1] :] if cut else before)):
        if beside and word in terms.ahead_before:
            return True
        beside = beside and word in terms.ahead_between
        if word in terms.ahead or word in terms.back:
            return word in terms.ahead
    after = view.words[end : end + _AFTER]
    stop = _SENTENCE_END.search(after)
    for word in _WORD.findall(after[: stop.start()] if stop else after):
        if word in terms.ahead or word in terms.back:
            return word in terms.ahead
    return False


def _capital(view: Window, place: int) -> bool:
    return view.as_written(place, place + 1).isupper()


@cache
def _weekday_pattern() -> Phrase:
    days = alternation(list(calendar_terms().weekdays))
    return Phrase(rf"(?<![\w-])(?:(?P<which>last|next|this|past|coming){GAP})?(?P<day>{days})(?![\w-])")


def _weekdays(view: Window, anchor: datetime.date) -> list[Candidate]:
    terms = calendar_terms()
    found = []
    for match in _weekday_pattern().finditer(view.words, view.first, view.last):
        after = _WORD_AFTER.match(view.words, match.end(), view.last)
        before = view.words[max(0, match.start() - 16) : match.start()].split()
        named = (after and after[1] in terms.named_after and _capital(view, after.start(1))) or (
            before and before[-1] in terms.named_before
        )
        if named or not _capital(view, match.start("day")):
            continue
        back = (anchor.weekday() - terms.weekdays[match["day"]]) % 7
        which = match["which"]
        if which in {"last", "past"}:
            shift = -(back or 7)
        elif which == "next":
            shift = 7 - back
        elif which or looks_ahead(view, match.start(), match.end()):
            shift = (7 - back) % 7
        else:
            shift = -back
        found.append(_day(match.start(), match.end(), anchor, shift))
    return [each for each in found if each]


def _day(start: int, end: int, anchor: datetime.date, shift: int) -> Candidate | None:
    try:
        return Candidate(start, end, (anchor + datetime.timedelta(days=shift)).isoformat(), True)
    except OverflowError:
        return None


_SPANS = Phrase(
    rf"(?<![\w-])(?:(?P<day>yesterday|today|tonight|tomorrow)(?![\w'-])"
    rf"|(?<!the )(?P<which>last|this|next){GAP}(?P<unit>month|year)(?![\w-]))"
)
RELATIVE_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WHICH = {"last": -1, "this": 0, "next": 1}


def _days_and_spans(view: Window, anchor: datetime.date) -> list[Candidate]:
    found = []
    for match in _SPANS.finditer(view.words, view.first, view.last):
        if match["day"]:
            found.append(_day(match.start(), match.end(), anchor, RELATIVE_DAYS[match["day"]]))
        elif match["unit"] == "year":
            found.append(
                Candidate(match.start(), match.end(), f"{anchor.year + _WHICH[match['which']]:04}", True)
            )
        else:
            found.append(_month_shift(match.start(), match.end(), anchor, _WHICH[match["which"]]))
    return [each for each in found if each]


def _month_shift(start: int, end: int, anchor: datetime.date, shift: int) -> Candidate | None:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
    return Candidate(start, end, f"{year:04}-{month + 1:02}", True) if 0 < year < 10000 else None


_AGO = re.compile(rf"{GAP}(?P<unit>days?|months?|years?){GAP}ago(?!\w)")
_AGO_WORD = Phrase(r"(?<!\w)ago(?!\w)")
_LEAD = re.compile(
    r"(?<![\w-])(?:(?P<one>an?)(?= (?:day|month|year) ago)|(?=[\da-z]{1,9}[ \n-][a-z ]{3,24}ago))"
)


def _ago(view: Window, anchor: datetime.date) -> list[Candidate]:
    found = []
    for ago in _AGO_WORD.finditer(view.words, 0, view.last):
        # The longest "twenty-five years ago" begins no further back.
        for lead in _LEAD.finditer(view.words, max(view.first, ago.start() - 32), ago.end()):
            candidate = _ago_at(view, lead, anchor)
            if candidate and candidate.end == ago.end():
                found.append(candidate)
                break
    return found


def _ago_at(view: Window, lead: re.Match[str], anchor: datetime.date) -> Candidate | None:
    if lead["one"]:
        count, end = 1, lead.end()
    else:
        number = number_at(view, lead.start())
        if number is None or number.value != number.value.to_integral_value() or number.value > 9999:
            return None
        count, end = int(number.value), number.end
    match = _AGO.match(view.words, end, view.last)
    if match is None:
        return None
    unit = match["unit"].rstrip("s")
    if unit == "day":
        return _day(lead.start(), match.end(), anchor, -count)
    if unit == "month":
        return _month_shift(lead.start(), match.end(), anchor, -count)
    year = anchor.year - count
    return Candidate(lead.start(), match.end(), f"{year:04}", True) if year > 0 else None


@cache
def _month_pattern() -> Phrase:
    terms = calendar_terms()
    months = alternation(list(terms.months))
    leads = alternation(terms.month_leads)
    year = rf"(?:,?{GAP}(?:of[ ])?(?P<year>last|this|next){GAP}year(?!\w))?"
    no_year = rf"(?![\w'-]|[ ,.]{{0,3}}{YEAR})"
    return Phrase(
        rf"(?<![\w-])(?:(?P<m1>{months})(?!\w)\.?{GAP}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:-\d{{1,2}})?"
        rf"(?![\w%]|[.,:/]\d|-\d)"
        rf"|(?<![.,:$])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]of)?[ ](?P<m2>{months})"
        rf"|(?P<lead>(?:{leads})){GAP}(?P<m3>{months})"
        rf"|(?P<m4>{months})(?={GAP}(?:of[ ])?(?:last|this|next){GAP}year)"
        rf"){no_year}{year}"
    )


def _months(view: Window, anchor: datetime.date) -> list[Candidate]:
    found = []
    place, pattern = view.first, _month_pattern()
    while match := pattern.search(view.words, place, view.last):
        place = match.start() + 1
        candidate = _month_date(view, match, anchor)
        if candidate:
            found.append(candidate)
            place = match.end()
    return found


def _month_date(view: Window, match: re.Match[str], anchor: datetime.date) -> Candidate | None:
    name = next(name for name in ("m1", "m2", "m3", "m4") if match[name])
    month = calendar_terms().months[match[name]]
    day = int(match["d1"] or match["d2"] or 0)
    if not _capital(view, match.start(name)) or day > 31:
        return None
    # "last July" is taken whole; the "in" of "in July" is left out.
    turned = match["lead"] in {"last", "next", "this", "past"}
    start = match.start() if turned or name != "m3" else match.start("m3")
    said = match["year"]
    year = anchor.year + _WHICH[said] if said else _year_of(view, match, anchor, month, day)
    if not day:
        return Candidate(start, match.end(), f"{year:04}-{month:02}", True)
    try:
        return Candidate(start, match.end(), datetime.date(year, month, day).isoformat(), True)
    except ValueError:
        return None


def _year_of(view: Window, match: re.Match[str], anchor: datetime.date, month: int, day: int) -> int:
    """Give the year of a day or month named without one: the last such up to the anchor, or the next."""
    lead = match["lead"]
    now = (anchor.month, anchor.day if day else 0)
    named = (month, day)
    if lead in {"last", "past"}:
        return anchor.year if named < now else anchor.year - 1
    if lead == "this":
        return anchor.year
    if lead == "next":
        return anchor.year if named > now else anchor.year + 1
    start, end = match.span(next(name for name in ("m1", "m2", "m3", "m4") if match[name]))
    if looks_ahead(view, min(start, match.start("d2") if match["d2"] else start), end):
        return anchor.year if named >= now else anchor.year + 1
    return anchor.year if named <= now else anchor.year - 1
