"""The head of a joint resolution as printed, or as XML: number, members, the day and what was done on it."""

import re
from collections.abc import Iterator

from armsdocket.reading.claims import Action, Resolution, Sourced
from armsdocket.reading.notices import prohibited
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.proceedings import stage_of
from armsdocket.reading.notices.resolution_record import NUMBER, styled
from armsdocket.reading.values.date import find_dates

_CONGRESS = re.compile(r"(?<!\d)(?P<number>\d{2,3})(?:st|nd|rd|th|d) Congress", re.IGNORECASE)
_STYLE = r"(?:Mr|Mrs|Ms|Miss|Dr)\.? "
_SPONSOR = re.compile(
    rf"(?P<name>{_STYLE}[A-Za-z][\w'’. -]{{1,40}}?)"
    r"(?:,? \(for (?:himself|herself|themselves)(?P<others>[^)]{0,4000})\))?,? "
    r"(?P<done>(?:introduced|submitted) the following joint resolution)"
    r"(?:; which was (?P<referred>(?:read (?:twice|the first time) and )?referred to the "
    r"Committees? on (?:the )?[A-Z][a-z]+(?:(?:, |,? and | )[A-Z][a-z]+)*))?"
)
_COSPONSOR = re.compile(rf"{_STYLE}[A-Za-z][^,;()]{{1,60}}?(?=,|;|$| and {_STYLE})")
_PASSED = re.compile(
    r"(?P<done>Passed the (?:Senate|House of Representatives)) (?:\(legislative day[^)]*\),? )?"
    r"(?=[A-Z][a-z]{2,8} \d{1,2})"
)
_TITLE = re.compile(
    r"(?:A JOINT RESOLUTION|JOINT RESOLUTION)\s*(?P<title>Providing for [^\n]{20,600}?\.)"
    r"|(?P<plain>Providing for congressional disapproval [^\n]{20,600}?\.)",
    re.DOTALL,
)
_WHOLE_DAY = len("2024-01-30")


def number(words: Flow) -> re.Match[str] | None:
    """Find the number of a printed resolution."""
    return NUMBER.search(words.text)


def read(
    words: Flow, found: re.Match[str], named: dict[str, tuple[Sourced[str], ...]], reader: str
) -> Resolution:
    """Return what the printed text says of the resolution itself."""
    text = words.text
    head = prohibited.body(text)
    congress = _CONGRESS.search(text, 0, head)
    sponsor = _SPONSOR.search(text, 0, head)
    title = _TITLE.search(text, 0, head)
    span = (title.span("title") if title["title"] else title.span("plain")) if title else None
    value = styled(found)
    introduced = _day(words, 0, head)
    done = tuple(_actions(words, sponsor, introduced))
    days = [action.date for action in done if action.date]
    return Resolution(
        reader=reader,
        rule="text of a bill",
        number=words.sourced(value, *found.span()),
        congress=words.sourced(int(congress["number"]), *congress.span("number")) if congress else None,
        chamber=words.sourced("House" if value.startswith("H") else "Senate", *found.span()),
        title=words.sourced(" ".join(text[slice(*span)].split()), *span) if span else None,
        sponsor=words.sourced(sponsor["name"], *sponsor.span("name")) if sponsor else None,
        cosponsors=tuple(_cosponsors(words, sponsor)) if sponsor else (),
        introduced=introduced,
        transmittals=named["transmittals"],
        communications=named["communications"],
        actions=done,
        as_of=max(days, key=lambda day: day.value, default=introduced),
    )


def _day(words: Flow, start: int, end: int) -> Sourced[str] | None:
    days = [day for day in find_dates(words.text, start, end) if len(day.value) == _WHOLE_DAY]
    return words.sourced(days[0].value, days[0].passage.start, days[0].passage.end) if days else None


def _cosponsors(words: Flow, sponsor: re.Match[str]) -> Iterator[Sourced[str]]:
    """Yield the members that stand behind "(for himself, ...)"."""
    if sponsor["others"]:
        for match in _COSPONSOR.finditer(words.text, *sponsor.span("others")):
            yield words.sourced(" ".join(match[0].split()), *match.span())


def _actions(words: Flow, sponsor: re.Match[str] | None, introduced: Sourced[str] | None) -> Iterator[Action]:
    """Yield what the print tells of: the introduction, the referral, a passage with its own day."""
    if sponsor is not None:
        yield _action(words, sponsor.span("done"), introduced)
        if sponsor["referred"]:
            yield _action(words, sponsor.span("referred"), introduced)
    for match in _PASSED.finditer(words.text):
        day = _day(words, match.end(), match.end() + 30)
        if day is not None:
            yield _action(words, match.span("done"), day)


def _action(words: Flow, span: tuple[int, int], day: Sourced[str] | None) -> Action:
    said = words.sourced(" ".join(words.text[slice(*span)].split()), *span)
    return Action(
        value=said.value,
        as_written=said.as_written,
        passage=said.passage,
        date=day,
        stage=stage_of(said.value),
    )
