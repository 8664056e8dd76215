"""Transmittal numbers: every label and form, brought to one form, with the words as they stand.

``YY-NN`` and ``YY-NNN`` number new sales; ``YY-NL`` or ``YY-LL`` (a letter in the serial) number reports
of a change; ``DDTC YY-NNN`` numbers commercial licences. The State Department's series mark ``RSAT`` is
no part of the number. Some reports print serial and year the other way round (``0M-25`` for ``25-0M``).
"""

import re
from typing import Literal

import msgspec

Series = Literal["fms", "change", "ddtc"]

_LABEL = r"(?:transmittals?|tranmittal|transmital)\s*(?:numbered|numbers?|n[o0]s?\b\.?|#)?\s*[:#.]?\s*"
# The serial: digits, or a letter with a digit or letter; the text may run on ("13-67WASHINGTON").
_SERIAL = r"(?:\d{2,3}(?!\d)|[0-9][A-Za-z](?![A-Za-z])|[A-Z][A-Z](?![A-Za-z])|[A-Z][0-9](?![0-9]))"
_NUMBER = (
    rf"(?:(?P<year>\d{{2}})\s?-\s?(?P<serial>{_SERIAL})"
    r"|(?P<turned>[0-9][A-Za-z])\s?-\s?(?P<late>\d{2})(?!\d))"
)
_SERIES = r"(?P<series>RSAT|DDTC|DSCA)?[\s-]*"
LABELLED = re.compile(rf"(?<![A-Za-z])(?i:{_LABEL})\s*{_SERIES}{_NUMBER}")
_SERIED = re.compile(rf"(?<![A-Za-z])(?P<series>RSAT|DDTC)[\s-]{{1,2}}{_NUMBER}")
_NEXT = re.compile(rf"\s*(?:,\s*and|,|and|&|/|;)\s*{_SERIES}{_NUMBER}")


class Transmittal(msgspec.Struct, frozen=True):
    """A number found in ``text[start:end]``; ``label`` is where its label begins."""

    number: str
    series: Series
    start: int
    end: int
    label: int


def find_transmittals(text: str, start: int = 0, end: int | None = None) -> list[Transmittal]:
    """Return the labelled transmittal numbers of a flow, in order.

    >>> [found.number for found in find_transmittals("Transmittal No: 13-67WASHINGTON, July 2, 2013")]
    ['13-67']
    >>> [found.number for found in find_transmittals("TRANSMITTAL NO RSAT 26-23; Transmittal No. 0M-25")]
    ['26-23', '25-0M']
    """
    end = len(text) if end is None else end
    found: list[Transmittal] = []
    at = start
    while True:
        matches = [
            match for match in (LABELLED.search(text, at, end), _SERIED.search(text, at, end)) if match
        ]
        if not matches:
            return found
        match: re.Match[str] | None = min(matches, key=lambda each: (each.start(), -each.end()))
        while match is not None:
            found.append(_transmittal(match))
            at = match.end()
            match = _NEXT.match(text, at, end)


def _transmittal(match: re.Match[str]) -> Transmittal:
    year, serial = match["year"] or match["late"], match["serial"] or match["turned"]
    number = f"{year}-{serial.upper()}"
    start = match.start("year") if match["year"] else match.start("turned")
    if match["series"] == "DDTC":
        return Transmittal(f"DDTC {number}", "ddtc", match.start("series"), match.end(), match.start())
    series: Series = "fms" if serial.isdigit() else "change"
    if match["series"]:
        start = match.start("series")
    return Transmittal(number, series, start, match.end(), match.start())
