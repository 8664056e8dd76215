"""Filing and looking up, from hand-made readings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from armsdocket.docket import filing
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
    met = docket.versions("a")
    assert [one.document for one in met] == [first.document, second.document]
    assert met[0].first_seen <= met[0].last_checked <= met[1].first_seen


def test_a_replaced_source_says_by_what(docket: Docket) -> None:
    one, two = kosovo_notice(), kosovo_notice()
    two.text += " Corrected."
    put(docket, one, two)
    sources = {source.document: source.replaced_by for source in docket.case("23-22").sources}
    first, second = one.reading().document.id, two.reading().document.id
    assert sources == {first: second, second: None}


def test_two_addresses_of_one_document(tmp_path: Path) -> None:
    exports = []
    for order in (("a.html", "b.html"), ("b.html", "a.html")):
        with Docket.open(str(tmp_path / f"{order[0]}.db")) as docket:
            for address in order:
                page = kosovo_notice()
                page.address = address
                docket.file(page.reading(), page.content)
            assert [filed.address for filed in docket.documents()] == ["a.html"]
            assert docket.search("javelin")
            assert docket.verify() == []
            exports.append(docket.export_canonical())
    assert exports[0] == exports[1]


def test_odd_characters_are_stored(docket: Docket) -> None:
    page = Page("A \x00 title: Kosovo asks for Jave\x00lin.", title="A \x00 title", address="odd")
    page.transfer(
        buyer=page.party("Kosovo", "XK"), items=(page.item("Jave\x00lin", count=None, article="fgm-148"),)
    )
    page.statement("asks for", "Kosovo")
    put(docket, page)
    assert docket.search("title")[0].title == "A  title"
    assert docket.document(page.reading().document.id).document.text == page.text
    assert docket.verify() == []


def test_a_defect_loses_one_document_only(docket: Docket, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise KeyError("xq")

    page = kosovo_notice()
    with monkeypatch.context() as patch:
        patch.setattr(filing, "leads_of", fail)
        with pytest.raises(DocketError, match="could not be filed"):
            docket.file(page.reading(), page.content)
    assert docket.documents() == []
    assert docket.file(page.reading(), page.content).new


def test_candidates_and_amendments_stand_near_a_case(docket: Docket) -> None:
    amendment = Page(
        "Transmittal No. 24-0A amends 23-22: Kosovo, Javelin missiles, 2024-09-01.",
        kind="federal register change report",
        address="amendment",
        published="2024-09-01",
    )
    amendment.transfer(
        buyer=amendment.party("Kosovo", "XK"),
        items=(amendment.item("Javelin missiles", article="fgm-148"),),
        transmittal=amendment.said("24-0A"),
        amends=(amendment.said("23-22"),),
    )
    post = Page(
        "Contract W31P4Q-24-C-0001 for Kosovo: Javelin missiles, $40 million, 2024-06-01.",
        kind="contract post",
        address="post",
        published="2024-06-01",
    )
    post.transfer(
        buyer=post.party("Kosovo", "XK"),
        items=(post.item("Javelin missiles", article="fgm-148"),),
        value=post.value("$40 million", 40_000_000, of="contract"),
        contract=post.said("W31P4Q-24-C-0001"),
    )
    put(docket, kosovo_notice(), amendment, post)
    case = docket.case("23-22")
    assert [(one.key, one.reasons) for one in case.related if one.reasons] == [
        ("24-0A", ("It amends 23-22.",))
    ]
    (candidate,) = case.candidates
    assert candidate.key == "W31P4Q24C0001-XK"
    assert "The contract is 53 % of the ceiling." in candidate.reasons
    assert any("too little agrees to join it" in reason for reason in candidate.reasons)
    assert {one.key for one in docket.case("24-0A").related} >= {"23-22"}
    assert [one.key for one in docket.case("W31P4Q-24-C-0001").candidates] == ["23-22"]


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


def test_search_finds_standard_names(docket: Docket) -> None:
    page = Page("Pristina wants the Javalin, it is said.", address="a")
    page.transfer(buyer=page.party("Pristina", "XK"), items=(page.item("Javalin", article="fgm-148"),))
    put(docket, page)
    for words, opened in (("kosovo", "Pristina"), ("jave*", "Javalin"), ("javelin said", "said")):
        (hit,) = docket.search(words)
        assert hit.passage.words(page.text) == opened
    assert docket.search("albania") == []


def test_a_page_of_hits_is_the_newest(docket: Docket) -> None:
    put(docket, kosovo_news(), kosovo_resolution(), *(made_notice(number) for number in range(12)))
    every = docket.search("threats", limit=50)
    assert [hit.published or "" for hit in every] == sorted(
        (hit.published or "" for hit in every), reverse=True
    )
    assert docket.search("threats", limit=5) == every[:5]
    asked = ("threats", '"present threats"', "javelin kosovo", "nothing")
    assert [len(docket.search(words, limit=5)) for words in asked] == [5, 5, 2, 0]


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


def test_cases_are_found_by_each_of_several_buyers(docket: Docket) -> None:
    page = Page("Sweden, Poland and Norway order 246 Javelin missiles from the US.", address="a")
    page.transfer(
        buyer=page.party("Sweden", "SE"),
        shared_with=(page.party("Poland", "PL"), page.party("Norway", "NO")),
        seller=page.party("the US", "US"),
        items=(page.item("Javelin missiles", article="fgm-148", count="246 Javelin"),),
    )
    put(docket, page, kosovo_notice())
    for buyer in ("SE", "PL", "NO"):
        assert [row.buyers for row in docket.cases(buyer=buyer)] == [("SE", "PL", "NO")], buyer
        assert [hit.address for hit in docket.search("javelin", buyer=buyer)] == ["a"], buyer
    assert docket.cases(buyer="DK") == []


def test_hits_stand_in_order_of_day_and_hash(docket: Docket) -> None:
    days = ("2024-05", None, "2023", "2024-05-02", None, "2024-05-01", "2024-05-02")
    for number, day in enumerate(days):
        page = Page(f"Javelin {number} of {day}.", address=str(number), published=day)
        docket.file(page.reading(), page.content)
    hits = docket.search("javelin")
    wanted = sorted(hits, key=lambda hit: hit.document)
    wanted.sort(key=lambda hit: hit.published or "", reverse=True)
    assert hits == wanted
    assert docket.search("javelin", limit=3) == hits[:3]
    assert docket.search("javelin", kind="news", until="2024") == [hit for hit in hits if hit.published]
