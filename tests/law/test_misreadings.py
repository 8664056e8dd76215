"""Passages that misstate the law, and passages that state it well."""

import time
from datetime import date
from pathlib import Path

import msgspec
import pytest

from armsdocket.law.misreadings import check, misreadings
from armsdocket.vocabulary import datafile

ROWS = misreadings()
WRONG = [(row.id, text) for row in ROWS for text in row.examples]
RIGHT = [(row.id, text) for row in ROWS for text in row.correct_examples]


class Statements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    misstated: dict[str, list[str]]
    stated: dict[str, list[str]]


TABLE = datafile.decode(
    Path(__file__).with_name("statements.yaml").read_bytes(), Statements, "statements.yaml"
)
MISSTATED = [(id, text) for id, texts in TABLE.misstated.items() for text in texts]
STATED = [(id, text) for id, texts in TABLE.stated.items() for text in texts]


@pytest.mark.parametrize(("id", "text"), WRONG, ids=lambda value: value)
def test_an_example_is_marked_under_its_own_row(id: str, text: str) -> None:
    assert [found.id for found in check(text)] == [id]


@pytest.mark.parametrize(("id", "text"), RIGHT, ids=lambda value: value)
def test_a_correct_example_is_not_marked(id: str, text: str) -> None:
    assert [found.as_written for found in check(text)] == []


@pytest.mark.parametrize(("id", "text"), MISSTATED, ids=lambda value: value)
def test_a_misstatement_is_marked_whatever_its_wording(id: str, text: str) -> None:
    assert id in {found.id.split(".")[0] for found in check(text)}


@pytest.mark.parametrize(("id", "text"), STATED, ids=lambda value: value)
def test_the_law_stated_well_is_not_marked(id: str, text: str) -> None:
    assert [found.as_written for found in check(text)] == []


def test_every_misreading_has_examples_of_both_kinds() -> None:
    assert {row.id.split(".")[0] for row in ROWS} == {f"MR{number}" for number in range(1, 33)}
    for row in ROWS:
        assert row.examples, row.id
        assert row.correct_examples, row.id


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (
            "It is certain that it “will be proceeded to the Congress by the department for final approval”.",
            ["Congress by the department for final approval"],
        ),
        ("The sale still needs\nfinal approval from Congress.", ["needs\nfinal approval from Congress"]),
        ("“Congress must sign off before anything is shipped,” he said.", ["Congress must sign off"]),
        ("Lawmakers approved the sale in February.", ["Lawmakers approved the sale"]),
        ("The State Department approved the possible sale.", []),
        ("No approval by Congress is needed.", []),
        ("Kosovo is not in NATO: Congress has 30 days to review.", []),
        ("The review period ended without a law prohibiting it.", []),
        ("Peruvian Congress approved the purchase.", []),
    ],
)
def test_passages_are_exact(text: str, passages: list[str]) -> None:
    found = check(text)
    assert [one.as_written for one in found] == passages
    assert all(text[one.start : one.end] == one.as_written for one in found)


@pytest.mark.parametrize(
    ("on", "marked"),
    [(None, False), (date(2022, 11, 2), False), (date(2023, 4, 3), False), (date(2023, 4, 4), True)],
)
def test_the_day_of_the_text_decides_the_group(on: date | None, marked: bool) -> None:
    assert bool(check("Congress has 30 days to review the sale to Finland.", on)) == marked


def test_a_long_text_must_speak_of_arms() -> None:
    other_news = "The library opens at nine. " * 60
    sentence = "The reform still needs final approval from Congress. "
    assert not check(other_news + sentence + other_news)
    assert check(other_news + "The missiles wait. " + sentence + other_news)


@pytest.mark.parametrize("piece", ["0", "'", "congress ", "the sale of ", "30 days. ", "\n", "a"], ids=repr)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size] + " Congress must approve the sale of missiles."
        start = time.perf_counter()
        check(text)
        return time.perf_counter() - start

    small, large = seconds(20_000), seconds(160_000)
    assert large < 40 * small + 0.5


@pytest.mark.parametrize(
    ("text", "marked", "reason"),
    [
        ("Sales to Israel were reviewed by Congress for 15 days in 2005.", True, "not named before 2010"),
        ("Sales to Israel were reviewed by Congress for 15 days in 2015.", False, "named by then"),
        ("Sales to Israel were reviewed by Congress for 15 days in 2010.", False, "named within that year"),
        ("Before 2024 Congress had 30 days to review a sale to Sweden.", False, "no member before"),
        ("Since 2024 Congress has had 30 days to review a sale to Sweden.", True, "a member from then on"),
    ],
)
def test_a_year_in_the_sentence_decides_the_group(text: str, marked: bool, reason: str) -> None:
    assert bool(check(text)) == marked, reason


@pytest.mark.parametrize(
    ("text", "marked", "reason"),
    [
        ("Congress must approve the sale. That is not so.", False, "taken back at once"),
        ("Some say Congress must approve the sale. It does not.", False, "denied shortly"),
        ("Congress approved it. “It did nothing of the sort,” he said.", False, "denied in another's words"),
        ("Congress must approve the sale. It is worth $75 million.", True, "told further"),
        ("Congress must approve the sale. It does not include launchers.", True, "denies something else"),
    ],
)
def test_a_statement_that_the_next_sentence_takes_back_is_not_marked(
    text: str, marked: bool, reason: str
) -> None:
    assert bool(check(text)) == marked, reason


@pytest.mark.parametrize(
    ("text", "marked", "reason"),
    [
        (
            "Whether Norway buys or Nigeria, Congress always has 30 days to review.",
            True,
            "said of both groups",
        ),
        ("Congress always has 30 days to review a sale to Nigeria.", False, "true of the one named"),
    ],
)
def test_a_rule_for_every_buyer_may_name_buyers_of_both_groups(text: str, marked: bool, reason: str) -> None:
    assert bool(check(text)) == marked, reason
