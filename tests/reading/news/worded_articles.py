"""Articles worded for the tests, with what each states; read from the YAML files beside this module."""

from functools import cache
from pathlib import Path

import msgspec

from armsdocket.vocabulary.datafile import decode

FOLDER = Path(__file__).resolve().parent / "articles"


class WordedTransfer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A transfer an article states; a field left out is not checked."""

    buyer: str | None
    item: str
    seller: str | None = None
    stage: str | None = None
    quantity: int | None = None
    value: float | None = None
    shared: float | None = None
    currency: str | None = None
    date: str | None = None
    channel: str | None = None
    optional: bool = False
    """Defensible, not required."""


class WordedArticle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One article and its labels."""

    id: str
    why: str
    published: str
    text: str
    transfers: tuple[WordedTransfer, ...]
    denied: tuple[WordedTransfer, ...] = ()


@cache
def worded_articles() -> tuple[WordedArticle, ...]:
    """Give every article of every file, in order."""
    articles: list[WordedArticle] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        articles += decode(path.read_bytes(), list[WordedArticle], path.name)
    return tuple(articles)
