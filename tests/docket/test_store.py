"""Filing and looking up, from hand-made readings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from armsdocket.docket.store import Docket
from armsdocket.errors import DocketError
from tests.docket.conftest import new_database
from tests.docket.factory import Page, kosovo_news, kosovo_notice, kosovo_resolution
from tests.docket.made import made_notice


def put(docket: Docket, *pages: Page) -> None:
    for page in pages:
        docket.file(page.reading(), page.content)


@pytest.fixture
def docket(address: str) -> Iterator[Docket]:
    with Docket.open(address) as opened:
        yield opened


def test_article_and_resolution_make_one_case(docket: Docket) -> None:
    put(docket, kosovo_news(), kosovo_resolution())
    case = docket.case("Transmittal No. 23–22")
    assert (case.key, case.buyer, case.buyer_name, case.seller) == ("23-22", "XK", "Kosovo", "US")
    assert case.title == "Kosovo: FGM-148 Javelin"
    assert [(line.name, line.quantity, line.includes) for line in case.items] == [
        ("Javelin missiles", 246, ("6 fly-to-buy missiles",)),
        ("command launch units", 24, ()),
    ]
    assert case.stage == "notified"
    assert case.clock is not None
    assert (case.clock.received, case.clock.last_day) == (None, None)
    assert [one.speaker for one in case.statements] == ["Ana Petrova"]
    assert [one.what for one in case.conflicts] == ["stage"]
    assert len(case.sources) == 2
    assert case.absorbed == ("kosovo-javelin-2024-01",)
    assert docket.case("kosovo-javelin-2024-01").key == "23-22"
    assert docket.case("H.J.Res. 9108").key == "23-22"
    assert docket.case("albania-javelin-2022-05").buyer == "AL"
    assert docket.verify() == []


def test_notice_brings_the_day_of_receipt(docket: Docket) -> None:
    put(docket, kosovo_news(), kosovo_resolution(), kosovo_notice())
    case = docket.case("23-22")
    assert case.clock is not None
    assert (case.clock.received, case.clock.last_day) == ("2024-01-11", "2024-02-10")
    assert [event.what for event in case.timeline if event.date == "2024-02-20"] == [
        "Printed in the Federal Register, 40 days after delivery to Congress"
    ]
    assert [(fact.value["amount"], fact.note) for fact in case.values] == [
        (75_000_000, "a ceiling, not a price")
    ]


def test_same_bytes_twice_change_nothing(docket: Docket) -> None:
    page = kosovo_notice()
    first = docket.file(page.reading(), page.content)
    before = docket.export_canonical()
    second = docket.file(page.reading(), page.content)
    assert (first.new, second.new, second.version_of) == (True, False, None)
    assert first.cases == second.cases == ("23-22",)
    assert docket.export_canonical() == before


def test_same_address_with_changed_bytes_is_a_version(docket: Docket) -> None:
    one, two = Page("Sweden asks.", address="a"), Page("Sweden asked.", address="a")
    first = docket.file(one.reading(), one.content)
    second = docket.file(two.reading(), two.content)
    assert second.new
    assert second.version_of == first.document
    assert docket.versions("a") == [first.document, second.document]


def test_unknown_key_names_near_matches(docket: Docket) -> None:
    put(docket, kosovo_resolution())
    with pytest.raises(DocketError, match="23-22"):
        docket.case("23-12")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("javelin", True),
        ("jav*", True),
        ('"command launch"', True),
        ('"launch command"', False),
        ('"unbalanced launch', False),
        ("AND OR NOT ( ) * ^ : -", False),
        ("javelin AND", True),
        ("", False),
        ("'; drop table documents --", False),
    ],
)
def test_search_never_fails(docket: Docket, question: str, found: bool) -> None:
    put(docket, kosovo_resolution())
    assert bool(docket.search(question)) is found


def test_search_opens_at_the_passage(docket: Docket) -> None:
    page = kosovo_resolution()
    put(docket, page)
    (hit,) = docket.search('"command launch"', buyer="XK", kind="resolution")
    assert hit.passage.words(page.text) == "command launch"
    assert hit.cases == ("23-22",)
    assert docket.search("javelin", buyer="SE") == []


def test_both_stores_give_the_same_bytes(tmp_path: Path, postgres_server: str) -> None:
    pages = [kosovo_news(), kosovo_notice(), kosovo_resolution(), *(made_notice(n) for n in range(20))]
    exports, hits = [], []
    for address in (str(tmp_path / "docket.db"), new_database(postgres_server)):
        with Docket.open(address) as docket:
            put(docket, *pages)
            exports.append(docket.export_canonical())
            hits.append([docket.search(words) for words in ('"present threats"', "jav* launch", "kosovo")])
            assert docket.verify() == []
    assert exports[0] == exports[1]
    assert hits[0] == hits[1]
