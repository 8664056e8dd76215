"""``make bench``: one table from one run."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from platform import machine, python_version, system

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
# spaCy reads a few documents a second: it gets every n-th file, and so do we in the rows beside it.
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
RUNS = (
    ("corpus", "armsdocket", 1),
    ("corpus", "armsdocket", EVERY),
    ("corpus", "spaCy small", EVERY),
    ("news", "armsdocket", 1),
    ("news", "spaCy small + textacy", 1),
)


def files(name: str, every: int) -> list[str]:
    """Return the files of a set, every n-th of them, in a fixed order."""
    found = [path for pattern in SETS[name] for path in sorted(SHARED.glob(pattern))]
    return [str(path) for path in found[::every]]


def run(name: str, system_name: str, every: int) -> dict[str, float]:
    """Measure one system in a process of its own."""
    paths = files(name, every)
    done = subprocess.run(
        [sys.executable, "-m", "bench.worker", system_name],
        input="\n".join(paths),
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures | {"characters": float(sum(Path(path).stat().st_size for path in paths))}


def main() -> int:
    """Print the table; exit 1 when the real documents are not here."""
    if not SHARED.is_dir():
        sys.stderr.write(f"the real documents are not here: no folder {SHARED.name} beside the checkout\n")
        return 1
    sys.stdout.write(
        f"{system()} {machine()}, Python {python_version()}, one core; "
        f"spaCy {version('spacy')}, textacy {version('textacy')}\n"
    )
    names = ("set", "system", "documents", "docs/s", "MB/s", "p99 ms", "peak MB", "ratio")
    head = "{:<8}{:<24}{:>10}{:>10}{:>8}{:>9}{:>9}{:>8}".format(*names)
    sys.stdout.write(f"{head}\n{'-' * len(head)}\n")
    ours: dict[tuple[str, int], float] = {}
    for name, system_name, every in RUNS:
        figures = run(name, system_name, every)
        speed = figures["documents"] / figures["seconds"]
        ours.setdefault((name, every), speed)
        sys.stdout.write(
            f"{name:<8}{system_name:<24}{figures['documents']:>10.0f}{speed:>10.1f}"
            f"{figures['characters'] / figures['seconds'] / 1e6:>8.2f}{figures['p99'] * 1000:>9.1f}"
            f"{figures['peak_mb']:>9.0f}{ours[name, every] / speed:>8.1f}\n"
        )
        sys.stdout.flush()
    sys.stdout.write("ratio: how many times faster armsdocket reads the same files\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
