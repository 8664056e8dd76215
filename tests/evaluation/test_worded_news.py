"""The worded articles and their labels must agree, or what is measured on them means nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

EVALUATION = Path(__file__).resolve().parent.parent.parent / "evaluation"
FOLDERS = (EVALUATION / "worded_news", EVALUATION / "spent_news", EVALUATION / "blind_news")
NOT_IN_DOUBLE_MARKS = {"headline", "dash", "single marks", "other marks"}


def labels_of(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    return [{**json.loads(line), "folder": folder} for line in lines]


LABELS = [article for folder in FOLDERS for article in labels_of(folder)]
STAGES = {
    "considering",
    "requested",
    "offered",
    "government_approved",
    "notified_to_legislature",
    "legislature_review_ended",
    "signed/contracted",
    "held",
    "delivered",
    "blocked",
    "cancelled",
    "unspecified",
}
FAMILIES = ("transfers", "statements", "money", "forces")
VERBATIM = ("item", "content", "speaker_as_written")

by_article = pytest.mark.parametrize("article", LABELS, ids=lambda article: article["id"])


def text_of(article: dict[str, Any]) -> str:
    path: Path = article["folder"] / article["text_file"]
    return path.read_text(encoding="utf-8")


def verbatim(article: dict[str, Any]) -> Iterator[str]:
    """Every labelled string that must stand in the text as it is."""
    if article["title"]:
        yield article["title"]
    yield from article["non_speech_quotes"]
    for family in FAMILIES:
        for label in article[family]:
            for key, value in label.items():
                if key in VERBATIM or key.endswith("evidence"):
                    yield value


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_article_has_one_record_and_one_text(folder: Path) -> None:
    ids = [article["id"] for article in labels_of(folder)]
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(path.stem for path in (folder / "text").glob("*.txt"))


@by_article
def test_labelled_strings_stand_in_the_text(article: dict[str, Any]) -> None:
    text = text_of(article)
    assert [words for words in verbatim(article) if not words or words not in text] == []


@by_article
def test_evidence_holds_what_it_proves(article: dict[str, Any]) -> None:
    astray = [said["content"] for said in article["statements"] if said["content"] not in said["evidence"]]
    assert astray == []


@by_article
def test_stages_and_kinds_are_legal(article: dict[str, Any]) -> None:
    stages = {transfer["stage"] for transfer in article["transfers"]}
    stages |= {transfer["alt_stage"] for transfer in article["transfers"] if "alt_stage" in transfer}
    assert stages <= STAGES
    assert {said["quote_or_reported"] for said in article["statements"]} <= {"direct", "indirect"}
    assert article["is_arms_transfer"] == bool(article["transfers"])


@by_article
def test_every_quotation_is_labelled(article: dict[str, Any]) -> None:
    """As many double quotations in the text as labelled ones; others bear a note with their kind."""
    text = text_of(article)
    if "“" not in text:  # straight marks open and close alike, so only the first of each pair is counted
        paragraphs = text.replace("\n    ", "\n\n").split("\n\n")
        opened = sum((paragraph.count('"') + 1) // 2 for paragraph in paragraphs)
    else:
        opened = text.count("“")
    direct = [said for said in article["statements"] if said["quote_or_reported"] == "direct"]
    marked = [said for said in direct if said.get("note") not in NOT_IN_DOUBLE_MARKS]
    assert opened == len(marked) + len(article["non_speech_quotes"])
