"""Taking documents in: paths and standard input to readings, one message line for each that fails."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from armsdocket.cli.sheet import note
from armsdocket.documents.document import STANDARD_INPUT
from armsdocket.documents.load import MAX_BYTES, expand, load, read_bytes
from armsdocket.errors import ArmsdocketError, UnreadableDocument, UsageError
from armsdocket.reading.claims import Reading
from armsdocket.reading.read import read

# Below this many documents a bar comes and goes too quickly to be read.
LONG_WORK = 20


class Intake:
    """Reads documents one after the other and counts those that fail."""

    def __init__(self, paths: Sequence[str], attributions: str = "model") -> None:
        self.paths = paths
        self.attributions = attributions
        self.failed = 0
        self.done = 0

    def readings(self) -> Iterator[tuple[Reading, bytes]]:
        """Yield each document's reading with its bytes; report the others and go on."""
        addresses = list(self._addresses())
        with progress(len(addresses), "reading") as advance:
            for address in addresses:
                taken = self._take(address)
                advance()
                if taken is not None:
                    self.done += 1
                    yield taken

    def fail(self, address: str, error: Exception) -> None:
        """Report one document that failed, in one line: what, where, what to do."""
        self.failed += 1
        words = str(error) or type(error).__name__
        note(words if address in words else f"{address}: {words}")

    def _addresses(self) -> Iterator[str]:
        for name in self.paths:
            if name == STANDARD_INPUT:
                yield name
                continue
            if not name:
                raise UsageError("an empty path names nothing; give a file, a folder or -")
            try:
                found = [str(path) for path in expand([Path(name)])]
            except (UnreadableDocument, OSError) as error:
                self.fail(name, error)
                continue
            if not found:
                self.fail(name, UnreadableDocument(f"{name}: the folder holds no document; name another"))
            yield from found

    def _take(self, address: str) -> tuple[Reading, bytes] | None:
        try:
            content = _standard_input() if address == STANDARD_INPUT else read_bytes(Path(address))
            return read(load(content, _storable(address)), self.attributions), content
        except (ArmsdocketError, OSError) as error:
            self.fail(address, error)
        except Exception as error:
            self.fail(address, defect(error))
        return None


def _standard_input() -> bytes:
    """Read standard input, no further than a document may be long. Raises UnreadableDocument when closed."""
    if sys.stdin is None:
        raise UnreadableDocument("standard input is closed; give a path, or a document on standard input")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _storable(address: str) -> str:
    """Name a file whose name is no text: what cannot be stored stands as U+FFFD."""
    return address.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def defect(error: Exception) -> ArmsdocketError:
    """Word an error nobody foresaw, so that it is reported and can be found."""
    return ArmsdocketError(
        f"the reader failed ({type(error).__name__}: {error}); this is a defect of armsdocket: "
        "please report it with the document"
    )


@contextmanager
def progress(total: int, what: str) -> Iterator["Advance"]:
    """Show a progress bar on standard error while long work runs in a terminal; else show nothing."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=total < LONG_WORK or not console.is_terminal,
    )
    with bar:
        yield Advance(bar, what, total)


class Advance:
    """Moves a progress bar one step at each call."""

    def __init__(self, bar: Progress, what: str, total: int) -> None:
        self.bar = bar
        self.task = bar.add_task(what, total=total)

    def __call__(self, steps: int = 1) -> None:
        """Move the bar."""
        self.bar.advance(self.task, steps)
