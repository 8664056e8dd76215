"""A bare figure of four digits: a year, or a number of things."""

import re

from armsdocket.reading.values.number import GAP, Window
from armsdocket.vocabulary.value_terms import calendar_terms, count_terms

YEAR = r"(?:19|20)\d\d"
_AFTER = re.compile(rf"{GAP}(?P<word>[a-z][a-z'-]{{0,24}})(?!\w)")
# "January 30, 2026": the day and its comma before a year.
_DAY_BEFORE = re.compile(r"[a-z]{3}\.?\s{1,3}\d{1,2}(?:st|nd|rd|th)?,?\s{0,3}$")
_BEFORE = re.compile(r"(?P<word>\(|-|[a-z0-9'.]{1,24}-?)[ \t\r\n]{0,3}$")


def names_year(view: Window, start: int, end: int) -> bool:
    """Tell whether the four digits at ``start:end`` of the window name a year.

    "in 2018", "(2018)", "the 2018 law" do; "2000 troops", "ordered 2000 Javelins" do not.
    """
    if _DAY_BEFORE.search(view.words[max(0, start - 20) : start]):
        return True
    after = _AFTER.match(view.words, end, view.last)
    word = after["word"].rstrip("'") if after else ""
    before = word_before(view, start)
    if before in calendar_terms().sure_year_leads:
        return word not in count_terms().things or before == "("
    if word in count_terms().things:
        return False
    plural = word.endswith("s") and len(word) > 3 and word not in calendar_terms().no_plural
    capital = after is not None and view.as_written(after.start("word"), after.end("word"))[0].isupper()
    if before in count_terms().year_leads or before.endswith(("'s", "s'")):
        return before in {"the", "a", "its", "his", "their"} or before.endswith("'s") or not plural
    return not (plural or capital)


def word_before(view: Window, place: int) -> str:
    """Give the word, folded, that stands before ``place`` of the window; "(" for an open bracket."""
    match = _BEFORE.search(view.words[max(0, place - 28) : place])
    return match["word"].rstrip(".") if match else ""
