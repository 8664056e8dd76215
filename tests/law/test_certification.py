"""Certification beyond its worked cases: what cannot be told, what must be said, what is refused."""

from datetime import date
from typing import Any

import pytest

from armsdocket.errors import LawError
from armsdocket.law.certification import certify

ON = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("given", "required", "why"),
    [
        ({}, None, "nothing is known"),
        ({"total": 60e6}, None, "equipment may still reach its threshold"),
        ({"mde": 20e6}, None, "the total may still reach its threshold"),
        ({"total": 24e6}, False, "equipment is part of the total"),
        ({"mde": 120e6}, True, "equipment reaches its threshold, whatever the total"),
        ({"mde": 0, "total": 0}, False, "nothing is sold"),
        ({"channel": "lease"}, None, "the term is not given"),
        ({"channel": "dcs", "firearms": True}, None, "no value is given"),
        ({"channel": "transfer", "total": 5e9, "exception": "maintenance"}, False, "an exception of 3(d)(4)"),
    ],
)
def test_missing_values_are_not_guessed(given: dict[str, Any], required: bool | None, why: str) -> None:
    assert certify("PL", ON, **given).required is required, why


@pytest.mark.parametrize(
    ("buyer", "on", "given", "words"),
    [
        (
            "KW",
            date(2026, 9, 1),
            {"mde": 15e6, "total": 60e6},
            "H.R. 3138 (119th Congress) would change the answer",
        ),
        ("KW", date(2026, 9, 1), {"mde": 15e6, "total": 60e6}, "No raise of the thresholds was found"),
        ("KW", date(2025, 6, 1), {"mde": 15e6, "total": 60e6}, "CRS RL31675 of 28 March 2025"),
        ("NATO", ON, {"mde": 15e6, "total": 20e6}, "not named in 36(b)(6)"),
        ("PL", ON, {"mde": 15e6, "total": 20e6, "new_territory": True}, "general thresholds apply"),
        ("PL", ON, {"mde": 30e6, "total": 60e6}, "practice takes 'or'"),
        ("DE", ON, {"total": 1e6, "channel": "dcs", "firearms": True}, "grade U"),
        ("UA", ON, {"total": 1e6, "channel": "transfer", "donor": "DE"}, "Ukraine, not of Germany"),
        (
            "BH",
            ON,
            {"total": 1e6, "lease_months": 24, "channel": "lease"},
            "joint resolution of section 63 needs",
        ),
        ("BH", ON, {"total": 1e6, "lease_months": 61, "channel": "lease"}, "A lease runs at most 5 years"),
        ("EG", date(1981, 1, 5), {"mde": 8e6, "total": 8e6}, "R1.2 "),
    ],
)
def test_a_caveat_is_said_where_it_matters(buyer: str, on: date, given: dict[str, Any], words: str) -> None:
    assert any(words in caveat for caveat in certify(buyer, on, **given).caveats)


def test_no_bill_is_named_when_it_changes_nothing() -> None:
    assert not any(
        "H.R." in caveat for caveat in certify("KW", date(2026, 9, 1), mde=15e6, total=5e9).caveats
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"mde": 30e6, "total": 20e6}, r"mde \(\$30 million\) is more than total \(\$20 million\)"),
        ({"total": -1}, "total is -1"),
        ({"total": float("nan")}, "total is nan"),
        ({"channel": "transfer", "exception": "gift"}, "no exception 'gift'"),
        ({"channel": "barter"}, "unknown channel"),
    ],
)
def test_a_question_without_sense_is_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(LawError, match=message):
        certify("PL", ON, **given)


def test_the_reason_names_the_test_and_the_rule() -> None:
    assert certify("XK", date(2024, 1, 11), total=75e6).reason == (
        "A certification is required: $75 million in all reaches $50 million (36(b); R1.3)."
    )
