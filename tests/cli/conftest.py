"""Runs the command as a user does: a process of its own, with its own docket."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from armsdocket.samples import paths


class Outcome(msgspec.Struct, frozen=True):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def armsdocket(tmp_path: Path) -> Run:
    """Return a function that runs ``armsdocket`` with a docket of this test's own."""
    return runner(tmp_path)


@pytest.fixture(scope="session")
def samples_docket(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a docket with the samples filed; tests that write copy it."""
    folder = tmp_path_factory.mktemp("samples")
    assert runner(folder)("add", *paths()).code == 0
    return folder / "test.db"


@pytest.fixture
def filed(samples_docket: Path, tmp_path: Path) -> Run:
    """Return a function that runs ``armsdocket`` on a copy of the docket that holds the samples."""
    with sqlite3.connect(samples_docket) as source, sqlite3.connect(tmp_path / "test.db") as copy:
        source.backup(copy)
    source.close()
    copy.close()
    return runner(tmp_path)


def runner(tmp_path: Path) -> Run:
    """Run the command in a process of its own, in ``tmp_path``."""

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
