"""Whose words are an official's."""

import pytest

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, Speaker
from armsdocket.reading.news.statement.official import holds_office

OFFICES = [
    ("defence minister", True, "a minister's words are official"),
    ("analyst", False, "an analyst holds no office of state"),
    (None, False, "nobody's office is told"),
]


@pytest.mark.parametrize(("office", "official", "reason"), OFFICES)
def test_holds_office(office: str | None, official: bool, reason: str) -> None:
    place = Passage(0, 3)
    held = Sourced(value=office, as_written=office, passage=place) if office else None
    speaker = Speaker(value="Ana Kovac", as_written="Ana", passage=place, office=held)
    assert holds_office(speaker) is official, reason
