"""Members of a case, and the facts their claims state."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from armsdocket.docket.casefile import Fact
from armsdocket.docket.evidence import ORDER_OF_RANKS, RANKS, Lead
from armsdocket.reading.claims import Rank, Reading, Resolution, Sourced, Transfer, Value


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One claim in a case, with its document and how it came here."""

    lead: Lead
    reading: Reading
    why: str
    score: float = 1.0
    main: bool = True
    """True when this case is what its document is first about."""
    near: str | None = None
    """For a contract post that joined none: the notified case it comes nearest to, in a sentence."""
    version: int = 0
    """The place of its document among those met at its address, in the order they were filed."""
    absorbed: str | None = None
    """The key this claim would bear as a case of its own, when evidence joined it to a numbered case."""

    @property
    def document(self) -> str:
        """The document's id."""
        return self.reading.document.id

    @property
    def rank(self) -> Rank:
        """How near to the source the document stands."""
        return RANKS[self.reading.heading.kind]

    @property
    def transfer(self) -> Transfer | None:
        """The transfer this member is, or None for a resolution's list entry."""
        claim = self.reading.claims[self.lead.claim]
        return claim if isinstance(claim, Transfer) else None

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The resolutions of its document."""
        return tuple(claim for claim in self.reading.claims if isinstance(claim, Resolution))

    @property
    def published(self) -> str | None:
        """The day its document was published, as far as the document says."""
        heading = self.reading.heading
        return heading.published.value if heading.published else None


def in_order(members: Iterable[Member]) -> tuple[Member, ...]:
    """Sort members by rank, date, version and document: the order in which a case shows them."""
    return tuple(
        sorted(
            members,
            key=lambda m: (
                rank_order(m.rank),
                m.published or "9999",
                m.version,
                m.document,
                m.lead.ordinal,
            ),
        )
    )


def rank_order(rank: Rank) -> int:
    """Return 0 for the instrument itself, more for what stands further off."""
    return ORDER_OF_RANKS.index(rank)


_SAME: Any = object()


def fact(
    what: str,
    field: Sourced[Any],
    member: Member,
    *,
    value: Any = _SAME,
    note: str = "",
    rank: Rank | None = None,
) -> Fact:
    """Return a field of a claim as a fact of the case."""
    return Fact(
        what=what,
        value=field.value if value is _SAME else value,
        as_written=field.as_written,
        document=member.document,
        passage=field.passage,
        rank=rank or member.rank,
        note=note,
    )


def money(value: Value) -> dict[str, Any]:
    """Return an amount as facts carry it: amount, currency, bound."""
    return {"amount": value.value, "currency": value.currency, "bound": value.bound}


def transfers(members: Iterable[Member]) -> Iterator[tuple[Member, Transfer]]:
    """Yield the members that are transfers, with their claim."""
    for member in members:
        if (claim := member.transfer) is not None:
            yield member, claim


def once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep each fact once: two claims of one document may rest on the same passage."""
    kept: dict[tuple[Any, ...], Fact] = {}
    for one in facts:
        kept.setdefault((one.what, one.document, one.passage, str(one.value)), one)
    return tuple(kept.values())
