"""Data files are refused when they are not what their schema says."""

import msgspec
import pytest

from armsdocket.errors import VocabularyError
from armsdocket.vocabulary import datafile


class Sample(msgspec.Struct, forbid_unknown_fields=True):
    """A small schema."""

    source: str
    number: int = 0
    names: tuple[str, ...] = ()
    maybe: str | None = None


def test_scalars_are_typed_by_the_schema() -> None:
    sample = datafile.decode(
        b"source: NO\nnumber: 12\nnames: [NO, 1.0, yes]\nmaybe: null", Sample, "sample.yaml"
    )
    assert sample == Sample(source="NO", number=12, names=("NO", "1.0", "yes"), maybe=None)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"source: a\nsource: b", "'source' stands twice"),
        (b"source: a\nsurprise: b", "breaks its schema"),
        (b"number: 1", "breaks its schema"),
        (b"source: [", "not valid YAML"),
    ],
)
def test_broken_files_are_named(content: bytes, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        datafile.decode(content, Sample, "sample.yaml")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(VocabularyError, match=r"nowhere\.yaml is missing"):
        datafile.load("nowhere", Sample)
