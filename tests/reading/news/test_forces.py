"""Sizes of armed forces in articles: authorised, active, reserve, deployed, grown, merely present."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.documents.load import load
from armsdocket.reading.claims import Force
from armsdocket.reading.news.forces import find_forces
from armsdocket.reading.news.page.frame import frame

HEAD = "Parliament votes on the army\n\nMay 3, 2023\n\n"


def forces(body: str) -> list[Force]:
    document = load(
        f"{HEAD}{body}\n\nThe vote took place in the old hall by the river, officials said.".encode(), "a.txt"
    )
    found = find_forces(document, frame(document))
    for each in found:
        for stated in (each.organisation, each.measure, each.number, each.bound, each.legal_basis, each.date):
            assert (
                stated is None
                or stated.passage.words(document.text) == stated.as_written
                or "\n" in stated.as_written
            )
    return found


TABLE = [
    ("A law of 2019 allows a force of up to 900 in Malta.", "authorised active", 900, "at most", "Malta"),
    ("There are about 900 US troops deployed in Syria.", "deployed", 900, "about", "United States"),
    ("Russia has massed over 90,000 soldiers along the border.", "deployed", 90_000, "at least", "Russia"),
    ("Poland has 110,000 soldiers, the minister said.", "active", 110_000, None, "Poland"),
    ("Finland can call on 280,000 reservists, the general said.", "reserve", 280_000, None, "Finland"),
    ("Latvia increased the number of its soldiers by 40 per cent.", "growth", 40, None, "Latvia"),
    ("Hungary cut its armed forces by 10 percent.", "growth", -10, None, "Hungary"),
    ("NATO has about 4,500 troops in Kosovo.", "deployed", 4500, "about", "NATO"),
    ("Denmark will send 600 soldiers to Kosovo after the attack.", "deployed", 600, None, "Denmark"),
    ("The treaty limits Germany to 370,000 troops.", "authorised active", 370_000, None, "Germany"),
    ("The Kosovo Security Force has 3,300 members.", "active", 3300, None, "Kosovo Security Force"),
    ("Latvia said its army had grown by 80 per cent.", "growth", 80, None, "Latvia"),
    ("Italy sent four stealth fighter jets to South Korea for drills.", "deployed", 4, None, "Italy"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "measure", "number", "bound", "organisation"), TABLE)
def test_force(body: str, measure: str, number: int, bound: str | None, organisation: str) -> None:
    (found,) = forces(body)
    assert found.measure is not None
    assert found.number is not None
    assert found.organisation is not None
    assert (found.measure.value, found.number.value) == (measure, number)
    assert (found.bound and found.bound.value) == bound
    assert found.organisation.value == organisation


def test_one_law_three_sizes() -> None:
    body = (
        "The Kosovo Security Force was founded for relief work.\n\n"
        "The law passed by Kosovo's assembly in 2018 allows an active force of up to 5,000, up from the "
        "3,000 allowed under its earlier mandate, plus a reserve component of not more than 3,000 members."
    )
    found = forces(body)
    read = [(each.measure and each.measure.value, each.number and each.number.value) for each in found]
    assert read == [("authorised active", 5000), ("authorised active", 3000), ("authorised reserve", 3000)]
    assert {each.organisation and each.organisation.value for each in found} == {"Kosovo Security Force"}
    assert [each.date and each.date.value for each in found] == ["2018", None, "2018"]
    assert found[1].legal_basis is not None
    assert found[1].legal_basis.value == "its earlier mandate"


def test_presence_without_a_number() -> None:
    (found,) = forces("NATO keeps a peacekeeping force in Kosovo, KFOR, which began its work in June 1999.")
    assert found.number is None
    assert found.measure is not None
    assert found.measure.value == "presence"
    assert found.organisation is not None
    assert found.organisation.value == "KFOR"
    assert found.date is not None
    assert found.date.value == "1999-06"


@pytest.mark.parametrize(
    "body",
    [
        "The attack killed 12 soldiers near the border.",
        "The club has 3,000 members and five coaches.",
        "The army ordered 3,000 rifles from a maker in Croatia.",
        "Police arrested 40 men after the match.",
        "Turnout rose by 12 per cent.",
        "Poland wants to double its army to 300,000 troops.",
    ],
)
def test_no_force(body: str) -> None:
    assert forces(body) == []


@given(st.text(alphabet="force of up to 5,000 troops by 20% army reserve.\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    forces(f"x {text}")
