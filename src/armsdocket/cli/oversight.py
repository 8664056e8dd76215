"""``armsdocket watch`` and ``versions``: oversight lists, and what changed at an address."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated

import msgspec
import typer

from armsdocket.cli.cases import day_or_prefix
from armsdocket.cli.figures import count, party, place, quoted
from armsdocket.cli.law import as_json
from armsdocket.cli.place import DocketOption, open_docket
from armsdocket.cli.rows import RowFormat, laid_out
from armsdocket.cli.sheet import Sheet, note, write
from armsdocket.errors import DocketError, UsageError


def watch(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="LIST", help="Without a name: which lists there are.")
    ] = None,
    within: Annotated[
        int | None, typer.Option(min=0, help="Only reviews that end in so many days.", show_default=False)
    ] = None,
    on: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="As of this day; default: today.")
    ] = None,
    form: Annotated[RowFormat, typer.Option("--format")] = RowFormat.TEXT,
    docket: DocketOption = None,
) -> None:
    """Show an oversight list: reviews that run, notices not yet printed, emergencies and others.

    Example: armsdocket watch reviews --within 7
    """
    from armsdocket.docket import oversight  # noqa: PLC0415 - the store is slow to import

    if name is None:
        Sheet().rows([(known, words) for known, words in oversight.LISTS.items()], indent=0)
        return
    if name not in oversight.LISTS:
        raise UsageError(f"{name}: no such list; the lists are {', '.join(oversight.LISTS)}")
    # An explicit day makes the list repeatable; a list of what runs now needs to know what now is.
    today = date.fromisoformat(day_or_prefix(on, whole=True)) if on else date.today()  # noqa: DTZ011
    with open_docket(context, docket) as opened:
        rows = opened.watched(name, today, within)
    if form is not RowFormat.TEXT:
        write(laid_out(form, rows, oversight.Watched))
        return
    sheet = Sheet()
    for row in rows:
        days = (
            f", {count(row.days, 'day')} {'left' if name == 'reviews' else 'ago'}"
            if row.days is not None
            else ""
        )
        sheet.wrapped(row.title, mark=f"{row.key}  ", style="bold")
        sheet.wrapped(f"{party(row.buyer)}; {row.date or 'no date'}{days}; {row.note}".rstrip("; "), indent=4)
    note(count(len(rows), "case"))


def versions(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="The address as it was filed.")],
    form: Annotated[RowFormat, typer.Option("--format")] = RowFormat.TEXT,
    docket: DocketOption = None,
) -> None:
    """Show the versions met at one address, and what changed from each to the next.

    Example: armsdocket versions notices/sweden.html
    """
    with open_docket(context, docket) as opened:
        met = opened.versions(address)
        if not met:
            raise DocketError(f"{address}: the docket holds no document of that address")
        steps = [opened.difference(before.document, after.document) for before, after in pairwise(met)]
    if form is RowFormat.JSON:
        write(as_json(Versions(address, met, steps)))
        return
    if form is RowFormat.CSV:
        raise UsageError("--format csv: differences have no table; use json")
    sheet = Sheet()
    sheet.line(f"{count(len(met), 'version')} at {address}", style="bold")
    for number, one in enumerate(met, 1):
        sheet.wrapped(
            f"sha256 {one.document[:16]}, first seen {moment(one.first_seen)}, "
            f"last checked {moment(one.last_checked)}",
            mark=f"{number}  ",
        )
        step = steps[number - 2] if number > 1 else None
        if step is None:
            continue
        for change in step.changes:
            sheet.wrapped(
                f"{quoted(change.before)} [{place(change.before_passage)}] became "
                f"{quoted(change.after)} [{place(change.after_passage)}]",
                indent=4,
                hang=2,
            )
        for label, claims in (("gained", step.gained), ("lost", step.lost)):
            for words in claims:
                sheet.wrapped(words, indent=4, mark=f"{label}: ")


def moment(stamp: str) -> str:
    """Word a time to the second.

    >>> moment("2026-11-23T22:15:38.289485+00:00")
    '2026-11-23 22:15:38 UTC'
    """
    return f"{stamp[:19].replace('T', ' ')} UTC"


class Versions(msgspec.Struct, frozen=True):
    """The versions at one address, first seen first, and what changed from each to the next."""

    address: str
    versions: Sequence[msgspec.Struct]
    changes: Sequence[msgspec.Struct]


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    for command in (watch, versions):
        app.command()(command)
