"""Designations by their grammar, and what only looks like one."""

import pytest

from armsdocket.vocabulary import designations
from armsdocket.vocabulary.designations import find_designations
from tests.effort import grows_with_length_only


@pytest.mark.parametrize(("example", "system"), list(designations.examples()))
def test_every_example_is_found_whole(example: str, system: str) -> None:
    found = find_designations(f"of the {example}, and")
    assert [(match.start, match.end, match.system) for match in found] == [(7, 7 + len(example), system)]


@pytest.mark.parametrize("words", [words for grammar in designations.grammars() for words in grammar.refused])
def test_every_refused_form_is_refused(words: str) -> None:
    assert find_designations(f"of the {words}, and") == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Transmittal No. 26-27 and 26-1C", "transmittals"),
        ("Case SW-B-WCB and KS-P-ABC", "FMS cases"),
        ("(703) 697-9107", "a telephone number"),
        ("contract FA2517-06-C-8001, W58RGZ-21-C-0016", "contract numbers"),
        ("in 2024-25, from 1999-06-12", "years and dates"),
        ("Executive Communication EC-1427", "a communication to Congress"),
        ("the M23 rebels on the M25", "a militia and a motorway"),
        ("an H-1B visa, the P-5 powers", "visas and powers"),
        ("$M142", "money"),
        ("S.J.Res.36, H.R.1234, 22 CFR 121.1", "laws"),
    ],
)
def test_refused(text: str, why: str) -> None:
    assert find_designations(text) == [], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("AGM‑114R2", ["AGM-114R2"], "a non-breaking hyphen"),
        ("AGM–114R2", ["AGM-114R2"], "an en dash"),
        ("AN/\n  PRC-158", ["AN/PRC-158"], "a line break behind the slash"),
        ("AIM-\n9X", ["AIM-9X"], "a line break behind the hyphen"),
        ("M270Al", ["M270Al"], "a typing error is left as written"),
        ("F-16-sized jets", ["F-16"], "a word behind a hyphen"),
    ],
)
def test_writing(text: str, expected: list[str], why: str) -> None:
    assert [match.designation for match in find_designations(text)] == expected, why


@pytest.mark.parametrize("unit", ["1", "A-", "AN/", "M1", "F-16 Block ", "AGM-114R2/", "-", "MK ", "(V)"])
def test_effort_grows_with_length_only(unit: str) -> None:
    assert grows_with_length_only(find_designations, unit, 20_000)
