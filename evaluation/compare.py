"""The gained/lost report: which facts a change of the program wins and which it loses.

``python -m evaluation.compare --base REV`` reads every real document with the program of REV and with the
work tree as it stands, and prints what differs by kind of document and field.
"""

import argparse
import signal
import sys
from collections import Counter
from pathlib import Path

import msgspec

from evaluation.corpus import SHARED
from evaluation.differences import Differences, differences
from evaluation.facts import Fact
from evaluation.versions import Outcome, UnknownRevision, read_all, source_of

SETS: dict[str, tuple[str, ...]] = {
    "Federal Register": ("corpus/federal_register/*.txt",),
    "DSCA releases": ("corpus/dsca/html_2026/*.html", "corpus/dsca/sunlight_2008_2014/*.txt"),
    "State pages": ("corpus/state/*.html",),
    "resolutions": ("corpus/resolutions/*.json",),
    "contract posts": ("corpus/tables/dod_contracts/*.txt",),
    "news": ("news/text/*.txt",),
    "seed": ("seed/*.txt",),
    "PolNeAR dev": ("polnear/dev/text/*.txt",),
}
# These texts are labelled for statements; what else they hold is no measure.
ONLY = {"PolNeAR dev": frozenset(("statement",))}
_COLUMNS = ("before", "after", "gained", "lost", "changed")


class SetReport(msgspec.Struct, frozen=True):
    """What two versions say of one set of documents, and which documents one of them did not read."""

    name: str
    documents: int
    before: tuple[Fact, ...]
    after: tuple[Fact, ...]
    differences: Differences
    not_read: tuple[tuple[str, str, str], ...]
    """Which version (``before``, ``after``), which document, why."""


def files(name: str, sample: int | None = None) -> list[Path]:
    """Return the files of a set in order of name: all of them, or ``sample`` of them evenly spread."""
    found = [path for pattern in SETS[name] for path in sorted(SHARED.glob(pattern))]
    if sample is None or sample >= len(found):
        return found
    return [found[index * len(found) // sample] for index in range(sample)]


def report(
    name: str, paths: list[Path], before: dict[Path, Outcome], after: dict[Path, Outcome]
) -> SetReport:
    """Compare what two versions made of one set."""

    def taken(outcomes: dict[Path, Outcome]) -> tuple[Fact, ...]:
        kept = (fact for path in paths for fact in outcomes[path].facts)
        return tuple(fact for fact in kept if name not in ONLY or fact.family in ONLY[name])

    old, new = taken(before), taken(after)
    failures = [
        (version, f"{path.parent.name}/{path.name}", why)
        for version, outcomes in (("before", before), ("after", after))
        for path in paths
        if (why := outcomes[path].not_read) is not None
    ]
    return SetReport(name, len(paths), old, new, differences(old, new), tuple(failures))


def table(reports: list[SetReport], *, every_field: bool = False) -> str:
    """Lay out the counts: a total for each set, then its fields, by default those that differ."""
    head = f"{'set and field':<52}" + "".join(f"{column:>9}" for column in _COLUMNS)
    lines = [head, "-" * len(head)]
    for each in reports:
        counts = _counts(each)
        total = [sum(row[column] for row in counts.values()) for column in range(len(_COLUMNS))]
        lines.append(_row(f"{each.name} ({each.documents} documents)", total))
        missing = Counter(version for version, _, _ in each.not_read)
        lines += [
            f"  not read {version}: {missing[version]}" for version in ("before", "after") if missing[version]
        ]
        lines += [
            _row(f"  {field}", counts[field])
            for field in sorted(counts)
            if every_field or any(counts[field][2:])
        ]
    return "\n".join(lines)


def _counts(each: SetReport) -> dict[str, list[int]]:
    changed = [new for _, new in each.differences.changed]
    columns = (each.before, each.after, each.differences.gained, each.differences.lost, changed)
    counters = [Counter(fact.name for fact in facts) for facts in columns]
    return {name: [counter[name] for counter in counters] for name in set().union(*counters)}


def _row(name: str, counts: list[int]) -> str:
    return f"{name:<52}" + "".join(f"{count:>9}" for count in counts)


def listing(reports: list[SetReport]) -> str:
    """List every difference under its document: ``+`` gained, ``-`` lost, ``~`` changed, with its place."""
    lines: list[str] = []
    for each in reports:
        by_document: dict[str, list[tuple[int, str]]] = {}
        for mark, facts in (("+", each.differences.gained), ("-", each.differences.lost)):
            for fact in facts:
                by_document.setdefault(fact.document, []).append(
                    (fact.start, f"{mark} {fact.name} {_shown(fact)}")
                )
        for old, new in each.differences.changed:
            by_document.setdefault(old.document, []).append(
                (old.start, f"~ {old.name} {_shown(old)} -> {_shown(new)}")
            )
        for version, document, why in each.not_read:
            by_document.setdefault(document, []).append((-1, f"! not read {version}: {why}"))
        for document in sorted(by_document):
            lines.append(f"{each.name}: {document}")
            lines += [f"  {words}" for _, words in sorted(by_document[document])]
    return "\n".join(lines)


def _shown(fact: Fact) -> str:
    words = " ".join(fact.value.split())
    return f"{words if len(words) <= 90 else words[:87] + '...'} [{fact.start}:{fact.end}]"


def compare(base: str, head: str | None, sample: int | None) -> list[SetReport]:
    """Read every set with both versions. Raises UnknownRevision."""
    sets = {name: files(name, sample) for name in SETS}
    paths = [path for members in sets.values() for path in members]
    with source_of(base) as source:
        before = read_all(source, paths, f"before ({base})")
    with source_of(head) as source:
        after = read_all(source, paths, f"after ({head or 'work tree'})")
    return [report(name, members, before, after) for name, members in sets.items()]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.compare", description=__doc__)
    parser.add_argument("--base", required=True, metavar="REV", help="the revision to compare with")
    parser.add_argument("--head", metavar="REV", help="the revision to compare; default: the work tree")
    parser.add_argument("--errors", action="store_true", help="list each difference with its place")
    parser.add_argument("--all", action="store_true", help="show the fields that do not differ, too")
    parser.add_argument("--sample", type=int, metavar="N", help="read N documents of each set; default: all")
    return parser.parse_args()


def main() -> int:
    """Print the report. Exit 1 when the real documents are not here, 2 for an unknown revision."""
    arguments = _arguments()
    if not SHARED.is_dir():
        sys.stderr.write(f"the real documents are not here: no folder {SHARED.name} beside the checkout\n")
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the work tree is removed then, too
    try:
        reports = compare(arguments.base, arguments.head, arguments.sample)
    except UnknownRevision as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if arguments.errors:
        sys.stdout.write(f"{listing(reports)}\n\n")
    sys.stdout.write(f"{table(reports, every_field=arguments.all)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
