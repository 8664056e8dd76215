"""Which sum of a sentence belongs to which of the transfers told in it."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in

SUMS: list[tuple[str, list[int | None], str]] = [
    (
        "Spain pledged Ukraine six HIMARS, and Chile paid 30 million euros for trucks.",
        [None],
        "a side clause says who else pays",
    ),
    (
        "Peru bought 24 Gripen jets in a deal valued at $3 billion and 12 Caesar howitzers for $90 million.",
        [3_000_000_000, 90_000_000],
        "a sum looks to the goods before it",
    ),
    (
        "Peru placed a $3 billion order for 24 Gripen jets and a $90 million order for 12 Caesar howitzers.",
        [3_000_000_000, 90_000_000],
        "a sum before an order looks to the goods behind it",
    ),
    (
        "The contract for 24 Gripen jets for Peru is worth $3 billion, of which $9 million is for training.",
        [3_000_000_000],
        "a part of the sum is not the sum",
    ),
    (
        "Chile ordered 10 Gripen jets for $3 billion, and Peru bought the same number for $2 billion.",
        [3_000_000_000, 2_000_000_000],
        "goods told of once for two buyers",
    ),
    (
        "Peru plans to buy K-8 jets at a cost of $57 million after an order of Czech L-159 jets was blocked.",
        [57_000_000, None],
        "a clause of its own begins with 'after'",
    ),
    (
        "Peru bought 12 Gripen jets from Sweden at $90 million apiece, or about $1 billion in all.",
        [1_000_000_000],
        "what one costs is told of the sum before",
    ),
    (
        "For its 10 billion euro fighter programme, Peru ordered 64 Gripen jets from Sweden.",
        [None],
        "a programme is more than a sale",
    ),
]


@pytest.mark.parametrize(("text", "sums", "why"), SUMS)
def test_sums(text: str, sums: list[int | None], why: str) -> None:
    assert [transfer.value.value if transfer.value else None for transfer in transfers_in(text)] == sums, why
