"""Who would make it: the contractors a notice names, each with its place.

Notices list them as "A, located in Town, ST, and Town, ST; and B, located in ...", as "A in Town, State, B of
Town, State", or one a line. A sentence that says there is none, or that one will be chosen, names nobody.
"""

import re
from functools import cache

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Contractor, Sourced
from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary.notice_terms import phrase, places
from armsdocket.vocabulary.organisations import find_organisations

_TOWN = r"[A-Z][\w.'-]*(?:[ -](?:[A-Z][\w.'-]*|du|de|la|le|upon|on)){0,3}"
_LINK = (
    r"(?:,? (?:both )?(?:located|headquartered|based|situated) (?:in|at|near)|,? in|,? of|,? at|,? with "
    r"[a-z ]{0,30}in|,? from| \()"
)
_EDGES = re.compile(r"[\s,;.:()]+$|,? (?:and|(?:both )?located(?: in)?|of|in)$")
_HEAD = re.compile(r"^(?:[\s,;:.]|and |or |both |either |the |from |an? (?=[A-Z])|with )+")
_STOPPED = re.compile(
    r"[.\n] ?(?=There |At this|The (?:purchaser|proposed|U\.S)|This |Any |It |Implementation|Details"
    r"|Offset|Equipment)"
    r"|,? (?:via|under|through|as (?:the|a)|acting|which|who|and there|with final|and (?:is|are|will)|is the"
    r"|\(?with (?:final|offices)|and a yet)\b"
)
_NOTE = re.compile(r"\s*\((?![A-Z][a-z]+,)[^)]{0,60}\)\s*$")
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|L\.P|L\.L\.C|S\.A|U\.S)$")
_CUT = re.compile(
    r",(?: and| or| as well as)? |,? and |,? as well as |(?<=[Vv]enture),? (?:between|of) |, (?:comprised"
    r"|consisting) of "
)
_AGAIN = re.compile(r"[.,;]? The (?:principal|prime)[^.,;]{0,90}? (?:will be|are|is) ")
_VERB = re.compile(r" (?:will|is|are|have|has|was|were|may) ")
_LEADING = re.compile(r"\b(?:principal|prime|primary|major|additional)\b")


def contractors(words: Flow, start: int, end: int) -> tuple[list[Contractor], list[tuple[int, int]]]:
    """Return the contractors that a stretch of prose names, and the sentences that were read for them.

    An empty list with a sentence means that the notice says there is none yet.
    """
    found: list[Contractor] = []
    used: list[tuple[int, int]] = []
    for first, last in words.sentences(start, end):
        folded = words.folded[first:last]
        cue = phrase("contractors").search(folded)
        if cue is None and "contractor" not in folded and "vendor" not in folded:
            continue
        none = phrase("no_contractor").search(folded)
        if none is not None and (cue is None or none.start() < cue.end() + 60):
            used.append((first, last))
        elif cue is not None and _LEADING.search(folded[: cue.end()]):
            stop = _list_end(words.text, first + cue.end(), last, end)
            used.append((first, stop))
            opened = first + cue.end()
            # A full stop may be lost between two such sentences.
            for again in _AGAIN.finditer(words.text, opened, stop):
                found.extend(named(words, opened, again.start()))
                opened = again.end()
            found.extend(named(words, opened, stop))
    return _once(found), used


def _list_end(text: str, at: int, last: int, end: int) -> int:
    """Return where a list of one a line ends; its abbreviations ("Ariz.") end no sentence."""
    if not re.match(r"[\s:]*\n", text[at:end]):
        return last
    while at < end:
        stop = text.find("\n", at + 1, end)
        stop = end if stop < 0 else stop
        line = text[at:stop].strip()
        if line and (_STOPPED.match("\n" + line) or _VERB.search(line)):
            return at
        at = stop
    return end


