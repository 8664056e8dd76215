"""The byline: who wrote, and for whom."""

import re

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, sourced
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.frame_terms import frame_terms
from armsdocket.vocabulary.organisations import OrganisationMatch, find_organisations

_LEAD = re.compile(
    r"\s*(?:(?:written|reported|story|words|text)\s+by|by|authors?:|source:)\s*:?\s*", re.IGNORECASE
)
_TITLE = re.compile(r"(?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Sgt)\.?\s")
_INITIAL = r"[A-Z]\.(?:[A-Z]\.)*"
_WORD = r"(?:[A-Z][\w'’.-]{0,24}|[À-ÖØ-ÞĀ-Ž][\w'’.-]{0,24})"
_PARTICLE = r"(?:de|da|di|del|van|von|der|den|bin|ibn|al|el|la|le|dos|ter)"
_NAME = re.compile(rf"{_WORD}(?:\s(?:{_INITIAL}|{_PARTICLE}|{_WORD})){{1,3}}")
_BREAK = re.compile(r"\s*(?:,|/|;|\||\band\b|&|\bin\b|\bfor\b|\s[-–—]\s)\s*")
_ABBREVIATED = re.compile(r"(?:Jr|Sr|\b[A-Z])\.$", re.IGNORECASE)
_LONGEST = 160


def byline_names(text: str, start: int, end: int) -> tuple[Sourced[str], ...]:
    """Return the names in a byline, in order; empty when ``text[start:end]`` is no byline.

    >>> [s.value for s in byline_names("By Ana Kola and Jo de Wit, Brussels", 0, 35)]
    ['Ana Kola', 'Jo de Wit']
    """
    if end - start > _LONGEST:
        return ()
    lead = _LEAD.match(text, start, end)
    place = lead.end() if lead else start
    found: list[Sourced[str]] = []
    for piece_start, piece_end in _pieces(text, place, _without_places(text, place, end)):
        name = _name(text, piece_start, piece_end)
        if name is None:
            if found or lead:
                break
            return ()
        found.append(name)
    return tuple(found)


def has_lead(text: str, start: int, end: int) -> bool:
    """Tell whether the line opens as a byline does: "By", "Source:"."""
    lead = _LEAD.match(text, start, end)
    return lead is not None and text[lead.end() : lead.end() + 1].isupper()


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    for mark in _BREAK.finditer(text, start, end):
        if mark.start() > start:
            pieces.append((start, mark.start()))
        start = mark.end()
    return [*pieces, (start, end)] if end > start else pieces


def _without_places(text: str, start: int, end: int) -> int:
    """Return where the names end: cut the places ("Belgrade, Pristina") that close the line."""
    for place in reversed(find_places(text, start, end)):
        between = text[place.end : end].strip(" ,.|-–—")
        if between or place.form == "demonym":
            break
        end = place.start
    return start + len(text[start:end].rstrip(" ,.|-–—\n\t"))


def _name(text: str, start: int, end: int) -> Sourced[str] | None:
    title = _TITLE.match(text, start, end)
    match = _NAME.match(text, title.end() if title else start, end)
    if match is None or find_organisations(text, start, match.end()):
        return None
    if frame_terms().no_names & set(re.findall(r"[a-z]+", fold(match.group()))):
        return None
    written = match.group() if _ABBREVIATED.search(match.group()) else match.group().rstrip(".,")
    value = written.title() if written.isupper() else written
    return sourced(value, text, match.start(), match.start() + len(written))


def media_in(text: str, start: int, end: int) -> OrganisationMatch | None:
    """Return the first agency, paper or broadcaster named in ``text[start:end]``."""
    for found in find_organisations(text, start, end):
        if found.kind == "media":
            return found
    return None


def signature(text: str, passage: Passage) -> Sourced[str] | None:
    """Return the name in capitals that signs the end of an official letter."""
    words = passage.words(text)
    if len(words) > 60 or not words.isupper():
        return None
    return _name(text, passage.start, passage.end) if _NAME.fullmatch(words) else None


_SOURCE_RUN = re.compile(r"SOURCE:\s{1,3}(?P<run>(?:[A-Z][A-Z0-9.&'-]+(?=[\s/])[\s/]{0,3}){1,8})")


def source_run(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the capitals after "SOURCE:" that open a paragraph and name who wrote it, or None."""
    match = _SOURCE_RUN.match(text, start, min(end, start + 160))
    return (match.start("run"), match.start("run") + len(match["run"].rstrip(" /"))) if match else None
