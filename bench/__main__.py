"""``python -m bench``: every table from one run."""

import argparse
import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import machine, python_version, system

from bench import docket, gate, reading
from bench.table import Table

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
PARTS = ("reading", "gate", "docket")
SIZES = "1000,10000,100000"
NOTES = """\
Times of reading and of the gate, and "own" times of filing, are this process's processor time; all others
are by the clock, so neighbours on the machine show in them. ratio: how many times as fast armsdocket is.
Datasette answers through its JSON API on loopback; armsdocket is called in the process.
"""


def _sizes(words: str) -> list[int]:
    sizes = sorted({int(word) for word in words.split(",")})
    if sizes[0] < 10:
        raise argparse.ArgumentTypeError("a size is at least 10 documents")
    return sizes


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure speed beside the peers.")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be given several times")
    parser.add_argument(
        "--sizes", type=_sizes, default=SIZES, help=f"documents in the docket; default: {SIZES}"
    )
    return parser.parse_args()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def tables(parts: list[str], sizes: list[int]) -> Iterator[Table]:
    """Yield the tables of these parts, each as soon as it is measured."""
    if "reading" in parts:
        yield from reading.tables(SHARED)
    if "gate" in parts:
        yield gate.table(SHARED)
    if "docket" in parts:
        yield from docket.tables(sizes)


def main() -> int:
    """Print the tables; exit 1 when the real documents that a part needs are not here."""
    asked = _asked()
    parts = asked.only or list(PARTS)
    if set(parts) != {"docket"} and not SHARED.is_dir():
        sys.stderr.write(f"the real documents are not here: no folder {SHARED.name} beside the checkout\n")
        return 1
    peers = ", ".join(f"{name} {_version(name)}" for name in ("spacy", "textacy", "datasette"))
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    sys.stdout.write(
        f"{system()} {machine()}, {os.cpu_count()} cores, load {load}; Python {python_version()}; {peers}\n\n"
    )
    for table in tables(parts, asked.sizes):
        sys.stdout.write(f"{table}\n")
        sys.stdout.flush()
    sys.stdout.write(NOTES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
