"""``armsdocket watch`` and ``versions``: oversight lists, and what changed at an address."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from armsdocket.cli.figures import count, given, place
from armsdocket.cli.law import AnswerFormat, Format, as_json, day
from armsdocket.cli.place import DocketOption, open_docket
from armsdocket.cli.rows import RowFormat, laid_out
from armsdocket.cli.sheet import Sheet, note, write
from armsdocket.documents.document import STANDARD_INPUT
from armsdocket.documents.passage import quoted
from armsdocket.errors import DocketError, UsageError

if TYPE_CHECKING:
    from armsdocket.docket.oversight import Watched
    from armsdocket.docket.versions import Difference


def watch(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="LIST", help="Without a name: which lists there are.")
    ] = None,
    within: Annotated[
        int | None,
        typer.Option(min=0, max=36_500, help="Only reviews that end in so many days.", show_default=False),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Count the days to this day; default: today.")
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
    if within is not None and name != "reviews":
        raise UsageError(f"--within counts the days left of reviews; leave it out for {name}")
    # An explicit day makes the list repeatable; a list of what runs now needs to know what now is.
    today = day("--date", on) if on is not None else date.today()  # noqa: DTZ011
    with open_docket(context, docket) as opened:
        rows = opened.watched(name, today, within)
    if form is not RowFormat.TEXT:
        write(laid_out(form, rows, oversight.Watched))
        return
    sheet = Sheet()
    for row in rows:
        sheet.wrapped(row.title, mark=f"{row.key}  ", style="bold")
        words = (row.buyer_name or "buyer not stated", _dated(row), row.note)
        sheet.wrapped("; ".join(word for word in words if word), indent=4)
    note(count(len(rows), "case") if rows else f"No case stands in this list on {today}.")


# What the date of a list is the date of.
DATED = {
    "reviews": "last day",
    "not printed": "received",
    "never posted": "printed",
    "without transmittal": "posted",
    "emergencies": "received",
    "amendments under threshold": "received",
    "contracts": "newest document",
}
WAITING = frozenset({"not printed", "never posted"})


def _dated(row: "Watched") -> str:
    """Say what day counts, and how long it is to or since."""
    what = DATED[row.list]
    if row.date is None:
        return f"{what}: no date"
    if row.days is None:
        return f"{what} {row.date}"
    days = count(row.days, "day")
    since = "left" if row.list == "reviews" else "waited" if row.list in WAITING else "ago"
    return f"{what} {row.date}, {days} {since}"


def versions(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="The address as it was filed.")],
    between: Annotated[
        str | None, typer.Option(metavar="N,M", help="Compare these two versions, by their numbers.")
    ] = None,
    form: Format = AnswerFormat.TEXT,
    docket: DocketOption = None,
) -> None:
    """Show the versions met at one address, and what changed from each to the next, or between any two.

    Example: armsdocket versions notices/sweden.html --between 1,3
    """
    given("an address", address)
    if address == STANDARD_INPUT:
        raise UsageError("-: what came by standard input has no versions; name a file or another address")
    with open_docket(context, docket) as opened:
        met = opened.versions(address)
        if not met:
            raise DocketError(
                f"{address}: the docket holds no document of that address; armsdocket search finds addresses"
            )
        numbers = list(pairwise(range(1, len(met) + 1))) if between is None else [_two(between, len(met))]
        steps = [
            opened.difference(met[before - 1].document, met[after - 1].document) for before, after in numbers
        ]
    if form is AnswerFormat.JSON:
        write(as_json(Versions(address, met, steps)))
        return
    sheet = Sheet()
    sheet.line(f"{count(len(met), 'version')} at {address}", style="bold")
    for number, one in enumerate(met, 1):
        sheet.wrapped(
            f"sha256 {one.document[:16]}, first seen {moment(one.first_seen)}, "
            f"last checked {moment(one.last_checked)}",
            mark=f"{number}  ",
        )
    for (before, after), step in zip(numbers, steps, strict=True):
        _step(sheet, f"from {before} to {after}", step)


def _two(words: str, most: int) -> tuple[int, int]:
    """Return the numbers of two versions. Raises UsageError for anything else."""
    found = re.fullmatch(r"(\d+)\s*[,:]\s*(\d+)", words.strip())
    numbers = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(1 <= number <= most for number in numbers):
        raise UsageError(
            f"--between {words}: give two numbers of versions, from 1 to {most}, such as 1,{most}"
        )
    return numbers


def _step(sheet: Sheet, heading: str, step: "Difference") -> None:
    sheet.heading(heading)
    if not (step.changes or step.gained or step.lost):
        sheet.line("  The bytes differ; the words and the claims are the same.")
    for change in step.changes:
        before, after = place(change.before_passage), place(change.after_passage)
        if not change.before:
            words = f"{quoted(change.after)} [{after}] was put in"
        elif not change.after:
            words = f"{quoted(change.before)} [{before}] was taken out"
        else:
            words = f"{quoted(change.before)} [{before}] became {quoted(change.after)} [{after}]"
        sheet.wrapped(words, indent=2, hang=2)
    for label, claims in (("gained", step.gained), ("lost", step.lost)):
        for words in claims:
            sheet.wrapped(words, indent=2, mark=f"{label}: ")


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
