"""The commands end to end, on the samples: what a newcomer sees."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

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
