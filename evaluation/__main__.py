"""``make evaluate``: one table of accuracy; ``--errors`` lists every error with its passage.

Exit code 1 when a floor is undercut. ``--raise`` lifts the floors to what was measured, never down.
"""

import argparse
import sys

from evaluation import floors
from evaluation.corpus import SHARED, present
from evaluation.news_labels import BLIND
from evaluation.scores import Error, table
from evaluation.suites import measure


def main(words: list[str]) -> int:
    """Measure, print, and hold against the floors; an unknown option ends it before anything is measured."""
    options = _options(words)
    if not present():
        sys.stdout.write(f"nothing measured: the labelled documents are not here (no folder {SHARED})\n")
        return 0
    scores, errors, remarks = measure()
    sys.stdout.write(f"{table(scores)}\n")
    for remark in remarks:
        sys.stdout.write(f"{remark}\n")
    if options.errors:
        for error in errors:
            if error.corpus != BLIND:
                sys.stdout.write(f"{worded(error)}\n")
        sys.stdout.write(f"the errors of the set {BLIND} are not listed: it stays unseen\n")
    if options.lift:
        floors.save(floors.raised(scores, floors.load()))
        return 0
    undercut = floors.breaches(scores, floors.load())
    for sentence in undercut:
        sys.stderr.write(f"{sentence}\n")
    return 1 if undercut else 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="One table of accuracy.")
    parser.add_argument("--errors", action="store_true", help="list every error with its passage")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="lift the floors to what was measured, never down"
    )
    return parser.parse_args(words)


def worded(error: Error) -> str:
    """Word one error in a line: where, what, and the characters in question."""
    where = f" [{error.start}-{error.end}]" if error.start is not None else ""
    return f"{error.corpus} {error.document} {error.family}: {error.what}{where}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
