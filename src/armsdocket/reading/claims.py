"""What can be claimed: the families of claim, each field with the passage that states it."""

from typing import Generic, Literal, TypeVar

import msgspec

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage

T = TypeVar("T")

Bound = Literal["exactly", "at least", "at most", "about"]
Polarity = Literal["stated", "denied", "hypothetical"]
Mode = Literal["direct", "indirect", "mixed"]
Channel = Literal["FMS", "DCS", "other"]
ValueOf = Literal["mde", "other", "total", "contract", "original", "addition", "revised", "unit", "shared"]
Stage = Literal[
    "considered",
    "requested",
    "state approved",
    "notified",
    "review ended",
    "offered",
    "accepted",
    "contracted",
    "delivered",
    "closed",
    "held",
    "disapproval introduced",
    "blocked",
    "cancelled",
    "expired",
]
# Highest first: the instrument itself, an official's own words, an agency's release, a report, a comment.
Rank = Literal["instrument", "official words", "release", "report", "comment"]
DocumentKind = Literal[
    "federal register notice",
    "federal register change report",
    "federal register correction",
    "federal register licence notice",
    "dsca release",
    "state notice",
    "congressional record",
    "resolution",
    "contract post",
    "news",
    "other",
]


class Sourced(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A value with the characters that state it: ``text[passage.start:passage.end] == as_written``."""

    value: T
    as_written: str
    passage: Passage


def sourced(value: T, text: str, start: int, end: int) -> Sourced[T]:
    """Tie ``value`` to ``text[start:end]``.

    >>> sourced(246, "246 missiles", 0, 3)
    Sourced(value=246, as_written='246', passage=Passage(start=0, end=3))
    """
    return Sourced(value=value, as_written=text[start:end], passage=Passage(start, end))


class Party(Sourced[str], frozen=True, kw_only=True):
    """A buyer, seller or payer. ``value`` is an ISO 3166-1 alpha-2 code, an organisation id of the
    vocabulary (``NATO``, ``NSPA``), or, when it is neither, the name as the document gives it.
    """

    name: str


class Quantity(Sourced[int], frozen=True, kw_only=True):
    """A number of things, with the bound the words put on it."""

    bound: Bound = "exactly"


class Item(Sourced[str], frozen=True, kw_only=True):
    """One line of what is sold. ``value`` is the article's standard name, or the words for it."""

    article: str | None = None
    """Identifier in the vocabulary of articles, or null when the article is not listed there."""
    designation: Sourced[str] | None = None
    quantity: Quantity | None = None
    unit: Sourced[str] | None = None
    mde: Sourced[bool] | None = None
    """Major defence equipment, as the document lists it; null when it does not say."""
    includes: tuple["Item", ...] = ()
    """Parts of this line's own count ("includes six fly-to-buy"), never added to it."""


class Value(Sourced[int | float], frozen=True, kw_only=True):
    """An amount of money in whole units of ``currency`` (ISO 4217), and what it is the value of."""

    currency: str | None
    of: ValueOf
    bound: Bound = "exactly"


class Contractor(Sourced[str], frozen=True, kw_only=True):
    """A company named as contractor, with the place that the document gives for it."""

    place: Sourced[str] | None = None


class StageReport(Sourced[Stage], frozen=True, kw_only=True):
    """A stage as one passage puts it, and how near to the source those words stand."""

    rank: Rank
    date: Sourced[str] | None = None


class Speaker(Sourced[str], frozen=True, kw_only=True):
    """Who speaks: ``value`` is the fullest name the document gives, ``as_written`` what stands there."""

    office: Sourced[str] | None = None
    organisation: Sourced[str] | None = None
    country: Sourced[str] | None = None


class Action(Sourced[str], frozen=True, kw_only=True):
    """One action on a resolution; ``value`` is the action's text."""

    date: Sourced[str] | None = None
    stage: str | None = None


class Vote(Sourced[str], frozen=True, kw_only=True):
    """One roll call; ``value`` is the question put."""

    date: Sourced[str] | None = None
    chamber: str | None = None
    yeas: Sourced[int] | None = None
    nays: Sourced[int] | None = None
    present: Sourced[int] | None = None
    not_voting: Sourced[int] | None = None
    result: Sourced[str] | None = None


class Transfer(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="transfer"):
    """A proposed or actual transfer as one document states it."""

    reader: str
    rule: str
    buyer: Party | None = None
    seller: Party | None = None
    items: tuple[Item, ...] = ()
    value: Value | None = None
    """The one sum that stands for this transfer alone: the certified total or the contract price."""
    values: tuple[Value, ...] = ()
    """Every other sum of this transfer: MDE, other, original case, addition, revised, per unit."""
    shared_value: Value | None = None
    """A sum stated for several buyers or several sales together; never divided."""
    shared_with: tuple[Party, ...] = ()
    contractors: tuple[Contractor, ...] = ()
    stage: Sourced[Stage] | None = None
    stage_date: Sourced[str] | None = None
    stage_reports: tuple[StageReport, ...] = ()
    """Each wording that sets a stage, when the document has more than one."""
    channel: Sourced[Channel] | None = None
    polarity: Sourced[Polarity] | None = None
    """Null means stated."""
    transmittal: Sourced[str] | None = None
    fms_case: Sourced[str] | None = None
    prior_cases: tuple[Sourced[str], ...] = ()
    amends: tuple[Sourced[str], ...] = ()
    corrects: tuple[Sourced[str], ...] = ()
    """What it corrects: a notice by its number and citation, a contract post by its day."""
    department: Sourced[str] | None = None
    received: Sourced[str] | None = None
    """The day the certification reached Congress: the only date that starts the clock."""
    notified: Sourced[str] | None = None
    posted: Sourced[str] | None = None
    printed: Sourced[str] | None = None
    emergency: Sourced[bool] | None = None
    section: Sourced[str] | None = None
    """The subsection of the AECA a notice rests on, such as ``36(b)(1)``."""
    contract: Sourced[str] | None = None
    modification: Sourced[str] | None = None
    """The number of the modification of the contract, as the post writes it: P00133."""
    """A contract's own number (procurement instrument identifier)."""
    place: Sourced[str] | None = None
    activity: Sourced[str] | None = None
    """The contracting activity that made the award."""
    completion: Sourced[str] | None = None
    foreign_share: Sourced[float] | None = None
    """Per cent of the award that is sold abroad."""


class Statement(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="statement"):
    """Somebody's words, quoted or reported, as one document gives them."""

    reader: str
    rule: str
    words: Sourced[str]
    mode: Mode
    speaker: Speaker | None = None
    quoting: Speaker | None = None
    """Whose words the speaker passes on ("As Ambassador Hill stated, ...")."""
    via: Sourced[str] | None = None
    audience: Sourced[str] | None = None
    date: Sourced[str] | None = None
    partial: bool = False
    """A quoted fragment inside the reporter's own sentence."""
    denial: Sourced[str] | None = None
    """The verb by which the speaker denies the words reported: "denied that the jets were sold"."""


class Sum(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="sum"):
    """An amount of public money: a budget, an aid package, a fine."""

    reader: str
    rule: str
    amount: Sourced[int | float] | None = None
    currency: Sourced[str] | None = None
    percent: Sourced[float] | None = None
    """A change in per cent when no amount is stated."""
    bound: Sourced[Bound] | None = None
    """Null means exactly."""
    payer: Party | None = None
    purpose: Sourced[str] | None = None
    date: Sourced[str] | None = None


class Force(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="force"):
    """The size of an armed force as a law or a report states it."""

    reader: str
    rule: str
    organisation: Sourced[str] | None = None
    measure: Sourced[str] | None = None
    """One of ``authorised active``, ``authorised reserve``, ``active``, ``reserve``, ``deployed``,
    ``growth`` (per cent), ``presence`` (no number)."""
    number: Sourced[int | float] | None = None
    bound: Sourced[Bound] | None = None
    legal_basis: Sourced[str] | None = None
    date: Sourced[str] | None = None


class Resolution(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="resolution"):
    """A joint resolution of disapproval: what it would prohibit and what was done on it."""

    reader: str
    rule: str
    number: Sourced[str]
    congress: Sourced[int] | None = None
    chamber: Sourced[str] | None = None
    title: Sourced[str] | None = None
    sponsor: Sourced[str] | None = None
    cosponsors: tuple[Sourced[str], ...] = ()
    introduced: Sourced[str] | None = None
    transmittals: tuple[Sourced[str], ...] = ()
    communications: tuple[Sourced[str], ...] = ()
    actions: tuple[Action, ...] = ()
    votes: tuple[Vote, ...] = ()
    as_of: Sourced[str] | None = None


Claim = Transfer | Statement | Sum | Force | Resolution


class Part(msgspec.Struct, frozen=True):
    """A part of a page told apart: headline, standfirst, byline, agency, dateline, caption, credit,
    section, body, related, comments, clutter.
    """

    part: str
    passage: Passage


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says of itself."""

    kind: DocumentKind
    title: Sourced[str] | None = None
    publisher: Sourced[str] | None = None
    published: Sourced[str] | None = None
    updated: Sourced[str] | None = None
    authors: tuple[Sourced[str], ...] = ()
    official_id: Sourced[str] | None = None
    """FR document number, bill number, article number."""
    citation: Sourced[str] | None = None
    """Volume and first page in the Federal Register or the Congressional Record: ``91 FR 19115``."""
    language: str | None = None
    sample: bool = False
    """A document worded for demonstration, which says so at its head."""
    parts: tuple[Part, ...] = ()


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something a reader met and neither read nor knowingly ignored."""

    what: str
    rule: str
    passage: Passage | None = None


class Rejection(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate that did not become a claim, and why: shown by ``read --explain``."""

    what: str
    why: str
    passage: Passage


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one reader made of one document."""

    document: Document
    heading: Heading
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    ignored: tuple[Problem, ...] = ()
    """Clauses left out by a named rule; counted by the evaluation, not printed."""
    rejected: tuple[Rejection, ...] = ()
