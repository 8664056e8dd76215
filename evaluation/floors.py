"""Floors under the accuracy: what was reached may not be lost unnoticed."""

from pathlib import Path

import msgspec

from evaluation.corpus import SETS, fingerprint
from evaluation.scores import Score

FLOORS = Path(__file__).resolve().parent / "floors.yaml"
# A floor stands this far under what was measured: less than one fact of the smallest family.
MARGIN = 0.002


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """F1 floors by row of the table, and the hash of each set they were measured on."""

    measured_on: dict[str, str]
    floors: dict[str, float]


def load(path: Path = FLOORS) -> Floors:
    """Read the file of floors; an absent file holds none."""
    if not path.exists():
        return Floors(measured_on={}, floors={})
    return msgspec.yaml.decode(path.read_bytes(), type=Floors)


def breaches(scores: list[Score], floors: Floors) -> list[str]:
    """Say which floors are undercut, were not measured, or rest on other documents: a sentence each."""
    by_key = {score.key: score for score in scores}
    words = []
    for key, floor in sorted(floors.floors.items()):
        if key not in by_key:
            words.append(f"{key}: has a floor of {floor:.3f} but was not measured")
        elif by_key[key].f1 < floor:
            words.append(f"{key}: F1 {by_key[key].f1:.4f} is under its floor of {floor:.4f}")
    words += [
        f"{name}: the labelled documents are not those the floors were measured on"
        for name, digest in sorted(floors.measured_on.items())
        if fingerprint(name) != digest
    ]
    return words


def raised(scores: list[Score], floors: Floors) -> Floors:
    """Return the floors lifted to what was measured; none is ever lowered."""
    lifted = {
        score.key: max(floors.floors.get(score.key, 0.0), round(max(0.0, score.f1 - MARGIN), 4))
        for score in scores
        if not score.peer
    }
    measured = {score.corpus for score in scores} & set(SETS)
    return Floors(
        measured_on=floors.measured_on | {name: fingerprint(name) for name in measured},
        floors=floors.floors | lifted,
    )


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors in a fixed order."""
    ordered = Floors(
        measured_on=dict(sorted(floors.measured_on.items())), floors=dict(sorted(floors.floors.items()))
    )
    path.write_bytes(msgspec.yaml.encode(ordered))
