"""Sizes of armed forces in articles: authorised, active, reserve, deployed, grown, merely present."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.documents.load import load
from armsdocket.reading.claims import Force
from armsdocket.reading.news.force.forces import find_forces
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
    ("The Swedish army numbers about 9,000 today.", "active", 9000, "about", "Swedish army"),
    ("Oman will keep a 90-strong team in Mali until May.", "deployed", 90, None, "Oman"),
    ("Spain would pull nearly 700 troops out of Iraq.", "deployed", 700, "about", "Spain"),
    ("Italy sends 80 to 250 soldiers to Latvia.", "deployed", 80, "at least", "Italy"),
    ("About 300 soldiers of the Bundeswehr are deployed there.", "deployed", 300, "about", "Bundeswehr"),
    ("The Danish base in Estonia has 400 soldiers.", "active", 400, None, "Denmark"),
    ("TALLINN, Estonia (AP) - Spain has 60,000 soldiers.", "active", 60_000, None, "Spain"),
    ("The Chilean navy operates eight frigates.", "active", 8, None, "Chilean navy"),
    ("Norway already has 52 F-35s.", "active", 52, None, "Norway"),
    ("Peru has no plans to replace its 12 Mirage 2000s.", "active", 12, None, "Peru"),
    ("Greece keeps a fleet of 150 F-16s.", "active", 150, None, "Greece"),
    ("Two Dutch Patriot batteries took up position near the port.", "deployed", 2, None, "Netherlands"),
    ("Austria, which flies the C-130, has three of them.", "active", 3, None, "Austria"),
    ("Around 60 Leopard 2s are in service with the Norwegian Army.", "active", 60, "about", "Norwegian Army"),
    ("The Chilean army operates a mix of 250 Leopard 2 tanks.", "active", 250, None, "Chilean army"),
    ("Egypt is a user of the F-16, with 220 aircraft.", "active", 220, None, "Egypt"),
    ("Greece's 245 F-16s form the backbone of its fleet.", "active", 245, None, "Greece"),
    ("The Chilean navy has eight frigates, of which two will be sold.", "active", 8, None, "Chilean navy"),
    ("The Pentagon will withdraw almost 700 troops from Spain.", "deployed", 700, "about", "United States"),
]  # fmt: skip

LISTS = [
    (
        "Kenya has deployed 400 soldiers in Haiti. A further 250 were sent on Monday.",
        [("deployed", 400, "Kenya"), ("deployed", 250, "Kenya")],
        "a number that goes on counting those of the sentence before",
    ),
    (
        "Chad has 25,000 soldiers.\n\nIts army had 3,000 reservists in 1990.",
        [("active", 25_000, "Chad"), ("reserve", 3000, "Chad")],
        "its army is that of the country named before",
    ),
    (
        "Poland will cut its 40,000-strong contingent in Iraq to 25,000 by May.",
        [("deployed", 40_000, "Poland"), ("deployed", 25_000, "Poland")],
        "a size before and after",
    ),
    (
        "Nearly 5,600 of the 11,800 French soldiers deployed in Mali leave.",
        [("deployed", 5600, "France"), ("deployed", 11_800, "France")],
        "a part of a number, and the number",
    ),
    (
        "NATO has 3,000 troops in Kosovo, among them 800 Americans.",
        [("deployed", 3000, "NATO"), ("deployed", 800, "United States")],
        "citizens among soldiers",
    ),
    (
        "The guard has 2,500 active duty and 800 reserve members in its army.",
        [("active", 2500, None), ("reserve", 800, None)],
        "two kinds share a noun",
    ),
    (
        "Kuwait now has 200 tanks, 40 F/A-18 jets and 16 Apache helicopters.",
        [("active", 200, "Kuwait"), ("active", 40, "Kuwait"), ("active", 16, "Kuwait")],
        "a list of what is held",
    ),
    (
        "Peru is left with 11 F-16A/Bs, 12 F-5E/Fs and 40 recently delivered British Aerospace Hawk 200s.",
        [("active", 11, "Peru"), ("active", 12, "Peru"), ("active", 40, "Peru")],
        "a list whose last item was delivered, by a maker that is no country",
    ),
    (
        "Some 900 British personnel are in Mali. The extra deployment of 400 troops was agreed in Bonn.",
        [("deployed", 900, "United Kingdom"), ("deployed", 400, "United Kingdom")],
        "soldiers of the one country whose soldiers are named",
    ),
]


@pytest.mark.parametrize(("body", "measure", "number", "bound", "organisation"), TABLE)
def test_force(body: str, measure: str, number: int, bound: str | None, organisation: str) -> None:
    (found,) = forces(body)
    assert found.measure is not None
    assert found.number is not None
    assert found.organisation is not None
    assert (found.measure.value, found.number.value) == (measure, number)
    assert (found.bound and found.bound.value) == bound
    assert found.organisation.value == organisation


@pytest.mark.parametrize(("body", "wanted", "reason"), LISTS)
def test_several_sizes(body: str, wanted: list[tuple[str, int, str | None]], reason: str) -> None:
    read = [
        (each.measure and each.measure.value, each.number and each.number.value, each.organisation)
        for each in forces(body)
    ]
    assert [(what, number, of and of.value) for what, number, of in read] == wanted, reason


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
        "Each battalion will consist of 1,000 personnel.",
        "The general said 350,000 men were needed for the army.",
        "Chile ordered 24 F-16s and has 10 F-16s on order.",
        "Saab has 40 Gripen jets in its hall.",
        "Cuba will have 12 tanks.",
        "The truck can carry nine personnel of the army.",
        "The attack on the ship, killing 37 American sailors, came in May.",
        "The order covers nine Hawk trainers for the air force.",
        "In 2012 Peru bought 20 KT-1 trainers from South Korea.",
    ],
)
def test_no_force(body: str) -> None:
    assert forces(body) == []


@given(st.text(alphabet="force of up to 5,000 troops by 20% army reserve.\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    forces(f"x {text}")
