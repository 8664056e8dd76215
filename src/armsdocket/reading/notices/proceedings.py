"""What was done on a resolution: actions with their stage, roll calls with their totals."""

import re

from armsdocket.documents.document import Block, Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Action, Sourced, Vote, sourced
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.notice_terms import action_stages

_ROW = re.compile(r"^\| (?P<label>[A-Z][A-Za-z ]{1,20}) \| (?P<value>[^|\n]{1,120}) \|$", re.MULTILINE)
_TITLE = re.compile(r"^(?P<chamber>Senate|House) Roll Call (?P<number>\d+)", re.MULTILINE)
_SAID = re.compile(
    r"(?:Yea-Nay Vote\.?|Yeas and Nays:|recorded vote:)\s*(?P<yeas>\d+)\s*-\s*(?P<nays>\d+)"
    r"[^()]{0,30}(?:\(Roll no\. (?P<roll>\d+)\)|Record Vote Number: (?P<record>\d+))",
    re.IGNORECASE,
)


def stage_of(text: str) -> str | None:
    """Return what an action means for the resolution; None when no rule knows it.

    >>> stage_of("Motion to discharge Senate Committee on Foreign Relations rejected")
    'discharge rejected'
    """
    folded = fold(text)
    return next((stage for stage, words in action_stages() if words.search(folded)), None)


def actions(document: Document, texts: list[tuple[Block, Block | None]]) -> tuple[Action, ...]:
    """Return the actions; the same action on the same day, given by several offices, stands once."""
    made: dict[tuple[str, str | None], Action] = {}
    for text, date in texts:
        words = document.block_words(text)
        day = block_value(document, date) if date else None
        made.setdefault(
            (_plain(words), day.value if day else None),
            Action(value=words, as_written=words, passage=text.passage, date=day, stage=stage_of(words)),
        )
    return tuple(made.values())


def _plain(words: str) -> str:
    """Return an action without the references that one office adds and another does not."""
    words = re.sub(r"^(?:Passed/agreed to in [A-Z][a-z]+|Failed of passage[^:]{0,60}): ?", "", words)
    return re.sub(r"\s*\((?:text|consideration): [^)]*\)", "", words).strip(" .")


def block_value(document: Document, block: Block) -> Sourced[str]:
    """Return a whole field as a value."""
    words = document.block_words(block)
    return Sourced(value=words, as_written=words, passage=block.passage)


def roll_call(document: Document, where: Passage) -> Vote | None:
    """Return the vote that a roll call's page states in its table of totals."""
    text = document.text
    title = _TITLE.search(text, where.start, where.end)
    rows = {row["label"]: row for row in _ROW.finditer(text, where.start, min(where.end, where.start + 3000))}
    if title is None or "Yea" not in rows or "Nay" not in rows:
        return None
    question = re.compile(r"\n\n(?P<question>[^\n|]+)\n").search(text, title.end(), where.end)
    start, end = question.span("question") if question else title.span()
    return Vote(
        value=text[start:end],
        as_written=text[start:end],
        passage=Passage(start, end),
        chamber=title["chamber"],
        date=_cell(text, rows.get("Date")),
        yeas=_number(text, rows.get("Yea")),
        nays=_number(text, rows.get("Nay")),
        present=_number(text, rows.get("Present")),
        not_voting=_number(text, rows.get("Not voting")),
        result=_cell(text, rows.get("Result")),
    )


def said(document: Document, action: Action) -> Vote | None:
    """Return the vote that an action's own words give ("Passed Senate by Yea-Nay Vote. 53 - 45.")."""
    start = action.passage.start
    match = _SAID.search(document.text, start, action.passage.end)
    if match is None:
        return None
    chamber = "House" if match["roll"] else "Senate"
    return Vote(
        value=action.value,
        as_written=action.as_written,
        passage=action.passage,
        chamber=chamber,
        date=action.date,
        yeas=sourced(int(match["yeas"]), document.text, *match.span("yeas")),
        nays=sourced(int(match["nays"]), document.text, *match.span("nays")),
    )


def _cell(text: str, row: re.Match[str] | None) -> Sourced[str] | None:
    return sourced(row["value"].strip(), text, *row.span("value")) if row else None


def _number(text: str, row: re.Match[str] | None) -> Sourced[int] | None:
    if row is None or not row["value"].strip().isdigit():
        return None
    return sourced(int(row["value"]), text, *row.span("value"))
