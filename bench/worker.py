"""One system over one set of documents, in a process of its own on one core; prints its figures as JSON."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Read = Callable[[str], object]


def armsdocket() -> Read:
    """Read a file from its bytes: loading, recognising and reading."""
    from armsdocket.documents.load import load  # noqa: PLC0415 - each system is imported only where it runs
    from armsdocket.reading.read import read  # noqa: PLC0415

    return lambda path: read(load(Path(path).read_bytes(), path))


def spacy_small(*, quotations: bool) -> Read:
    """Read the text of a file, already taken from its bytes, with spaCy's small English pipeline."""
    import spacy  # noqa: PLC0415

    from armsdocket.documents.load import load  # noqa: PLC0415

    pipeline = spacy.load("en_core_web_sm")
    pipeline.max_length = 10_000_000
    if not quotations:
        return lambda path: pipeline(load(Path(path).read_bytes(), path).text)
    from textacy.extract import direct_quotations  # noqa: PLC0415

    def read(path: str) -> object:
        document = pipeline(load(Path(path).read_bytes(), path).text)
        try:
            return list(direct_quotations(document))
        except ValueError:  # textacy refuses texts with unbalanced quotation marks
            return None

    return read


SYSTEMS: dict[str, Callable[[], Read]] = {
    "armsdocket": armsdocket,
    "spaCy small": lambda: spacy_small(quotations=False),
    "spaCy small + textacy": lambda: spacy_small(quotations=True),
}


def measure(system: str, paths: list[str]) -> dict[str, float]:
    """Read every file once after a warm-up on the first; times leave imports and models out."""
    read = SYSTEMS[system]()
    read(paths[0])
    times = []
    for path in paths:
        start = time.perf_counter()
        read(path)
        times.append(time.perf_counter() - start)
    times.sort()
    return {
        "documents": len(paths),
        "seconds": sum(times),
        "p99": times[min(len(times) - 1, int(len(times) * 0.99))],
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    json.dump(measure(sys.argv[1], sys.stdin.read().splitlines()), sys.stdout)
