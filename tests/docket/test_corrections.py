"""Reviewed corrections: applied on rebuild and on every later filing, reported when they no longer apply."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from armsdocket.docket import rebuild as rebuild_room
from armsdocket.docket.store import Docket
from armsdocket.documents.document import Document, identity
from armsdocket.errors import DocketError
from armsdocket.reading.claims import Reading
from tests.docket.factory import kosovo_news, kosovo_notice, kosovo_resolution

PAGES = (kosovo_resolution(), kosovo_news(), kosovo_news("2019-03-02"))
HEAD = "who: A. Editor, when: '2026-05-01', why: read by two people"


@pytest.fixture
def docket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Docket]:
    readings = {identity(page.content): page.reading() for page in (*PAGES, kosovo_notice())}

    def load(content: bytes, _address: str) -> Document:
        return readings[identity(content)].document

    def read(document: Document) -> Reading:
        return readings[document.id]

    monkeypatch.setattr(rebuild_room, "load", load)
    monkeypatch.setattr(rebuild_room, "read", read)
    with Docket.open(str(tmp_path / "docket.db")) as opened:
        for page in PAGES:
            opened.file(page.reading(), page.content)
        yield opened


def written(tmp_path: Path, *entries: str) -> Path:
    file = tmp_path / "corrections.yaml"
    file.write_text("corrections:\n" + "".join(f"  - {{{entry}, {HEAD}}}\n" for entry in entries))
    return file


def documents_of(docket: Docket, key: str) -> set[str]:
    return {source.address for source in docket.case(key).sources}


def test_without_corrections(docket: Docket) -> None:
    assert documents_of(docket, "23-22") == {PAGES[0].address, PAGES[1].address}
    assert documents_of(docket, "kosovo-javelin-2019-03") == {PAGES[2].address}


def test_join(docket: Docket, tmp_path: Path) -> None:
    file = written(tmp_path, f"kind: join, document: {PAGES[2].address}, case: 'Transmittal No. 23–22'")
    assert docket.rebuild(None, file).problems == ()
    assert PAGES[2].address in documents_of(docket, "23-22")
    assert docket.case("kosovo-javelin-2019-03").key == "23-22", "the former key still leads there"
    assert docket.verify() == []


def test_split(docket: Docket, tmp_path: Path) -> None:
    file = written(tmp_path, f"kind: split, document: {PAGES[1].address}, case: 23-22")
    docket.rebuild(None, file)
    assert documents_of(docket, "23-22") == {PAGES[0].address}
    assert documents_of(docket, "kosovo-javelin-2024-01") == {PAGES[1].address}


def test_split_of_a_numbered_document(docket: Docket, tmp_path: Path) -> None:
    file = written(tmp_path, f"kind: split, document: {PAGES[0].address}, case: 23-22")
    docket.rebuild(None, file)
    assert docket.case("23-22").key == f"23-22-{identity(PAGES[0].content)[:8]}"
    assert "A reviewed correction parts it" in docket.case("23-22").sources[0].why


def test_not_the_same(docket: Docket, tmp_path: Path) -> None:
    file = written(tmp_path, f"kind: not the same, document: {PAGES[1].address}, other: {PAGES[0].address}")
    docket.rebuild(None, file)
    assert documents_of(docket, "23-22") == {PAGES[0].address}
    assert documents_of(docket, "kosovo-javelin-2024-01") == {PAGES[1].address}


def test_misread(docket: Docket, tmp_path: Path) -> None:
    at = PAGES[0].at("246")
    file = written(
        tmp_path,
        f"kind: misread, document: {PAGES[0].address}, start: {at.start}, end: {at.end}, value: 240",
    )
    assert docket.rebuild(None, file).problems == ()
    assert docket.case("23-22").items[0].quantity == 240
    assert docket.verify() == [], "a correction is no fault"
    page = kosovo_notice()
    docket.file(page.reading(), page.content)
    assert [one.what for one in docket.case("23-22").conflicts if "quantity" in one.what], (
        "filed later, compared"
    )


def test_taken_out(docket: Docket, tmp_path: Path) -> None:
    at = PAGES[0].at("24 command launch units")
    file = written(
        tmp_path,
        f"kind: misread, document: {PAGES[0].address}, start: {at.start + 3}, end: {at.end}, value: null",
    )
    docket.rebuild(None, file)
    assert [line.name for line in docket.case("23-22").items] == ["Javelin missiles"]


def test_stale_corrections_are_reported(docket: Docket, tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "kind: join, document: gone.html, case: 23-22",
        f"kind: misread, document: {PAGES[0].address}, start: 0, end: 1, value: 3",
    )
    problems = docket.rebuild(None, file).problems
    assert ["no such document" in problems[0], "no claim rests on that passage" in problems[1]] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("kind: join, document: {0}, case: 24-01", "bears another number"),
        ("kind: split, document: {2}, case: kosovo-javelin-2019-03", "which it opened itself"),
        ("kind: split, document: {1}, case: 23-22", None),
        ("kind: not the same, document: {1}, other: {0}", None),
    ],
)
def test_a_correction_without_effect_is_reported(
    docket: Docket, tmp_path: Path, entry: str, said: str | None
) -> None:
    problems = docket.rebuild(
        None, written(tmp_path, entry.format(*(page.address for page in PAGES)))
    ).problems
    assert len(problems) == (said is not None)
    assert said is None or said in problems[0]


def test_a_joined_article_leaves_the_sales_of_others_where_they_are(docket: Docket, tmp_path: Path) -> None:
    file = written(tmp_path, f"kind: join, document: {PAGES[2].address}, case: 23-22")
    docket.rebuild(None, file)
    assert {row.buyer for row in docket.cases()} == {"XK", "AL"}
    assert PAGES[2].address in documents_of(docket, "albania-javelin-2022-05")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("kind: join, document: a", "lacks case"),
        ("kind: misread, document: a, start: 3", "lacks end"),
        ("kind: guess, document: a", "breaks its schema"),
    ],
)
def test_an_incomplete_file_changes_nothing(docket: Docket, tmp_path: Path, entry: str, message: str) -> None:
    before = docket.export_canonical()
    with pytest.raises(DocketError, match=message):
        docket.rebuild(None, written(tmp_path, entry))
    assert docket.export_canonical() == before


def test_a_missing_file_is_said(docket: Docket, tmp_path: Path) -> None:
    with pytest.raises(DocketError, match="cannot be read"):
        docket.rebuild(None, tmp_path / "none.yaml")
