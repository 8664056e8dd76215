"""What is recorded beside the clocks: emergencies, roles, outcomes, printing, changes, discharge."""

from datetime import date

import pytest

from armsdocket.errors import LawError
from armsdocket.law import changes, emergencies, publication, resolution_clock, roles, steps


@pytest.mark.parametrize(
    ("buyer", "on", "id"),
    [
        ("IL", date(2023, 12, 7), None),
        ("IL", date(2023, 12, 8), "U.2023-12-08"),
        ("IL", date(2023, 12, 9), "U.2023-12-08"),
        ("IL", date(2023, 12, 10), None),
        ("KW", date(2026, 3, 19), "U.2026-03-19"),
        ("QA", date(2026, 3, 19), None),
        ("IL", date(2025, 2, 7), None),
        ("SA", date(1984, 5, 1), None),
    ],
)
def test_a_known_emergency_is_found_by_recipient_and_day(buyer: str, on: date, id: str | None) -> None:
    found = emergencies.known_use(buyer, on)
    assert (found.id if found else None) == id


def test_packages_that_were_no_emergency_are_told_apart() -> None:
    found = emergencies.mistaken_for_one("IL", date(2025, 2, 7))
    assert found
    assert "no emergency" in found.says
    assert all(use.use for use in emergencies.uses("IL"))
    assert [use.id for use in emergencies.uses("KW", since=date(2026, 4, 1))] == ["U.2026-05-01"]


@pytest.mark.parametrize(
    ("duty", "on", "body"),
    [
        ("transmits", date(2026, 2, 25), "Defense Security Cooperation Agency"),
        ("transmits", date(2026, 4, 1), None),
        ("transmits", date(2026, 5, 20), "Department of State, Bureau of Legislative Affairs"),
        ("posts", date(2026, 2, 25), "Defense Security Cooperation Agency"),
        ("posts", date(2026, 2, 26), "Department of State"),
    ],
)
def test_who_does_what_depends_on_the_day(duty: str, on: date, body: str | None) -> None:
    assert roles.who(duty, on).body == body


def test_the_steps_of_a_sale_stand_in_their_order() -> None:
    names = [step.step for step in steps.steps()]
    assert (
        names.index("Certification")
        < names.index("Offer")
        < names.index("Acceptance")
        < names.index("Delivery")
    )
    assert {step.id for step in steps.steps() if step.step == "Certification"} == {"L.10"}


def test_an_unknown_duty_is_refused() -> None:
    with pytest.raises(LawError, match="unknown duty 'sings'"):
        roles.who("sings", date(2026, 1, 1))


def test_no_resolution_ever_became_law() -> None:
    assert len(resolution_clock.outcomes("XK")) == 1
    assert "enacted" not in {outcome.result for outcome in resolution_clock.outcomes()}


@pytest.mark.parametrize(
    ("buyer", "channel", "days"),
    [("PL", "fms", 5), ("PL", "dcs", 10), ("PL", "transfer", 10), ("PL", "lease", 10), ("XK", "fms", 10)],
)
def test_five_days_to_discharge_only_under_36b(buyer: str, channel: str, days: int) -> None:
    clock = resolution_clock.discharge(date(2024, 6, 4), buyer, channel=channel)
    assert clock.days == days
    assert any("grade U" in caveat for caveat in clock.caveats) == (channel == "transfer")


def test_the_wait_for_print_is_counted_to_a_day_while_it_lasts() -> None:
    waiting = publication.lag(date(2026, 6, 5), on=date(2026, 6, 20))
    assert (waiting.days, waiting.printed) == (15, False)
    assert "not more than the median of 37" in waiting.reason
    with pytest.raises(LawError, match="comes before the delivery"):
        publication.lag(date(2026, 6, 5), date(2026, 6, 4))


@pytest.mark.parametrize(
    ("delivery", "reached"),
    [(date(2024, 10, 5), True), (date(2024, 10, 6), True), (date(2024, 10, 7), False)],
)
def test_the_duty_to_report_reaches_ten_years(delivery: date, reached: bool) -> None:
    change = changes.enhancement("EE", date(2014, 10, 6), date(2024, 1, 5), delivery=delivery, total=1e6)
    assert change.report is reached


def test_an_enhancement_that_costs_enough_is_a_separate_offer() -> None:
    certified, on = date(2023, 5, 11), date(2026, 5, 20)
    assert changes.enhancement("DE", certified, on, mde=25e6, total=25e6).separate_offer is True
    assert changes.enhancement("SA", certified, on, mde=20e6, total=20e6).separate_offer is True
    assert changes.enhancement("DE", certified, on).separate_offer is None
    with pytest.raises(LawError, match="before the certification"):
        changes.enhancement("DE", on, certified)
