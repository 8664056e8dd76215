"""Plain nouns that stand for goods named elsewhere."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in
from tests.reading.news.transfer.test_wordings import Told, told

STAND_INS: list[tuple[str, list[Told], str]] = [
    (
        "Peru wants Patriot missiles badly. It ordered two batteries in May.",
        [("PE", None, "Patriot", 2, "contracted")],
        "batteries are of what was named of their class",
    ),
    (
        "Kenya ordered 118 Hizir armoured personnel carriers. Uganda bought 15 vehicles.",
        [("KE", None, "Hizir", 118, "contracted"), ("UG", None, "Hizir", 15, "contracted")],
        "another buyer's vehicles of the kind named before",
    ),
    (
        "Peru bought two ships of bananas.",
        [],
        "nothing of their class is named",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), STAND_INS)
def test_stand_ins(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
