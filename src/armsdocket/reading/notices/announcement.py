"""The announcement: who told Congress when, that State approved, that an emergency waives the review."""

import datetime
import re

import msgspec

from armsdocket.reading.claims import Party, Rank, Sourced, Stage, StageReport
from armsdocket.reading.notices import purchaser
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.values.date import find_dates
from armsdocket.vocabulary.countries import place_of
from armsdocket.vocabulary.notice_terms import phrase

_DATELINE = re.compile(r"WASHINGTON,?\s+(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})\s*(?:--?|:)?\s*")
_SALE_TO = re.compile(
    r"(?:sale|sales|agreement)s? (?:to|with|for) (?:the )?(?=[A-Z])|(?:to|with) the (?=Government of)",
    re.IGNORECASE,
)


class Announcement(msgspec.Struct, frozen=True):
    """What the opening of a release says of the certification."""

    stage: Sourced[Stage] | None = None
    approved: StageReport | None = None
    received: Sourced[str] | None = None
    notified: Sourced[str] | None = None
    emergency: Sourced[bool] | None = None
    buyer: Party | None = None
    contents: tuple[int, int] | None = None
    """Where the words for what is sold stand, behind the buyer's name."""


def dateline(words: Flow) -> Sourced[str] | None:
    """Return the date of the dateline ("WASHINGTON, January 08, 2026 -")."""
    line = _DATELINE.search(words.text)
    if line is None:
        return None
    for found in find_dates(words.text, line.start("date"), line.end("date")):
        return words.sourced(found.value, found.passage.start, found.passage.end)
    return None


def read(words: Flow, start: int, end: int, ledger: Ledger, published: str | None) -> Announcement:
    """Read the sentences that announce the sale; relative days are counted from ``published``."""
    text = words.text
    anchor = _anchor(published)
    parts: dict[str, object] = {}
    for first, last in (span for part in words.paragraphs(start, end) for span in words.sentences(*part)):
        line = _DATELINE.search(text, first, last)
        opening = line.end() if line else first
        folded = words.folded[opening:last]
        if told := phrase("notified").search(folded):
            ledger.read(first, last)
            stage: Stage = "notified"
            parts.setdefault("stage", words.sourced(stage, opening + told.start(), opening + told.end()))
            kind = "received" if "required certification" in folded else "notified"
            dated = _day(words, opening, last, anchor)
            if dated is not None:
                parts.setdefault(kind, dated)
        if approved := phrase("approved").search(folded):
            ledger.read(first, last)
            parts.setdefault("approved", _report(words, opening + approved.start(), opening + approved.end()))
        if waived := phrase("emergency").search(folded):
            ledger.read(first, last)
            parts.setdefault(
                "emergency", words.sourced(True, opening + waived.start(), opening + waived.end())
            )
        if (told or approved) and "buyer" not in parts:
            buyer = _buyer(words, opening, last)
            if buyer is not None:
                parts["buyer"], parts["contents"] = buyer
    return msgspec.structs.replace(Announcement(), **parts)


def _anchor(published: str | None) -> datetime.date | None:
    if published is None or len(published) != 10:
        return None
    return datetime.date.fromisoformat(published)


def _report(words: Flow, start: int, end: int) -> StageReport:
    where = words.passage(start, end)
    rank: Rank = "release"
    return StageReport(value="state approved", as_written=where.words(words.source), passage=where, rank=rank)


def _day(words: Flow, start: int, end: int, anchor: datetime.date | None) -> Sourced[str] | None:
    """Return the one day that a sentence names for the notification, when it names one to the day."""
    for found in find_dates(words.text, start, end, anchor=anchor):
        if len(found.value) == 10:
            return words.sourced(found.value, found.passage.start, found.passage.end)
    return None


def _buyer(words: Flow, start: int, end: int) -> tuple[Party, tuple[int, int]] | None:
    """Return the buyer named after "sale to", and where the words for the sale's contents begin."""
    text = words.text
    for opened in _SALE_TO.finditer(text, start, end):
        at = opened.end()
        best = None
        for stop in re.finditer(r" (?:of|for|to|worth|in|via|with|as)\b|[,.:;]|$", text[at:end]):
            name = text[at : at + stop.start()]
            if len(name) > 110:
                break
            if place_of(name):
                best = at + stop.start()
        if best is not None:
            found = purchaser.party(words, at, best)
            if found is not None:
                return found, (best, end)
    return None
