"""``armsdocket cases``, ``case`` and ``search``: looking things up in the docket."""

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args

import msgspec
import typer

from armsdocket.cli.case_sheet import CaseSheet
from armsdocket.cli.figures import code_of, count, given, money, place
from armsdocket.cli.place import DocketOption, open_docket
from armsdocket.cli.rows import RowFormat, laid_out
from armsdocket.cli.sheet import Sheet, note, write
from armsdocket.docket.casefile import CaseRow
from armsdocket.errors import UsageError
from armsdocket.reading.claims import DocumentKind, Stage

if TYPE_CHECKING:
    from armsdocket.docket.search import Hit

ISO_PREFIX = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class ListFormat(StrEnum):
    """How a list of cases is printed."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    ATOM = "atom"
    ICS = "ics"


class CaseFormat(StrEnum):
    """How one case is printed."""

    TEXT = "text"
    JSON = "json"


def cases(
    context: typer.Context,
    buyer: Annotated[
        str | None, typer.Option(help="Buyer: a country's code or name (XK, Kosovo, NATO).")
    ] = None,
    article: Annotated[str | None, typer.Option(help="Words of the article's name (Javelin).")] = None,
    stage: Annotated[str | None, typer.Option(help="Stage, in the words of the trade (notified).")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only cases with news from this day.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only cases begun by this day.")] = None,
    form: Annotated[ListFormat, typer.Option("--format")] = ListFormat.TEXT,
    docket: DocketOption = None,
) -> None:
    """List cases, newest first, as text, table, feed or calendar of review periods.

    Example: armsdocket cases --buyer Poland --format csv
    """
    filters = {
        "buyer": code_of(buyer) if buyer is not None else None,
        "article": given("--article", article),
        "stage": _one_of("--stage", stage, get_args(Stage)),
        "since": _prefix("--since", since),
        "until": _prefix("--until", until),
    }
    with open_docket(context, docket) as opened:
        rows = opened.cases(**filters)
    if form is ListFormat.TEXT:
        _list(Sheet(), rows)
    else:
        write(_laid_out(form, rows))


def _laid_out(form: ListFormat, rows: list[CaseRow]) -> bytes:
    """Lay out the list; each format is imported where it is used, so that the others start quickly."""
    if form is ListFormat.CSV:
        from armsdocket.publishing.table import table  # noqa: PLC0415

        return table(rows)
    if form is ListFormat.ATOM:
        from armsdocket.publishing.feed import feed  # noqa: PLC0415

        return feed(rows)
    if form is ListFormat.ICS:
        from armsdocket.publishing.calendar import calendar  # noqa: PLC0415

        return calendar(rows)
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"


def _one_of(option: str, words: str | None, known: tuple[str, ...]) -> str | None:
    """Return a value that the docket knows. Raises UsageError else: a typing error is not "there is none"."""
    if words is not None and words not in known:
        raise UsageError(f"{option} {words}: unknown; one of {', '.join(known)}")
    return words


def _prefix(option: str, words: str | None) -> str | None:
    """Return an ISO date, or the month or year of one, as it is. Raises UsageError for anything else."""
    if words is None:
        return None
    try:
        known = ISO_PREFIX.fullmatch(words) and date.fromisoformat(words + "2024-01-01"[len(words) :])
    except ValueError:
        known = None
    if not known:
        raise UsageError(
            f"{option} {words}: not a date of the calendar; write it as 2024-01-11, 2024-01 or 2024"
        )
    return words


def _list(sheet: Sheet, rows: list[CaseRow]) -> None:
    if not rows:
        note("No case in the docket answers that.")
        return
    for row in rows:
        value = money(row.value, row.currency) + " notified" if row.value is not None else "value not stated"
        sheet.wrapped(row.title, mark=f"{row.key}  ", style="bold")
        words = (stage_words(row), value, review_words(row))
        sheet.wrapped("; ".join(word for word in words if word), indent=4)
    note(count(len(rows), "case"))


def stage_words(row: CaseRow) -> str:
    """Say where a case stands, and what is only reported beside it."""
    reported = f" (only reported: {row.reported})" if row.reported else ""
    return f"{row.stage or 'stage not stated'}{reported}"


def review_words(row: CaseRow) -> str:
    """Say in a few words where the review of a case stands on paper; nothing where none applies."""
    if row.waived:
        return "review waived (emergency)"
    if row.last_day:
        return f"review {row.received} to {row.last_day}"
    return "day of receipt not stated" if row.reviewed else ""


def case(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="Transmittal number, bill number or the docket's own key.")],
    form: Annotated[CaseFormat, typer.Option("--format")] = CaseFormat.TEXT,
    docket: DocketOption = None,
) -> None:
    """Show one case: the clock, what was asked for, who said what, what differs, on what it rests.

    Example: armsdocket case 23-22
    """
    given("a case", key)
    with open_docket(context, docket) as opened:
        found = opened.case(key)
    if form is CaseFormat.JSON:
        write(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    else:
        CaseSheet(Sheet(), found).show()


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help='Words; "a phrase" in quotes; a prefix as jav*.')],
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    buyer: Annotated[str | None, typer.Option(help="Only documents of cases of this buyer.")] = None,
    article: Annotated[str | None, typer.Option(help="Only of cases of this article.")] = None,
    stage: Annotated[str | None, typer.Option(help="Only of cases at this stage.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Only documents in which this person speaks.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind of document (news, resolution).")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only documents published from this day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only documents published by this day.")
    ] = None,
    form: Annotated[RowFormat, typer.Option("--format")] = RowFormat.TEXT,
    docket: DocketOption = None,
) -> None:
    """Search the text of every document, and the standard names of what its claims are about.

    Example: armsdocket search "command launch units" --buyer XK
    """
    if sum(word.count('"') for word in words) % 2:
        raise UsageError(f"{' '.join(words)}: a quotation mark is not closed")
    if not any(character.isalnum() for word in words for character in word):
        raise UsageError("there is no word to search for; give one, a prefix as jav*, or a phrase in quotes")
    query = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    filters = {
        "buyer": code_of(buyer) if buyer is not None else None,
        "article": given("--article", article),
        "stage": _one_of("--stage", stage, get_args(Stage)),
        "speaker": given("--speaker", speaker),
        "kind": _one_of("--kind", kind, get_args(DocumentKind)),
        "since": _prefix("--since", since),
        "until": _prefix("--until", until),
    }
    with open_docket(context, docket) as opened:
        hits = opened.search(query, limit=limit, **filters)
    if form is not RowFormat.TEXT:
        write(laid_out(form, [Found.of(hit) for hit in hits], Found))
        return
    _found(Sheet(), hits)
    more = f"; the newest {limit} are shown (--limit)" if len(hits) == limit else ""
    note(f"{count(len(hits), 'hit')}{more}" if hits else "No document holds that.")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A hit as a row: the document, its cases, and the words found with where they stand in its text."""

    document: str
    address: str
    kind: str
    published: str | None
    title: str | None
    cases: tuple[str, ...]
    start: int
    end: int
    words: str

    @classmethod
    def of(cls, hit: "Hit") -> "Found":
        """Lay a hit out in one row."""
        return cls(
            document=hit.document,
            address=hit.address,
            kind=hit.kind,
            published=hit.published,
            title=hit.title,
            cases=hit.cases,
            start=hit.passage.start,
            end=hit.passage.end,
            words=hit.snippet,
        )


def _found(sheet: Sheet, hits: list["Hit"]) -> None:
    for hit in hits:
        sheet.wrapped(hit.title or "no title", style="bold")
        filed = f"; {'case' if len(hit.cases) == 1 else 'cases'} {', '.join(hit.cases)}" if hit.cases else ""
        sheet.wrapped(f"{hit.kind}, {hit.published or 'no date'}{filed}", indent=4)
        sheet.wrapped(f"{hit.snippet}  [{place(hit.passage)}]", indent=4)
        sheet.line(f"    {hit.address}", style="dim")


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    for command in (cases, case, search):
        app.command()(command)
