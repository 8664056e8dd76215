"""Leads: what one claim of one document says that can tie it to a case."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import msgspec

from armsdocket.docket import numbers
from armsdocket.documents.document import STANDARD_INPUT, Document
from armsdocket.reading.claims import (
    DocumentKind,
    Heading,
    Item,
    Party,
    Rank,
    Reading,
    Resolution,
    Transfer,
    Value,
)
from armsdocket.vocabulary.articles import all_articles, all_classes
from armsdocket.vocabulary.countries import name_of
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.notice_terms import places

RANKS: dict[DocumentKind, Rank] = {
    "federal register notice": "instrument",
    "federal register change report": "instrument",
    "federal register correction": "instrument",
    "federal register licence notice": "instrument",
    "congressional record": "instrument",
    "resolution": "instrument",
    "dsca release": "release",
    "state notice": "release",
    "contract post": "release",
    "news": "report",
    "other": "comment",
}
ORDER_OF_RANKS: tuple[Rank, ...] = ("instrument", "official words", "release", "report", "comment")
NOTICES: frozenset[DocumentKind] = frozenset(
    kind for kind in RANKS if kind.startswith("federal register") or kind == "congressional record"
)


_CONTRACT_YEAR = re.compile(r"contract [A-Z0-9]{6}(\d{2})[A-Z]")


class Amount(msgspec.Struct, frozen=True):
    """A sum of money that speaks for or against a link."""

    currency: str | None
    amount: int | float
    bound: str


class Counted(msgspec.Struct, frozen=True):
    """A quantity of one article."""

    article: str
    number: int
    bound: str


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim offers for linking: ``claim`` is its place in the reading, ``ordinal`` among leads."""

    document: str
    ordinal: int
    claim: int
    kind: DocumentKind
    address: str | None = None
    """Where the document is filed, unless it came by standard input: others filed there are its versions."""
    identifiers: tuple[str, ...] = ()
    """Strongest first: ``transmittal 23-22``, ``fms SW-B-WCB``, ``notice 2026-07237``,
    ``resolution 118-hjres-108``, ``contract W31P4Q24C0012``."""
    amends: tuple[str, ...] = ()
    buyer: str | None = None
    buyers: tuple[str, ...] = ()
    """The buyer, or every buyer that one shared sum is stated for."""
    seller: str | None = None
    channel: str | None = None
    articles: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    generic: bool = False
    """True when only a class of article is named ("anti-tank missiles")."""
    counted: tuple[Counted, ...] = ()
    amounts: tuple[Amount, ...] = ()
    contractors: tuple[str, ...] = ()
    stage: str | None = None
    polarity: str = "stated"
    days: tuple[str, ...] = ()
    """Dates of the sale, the decisive one first; the document's own date when there is no other."""
    opens: bool = False
    """True when this claim is enough for a case of its own."""

    @property
    def transmittal(self) -> str | None:
        """The transmittal this lead names as its own, or None."""
        return next((words[12:] for words in self.identifiers if words.startswith("transmittal ")), None)

    @property
    def contract(self) -> str | None:
        """The contract a post names as its own, as an identifier, or None."""
        return next((words for words in self.identifiers if words.startswith("contract ")), None)

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year that the contract's number holds (the 16 of ``W58RGZ16C0040``), or None."""
        found = _CONTRACT_YEAR.match(self.contract or "")
        return 2000 + int(found[1]) if found else None

    @property
    def day(self) -> int | None:
        """The decisive date as a day number, or None."""
        return day_number(self.days[0]) if self.days else None


def day_number(prefix: str | None) -> int | None:
    """Return the day number of the middle of an ISO prefix's span, or None when it is no date.

    >>> day_number("2024-01-11") - day_number("2024-01-01")
    10
    """
    padded = {4: "-07-01", 7: "-15", 10: ""}.get(len(prefix or ""))
    if prefix is None or padded is None:
        return None
    try:
        return date.fromisoformat(prefix + padded).toordinal()
    except ValueError:
        return None


