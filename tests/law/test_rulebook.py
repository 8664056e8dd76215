"""The rule files: what the loader refuses, and what every row must have."""

import re
from datetime import date
from pathlib import Path

import pytest

import armsdocket.law
from armsdocket.errors import LawError
from armsdocket.law import explain, misreadings, proposals, rulebook, threshold
from armsdocket.law.rulebook import Rule, read_rows

ROW = "id: X1, section: s, says: words, citation: c, confidence: A, source: t"
FOLDER = Path(armsdocket.law.__file__).parent


def file(*rows: str, shared: str = "") -> bytes:
    head = f"about: a\nas_of: 2026-11-23\nshared: {{{shared}}}\nrows:\n"
    return (head + "".join(f"  - {{{row}}}\n" for row in rows)).encode()


def test_a_good_row_is_read() -> None:
    (rule,) = read_rows(file(f"{ROW}, from: 2020-01-01, to: null"), Rule, "rules/x.yaml")
    assert [rule.holds(date(2019, 12, 31)), rule.holds(date(2020, 1, 1))] == [False, True]


def test_rows_take_what_their_family_and_their_file_state() -> None:
    family = (
        "says: common, citation: c, confidence: A, rows: "
        "[{id: X1}, {id: X2, says: own, confidence: B}, {citation: d, rows: [{id: X3}]}]"
    )
    shared = "section: s, source: t, from: null, to: null"
    alone = "id: X4, says: alone, citation: e, confidence: C, section: other"
    read = read_rows(file(family, alone, shared=shared), Rule, "rules/x.yaml")
    assert [(row.id, row.says, row.citation, row.confidence, row.section) for row in read] == [
        ("X1", "common", "c", "A", "s"),
        ("X2", "own", "c", "B", "s"),
        ("X3", "common", "d", "A", "s"),
        ("X4", "alone", "e", "C", "other"),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (file(f"{ROW}, from: null, to: null, rows: []"), "family {.*X1.*}: it has no rows"),
        (file(f"{ROW}, from: null, to: null, rows: X2"), "family {.*X1.*}: 'rows' holds no list of rows"),
        (file(f"{ROW}, from: null, to: null, rows: [{{}}, {{}}]"), "row X1: the id stands twice"),
        (file("from: null, to: null, rows: [{id: X2, colour: red}]"), "row X2: .*"),
        (file(f"{ROW}, from: 2020-01-01, to: null, colour: red"), r"x\.yaml, row X1: .*colour"),
        (file(f"{ROW}, from: 2020-01-01"), r"row X1: .*to"),
        (file(f"{ROW}, from: 2020-01-01, to: 2020-01-01"), "row X1: 'from' 2020-01-01 is not before"),
        (file(f"{ROW}, from: 2020-13-01, to: null"), "row X1: Invalid RFC3339"),
        (file(f"{ROW}, from: null, to: null", f"{ROW}, from: null, to: null"), "row X1: the id stands twice"),
        (file(f"{ROW}, from: null, from: null, to: null"), "twice"),
        (file(f"{ROW}, from: null, to: null".replace("citation: c", 'citation: " "')), "'citation' is empty"),
        (
            file(f"{ROW}, from: null, to: null".replace("confidence: A", "confidence: D")),
            "row X1: .*confidence",
        ),
        (b"rows: []", "x.yaml breaks its schema"),
        (b"rows: [", "x.yaml is not valid YAML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_a_bad_file_is_refused_with_its_name_and_row(content: bytes, message: str) -> None:
    with pytest.raises(LawError, match=message):
        read_rows(content, Rule, "rules/x.yaml")


def test_ids_are_unique_across_the_files() -> None:
    ids = [rule.id for rule in explain.rules()] + [row.id for row in misreadings.misreadings()]
    assert len(ids) == len(set(ids))


def test_each_family_of_misreadings_stands_in_one_file() -> None:
    files = rulebook.folder("misreadings")
    numbers = [{row.number for row in rulebook.rows(file, misreadings.Misreading)} for file in files]
    assert sum(map(len, numbers)) == len(set().union(*numbers))


def test_a_missing_folder_of_rules_is_told() -> None:
    with pytest.raises(LawError, match="rule folder nowhere is missing"):
        rulebook.folder("nowhere")


def test_every_rule_file_is_explained() -> None:
    named = {path.stem for path in (FOLDER / "rules").glob("*.yaml")}
    assert named == {*explain.FILES, "sentences", "misreading_parts"}


def test_one_rule_shows_its_dates_citation_grade_and_quirk() -> None:
    shown = explain.rule("r2.1")
    assert (shown.from_, shown.to, shown.confidence) == ("2002-09-30", None, "A")
    assert "36(b)(6)" in shown.citation
    assert shown.quirk
    assert "or" in shown.quirk
    assert shown.values == {"group": "raised", "mde": 25_000_000, "total": 100_000_000, "dc": 300_000_000}
    with pytest.raises(LawError, match="no rule 'R99'"):
        explain.rule("R99")


@pytest.mark.parametrize(
    ("id", "words"), [("R11", "near it: R11.1, R11.2"), ("R6.55", "R6.5"), ("NOPE", "ids are like R1.0")]
)
def test_an_unknown_rule_is_answered_with_near_ones(id: str, words: str) -> None:
    with pytest.raises(LawError, match=re.escape(words)):
        explain.rule(id)


def test_rules_are_listed_by_section_and_day() -> None:
    assert {rule.section for rule in explain.rules("36(c)")} == {
        "36(c)",
        "36(c)(4)",
        "36(c) satellite",
        "36(c) treaty",
    }
    assert "R1.1" not in {rule.id for rule in explain.rules("36(b)", date(2024, 1, 1))}


def test_no_proposed_value_is_ever_a_threshold() -> None:
    proposed = {
        value
        for bill in proposals.proposals()
        for limits in (bill.general, bill.raised)
        if limits
        for value in (limits.mde, limits.total, limits.dc, limits.firearms)
        if value
    }
    law = {
        value
        for row in rulebook.rows("thresholds", threshold.ThresholdRule)
        for value in (row.mde, row.total, row.dc, row.firearms)
    }
    assert proposed
    assert not proposed & law


def test_an_enacted_bill_is_no_proposal() -> None:
    row = f"{ROW}, from: null, to: null, name: n, enacted: true, general: null, raised: null"
    with pytest.raises(LawError, match=r"thresholds\.yaml"):
        read_rows(file(row), proposals.Proposal, "rules/x.yaml")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_code_holds_no_number_of_law(path: Path) -> None:
    code = re.sub(r'"""(?s:.*?)"""|#.*', "", path.read_text(encoding="utf-8"))
    assert not re.findall(r"(?<![\w.\"])(?:19|20)\d\d(?![\w\"])|\b(?:30|45|25|14|200|7)(?:_000_000)\b", code)
