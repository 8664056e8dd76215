"""``armsdocket law emergencies``, ``outcomes``, ``roles``, ``printing``: records beside the rules."""

from collections.abc import Sequence
from typing import Annotated

import msgspec
import typer

from armsdocket.cli.figures import code_of, count
from armsdocket.cli.law import AnswerFormat, Format, as_json, day
from armsdocket.cli.law_sheet import show_caveats, show_rules
from armsdocket.cli.sheet import Sheet, note, write
from armsdocket.law import emergencies, publication, resolution_clock
from armsdocket.law import roles as who
from armsdocket.law.rulebook import Rule

Recipient = Annotated[str | None, typer.Option("--buyer", help="Only of this recipient.", show_default=False)]


def known_emergencies(buyer: Recipient = None, form: Format = AnswerFormat.TEXT) -> None:
    """List the known uses of the emergency clause.

    Example: armsdocket law emergencies --buyer IL
    """
    found = emergencies.uses(code_of(buyer) if buyer is not None else None)
    _show([(use.date, use) for use in found], form, "known use")


def outcomes(buyer: Recipient = None, form: Format = AnswerFormat.TEXT) -> None:
    """List what became of joint resolutions of disapproval.

    Example: armsdocket law outcomes --buyer SA
    """
    found = resolution_clock.outcomes(code_of(buyer) if buyer is not None else None)
    _show([(outcome.date, outcome) for outcome in found], form, "outcome")


def roles(
    on: Annotated[str | None, typer.Option("--date", metavar="DATE", help="Only of that day.")] = None,
    form: Format = AnswerFormat.TEXT,
) -> None:
    """List who supervises, transmits, posts and prints, on a day when given.

    Example: armsdocket law roles --date 2026-03-10
    """
    found = who.roles(day("--date", on) if on is not None else None)
    _show([(f"{role.from_ or 'not known'}", role) for role in found], form, "role")


def printing(
    delivered: Annotated[str, typer.Option(metavar="DATE", help="To Congress.", show_default=False)],
    printed: Annotated[str | None, typer.Option(metavar="DATE", help="In the Federal Register.")] = None,
    on: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Counted to, if not printed.")
    ] = None,
    form: Format = AnswerFormat.TEXT,
) -> None:
    """Count the days a certification waited for print, beside what others waited.

    Example: armsdocket law printing --delivered 2026-06-05 --printed 2026-07-22
    """
    answer = publication.lag(
        day("--delivered", delivered),
        day("--printed", printed) if printed is not None else None,
        on=day("--date", on) if on is not None else None,
    )
    if form is AnswerFormat.JSON:
        write(as_json(answer))
        return
    sheet = Sheet()
    sheet.rows([("days", str(answer.days)), ("why", answer.reason)], indent=0)
    show_rules(sheet, answer.rules)
    show_caveats(sheet, answer.caveats)


def _show(rows: Sequence[tuple[str, Rule]], form: AnswerFormat, noun: str) -> None:
    """Print rows of a rule file, each with its citation, grade and quirk."""
    if form is AnswerFormat.JSON:
        write(msgspec.json.format(msgspec.json.encode([row for _, row in rows]), indent=1) + b"\n")
        return
    sheet = Sheet()
    for day_words, row in rows:
        sheet.wrapped(row.says, mark=f"{day_words:<12}")
        sheet.wrapped(f"{row.citation}; confidence {row.confidence}; {row.source}", indent=12, style="dim")
        if row.quirk:
            sheet.wrapped(row.quirk, indent=12, mark="quirk: ", style="dim")
    note(count(len(rows), noun))


def register(law: typer.Typer) -> None:
    """Add this file's commands to ``armsdocket law``."""
    law.command(name="emergencies")(known_emergencies)
    for command in (outcomes, roles, printing):
        law.command()(command)
