"""Cases are a function of the set of documents: no order of filing, and no rebuild, changes them."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armsdocket.docket import rebuild as rebuild_room
from armsdocket.docket.store import Docket
from armsdocket.documents.document import Document, identity
from armsdocket.reading.claims import Reading
from tests.docket.factory import Page, kosovo_news, kosovo_notice, kosovo_resolution


def news(buyer: tuple[str, str], day: str, count: str, stage: str = "requested") -> Page:
    page = Page(
        f"{buyer[1]} asks the United States for {count} Javelin missiles. Filed {day}.",
        address=f"{buyer[0]}-{day}-{count}",
        published=day,
    )
    return page.transfer(
        buyer=page.party(buyer[1], buyer[0]),
        seller=page.party("United States", "US"),
        items=(page.item("Javelin missiles", count=count, article="fgm-148"),),
        stage=page.said("asks", stage),
    )


def notice(buyer: tuple[str, str], number: str, day: str, count: str) -> Page:
    page = Page(
        f"Transmittal No. {number} by the United States: {buyer[1]}, {count} Javelin missiles, "
        f"USD 9 million, case QZ-B-U{buyer[0]}, delivered {day}. Contractor: Alpha Missiles.",
        kind="federal register notice",
        address=f"fr-{number}-{day}",
        published=day,
    )
    return page.transfer(
        buyer=page.party(buyer[1], buyer[0]),
        seller=page.party("United States", "US"),
        items=(page.item("Javelin missiles", count=count, article="fgm-148"),),
        value=page.value("USD 9 million", 9_000_000),
        transmittal=page.said(number),
        fms_case=page.said(f"QZ-B-U{buyer[0]}"),
        received=page.said(day),
        contractors=(page.said("Alpha Missiles"),),
    )


def post(buyer: tuple[str, str], number: str, day: str | None, count: str, case: bool) -> Page:
    """A contract post; few of the real ones give their day, and fewer an FMS case."""
    told = f", case QZ-B-U{buyer[0]}" if case else ""
    page = Page(
        f"Alpha Missiles gets USD 2 million under {number} for {count} Javelin missiles for {buyer[1]}"
        f"{told}, {day}.",
        kind="contract post",
        address=f"post-{buyer[0]}-{number}-{day}-{count}",
        published=day,
    )
    return page.transfer(
        buyer=page.party(buyer[1], buyer[0]),
        items=(page.item("Javelin missiles", count=count, article="fgm-148"),),
        value=page.value("USD 2 million", 2_000_000, of="contract"),
        contract=page.said(number),
        fms_case=page.said(f"QZ-B-U{buyer[0]}") if case else None,
        contractors=(page.said("Alpha Missiles"),),
        stage=page.said("gets", "contracted"),
    )


def reprint(buyer: tuple[str, str], day: str) -> Page:
    """A notice without its transmittal: only its FMS case ties it."""
    page = Page(
        f"The United States offers {buyer[1]} Javelin missiles under QZ-B-U{buyer[0]}, {day}.",
        kind="dsca release",
        address=f"dsca-{buyer[0]}-{day}",
        published=day,
    )
    return page.transfer(
        buyer=page.party(buyer[1], buyer[0]),
        items=(page.item("Javelin missiles", article="fgm-148"),),
        fms_case=page.said(f"QZ-B-U{buyer[0]}"),
    )


def version(buyer: tuple[str, str], day: str | None, count: str) -> Page:
    """One page of a ministry, written anew."""
    page = Page(
        f"{buyer[1]} buys {count} Javelin missiles, told on {day}.",
        address=f"ministry-{buyer[0]}",
        published=day,
    )
    return page.transfer(
        buyer=page.party(buyer[1], buyer[0]),
        items=(page.item("Javelin missiles", count=count, article="fgm-148"),),
    )


BUYERS = [("XK", "Kosovo"), ("SE", "Sweden")]
DAYS = ["2024-01-05", "2024-01-11", "2024-02-20", "2024-05-30", "2025-06-01"]
PAGES = st.one_of(
    st.builds(news, st.sampled_from(BUYERS), st.sampled_from(DAYS), st.sampled_from(["7", "9"])),
    st.builds(
        notice,
        st.sampled_from(BUYERS),
        st.sampled_from(["24-01", "24-02", "24-0A"]),
        st.sampled_from(DAYS),
        st.sampled_from(["7", "9"]),
    ),
    st.builds(
        post,
        st.sampled_from(BUYERS),
        st.sampled_from(["W31P4Q-24-C-0001", "W31P4Q-23-C-0002"]),
        st.sampled_from([None, *DAYS]),
        st.sampled_from(["7", "9"]),
        st.booleans(),
    ),
    st.builds(
        version,
        st.sampled_from(BUYERS),
        st.sampled_from([None, *DAYS]),
        st.sampled_from(["7", "9"]),
    ),
    st.builds(reprint, st.sampled_from(BUYERS), st.sampled_from(DAYS)),
    st.builds(kosovo_news, st.sampled_from(DAYS)),
    st.just(kosovo_notice()),
    st.just(kosovo_resolution()),
)


def exported(folder: Path, name: str, pages: list[Page]) -> bytes:
    path = folder / f"{name}.db"
    path.unlink(missing_ok=True)
    with Docket.open(str(path)) as docket:
        for page in pages:
            docket.file(page.reading(), page.content)
        return docket.export_canonical()


def test_a_further_post_of_a_contract_lets_a_report_join_its_notice(tmp_path: Path) -> None:
    """Two posts of one contract, the second dated: only then is the report nearer to the notice."""
    buyer, number = ("SE", "Sweden"), "W31P4Q-24-C-0001"
    undated, dated = post(buyer, number, None, "9", False), post(buyer, number, "2024-01-05", "7", False)
    others = [version(buyer, "2024-01-11", "9"), reprint(buyer, "2024-01-05")]
    last = exported(tmp_path, "last", [*others, undated, dated])
    assert b'"absorbed":["sweden-javelin-2024-01"]' in last
    assert last == exported(tmp_path, "first", [dated, undated, *others])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PAGES, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_bytes(tmp_path: Path, pages: list[Page], order: random.Random) -> None:
    folder = tmp_path / str(order.getrandbits(64))
    folder.mkdir(exist_ok=True)
    shuffled = list(pages)
    order.shuffle(shuffled)
    assert exported(folder, "one", pages) == exported(folder, "two", shuffled)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PAGES, min_size=2, max_size=8), st.integers())
def test_rebuild_gives_what_filing_gave(tmp_path: Path, pages: list[Page], seed: int) -> None:
    readings = {identity(page.content): page.reading() for page in reversed(pages)}

    def again(document: Document) -> Reading:
        return readings[document.id]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuild_room, "load", lambda content, _address: readings[identity(content)].document)
        patch.setattr(rebuild_room, "read", again)
        path = tmp_path / f"{seed}.db"
        path.unlink(missing_ok=True)
        with Docket.open(str(path)) as docket:
            for page in pages:
                docket.file(page.reading(), page.content)
            before = docket.export_canonical()
            rebuilt = docket.rebuild()
            assert rebuilt.problems == ()
            assert docket.export_canonical() == before
            assert docket.verify() == []
