# ruff: noqa: E501 - the documents have long lines
"""Corrections in contract posts: what is right is read, what was wrong is not."""

import pytest

from armsdocket.reading.claims import Reading, Transfer
from armsdocket.reading.notices import contract_post
from tests.reading.notices import paper

OPENING = "The contract announced on May 6, 2025, for the Alpha Rotor Co., Mesa, Arizona"
SALE = "The award is a foreign military sale to Norway."


def read(words: str) -> Reading:
    return contract_post.read(paper.plain(f"Contracts for May 8, 2025\n\nARMY\n\nCORRECTION: {words}\n"))


def claim_of(words: str) -> Transfer:
    (claim,) = read(words).claims
    assert isinstance(claim, Transfer)
    return claim


def fields(claim: Transfer) -> dict[str, object]:
    names = (
        "buyer",
        "contract",
        "modification",
        "value",
        "stage",
        "stage_date",
        "channel",
        "polarity",
        "place",
    )
    return {name: field.value for name in names if (field := getattr(claim, name))}


def test_parts_of_a_correction() -> None:
    claim = claim_of(
        "The $7,000,000 modification (P00012) to contract W58RGZ-24-C-0007 announced on May 6, 2025, for the Alpha "
        "Rotor Co., Mesa, Arizona, incorrectly listed foreign military sales to Sweden as its only purpose. It also "
        "serves American forces, and the buyer by foreign military sales is Norway. All other details were right."
    )
    assert fields(claim) == {
        "buyer": "NO",
        "contract": "W58RGZ-24-C-0007",
        "modification": "P00012",
        "value": 7_000_000,
        "stage": "contracted",
        "stage_date": "2025-05-06",
        "channel": "FMS",
        "place": "Mesa, Arizona",
    }
    assert [name.value for name in claim.contractors] == ["Alpha Rotor Co."]
    assert [day.value for day in claim.corrects] == ["2025-05-06"]


@pytest.mark.parametrize(
    ("words", "name", "value", "reason"),
    [
        (f"{OPENING}, had a wrong number. The correct contract number is W58RGZ-25-C-0008.", "contract", "W58RGZ-25-C-0008", "the right number"),
        (f"{OPENING}, should give the contract number as W58RGZ-25-C-0008, not W58RGZ-25-C-0009.", "contract", "W58RGZ-25-C-0008", "the wrong one stands behind"),
        (f"{OPENING} (W58RGZ-25-C-0009), is right.", "contract", "W58RGZ-25-C-0009", "a number that nothing corrects"),
        (f"{OPENING}, for $5,000,000 had an incorrect amount. The correct amount is $6,000,000.", "value", 6_000_000, "the right sum"),
        (f"{OPENING}, for $5,000,000 had an incorrect dollar amount.", "value", None, "a wrong sum alone"),
        (f"{OPENING}, gave no sum. The amount of the award is $6,000,000.", "value", 6_000_000, "a sum left out before"),
        (f"{OPENING}, for $5,000,000 had an incorrect day.", "value", 5_000_000, "a sum that nothing corrects"),
        (f"{OPENING}, had an incorrect award date. The correct award date is May 7, 2025.", "stage_date", "2025-05-07", "the right day"),
        (f"{OPENING}, is actually being awarded today.", "stage_date", "2025-05-08", "today is the day of the post"),
        (f"{OPENING}, had an incorrect award date. The correct award date is still open.", "stage_date", None, "a wrong day alone"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 50 else "",
)  # fmt: skip
def test_what_is_right(words: str, name: str, value: object, reason: str) -> None:
    assert fields(claim_of(f"{words} {SALE}")).get(name) == value, reason


def test_the_company_s_country_is_no_buyer() -> None:
    claim = claim_of(
        "The contract announced on May 6, 2025, to Beta Air, Emmen, Switzerland, had an incorrect award date. "
        "It involves foreign military sales."
    )
    assert claim.buyer is None
    assert [name.value for name in claim.contractors] == ["Beta Air"]


def test_a_denied_sale() -> None:
    claim = claim_of(
        "The Alpha Rotor Co., Mesa, Arizona, modification (P00012) to contract W58RGZ-24-C-0007 was announced on "
        "May 6, 2025. The contract is not a foreign military sale to Norway."
    )
    assert fields(claim) == {
        "buyer": "NO",
        "contract": "W58RGZ-24-C-0007",
        "modification": "P00012",
        "polarity": "denied",
        "place": "Mesa, Arizona",
    }


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (f"The contract announced yesterday for the Alpha Rotor Co. was wrong. {SALE}", "no day is given"),
        (f"{OPENING}, was not awarded. {SALE}", "there is no award"),
        (f"The agency was unable to award the contract announced on May 6, 2025. {SALE}", "nor here"),
    ],
)
def test_what_is_not_understood_is_reported(words: str, reason: str) -> None:
    reading = read(words)
    assert (reading.claims, [problem.rule for problem in reading.problems]) == ((), ["correction"]), reason


def test_each_sentence_is_read_left_out_or_reported() -> None:
    reading = read(
        f"{OPENING}, had an incorrect award date. {SALE} The funds are of fiscal 2025. All other information was "
        "right. It buys nine rotors, not ten."
    )
    assert len(reading.claims) == 1
    assert [part.rule for part in reading.ignored].count("correction of other parts") == 2
    (problem,) = reading.problems
    assert problem.rule == "correction"
    assert problem.passage is not None
    assert "nine rotors" in problem.passage.words(reading.document.text)


def test_a_correction_for_american_forces_is_left_out() -> None:
    reading = read(f"{OPENING}, had an incorrect award date. The correct award date is May 7, 2025.")
    assert (reading.claims, reading.problems) == ((), ())
