"""Two versions of the program side by side: a revision in a work tree of its own, read in its own process."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from evaluation.facts import Fact, facts

ROOT = Path(__file__).resolve().parent.parent


class UnknownRevision(Exception):
    """A name that git does not know as a revision."""


class Outcome(msgspec.Struct, frozen=True):
    """What one version made of one document: its facts, or why it was not read."""

    facts: tuple[Fact, ...] = ()
    not_read: str | None = None


@contextmanager
def source_of(revision: str | None) -> Iterator[Path]:
    """Give the ``src`` folder of a revision, or of the work tree as it stands for None.

    The revision stands in a temporary git work tree, which is removed in every case.
    Raises UnknownRevision.
    """
    if revision is None:
        yield ROOT / "src"
        return
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        raise UnknownRevision(f"{revision}: git knows no such revision; see git log")
    with tempfile.TemporaryDirectory(prefix="armsdocket-compare-") as folder:
        tree = Path(folder) / "tree"
        try:
            added = _git("worktree", "add", "--detach", "--quiet", str(tree), commit.stdout.strip())
            if added.returncode:
                raise UnknownRevision(f"{revision}: cannot be checked out: {added.stderr.strip()}")
            yield tree / "src"
        finally:
            _git("worktree", "remove", "--force", str(tree))
            _git("worktree", "prune")


def read_all(source: Path, paths: list[Path], label: str) -> dict[Path, Outcome]:
    """Read the documents with the program in ``source``, one process, progress on standard error.

    A document that takes the process down counts as not read; a new process goes on after it.
    """
    outcomes: dict[Path, Outcome] = {}
    waiting = list(paths)
    while waiting:
        for answer in _answers(source, waiting):
            path = waiting.pop(0)
            outcomes[path] = _outcome(path, answer)
            if sys.stderr.isatty():
                _progress(f"\r{label}: {len(outcomes)} of {len(paths)} documents")
        if waiting:
            outcomes[waiting.pop(0)] = Outcome(not_read="the process ended while reading it")
    start = "\r" if sys.stderr.isatty() else ""
    _progress(f"{start}{label}: {len(outcomes)} documents\n")
    return outcomes


def _progress(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()


def _answers(source: Path, paths: list[Path]) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as names:
        names.write("\n".join(str(path) for path in paths))
        names.seek(0)
        with subprocess.Popen(
            [sys.executable, "-m", "evaluation.version_reader"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(source), "PYTHONHASHSEED": "0"},
            stdin=names,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None  # noqa: S101 - asked for above
            for line in process.stdout:
                if not line.endswith(b"\n"):
                    return  # cut off: the process ended while it wrote
                yield json.loads(line)


def _outcome(path: Path, answer: dict[str, Any]) -> Outcome:
    if "not_read" in answer:
        return Outcome(not_read=answer["not_read"])
    return Outcome(facts=tuple(facts(f"{path.parent.name}/{path.name}", answer)))


def _git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False)
