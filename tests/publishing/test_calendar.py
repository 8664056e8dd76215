from datetime import date

from icalendar import Calendar

from armsdocket.publishing.calendar import calendar
from tests.publishing.rows import row


def events(content: bytes) -> list[dict[str, object]]:
    return [
        {
            "uid": str(e["uid"]),
            "start": e.decoded("dtstart"),
            "end": e.decoded("dtend"),
            "summary": str(e["summary"]),
        }
        for e in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_a_review_is_an_all_day_event_on_its_last_day() -> None:
    event = events(calendar([row()]))[0]
    assert event == {
        "uid": "23-22@armsdocket",
        "start": date(2024, 2, 10),
        "end": date(2024, 2, 11),
        "summary": "Review ends: Kosovo: FGM-148 Javelin (23-22)",
    }


def test_a_case_without_a_known_end_has_no_event() -> None:
    assert events(calendar([row(received=None, last_day=None), row(waived=True, last_day=None)])) == []


def test_the_same_cases_give_the_same_bytes() -> None:
    assert calendar([row()]) == calendar([row()])
