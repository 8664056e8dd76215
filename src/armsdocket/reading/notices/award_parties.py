"""The parties of one award: the companies it goes to and the countries it is for."""

import re
from functools import cache

from armsdocket.reading.claims import Contractor, Party
from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary.countries import Place, find_places, name_of
from armsdocket.vocabulary.notice_terms import contract_phrase, places

# A post is announced "for the Alpha Co.", and a correction may begin with "The Alpha Co." itself.
_BEFORE_NAME = re.compile(r"(?:\b(?:[Ff]or|[Tt]o)|:\s+The|\bof)\s+(?:the )?(?=[A-Z])")
_STAR = re.compile(r"\s*\*+\s*,?")
_NUMBERED = re.compile(r"\s*\([A-Z0-9 -]{8,24}\)")
_UNDER = re.compile(
    r"\b(?:under (?:the|a)|Work (?:will|is)|will be performed|to be performed|in support of the F)"
)


def contractors(words: Flow, start: int, end: int) -> tuple[Contractor, ...]:
    """Return the companies before "was awarded", each with the place behind its name."""
    found = []
    for first, last in _members(words.text, start, end):
        name = _named(words, first, last)
        if name is not None:
            found.append(name)
    return tuple(found)


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start + cut.start() for cut in re.finditer(r";", text[start:end])]
    firsts = [start, *(cut + 1 for cut in cuts)]
    return list(zip(firsts, [*cuts, end], strict=True))


@cache
def _placed() -> re.Pattern[str]:
    names = sorted((*places().states, *places().abroad), key=lambda name: (-len(name), name))
    region = "|".join(re.escape(name) for name in names)
    town = r"[A-Z][\w.'-]*(?:[ -](?:[A-Z][\w.'-]*|of|du|de|la|le|upon|on)){0,4}"
    return re.compile(rf",\s?\*{{0,3}},?\s*(?P<place>{town},? (?:{region})(?:,? (?:{region}))?)\s*,?\s*$")


def last_named(words: Flow, start: int, end: int) -> Contractor | None:
    """Return the company whose place is the first to be told after a word that may stand before a company."""
    for comma in re.finditer(r"[,(]|$", words.text[start:end]):
        where = _placed().search(words.text, start, start + comma.start())
        if where is None:
            continue
        cues = list(_BEFORE_NAME.finditer(words.text, start, where.start()))
        return _named(words, cues[-1].end(), where.end()) if cues else None
    return None


def _named(words: Flow, start: int, end: int) -> Contractor | None:
    text = words.text
    while start < end and (text[start] in " ,;*" or text.startswith("and ", start)):
        start += 4 if text.startswith("and ", start) else 1
    while numbered := re.compile(rf"{_NUMBERED.pattern},?\s*$").search(text, start, end):
        end = numbered.start()
    where = _placed().search(text, start, end)
    place = None
    if where is not None:
        place = words.sourced(where["place"], *where.span("place"))
        end = where.start()
    while end > start and text[end - 1] in " ,;*:":
        end -= 1
    if end - start < 2:
        return None
    name = _STAR.sub("", text[start:end]) if "*" in text[start:end] else text[start:end]
    written = words.passage(start, end)
    return Contractor(value=name, as_written=written.words(words.source), passage=written, place=place)


def buyers(words: Flow, start: int, end: int, *, told: bool = True) -> tuple[Party, ...]:
    """Return the countries an award is for, each once; those of options not yet taken are left out.

    Surest first: "governments of A and B", "foreign military sales to A", "(A, B and C)". Only when none
    stands there, and where they may be only ``told``, the countries of the sentences that say what the award
    is for ("the Royal Saudi Air Force").
    """
    found: dict[str, Party] = {}
    spans = [
        span
        for span in words.sentences(start, end)
        if not contract_phrase("possible").search(words.folded[slice(*span)])
    ]
    for first, last in spans:
        folded = words.folded[first:last]
        for cue in contract_phrase("for_buyer").finditer(folded):
            opened = first + cue.end()
            for place in find_places(words.text, opened, _stop(words.text, opened, last)):
                _add(words, found, place)
        for bracket in _BRACKET.finditer(words.text, first, last):
            inside = find_places(words.text, bracket.start(1), bracket.end(1))
            if inside and _ONLY.fullmatch(_without(words.text, bracket.span(1), inside)):
                for place in inside:
                    _add(words, found, place)
        for fms in contract_phrase("fms").finditer(folded):
            _before(words, found, first, first + fms.start())
    if told and not found:
        _told(words, spans, found)
    return tuple(found.values())


_BRACKET = re.compile(r"\(([A-Z][^()]{2,300})\)")
_ONLY = re.compile(r"(?:[\s,;/&]|\band\b|\bthe\b|\b[A-Z]{2,4}\b)*")
_WORKING = re.compile(
    r"performed|location|performance|contracting activity|obligated|bids|proposals|solicit", re.IGNORECASE
)


def _without(text: str, span: tuple[int, int], inside: list[Place]) -> str:
    """Return a bracket's words without the countries in it."""
    rest = []
    at = span[0]
    for place in inside:
        rest.append(text[at : place.start])
        at = place.end
    return " ".join([*rest, text[at : span[1]]])


def _before(words: Flow, found: dict[str, Party], start: int, fms: int) -> None:
    """Add the country right before "foreign military sales", or before "under the ... program"."""
    text = words.text
    if text[start:fms].rstrip().endswith(("under the", "under a", "under U.S.")):
        reach = max(start, fms - 160)
        for place in find_places(text, reach, fms):
            if re.search(r"\b(?:to|for|of) (?:the )?$", text[max(start, place.start - 12) : place.start]):
                _add(words, found, place)
        return
    for place in find_places(text, max(start, fms - 34), fms):
        if re.fullmatch(r"[\s(A-Z)'s-]*(?:[A-Z][\w() -]{0,30})?", text[place.end : fms]):
            _add(words, found, place)


def _told(words: Flow, spans: list[tuple[int, int]], found: dict[str, Party]) -> None:
    """Add the countries of the sentences that tell what is bought, before those on where the work is done."""
    text = words.text
    for number, (first, last) in enumerate(spans):
        if number and _WORKING.search(text[first:last]):
            continue
        award = contract_phrase("award").search(words.folded[first:last])
        opened = first + award.end() if award else first
        for place in find_places(text, opened, last):
            if place.form != "capital":
                _add(words, found, place)


def _stop(text: str, start: int, end: int) -> int:
    """Return where a list of buyers ends: its bracket, "under the ... program", the sentence."""
    depth = 0
    opened = text[start - 1] == "("
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    if opened:
        return end
    under = _UNDER.search(text, start, end)
    return under.start() if under else end


def _add(words: Flow, found: dict[str, Party], place: Place) -> None:
    if place.code != "US" and place.code not in found:
        found[place.code] = party(words, place)


def party(words: Flow, place: Place) -> Party:
    """Return a country as the party it is named as."""
    where = words.passage(place.start, place.end)
    return Party(
        value=place.code, as_written=where.words(words.source), passage=where, name=name_of(place.code)
    )
