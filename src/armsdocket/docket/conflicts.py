"""Conflicts: values that differ between documents or wordings, side by side, nothing chosen."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from armsdocket.docket.casefile import Conflict, Fact
from armsdocket.docket.evidence import party_name
from armsdocket.docket.facts import Member, fact, rank_order, transfers
from armsdocket.docket.quantities import differing_quantities
from armsdocket.docket.stages import ENDS, ORDER, RANK_WORDS, StageEvidence
from armsdocket.docket.values import CEILING_NOTE, CONTRACT, NOTIFIED, REPORTED
from armsdocket.reading.claims import Sourced, Transfer


def conflicts(
    members: Sequence[Member], stages: Sequence[StageEvidence], values: Sequence[Fact]
) -> tuple[Conflict, ...]:
    """Return what the documents of a case disagree on, highest-ranked side first.

    The posts of one contract are its awards and modifications: each has its own sum, and none contradicts
    another but by denying the sale.
    """
    if all(member.lead.kind == "contract post" for member in members):
        return tuple(_polarity(members))
    found: list[Conflict] = []
    found += _parties(members)
    found += _dates(members)
    found += _quantities(members)
    found += _sums(values)
    found += _stages(stages)
    found += _polarity(members)
    return tuple(found)


def _conflict(what: str, sides: Iterable[Fact], sentence: str) -> Conflict:
    """Set the sides by rank, those of one rank in the order of the members that state them."""
    ordered = sorted(sides, key=lambda one: rank_order(one.rank))
    return Conflict(what=what, sides=tuple(ordered), sentence=sentence)


def _differing(what: str, sides: Iterable[Fact], show: Callable[[Fact], str]) -> Iterator[Conflict]:
    """Yield a conflict when the facts hold more than one value: one side for each document and value."""
    kept: dict[tuple[str, str], Fact] = {}
    for one in sides:
        kept.setdefault((show(one), one.document), one)
    shown = list(dict.fromkeys(show(one) for one in kept.values()))
    if len(shown) > 1:
        yield _conflict(what, kept.values(), f"The documents give {' and '.join(shown)} as {what}.")


FIELDS: tuple[tuple[str, Callable[[Transfer], Sourced[Any] | None]], ...] = (
    ("buyer", lambda claim: claim.buyer),
    ("seller", lambda claim: claim.seller),
    ("channel", lambda claim: claim.channel),
    ("FMS case", lambda claim: claim.fms_case),
)


def _parties(members: Sequence[Member]) -> Iterator[Conflict]:
    for what, of in FIELDS:
        sides = [fact(what, field, member) for member, claim in transfers(members) if (field := of(claim))]
        yield from _differing(what, sides, _party_shown if what in {"buyer", "seller"} else _shown)


def _shown(one: Fact) -> str:
    return str(one.value)


def _party_shown(one: Fact) -> str:
    return party_name(one.value) or str(one.value)


DATES: tuple[tuple[str, Callable[[Transfer], Sourced[str] | None]], ...] = (
    ("day of receipt by Congress", lambda claim: claim.received),
    ("day of notification", lambda claim: claim.notified),
)


def _dates(members: Sequence[Member]) -> Iterator[Conflict]:
    for what, of in DATES:
        sides = [fact(what, field, member) for member, claim in transfers(members) if (field := of(claim))]
        exact = {one.value for one in sides}
        # "January 2024" and "2024-01-11" agree: only dates that no common day fits are a conflict.
        coarse = {
            value for value in exact if any(other != value and other.startswith(value) for other in exact)
        }
        yield from _differing(what, (one for one in sides if one.value not in coarse), _shown)


def _quantities(members: Sequence[Member]) -> Iterator[Conflict]:
    for what, sides in differing_quantities(members):
        yield from _differing(what, sides, lambda one: f"{one.note} {one.value:,}".strip())


def _sums(values: Sequence[Fact]) -> Iterator[Conflict]:
    """Compare the sums of one kind and currency between documents; a report's total with the certified one.

    Several sums of one kind in one document are its own affair (original case, addition, new total).
    """
    groups: dict[tuple[str, str | None], list[Fact]] = defaultdict(list)
    for one in values:
        if one.what in {NOTIFIED, CONTRACT, REPORTED} and one.value["bound"] == "exactly":
            groups[_kind_of(one), one.value["currency"]].append(one)
    for (what, _currency), sides in sorted(groups.items(), key=lambda pair: str(pair[0])):
        by_document: dict[str, set[Any]] = defaultdict(set)
        for one in sides:
            by_document[one.document].add(one.value["amount"])
        differ = [
            one for one in sides if any(one.value["amount"] not in known for known in by_document.values())
        ]
        if any(a.isdisjoint(b) for a in by_document.values() for b in by_document.values()):
            yield from _differing(what, differ, _money_shown)


def _kind_of(one: Fact) -> str:
    if one.what == REPORTED or one.note == CEILING_NOTE:
        return NOTIFIED
    return one.what if one.what == CONTRACT else f"{NOTIFIED}, {one.note.split(';')[0]}"


def _money_shown(one: Fact) -> str:
    return f"{one.value['currency'] or ''} {one.value['amount']:,}".strip()


def _stages(stages: Sequence[StageEvidence]) -> Iterator[Conflict]:
    """Show where words further from the source go further than those nearer, within one document."""
    by_document: dict[str, list[StageEvidence]] = defaultdict(list)
    for one in stages:
        if one.stage in ORDER:
            by_document[one.fact.document].append(one)
    for sides in by_document.values():
        ranks = sorted({one.rank for one in sides}, key=rank_order)
        for near, far in pairwise(ranks):
            first, second = _furthest(sides, near), _furthest(sides, far)
            if ORDER.index(second.stage) > ORDER.index(first.stage):
                yield _conflict(
                    "stage",
                    (first.fact, second.fact),
                    f"According to {RANK_WORDS[near]} the sale stands at {first.stage}; "
                    f"according to {RANK_WORDS[far]} in the same document, at {second.stage}.",
                )
    yield from _ended(stages)


def _furthest(sides: Iterable[StageEvidence], rank: str) -> StageEvidence:
    return max((one for one in sides if one.rank == rank), key=lambda one: ORDER.index(one.stage))


def _ended(stages: Sequence[StageEvidence]) -> Iterator[Conflict]:
    """Show an ended case that other documents take further later."""
    for end in (one for one in stages if one.stage in ENDS and one.date):
        later = [
            one for one in stages if one.stage in ORDER and one.date and end.date and one.date > end.date
        ]
        if later:
            sides = (end.fact, *(one.fact for one in later))
            yield _conflict(
                "stage", sides, f"One document has the case {end.stage}, another takes it further."
            )


def _polarity(members: Sequence[Member]) -> Iterator[Conflict]:
    denied = [
        (m, claim) for m, claim in transfers(members) if claim.polarity and claim.polarity.value == "denied"
    ]
    stated = [(m, claim) for m, claim in transfers(members) if m.lead.polarity == "stated" and claim.buyer]
    if denied and stated:
        sides = [fact("denial", claim.polarity, m) for m, claim in denied if claim.polarity]
        sides += [fact("sale", claim.buyer, m, value="stated") for m, claim in stated if claim.buyer]
        yield _conflict("whether there is a sale", sides, "One document denies the sale that another states.")
