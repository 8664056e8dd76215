"""What stands inside quotation marks of every kind."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.news.speech.quotations import find_quotations
from tests.effort import grows_with_length_only

CASES = [
    ("He said ”we shall wait” twice.", ["we shall wait"], "both marks set as closing ones"),
    (
        "- 12 planes, all paid - said Vuk.",
        ["12 planes, all paid"],
        "words between dashes that begin with a figure",
    ),
    ("“We wait,” he said.", ["We wait,"], "typographic marks, comma kept"),
    ('"We wait," he said.', ["We wait,"], "straight marks"),
    ("``We wait,'' he said.", ["We wait,"], "marks of old wire copy"),
    ("«Oui», dit-il.", ["Oui"], "guillemets"),
    ("„Wir warten“, sagte er.", ["Wir warten"], "low opening mark"),
    ("He was 'glad' of it.", ["glad"], "single straight marks"),
    ("He was ‘glad’ at the ministers’ offer.", ["glad"], "an apostrophe after a plural is no mark"),
    ("It's the '90s: don't ask.", [], "apostrophes are no quotations"),
    (
        "He said 'the states' right to act' stands.",
        ["the states' right to act"],
        "plural inside single marks",
    ),
    ("“The ‘Javelin’ system came,” she said.", ["The ‘Javelin’ system came,"], "nested marks are not listed"),
    ("“Part one.\n\n“Part two,” she said.", ["Part one.", "Part two,"], "opening mark repeated"),
    (
        'The deal stands as it is, in line with talks," Ray said.',
        ["The deal stands as it is, in line with talks,"],
        "only a closing mark",
    ),
    ("He added: “We go on", ["We go on"], "only an opening mark"),
    (
        "He said: ‘The troops’ boots came.\n\n‘They fit.’",
        ["The troops’ boots came.", "They fit."],
        "single marks over paragraphs",
    ),
    ("He said: ‘We go on.\n\nShe left.", ["We go on."], "a single closing mark forgotten"),
    ("He met ‘Ana.\n\nShe left.", [], "an opening mark that no colon leads to"),
    ("- We are ready to talk - he added.", ["We are ready to talk"], "words between dashes"),
    ("The pact - signed last year - is old.", [], "dashes without a verb of speech"),
    ('""""""""" We wait, he said.', [], "a line drawn with marks"),
    ("“We ‘wait’” he said.", ["We ‘wait’"], "two marks in a row are marks"),
    ('The army"s new tanks came.', [], "a straight mark for an apostrophe"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES)
def test_find_quotations(text: str, expected: list[str], reason: str) -> None:
    found = [text[q.start : q.end] for q in find_quotations(text) if not q.nested]
    assert found == expected, reason


def test_nested_quotations_are_marked() -> None:
    text = "“The ‘Javelin’ came,” she said."
    assert [text[q.start : q.end] for q in find_quotations(text) if q.nested] == ["Javelin"]


def test_continued_quotation_says_so() -> None:
    found = find_quotations("“Part one.\n\n“Part two,” she said.")
    assert [(q.closed, q.continued) for q in found] == [(False, False), (True, True)]


@given(st.text(alphabet="aA .,\n\"'“”‘’«»`-s", max_size=120))
def test_outer_quotations_do_not_overlap(text: str) -> None:
    outer = [q for q in find_quotations(text) if not q.nested]
    assert all(0 <= q.outer_start <= q.start <= q.end <= q.outer_end <= len(text) for q in outer)
    assert all(a.outer_end <= b.outer_start for a, b in itertools.pairwise(outer))


@pytest.mark.parametrize("unit", ["“", '"', "'", "‘a’ ", "`", "- A "])
def test_effort_grows_with_length_only(unit: str) -> None:
    assert grows_with_length_only(find_quotations, unit, 20_000)
