"""The article of a news page is told from what stands around it."""

from armsdocket.documents.article_frame import main_blocks
from armsdocket.documents.load import load, read_bytes
from armsdocket.samples import paths

LONG = "The ministry said on Thursday that the request for the missiles had reached the other government. "


def test_body_of_the_sample_article() -> None:
    (path,) = [path for path in paths() if path.name == "news-article.html"]
    document = load(read_bytes(path), path.name)
    blocks = main_blocks(document)
    assert blocks is not None
    words = [document.block_words(block) for block in blocks]
    assert words[0].startswith("The United States has sent")
    assert "What Kosovo spends" in words
    assert all(
        word not in " ".join(words) for word in ("cookies", "mark my words", "All rights", "Romania may")
    )


def test_what_is_no_article_has_no_frame() -> None:
    assert main_blocks(load(b"Plain words.", "a.txt")) is None
    assert main_blocks(load(b"<p>One.</p>", "a.html")) is None


def test_words_repeated_outside_the_body_count_once() -> None:
    body = "".join(f"<p>{number} {LONG}</p>" for number in range(6))
    markup = f"<nav><p>Home</p></nav><article>{body}</article><footer><p>Home</p></footer>"
    document = load(f"<html><body>{markup}</body></html>".encode(), "a.html")
    blocks = main_blocks(document)
    assert blocks is not None
    assert [document.block_words(block)[0] for block in blocks] == list("012345")
