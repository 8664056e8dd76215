"""Groups of recipients: who has the shorter review and the raised thresholds, and since when."""

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from armsdocket.errors import LawError
from armsdocket.law import rulebook
from armsdocket.law.rulebook import Rule
from armsdocket.vocabulary import countries, organisations

Kind = Literal["organisation", "members", "partner", "no effect", "other"]
SELLER = "US"


class GroupRule(Rule, frozen=True, kw_only=True):
    """A group of recipients, with the days from which it has the shorter review and the raised thresholds."""

    kind: Kind
    members: tuple[str, ...]
    fifteen: date | None
    raised: date | None
    named: str = ""
    """A partner as the statute names it."""


class Accession(Rule, frozen=True, kw_only=True):
    """The day on which countries became members of NATO."""

    members: tuple[str, ...]


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """A recipient on a day: its group, and why.

    ``group`` is ``NATO`` (a member country), ``NATO itself``, ``+3``, ``+4`` or ``+5`` (a named partner, by
    how many are named that day), ``other``, or ``all`` for days before there were groups.
    """

    code: str
    name: str
    group: str
    fifteen: bool
    raised: bool
    why: str
    """A clause that completes a sentence: "Finland joins NATO only on 4 April 2023"."""
    rules: tuple[Rule, ...]


def _groups() -> tuple[GroupRule, ...]:
    return rulebook.rows("groups", GroupRule)


@cache
def _joined() -> dict[str, Accession]:
    return {code: row for row in rulebook.rows("accessions", Accession) for code in row.members}


def recipient_code(buyer: str) -> str:
    """Give the code of a recipient: an ISO country code, an organisation's id, or a name.

    Raises LawError for what is neither a country nor an organisation that buys, and for the United States.

    >>> recipient_code("xk"), recipient_code("Kosovo"), recipient_code("NSPA")
    ('XK', 'XK', 'NSPA')
    """
    code = buyer.strip()
    if not _is_recipient(code):
        upper = code.upper()
        code = upper if _is_recipient(upper) else (countries.place_of(code) or "")
    if not code:
        raise LawError(
            f"unknown buyer {buyer!r}: give a country code of ISO 3166-1 (XK for Kosovo), NATO or NSPA"
        )
    if code == SELLER:
        raise LawError("the United States is the seller under this law: give the country that receives")
    return code


def _is_recipient(code: str) -> bool:
    found = organisations.all_organisations().get(code)
    return code in countries.all_countries() or (found is not None and (found.party or _is_nato(code)))


def _is_nato(code: str) -> bool:
    return any(code in row.members for row in _groups() if row.kind == "organisation")


def name_of(buyer: str) -> str:
    """Give a recipient's name as a sentence needs it, by code or name. Raises LawError for an unknown one."""
    return countries.in_sentence(recipient_code(buyer))


def member_since(code: str) -> date | None:
    """Give the day a country joined NATO, or null when it never did."""
    row = _joined().get(code)
    return row.from_ if row else None


def is_major_ally(code: str) -> bool:
    """Tell whether a recipient is one whose status as a major non-NATO ally is often taken for a rule."""
    return any(code in row.members for row in _groups() if row.kind == "no effect")


def named_partners(on: date) -> tuple[GroupRule, ...]:
    """Give the partners that the statute names on a day, in its order."""
    return tuple(row for row in _groups() if row.kind == "partner" and row.holds(on))


def recipient(buyer: str, on: date) -> Recipient:
    """Tell a recipient's group on a day. Raises LawError for an unknown buyer.

    >>> recipient("KR", date(2008, 10, 14)).group, recipient("KR", date(2008, 10, 15)).group
    ('other', '+4')
    """
    code = recipient_code(buyer)
    name = countries.in_sentence(code)
    rows = rulebook.in_force(_groups(), on)
    found = next((row for row in rows if _belongs(row, code, on)), None)
    if found is None:
        first = min(row.from_ for row in _groups() if row.from_)
        why = f"until {rulebook.day(first)} one rule held for every recipient"
        return Recipient(code=code, name=name, group="all", fifteen=False, raised=False, why=why, rules=())
    joined = (_joined()[code],) if found.kind == "members" else ()
    return Recipient(
        code=code,
        name=name,
        group=_group_name(found, on),
        fifteen=found.fifteen is not None and found.fifteen <= on,
        raised=found.raised is not None and found.raised <= on,
        why=_why(found, code, name, on),
        rules=(found, *joined),
    )


def _belongs(row: GroupRule, code: str, on: date) -> bool:
    match row.kind:
        case "members":
            since = member_since(code)
            return since is not None and since <= on
        case "other":
            return True
        case "no effect":
            return False
        case _:
            return code in row.members


def _group_name(row: GroupRule, on: date) -> str:
    if row.kind == "partner":
        return f"+{len(named_partners(on))}"
    return {"organisation": "NATO itself", "members": "NATO"}.get(row.kind, "other")


def _why(row: GroupRule, code: str, name: str, on: date) -> str:
    since = member_since(code)
    if row.kind == "members" and since:
        return f"{name} has been a member of NATO since {rulebook.day(since)}"
    if row.kind == "organisation":
        return (
            f"{name} acts for NATO, which the law names beside its members"
            if code != "NATO"
            else ("NATO itself is named in the law beside its members")
        )
    if row.kind == "partner" and row.fifteen:
        return f"{name} has been named in the law since {rulebook.day(row.fifteen)}"
    if since:
        return f"{name} joins NATO only on {rulebook.day(since)}, and membership on the day counts"
    later = next((other for other in _groups() if other.kind == "partner" and code in other.members), None)
    if later and later.fifteen:
        return f"{name} is named in the law only from {rulebook.day(later.fifteen)}"
    names = [partner.named for partner in named_partners(on)]
    return f"{name} is neither a NATO member nor one of {', '.join(names[:-1])} and {names[-1]}"
