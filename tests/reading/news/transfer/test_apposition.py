"""What a number of goods is made up of."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in
from tests.reading.news.transfer.test_wordings import Told, told

SPELT_OUT: list[tuple[str, list[Told], str]] = [
    (
        "Norway handed over two ships to Peru - a patrol vessel and two landing craft.",
        [("PE", "NO", "patrol vessel", 1, "delivered"), ("PE", "NO", "amphibious ship", 2, "delivered")],
        "a dash spells out what the ships are",
    ),
    (
        "Norway handed over 12 howitzers to Peru - a country with tanks and drones.",
        [("PE", "NO", "howitzer", 12, "delivered")],
        "what stands behind the dash are no kinds of howitzers",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPELT_OUT)
def test_spelt_out(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
