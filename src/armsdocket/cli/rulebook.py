"""``armsdocket law``: the rulebook itself, and what a text says wrongly of it."""

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from armsdocket.cli import law_records
from armsdocket.cli.figures import code_of, count, given, money, place
from armsdocket.cli.intake import Intake
from armsdocket.cli.law import (
    AnswerFormat,
    Buyer,
    ChannelOption,
    Construction,
    Equipment,
    Format,
    Territory,
    Total,
    as_json,
    day,
    dollars,
    known_channel,
)
from armsdocket.cli.law_sheet import show_caveats, show_rules
from armsdocket.cli.sheet import Sheet, note, write
from armsdocket.documents.document import STANDARD_INPUT
from armsdocket.documents.passage import Passage, quoted
from armsdocket.errors import UsageError
from armsdocket.law import changes, explain, misreadings, resolution_clock

law = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The rulebook: every rule with its dates, citation and confidence.\n\n"
    "Example: armsdocket law check article.html",
)


@law.command()
def rules(
    section: Annotated[
        str | None, typer.Option(help="Only a section, such as 36(b)(1).", show_default=False)
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="Only rules in force that day.", show_default=False),
    ] = None,
    form: Format = AnswerFormat.TEXT,
) -> None:
    """List the rules, of a section and of a day when given.

    Example: armsdocket law rules --section "36(b)" --date 1985-06-01
    """
    found = explain.rules(given("--section", section), day("--date", on) if on is not None else None)
    if section and not explain.rules(section):
        raise UsageError(f"--section {section}: no rule has it; use one of {', '.join(explain.sections())}")
    if form is AnswerFormat.JSON:
        write(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
        return
    sheet = Sheet()
    for one in found:
        sheet.wrapped(f"{one.id} ({one.section}): {one.says}", hang=2)
        sheet.wrapped(f"{one.citation}; {_dates(one)}; confidence {one.confidence}", indent=4, style="dim")
    note(count(len(found), "rule"))


@law.command()
def rule(
    id: Annotated[str, typer.Argument(help="A rule's id, such as R6.5.")], form: Format = AnswerFormat.TEXT
) -> None:
    """Explain one rule: what it says, its dates, citation, confidence, quirk and numbers.

    Example: armsdocket law rule R6.5
    """
    one = explain.rule(id)
    if form is AnswerFormat.JSON:
        write(as_json(one))
        return
    sheet = Sheet()
    sheet.title(f"{one.id}  {one.section}")
    rows = [("says", one.says), ("citation", one.citation), ("dates", _dates(one))]
    rows += [("confidence", f"{one.confidence}: {one.grade}"), ("source", one.source)]
    rows += [("quirk", one.quirk)] if one.quirk else []
    rows += [("doubt", words) for words in one.doubts]
    rows += [(name, _value(name, value)) for name, value in one.values.items() if value]
    sheet.rows([*rows, ("file", one.file), ("checked", one.last_checked)], indent=0)


def _dates(one: explain.Explanation) -> str:
    return f"{one.from_ or 'first day not established'} to {one.to or 'now'}"


def _value(name: str, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and name in {"mde", "total", "dc", "firearms"}:
        return money(value, "USD")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


class Checked(msgspec.Struct, frozen=True):
    """One document and the passages of it that misstate the law."""

    document: str
    misstatements: list[misreadings.Misstatement]


@law.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...|-", show_default=False)],
    form: Format = AnswerFormat.TEXT,
) -> None:
    """Mark passages of a text that misstate the law, with the correct statement and its citation.

    Example: armsdocket law check article.html
    """
    intake, sheet = Intake(paths), Sheet()
    for reading, _ in intake.readings():
        address = reading.document.address
        published = reading.heading.published
        whole = published and len(published.value) == len("2024-01-11")
        found = misreadings.check(
            reading.document.text, date.fromisoformat(published.value) if published and whole else None
        )
        if form is AnswerFormat.JSON:
            write(msgspec.json.encode(Checked(address, found)) + b"\n")
            continue
        name = "standard input" if address == STANDARD_INPUT else Path(address).name
        sheet.line(f"{name}: {count(len(found), 'passage')} marked", style="bold")
        for one in found:
            where = place(Passage(one.start, one.end))
            sheet.wrapped(f"{quoted(one.as_written)}  [{where}]", indent=2)
            sheet.wrapped(f"{one.correct} ({one.citation}; confidence {one.confidence})", indent=4)
    if intake.failed:
        raise typer.Exit(1)


@law.command()
def discharge(
    buyer: Buyer,
    introduced: Annotated[
        str, typer.Option(metavar="DATE", help="Day the resolution was introduced.", show_default=False)
    ],
    channel: ChannelOption = "fms",
    form: Format = AnswerFormat.TEXT,
) -> None:
    """Say from when the Senate committee can be discharged of a joint resolution of disapproval.

    Example: armsdocket law discharge --buyer PL --introduced 2024-06-04
    """
    answer = resolution_clock.discharge(
        day("--introduced", introduced), code_of(buyer), channel=known_channel(channel)
    )
    if form is AnswerFormat.JSON:
        write(as_json(answer))
        return
    sheet = Sheet()
    sheet.rows([("from", answer.from_), ("why", answer.reason)], indent=0)
    show_rules(sheet, answer.rules)
    show_caveats(sheet, answer.caveats)


@law.command()
def change(
    buyer: Buyer,
    certified: Annotated[
        str, typer.Option(metavar="DATE", help="Day the sale was certified.", show_default=False)
    ],
    on: Annotated[str, typer.Option("--date", metavar="DATE", help="Day of the change.", show_default=False)],
    delivery: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of delivery, if known.", show_default=False)
    ] = None,
    mde: Equipment = None,
    total: Total = None,
    dc: Construction = None,
    new_territory: Territory = False,
    channel: ChannelOption = "fms",
    form: Format = AnswerFormat.TEXT,
) -> None:
    """Say what an enhancement of a certified sale needs: a report, or a certification of its own.

    Example: armsdocket law change --buyer DE --certified 2023-05-11 --date 2026-05-20 --mde 20e6
    """
    answer = changes.enhancement(
        code_of(buyer),
        day("--certified", certified),
        day("--date", on),
        delivery=day("--delivery", delivery) if delivery is not None else None,
        mde=dollars("--mde", mde),
        total=dollars("--total", total),
        dc=dollars("--dc", dc),
        new_territory=new_territory,
        channel=known_channel(channel),
    )
    if form is AnswerFormat.JSON:
        write(as_json(answer))
        return
    sheet = Sheet()
    separate = {True: "yes", False: "no", None: "cannot be told from these values"}[answer.separate_offer]
    rows = [("report due", "yes" if answer.report else "no"), ("certified anew", separate)]
    rows += [("report by", answer.report_by)] if answer.report_by else []
    sheet.rows([*rows, ("reach until", answer.reach_until), ("why", answer.reason)], indent=0)
    show_rules(sheet, answer.rules)
    show_caveats(sheet, answer.caveats)


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.add_typer(law, name="law")
    law_records.register(law)
