"""The labelled news articles and the seed article, each with its labels as filed."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.corpus import HERE, SHARED
from evaluation.scores import Error

# All but the real articles were worded and labelled without sight of the reader. The worded and the spent
# ones have since been read for its errors; nobody mends the reader after the blind ones.
BLIND = "blind"
CORPORA = ("seed", "news", "worded", "spent", BLIND)


class LabelledArticle(NamedTuple):
    """One article with its labels."""

    corpus: str
    id: str
    text: str
    labels: dict[str, Any]

    def error(self, family: str, what: str, start: int, end: int) -> Error:
        """Word an error in this article; a place that was not found is left out."""
        at = start if start >= 0 else None
        return Error(
            corpus=self.corpus,
            family=family,
            document=self.id,
            what=what,
            start=at,
            end=end if at is not None else None,
        )


@cache
def labelled_articles() -> tuple[LabelledArticle, ...]:
    """Read every labelled article: the seed article, the real ones, and those worded for this project."""
    labels = json.loads((SHARED / "seed" / "labels.json").read_text(encoding="utf-8"))
    text = (SHARED / "seed" / "kosovo-javelin-request.txt").read_text(encoding="utf-8")
    return (
        LabelledArticle("seed", "seed", text, labels),
        *_folder("news", SHARED / "news"),
        *_folder("worded", HERE / "worded_news"),
        *_folder("spent", HERE / "spent_news"),
        *_folder(BLIND, HERE / "blind_news"),
    )


def _folder(corpus: str, folder: Path) -> Iterator[LabelledArticle]:
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        words = (folder / record["text_file"]).read_text(encoding="utf-8")
        yield LabelledArticle(corpus, record["id"], words, record)
