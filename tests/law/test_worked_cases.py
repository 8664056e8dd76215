"""The worked cases: tables that a lawyer can read (``cases/*.yaml``), each row a question and its answer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
from msgspec import UNSET, UnsetType

from armsdocket.law.certification import certify
from armsdocket.law.changes import enhancement
from armsdocket.law.publication import lag
from armsdocket.law.resolution_clock import discharge
from armsdocket.law.review import review
from armsdocket.vocabulary import datafile

FOLDER = Path(__file__).parent / "cases"
HOW_MANY = 52


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    as_of: date | UnsetType = UNSET
    certified: date | UnsetType = UNSET
    delivery: date | UnsetType = UNSET
    printed: date | UnsetType = UNSET
    channel: str | UnsetType = UNSET
    donor: str | UnsetType = UNSET
    mde: int | UnsetType = UNSET
    total: int | UnsetType = UNSET
    dc: int | UnsetType = UNSET
    lease_months: int | UnsetType = UNSET
    emergency: bool | UnsetType = UNSET
    firearms: bool | UnsetType = UNSET
    new_territory: bool | UnsetType = UNSET


class Expect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    days: int | UnsetType = UNSET
    last_day: str | UnsetType | None = UNSET
    waived: bool | UnsetType = UNSET
    group: str | UnsetType = UNSET
    required: bool | UnsetType = UNSET
    met: tuple[str, ...] | UnsetType = UNSET
    printed: bool | UnsetType = UNSET
    report: bool | UnsetType = UNSET
    report_by: str | UnsetType | None = UNSET
    reach_until: str | UnsetType = UNSET
    separate_offer: bool | UnsetType = UNSET
    from_: str | UnsetType = UNSET


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    case: int
    says: str
    ask: Literal["review", "certify", "enhancement", "discharge", "lag"]
    confidence: str
    given: Given
    expect: Expect
    buyer: str = ""
    received: date | None = None
    on: date = date.max


class Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cases: tuple[Case, ...]


CASES = [
    case
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in datafile.decode(path.read_bytes(), Cases, path.name).cases
]
ASK: dict[str, Callable[[Case, dict[str, Any]], Any]] = {
    "review": lambda case, given: review(case.buyer, case.received, **given),
    "certify": lambda case, given: certify(case.buyer, case.on, **given),
    "enhancement": lambda case, given: enhancement(case.buyer, given.pop("certified"), case.on, **given),
    "discharge": lambda case, given: discharge(case.on, case.buyer, **given),
    "lag": lambda case, given: lag(case.on, given.pop("printed"), **given),
}


def stated(struct: msgspec.Struct) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(struct).items() if value is not UNSET}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.case}-{case.ask}-{case.says}")
def test_worked_case(case: Case) -> None:
    answer = ASK[case.ask](case, stated(case.given))
    expected = stated(case.expect)
    assert expected
    assert {name: getattr(answer, name) for name in expected} == expected
    assert answer.rules
    assert answer.reason.endswith(".")


def test_every_worked_case_is_in_the_table() -> None:
    assert {case.case for case in CASES} == set(range(1, HOW_MANY + 1))
