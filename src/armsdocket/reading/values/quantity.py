"""Quantities as written: figures, words, and words with figures in brackets."""

import re
from bisect import bisect_left
from functools import lru_cache

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound
from armsdocket.reading.values.bound import bound_around, bound_words_end
from armsdocket.reading.values.money import figures, money_in
from armsdocket.reading.values.number import (
    FIGURE,
    GAP,
    Number,
    Window,
    figure_value,
    number_at,
    window,
)
from armsdocket.reading.values.year import YEAR, names_year, word_before
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.value_terms import calendar_terms, count_terms

_BRACKETED = re.compile(rf"\s?\(\s?(?P<figure>{FIGURE})\s?\)")
_BRACKETED_WORDS = re.compile(r"\s?\((?=[a-z])")
_RANGE = re.compile(rf"{GAP}(?:-|to|and|or){GAP}(?=[\da-z])")
_WORD_AFTER = re.compile(rf"{GAP}(?P<word>%|per[ -]?cent|[a-z][a-z./'-]{{0,24}})(?!\w|-\d)")
_AGE = re.compile(r"[a-z]{2,},\s?$")
_AREA_CODE = re.compile(r"\d{3}\)\s?\d{3}-\d")
_PHONE = re.compile(r"(?:\(\d{3}\)|\+?\d{1,4}[ .-]\d{1,4}|\+)[ .-]?$")


class Count(msgspec.Struct, frozen=True):
    """A whole number of things.

    ``passage`` covers the number as written ("two hundred forty-six (246)"), not the bound's words. For a
    range ("20 to 30") ``number`` is its low end, ``bound`` is "at least", ``high`` is its high end.
    """

    number: int
    bound: Bound
    passage: Passage
    bound_passage: Passage | None = None
    high: int | None = None


def find_counts(text: str, start: int = 0, end: int | None = None) -> list[Count]:
    """Return every whole number in ``text[start:end]``, in order.

    Left out: parts of designations, dates, years, money, percentages, ordinals, measures and durations,
    ages, telephone numbers, and numbers that number something ("Section 36", "Leopard 2").

    >>> [(c.number, c.bound, c.passage) for c in find_counts("up to 24 M142 launchers and thirty(30) pods")]
    [(24, 'at most', Passage(start=6, end=8)), (30, 'exactly', Passage(start=28, end=38))]
    """
    view, found_numbers, sums = figures(text, start, end)
    barred = [(money.passage.start - view.offset, money.passage.end - view.offset) for money in sums]
    found: list[Count] = []
    reached = -1
    passed = 0
    for number in found_numbers:
        # Sums and numbers both stand in order: what ends before this number bars no later one.
        while passed < len(barred) and barred[passed][1] <= number.start:
            passed += 1
        if number.start < reached or (passed < len(barred) and barred[passed][0] < number.end):
            continue
        count, reached = _read(view, number)
        if count is not None and (not number.in_words or number.value != 1 or _counts_one(view, number)):
            found.append(count)
    return found


@lru_cache(maxsize=4)
def _counts_of_whole(text: str) -> list[Count]:
    return find_counts(text)


def counts_within(text: str, start: int, end: int) -> list[Count]:
    """Return the counts of a document that stand in ``text[start:end]``; the document's are read once."""
    counts = _counts_of_whole(text)
    first = bisect_left(counts, start, key=_begin)
    return counts[first : bisect_left(counts, end, first, key=_begin)]


def _begin(count: Count) -> int:
    return count.passage.start


def count_at(text: str, start: int) -> Count | None:
    """Return the number that begins exactly at ``start`` (bound words allowed first), or None.

    >>> count_at("Up to thirty-six (36) missiles", 0).passage
    Passage(start=6, end=21)
    """
    # The longest bound and number in words take no more room than this.
    view = window(text, start, start + 240)
    place = bound_words_end(view, view.first) or view.first
    number = number_at(view, place)
    if number is None or any(money.passage.start == view.at(number.start) for money in money_in(view)):
        return None
    return _read(view, number)[0]


def _read(view: Window, number: Number) -> tuple[Count | None, int]:
    """Turn a number into a count, with the figure in brackets or the end of its range; say where it ends."""
    if number.value != number.value.to_integral_value() or _is_part(view, number):
        return None, number.end
    end, high = number.end, None
    bracket = _bracket(view, number)
    if bracket is not None:
        end = bracket
    else:
        far = _range_end(view, number)
        if far is not None:
            end, high = far.end, int(far.value)
    if _counts_nothing(view, number, end):
        return None, end
    passage = Passage(view.at(number.start), view.at(end))
    if high is not None:
        low = _low(number, int(number.value), high)
        return Count(low, "at least", passage, None, high), end
    bound = bound_around(view, number.start, end)
    return Count(int(number.value), bound.bound, passage, bound.passage), end


def _low(number: Number, low: int, high: int) -> int:
    """Give the low end the scale that only the high end names: "2 to 3 million"."""
    factor = 1
    while low and not number.scaled and low < 1000 and high >= low * factor * 1000:
        factor *= 1000
    return low * factor


def _bracket(view: Window, number: Number) -> int | None:
    """Return the end of the same number said again in brackets: "thirty(30)", "30 (thirty)"."""
    match = _BRACKETED.match(view.words, number.end, view.last)
    if match and number.in_words:
        return match.end() if figure_value(match["figure"]) == number.value else None
    opening = _BRACKETED_WORDS.match(view.words, number.end, view.last)
    if opening and not number.in_words:
        again = number_at(view, opening.end())
        if again and again.value == number.value and view.words[again.end : again.end + 1] == ")":
            return again.end + 1
    return None


