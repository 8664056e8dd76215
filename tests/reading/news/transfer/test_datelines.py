"""What a dateline and the days of a report say of its transfers."""

import pytest

from armsdocket.reading.news.page.frame import frame
from armsdocket.reading.news.transfer.transfers import find_transfers
from tests.reading.news.transfer.test_transfers import document_of, transfers_in


def test_the_country_is_that_of_the_dateline() -> None:
    text = "Guns\n\nLIMA, March 3 (Andes) - The president said the country would buy 12 K9 howitzers."
    document = document_of(text)
    (found,) = find_transfers(document, frame(document), [])
    assert found.buyer is not None
    assert (found.buyer.value, found.buyer.as_written) == ("PE", "LIMA")


DATES = [
    ("Peru bought 12 T-72 tanks in 2019 and took delivery of six HIMARS in May 2021.", ["2019", "2021-05"]),
    ("Peru received six HIMARS that it ordered in 2019.", [None]),
    ("In 2020 Peru ordered six HIMARS.", ["2020"]),
    ("Peru received its first six HIMARS under a 2015 deal.", [None]),
    ("In 2020 Peru ordered six HIMARS, and Norway has bought 12.", ["2020", None]),
    ("Peru bought six HIMARS, but their delivery is delayed to 2026.", [None]),
    ("The HIMARS was launched in 2014 and has been sold to Peru.", [None]),
    ("Peru took delivery of six HIMARS under a contract signed in January 2022.", [None]),
]


@pytest.mark.parametrize(("text", "days"), DATES)
def test_a_date_belongs_to_the_verb_beside_it(text: str, days: list[str | None]) -> None:
    found = [one.stage_date.value if one.stage_date else None for one in transfers_in(text)]
    assert found == days
