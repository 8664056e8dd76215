"""Forwarding: whether a sale has gone to the legislature or will go, and whose words say so.

A reporter's "has sent" beside an official's "will send" is a difference worth showing: the one would make
the sale notified, the other leaves it asked for. Both are kept on the transfer they speak of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Rank, Stage, StageReport, Statement, Transfer
from armsdocket.reading.news.page.told import told_passages
from armsdocket.reading.sentences import sentences
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold_whole
from armsdocket.vocabulary.forwarding import forwarding_pattern, matter_pattern

# Past these a sale has been before the legislature, and where the papers go says nothing new.
OPEN: frozenset[Stage | None] = frozenset({None, "considered", "requested", "state approved", "notified"})


@dataclass(frozen=True, slots=True)
class Forwarding:
    """One wording, and the sentence it stands in."""

    passage: Passage
    sentence: Passage
    done: bool


def find_forwardings(text: str, start: int, end: int) -> Iterator[Forwarding]:
    """Find what is said to have gone, or to go, to the legislature.

    >>> said = "The US has sent the request to Congress. It will send another request to Congress."
    >>> [found.done for found in find_forwardings(said, 0, len(said))]
    [True, False]
    """
    folded = fold_whole(text)
    if forwarding_pattern().search(folded, start, end) is None:
        return
    for sentence in sentences(text, start, end):
        match = forwarding_pattern().search(folded, sentence.start, sentence.end)
        if match and matter_pattern().search(folded, sentence.start, sentence.end):
            done = match["ahead"] is None
            yield Forwarding(Passage(match.start(), match.end()), sentence, done)


def with_forwardings(
    document: Document, heading: Heading, transfers: Sequence[Transfer], statements: Sequence[Statement]
) -> list[Transfer]:
    """Return the transfers, each with the wordings that say whether it has gone to the legislature."""
    added: dict[int, list[StageReport]] = {}
    for told in told_passages(heading, document):
        for found in find_forwardings(document.text, told.start, told.end):
            place = _meant(document.text, found, transfers)
            if place is not None:
                added.setdefault(place, []).append(_report(document.text, found, statements))
    return [
        _with(transfer, added[place]) if place in added else transfer
        for place, transfer in enumerate(transfers)
    ]


def _meant(text: str, found: Forwarding, transfers: Sequence[Transfer]) -> int | None:
    """Choose the transfer meant: the one whose goods or buyer the sentence names, or the only one open."""
    sentence = found.sentence
    open_ones = [
        place
        for place, transfer in enumerate(transfers)
        if (transfer.stage.value if transfer.stage else None) in OPEN and transfer.seller is not None
    ]
    named = {spot.code for spot in find_places(text, sentence.start, sentence.end)}
    by_goods = [place for place in open_ones if _has_goods_in(transfers[place], sentence)]
    by_buyer = [place for place in open_ones if _buyer(transfers[place]) in named]
    for fitting in (by_goods, by_buyer, open_ones):
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _has_goods_in(transfer: Transfer, sentence: Passage) -> bool:
    return any(sentence.covers(item.passage) for item in transfer.items)


def _buyer(transfer: Transfer) -> str | None:
    return None if transfer.buyer is None else transfer.buyer.value


def _report(text: str, found: Forwarding, statements: Sequence[Statement]) -> StageReport:
    """Word the stage; only a quotation is an official's own words, what is retold is the reporter's."""
    quoted = any(
        statement.mode == "direct" and statement.words.passage.covers(found.passage)
        for statement in statements
        if statement.speaker is not None
    )
    rank: Rank = "official words" if quoted else "report"
    return StageReport(
        value="notified" if found.done else "requested",
        as_written=found.passage.words(text),
        passage=found.passage,
        rank=rank,
    )


def _with(transfer: Transfer, reports: Sequence[StageReport]) -> Transfer:
    """Put the wordings in their place among the others; they replace looser cues in the same words."""
    kept = [
        report
        for report in transfer.stage_reports
        if not any(report.passage.overlaps(more.passage) for more in reports)
    ]
    return msgspec.structs.replace(
        transfer, stage_reports=tuple(sorted([*kept, *reports], key=lambda report: report.passage))
    )