def _once(found: list[Contractor]) -> list[Contractor]:
    kept: dict[tuple[str, str | None], Contractor] = {}
    for each in found:
        kept.setdefault((each.value, each.place.value if each.place else None), each)
    return list(kept.values())


@cache
def _region() -> str:
    names = sorted((*places().states, *places().abroad), key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in names)


@cache
def _plain_town() -> str:
    """Match a town behind a bare comma: short, no company's name; Ontario is the province behind London."""
    suffix = "|".join(re.escape(name) for name in places().suffixes)
    return rf"(?!(?:[\w.'&-]+ )*(?:{suffix})\b)(?!Ontario\b)[A-Z][\w.'-]*(?:[ -][A-Z][\w.'-]*){{0,2}}"


@cache
def _place() -> re.Pattern[str]:
    """Match a place behind "located in", "in", "of", or behind a bare comma."""
    region = rf"(?:{_region()})(?:, (?:{_region()}))?"
    return re.compile(
        rf"(?:{_LINK}\s*(?P<place>{_TOWN},? {region})|,\s+(?P<plain>{_plain_town()},? {region}))(?![\w-])"
    )


@cache
def _further() -> re.Pattern[str]:
    """Match a town that follows a town: ", and Huntsville, AL"."""
    region = rf"(?:{_region()})(?:, (?:{_region()}))?"
    return re.compile(
        rf"(?:,? and|,? as well as|,|;)\s+(?:in )?(?P<place>{_plain_town()},? {region})(?P<plain>)(?![\w-])"
    )


@cache
def _at_end() -> re.Pattern[str]:
    """Match the state at the end of a line of a list: "General Dynamics Warren, Michigan"."""
    region = rf"(?:{_region()})(?:, (?:{_region()}))?"
    return re.compile(rf",? (?P<region>{region})[.;,]?$")


def named(words: Flow, start: int, end: int) -> list[Contractor]:
    """Return the contractors of a list, in order.

    The names stand between the places; a place right after a place belongs to the same company.
    """
    text = words.text
    if stopped := _STOPPED.search(text, start, end):
        end = stopped.start()
    found: list[Contractor] = []
    for first, last in _parts(text, start, end):
        if "\n" in text[start:last] and _line(words, first, last, found):
            continue
        at = first
        while place := _place().search(text, at, last):
            names = _names(words, at, place.start(), True)
            found.extend(names[:-1])
            found.extend(_placed(words, each, place) for each in names[-1:])
            at = place.end()
            while further := _further().match(text, at, last):
                if found:
                    found[-1] = _with_place(words, found[-1], further)
                at = further.end()
        found.extend(_names(words, at, last, at > first))
    return found


def _line(words: Flow, start: int, end: int, found: list[Contractor]) -> bool:
    """Read one line of a list without a comma between company and town; tell whether it was one."""
    text = words.text
    start, end = words.trimmed(start, end)
    region = _at_end().search(text[start:end])
    if region is None or _place().search(text, start, end):
        return False
    note = re.match(r"\([^)]*\)\s*", text[start:end])
    at = start + (note.end() if note else 0)
    split = _town_start(words, at, start + region.start())
    name = words.trimmed(at, split)
    place = words.sourced(
        text[split : start + region.end()].rstrip(".;, "), split, start + region.end("region")
    )
    if name[0] >= name[1]:
        if found:
            found[-1] = _widened(words, found[-1], place)
        return bool(found)
    where = words.passage(*name)
    found.append(
        Contractor(value=text[slice(*name)], as_written=where.words(words.source), passage=where, place=place)
    )
    return True


