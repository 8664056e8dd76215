"""Where the real documents stand, for the tests that read them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "corpus").is_dir(), reason=f"the real documents are not here: no folder {SHARED}"
)
