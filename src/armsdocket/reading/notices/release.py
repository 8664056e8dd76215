"""What DSCA's releases and the State Department's pages share: a head, an announcement, the justification."""

import re
from typing import Any

from armsdocket.documents.document import Document
from armsdocket.reading.claims import DocumentKind, Heading, Reading, Sourced
from armsdocket.reading.notices import announcement, certification, contractor, request
from armsdocket.reading.notices.announcement import Announcement
from armsdocket.reading.notices.federal_register import numbers
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.sample import is_sample
from armsdocket.reading.values.date import find_dates


def read(document: Document, kind: DocumentKind, reader: str, publisher: str) -> Reading:
    """Read a release of one proposed sale; ``publisher`` is the agency's name as such pages print it."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    heading = _heading(document, words, ledger, kind, publisher)
    published = heading.published.value if heading.published else None
    told = announcement.read(words, 0, len(words.text), ledger, published)
    asked = request.read(words, 0, len(words.text), ledger, told.contents)
    named, used = contractor.contractors(words, 0, len(words.text))
    for span in used:
        ledger.read(*span)
    fields: dict[str, Any] = {
        **certification.law(words, 0, len(words.text), ledger),
        **numbers(words, ledger),
        **certification.settle(list(asked.values), []),
        **_told(told),
        "buyer": asked.buyer or told.buyer,
        "items": asked.items,
        "contractors": tuple(named),
        "posted": heading.published,
    }
    if fields["buyer"] is None:
        ledger.warn(0, min(len(words.text), 120), "no purchaser", "no sentence names the purchaser")
    if (what := certification.differing(fields)) is not None:
        ledger.warn(0, min(len(words.text), 120), "totals differ", what)
    ledger.audit(prose=words.text.find("requested"))
    fields = {name: value for name, value in fields.items() if value is not None}
    return ledger.reading(
        document, heading, (certification.transfer(fields, reader, "release of a proposed sale"),)
    )


# Above a title stand the sample's mark or the agency's masthead; behind it the contact and the number.
_MASTHEAD = re.compile(
    r"SAMPLE|NEWS|(?:news|press) release\W*$|defense security cooperation agency\W*$|on the web\b"
    r"|media/public contact|transmittal n",
    re.IGNORECASE,
)
_BODY = re.compile(r"WASHINGTON,? (?=[A-Z])|has requested")


def _told(told: Announcement) -> dict[str, Any]:
    day = told.received or told.notified
    return {
        "stage": told.stage,
        "stage_date": day if told.stage else None,
        "stage_reports": (told.approved,) if told.approved else (),
        "received": told.received,
        "notified": told.notified or told.received,
        "emergency": told.emergency,
    }


def _heading(document: Document, words: Flow, ledger: Ledger, kind: DocumentKind, publisher: str) -> Heading:
    title = _title(document, words, ledger)
    published = _posted(document) or announcement.dateline(words) or _date_line(words)
    at = words.text.find(publisher)
    if at >= 0:
        ledger.read(at, at + len(publisher))
    _read_date(words, ledger, published)
    return Heading(
        kind=kind,
        title=title,
        publisher=words.sourced(publisher, at, at + len(publisher)) if at >= 0 else None,
        published=published,
        language="en",
        sample=is_sample(document),
    )


def _read_date(words: Flow, ledger: Ledger, date: Sourced[str] | None) -> None:
    """Enter the paragraph of the page's own date as read."""
    for start, end in words.paragraphs():
        if date is not None and end - start < 40 and words.passage(start, end).covers(date.passage):
            ledger.read(start, end)


def _title(document: Document, words: Flow, ledger: Ledger) -> Sourced[str] | None:
    """Return the page's first heading, else the first paragraph that is no sample's mark."""
    first = next((block.passage for block in document.blocks if block.role == "h1"), None)
    for start, end in words.paragraphs():
        where = words.passage(start, end)
        if first is None and _BODY.search(words.text, start, end):
            return None
        if (first is None and not _MASTHEAD.match(words.text, start, end)) or where == first:
            ledger.read(start, end)
            return words.sourced(words.text[start:end], start, end)
    return None


def _date_line(words: Flow) -> Sourced[str] | None:
    """Return the date that stands alone near the head of a page's text."""
    for start, end in words.paragraphs()[:8]:
        for date in find_dates(words.text, start, end):
            alone = date.passage.end - date.passage.start >= end - start - 2
            if alone and len(date.value) == 10:
                return words.sourced(date.value, date.passage.start, date.passage.end)
    return None


def _posted(document: Document) -> Sourced[str] | None:
    """Return the day that the page itself gives for its publication."""
    for block in document.blocks:
        path = block.path.lower()
        if "publish-date" in path or "datepublished" in path or "category-date" in path:
            where = block.passage
            for date in find_dates(document.text, where.start, where.end):
                if len(date.value) == 10:
                    written = date.passage.words(document.text)
                    return Sourced(value=date.value, as_written=written, passage=date.passage)
    return None
