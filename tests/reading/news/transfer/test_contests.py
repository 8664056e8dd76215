"""Goods that compete for one order, each with who offers them."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in

CONTESTS = [
    (
        "Peru has shortlisted the Swedish Gripen E, the French Rafale and the South Korean FA-50.",
        {("PE", "SE", "considered"), ("PE", "FR", "considered"), ("PE", "KR", "considered")},
        "each on the short list has its own maker",
    ),
    (
        (
            "Peru's air force has been offered second-hand F-16s of Denmark, Russian MiG-35s, Indian Tejas "
            "and the Chinese JF-17."
        ),
        {("PE", "DK", "offered"), ("PE", "RU", "offered"), ("PE", "IN", "offered"), ("PE", "CN", "offered")},
        "each that is offered comes from elsewhere",
    ),
    (
        "In Peru's tender, KAI with its FA-50 and HAL with the Tejas are the two contenders.",
        {("PE", "KR", "offered"), ("PE", "IN", "offered")},
        "who competes with the goods offers them",
    ),
    (
        "Peru shortlisted the Gripen.",
        set(),
        "one alone is no contest",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CONTESTS)
def test_contests(text: str, expected: set[tuple[str, str, str]], why: str) -> None:
    told = {
        (
            transfer.buyer.value if transfer.buyer else None,
            transfer.seller.value if transfer.seller else None,
            transfer.stage.value if transfer.stage else None,
        )
        for transfer in transfers_in(text)
    }
    assert told == expected, why
