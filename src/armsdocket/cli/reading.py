"""``armsdocket read``: the claims of documents, nothing stored."""

from enum import StrEnum
from typing import Annotated

import typer

from armsdocket.cli.intake import Intake
from armsdocket.cli.reading_sheet import show_reading
from armsdocket.cli.sheet import Sheet, write
from armsdocket.reading.news.speech.extensions import BUILT_IN, extension
from armsdocket.reading.record import encode


class ReadFormat(StrEnum):
    """How a reading is printed."""

    TEXT = "text"
    JSONL = "jsonl"


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...|-", show_default=False)],
    form: Annotated[ReadFormat, typer.Option("--format")] = ReadFormat.TEXT,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rule made each claim, and what was rejected and why.")
    ] = False,
    attributions: Annotated[
        str, typer.Option(help="Who tells who said what in news: model, rules, or an installed extension.")
    ] = "model",
) -> None:
    """Read documents and print their claims; nothing is stored. A folder is read whole, - is standard input.

    Example: armsdocket read article.html --format jsonl
    """
    if attributions not in BUILT_IN:
        extension(attributions)  # says at once when there is none
    intake, sheet = Intake(paths, attributions), Sheet()
    for reading, _ in intake.readings():
        if form is ReadFormat.JSONL:
            write(encode(reading, explain=explain) + b"\n")
        else:
            if intake.done > 1:
                sheet.line()
            show_reading(sheet, reading, explain=explain)
    if intake.failed:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.command()(read)
