"""Finding a case by any name it goes by, and the list of cases."""

from difflib import get_close_matches
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from armsdocket.docket import numbers
from armsdocket.docket.casefile import CaseRow
from armsdocket.docket.packing import unpack
from armsdocket.docket.schema import aliases, buyers, cases, lead_identifiers
from armsdocket.docket.schema import leads as lead_table
from armsdocket.errors import DocketError
from armsdocket.vocabulary.folding import fold

# "contract" and the eight letters and figures that the shortest number of a contract has.
SHORTEST_CONTRACT = len("contract ") + 8
# Enough to choose from in a message of one line.
NEAR_MATCHES = 5


def rows(
    connection: Connection,
    *,
    buyer: str | None = None,
    article: str | None = None,
    stage: str | None = None,
    since: str | None = None,
    until: str | None = None,
    key: str | None = None,
) -> list[CaseRow]:
    """Return the cases that answer every filter, the newest first."""
    statement: Select[Any] = select(cases.c.row)
    if buyer is not None:
        statement = statement.where(cases.c.key.in_(bought_by(buyer)))
    for column, value in ((cases.c.stage, stage), (cases.c.key, key)):
        if value is not None:
            statement = statement.where(column == value)
    for word in fold(article or "").split():
        statement = statement.where(cases.c.words.contains(word, autoescape=True))
    if since:
        statement = statement.where(cases.c.last_date >= since)
    if until:
        # A day of the month asked for sorts behind the month itself.
        statement = statement.where(cases.c.first_date <= f"{until}~")
    newest = func.coalesce(cases.c.last_date, "").desc()
    return [
        unpack(packed, CaseRow, "a case")
        for packed in connection.scalars(statement.order_by(newest, cases.c.key))
    ]


def bought_by(buyer: str) -> Select[Any]:
    """Return the question for the cases that name this buyer, alone or among others."""
    return select(buyers.c.case_key).where(buyers.c.buyer == buyer)


def find(connection: Connection, name: str) -> str:
    """Return the key of the case that a name means.

    A name is the docket's key, a transmittal in any printed form, an FMS case, a resolution, or a key that a
    case had before its number came. Raises DocketError, with near matches, when it means none or several.
    """
    words = name.strip()
    for look in (_keys, _numbered, _former):
        found = look(connection, words)
        if len(found) == 1:
            return found[0]
        if found:
            raise DocketError(
                f"{name}: {len(found)} cases bear that name: {', '.join(found[:20])}; name one of them"
            )
    near = near_matches(connection, words)
    advice = f"; near it: {', '.join(near)}" if near else "; armsdocket cases lists them all"
    raise DocketError(f"{name}: no such case in the docket{advice}")


def _keys(connection: Connection, words: str) -> list[str]:
    wanted = {words, words.lower(), words.upper()}
    return list(connection.scalars(select(cases.c.key).where(cases.c.key.in_(wanted))))[:1]


def _numbered(connection: Connection, words: str) -> list[str]:
    column = lead_identifiers.c.identifier
    if (number := numbers.resolution(words)) is not None:
        # Without its congress a number means the resolutions of any congress.
        any_congress = column.like(f"resolution %-{number}")
        return _bearing(connection, column == f"resolution {number}" if number[0].isdigit() else any_congress)
    identifiers = [f"notice {words}", f"contract {numbers.contract(words)}"]
    if (number := numbers.fms_case(words)) is not None:
        identifiers.append(f"fms {number}")
    if (number := numbers.transmittal(words)) is not None:
        identifiers.append(f"transmittal {number}")
    named: ColumnElement[bool] = column.in_(identifiers)
    if len(identifiers[1]) >= SHORTEST_CONTRACT:
        named |= _starts_with(connection, column, f"{identifiers[1]} ")
    return _bearing(connection, named)


def _starts_with(connection: Connection, column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Find what goes on behind ``words``: a contract's identifier names its buyer too.

    SQLite's LIKE takes capitals for small letters and so cannot use the index: a range of it can.
    """
    if connection.dialect.name == "sqlite":
        return (column >= words) & (column < f"{words[:-1]}{chr(ord(words[-1]) + 1)}")
    return column.startswith(words, autoescape=True)


def _bearing(connection: Connection, named: ColumnElement[bool]) -> list[str]:
    """Return the cases whose leads bear such an identifier."""
    statement = (
        select(lead_table.c.case_key)
        .distinct()
        .join(
            lead_identifiers,
            (lead_identifiers.c.document == lead_table.c.document)
            & (lead_identifiers.c.ordinal == lead_table.c.ordinal),
        )
        .where(named, lead_table.c.case_key.is_not(None))
    )
    return sorted(connection.scalars(statement))


def _former(connection: Connection, words: str) -> list[str]:
    statement = (
        select(aliases.c.case_key)
        .distinct()
        .where(aliases.c.alias == words.lower(), aliases.c.case_key != "")
    )
    return sorted(connection.scalars(statement))


def near_matches(connection: Connection, words: str) -> list[str]:
    """Return keys like a name that means no case: spelled alike, or with its words in the title."""
    number = numbers.transmittal(words) or words.lower()
    alike = select(cases.c.key).where(cases.c.key.startswith(number[:3], autoescape=True)).limit(2000)
    found = get_close_matches(number, list(connection.scalars(alike)), NEAR_MATCHES, 0.5)
    asked = [word for word in fold(words).replace("-", " ").split() if word.isalpha() and len(word) > 2]
    if asked and len(found) < NEAR_MATCHES:
        titled = select(cases.c.key).order_by(cases.c.key).limit(NEAR_MATCHES)
        for word in asked:
            titled = titled.where(cases.c.words.contains(word, autoescape=True))
        found += list(connection.scalars(titled))
    return list(dict.fromkeys(found))[:NEAR_MATCHES]
