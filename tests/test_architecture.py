"""The rooms and the way the arrows run between them."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "armsdocket"
MAY_IMPORT: dict[str, set[str]] = {
    "vocabulary": set(),
    "documents": set(),
    "reading": {"vocabulary", "documents"},
    "law": {"vocabulary"},
    "docket": {"reading", "law", "documents", "vocabulary"},
    "sources": {"documents"},
    "publishing": {"docket", "law"},
    "cli": {
        "vocabulary",
        "documents",
        "reading",
        "law",
        "docket",
        "sources",
        "publishing",
        "samples",
        "cli",
    },
    "batch": {"documents", "reading"},
    "samples": set(),
}
# Inside the reading of news, from the first to the last: a group imports those before it only.
NEWS = ("page", "force", "speech", "statement", "transfer")
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 500
HOMELESS_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names = [node.module]
            if node.module == "armsdocket":
                names = [f"armsdocket.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("armsdocket.")}
    return rooms - {"errors", "__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    room = path.relative_to(SOURCE).parts[0]
    if room.endswith(".py"):
        allowed = {"cli"} if room == "__main__.py" else set()
    else:
        allowed = MAY_IMPORT[room] | {room}
    assert imported_rooms(path) <= allowed


@pytest.mark.parametrize("group", NEWS)
def test_the_groups_of_the_news_reading_are_in_order(group: str) -> None:
    before = {*NEWS[: NEWS.index(group) + 1]}
    for path in sorted((SOURCE / "reading" / "news" / group).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"^from armsdocket\.reading\.news\.(\w+)", text, re.MULTILINE)) <= before, path


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_are_short_and_named_by_a_noun(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= MOST_LINES
    assert path.stem not in HOMELESS_NAMES


def test_every_room_says_what_it_is() -> None:
    for room in MAY_IMPORT:
        folder = SOURCE / room
        if folder.is_dir():
            doc = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
            assert doc, f"{room}/__init__.py has no docstring"
