"""The page on corrections shows a file that the program takes."""

import re
from pathlib import Path

from armsdocket.docket.corrections import read_file

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "corrections.md"


def test_the_file_shown_is_taken_and_holds_every_kind(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert shown is not None
    (tmp_path / "corrections.yaml").write_text(shown[1], encoding="utf-8")
    kinds = [correction.kind for correction in read_file(tmp_path / "corrections.yaml")]
    assert kinds == ["join", "split", "not the same", "misread"]