def _town_start(words: Flow, start: int, end: int) -> int:
    """Return where the town begins in "Pratt & Whitney East Hartford": behind the company's last word."""
    text = words.text
    tokens = [(start + token.start(), token[0]) for token in re.finditer(r"\S+", text[start:end])]
    if not tokens:
        return end
    joined = [match.end() for match in _joined().finditer(text, start, end)]
    if joined and (behind := [at for at, _ in tokens if at >= joined[-1]]):
        return behind[0]
    suffixes = {suffix.lower() for suffix in places().suffixes}
    for number in range(len(tokens) - 2, -1, -1):
        if tokens[number][1].rstrip(".,").lower() in suffixes:
            return tokens[number + 1][0]
    number = len(tokens) - 1
    while number > 0 and tokens[number - 1][1] in places().town_words:
        number -= 1
    return tokens[number][0]


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    first = start
    for cut in re.finditer(r"[;\n]", text[start:end]):
        spans.append((first, start + cut.start()))
        first = start + cut.end()
    return [*spans, (first, end)]


def _placed(words: Flow, name: Contractor, place: re.Match[str]) -> Contractor:
    group = "place" if place["place"] else "plain"
    stated = words.sourced(place[group], *place.span(group))
    return Contractor(value=name.value, as_written=name.as_written, passage=name.passage, place=stated)


def _with_place(words: Flow, name: Contractor, place: re.Match[str]) -> Contractor:
    return _widened(words, name, words.sourced(place["place"], *place.span("place")))


def _widened(words: Flow, name: Contractor, more: Sourced[str]) -> Contractor:
    """Widen a company's place by one more town."""
    place = more
    if name.place is not None:
        where = Passage(name.place.passage.start, more.passage.end)
        place = Sourced(
            value=f"{name.place.value}; {more.value}", as_written=where.words(words.source), passage=where
        )
    return Contractor(value=name.value, as_written=name.as_written, passage=name.passage, place=place)


def _names(words: Flow, start: int, end: int, placed: bool) -> list[Contractor]:
    """Return the names in a stretch without places; ``placed`` when the list gives places."""
    found = []
    for span in _split(words.text, start, end, placed):
        first, last = _trim(words.text, *span)
        name = words.text[first:last]
        if len(name) < 2 or not (name[0].isupper() or name[0].isdigit()):
            continue
        where = words.passage(first, last)
        found.append(Contractor(value=name, as_written=where.words(words.source), passage=where))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    if lead := _HEAD.match(text[start:end]):
        start += lead.end()
    while tail := _NOTE.search(text[start:end]) or _EDGES.search(text[start:end]):
        if tail.start() == tail.end():
            break
        if tail[0].startswith(".") and _ABBREVIATED.search(text[start : start + tail.start()]):
            return start, start + tail.start() + 1
        end = start + tail.start()
    return start, end


def _split(text: str, start: int, end: int, placed: bool) -> list[tuple[int, int]]:
    """Cut at commas and at "and" between two names, not inside one ("Pratt and Whitney", "Boeing, Inc.").

    Where each company has its place, a comma or a bare "and" before the place stands inside one name
    ("ITT Corporation, Defense Electronics in McLean, Virginia") unless a known company follows it.
    """
    spans = []
    first = start
    kept = [match.span() for match in _joined().finditer(text, start, end)]
    for cut in _CUT.finditer(text, start, end):
        after = text[cut.end() : end]
        if any(x < cut.end() and cut.start() < y for x, y in kept):
            continue
        if not (after[:1].isupper() or after.startswith("the ")):
            continue
        if (
            placed
            and cut[0] in (", ", " and ")
            and text[first : cut.start()].strip(" ,;:")
            and not _company(after)
        ):
            continue
        spans.append((first, cut.start()))
        first = cut.end()
    return [*spans, (first, end)]


def _company(text: str) -> bool:
    text = text.removeprefix("the ")[:80]
    return any(found.start == 0 and found.kind == "company" for found in find_organisations(text))


@cache
def _joined() -> re.Pattern[str]:
    joined = "|".join(re.escape(name) for name in places().joined)
    suffix = "|".join(re.escape(name) for name in places().suffixes)
    return re.compile(
        rf"{joined}|, (?:{suffix})\b\.?| and (?:Sons?|Company|Co|Associates|Support|Services)\b"
    )
