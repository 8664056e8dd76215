"""Roles: who decides, transmits, posts and prints a certification on a day."""

from datetime import date

from armsdocket.errors import LawError
from armsdocket.law import rulebook
from armsdocket.law.rulebook import Rule


class Role(Rule, frozen=True, kw_only=True):
    """One duty and the body that has it; ``body`` is null where that is not established."""

    duty: str
    body: str | None


def roles(on: date | None = None) -> tuple[Role, ...]:
    """Give all recorded roles, or those of a day."""
    found = rulebook.rows("roles", Role)
    return found if on is None else rulebook.in_force(found, on)


def who(duty: str, on: date) -> Role:
    """Tell who ``transmits``, ``posts``, ``prints`` or ``supervises`` on a day.

    Raises LawError for an unknown duty, or a day before any record.

    >>> who("posts", date(2026, 2, 25)).body, who("posts", date(2026, 2, 26)).body
    ('Defense Security Cooperation Agency', 'Department of State')
    """
    known = sorted({role.duty for role in roles()})
    if duty not in known:
        raise LawError(f"unknown duty {duty!r}: use one of {', '.join(known)}")
    return rulebook.only((role for role in roles(on) if role.duty == duty), f"who {duty} on {on}")
