"""The labelled news articles and the seed article, each with its labels as filed."""

import json
from functools import cache
from typing import Any, NamedTuple

from evaluation.corpus import SHARED
from evaluation.scores import Error


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
    """Read every labelled article, the seed article first."""
    labels = json.loads((SHARED / "seed" / "labels.json").read_text(encoding="utf-8"))
    text = (SHARED / "seed" / "kosovo-javelin-request.txt").read_text(encoding="utf-8")
    found = [LabelledArticle("seed", "seed", text, labels)]
    for line in (SHARED / "news" / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        words = (SHARED / "news" / record["text_file"]).read_text(encoding="utf-8")
        found.append(LabelledArticle("news", record["id"], words, record))
    return tuple(found)
