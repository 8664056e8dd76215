"""Rulings: what reviewed corrections say about which lead stands in which case."""

from collections.abc import Mapping

import msgspec

from armsdocket.docket.evidence import Lead


class Rulings(msgspec.Struct, frozen=True):
    """Corrections as linking reads them. Documents are named by their sha256."""

    joined: Mapping[str, str] = {}
    """Document to the key of the case that its leads without a number join."""
    split: frozenset[tuple[str, str]] = frozenset()
    """Document and the key of the case that it is no part of."""
    distinct: frozenset[frozenset[str]] = frozenset()
    """Pairs of documents, or of case keys, that are not the same sale."""

    def parted(self, lead: Lead, key: str) -> bool:
        """Tell whether a person ruled that this lead is no part of this case."""
        return (lead.document, key) in self.split

    def apart(self, lead: Lead, other: Lead) -> bool:
        """Tell whether a person ruled that two leads are not the same sale."""
        return frozenset((lead.document, other.document)) in self.distinct


NONE = Rulings()
