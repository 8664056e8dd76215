"""``armsdocket add``, ``rebuild`` and ``verify``: what goes into the docket and whether it holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armsdocket.cli.figures import count
from armsdocket.cli.intake import Intake, progress
from armsdocket.cli.place import DocketOption, docket_address, docket_at, open_docket, shown
from armsdocket.cli.sheet import Sheet, note
from armsdocket.errors import DocketError

if TYPE_CHECKING:
    from armsdocket.docket.store import Filed


def add(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...|-", show_default=False)],
    docket: DocketOption = None,
) -> None:
    """File documents in the docket. A folder is filed whole, - is standard input.

    Example: armsdocket add notices/ article.html
    """
    if file_documents(Sheet(), paths, docket_address(context, docket, make=True)):
        raise typer.Exit(1)


def file_documents(sheet: Sheet, paths: list[str], address: str) -> int:
    """File every document, one line each; return how many could not be read or filed."""
    intake = Intake(paths)
    new = known = 0
    with docket_at(address) as docket:
        for reading, content in intake.readings():
            try:
                filed = docket.file(reading, content)
            except DocketError as error:
                intake.fail(reading.document.address, error)
                continue
            new, known = new + filed.new, known + (not filed.new)
            sheet.line(f"{reading.document.address}: {_outcome(filed)}")
    words = [f"{count(new, 'document')} filed"]
    words += [f"{known} already there"] if known else []
    words += [f"{intake.failed} not filed"] if intake.failed else []
    note(f"{', '.join(words)}. Docket: {shown(address)}")
    return intake.failed


def _outcome(filed: "Filed") -> str:
    if not filed.new:
        return "already in the docket, nothing changed"
    version = f", a new version of {filed.version_of[:16]}" if filed.version_of else ""
    if not filed.cases:
        return f"filed{version}; it states no sale"
    return f"filed{version} under {'case' if len(filed.cases) == 1 else 'cases'} {', '.join(filed.cases)}"


def rebuild(
    context: typer.Context,
    corrections: Annotated[
        Path | None,
        typer.Option(help="Reviewed corrections (YAML), in place of those known."),
    ] = None,
    docket: DocketOption = None,
) -> None:
    """Read every document again with this version and build all cases anew from them.

    Example: armsdocket rebuild
    """
    with (
        open_docket(context, docket, older=True) as opened,
        progress(opened.size(), "rebuilding") as advance,
    ):
        rebuilt = opened.rebuild(advance, corrections)
    Sheet().line(
        f"{count(rebuilt.documents, 'document')} read again: {count(rebuilt.claims, 'claim')}, "
        f"{count(rebuilt.cases, 'case')}."
    )
    for words in rebuilt.problems:
        note(words)
    if rebuilt.problems:
        raise typer.Exit(1)


def verify(context: typer.Context, docket: DocketOption = None) -> None:
    """Check that every document still has its hash and every passage still equals its text.

    Example: armsdocket verify
    """
    with open_docket(context, docket) as opened:
        faults = opened.verify()
        # A damaged docket may not be able to list its documents.
        documents = 0 if faults else opened.size()
    for fault in faults:
        note(f"{fault.what}: {fault.where}; {fault.action}")
    if faults:
        note(f"{count(len(faults), 'fault')} found.")
        raise typer.Exit(1)
    Sheet().line(f"{count(documents, 'document')} checked: every hash, passage and link holds.")


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    for command in (add, rebuild, verify):
        app.command()(command)
