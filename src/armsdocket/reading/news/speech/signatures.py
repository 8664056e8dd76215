"""Names signed behind or below what somebody said: “We wait.” ― Ana Kovac."""

import re

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.offices import find_offices

SIGNATURE = "rule: signature"
_DASH = r"\s*[―—–-]\s*"
_SIGNED = re.compile(rf"{_DASH}(?P<who>[A-Z][^\W\d_]*[^\n,;:“”\"?!]{{0,60}}?)\s*[.]?\s*$")
_SIGNED_BELOW = re.compile(rf"{_DASH}(?P<who>[A-Z][^\W\d_]*[^\n,;:“”\"?!–—]{{0,60}}?)\s*[.]?\s*")
_NAME = r"(?:[A-Z][\w'’-]+|[A-Z]\.)(?:[ ](?:[A-Z][\w'’-]+|[A-Z]\.)){1,3}"
# A press review signs each piece with author and paper: “We wait.” Ana Kovac, The Globe.
_IN_PAPER = re.compile(
    rf"\s*(?P<who>(?:[A-Z][a-z]+ ){{0,2}}{_NAME})(?:\s\([^()\n]{{1,12}}\))?, "
    r"(?:[Tt]he )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,4}\s*$"
)
_OVER = re.compile(rf"(?P<who>{_NAME})(?:,?\s*\n\s*|,\s)")
# The office stands right below the name.
_ROOM = 60


def with_signature(wording: Wording, found: list[Attribution]) -> list[Attribution]:
    """Give a quotation the name signed behind it: “We wait.” ― Ana Kovac."""
    end = wording.quotations[-1].outer_end
    signature = _SIGNED.match(wording.text, end, wording.passage.end) or _IN_PAPER.match(
        wording.text, end, wording.passage.end
    )
    if signature is None:
        return found
    quotation = wording.quotations[-1].passage
    kept = [one for one in found if not one.content.overlaps(quotation)]
    quoted = Attribution(quotation, None, None, "direct", "")
    return [*kept, signed(quoted, Passage(*signature.span("who")))]


def signed(one: Attribution, signature: Passage) -> Attribution:
    """Return an attribution with the name that signs it for its source."""
    return Attribution(one.content, signature, None, one.mode, SIGNATURE)


def signed_below(wording: Wording) -> Passage | None:
    """Return the name that a paragraph signs the quotation above with: "― Ana Kovac"."""
    signature = _SIGNED_BELOW.fullmatch(
        wording.text, wording.passage.start, wording.passage.end
    ) or _IN_PAPER.match(wording.text, wording.passage.start, wording.passage.end)
    return Passage(*signature.span("who")) if signature else None


def name_over_office(wording: Wording) -> Passage | None:
    """Return the name of a signature such as "Ana Kovac" over "Chief Executive Officer"."""
    text, start = wording.text, wording.passage.start
    name = _OVER.match(text, start)
    if name is None or not any(
        name.end() == office.start for office in find_offices(text, start, name.end() + _ROOM)
    ):
        return None
    return Passage(*name.span("who"))
