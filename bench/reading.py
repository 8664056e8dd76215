"""Reading real documents, beside spaCy's small English pipeline on the same files."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.table import Table, at

# spaCy reads a few documents a second: it gets every n-th file, and so do we in the row beside it.
EVERY = 12
SETS = {
    "corpus": [
        "corpus/federal_register/*.txt",
        "corpus/dsca/html_2026/*.html",
        "corpus/dsca/sunlight_2008_2014/*.txt",
        "corpus/state/*.html",
        "corpus/resolutions/*.json",
        "corpus/tables/dod_contracts/*.txt",
    ],
    "news": ["news/text/*.txt", "seed/*.txt"],
}
SLOWEST = 10


class Run(NamedTuple):
    """One system on every n-th file of a set."""

    set: str
    system: str
    every: int


RUNS = (
    Run("corpus", "armsdocket", 1),
    Run("corpus", "armsdocket", EVERY),
    Run("corpus", "spaCy small", EVERY),
    Run("news", "armsdocket", 1),
    Run("news", "spaCy small + textacy", 1),
)


class Figures(msgspec.Struct, frozen=True):
    """Seconds of processor time for each file, and the most memory the process held."""

    times: list[float]
    peak_mb: float


def files(shared: Path, name: str, every: int) -> list[str]:
    """Return the files of a set, every n-th of them, in a fixed order."""
    found = [path for pattern in SETS[name] for path in sorted(shared.glob(pattern))]
    return [str(path) for path in found[::every]]


def run(system: str, paths: list[str]) -> Figures:
    """Measure one system in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.worker", system],
        input="\n".join(paths),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return msgspec.json.decode(done.stdout, type=Figures)


def tables(shared: Path) -> Iterator[Table]:
    """Yield the table of speeds, and the slowest files by name."""
    head = ("set", "system", "documents", "docs/s", "MB/s", "p50 ms", "p99 ms", "peak MB", "ratio")
    speeds = Table("reading real documents, one core", (), head)
    slowest = Table(f"the {SLOWEST} slowest documents of each set", (), ("set", "document", "kB", "ms"))
    ours: dict[tuple[str, int], float] = {}
    for one in RUNS:
        paths = files(shared, one.set, one.every)
        figures = run(one.system, paths)
        total = sum(figures.times)
        speed = len(paths) / total
        ours.setdefault((one.set, one.every), speed)
        ordered = sorted(figures.times)
        size = sum(Path(path).stat().st_size for path in paths)
        points = (1000 * at(ordered, 0.5), 1000 * at(ordered, 0.99))
        ratio = ours[one.set, one.every] / speed
        speeds.add(
            (), (one.set, one.system, len(paths), speed, size / total / 1e6, *points, figures.peak_mb, ratio)
        )
        if one.every == 1 and one.system == "armsdocket":
            _name_slowest(slowest, shared, one.set, paths, figures.times)
    yield speeds
    yield slowest


def _name_slowest(table: Table, shared: Path, name: str, paths: list[str], times: list[float]) -> None:
    ranked = sorted(zip(times, paths, strict=True), reverse=True)[:SLOWEST]
    for seconds, path in ranked:
        kilobytes = Path(path).stat().st_size / 1000
        table.add((), (name, Path(path).relative_to(shared).as_posix(), kilobytes, 1000 * seconds))
