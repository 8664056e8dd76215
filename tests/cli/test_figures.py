import pytest

from armsdocket.cli.figures import bounded, count, money


@pytest.mark.parametrize(
    ("amount", "currency", "words", "reason"),
    [
        (930_000_000, "USD", "USD 930 million", "round millions are worded"),
        (2_316_000_000, "USD", "USD 2.316 billion", "billions to the million"),
        (96_510_000, "USD", "USD 96.51 million", "ten thousands are kept"),
        (89_951_041, "USD", "USD 89,951,041", "no digit is lost"),
        (0, "USD", "USD 0", "zero stated is zero shown"),
        (309_000_000, None, "309 million", "no currency is invented"),
        (1_000_000_000, "EUR", "EUR 1 billion", "no trailing point"),
        (640_000, "USD", "USD 640,000", "below a million in figures"),
    ],
)
def test_money(amount: int, currency: str | None, words: str, reason: str) -> None:
    assert money(amount, currency) == words, reason


def test_bounds_stand_before_the_figure() -> None:
    assert bounded("5,000", "at most") == "at most 5,000"
    assert bounded("5,000", "exactly") == "5,000"


def test_counts_agree_with_their_noun() -> None:
    assert [count(n, "case") for n in (0, 1, 2)] == ["0 cases", "1 case", "2 cases"]
