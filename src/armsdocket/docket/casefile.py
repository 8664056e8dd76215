"""A case file: everything the docket holds on one sale, ready to be shown."""

from typing import Any

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.law.review import Clock
from armsdocket.reading.claims import Rank


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A document a case rests on."""

    document: str
    address: str
    kind: str
    rank: Rank
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    sample: bool = False
    why: str = ""
    """One sentence: how this document came to this case."""
    score: float = 1.0
    replaced_by: str | None = None
    """The document met later at the same address, with other bytes."""


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One value with the document and passage that state it."""

    what: str
    value: Any
    as_written: str
    document: str
    passage: Passage
    rank: Rank
    note: str = ""


class LineItem(msgspec.Struct, frozen=True, kw_only=True):
    """One line of what is sold, with each document's words for it."""

    name: str
    quantity: int | None
    article: str | None = None
    mde: bool | None = None
    includes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    """What states the line: where it has a quantity, only documents that give this quantity."""
    named_in: tuple[Fact, ...] = ()
    """Documents that name the thing without this quantity; the note says whether they give another."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One dated step. ``date`` is an ISO prefix, or null when no document gives the day."""

    date: str | None
    what: str
    stage: str | None = None
    reported_only: bool = False
    """True when only a report says so: it is shown and moves nothing."""
    facts: tuple[Fact, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One statement on the case."""

    speaker: str | None
    office: str | None
    organisation: str | None
    country: str | None
    words: str
    mode: str
    via: str | None
    quoting: str | None
    denied: bool
    """The speaker says that the words reported are not so."""
    date: str | None
    fact: Fact


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Values that differ, side by side, highest rank first; nothing is chosen."""

    what: str
    sides: tuple[Fact, ...]
    sentence: str


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that misstates the law, and what the law says."""

    misreading: str
    document: str
    as_written: str
    passage: Passage
    correct: str
    citation: str
    confidence: str


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """A joint resolution against the sale, with its record as the documents give it."""

    number: str
    congress: int | None
    title: str | None
    sponsor: str | None
    introduced: str | None
    actions: tuple[str, ...]
    as_of: str | None
    facts: tuple[Fact, ...]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Another case or claim that may belong here, below the line for an automatic link."""

    key: str
    title: str
    score: float
    reasons: tuple[str, ...]


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """One proposed or actual sale: one buyer, one seller, one channel."""

    key: str
    title: str
    buyer: str | None
    buyer_name: str | None
    buyers: tuple[str, ...] = ()
    """Every buyer that a document names, ``buyer`` first: one sum may be stated for several."""
    seller: str | None
    seller_name: str | None
    channel: str | None
    stage: str | None
    stage_reason: str
    reported: str | None = None
    """The furthest stage beyond ``stage`` that is only reported, by no document that may set it."""
    transmittals: tuple[Fact, ...] = ()
    fms_cases: tuple[Fact, ...] = ()
    items: tuple[LineItem, ...] = ()
    values: tuple[Fact, ...] = ()
    """Notified values (ceilings) and contract values, each with ``note`` saying which."""
    package: str | None = None
    """The ceiling per counted unit, in a sentence that names the package's other contents; never a price."""
    contractors: tuple[Fact, ...] = ()
    clock: Clock | None = None
    timeline: tuple[Event, ...] = ()
    statements: tuple[Said, ...] = ()
    resolutions: tuple[Resolved, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[Remark, ...] = ()
    missing: tuple[str, ...] = ()
    """What no document says ("No document says the offer was signed.")."""
    sources: tuple[Source, ...] = ()
    related: tuple[Candidate, ...] = ()
    """Other cases of the same buyer, and amendments."""
    candidates: tuple[Candidate, ...] = ()
    absorbed: tuple[str, ...] = ()
    """Keys of cases without a number that were merged into this one when its number came."""


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """One case in a list: what tables, feeds and the calendar show."""

    key: str
    title: str
    buyer: str | None
    buyer_name: str | None
    buyers: tuple[str, ...] = ()
    """Every buyer that a document names; ``--buyer`` finds the case by any of them."""
    seller: str | None
    channel: str | None
    stage: str | None
    reported: str | None = None
    """A further stage that is only reported: shown, and moves nothing."""
    articles: tuple[str, ...]
    value: int | float | None
    """Notified ceiling (the certified total), or null when no document states it."""
    currency: str | None
    received: str | None
    days: int | None
    last_day: str | None
    waived: bool
    reviewed: bool = False
    """True when Congress reviews it: a sale by the United States that a document has as notified."""
    first_date: str | None
    last_date: str | None
    """Date of the newest document or event of the case: the entry's time in a feed."""
    documents: int
    sources: tuple[str, ...]
    """Addresses of the documents, in order of rank."""
