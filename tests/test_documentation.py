"""What the documentation names must exist: commands, options, make targets, files."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from armsdocket.cli.main import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
GROUP = get_command(app)
COMMANDS = GROUP.commands  # type: ignore[attr-defined]  # the root of several commands is a group


def options(command: str) -> set[str]:
    return {flag for parameter in COMMANDS[command].params for flag in parameter.opts}


def calls(text: str) -> list[str]:
    return re.findall(r"^(?:\$ |    )(armsdocket [a-z].+)$", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_named_exists(page: Path) -> None:
    for call in calls(page.read_text(encoding="utf-8")):
        words = call.split("#")[0].split()
        assert words[1] in COMMANDS, f"{page.name}: {call}"
        named = {word.split("=")[0] for word in words if word.startswith("--")}
        assert named <= options(words[1]) | {"--docket"}, f"{page.name}: {call}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_and_file_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([a-z]+)", text):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target
    for name in re.findall(r"`((?:src|tests|docs|evaluation|bench|\.ci)/[\w./-]+)`", text):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_an_example_in_its_help_and_stands_in_the_readme(name: str) -> None:
    assert f"Example: armsdocket {name}" in (COMMANDS[name].help or ""), f"{name} has no example"
    assert f"armsdocket {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
