"""Who would make it: the contractors a notice names, each with its place.

Notices list them as "A, located in Town, ST, and Town, ST; and B, located in ...", as "A in Town, State, B of
Town, State", or one a line. A sentence that says there is none, or that one will be chosen, names nobody.
"""

import re
from functools import cache

from armsdocket.reading.claims import Contractor, Sourced
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import sentences
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.notice_terms import phrase, places

_TOWN = r"(?:[A-Z][\w.'-]*|Mc[A-Z]\w+)(?:[ -](?:[A-Z][\w.'-]*|of|du|de|la|le|upon|on)){0,4}"
_LINK = r"(?:,? (?:located|headquartered|based) (?:in|at|near)|,? in|,? of|,? at|,? with [a-z ]{0,30}in|,| \(|,? from)"
_TAIL = re.compile(r"[\s,;.:()]+$|,? (?:and|located(?: in)?|both located(?: in)?|of|in)$")
_HEAD = re.compile(r"^(?:[\s,;:]|and |both |either |the (?=[a-z])|from |a |with )+")
_STOPPED = re.compile(
    r"\. (?=There|At this|The |This|Any|It )|,? (?:via|under|through|as (?:the|a)|acting|which|who|and there|with final|"
    r"and (?:is|are|will)|is the|\(?with (?:final|offices))\b"
)
_NOTE = re.compile(r"\s*\((?![A-Z][a-z]+,)[^)]{0,60}\)\s*$")


def contractors(words: Flow, start: int, end: int) -> tuple[list[Contractor], list[tuple[int, int]]]:
    """Return the contractors that a stretch of prose names, and the sentences that were read for them.

    An empty list with a sentence means that the notice says there is none yet.
    """
    found: list[Contractor] = []
    used: list[tuple[int, int]] = []
    for first, last in sentences(words.text, start, end):
        folded = fold(words.text[first:last])
        cue = phrase("contractors").search(folded)
        none = phrase("no_contractor").search(folded)
        if cue is None and not (none and "contractor" in folded):
            continue
        if none is not None and (cue is None or none.start() < cue.end() + 60):
            used.append((first, last))
        elif cue is not None and re.search(r"\b(?:principal|prime|primary|major)\b", folded[: cue.end()]):
            used.append((first, last))
            found.extend(named(words, first + cue.end(), last))
    return _once(found), used


def _once(found: list[Contractor]) -> list[Contractor]:
    kept: dict[tuple[str, str | None], Contractor] = {}
    for each in found:
        kept.setdefault((each.value, each.place.value if each.place else None), each)
    return list(kept.values())


@cache
def _place() -> re.Pattern[str]:
    names = sorted((*places().states, *places().abroad), key=lambda name: (-len(name), name))
    region = "|".join(re.escape(name) for name in names)
    return re.compile(rf"{_LINK}\s*(?P<place>{_TOWN},? (?:{region})(?:, (?:{region}))?)(?![\w-])")


@cache
def _further() -> re.Pattern[str]:
    """A town that follows a town: ", and Huntsville, AL"."""
    names = sorted((*places().states, *places().abroad), key=lambda name: (-len(name), name))
    region = "|".join(re.escape(name) for name in names)
    suffix = "|".join(re.escape(name) for name in places().suffixes)
    town = rf"(?!(?:[\w.'&-]+ )*(?:{suffix})\b)[A-Z][\w.'-]*(?:[ -][A-Z][\w.'-]*){{0,2}}"
    return re.compile(
        rf"(?:,? and|,? as well as|,|;)\s+(?:in )?(?P<place>{town},? (?:{region})(?:, (?:{region}))?)(?![\w-])"
    )


def named(words: Flow, start: int, end: int) -> list[Contractor]:
    """Return the contractors of a list, in order.

    The names stand between the places; a place right after a place belongs to the same company.
    """
    text = words.text
    if stopped := _STOPPED.search(text, start, end):
        end = stopped.start()
    found: list[Contractor] = []
    at = start
    for first, last in _parts(text, start, end):
        at = first
        while place := _place().search(text, at, last):
            names = _names(words, at, place.start())
            found.extend(names[:-1])
            found.extend(_placed(words, each, place) for each in names[-1:])
            at = place.end()
            while further := _further().match(text, at, last):
                if found:
                    found[-1] = _with_place(words, found[-1], further)
                at = further.end()
        found.extend(_names(words, at, last))
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    first = start
    for cut in re.finditer(r"[;\n]", text[start:end]):
        spans.append((first, start + cut.start()))
        first = start + cut.end()
    return [*spans, (first, end)]


def _placed(words: Flow, name: Contractor, place: re.Match[str]) -> Contractor:
    return Contractor(
        value=name.value,
        as_written=name.as_written,
        passage=name.passage,
        place=_sourced_place(words, place),
    )


def _with_place(words: Flow, name: Contractor, place: re.Match[str]) -> Contractor:
    """Widen a company's place by one more town."""
    if name.place is None:
        return _placed(words, name, place)
    start, end = name.place.passage.start, words.passage(place.start("place"), place.end("place")).end
    written = words.source[start:end]
    both = f"{name.place.value}; {place['place']}"
    wider = Sourced(value=both, as_written=written, passage=type(name.passage)(start, end))
    return Contractor(value=name.value, as_written=name.as_written, passage=name.passage, place=wider)


def _sourced_place(words: Flow, place: re.Match[str]) -> Sourced[str]:
    return words.sourced(place["place"], place.start("place"), place.end("place"))


def _names(words: Flow, start: int, end: int) -> list[Contractor]:
    """Return the names in a stretch without places."""
    found = []
    for first, last in _split(words.text, start, end):
        first, last = _trim(words.text, first, last)
        name = words.text[first:last]
        if len(name) < 2 or not (name[0].isupper() or name[0].isdigit()):
            continue
        where = words.passage(first, last)
        found.append(Contractor(value=name, as_written=where.words(words.source), passage=where))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    if lead := _HEAD.match(text[start:end]):
        start += lead.end()
    while True:
        tail = _TAIL.search(text[start:end]) or _NOTE.search(text[start:end])
        if tail is None or tail.start() == tail.end():
            break
        if re.search(
            r"\b(?:Inc|Corp|Co|Ltd|L\.P|L\.L\.C|S\.A|U\.S)$", text[start : start + tail.start()]
        ) and tail[0].startswith("."):
            if tail[0].strip() == ".":
                break
            end = start + tail.start() + 1
            continue
        end = start + tail.start()
    return start, end


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at commas and at "and" between two names, not inside one ("Pratt and Whitney", "Boeing, Inc.")."""
    spans = []
    first = start
    kept = [match.span() for match in _joined().finditer(text, start, end)]
    for cut in re.finditer(
        r",(?: and| as well as)? |,? and |,? as well as |,? between |, comprised of ", text[start:end]
    ):
        a, b = start + cut.start(), start + cut.end()
        if any(x < b and a < y for x, y in kept) or not text[b : b + 1].isupper():
            if not text[b : b + 4] == "the ":
                continue
        spans.append((first, a))
        first = b
    return [*spans, (first, end)]


@cache
def _joined() -> re.Pattern[str]:
    joined = "|".join(re.escape(name) for name in places().joined)
    suffix = "|".join(re.escape(name) for name in places().suffixes)
    return re.compile(rf"{joined}|, (?:{suffix})\b\.?|[A-Z][a-z]+ and (?:Sons?|Company|Co)\b")
