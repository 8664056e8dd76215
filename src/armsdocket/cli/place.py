"""Where the docket is: the option, the environment, or the user's data folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from platformdirs import user_data_path

from armsdocket.errors import DocketError, UsageError

if TYPE_CHECKING:
    from armsdocket.docket.store import Docket

DOCKET_HELP = "The docket: a file, or a PostgreSQL address. Default: docket.db in your data folder."
DocketOption = Annotated[str | None, typer.Option("--docket", help=DOCKET_HELP, metavar="FILE")]


def docket_address(context: typer.Context, named: str | None, *, make: bool = False) -> str:
    """Return the docket's address: named after the command, before it, in ARMSDOCKET, or the default.

    ``make`` makes the default's folder where there is none.
    """
    if named and context.obj and named != context.obj and _said_before(context):
        raise UsageError(f"--docket names two dockets, {context.obj} and {named}; name one")
    if named == "" or (context.obj == "" and _said_before(context)):
        raise UsageError("--docket names nothing; give a file or a PostgreSQL address")
    chosen = named or context.obj
    if chosen:
        return str(chosen)
    folder = user_data_path("armsdocket", appauthor=False)
    if make:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DocketError(
                f"{folder}: the docket's folder cannot be made ({error.strerror}); name one with --docket"
            ) from error
    return str(folder / "docket.db")


def _said_before(context: typer.Context) -> bool:
    """Tell whether --docket stands before the command: else its value comes from the environment."""
    source = context.parent.get_parameter_source("docket") if context.parent is not None else None
    return source is not None and source.name == "COMMANDLINE"


def open_docket(context: typer.Context, named: str | None, *, older: bool = False) -> "Docket":
    """Open the docket a command works on; only ``add`` and ``demo`` make one where there is none.

    One of an earlier version is ``older``: it can be rebuilt and nothing else.
    """
    return docket_at(docket_address(context, named), create=False, older=older)


def docket_at(address: str, *, create: bool = True, older: bool = False) -> "Docket":
    """Open a docket by its address; the store is imported here, so that other commands start quickly."""
    from armsdocket.docket.store import Docket  # noqa: PLC0415

    return Docket.open(address, create, older)


def shown(address: str) -> str:
    """Return an address as messages show it: without a password, with the home folder as ~."""
    if "://" in address:
        scheme, _, rest = address.partition("://")
        return f"{scheme}://{rest.rpartition('@')[2]}"
    path = Path(address).expanduser()
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
