"""A case row to vary in the tests of tables and feeds."""

from typing import Any

from armsdocket.docket.casefile import CaseRow

KOSOVO: dict[str, Any] = {
    "key": "23-22",
    "title": "Kosovo: FGM-148 Javelin",
    "buyer": "XK",
    "buyer_name": "Kosovo",
    "seller": "US",
    "channel": "FMS",
    "stage": "notified",
    "articles": ("FGM-148 Javelin", "Lightweight Command Launch Unit"),
    "value": 75_000_000,
    "currency": "USD",
    "received": "2024-01-11",
    "days": 30,
    "last_day": "2024-02-10",
    "waived": False,
    "reviewed": True,
    "first_date": "2024-01-11",
    "last_date": "2024-01-30",
    "documents": 2,
    "sources": ("https://example.org/notice", "article.html"),
}


def row(**changes: Any) -> CaseRow:
    return CaseRow(**{**KOSOVO, **changes})
