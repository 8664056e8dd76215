"""The command line: ``armsdocket``. Results go to standard output, messages to standard error.

Exit codes: 0 done, 1 something could not be read (the rest was), 2 wrong usage.
"""

import io
import signal
import sys
from typing import Annotated

import typer

from armsdocket import __version__
from armsdocket.cli import cases, demo, filing, law, oversight, reading, rulebook
from armsdocket.cli.place import DOCKET_HELP
from armsdocket.cli.sheet import close_quietly, note
from armsdocket.errors import ArmsdocketError, ExtensionError, LawError, UsageError

app = typer.Typer(
    name="armsdocket",
    help="A docket for arms sales: every fact tied to the passage that states it, filed under one case, "
    "with the statutory clock from dated rules.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: armsdocket demo",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"armsdocket {__version__}")
        raise typer.Exit


@app.callback(help=app.info.help)
def armsdocket(
    context: typer.Context,
    docket: Annotated[str | None, typer.Option(envvar="ARMSDOCKET", help=DOCKET_HELP, metavar="FILE")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Keep the docket's place for the commands."""
    context.obj = docket


for group in (reading, filing, cases, oversight, law, rulebook, demo):
    group.register(app)


def run() -> None:
    """Run the command line; turn every known error into one line on standard error."""
    if sys.stdout is None:
        note("armsdocket: standard output is closed; send the result to a file or a pipe")
        sys.exit(1)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that knows no other letters shows them as escapes; it does not stop the program.
            stream.reconfigure(errors="backslashreplace")
    if hasattr(signal, "SIGPIPE"):
        # As other commands: when the reader has gone (armsdocket cases | head), stop without a word.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except (UsageError, LawError, ExtensionError) as error:
        # A question no rule answers is asked wrongly: a date before the law, a part larger than its whole.
        note(f"armsdocket: {error}")
        sys.exit(2)
    except ArmsdocketError as error:
        note(f"armsdocket: {error}")
        sys.exit(1)
    except OSError as error:
        close_quietly()
        note(f"armsdocket: the result could not be written ({error.strerror or error}); check the disk")
        sys.exit(1)
