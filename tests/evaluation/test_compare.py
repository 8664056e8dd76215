import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.compare import report, table
from evaluation.differences import differences
from evaluation.facts import Fact, facts
from evaluation.versions import ROOT, Outcome, UnknownRevision, read_all, source_of

NOTICE = b"""CONTRACTS

ARMY

Example Missiles Corp., Tucson, Arizona, was awarded a $9,000,000 contract for Foreign
Military Sales to Kosovo. Work will be performed in Tucson, Arizona. Army Contracting
Command is the contracting activity.
"""


def sourced(value: object, start: int, end: int, **more: object) -> dict[str, Any]:
    return {"value": value, "as_written": "", "passage": {"start": start, "end": end}, **more}


def fact(value: str = "6", start: int = 10, end: int = 13, field: str = "items[].quantity") -> Fact:
    return Fact("notice.txt", "transfer", field, value, start, end)


def test_a_record_is_taken_apart_into_fields_without_places_in_lists() -> None:
    quantity = sourced(246, 40, 43, bound="at most")
    items = [
        sourced("FGM-148 Javelin", 50, 57, article="fgm-148", quantity=quantity),
        sourced("LWCLU", 60, 65),
    ]
    record = {
        "document": {"kind": "news", "evidence": {"authors": [sourced("A. Writer", 1, 9)]}},
        "claims": [{"kind": "transfer", "reader": "x/1", "rule": "y", "items": items, "buyer": None}],
        "problems": [{"what": "a clause nobody reads", "rule": "clause", "passage": {"start": 3, "end": 4}}],
    }
    assert {(each.name, each.value, each.start, each.end) for each in facts("a.txt", record)} == {
        ("document.kind", "news", 0, 0),
        ("document.authors[]", "A. Writer", 1, 9),
        ("transfer.items[]", "FGM-148 Javelin", 50, 57),
        ("transfer.items[]", "LWCLU", 60, 65),
        ("transfer.items[].article", "fgm-148", 50, 57),
        ("transfer.items[].quantity", "246", 40, 43),
        ("transfer.items[].quantity.bound", "at most", 40, 43),
        ("problem.clause", "a clause nobody reads", 3, 4),
    }


@pytest.mark.parametrize(
    ("before", "after", "counts", "reason"),
    [
        ([fact()], [fact()], (0, 0, 0), "nothing differs"),
        ([], [fact()], (1, 0, 0), "a new fact is gained"),
        ([fact()], [], (0, 1, 0), "a fact gone is lost"),
        ([fact("6")], [fact("246")], (0, 0, 1), "another value at the same place is a change"),
        (
            [fact("6", 10, 13)],
            [fact("six", 12, 20)],
            (0, 0, 1),
            "another value where passages touch is a change",
        ),
        (
            [fact("6", 10, 13)],
            [fact("6", 90, 93)],
            (0, 0, 1),
            "the same value from another place is a change",
        ),
        (
            [fact("6", 10, 13)],
            [fact("7", 90, 93)],
            (1, 1, 0),
            "another value elsewhere is one gained, one lost",
        ),
        ([fact()], [fact(field="items[]")], (1, 1, 0), "fields are not mixed"),
        ([fact()], [fact(), fact()], (1, 0, 0), "a fact stated twice counts twice"),
    ],
)
def test_differences(
    before: list[Fact], after: list[Fact], counts: tuple[int, int, int], reason: str
) -> None:
    found = differences(before, after)
    assert (len(found.gained), len(found.lost), len(found.changed)) == counts, reason


FACTS = st.lists(
    st.builds(
        fact,
        st.sampled_from("123"),
        st.integers(0, 6),
        st.integers(6, 9),
        st.sampled_from(["buyer", "items[]"]),
    )
)


