"""``python -m fuzz``: mutate documents, read them, count what goes wrong.

Every fault is kept as a file that ``python -m fuzz --again FILE`` reads once more.
"""

import argparse
import hashlib
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

import msgspec

from armsdocket.reading.read import READERS
from fuzz.mutation import Mutator
from fuzz.seeds import SHARED, Seed, seeds
from fuzz.verdict import Verdict, judge

FAULTS = ("crash", "hang", "broken")


class Tally:
    """What a run found: outcomes, the slowest input, and each different fault once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outcomes: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.slowest = (0.0, "")
        self.claims = self.size = 0

    def add(self, given: Seed, verdict: Verdict) -> None:
        """Count one input; keep it when it shows a fault not seen before, or is the slowest."""
        self.outcomes[verdict.outcome] += 1
        self.claims += verdict.claims
        self.size += len(given.content)
        if verdict.seconds > self.slowest[0]:
            self.slowest = (verdict.seconds, str(self._keep(given, "slowest")))
        if verdict.outcome in FAULTS:
            fault = describe(verdict)
            self.faults[fault] += 1
            if self.faults[fault] == 1:
                digest = hashlib.sha256(fault.encode()).hexdigest()[:8]
                sys.stderr.write(f"{fault}\n  {self._keep(given, f'{verdict.outcome}-{digest}')}\n")

    def _keep(self, given: Seed, what: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{what}.json"
        path.write_bytes(msgspec.json.encode(given))
        return path

    def table(self) -> str:
        """Lay out the counts."""
        total = sum(self.outcomes.values())
        lines = [f"{total:>10,} inputs, {self.size / max(1, total):,.0f} bytes each, {self.claims:,} claims"]
        lines += [f"{self.outcomes[name]:>10,} {name}" for name in ("read", "refused", *FAULTS)]
        lines.append(f"{self.slowest[0]:>10.3f} s the slowest input: {self.slowest[1]}")
        lines += [f"{count:>10,} x {fault}" for fault, count in self.faults.most_common()]
        return "\n".join(lines)


def describe(verdict: Verdict) -> str:
    """Name a fault by its kind and the innermost place in the program, so that each is told once."""
    frames = [
        f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(verdict.error.__traceback__ if verdict.error else None)
        if "armsdocket" in frame.filename
    ]
    words = str(verdict.error).split(": ")[0][:90] if verdict.outcome == "broken" else ""
    place = words or (frames[-1] if frames else "outside the program")
    if verdict.outcome == "hang":
        place = " > ".join(frames[-3:])
    return f"{verdict.outcome}: {type(verdict.error).__name__} at {place}"


def run(inputs: int, number: int, folder: Path) -> Tally:
    """Read so many inputs; progress on standard error twice a minute."""
    mutator, tally = Mutator(seeds(), number), Tally(folder)
    start = said = time.monotonic()
    for count in range(1, inputs + 1):
        given = mutator.next()
        verdict = judge(given.content, given.name, given.kind)
        tally.add(given, verdict)
        if time.monotonic() - said > 30:
            said = time.monotonic()
            sys.stderr.write(f"{count:,} inputs, {count / (said - start):,.0f} a second\n")
            sys.stderr.flush()
    return tally


def again(path: Path) -> int:
    """Read one kept input once more, without a limit; let its fault show itself."""
    given = msgspec.json.decode(path.read_bytes(), type=Seed)
    verdict = judge(given.content, given.name, given.kind, limit=0)
    sys.stdout.write(f"{verdict.outcome} in {verdict.seconds:.3f} s\n")
    if verdict.error is not None:
        traceback.print_exception(verdict.error)
    return 1 if verdict.outcome in FAULTS else 0


def main() -> int:
    """Run and print the counts; exit 1 when there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1, help="the same number gives the same inputs")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where faults are kept")
    parser.add_argument("--again", type=Path, metavar="FILE", help="read one kept input once more")
    arguments = parser.parse_args()
    if arguments.again is not None:
        return again(arguments.again)
    if not SHARED.is_dir():
        sys.stderr.write("the real documents are not here: mutating the samples only\n")
    for kind in READERS:
        judge(b"Warm-up.", "a.txt", kind, limit=0)  # vocabularies load once
    tally = run(arguments.inputs, arguments.seed, arguments.keep)
    sys.stdout.write(f"{tally.table()}\n")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
