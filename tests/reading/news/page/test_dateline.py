"""Datelines of many agencies and papers, and openings that are none."""

import pytest

from armsdocket.reading.news.page.dateline import dateline_at

OPENINGS = [
    ("PRISTINA, Jan 5 (Agency) - The ministry waits.", ("PRISTINA", "Jan 5", "Agency"), "a wire's form"),
    ("Taipei, Nov. 18 (CNA) The ministry waits.", ("Taipei", "Nov. 18", "CNA"), "no dash behind the agency"),
    ("Zagreb, 18 November 2024 /Adria/ - The", ("Zagreb", "18 November 2024", "Adria"), "day before month"),
    ("Vilnius, Nov 18, BNS – The ministry", ("Vilnius", "Nov 18", "BNS"), "the agency without brackets"),
    ("Manila, Philippines — The navy waits.", ("Manila, Philippines", None, None), "a town with its country"),
    ("Warsaw/Seoul - The ministries wait.", ("Warsaw/Seoul", None, None), "two capitals"),
    ("NEW DELHI: The ministry waits.", ("NEW DELHI", None, None), "capitals and a colon"),
]


@pytest.mark.parametrize(("text", "groups", "why"), OPENINGS)
def test_datelines(text: str, groups: tuple[str, str | None, str | None], why: str) -> None:
    found = dateline_at(text, 0, len(text))
    assert found is not None, why
    named = tuple(found[name] and found[name].strip(", ") for name in ("place", "date", "agency"))
    assert named == groups, why


NONE = [
    ("Norway - the buyer of the jets - waits.", "a country alone is the subject of a sentence"),
    ("Ana Kovac - a deputy minister - resigned.", "a person set apart by dashes"),
    ("On Tuesday, Nov. 18 the ministry waits.", "a day within a sentence"),
    ("EDITOR'S NOTE: The ministry waits.", "a label of the page"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_no_dateline(text: str, why: str) -> None:
    assert dateline_at(text, 0, len(text)) is None, why