@given(FACTS, FACTS, st.randoms())
def test_order_does_not_matter_and_the_counts_add_up(
    before: list[Fact], after: list[Fact], random: Any
) -> None:
    found = differences(before, after)
    mixed = random.sample(before, len(before)), random.sample(after, len(after))
    assert differences(*mixed) == found
    assert len(before) - len(found.lost) == len(after) - len(found.gained)


def test_the_table_shows_fields_that_differ_and_documents_not_read() -> None:
    paths = [Path("set/a.txt"), Path("set/b.txt")]
    before = {
        paths[0]: Outcome(facts=(fact("6"), fact("KS", 1, 3, "buyer"))),
        paths[1]: Outcome(not_read="fell over"),
    }
    after = {paths[0]: Outcome(facts=(fact("246"), fact("KS", 1, 3, "buyer"))), paths[1]: Outcome()}
    lines = table([report("news", paths, before, after)]).splitlines()[2:]
    assert [line.split() for line in lines] == [
        ["news", "(2", "documents)", "2", "2", "0", "0", "1"],
        ["not", "read", "before:", "1"],
        ["transfer.items[].quantity", "1", "1", "0", "0", "1"],
    ]


def test_texts_labelled_for_statements_give_no_other_fact() -> None:
    path = Path("text/a.txt")
    outcome = {path: Outcome(facts=(fact(), Fact("a", "statement", "words", "we", 1, 3)))}
    assert len(report("PolNeAR dev", [path], outcome, outcome).after) == 1


def program(folder: Path, read: str) -> Path:
    """Write a program whose reader does ``read`` with the text of a document."""
    for name, code in (
        ("__init__", ""),
        ("documents/__init__", ""),
        ("documents/load", "def load(content, address): return content.decode()"),
        ("reading/__init__", ""),
        ("reading/read", f"def read(text):\n    {read}\n    return text"),
        ("reading/record", 'def encode(text): return b\'{"problems": [{"what": "read", "rule": "all"}]}\''),
    ):
        path = folder / "armsdocket" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("read", "why"),
    [
        ("if 'bad' in text: raise KeyError(text)", "KeyError: 'bad'"),
        ("import os\n    if 'bad' in text: os._exit(3)", "the process ended while reading it"),
    ],
)
def test_a_version_that_fails_on_one_document_reads_the_rest(tmp_path: Path, read: str, why: str) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("a", "b", "c")]
    for path, words in zip(paths, ("good", "bad", "good"), strict=True):
        path.write_text(words, encoding="utf-8")
    outcomes = read_all(program(tmp_path / "src", read), paths, "before")
    assert [outcomes[path].not_read for path in paths] == [None, why, None]
    assert len(outcomes[paths[2]].facts) == 1


def in_git() -> bool:
    asked = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, check=False)  # noqa: S607
    return asked.returncode == 0


needs_git = pytest.mark.skipif(not in_git(), reason="this is no git checkout with a commit")


@needs_git
def test_the_work_tree_of_a_revision_goes_away_even_after_a_failure() -> None:
    def fail() -> Path:
        with source_of("HEAD") as source:
            assert (source / "armsdocket" / "__init__.py").is_file()
            seen.append(source)
            raise InterruptedError

    seen: list[Path] = []
    with pytest.raises(InterruptedError):
        fail()
    assert not seen[0].parent.exists()
    trees = subprocess.run(
        ["git", "-C", str(ROOT), "worktree", "list"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(seen[0].parent) not in trees.stdout


@needs_git
def test_an_unknown_revision_is_said() -> None:
    with pytest.raises(UnknownRevision, match="no-such-name"), source_of("no-such-name"):
        pass


def test_a_version_is_read_from_its_own_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(NOTICE)
    made_up = read_all(program(tmp_path / "src", "pass"), [path], "before")[path]
    assert [each.name for each in made_up.facts] == ["problem.all"]
    mine = read_all(ROOT / "src", [path], "after")[path]
    assert ("document.kind", "contract post") in {(each.name, each.value) for each in mine.facts}
