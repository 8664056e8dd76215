from lxml import etree

from armsdocket.publishing.feed import feed
from tests.publishing.rows import row

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(content: bytes) -> list[etree._Element]:
    found = etree.fromstring(content).xpath("a:entry", namespaces=ATOM)
    assert isinstance(found, list)
    return [entry for entry in found if isinstance(entry, etree._Element)]


def test_an_entry_is_named_by_its_case_and_dated_by_its_newest_document() -> None:
    entry = entries(feed([row()]))[0]
    assert entry.findtext("a:id", namespaces=ATOM) == "tag:armsdocket,2026:case/23-22"
    assert str(entry.findtext("a:updated", namespaces=ATOM)).startswith("2024-01-30T00:00:00")
    assert "2024-02-10" in str(entry.findtext("a:content", namespaces=ATOM))


def test_a_date_with_month_precision_counts_from_its_first_day() -> None:
    entry = entries(feed([row(last_date="2022-05")]))[0]
    assert str(entry.findtext("a:updated", namespaces=ATOM)).startswith("2022-05-01T")


def test_only_web_addresses_become_links() -> None:
    links = [link.get("href") for link in entries(feed([row()]))[0].iterfind("a:link", namespaces=ATOM)]
    assert links == ["https://example.org/notice"]


def test_the_same_cases_give_the_same_bytes_in_the_same_order() -> None:
    rows = [row(), row(key="26-27", last_date=None)]
    assert feed(rows) == feed(rows)
    assert [str(e.findtext("a:id", namespaces=ATOM))[-5:] for e in entries(feed(rows))] == ["23-22", "26-27"]


def test_an_unknown_day_of_receipt_is_said() -> None:
    summary = entries(feed([row(received=None, last_day=None)]))[0].findtext("a:content", namespaces=ATOM)
    assert "not stated" in str(summary)


def test_a_sale_that_congress_does_not_review_says_nothing_of_receipt() -> None:
    rows = [row(seller="TR", reviewed=False, received=None, last_day=None)]
    summary = entries(feed(rows))[0].findtext("a:content", namespaces=ATOM)
    assert "Congress" not in str(summary)