def _range_end(view: Window, number: Number) -> Number | None:
    joint = _RANGE.match(view.words, number.end, view.last)
    if joint is None:
        return None
    far = number_at(view, joint.end())
    before = word_before(view, number.start)
    word = joint.group().strip()
    if far is None or far.value <= number.value or far.value != far.value.to_integral_value():
        return None
    if (word == "and" and before != "between") or (word == "to" and before in {"from", "by"}):
        return None
    if word == "or" and far.value > number.value * 2:
        return None
    # "20-30 jets" is a range; "24-121)" is somebody's number.
    tight = word == "-" and (_is_year(view, number) or not _WORD_AFTER.match(view.words, far.end, view.last))
    return None if tight or _is_part_after(view, far.end) else far


def _is_part(view: Window, number: Number) -> bool:
    """Tell a number that belongs to a designation, a date, a time or a longer number."""
    before = view.words[max(0, number.start - 3) : number.start]
    written = view.words[number.start : number.end]
    # "-30-" closes a release; "(V)2" and "09-23" are parts of names and numbers.
    if (before[-1:] == "-" and view.words[number.end : number.end + 1] == "-") or before[-1:] == ")":
        return True
    if written.startswith("0") and len(written) > 1:
        return True
    if before[-1:] in {"/", ":", "$", "#", "€", "£", "_", "&", "@", "="}:
        return True
    if before[-1:] == "(" and (before[-2:-1].isalnum() or before[-2:-1] == ")"):
        return True
    if before[-1:] == "-" and len(before) > 1 and before[-2].isalnum():
        return True
    return (before[-1:] == "." and before[-2:-1].isalnum()) or _is_part_after(view, number.end)


def _is_part_after(view: Window, end: int) -> bool:
    after = view.words[end : end + 2]
    if after[:1] == "x" and not after[1:].isalnum():
        return False
    if after[:1].isalnum() or after[:1] in {"/", "%", "°", "_", "@", "$", "€", "£"}:
        return True
    return after[:1] == ":" and after[1:].isdigit()


def _counts_nothing(view: Window, number: Number, end: int) -> bool:
    """Tell a year, a day of a month, a label's number, a measure, a percentage, an age."""
    terms = count_terms()
    before = word_before(view, number.start)
    match = _WORD_AFTER.match(view.words, end, view.last)
    after = match["word"].rstrip(".,'") if match else ""
    if view.words[end : end + 1] == "-":
        return not _compound(view, end)
    if before in terms.labels or f"{before}." in terms.labels or (before in terms.names and _short(number)):
        return True
    if not number.in_words and number.value <= 31 and _beside_month(view, number, match):
        return True
    if match and (after in terms.measures or match["word"] in terms.measures):
        # "Six Kilo submarines" are no weight.
        return _OF_SHIPS.match(view.words, match.end("word")) is None
    return _is_year(view, number) or (not number.in_words and _is_age_or_telephone(view, number, end))


_OF_SHIPS = re.compile(r"[ -]class\b| submarines?\b")


def _beside_month(view: Window, number: Number, after: re.Match[str] | None) -> bool:
    """Tell the day of a month: "May 5", "5 May"; in "may 5 ships" the word is a verb."""
    months = calendar_terms().months
    before = word_before(view, number.start)
    if before in months:
        place = view.words.rfind(before, 0, number.start)
        return view.as_written(place, place + 1).isupper()
    if after is None or after["word"].rstrip(".,") not in months:
        return False
    return view.as_written(after.start("word"), after.end("word"))[0].isupper()


def _short(number: Number) -> bool:
    return not number.in_words and number.value < 100


def _is_year(view: Window, number: Number) -> bool:
    """Tell a bare figure of four digits that names a year: "in 2018", not "2000 troops"."""
    written = re.fullmatch(YEAR, view.words[number.start : number.end])
    return bool(written) and names_year(view, number.start, number.end)


def _is_age_or_telephone(view: Window, number: Number, end: int) -> bool:
    before = view.words[max(0, number.start - 24) : number.start]
    if before.endswith("(") and _AREA_CODE.match(view.words, number.start, view.last):
        return True
    if view.words[end : end + 1] == "," and _AGE.search(before) and 10 <= number.value < 100:
        written = view.as_written(max(0, number.start - 24), number.start).rstrip(", ").rpartition(" ")[2]
        return written[:1].isupper()
    return bool(_PHONE.search(before)) and number.end - number.start >= 3


def _compound(view: Window, end: int) -> bool:
    """Tell "36-aircraft deal", which counts, from "24-hour" and "21-0A", which do not."""
    match = re.compile(r"-(?P<word>[a-z]+)").match(view.words, end, view.last)
    if match is None:
        return view.words[end + 1 : end + 2].isspace()
    return (
        match["word"] in count_terms().compounds or match["word"].removesuffix("s") in count_terms().compounds
    )


def _counts_one(view: Window, number: Number) -> bool:
    """Tell "one ship" from the pronoun: "one of", "no one", "the one that"."""
    before = word_before(view, number.start)
    after = _WORD_AFTER.match(view.words, number.end, view.last)
    return (
        after is not None
        and after["word"] not in cue_words("pronoun one")
        and before not in {"no", "the", "this", "that", "any", "each", "every"}
    )
