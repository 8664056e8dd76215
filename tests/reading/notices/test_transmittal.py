"""Transmittal numbers: every label and trap met in the real documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.notices.transmittal import find_transmittals

CASES = [
    ("Transmittal No. 26-13", ["26-13"], "the usual label"),
    ("Transmittal No: 13-67WASHINGTON, November 19, 2013", ["13-67"], "the number runs into the next word"),
    (
        "Transmittal No: 11-34Defense Security Cooperation Agency",
        ["11-34"],
        "and into one with small letters",
    ),
    ("Transmittal #26-61", ["26-61"], "number sign"),
    ("Transmittal# 26-47", ["26-47"], "number sign glued to the word"),
    ("TRANSMITTAL NO RSAT 26-23", ["26-23"], "no full stop, State's series"),
    ("[Transmittal No. 26-27]", ["26-27"], "brackets stay outside"),
    ("(Transmittal Numbered 18-20)", ["18-20"], "the resolutions' label"),
    ("Transmittal Nos. 13-06 and 13-07", ["13-06", "13-07"], "two under one label"),
    ("Transmittal No. 25-101", ["25-101"], "three digits"),
    ("Transmittal No. 26-1C", ["26-1C"], "letter amendment"),
    ("Transmittal No. 26-CN", ["26-CN"], "two letters"),
    ("Transmittal No. 0M-25", ["25-0M"], "serial before year"),
    ("Transmittal No. 24-0x", ["24-0X"], "a small letter"),
    ("Transmittal No. 26-0O", ["26-0O"], "the letter O"),
    ("license document DDTC-17-112 as designated", ["DDTC 17-112"], "licence series with hyphens"),
    ("Transmittal No. DDTC 23-085, which", ["DDTC 23-085"], "licence series with a space"),
    ("congressional certification transmittal number 23-26 of", ["23-26"], "in running text"),
    ("Sec. 36(b)(1), AECA Transmittal No.: 23-26", ["23-26"], "stop and colon"),
    ("Transmittal No: Transmittal No. 12-61WASHINGTON", ["12-61"], "the label twice"),
    ("Public Law 96-8 and 11-34 rounds", [], "no label, no number"),
    ("Transmittal of the report on 10-12 May", [], "the word alone is no label"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_numbers(text: str, expected: list[str], reason: str) -> None:
    """Each form gives its one number."""
    assert [found.number for found in find_transmittals(text)] == expected, reason


def test_as_written_is_kept() -> None:
    """The span covers what is printed, the series mark with it, the next word without."""
    text = "TRANSMITTAL NO RSAT 0L-25WASHINGTON"
    found = find_transmittals("TRANSMITTAL NO RSAT 26-23")[0]
    assert text[: found.start] == "TRANSMITTAL NO "
    assert "TRANSMITTAL NO RSAT 26-23"[found.start : found.end] == "RSAT 26-23"


def test_series() -> None:
    """The series tells sales, changes and licences apart."""
    text = "Transmittal No. 26-13; Transmittal No. 26-1C; Transmittal No. DDTC 24-052"
    assert [found.series for found in find_transmittals(text)] == ["fms", "change", "ddtc"]


@given(st.text(alphabet="Transmittal No.#:0123456789-ABCDEFMWw \n", max_size=300))
def test_spans_hold_the_number(text: str) -> None:
    """Whatever is found stands in the text: its digits and letters in either order."""
    for found in find_transmittals(text):
        written = text[found.start : found.end].replace(" ", "")
        year, serial = found.number.removeprefix("DDTC ").split("-")
        assert year in written
        assert serial in written.upper()
        assert found.label <= found.start < found.end <= len(text)
