"""Runs the command as a user does: a process of its own, with its own docket."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest


class Outcome(msgspec.Struct, frozen=True):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def armsdocket(tmp_path: Path) -> Run:
    """Return a function that runs ``armsdocket`` with a docket of this test's own."""

    def run(*words: str | Path, given: bytes = b"", docket: Path | str | None = None) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "armsdocket", *map(str, words)],
            input=given,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "ARMSDOCKET": str(docket or tmp_path / "test.db"), "COLUMNS": "80"},
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
