"""``armsdocket demo``: a new docket of sample documents, to see what a case looks like."""

from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

import typer

from armsdocket.cli.case_sheet import CaseSheet
from armsdocket.cli.filing import file_documents
from armsdocket.cli.place import docket_at
from armsdocket.cli.sheet import Sheet
from armsdocket.samples import paths

SAMPLE_CASE = "23-22"


def demo(
    docket: Annotated[
        Path | None, typer.Option("--docket", metavar="FILE", help="Where to put the new docket.")
    ] = None,
) -> None:
    """File the sample documents in a new docket, show their case, and say what to try next.

    Example: armsdocket demo
    """
    target = docket or Path(mkdtemp(prefix="armsdocket-")) / "demo.db"
    sheet = Sheet()
    sheet.line("The samples are worded by the project after the public record of one real sale.")
    failed = file_documents(sheet, [str(path) for path in paths()], str(target))
    sheet.line()
    with docket_at(str(target)) as opened:
        CaseSheet(sheet, opened.case(SAMPLE_CASE)).show()
    sheet.heading("try next")
    for command in (
        f"export ARMSDOCKET={target}",
        "armsdocket cases",
        f"armsdocket case {SAMPLE_CASE} --format json",
        "armsdocket search missiles",
        "armsdocket review --buyer XK --received 2024-01-11",
        "armsdocket certify --buyer PL --date 2024-06-03 --mde 24.9e6 --total 100e6",
        "armsdocket read YOUR-ARTICLE.html",
        "armsdocket verify",
    ):
        sheet.line(f"  {command}")
    if failed:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    app.command()(demo)
