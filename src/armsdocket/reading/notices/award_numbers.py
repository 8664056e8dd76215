"""The numbers of an award: its contract or order, the modification, the foreign military sales case."""

import re

from armsdocket.reading.claims import Sourced
from armsdocket.reading.notices.flow import Flow
from armsdocket.vocabulary.notice_terms import contract_phrase

_NUMBER = re.compile(
    r"(?<![A-Z0-9-])[A-Z][A-Z0-9]{5}\s?-?\s?\d{2}[ -]?(?P<kind>[A-Z])-?[A-Z0-9]{4}(?![A-Z0-9-])"
)
# Numbers of solicitations and requests, not of contracts.
_SOLICITATIONS = frozenset("RQBT")
_ORDER = "F"
# Before an order's own number: the word, or the number of the agreement it is placed under and a stroke.
_ORDERED = re.compile(r"(?:\border(?: number)?,? ?\(?|[A-Z0-9]{4} ?/ ?)$")
_MODIFICATION = re.compile(
    r"\b[Mm]odification (?:number |No\. )?\(?(?P<number>[A-Z]{1,3}\d{4,6}|\d{4,6}|(?<=\()\d{1,3}(?=\)))\b"
    r"(?![,-]\w)"
)
# "Foreign Military Sales case AE-B-UAF", "FMS case number AE-B-UAF"; two cases in one award are nobody's own.
_FMS_CASE = re.compile(
    r"\b[Cc]ase (?:[Nn]umber |[Nn]o\. ?)?(?P<number>[A-Z][A-Z0-9]-[A-Z]-[A-Z0-9]{3})(?![\w-])"
)


def contract(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the award's own number: an order's, else the one behind the activity, else the first.

    An order names two, its own and that of the contract it is placed against.
    """
    found = [one for one in _NUMBER.finditer(words.text, start, end) if one["kind"] not in _SOLICITATIONS]
    activity = contract_phrase("activity").search(words.folded[start:end])
    tail = start + activity.start() if activity else end
    # Between the award's sentence and the activity stand orders made elsewhere, whose funds are told.
    opening = next(iter(words.sentences(start, end)), (start, end))[1]
    orders = [
        one
        for one in found
        if one["kind"] == _ORDER
        and not opening < one.end() < tail
        and _ORDERED.search(words.text, start, one.start())
    ]
    found = orders or [one for one in found if one["kind"] != _ORDER] or found
    if not found:
        return None
    behind = [one for one in found if one.start() > tail]
    match = behind[0] if behind else found[0]
    return words.sourced(_styled(match[0]), *match.span())


def fms_case(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the FMS case that the award is placed under, where it names exactly one."""
    found = list(_FMS_CASE.finditer(words.text, start, end))
    if len({one["number"] for one in found}) != 1:
        return None
    return words.sourced(found[0]["number"], *found[0].span("number"))


def modification(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the number of the modification that the award's first sentence tells of."""
    opening = next(iter(words.sentences(start, end)), (start, end))
    match = _MODIFICATION.search(words.text, *opening)
    return words.sourced(match["number"], *match.span("number")) if match else None


def _styled(number: str) -> str:
    """Return a contract's number with its hyphens: W58RGZ-14-D-0117."""
    bare = re.sub(r"[\s-]", "", number)
    return f"{bare[:6]}-{bare[6:8]}-{bare[8]}-{bare[9:]}"
