"""Letters that certify a commercial licence or agreement under section 36(c) or 36(d).

The State Department sends them, the Federal Register and the Congressional Record print them. The letter says
what would be exported or made abroad and to whom, and names a threshold ("in the amount of $50,000,000 or
more"), never the price.
"""

import re
from itertools import pairwise
from typing import Any

from armsdocket.reading.claims import Channel, Item, Party, Sourced, Stage, Transfer
from armsdocket.reading.notices import estimate, items, purchaser
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.transmittal import find_transmittals
from armsdocket.reading.values.date import find_dates
from armsdocket.reading.values.money import find_money

_OPENS = re.compile(
    r"Pursuant to (?:the reporting requirements of )?[Ss]ections? (?P<section>36\([cd]\)(?:(?: and|,) "
    r"(?:section )?(?:36)?\([cd]\))?)[^.]{0,160}?"
    r"(?:please find enclosed|I am transmitting|transmitted herewith|enclosed is|we are forwarding|is "
    r"hereby)",
)
_KIND = re.compile(
    r"(?:license|licence|agreement|amendment)s? (?:amendment )?(?:for|to) (?:the )?(?:export|manufactur\w+"
    r"|sale|transfer|authorize)"
    r"|certification of (?:a )?proposed [^.]{0,60}(?:license|agreement)"
)
_INVOLVES = re.compile(
    r"(?:transaction|transactions|agreement|license|certification)[^.]{0,80}?(?:involves?|describes?"
    r"|authorizes?|is for|would authorize)\s+(?:the )?"
)
_EXPORT = re.compile(
    r"(?:export|transfer|manufacture|sale|provision|marketing|delivery)(?:,? and (?:export|manufacture"
    r"|transfer))? of\s+"
)
_TO = re.compile(r"\b(?:abroad )?(?:to|in|with|for end[- ]use by) (?:the )?(?=[A-Z])")
_STANDING = re.compile(
    r"prepared to license|having taken into account|more detailed information|competitive harm|sincerely"
    r"|dear |honorable|"
    r"^enclosure|speaker of the house|chairman|assistant secretary|bureau of legislative affairs|united "
    r"states senate|"
    r"gives? notice that|notifications? of proposed|section 36\(f\)|required to be published|for further "
    r"information"
)


def letters(words: Flow, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the letters, each from its opening words to the next letter's."""
    firsts = [match.start() for match in _OPENS.finditer(words.text, start, end)]
    return list(pairwise([*firsts, end]))


def read(words: Flow, span: tuple[int, int], ledger: Ledger, reader: str) -> Transfer:
    """Read one letter."""
    text = words.text
    opened = _OPENS.match(text, span[0])
    fields: dict[str, Any] = {}
    if opened is not None:
        fields["section"] = words.sourced(opened["section"], *opened.span("section"))
    numbers = find_transmittals(text, *span)
    for number in numbers[:1]:
        ledger.read(number.label, number.end)
        fields["transmittal"] = words.sourced(number.number, number.start, number.end)
    stop = numbers[0].end if numbers else span[1]
    told = [part for parts in words.paragraphs(span[0], stop) for part in words.sentences(*parts)]
    listed: list[Item] = []
    for first, last in told:
        folded = words.folded[first:last]
        if first == span[0]:
            ledger.read(first, last)
            _opening(words, first, last, fields)
        elif _STANDING.search(folded):
            ledger.ignore(first, last, "standing words of a letter", "the same in every letter")
        elif (involved := _INVOLVES.search(text, first, last)) or _EXPORT.search(text, first, last):
            ledger.read(first, last)
            at = involved.end() if involved else first
            listed.extend(_items(words, at, last))
            _buyers(words, at, last, fields)
    fields["items"] = tuple(listed)
    day = _dated(words, span[0])
    if day is not None:
        fields["notified"] = fields["stage_date"] = day
        ledger.read(*_line(text, span[0], day, words))
    return Transfer(reader=reader, rule="letter on a commercial licence", **fields)


def _opening(words: Flow, start: int, end: int, fields: dict[str, Any]) -> None:
    """Read the opening sentence: kind of licence, countries, threshold."""
    text = words.text
    cue = _KIND.search(text, start, end) or _OPENS.match(text, start)
    if cue is not None:
        channel: Channel = "DCS"
        stage: Stage = "notified"
        fields["channel"] = words.sourced(channel, *cue.span())
        fields["stage"] = words.sourced(stage, *cue.span())
    _buyers(words, start, end, fields)
    for money in find_money(text, start, end)[:1]:
        more = re.match(r" or more", text[money.passage.end :])
        fields["value"] = estimate.value(words, money, "total", "at least" if more else "exactly")


def _buyers(words: Flow, start: int, end: int, fields: dict[str, Any]) -> None:
    """Add the countries after the last "to" of a sentence, when none is known yet."""
    if "buyer" in fields:
        return
    text = words.text
    amount = text.find(" in the amount", start, end)
    stop = amount if amount > 0 else end
    for opened in _TO.finditer(text, start, stop):
        found: tuple[Party, ...] = tuple(
            party for party in purchaser.parties(words, opened.end(), stop) if party.value != "US"
        )
        near = found and found[0].passage.start - words.passage(opened.end(), opened.end() + 1).start < 40
        if near:
            fields["buyer"], fields["shared_with"] = found[0], found[1:]
            return


def _items(words: Flow, start: int, end: int) -> list[Item]:
    text = words.text
    export = _EXPORT.search(text, start, end)
    at = export.end() if export else start
    stop = re.compile(r" (?:to|for end[- ]use|in support of|for use) (?:the )?(?=[A-Z])").search(
        text, at, end
    )
    return items.lines(words, at, stop.start() if stop else end)


def _dated(words: Flow, start: int) -> Sourced[str] | None:
    """Return the date line above the letter."""
    before = words.text[max(0, start - 700) : start]
    offset = max(0, start - 700)
    last = before.rfind("Transmittal No")
    for date in reversed(find_dates(before, max(0, last))):
        line = before[before.rfind("\n", 0, date.passage.start) + 1 : date.passage.end]
        if len(date.value) == 10 and len(line) <= date.passage.end - date.passage.start + 2:
            return words.sourced(date.value, date.passage.start + offset, date.passage.end + offset)
    return None


def _line(text: str, start: int, day: Sourced[str], words: Flow) -> tuple[int, int]:
    at = text.rfind(day.as_written, 0, start)
    return (at, at + len(day.as_written)) if at >= 0 else (start, start)
