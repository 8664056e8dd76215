"""Recipients a sentence names, and the group of each on the day the sentence speaks of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from armsdocket.law import groups, rulebook
from armsdocket.law.misreading_cues import Span
from armsdocket.vocabulary.countries import Place, find_places

SETTLED_YEARS = 15
"""Without a date, a recipient counts for a group when it has been there so many years: Finland has not."""
OWNER = 30
"""Characters before a legislature in which the country it belongs to stands."""


def groups_named(text: str, sentences: Sequence[Span], on: date | None) -> set[str]:
    """Give the groups of the countries named in the last sentence, or in the nearest before that names any.

    A year in that sentence decides the day: "in 2008", "before 2010", "since 1981". Else it is ``on``.
    """
    for start, end in reversed(sentences):
        codes = {place.code for place in _places(text, start, end)} - {groups.SELLER}
        if codes:
            days = _days(text[start:end]) or _days_of(on)
            return {_group(code, days) for code in codes}
    return set()


def owned_abroad(text: str, start: int) -> bool:
    """Tell whether the lawmakers named at ``start`` are another country's: "Bulgarian lawmakers"."""
    near = _places(text, max(0, start - OWNER), start)
    return bool(near) and near[-1].code != groups.SELLER and text[near[-1].end : start].strip(" '’s") == ""


def _places(text: str, start: int, end: int) -> Sequence[Place]:
    starts, places = _all_places(text)
    return [
        place for place in places[bisect_left(starts, start) : bisect_left(starts, end)] if place.end <= end
    ]


@lru_cache(maxsize=2)
def _all_places(text: str) -> tuple[tuple[int, ...], tuple[Place, ...]]:
    """Find the countries of a text once, however many passages ask."""
    places = tuple(find_places(text))
    return tuple(place.start for place in places), places


# A year with the word that says which of its days are meant.
_YEAR = re.compile(
    r"(?:(?P<before>before|until|till|prior to|up to)|(?P<since>since))?[ ]?"
    r"(?:[^\W\d]{3,9}\.? )?(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:[^\W\d]{3,9},? )?"
    r"\b(?P<year>19[7-9]\d|20[0-4]\d)\b",
    re.IGNORECASE,
)


def _days(sentence: str) -> tuple[date, ...]:
    """Give days that stand for what a sentence says of years: before one its first, since one its last."""
    found: set[date] = set()
    for match in _YEAR.finditer(sentence):
        year = int(match["year"])
        if not match["since"]:
            found.add(date(year, 1, 1))
        if not match["before"]:
            found.add(date(year, 12, 31))
    return tuple(sorted(found))


def _days_of(on: date | None) -> tuple[date, ...]:
    if on:
        return (on,)
    today = rulebook.last_checked("groups")
    return today, today.replace(year=today.year - SETTLED_YEARS)


def _group(code: str, days: tuple[date, ...]) -> str:
    kinds = {groups.recipient(code, day).fifteen for day in days}
    if len(kinds) > 1:
        return "changed"
    return "fifteen" if kinds.pop() else "other"
