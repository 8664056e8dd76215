"""The review clock beyond its worked cases: reasons, caveats, options, refusals."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.errors import LawError
from armsdocket.law.changes import enhancement
from armsdocket.law.resolution_clock import discharge
from armsdocket.law.review import CHANNELS, review

BUYERS = ["XK", "PL", "JP", "KR", "IL", "NATO", "NSPA", "JO", "FI", "AE"]


@pytest.mark.parametrize(
    ("buyer", "received", "reason"),
    [
        (
            "XK",
            date(2024, 1, 11),
            "neither a NATO member nor one of Japan, Australia, the Republic of Korea, Israel and New",
        ),
        (
            "FI",
            date(2023, 4, 3),
            "30 calendar days: Finland joins NATO only on 4 April 2023, and membership on the day counts",
        ),
        (
            "pl",
            date(2024, 6, 3),
            "15 calendar days: Poland has been a member of NATO since 12 March 1999 (36(b)(1)).",
        ),
        (
            "Kosovo",
            date(1995, 1, 2),
            "Kosovo is neither a NATO member nor one of Japan, Australia and New Zealand",
        ),
        ("AE", date(2024, 6, 3), "30 calendar days: the United Arab Emirates is neither"),
    ],
)
def test_the_reason_can_be_quoted(buyer: str, received: date, reason: str) -> None:
    assert reason in review(buyer, received).reason


@pytest.mark.parametrize(
    ("buyer", "received", "options", "words"),
    [
        ("XK", date(2024, 1, 11), {}, "Saturday"),
        ("XK", date(2024, 1, 11), {}, "silence is not a vote"),
        ("TW", date(2024, 12, 20), {}, "new Congress begins on 3 January 2025"),
        ("JO", date(2024, 6, 3), {}, "major non-NATO ally has no effect"),
        ("NSPA", date(2024, 6, 3), {}, "general thresholds"),
        ("IL", date(2023, 12, 8), {"emergency": True}, "still sent and published"),
        ("EG", date(1978, 6, 1), {}, "R6.1 .* has grade B"),
        ("XK", None, {}, "No document gives the day"),
        ("XK", date(2027, 6, 1), {}, "last checked on 23 November 2026"),
        ("XK", date(2024, 1, 11), {"exclude_adjournment": True}, "no earlier than this"),
        ("XK", date(2024, 1, 11), {}, "day of receipt itself is not counted is grade B"),
        ("KR", date(2024, 6, 3), {}, "named from 15 October 2008 on is grade B"),
        ("IL", date(2023, 12, 8), {}, "An emergency was stated for this recipient then"),
        ("IL", date(2025, 2, 7), {"emergency": True}, "no emergency: check what the certification says"),
    ],
)
def test_a_caveat_is_said_where_it_matters(
    buyer: str, received: date | None, options: dict[str, Any], words: str
) -> None:
    assert any(re.search(words, caveat) for caveat in review(buyer, received, **options).caveats)


def test_caveats_that_do_not_apply_are_not_said() -> None:
    said = " ".join(review("PL", date(2024, 6, 3)).caveats)
    for words in ("Saturday", "Sunday", "new Congress", "non-NATO ally", "concurrent", "No document"):
        assert words not in said


def test_no_day_of_receipt_gives_no_last_day() -> None:
    clock = review("FI", None, as_of=date(2022, 11, 2))
    assert (clock.received, clock.days, clock.last_day, clock.earliest_offer) == (None, 30, None, None)


def test_the_first_offer_is_a_day_later_for_an_offer_and_the_last_day_for_a_licence() -> None:
    assert review("XK", date(2024, 1, 11)).earliest_offer == "2024-02-11"
    assert review("XK", date(2024, 1, 11), channel="dcs").earliest_offer == "2024-02-10"


def test_days_of_adjournment_are_left_out_only_when_asked_and_longer_than_three() -> None:
    away = [(date(2024, 1, 20), date(2024, 1, 29)), (date(2024, 2, 1), date(2024, 2, 3))]
    assert review("XK", date(2024, 1, 11), adjournments=away).last_day == "2024-02-10"
    other = review("XK", date(2024, 1, 11), adjournments=away, exclude_adjournment=True)
    assert other.last_day == "2024-02-20"
    assert "R11.4" in {rule.id for rule in other.rules}


def test_a_satellite_launched_abroad_has_its_own_period() -> None:
    clock = review("BR", date(2024, 6, 3), channel="dcs", satellite=True)
    assert clock.days == 15
    assert "whoever receives it" in clock.reason, "the recipient's group is not why"


def test_an_export_under_a_treaty_has_its_own_notice() -> None:
    clock = review("AU", date(2024, 6, 3), channel="dcs", treaty=True)
    assert (clock.days, clock.rules[0].id) == (15, "R7.9")
    assert review("AU", date(2010, 10, 7), channel="dcs", treaty=True).rules[0].id == "R7.4", "a day before"


@pytest.mark.parametrize(
    ("buyer", "channel", "message"),
    [
        ("ZZ", "fms", "unknown buyer 'ZZ'"),
        ("", "fms", "unknown buyer"),
        ("Lockheed Martin", "fms", "unknown buyer"),
        ("US", "fms", "the seller"),
        ("XK", "barter", "unknown channel 'barter': use one of fms"),
    ],
)
def test_a_question_without_sense_is_refused(buyer: str, channel: str, message: str) -> None:
    with pytest.raises(LawError, match=message):
        review(buyer, date(2024, 6, 3), channel=channel)


def test_a_day_beyond_the_calendar_is_refused() -> None:
    last = date(9999, 12, 31)
    with pytest.raises(LawError, match="date out of range"):
        review("XK", last)
    with pytest.raises(LawError, match="date out of range"):
        discharge(last, "XK")
    with pytest.raises(LawError, match="date out of range"):
        enhancement("XK", last, last)


def test_every_rule_below_grade_a_has_its_caveat() -> None:
    clock = review("XK", date(2024, 1, 11))
    for rule in clock.rules:
        if rule.confidence != "A":
            assert any(rule.id in words for words in clock.caveats), rule.id
    assert {rule.confidence for rule in clock.rules} == {"A", "B"}


@given(
    st.sampled_from(BUYERS), st.dates(date(1996, 7, 21), date(2099, 1, 1)), st.sampled_from(sorted(CHANNELS))
)
def test_the_last_day_is_the_day_of_receipt_plus_the_days(buyer: str, received: date, channel: str) -> None:
    clock = review(buyer, received, channel=channel)
    assert clock.days in {15, 30}
    assert clock.last_day
    assert (date.fromisoformat(clock.last_day) - received).days == clock.days
    assert review(buyer, received, channel=channel) == clock
