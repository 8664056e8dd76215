"""Where a lead stands: its blocks, its home, and the name it would bear as a case of its own."""

from armsdocket.docket import numbers
from armsdocket.docket.evidence import Lead, party_name
from armsdocket.docket.linking import article_name
from armsdocket.vocabulary.folding import fold

UNDATED = "undated"


def blocks(lead: Lead, *, anchored: bool) -> tuple[str, ...]:
    """Return the blocks a lead is compared within: its buyers, each with a family or a class of article.

    A lead that names only a class meets numbered cases by class; a class is too wide a block for the rest.
    """
    kinds = [f"family {family}" for family in lead.families]
    if anchored or lead.generic:
        kinds += [f"class {name}" for name in lead.classes]
    return tuple(dict.fromkeys(f"{buyer} {kind}" for buyer in lead.buyers for kind in kinds))


def home(lead: Lead) -> str:
    """Return the buyer and first article of a lead without a number, as the head of its key.

    Leads without numbers become one case only within one home, so that filing one document never
    touches more than its own.
    """
    buyer = numbers.slug(fold(party_name(lead.buyer) or "buyer-not-stated"))
    family = lead.families[0] if lead.families else "article-not-stated"
    return f"{buyer}-{numbers.slug(fold(_short(article_name(family))))[:40]}"


def _short(name: str) -> str:
    """Return the spoken half of an article's name ("FGM-148 Javelin" is called Javelin)."""
    head, _, tail = name.partition(" ")
    return tail if tail and any(character.isdigit() for character in head) and tail[:1].isalpha() else name


def lone_key(lead: Lead) -> str:
    """Return the key that a lead would have alone: that of its strongest number, else its own."""
    return anchor_key(lead.identifiers[0]) if lead.identifiers else own_key(lead)


def own_key(lead: Lead) -> str:
    """Return the key a lead without a number would have alone, such as ``albania-javelin-2022-05``."""
    return f"{home(lead)}-{lead.days[0][:7] if lead.days else UNDATED}"


def anchor_key(identifier: str) -> str:
    """Return the key of a case that bears a number.

    >>> anchor_key("transmittal 23-22"), anchor_key("fms SW-B-WCB"), anchor_key("notice 2026-00029")
    ('23-22', 'SW-B-WCB', 'FR-2026-00029')
    """
    kind, _, number = identifier.partition(" ")
    return f"FR-{number}" if kind == "notice" else number.replace(" ", "-")
