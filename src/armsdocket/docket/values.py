"""The sums of a case side by side: notified ceiling, contract, appropriation, payment; never mixed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from armsdocket.docket.casefile import Fact, LineItem
from armsdocket.docket.evidence import party_name
from armsdocket.docket.facts import Member, fact, money, once, transfers
from armsdocket.reading.claims import Sum, Transfer, Value
from armsdocket.vocabulary.events import find_events

NOTIFIED = "notified value"
CONTRACT = "contract value"
REPORTED = "reported value"
SHARED = "shared value"
BUDGET = "appropriation"
PAYMENT = "payment"
CEILING_NOTE = "a ceiling, not a price"

OF: dict[str, str] = {
    "mde": "MDE part",
    "other": "other part",
    "total": "total",
    "original": "original case",
    "addition": "addition",
    "revised": "revised total",
    "unit": "per unit, as stated",
}
_SIGNED = frozenset({"accepted", "contracted", "delivered", "closed"})


def values(members: Sequence[Member], buyers: frozenset[str]) -> tuple[Fact, ...]:
    """Return every sum of the case, the certified total first; shares of the ceiling stand in the notes."""
    found: list[Fact] = []
    for member, claim in transfers(members):
        if claim.value:
            found.append(_whole(member, claim, claim.value))
        found.extend(_part(member, claim, value) for value in claim.values)
        if claim.shared_value:
            found.append(_shared(member, claim, claim.shared_value))
    stated = {(one.document, one.passage) for one in found}
    # Words that state the sale's own value state no other sum of the buyer's.
    found.extend(one for one in _budgets(members, buyers) if (one.document, one.passage) not in stated)
    top = ceiling(found)
    return once(_with_share(one, top) for one in sorted(found, key=_sort))


def _sort(one: Fact) -> int:
    order = (NOTIFIED, CONTRACT, REPORTED, SHARED, PAYMENT, BUDGET)
    return order.index(one.what) if one.what in order else len(order)


def _sort_of(member: Member, claim: Transfer, value: Value) -> str:
    if value.of == "contract" or claim.contract:
        return CONTRACT
    if member.rank in {"instrument", "release"}:
        return NOTIFIED
    if member.lead.stage in _SIGNED:
        return CONTRACT
    return REPORTED


def _whole(member: Member, claim: Transfer, value: Value) -> Fact:
    what = _sort_of(member, claim, value)
    notes = {NOTIFIED: CEILING_NOTE, REPORTED: "as a report gives it; a ceiling where it tells of the notice"}
    return fact(what, value, member, value=money(value), note=notes.get(what, "as the document gives it"))


def _part(member: Member, claim: Transfer, value: Value) -> Fact:
    what = _sort_of(member, claim, value)
    note = OF.get(value.of, value.of)
    if what == NOTIFIED:
        note = f"{note}; {CEILING_NOTE}"
    return fact(what, value, member, value=money(value), note=note)


def _shared(member: Member, claim: Transfer, value: Value) -> Fact:
    buyers = dict.fromkeys(
        name
        for party in (*([claim.buyer] if claim.buyer else []), *claim.shared_with)
        if (name := party_name(party.value, party.name))
    )
    several = len(buyers) > 1
    note = (
        f"one sum for {', '.join(buyers)} together, not divided" if several else "one sum for several sales"
    )
    return fact(SHARED, value, member, value=money(value), note=note)


def _budgets(members: Sequence[Member], buyers: frozenset[str]) -> Iterator[Fact]:
    """Yield the buyer's own sums from documents that are first about this sale."""
    seen: set[str] = set()
    for member in members:
        if not member.main or member.document in seen:
            continue
        seen.add(member.document)
        for claim in member.reading.claims:
            if isinstance(claim, Sum) and claim.amount and claim.payer and claim.payer.value in buyers:
                yield _budget(member, claim)


def _budget(member: Member, claim: Sum) -> Fact:
    amount = claim.amount
    if amount is None:
        raise ValueError("a budget without an amount")
    purpose = claim.purpose.value if claim.purpose else ""
    paid = any(found.event == "payment" for found in find_events(purpose))
    value = {
        "amount": amount.value,
        "currency": claim.currency.value if claim.currency else None,
        "bound": claim.bound.value if claim.bound else "exactly",
    }
    payer = party_name(claim.payer.value, claim.payer.name) if claim.payer else "the buyer"
    note = f"{payer}: {purpose or 'purpose not stated'}; not the price of this sale"
    return fact(PAYMENT if paid else BUDGET, amount, member, value=value, note=note)


def ceiling(facts: Iterable[Fact]) -> Fact | None:
    """Return the notified total that the highest-ranked document certifies, or None."""
    totals = [one for one in facts if one.what == NOTIFIED and one.note in _TOTALS]
    return totals[0] if totals else None


_TOTALS = (CEILING_NOTE, f"total; {CEILING_NOTE}", f"revised total; {CEILING_NOTE}")


def _with_share(one: Fact, top: Fact | None) -> Fact:
    """Add the share of the ceiling to a contract's sum in the same currency."""
    if top is None or one.what not in {CONTRACT, PAYMENT} or not top.value["amount"]:
        return one
    if one.value["currency"] != top.value["currency"] or one.value["currency"] is None:
        return one
    share = 100 * one.value["amount"] / top.value["amount"]
    return _noted(one, f"{one.note}; {share:.0f} % of the notified ceiling; scope may differ")


def _noted(one: Fact, note: str) -> Fact:
    return Fact(
        what=one.what,
        value=one.value,
        as_written=one.as_written,
        document=one.document,
        passage=one.passage,
        rank=one.rank,
        note=note,
    )


def package(lines: Sequence[LineItem], top: Fact | None) -> str | None:
    """Return the package's value per counted unit with the package's contents, or None.

    Only for one counted line: a total divided by one of several lines misleads even with its contents.
    """
    counted = [line for line in lines if line.quantity]
    if top is None or not counted or counted[0].quantity is None or len(counted) > 2:
        return None
    first = counted[0]
    each = top.value["amount"] / counted[0].quantity
    others = [
        f"{line.quantity:,} {line.name}" if line.quantity else line.name
        for line in lines
        if line is not first
    ]
    contents = f", with {', '.join(others)} in the package" if others else ""
    currency = top.value["currency"] or ""
    whole = f"{top.value['amount']:,} for {first.quantity:,}"
    return (
        f"Package value per {first.name}: {currency} {each:,.0f} ({whole}{contents}); not a price per piece."
    )


def amount_of(one: Fact | None) -> tuple[Any, Any]:
    """Return amount and currency of a sum, or a pair of nulls."""
    return (one.value["amount"], one.value["currency"]) if one else (None, None)
