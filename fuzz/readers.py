"""``python -m fuzz.readers``: the readers under atheris, a fuzzer that follows the branches taken.

atheris is no dependency of the project: install it (3.0 or later) beside the package to run this. The
first byte of an input chooses the kind and the ending of the name; the rest is the document. Arguments
are libFuzzer's; seeds are written to the first folder named, from the documents present at run time:

    python -m fuzz.readers build/corpus -max_len=600 -runs=200000
"""

import os
import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]

from fuzz.seeds import seeds

with atheris.instrument_imports(include=["armsdocket"]):
    from armsdocket.reading.read import READERS
    from fuzz.verdict import judge

    for reader_kind in READERS:
        judge(b"Warm-up.", "input.txt", reader_kind, limit=0)  # a reader is imported when it is needed
    judge(b"<html><body><p>Warm-up.</p></body></html>", "input.html", limit=0)

KINDS = tuple(READERS)
ENDINGS = (".txt", ".html", ".json", "")
PIECE = 500


class Fault(Exception):
    """An input that crashed a reader, took too long or gave a passage that does not hold."""


def choice(byte: int) -> tuple[str, str]:
    """Read a kind and a name from the first byte."""
    return KINDS[byte % len(KINDS)], f"input{ENDINGS[byte // len(KINDS) % len(ENDINGS)]}"


def examine(data: bytes) -> None:
    """Read one input. Raises Fault."""
    if not data:
        return
    kind, name = choice(data[0])
    # Instrumented code runs several times slower; libFuzzer's own -timeout bounds it, too.
    verdict = judge(data[1:], name, kind, limit=10.0)
    if verdict.outcome in {"crash", "hang", "broken"}:
        raise Fault(f"{verdict.outcome}: {verdict.error}") from verdict.error


def write_seeds(folder: Path) -> None:
    """Write short pieces of the seeds as libFuzzer's first inputs."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        ending = Path(seed.name).suffix
        first = KINDS.index(seed.kind) + len(KINDS) * ENDINGS.index(ending)
        for place in range(0, min(len(seed.content), 4 * PIECE), PIECE):
            piece = bytes([first]) + seed.content[place : place + PIECE]
            (folder / f"{number}-{place}").write_bytes(piece)


def main() -> None:
    """Hand over to libFuzzer."""
    folders = [word for word in sys.argv[1:] if not word.startswith("-")]
    if folders:
        write_seeds(Path(folders[0]))
    atheris.Setup(sys.argv, examine)
    atheris.Fuzz()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
