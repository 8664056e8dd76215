"""Who buys: the country or organisation that a notice names as purchaser."""

import re

from armsdocket.reading.claims import Party
from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary.countries import find_places, name_of, place_of

_ENDS = re.compile(r"\s*(?:\((?:[A-Z]{2,6}|Kingdom|the )[^)]{0,40}\)|[.,;:])\s*$")
_SHORT = re.compile(r"\s*\([A-Z]{2,8}\)")
# A page read by machine has "lsrael" and "Fin1and".
_MISREAD = re.compile(r"\bl(?=[b-df-hj-np-tv-z])|(?<=[A-Za-z])1(?=[a-z])")
_STYLE = re.compile(r"^(?:the )?(?:government|govt\.?) of (?:the )?", re.IGNORECASE)


def party(words: Flow, start: int, end: int) -> Party | None:
    """Return the purchaser named by a whole span ("Government of Sweden"), or None for an empty one.

    An organisation or country the vocabulary does not know keeps its name as the document gives it.
    """
    start, end = words.trimmed(start, end)
    while end > start and (tail := _ENDS.search(words.text, start, end)):
        end = tail.start()
    if start >= end:
        return None
    name = words.text[start:end]
    code = _code(name) or _only_place(words.text, start, end) or _code(_MISREAD.sub(_letter, name))
    where = words.passage(start, end)
    return Party(
        value=code or name,
        as_written=where.words(words.source),
        passage=where,
        name=name_of(code) if code else name,
    )


def _code(name: str) -> str | None:
    """Return the code of a name, its style and an abbreviation in brackets inside it taken off."""
    bare = _STYLE.sub("", _SHORT.sub("", name))
    return place_of(name) or place_of(bare)


def _letter(misread: re.Match[str]) -> str:
    return "I" if misread[0] == "l" else "l"


def _only_place(text: str, start: int, end: int) -> str | None:
    codes = {place.code for place in find_places(text, start, end) if place.form in ("name", "style")}
    return codes.pop() if len(codes) == 1 else None


def parties(words: Flow, start: int, end: int) -> tuple[Party, ...]:
    """Return every country named in a span, each once, in order."""
    found: dict[str, Party] = {}
    for place in find_places(words.text, start, end):
        if place.form not in ("name", "style") or place.code in found:
            continue
        where = words.passage(place.start, place.end)
        found[place.code] = Party(
            value=place.code,
            as_written=where.words(words.source),
            passage=where,
            name=name_of(place.code),
        )
    return tuple(found.values())
