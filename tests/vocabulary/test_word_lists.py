"""The lists of all data files: no word stands twice in one, and none is read by nobody."""

from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

import armsdocket
from armsdocket.vocabulary import transfer_terms

DATA = sorted(Path(str(each)) for each in (resources.files("armsdocket") / "vocabulary" / "data").iterdir())


def _repeated(value: Any, place: str) -> list[str]:
    """Give each word that stands twice in one list, with the place of the list."""
    if isinstance(value, dict):
        return [word for key, each in value.items() for word in _repeated(each, f"{place}/{key}")]
    if not isinstance(value, list):
        return []
    words = [each for each in value if isinstance(each, str)]
    inner = [word for each in value for word in _repeated(each, place)]
    return [f"{place}: {word}" for word in sorted({one for one in words if words.count(one) > 1})] + inner


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    assert _repeated(yaml.safe_load(path.read_text(encoding="utf-8")), path.name) == []


def test_every_list_of_transfer_terms_is_read() -> None:
    package = Path(armsdocket.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    unread = [
        name for name in transfer_terms.word_lists() if f'"{name}"' not in code and f"<{name}>" not in code
    ]
    assert unread == []
