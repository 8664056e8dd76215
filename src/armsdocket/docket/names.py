"""The standard names of what a document's claims are about: they are searched beside its own words.

A text that says "Javalin" or "Pristina" is found by "Javelin" and by "Kosovo", and opened at those words.
"""

from collections.abc import Iterator

from armsdocket.docket.evidence import party_name
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Item, Party, Reading, Transfer
from armsdocket.vocabulary.articles import all_articles


def names_of(reading: Reading) -> dict[str, Passage]:
    """Return each standard name with the first passage that stands for it."""
    found: dict[str, Passage] = {}
    for claim in reading.claims:
        if isinstance(claim, Transfer):
            for name, passage in _of_transfer(claim):
                found.setdefault(name, passage)
    return found


def _of_transfer(claim: Transfer) -> Iterator[tuple[str, Passage]]:
    parties: list[Party | None] = [claim.buyer, claim.seller, *claim.shared_with]
    for party in parties:
        if party is not None and (name := party_name(party.value, party.name)):
            yield name, party.passage
    for item in claim.items:
        yield from _of_item(item)


def _of_item(item: Item) -> Iterator[tuple[str, Passage]]:
    listed = all_articles().get(item.article or "")
    if listed is not None:
        yield listed.name, item.passage
