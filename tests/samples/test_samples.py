"""The samples load, and say what they are."""

import pytest

from armsdocket.documents.load import load, read_bytes
from armsdocket.samples import paths

NOTICE = "SAMPLE: worded by the armsdocket project after the public record; not the original document."


def test_there_are_six() -> None:
    assert [path.name for path in paths()] == [
        "agency-notice.html",
        "budget-story.txt",
        "contract-post.txt",
        "federal-register.txt",
        "joint-resolution.json",
        "news-article.html",
    ]


@pytest.mark.parametrize("name", [path.name for path in paths()])
def test_each_says_at_its_head_that_it_is_a_sample(name: str) -> None:
    (path,) = [path for path in paths() if path.name == name]
    document = load(read_bytes(path), name)
    assert document.notes == ()
    assert NOTICE in document.text[:120]
