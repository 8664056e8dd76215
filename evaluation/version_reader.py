"""One version of the program over a list of files, in a process of its own: a line of JSON for each.

The package that it imports is the one that PYTHONPATH names first, so this file leans on nothing of it
but ``load``, ``read`` and ``encode``.
"""

import json
import signal
import sys
from pathlib import Path
from types import FrameType

# No document of the sets takes a second; one that takes this long hangs.
LIMIT_SECONDS = 60


class TooLong(Exception):
    """A document that was not read in time."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong(f"not done after {LIMIT_SECONDS} seconds")


def answer(path: str) -> bytes:
    """Return the record of a file's reading, or why there is none."""
    signal.alarm(LIMIT_SECONDS)
    try:
        from armsdocket.documents.load import load  # noqa: PLC0415 - a version without it reads nothing
        from armsdocket.reading.read import read  # noqa: PLC0415
        from armsdocket.reading.record import encode  # noqa: PLC0415

        return encode(read(load(Path(path).read_bytes(), path)))
    except Exception as error:  # whatever a version does wrong is its result here
        return json.dumps({"not_read": f"{type(error).__name__}: {error}"}).encode()
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, _stop)
    for name in sys.stdin.read().splitlines():
        sys.stdout.buffer.write(answer(name) + b"\n")
        sys.stdout.buffer.flush()
