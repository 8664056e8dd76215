"""Made documents: the same for one seed, read without problems, several to a case. No test here times."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import pytest

from armsdocket.docket.store import Docket
from armsdocket.documents.load import load
from armsdocket.reading.claims import Reading, Transfer
from armsdocket.reading.read import read
from bench.generator import Made, documents
from bench.sales import MOST_IN_A_YEAR, sales

COUNT = 150
KINDS = {
    "release.html": {"dsca release", "state notice"},
    "register.txt": {"federal register notice"},
    "resolution.json": {"resolution"},
    "contract.txt": {"contract post"},
    "request.txt": {"news"},
    "notified.txt": {"news"},
    "after.txt": {"news"},
}


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return list(documents(COUNT))


@pytest.fixture(scope="module")
def readings(made: Sequence[Made]) -> list[Reading]:
    return [read(load(one.content, one.address)) for one in made]


def test_one_seed_gives_the_same_documents_whatever_number_is_asked(made: Sequence[Made]) -> None:
    assert list(documents(40)) == made[:40]
    assert list(documents(40, seed=2)) != made[:40]


def test_no_two_documents_are_the_same() -> None:
    many = list(documents(3000))
    assert len({one.content for one in many}) == len({one.address for one in many}) == 3000


def test_each_kind_is_made_and_recognised(made: Sequence[Made], readings: Sequence[Reading]) -> None:
    names = [one.address.rsplit("/", 1)[1] for one in made]
    assert set(names) == set(KINDS)
    for name, reading in zip(names, readings, strict=True):
        assert reading.heading.kind in KINDS[name], (name, reading.document.text[:200])


def test_every_document_is_read_without_problems(readings: Sequence[Reading]) -> None:
    for reading in readings:
        assert reading.claims
        assert not reading.problems, (reading.document.address, reading.problems[0])


def test_what_is_read_of_a_notice_is_what_was_made(made: Sequence[Made], readings: Sequence[Reading]) -> None:
    by_number = dict(enumerate(islice(sales(1), 1 + max(one.sale for one in made))))
    checked = 0
    for one, reading in zip(made, readings, strict=True):
        if one.address.endswith(("register.txt", "release.html")):
            sale = by_number[one.sale]
            claim = next(claim for claim in reading.claims if isinstance(claim, Transfer))
            assert claim.transmittal is not None
            assert claim.transmittal.value == sale.transmittal
            assert len(claim.items) >= len(sale.lines)
            checked += 1
    assert checked > 20


def test_every_contract_post_sells_abroad_under_a_number(
    made: Sequence[Made], readings: Sequence[Reading]
) -> None:
    posts = [r for one, r in zip(made, readings, strict=True) if one.address.endswith("contract.txt")]
    assert posts
    for post in posts:
        assert any(isinstance(claim, Transfer) and claim.contract for claim in post.claims)


def test_cases_form(made: Sequence[Made], readings: Sequence[Reading], tmp_path: object) -> None:
    with Docket.open(f"{tmp_path}/docket.db") as docket:
        for one, reading in zip(made, readings, strict=True):
            docket.file(reading, one.content)
        rows = docket.cases()
    held = {row.key: row.documents for row in rows}
    by_number = dict(enumerate(islice(sales(1), 1 + max(one.sale for one in made))))
    official = Counter(one.sale for one in made if one.address.endswith(("register.txt", "release.html")))
    for number, count in official.items():
        assert held[by_number[number].transmittal or ""] >= count
    # The press joins by evidence alone, and not always; a contract post is a case of its own.
    assert sum(number >= 3 for number in held.values()) >= 0.3 * len(official)


def test_a_year_with_too_many_sales_is_refused() -> None:
    with pytest.raises(ValueError, match=f"more than {MOST_IN_A_YEAR} made sales"):
        list(islice(sales(1), 60_000))
