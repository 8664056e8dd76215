# ruff: noqa: E501 - one document a line
"""Kinds of documents, by their words and blocks and never by their names."""

import json

import pytest

from armsdocket.documents.load import load
from armsdocket.reading.kind import recognise
from tests.shared import SHARED, needs_shared

NEWS = (
    "Norway asks for missiles\n\nThe government said on Tuesday that it had asked to buy missiles. The Defense Security Cooperation "
    "Agency has notified Congress of a possible foreign military sale, a spokesman said.\n"
)
CASES = [
    (
        "[Federal Register Volume 91, Number 71]\n(i) Prospective Purchaser: Government of Norway\n",
        "federal register notice",
    ),
    (
        "[FR Doc. 2026-1 Filed]\nREPORT OF ENHANCEMENT OR UPGRADE\n(i) Prospective Purchaser: Norway\n",
        "federal register change report",
    ),
    (
        "[Federal Register Volume 91]\nACTION: Arms sales notice; correction.\nArms Sales Notification\n",
        "federal register correction",
    ),
    (
        "[Federal Register Volume 88]\nNotifications to the Congress of Proposed Commercial Export Licenses\n",
        "federal register licence notice",
    ),
    ("The sale to the Peruvian Air Force (FAP).", "news"),
    (
        "Media/Public Contact: x\nTransmittal No: 13-67WASHINGTON, July 2, 2013 - notified Congress of a possible Foreign Military Sale\n",
        "dsca release",
    ),
    (
        "Foreign Military Sales: Congressional Notification\nTransmittal #26-27\na possible Foreign Military Sale to Norway\n",
        "state notice",
    ),
    (
        "[Congressional Record Volume 166]\nARMS SALES NOTIFICATION\ntransmittal no. 20-55\n",
        "congressional record",
    ),
    (
        "S. J. RES. 7\nThat the following proposed foreign military sale to Norway is prohibited:\n",
        "resolution",
    ),
    (
        "CONTRACTS\n\nAlpha Co. was awarded a $1,000,000 contract. The Command is the contracting activity.\n",
        "contract post",
    ),
    (NEWS, "news"),
    ("a,b,c\n1,2,3\n4,5,6\n", "other"),
]


@pytest.mark.parametrize(("text", "kind"), CASES, ids=[case[1] for case in CASES])
def test_kinds(text: str, kind: str) -> None:
    """The form decides, whatever the file is called."""
    assert recognise(load(text.encode(), "2026-07237.txt")) == kind
    assert recognise(load(text.encode(), "a-news-story.txt")) == kind


def test_records() -> None:
    """A record of a resolution is told from a record of something else."""
    record = {"congress": 118, "number": "H.J.Res. 108", "title": "Disapproval of a sale", "actions": []}
    assert recognise(load(json.dumps(record).encode(), "x.json")) == "resolution"
    assert recognise(load(b'{"name": "list", "rows": [1, 2]}', "x.json")) == "other"


FOLDERS = [
    (
        "federal_register",
        {"federal register notice", "federal register change report", "federal register correction"},
    ),
    ("dsca/html_2026", {"dsca release"}),
    ("dsca/sunlight_2008_2014", {"dsca release"}),
    ("state", {"state notice"}),
    ("resolutions", {"resolution"}),
    ("tables/dod_contracts", {"contract post"}),
]


@needs_shared
@pytest.mark.parametrize(("folder", "kinds"), FOLDERS, ids=[case[0] for case in FOLDERS])
def test_real_documents(folder: str, kinds: set[str]) -> None:
    """Every real document is of its folder's kind."""
    for path in sorted((SHARED / "corpus" / folder).glob("*.*")):
        assert recognise(load(path.read_bytes(), "unnamed")) in kinds, path.name


@needs_shared
def test_news_is_news() -> None:
    """No labelled article is taken for an official document."""
    for path in sorted((SHARED / "news" / "text").glob("*.txt")):
        assert recognise(load(path.read_bytes(), "unnamed")) == "news", path.name
