from pathlib import Path

import msgspec
import pytest

from evaluation.floors import MARGIN, Floors, breaches, load, raised, save
from evaluation.scores import Score


def score(*, right: int, gold: int = 10, found: int = 10) -> Score:
    return Score(corpus="made up", family="sums", documents=1, right=right, gold=gold, found=found)


@pytest.mark.parametrize(
    ("right", "floor", "said", "reason"),
    [
        (9, 0.9, 0, "a floor that is met says nothing"),
        (8, 0.9, 1, "a floor undercut is said"),
        (10, 0.9, 0, "better is no breach"),
    ],
)
def test_breaches(right: int, floor: float, said: int, reason: str) -> None:
    floors = Floors(measured_on={}, floors={"made up: sums": floor})
    assert len(breaches([score(right=right)], floors)) == said, reason


def test_a_row_that_vanishes_is_a_breach() -> None:
    assert breaches([], Floors(measured_on={}, floors={"made up: sums": 0.5})) == [
        "made up: sums: has a floor of 0.500 but was not measured"
    ]


def test_raising_never_lowers() -> None:
    floors = Floors(measured_on={}, floors={"made up: sums": 0.95})
    assert raised([score(right=5)], floors).floors == {"made up: sums": 0.95}
    assert raised([score(right=10)], floors).floors == {"made up: sums": 1.0 - MARGIN}


def test_a_peer_gets_no_floor() -> None:
    row = msgspec.structs.replace(score(right=9), peer=True)
    assert raised([row], Floors(measured_on={}, floors={})).floors == {}


def test_a_file_of_floors_is_read_back_as_written(tmp_path: Path) -> None:
    floors = Floors(measured_on={"seed": "0" * 64}, floors={"made up: sums": 0.95})
    save(floors, tmp_path / "floors.yaml")
    assert load(tmp_path / "floors.yaml") == floors


@pytest.mark.parametrize(
    ("right", "gold", "found", "f1"),
    [(3, 4, 3, 6 / 7), (0, 4, 0, 0.0), (0, 0, 0, 1.0), (0, 0, 2, 0.0)],
)
def test_f1(right: int, gold: int, found: int, f1: float) -> None:
    assert score(right=right, gold=gold, found=found).f1 == pytest.approx(f1)
