"""What holds for every text of every kind: it is read or refused, its passages hold, its record is valid."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armsdocket.documents.load import load
from armsdocket.documents.passage import Passage
from armsdocket.errors import UnreadableDocument
from armsdocket.reading.claims import DocumentKind, Reading
from armsdocket.reading.read import read
from armsdocket.reading.record import encode, passages, schema
from tests.reading.pieces import (
    ARTICLE,
    BUYERS,
    CHANGE,
    CORRECTION,
    DATES,
    ITEMS,
    LICENCE,
    NOTICE,
    POST,
    RECORD,
    RELEASE,
    RESOLUTION,
    STATE,
    SUMS,
)

# The same inputs in every run: the fuzzer looks for new ones.
QUIET: dict[str, Any] = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}
VALID = jsonschema.Draft202012Validator(schema())

NOISE = [
    "\u00a0",
    "\u200b",
    "\u2011",
    "\u2013",
    "--",
    '"',
    "\u201c",
    "\u2019",
    "``",
    "''",
    "(",
    ")",
    "[",
    "<",
    ">",
    "&",
    "\x00",
    "\u0130",
    "\ufb01",
    "e\u0301",
    "\U0001f680",
    "\u0664",
    "\u00b2",
    "{",
    "%",
    "(U)",
    "\\4/5\\",
    "\t",
    ".",
    "...",
]
PAGE = ["<html><body><article>", "<p>", "</p>", "<figcaption>", *ARTICLE, "</article>", "<p>"]
KINDS = {
    "notice.txt": NOTICE,
    "notice.html": ["<html><body><pre>", *NOTICE, "</pre>"],
    "change.txt": CHANGE,
    "correction.txt": CORRECTION,
    "licence.txt": LICENCE,
    "record.txt": RECORD,
    "release.html": RELEASE,
    "release.txt": RELEASE,
    "state.html": STATE,
    "resolution.txt": RESOLUTION,
    "post.txt": POST,
    "article.txt": ARTICLE,
    "article.html": PAGE,
}
VALUES = {"buyer": BUYERS, "item": ITEMS, "sum": SUMS, "date": DATES}
SPOILERS: tuple[Callable[[str], str], ...] = (
    lambda piece: piece.replace(" ", ""),
    lambda piece: piece.replace("-", "\u2011"),
    lambda piece: piece.replace(" ", "\n"),
    str.upper,
    lambda piece: piece[: len(piece) // 2],
    lambda piece: piece * 3,
    lambda piece: "",
)
GAPS = ("\n", "\n", "\n", "\n\n", " ", "", "\n[[Page 100]]\n")


@st.composite
def texts(draw: st.DrawFn, form: list[str]) -> str:
    """Make texts of one kind: its pieces filled with values, some spoiled or moved, noise in between."""
    pieces = form if draw(st.integers(0, 4)) else draw(st.permutations(form))
    made = []
    for piece in pieces:
        words = piece
        while field := next((name for name in VALUES if f"{{{name}}}" in words), None):
            words = words.replace(f"{{{field}}}", draw(st.sampled_from(VALUES[field])), 1)
        if draw(st.integers(0, 5)) == 0:
            words = draw(st.sampled_from(SPOILERS))(words)
        if draw(st.integers(0, 5)) == 0:
            words += draw(st.one_of(st.sampled_from(NOISE), st.text(max_size=6)))
        made += [words, draw(st.sampled_from(GAPS))]
    return "".join(made)


def check(reading: Reading) -> None:
    text = reading.document.text
    for what in (reading.heading, reading.claims, reading.problems):
        for passage, words in passages(what):
            assert words
            assert passage.words(text) == words
    plain: list[Passage] = [part.passage for part in reading.heading.parts]
    plain += [each.passage for each in (*reading.problems, *reading.ignored) if each.passage is not None]
    plain += [each.passage for each in reading.rejected]
    assert all(passage.end <= len(text) for passage in plain)
    VALID.validate(json.loads(encode(reading)))


def read_text(text: str, name: str) -> None:
    try:
        document = load(text.encode(), name)
    except UnreadableDocument:
        return
    check(read(document))


@pytest.mark.parametrize("name", KINDS)
def test_any_text_is_read_or_refused_and_every_passage_holds(name: str) -> None:
    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(texts(KINDS[name]))
    def holds(text: str) -> None:
        read_text(text, name)

    holds()


def test_any_record_of_a_resolution_is_read_or_refused() -> None:
    value = st.one_of(
        st.sampled_from([*RESOLUTION[:4], *BUYERS, *ITEMS, *DATES]),
        st.integers(),
        st.none(),
        st.booleans(),
        st.text(max_size=8),
    )
    member = st.recursive(
        value,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
        ),
        max_leaves=8,
    )

    @settings(max_examples=80, **QUIET)
    @given(st.dictionaries(st.sampled_from(NAMES), member, min_size=1, max_size=8))
    def holds(record: dict[str, object]) -> None:
        read_text(json.dumps({"congress": 118, "number": "H.J.Res.108"} | record), "resolution.json")

    holds()


NAMES = [
    "congress",
    "number",
    "title",
    "sponsor",
    "cosponsors",
    "actions",
    "date",
    "text",
    "votes",
    "yeas",
    "nays",
    "transmittals",
    "chamber",
    "as_of",
    "type",
]

# Inputs that once broke a reader, worded anew.
BROKE = [
    ("Kosovo will buy 0 to 5 million cartridges.", "a range from nought was scaled for ever"),
    (
        "The Government of Kosovo has requested missiles. The estimatedtotal cost is $75 million.",
        "a bound whose words are glued",
    ),
    ("It cost acrore rupees, he said.", "a number word glued to its article"),
    (
        "CONTRACTS\nARMY\nExample Corp. was awarded $9,000,000. The , is the contracting activity.",
        "a contracting activity without a name",
    ),
]


@pytest.mark.parametrize(("text", "reason"), BROKE)
def test_inputs_that_once_broke_a_reader(text: str, reason: str) -> None:
    assert reason
    read_text(text, "input.txt")


def test_the_texts_hold_claims_to_check() -> None:
    """Readings without claims would hold every invariant."""
    kinds: set[str] = set()
    claims: set[str] = set()

    for name, form in KINDS.items():

        @settings(max_examples=12, **QUIET)
        @given(st.just(name), texts(form))
        def gather(name: str, text: str) -> None:
            with suppress(UnreadableDocument):
                reading = read(load(text.encode(), name))
                kinds.add(reading.heading.kind)
                claims.update(type(claim).__name__ for claim in reading.claims)

        gather()
    assert claims >= {"Transfer", "Statement", "Sum", "Force", "Resolution"}
    assert kinds >= set(get_args(DocumentKind)) - {"other"}
