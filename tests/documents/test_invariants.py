"""What holds for every document, whatever its bytes."""

import json
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armsdocket.documents.document import Document
from armsdocket.documents.load import expand, load, read_bytes
from armsdocket.errors import UnreadableDocument
from tests.shared import SHARED, needs_shared

NAMES = st.sampled_from(["a.txt", "a.html", "a.json", "a.pdf", "-", "https://a.example/b?c=d"])
# Pieces that steer the loaders into their branches, in any order.
MARKUP = """<p> </p> <b_class=x> </b> <br> <td> <tr> <table> </table> <pre> </pre> <title>
<script> </script> <body> <html> <meta_name=author_content=x> &nbsp; &#xD800; &lt < > <!-- --> <!doctype_html>
[ ] { } " : , \\ud800
%PDF-1.4 startxref %%EOF 246 missiles “said” č"""
PIECES = st.sampled_from(
    [piece.replace("_", " ") for piece in MARKUP.split()]
    + ["\n", "\r", "\t", " ", "\u00ad", "\u00a0", "\x0c", "\u2028"]
)


def check(document: Document) -> None:
    for block in document.blocks:
        assert 0 <= block.passage.start < block.passage.end <= len(document.text)
        words = document.block_words(block)
        assert words.strip()
        assert words == document.text[block.passage.start : block.passage.end]
    for before, after in pairwise(document.blocks):
        assert before.passage.end <= after.passage.start, "blocks stand in order and apart"
    document.text.encode()  # can be stored
    assert "\r" not in document.text
    assert document.body.end <= len(document.text)


def loaded(content: bytes, address: str) -> Document | None:
    try:
        return load(content, address)
    except UnreadableDocument:
        return None


@given(content=st.binary(max_size=400), address=NAMES)
@settings(max_examples=300, deadline=None)
def test_no_bytes_crash_a_loader(content: bytes, address: str) -> None:
    document = loaded(content, address)
    if document:
        check(document)


@given(pieces=st.lists(PIECES, max_size=40), address=NAMES, html=st.booleans())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_blocks_hold_on_broken_markup(pieces: list[str], address: str, *, html: bool) -> None:
    content = (("<html><body>" if html else "") + "".join(pieces)).encode()
    document = loaded(content, address)
    assert document == loaded(content, address), "same bytes, same document"
    if document:
        check(document)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(record=st.dictionaries(st.text(max_size=5), JSON, max_size=5))
@settings(max_examples=200, deadline=None)
def test_records_of_any_shape_are_read(record: dict[str, object]) -> None:
    document = loaded(json.dumps(record).encode(), "a.json")
    if document:
        check(document)


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("folder", ["corpus", "news/text", "seed"])
def test_real_documents_hold(folder: str) -> None:
    paths = [path for path in expand([SHARED / folder]) if "tables/" not in str(path)]
    assert paths
    for path in paths:
        if path.name != "labels.json":
            check(load(read_bytes(path), str(path)))