def leads_of(reading: Reading) -> tuple[Lead, ...]:
    """Return what a reading offers for linking, in the order of its claims."""
    found: list[Lead] = []
    named: set[str] = set()
    for place, claim in enumerate(reading.claims):
        if isinstance(claim, Transfer):
            lead = _transfer_lead(reading, claim, place, len(found))
            named.update(lead.identifiers)
            found.append(lead)
    for place, claim in enumerate(reading.claims):
        if isinstance(claim, Resolution):
            found.extend(_resolution_leads(reading, claim, place, len(found), named))
    return tuple(found)


def _transfer_lead(reading: Reading, claim: Transfer, place: int, ordinal: int) -> Lead:
    buyers = tuple(dict.fromkeys(party.value for party in _buyers(claim)))
    items = [item for item in claim.items if item.value]
    identifiers = tuple(dict.fromkeys(_identifiers(reading, claim, ordinal)))
    generic = bool(items) and all(_generic(item) for item in items)
    named = _named(items)
    return Lead(
        document=reading.document.id,
        ordinal=ordinal,
        claim=place,
        kind=reading.heading.kind,
        address=_address(reading.document),
        identifiers=identifiers,
        amends=tuple(number for words in claim.amends if (number := numbers.transmittal(words.value))),
        buyer=claim.buyer.value if claim.buyer else None,
        buyers=buyers,
        seller=claim.seller.value if claim.seller else None,
        channel=claim.channel.value if claim.channel else None,
        articles=_once(article_of(item) for item in named),
        families=_once(family_of(item) for item in named),
        classes=_once(words for item in named if (words := class_of(item))),
        generic=generic,
        counted=tuple(_counted(named)),
        amounts=tuple(_amounts(claim)),
        contractors=_once(_company(words.value) for words in claim.contractors),
        stage=claim.stage.value if claim.stage else None,
        polarity=claim.polarity.value if claim.polarity else "stated",
        days=_once(_days(reading, claim)),
        opens=_opens(claim, items, generic) or bool(identifiers),
    )


def _address(document: Document) -> str | None:
    return document.address if document.address != STANDARD_INPUT else None


def _buyers(claim: Transfer) -> list[Party]:
    return [claim.buyer, *claim.shared_with] if claim.buyer else list(claim.shared_with)


def _identifiers(reading: Reading, claim: Transfer, ordinal: int) -> Iterator[str]:
    heading = reading.heading
    if claim.transmittal:
        yield f"transmittal {numbers.transmittal(claim.transmittal.value) or claim.transmittal.value}"
    elif heading.kind == "federal register correction":
        for words in claim.corrects:
            number = numbers.transmittal(words.value) if not _register_number(words.value) else None
            yield f"transmittal {number}" if number else f"notice {words.value}"
    if claim.fms_case and heading.kind != "contract post":
        yield f"fms {numbers.fms_case(claim.fms_case.value) or claim.fms_case.value}"
    if heading.kind in NOTICES and heading.official_id:
        yield f"notice {heading.official_id.value}"
    for resolution in reading.claims:
        if isinstance(resolution, Resolution):
            # A resolution without transmittals may bar several sales; each keeps its place in the list.
            part = f" part {ordinal + 1}" if ordinal and not claim.transmittal else ""
            yield f"resolution {resolution_key(resolution)}{part}"
    if claim.contract and heading.kind == "contract post":
        # One contract often serves several countries; a case has one buyer.
        buyer = f" {claim.buyer.value}" if claim.buyer and not claim.shared_with else ""
        yield f"contract {numbers.contract(claim.contract.value)}{buyer}"
    if claim.fms_case and heading.kind == "contract post":
        # Behind the contract: posts of one contract stand together, whichever of them names the case.
        yield f"fms {numbers.fms_case(claim.fms_case.value) or claim.fms_case.value}"


def _register_number(words: str) -> bool:
    return len(words.split("-", maxsplit=1)[0]) == 4


