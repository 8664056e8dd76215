"""Bad input: one clear line each on standard error, the rest goes on, nothing filed before is lost."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from armsdocket.samples import paths
from tests.cli.conftest import Run

NOTICE = next(path for path in paths() if path.name == "agency-notice.html")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("spaces.txt", b" \n\t ", "empty"),
        ("program", b"\x7fELF\x02\x01\x01" + bytes(200), "program"),
        ("noise.txt", bytes(range(256)) * 40, ""),
        ("broken.json", b'{"congress": 118, "number": ', "JSON"),
        ("truncated.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "PDF"),
        ("word.docx", b"PK\x03\x04" + bytes(100), "ZIP"),
        ("hollow.html", b"<html><body><script>1</script></body></html>", ""),
    ],
)
def test_one_line_and_exit_code_one(
    filed: Run, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    before = (tmp_path / "test.db").read_bytes()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    for command in ("read", "add"):
        done = filed(command, name)
        failures = [line for line in done.err.splitlines() if name in line]
        assert (done.code, len(failures)) == (1, 1), done.err
        assert said.lower() in failures[0].lower()
        assert "Traceback" not in done.err
    assert (tmp_path / "test.db").read_bytes() == before


def test_a_file_of_two_hundred_megabytes_is_refused_without_being_read(
    armsdocket: Run, tmp_path: Path
) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    done = armsdocket("read", "huge.txt")
    assert done.code == 1
    assert "too large" in done.err


def test_one_bad_file_among_a_hundred_costs_only_itself(armsdocket: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(99):
        (folder / f"{number:03}.txt").write_text(f"Note {number}. Two frigates visited the port.\n")
    (folder / "050a.txt").write_bytes(b"")
    done = armsdocket("add", folder)
    assert done.code == 1
    assert "99 documents filed" in done.err
    assert sum("050a.txt" in line for line in done.err.splitlines()) == 1


def test_a_document_without_a_date_is_filed(armsdocket: Run, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(
        "Latvia has asked to buy HIMARS launchers from the United States, its defence ministry said.\n"
    )
    assert armsdocket("add", "undated.txt").code == 0


def test_unknown_encodings_are_read_with_a_note(armsdocket: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("Vu\u010di\u0107 said \u201eno\u201c.\n".encode("cp1250") * 20)
    done = armsdocket("read", "old.txt")
    assert done.code == 0
    assert "decoded as" in done.out


def test_a_docket_of_a_newer_program_is_refused_and_left_alone(armsdocket: Run, tmp_path: Path) -> None:
    docket = tmp_path / "newer.db"
    armsdocket("add", NOTICE, docket=docket)
    with sqlite3.connect(docket) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        assert tables
        raise_version(connection)
    connection.close()
    before = docket.read_bytes()
    done = armsdocket("cases", docket=docket)
    assert done.code == 1
    assert "newer" in done.err
    assert docket.read_bytes() == before


def raise_version(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
    connection.commit()


def test_a_file_that_is_no_docket_is_refused_and_left_alone(armsdocket: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear editor,\n")
    done = armsdocket("cases", docket=tmp_path / "letter.db")
    assert done.code == 1
    assert "letter.db" in done.err
    assert (tmp_path / "letter.db").read_text() == "Dear editor,\n"


@pytest.mark.parametrize(
    "words",
    [
        ["review", "--buyer", "Atlantis", "--received", "2024-01-11"],
        ["review", "--buyer", "XK", "--received", "2024-13-11"],
        ["review", "--buyer", "XK", "--received", "2024-07-25", "--adjourned", "August"],
        ["review", "--buyer", "XK", "--received", "2024-07-25", "--adjourned", "2024-09-08..2024-08-03"],
        ["review", "--buyer", "BR", "--received", "2024-07-25", "--satellite"],
        ["certify", "--buyer", "PL", "--date", "2024-06-03", "--total", "3e400"],
        ["certify", "--buyer", "UA", "--date", "2024-06-03", "--total", "1", "--donor", "Atlantis"],
        ["law", "rules", "--section", "99"],
        ["law", "printing", "--delivered", "2026-02-30"],
        ["cases", "--since", "yesterday"],
        ["cases", "--format", "xml"],
        ["certify", "--buyer", "PL", "--date", "2024-06-03", "--mde", "lots"],
        ["nosuchcommand"],
        ["read", ""],
        ["cases", "--stage", "sold"],
        ["search", "missiles", "--kind", "rumour"],
        ["search", '"launch units'],
        ["law", "rule", "R0.0"],
        ["certify", "--buyer", "PL", "--date", "2024-06-03", "--mde", "25e6", "--total", "10e6"],
        ["review", "--buyer", "Congo", "--received", "2024-01-11"],
        ["cases", "--since", "2024-02-31"],
        ["search", "missiles", "--until", "2024-13"],
        ["watch", "reviews", "--date", "2024-02-30"],
        ["watch", "reviews", "--within", "99999999999"],
        ["watch", "reviews", "--within", "-1"],
        ["watch", "rumours"],
        ["versions", "a.html", "--format", "csv"],
        ["versions", "-"],
        ["versions", ""],
        ["case", " "],
        ["cases", "--buyer", ""],
        ["cases", "--article", ""],
        ["search", "missiles", "--speaker", ""],
        ["law", "rules", "--section", ""],
        ["law", "roles", "--date", ""],
        ["watch", "contracts", "--within", "7"],
        ["--docket", "one.db", "cases", "--docket", "two.db"],
        ["--docket", "", "cases"],
        ["cases", "--docket", ""],
        ["search", ""],
        ["search", "*"],
        ["read"],
    ],
)
def test_wrong_usage_has_exit_code_two(armsdocket: Run, words: list[str]) -> None:
    done = armsdocket(*words)
    assert done.code == 2
    assert "Traceback" not in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cases", "--since", "2024-02-31"], "--since 2024-02-31: not a date of the calendar; write it as"),
        (["search", "missiles", "--until", "May"], "--until May: not a date of the calendar; write it as"),
        (["watch", "reviews", "--date", "May"], "--date May: not a day of the calendar; write it as"),
        (["search", "?"], "there is no word to search for; give one"),
    ],
)
def test_a_message_names_the_option_and_says_what_to_do(armsdocket: Run, words: list[str], said: str) -> None:
    assert said in armsdocket(*words).err


@pytest.mark.parametrize("inside", [None, "README.md", ".hidden"])
def test_a_folder_without_documents_is_said(armsdocket: Run, tmp_path: Path, inside: str | None) -> None:
    (tmp_path / "folder").mkdir()
    if inside:
        (tmp_path / "folder" / inside).write_text("A note.\n")
    for command in ("read", "add"):
        done = armsdocket(command, "folder")
        assert done.code == 1
        assert "folder: the folder holds no document; name another" in done.err


def _with_data_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command with the user's data in a folder, and no docket named."""
    clear = {name: value for name, value in os.environ.items() if name != "ARMSDOCKET"}
    return subprocess.run(
        [sys.executable, "-m", "armsdocket", *words],
        env=clear | {"XDG_DATA_HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = _with_data_in(tmp_path / "file", "add", str(NOTICE))
    assert done.returncode == 1
    assert "the docket's folder cannot be made" in done.stderr
    assert "--docket" in done.stderr


def test_an_empty_list_is_told_beside_the_output(filed: Run) -> None:
    done = filed("cases", "--buyer", "Poland")
    assert (done.code, done.out) == (0, "")
    assert "No case in the docket answers that." in done.err


def test_a_question_makes_no_folder(tmp_path: Path) -> None:
    done = _with_data_in(tmp_path / "data", "cases")
    assert done.returncode == 1
    assert "armsdocket add makes one" in done.stderr
    assert not (tmp_path / "data").exists()


def test_the_last_days_of_the_calendar_are_days(filed: Run) -> None:
    done = filed("watch", "reviews", "--date", "9999-12-31", "--within", "36500")
    assert (done.code, "Traceback" in done.err) == (0, False)


@pytest.mark.parametrize("form", ["text", "json"])
def test_closed_standard_output_is_said(samples_docket: Path, form: str) -> None:
    command = f"{sys.executable} -m armsdocket --docket {samples_docket} case 23-22 --format {form} >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)  # noqa: S607
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "armsdocket: standard output is closed; send the result to a file or a pipe"
    ]


def test_a_pipe_is_not_waited_for(armsdocket: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = armsdocket("read", "pipe")
    assert done.code == 1
    assert "no regular file" in done.err


def test_a_name_that_is_no_text_is_filed(armsdocket: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"note\xff.txt")
    (tmp_path / name).write_text("Two frigates visited the port of Split on Monday.\n")
    done = armsdocket("add", tmp_path / name)
    assert done.code == 0, done.err


def test_a_reader_that_goes_away_stops_the_program_without_a_word(samples_docket: Path) -> None:
    command = f"{sys.executable} -m armsdocket --docket {samples_docket} case 23-22 | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)  # noqa: S607
    assert done.stdout.endswith("case 23-22\n")
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_in_one_line(samples_docket: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "armsdocket", "--docket", str(samples_docket), "case", "23-22"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_closed_standard_input_is_said(armsdocket: Run, tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m armsdocket read - <&-"],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "standard input is closed" in done.stderr
