"""``make evaluate``: one table of accuracy; ``--errors`` lists every error with its passage.

Exit code 1 when a floor is undercut. ``--raise`` lifts the floors to what was measured, never down.
"""

import sys

from evaluation import floors
from evaluation.corpus import SHARED, present
from evaluation.news_labels import BLIND
from evaluation.scores import Error, table
from evaluation.suites import measure


def main(words: list[str]) -> int:
    """Measure, print, and hold against the floors."""
    if not present():
        sys.stdout.write(f"nothing measured: the labelled documents are not here (no folder {SHARED})\n")
        return 0
    scores, errors, remarks = measure()
    sys.stdout.write(f"{table(scores)}\n")
    for remark in remarks:
        sys.stdout.write(f"{remark}\n")
    if "--errors" in words:
        for error in errors:
            if error.corpus != BLIND:
                sys.stdout.write(f"{worded(error)}\n")
        sys.stdout.write(f"the errors of the set {BLIND} are not listed: it stays unseen\n")
    if "--raise" in words:
        floors.save(floors.raised(scores, floors.load()))
        return 0
    undercut = floors.breaches(scores, floors.load())
    for sentence in undercut:
        sys.stderr.write(f"{sentence}\n")
    return 1 if undercut else 0


def worded(error: Error) -> str:
    """Word one error in a line: where, what, and the characters in question."""
    where = f" [{error.start}-{error.end}]" if error.start is not None else ""
    return f"{error.corpus} {error.document} {error.family}: {error.what}{where}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
