"""Buyers and donors told without a verb of their own."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in
from tests.reading.news.transfer.test_wordings import Told, told

GAPPED: list[tuple[str, list[Told], str]] = [
    (
        "Jordan ordered eight F-16 jets, and Bulgaria an additional eight. Norway has 52 of them.",
        [
            ("JO", None, "F-16 Fighting Falcon", 8, "contracted"),
            ("BG", None, "F-16 Fighting Falcon", 8, "contracted"),
        ],
        "another buyer without a verb of its own",
    ),
    (
        "Norway signed a contract for 12 K9 howitzers in 2020, with Finland taking 20 more.",
        [("NO", None, "K9 Thunder", 12, "contracted"), ("FI", None, "K9 Thunder", 20, "contracted")],
        "who takes more of them is no partner of the first",
    ),
    (
        "Russia donated six used MiG-29 jets to Serbia in 2017, and Belarus four more.",
        [("RS", "RU", "MiG-29", 6, "delivered"), ("RS", "BY", "MiG-29", 4, "delivered")],
        "another donor without a verb of its own",
    ),
    (
        "Sweden sold 12 Gripen jets to Peru and 10 to Chile.",
        [("PE", "SE", "JAS 39 Gripen", 12, "contracted"), ("CL", "SE", "JAS 39 Gripen", 10, "contracted")],
        "a number and who gets it",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), GAPPED)
def test_gapped(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
