"""The commands end to end, on the samples: what a newcomer sees."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from armsdocket.docket.oversight import LISTS
from armsdocket.reading.record import schema
from armsdocket.samples import paths
from tests.cli.conftest import Run

SAMPLES = list(paths())
ARTICLE = next(path for path in SAMPLES if path.name == "news-article.html")


def test_a_record_follows_its_schema_and_every_passage_states_its_words(armsdocket: Run) -> None:
    done = armsdocket("read", *SAMPLES, "--format", "jsonl")
    assert done.code == 0, done.err
    records = [json.loads(line) for line in done.out.splitlines()]
    assert len(records) == len(SAMPLES)
    for record in records:
        Draft202012Validator(schema()).validate(record)
        text = record["document"]["text"]
        for start, end, words in passages([record["claims"], record["document"]["evidence"]]):
            assert text[start:end] == words


def passages(value: object) -> list[tuple[int, int, str]]:
    if isinstance(value, list):
        return [found for member in value for found in passages(member)]
    if not isinstance(value, dict):
        return []
    found = [triple for member in value.values() for triple in passages(member)]
    if "as_written" in value:
        found.append((value["passage"]["start"], value["passage"]["end"], value["as_written"]))
    return found


def test_the_samples_make_one_case(filed: Run) -> None:
    case = json.loads(filed("case", "23-22", "--format", "json").out)
    assert (case["buyer"], case["seller"], case["channel"]) == ("XK", "US", "FMS")
    assert case["clock"]["received"] == "2024-01-11"
    assert (case["clock"]["days"], case["clock"]["last_day"]) == (30, "2024-02-10")
    quantities = {item["quantity"] for item in case["items"]}
    assert {246, 24} <= quantities
    assert any("H.J.Res. 108" in resolution["number"] for resolution in case["resolutions"])
    assert case["remarks"], "the article's final approval is marked"
    assert case["conflicts"], "the article's about 250 stands beside 246"


def test_a_case_fits_eighty_columns_and_is_plain_when_piped(filed: Run) -> None:
    lines = filed("case", "23-22").out.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert not any("\x1b" in line for line in lines)


@pytest.mark.parametrize(
    ("form", "starts"),
    [("csv", "key,"), ("json", "["), ("atom", "<?xml"), ("ics", "BEGIN:VCALENDAR")],
)
def test_lists_come_in_every_format(filed: Run, form: str, starts: str) -> None:
    done = filed("cases", "--format", form)
    assert done.code == 0, done.err
    assert done.out.startswith(starts)


def test_adding_twice_changes_nothing_and_says_so(filed: Run) -> None:
    before = filed("cases", "--format", "json").out
    again = filed("add", ARTICLE)
    assert (again.code, "already in the docket" in again.out) == (0, True)
    assert filed("cases", "--format", "json").out == before


def test_verify_and_rebuild_agree_with_what_was_filed(filed: Run) -> None:
    before = filed("case", "23-22", "--format", "json").out
    assert filed("verify").code == 0
    assert filed("rebuild").code == 0
    assert filed("case", "23-22", "--format", "json").out == before


def test_search_opens_at_the_passage(filed: Run) -> None:
    done = filed("search", "command launch units")
    assert done.code == 0
    assert "case 23-22" in done.out


def test_hits_come_as_rows_that_open_the_text(filed: Run) -> None:
    rows = json.loads(filed("search", "command launch units", "--format", "json").out)
    assert {"23-22"} == {key for row in rows for key in row["cases"] if key[0].isdigit()}
    table = filed("search", "command launch units", "--format", "csv").out.splitlines()
    assert len(table) == len(rows) + 1
    assert table[0] == "document,address,kind,published,title,cases,start,end,words"


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_every_oversight_list_comes_in_every_format(filed: Run, name: str, form: str) -> None:
    done = filed("watch", name, "--date", "2024-01-20", "--format", form)
    assert done.code == 0, done.err
    if form == "text":
        assert done.out.startswith("23-22") == (name == "reviews"), "the one review that runs that day"
    else:
        assert done.out.startswith("list,key,title" if form == "csv" else "[")


def test_any_two_versions_are_compared(armsdocket: Run, tmp_path: Path) -> None:
    page = tmp_path / "story.txt"
    story = "Kosovo asks the United States for {} Javelin missiles.\nPublished January 11, 2024.\n"
    for number in (246, 250, 246, 300):
        page.write_text(story.format(number))
        assert armsdocket("add", page).code == 0
    done = armsdocket("versions", page)
    assert ["FROM 1 TO 2" in done.out, "FROM 2 TO 3" in done.out] == [True, True]
    assert armsdocket("versions", page, "--between", "1,3").out.count("“246”") == 1
    (change,) = json.loads(armsdocket("versions", page, "--between", "3,1", "--format", "json").out)[
        "changes"
    ]
    assert [(one["before"], one["after"]) for one in change["changes"]] == [("300", "246")]
    assert change["lost"]
    for wrong in ("1", "0,2", "1,9"):
        assert armsdocket("versions", page, "--between", wrong).code == 2


def test_standard_input_is_a_document(armsdocket: Run) -> None:
    done = armsdocket("read", "-", "--format", "jsonl", given=ARTICLE.read_bytes())
    assert json.loads(done.out)["document"]["kind"] == "news"


def test_demo_prints_the_case_and_what_to_try_next(armsdocket: Run, tmp_path: Path) -> None:
    done = armsdocket("demo", "--docket", tmp_path / "demo.db")
    assert done.code == 0, done.err
    assert "case 23-22" in done.out
    assert "TRY NEXT" in done.out


def test_an_unknown_case_names_its_neighbours(filed: Run) -> None:
    done = filed("case", "23-23")
    assert done.code == 1
    assert "23-22" in done.err
    assert len(done.err.splitlines()) == 1
