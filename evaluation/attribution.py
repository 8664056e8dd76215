"""How well attributions are read on the dev part of PolNeAR, by the model and by rules alone.

The scorer stands beside the corpus (``../shared/tools``) and is imported from there. A direct quotation is
content inside quotation marks; content matches at a token overlap of one half; joint also asks for the
source.
"""

import sys
import time
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.attributions import By, find_attributions
from evaluation.corpus import SHARED
from evaluation.scores import Error, Score

CORPUS = "PolNeAR dev"
READINGS = ("model", "rules")
Predict = Callable[[str], list[dict[str, Any]]]


class Measured(NamedTuple):
    """Tallies of one reading and how many documents it reads in a second of one core."""

    tallies: dict[str, Any]
    documents: int
    speed: float


@cache
def _tools() -> tuple[ModuleType, ModuleType]:
    tools = str(SHARED / "tools")
    if tools not in sys.path:
        sys.path.append(tools)
    return import_module("attribution_score"), import_module("polnear")


def as_predictions(attributions: Iterable[Attribution]) -> list[dict[str, Any]]:
    """Give attributions in the form the scorer takes."""
    return [
        {
            "content": (one.content.start, one.content.end),
            "source": (one.source.start, one.source.end) if one.source else None,
            "source_text": None,
        }
        for one in attributions
    ]


def tallied(predict: Predict, part: str = "dev") -> Measured:
    """Score what a system predicts for each text of a part of the corpus."""
    scorer, polnear = _tools()
    documents = polnear.load(part)
    predict(documents[0]["text"])
    began = time.process_time()
    read = [predict(document["text"]) for document in documents]
    spent = time.process_time() - began
    tallies = {"direct": scorer.Tally(), "full": scorer.Tally()}
    for document, found in zip(documents, read, strict=True):
        for task, tally in tallies.items():
            scorer.score_doc(scorer.Doc(document), document["gold"], found, tally, task)
    return Measured(tallies, len(documents), len(documents) / spent)


@cache
def measured(by: By, part: str = "dev") -> Measured:
    """Score one of our readings on a part of the corpus."""
    return tallied(lambda text: as_predictions(find_attributions(text, by)), part)


def scored(result: Measured, system: str, *, peer: bool = False) -> list[Score]:
    """Give four rows: direct and all attributions, content alone and with the source."""
    rows = []
    for task, name in (("direct", "direct quotations"), ("full", "all attributions")):
        tally = result.tallies[task]
        for key, what in (("match", ""), ("joint", ", with source")):
            rows.append(
                Score(
                    corpus=CORPUS,
                    family=f"{name}{what}, {system}",
                    documents=result.documents,
                    right=tally[key],
                    gold=tally["gold"],
                    found=tally["pred"],
                    note=f"{result.speed:.3g} documents/s" if (task, key) == ("direct", "match") else "",
                    peer=peer,
                )
            )
    return rows


def score() -> list[Score]:
    """Give four rows for each of our readings."""
    return [row for by in READINGS for row in scored(measured(by), by)]


def errors() -> list[Error]:
    """List nothing: the two annotators of the corpus differ in one attribution out of five."""
    return []
