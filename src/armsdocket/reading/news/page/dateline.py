"""The dateline: from where, on which day and through which agency an article comes."""

import re

from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.frame_terms import frame_terms

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?P<date>{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\.?\s{_MONTH}(?:\s\d{{4}})?)"
_IN_BRACKETS = r"[\[(/](?P<agency>[A-Za-z][A-Za-z .-]{1,40}(?:/[A-Za-z .-]{2,40})?)[\])/]"
_DASH = r"(?:[-–—:]{1,2}\s|[-–—]{1,2}$)"
_CAPITALS = re.compile(
    rf"\s*(?P<place>[A-Z][A-Z .,'’/-]{{2,40}}(?:,?\s[A-Z][a-z]{{1,10}}\.?)?)?,?\s*"
    rf"{_DAY}?,?\s*(?:{_IN_BRACKETS})?\s*{_DASH}"
)
_TOWN = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}"
_TOWNS = rf"(?P<place>{_TOWN}(?:(?:,\s|/){_TOWN}){{0,2}})"
_DATED = re.compile(rf"\s*{_TOWNS},?\s{_DAY},?\s*(?:{_IN_BRACKETS}\s*(?:{_DASH})?|{_DASH})")
_SIGNED = re.compile(rf"\s*{_TOWNS},?\s{_DAY},\s(?P<agency>[A-Z]{{2,8}})\s*{_DASH}")
_PLACED = re.compile(rf"\s*{_TOWNS}\s[-–—]{{1,2}}\s(?P<date>(?!))?(?P<agency>(?!))?")
# A dateline is no longer.
_LONGEST = 120
_MOST_WORDS = 4


def dateline_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the dateline that opens a paragraph, with the groups place, date and agency.

    >>> dateline_at("Zagreb, 18 November 2024 /Adria/ - Croatia bought", 0, 49)["date"]
    '18 November 2024'
    """
    stop = min(end, start + _LONGEST)
    match = _CAPITALS.match(text, start, stop)
    if match is not None and (match["agency"] or match["place"]) and _names_place(match):
        return match
    for pattern in (_SIGNED, _DATED):
        if (dated := pattern.match(text, start, stop)) and _names_place(dated):
            return dated
    placed = _PLACED.match(text, start, stop)
    return placed if placed and _names_town(text, *placed.span("place")) else None


def _names_place(match: re.Match[str]) -> bool:
    place = match["place"] or ""
    if fold(place).strip(" ,") in frame_terms().not_places:
        return False
    return bool(match["agency"] or match["date"]) or len(place.split()) <= _MOST_WORDS


def _names_town(text: str, start: int, end: int) -> bool:
    """Tell whether words are a capital, or a town with its country: "Manila, Philippines"."""
    places = find_places(text, start, end)
    if not places or places[-1].end != end:
        return False
    return places[-1].form == "capital" or (places[-1].start > start and "," in text[start:end])
