"""The printed forms of numbers, as the documents have them."""

import pytest

from armsdocket.docket import numbers


@pytest.mark.parametrize(
    ("words", "number", "why"),
    [
        ("Transmittal No. 26-13", "26-13", "the usual label"),
        ("Transmittal No: 13-67", "13-67", "with a colon"),
        ("Transmittal #26-61", "26-61", "State's label"),
        ("TRANSMITTAL NO RSAT 26-23", "26-23", "one series, whoever transmits"),
        ("23–22", "23-22", "en dash of resolutions"),
        ("23‑22", "23-22", "non-breaking hyphen"),
        ("26-1C", "26-1C", "an amendment"),
        ("26-CN", "26-CN", "an amendment by two letters"),
        ("0M-25", "25-0M", "letters printed first"),
        ("08-102", "08-102", "three figures"),
        ("26-1", "26-01", "one figure"),
        ("DDTC 24–052", "DDTC-24-052", "licences are a series of their own"),
        ("DDTC 23-066", "DDTC-23-066", "with a hyphen"),
        ("kosovo-javelin-2024-01", None, "a key's date is no number"),
        ("2024-01-11", None, "nor is a date"),
        ("none", None, "no number at all"),
    ],
)
def test_transmittal(words: str, number: str | None, why: str) -> None:
    assert numbers.transmittal(words) == number, why


@pytest.mark.parametrize(
    ("words", "congress", "number"),
    [
        ("H.J.Res. 108", 118, "118-hjres-108"),
        ("S.J.RES. 101", None, "sjres-101"),
        ("119-sjres-101", None, "119-sjres-101"),
        ("S.J.Res.36 (116th)", None, "116-sjres-36"),
        ("hjres108", None, "hjres-108"),
        ("23-22", None, None),
        ("HR 3613", None, None),
    ],
)
def test_resolution(words: str, congress: int | None, number: str | None) -> None:
    assert numbers.resolution(words, congress) == number


def test_fms_case() -> None:
    assert numbers.fms_case("SW-B-WCB") == "SW-B-WCB"
    assert numbers.fms_case("26-27") is None
