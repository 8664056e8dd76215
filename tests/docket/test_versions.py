"""Versions of one document in linking and in a case: what was corrected is no other sale."""

from collections.abc import Iterable, Iterator

import pytest

from armsdocket.docket.store import Docket
from tests.docket.factory import Page


@pytest.fixture
def docket(address: str) -> Iterator[Docket]:
    with Docket.open(address) as opened:
        yield opened


def telling(
    count: str,
    *,
    buyer: tuple[str, str] = ("Kosovo", "XK"),
    article: tuple[str, str] = ("Javelin", "fgm-148"),
    day: str | None = None,
    number: str | None = None,
    address: str = "ministry.html",
) -> Page:
    words = (
        f"{buyer[0]} buys {count} {article[0]} missiles from the United States, told on {day}, No. {number}."
    )
    page = Page(words, address=address, published=day)
    return page.transfer(
        buyer=page.party(*buyer),
        seller=page.party("United States", "US"),
        items=(page.item(f"{article[0]} missiles", count=count, article=article[1]),),
        transmittal=page.said(number) if number else None,
    )


def filed(docket: Docket, pages: Iterable[Page]) -> list[str]:
    for page in pages:
        docket.file(page.reading(), page.content)
    assert docket.verify() == []
    return sorted(row.key for row in docket.cases())


@pytest.mark.parametrize("counts", [("246", "250"), ("250", "246"), ("9", "7")])
def test_versions_make_one_case_in_the_order_they_were_filed(docket: Docket, counts: tuple[str, str]) -> None:
    assert filed(docket, map(telling, counts)) == ["kosovo-javelin-undated"]
    case = docket.case("kosovo-javelin-undated")
    first, second = case.sources
    assert (first.replaced_by, second.replaced_by) == (second.document, None)
    assert any("versions of the document at ministry.html" in source.why for source in case.sources)
    (conflict,) = [one for one in case.conflicts if one.what.startswith("quantity")]
    assert [side.as_written for side in conflict.sides] == list(counts)
    assert [side.document for side in conflict.sides] == [first.document, second.document]
    assert case.items[0].quantity == int(counts[0])


@pytest.mark.parametrize(
    ("first", "second", "cases", "reason"),
    [
        (telling("7"), telling("9", day="2024-05-01"), 1, "the first was not dated yet"),
        (telling("7", day="2024-05-01"), telling("9", day="2024-05-20"), 1, "dated anew when corrected"),
        (telling("7", number="24-01"), telling("9"), 1, "the second leaves out the number"),
        (telling("7", day="2019-05-01"), telling("9", day="2024-05-01"), 2, "a page used again years later"),
        (telling("7", number="24-01"), telling("9", number="24-02"), 2, "a list now gives another notice"),
        (telling("7"), telling("7", buyer=("Sweden", "SE")), 2, "a list now gives another buyer"),
        (telling("7"), telling("7", article=("Hellfire", "agm-114")), 2, "another thing is bought"),
        (telling("7"), telling("9", address="other.html"), 2, "two addresses are two documents"),
        (telling("7", address="-"), telling("9", address="-"), 2, "standard input is no address"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_versions_of_one_document(docket: Docket, first: Page, second: Page, cases: int, reason: str) -> None:
    assert len(filed(docket, (first, second))) == cases, reason


def test_each_sale_of_a_page_finds_its_own_in_the_next_version(docket: Docket) -> None:
    def page(first: str, second: str) -> Page:
        made = Page(f"Kosovo: {first} Javelins in all. Kosovo: {second} Javelins more.", address="list.html")
        for count in (first, second):
            made.transfer(
                buyer=made.party("Kosovo", "XK"),
                items=(made.item("Javelins", count=count, article="fgm-148"),),
            )
        return made

    filed(docket, (page("24", "12"), page("14", "24")))
    sides = {frozenset(fact.value for fact in docket.case(row.key).items[0].facts) for row in docket.cases()}
    assert len(docket.cases()) == 2
    assert any(24 in values for values in sides)
    numbers = [
        {side.value for conflict in docket.case(row.key).conflicts for side in conflict.sides}
        for row in docket.cases()
    ]
    assert sorted(map(sorted, numbers)) == [[], [12, 14]]


def test_what_versions_say_in_the_same_words_is_given_once(docket: Docket) -> None:
    def page(count: str, address: str) -> Page:
        made = Page(f"Kosovo buys {count} Javelins. “They come,” said Ana Berisha.", address=address)
        made.transfer(
            buyer=made.party("Kosovo", "XK"), items=(made.item("Javelins", count=count, article="fgm-148"),)
        )
        return made.statement("“They come,”", "Ana Berisha")

    filed(docket, (page("7", "a.html"), page("9", "a.html")))
    case = docket.case("kosovo-javelin-undated")
    assert [said.fact.document for said in case.statements] == [case.sources[0].document]
    assert len(case.sources) == 2


def test_standard_input_has_no_versions(docket: Docket) -> None:
    first, second = telling("7", address="-"), telling("9", address="-")
    assert docket.file(first.reading(), first.content).version_of is None
    assert docket.file(second.reading(), second.content).version_of is None
