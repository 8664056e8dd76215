"""Who is told to be the supplier of whom."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in

SUPPLIERS = [
    ("Russia is India's largest arms supplier.", [("IN", "RU")], "the owner is supplied"),
    ("Norway remains the main supplier of weapons to Peru.", [("PE", "NO")], "'to' says to whom"),
    ("Peru's oldest arms supplier, Norway, has asked for payment.", [("PE", "NO")], "named behind a comma"),
    ("Norway is a large arms supplier.", [], "to nobody named"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SUPPLIERS)
def test_suppliers(text: str, expected: list[tuple[str, str]], why: str) -> None:
    told = [
        (told.buyer and told.buyer.value, told.seller and told.seller.value) for told in transfers_in(text)
    ]
    assert told == expected, why
