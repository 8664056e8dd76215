"""Every day on which a rule begins or ends: the day before, the day itself, the day after."""

from datetime import date, timedelta

import pytest

from armsdocket.errors import LawError
from armsdocket.law import groups, rulebook
from armsdocket.law.certification import certify
from armsdocket.law.groups import Accession, GroupRule
from armsdocket.law.review import CHANNELS, Period, review
from armsdocket.law.threshold import ThresholdRule, rules_for

DAY = timedelta(1)
CHANNEL = {section: channel for channel, section in CHANNELS.items()}
FIFTEEN, OTHER = "BE", "EG"  # a founding member, and a recipient that never had the shorter review


def rules_used(buyer: str, on: date, channel: str) -> set[str]:
    try:
        return {rule.id for rule in review(buyer, on, channel=channel).rules}
    except LawError:
        return set()  # no rule of that section holds on that day


def days_of(buyer: str, on: date, channel: str = "fms") -> int | None:
    return review(buyer, on, channel=channel).days


@pytest.mark.parametrize(
    "row",
    [row for row in rulebook.rows("review_periods", Period) if row.section in CHANNEL],
    ids=lambda row: row.id,
)
def test_a_period_holds_from_its_first_day_to_the_day_before_its_last(row: Period) -> None:
    buyer = OTHER if row.group == "other" else FIFTEEN
    channel = CHANNEL[row.section]
    for on in (row.from_, row.from_ + DAY) if row.from_ else ():
        assert review(buyer, on, channel=channel).rules[0].id == row.id
    if row.to:
        assert review(buyer, row.to - DAY, channel=channel).rules[0].id == row.id
    outside = [row.from_ - DAY] if row.from_ else []
    outside += [row.to, row.to + DAY] if row.to else []
    for day in outside:
        assert row.id not in rules_used(buyer, day, channel)


@pytest.mark.parametrize("row", rulebook.rows("thresholds", ThresholdRule), ids=lambda row: row.id)
def test_a_threshold_holds_from_its_first_day_to_the_day_before_its_last(row: ThresholdRule) -> None:
    buyer = OTHER if row.group in {"general", "other", "all"} else FIFTEEN

    def used(on: date) -> bool:
        return row in rules_for(row.section, groups.recipient(buyer, on), on)

    if row.from_:
        assert [used(row.from_ + DAY * step) for step in (-1, 0, 1)] == [False, True, True]
    if row.to:
        # Before 29 December 1981 there are no groups, and nobody is "fifteen" then.
        assert [used(row.to + DAY * step) for step in (-1, 0, 1)] == [True, False, False]


@pytest.mark.parametrize(
    ("code", "joined"),
    [(code, row.from_) for row in rulebook.rows("accessions", Accession) for code in row.members],
)
def test_a_member_has_the_shorter_review_from_the_day_it_joins(code: str, joined: date) -> None:
    first = max(joined, date(1981, 12, 29))
    assert [days_of(code, first + DAY * step) for step in (-1, 0, 1)] == [30, 15, 15]
    raised = max(joined, date(2002, 9, 30))
    limits = [certify(code, raised + DAY * step, total=1).thresholds.total for step in (-1, 0, 1)]
    assert limits == [50_000_000, 100_000_000, 100_000_000]


PARTNERS = [row for row in rulebook.rows("groups", GroupRule) if row.kind == "partner"]


@pytest.mark.parametrize("row", PARTNERS, ids=lambda row: row.id)
def test_a_partner_has_the_shorter_review_and_raised_thresholds_from_its_days(row: GroupRule) -> None:
    assert row.fifteen
    assert row.raised
    code = row.members[0]
    assert [days_of(code, row.fifteen + DAY * step) for step in (-1, 0, 1)] == [30, 15, 15]
    limits = [certify(code, row.raised + DAY * step, mde=0, total=0).thresholds.mde for step in (-1, 0, 1)]
    assert limits == [14_000_000, 25_000_000, 25_000_000]


@pytest.mark.parametrize(
    ("on", "group"),
    [
        (date(1981, 12, 28), "all"),
        (date(1981, 12, 29), "+3"),
        (date(2008, 10, 14), "+3"),
        (date(2008, 10, 15), "+4"),
        (date(2010, 10, 7), "+4"),
        (date(2010, 10, 8), "+5"),
    ],
)
def test_japan_is_one_of_three_then_four_then_five(on: date, group: str) -> None:
    assert groups.recipient("JP", on).group == group


@pytest.mark.parametrize(
    ("buyer", "test", "limit"),
    [
        ("KW", "mde", 14_000_000),
        ("KW", "total", 50_000_000),
        ("KW", "dc", 200_000_000),
        ("PL", "mde", 25_000_000),
        ("PL", "total", 100_000_000),
        ("PL", "dc", 300_000_000),
        ("NATO", "mde", 14_000_000),
        ("NATO", "total", 50_000_000),
        ("NATO", "dc", 200_000_000),
    ],
)
def test_equality_reaches_a_threshold(buyer: str, test: str, limit: int) -> None:
    on = date(2024, 6, 3)

    def required(value: int) -> bool | None:
        if test == "dc":
            return certify(buyer, on, dc=value).required
        return certify(buyer, on, mde=value if test == "mde" else 0, total=value).required

    assert [required(limit + step) for step in (-1, 0, 1)] == [False, True, True]


def test_no_rule_answers_before_the_first_law() -> None:
    assert days_of("EG", date(1974, 12, 30)) == 20
    with pytest.raises(
        LawError, match=r"no law yet on 1974-12-29: the review under 36\(b\) begins on 1974-12-30"
    ):
        review("EG", date(1974, 12, 29))