def resolution_key(claim: Resolution) -> str:
    """Return a resolution's number in one spelling, with its congress where the document gives it."""
    congress = claim.congress.value if claim.congress else None
    return numbers.resolution(claim.number.value, congress) or claim.number.value


def _resolution_leads(
    reading: Reading, claim: Resolution, place: int, first: int, named: set[str]
) -> Iterator[Lead]:
    """Yield a lead for each transmittal that only the resolution's list names, else one for itself."""
    number = f"resolution {resolution_key(claim)}"
    transmittals = [numbers.transmittal(words.value) or words.value for words in claim.transmittals]
    lone = [words for words in dict.fromkeys(transmittals) if f"transmittal {words}" not in named]
    days = (claim.introduced.value,) if claim.introduced else _published(reading.heading)
    lists: list[tuple[str, ...]] = [(f"transmittal {words}", number) for words in lone]
    if not transmittals and not any(words.startswith(number) for words in named):
        lists = [(number,)]
    for extra, identifiers in enumerate(lists):
        yield Lead(
            document=reading.document.id,
            ordinal=first + extra,
            claim=place,
            kind=reading.heading.kind,
            address=_address(reading.document),
            identifiers=identifiers,
            days=days,
            opens=True,
        )


def _opens(claim: Transfer, items: list[Item], generic: bool) -> bool:
    """Tell whether a claim without a number is enough for a case: a buyer, and a thing or a sum."""
    if claim.buyer is None or (claim.polarity and claim.polarity.value != "stated"):
        return False
    if items and not generic:
        return any(item.article or item.designation for item in items) or claim.value is not None
    return claim.value is not None or any(item.quantity for item in items)


def article_of(item: Item) -> str:
    """Return what an item is matched by: the listed article's id, or its folded name."""
    return item.article or numbers.slug(fold(item.value))


def family_of(item: Item) -> str:
    """Return the family an item is blocked by."""
    listed = all_articles().get(item.article or "")
    return (listed.family or listed.id) if listed else article_of(item)


def class_of(item: Item) -> str | None:
    """Return the class of an item: of the listed article, or the class that its words name."""
    listed = all_articles().get(item.article or "")
    return listed.kind if listed else _class_names().get(fold(item.value))


def _named(items: list[Item]) -> list[Item]:
    """Return the items that tell sales apart; "spare parts" and "training" are in nearly every one."""
    return [item for item in items if item.article or item.designation] or items[:1]


def _generic(item: Item) -> bool:
    return not item.article and not item.designation and fold(item.value) in _class_names()


@cache
def _class_names() -> dict[str, str]:
    return {fold(words): kind.id for kind in all_classes().values() for words in (kind.name, *kind.words)}


def _counted(items: Iterable[Item]) -> Iterator[Counted]:
    for item in items:
        if item.quantity:
            yield Counted(article_of(item), item.quantity.value, item.quantity.bound)


def _amounts(claim: Transfer) -> Iterator[Amount]:
    values: list[Value] = [claim.value] if claim.value else []
    values += [value for value in claim.values if value.of in {"total", "revised", "contract"}]
    for value in values:
        yield Amount(value.currency, value.value, value.bound)


def _company(name: str) -> str:
    """Fold a company's name without its place, article and legal form, which documents add at will."""
    words = fold(name).split(",")[0].replace(".", "").split()
    return " ".join(word for word in words if word != "the" and word not in places().legal_forms)


def _days(reading: Reading, claim: Transfer) -> Iterator[str]:
    for field in (claim.received, claim.notified, claim.stage_date, claim.posted):
        if field:
            yield field.value
    for resolution in reading.claims:
        if isinstance(resolution, Resolution) and resolution.introduced:
            yield resolution.introduced.value
    yield from _published(reading.heading)


def _published(heading: Heading) -> tuple[str, ...]:
    return (heading.published.value,) if heading.published else ()


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def party_name(code: str | None, given: str | None = None) -> str | None:
    """Return the name of a buyer or seller: the vocabulary's, else the document's own words."""
    if code is None:
        return given
    try:
        return name_of(code)
    except KeyError:
        return given or code
