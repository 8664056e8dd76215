"""Each wording that says how far a transfer got, and how far it got by all of them."""

from collections.abc import Sequence
from typing import NamedTuple

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Rank, StageReport, Statement
from armsdocket.reading.news.statement.official import is_unofficial
from armsdocket.reading.news.transfer.stage_date import date_of
from armsdocket.reading.news.transfer.story import Telling
from armsdocket.reading.news.transfer.tense import FIRM, HINT
from armsdocket.vocabulary import transfer_terms


class Weighed(NamedTuple):
    """A wording that sets a stage, how strongly it does, and the number of its sentence."""

    report: StageReport
    strength: int
    sentence: int


def stage_reports(text: str, tellings: Sequence[Telling], statements: Sequence[Statement]) -> list[Weighed]:
    """Give each wording that sets a stage."""
    reports: list[Weighed] = []
    seen: set[tuple[int, int]] = set()
    for telling in tellings:
        verdict = telling.verdict
        if verdict.stage is None or (verdict.start, verdict.end) in seen or verdict.polarity != "stated":
            continue
        seen.add((verdict.start, verdict.end))
        rank: Rank = "report"
        for statement in statements:
            within = statement.words.passage.start <= verdict.start < statement.words.passage.end
            if within and _official(statement, telling):
                rank = "official words"
        report = StageReport(
            value=verdict.stage,
            as_written=text[verdict.start : verdict.end],
            passage=Passage(verdict.start, verdict.end),
            rank=rank,
            date=None if verdict.ahead else date_of(telling.candidate.scene, verdict),
        )
        reports.append(Weighed(report, verdict.strength, telling.candidate.scene.index))
    return reports


def _official(statement: Statement, telling: Telling) -> bool:
    """Tell whether it is said for a side of the transfer: what Chile says of Norway's tanks is a report."""
    speaker = statement.speaker
    if speaker is None or statement.denial is not None or not (speaker.office or speaker.country):
        return False
    if speaker.office and is_unofficial(speaker.office.value):
        return False
    sides = {party.code for party in (telling.buyer, telling.seller) if party}
    return speaker.country is None or speaker.country.value in sides


def reached(reports: Sequence[Weighed]) -> StageReport | None:
    """Give the stage furthest along, of the wordings that say it most firmly."""
    order = transfer_terms.stage_order()
    firm: list[Weighed] = []
    for least in (FIRM, HINT + 1, 0):
        firm = firm or [found for found in reports if found.strength >= least]
    if not firm:
        return None
    # Held once and approved since, or bought and stopped: the sentence told first has the news.
    news = min(found.sentence for found in firm)
    firm = _still_unsigned(firm)
    stopped = any(found.report.value in _STOPPED for found in firm if found.sentence == news)
    later = _later(firm)
    stopped = stopped if later is None else later
    firm = [found for found in firm if (found.report.value in _STOPPED) == stopped]
    return max(
        firm, key=lambda found: (order[found.report.value], found.report.date is not None, found.strength)
    ).report


def _still_unsigned(firm: list[Weighed]) -> list[Weighed]:
    """Leave out contracts told before it is said that none is signed: "is yet to be concluded"."""
    unsigned = [
        found.sentence
        for found in firm
        if transfer_terms.pattern("unsigned").search(found.report.as_written.lower())
    ]
    if not unsigned:
        return firm
    return [
        found for found in firm if found.report.value != "contracted" or found.sentence > max(unsigned)
    ] or firm


def _later(firm: Sequence[Weighed]) -> bool | None:
    """Tell whether the last day told is that of a stop, not of a step; None when either has no day."""
    stops = {
        found.report.date.value for found in firm if found.report.date and found.report.value in _STOPPED
    }
    steps = {
        found.report.date.value for found in firm if found.report.date and found.report.value not in _STOPPED
    }
    if not stops or not steps:
        return None
    stop, step = max(stops), max(steps)
    apart = not stop.startswith(step) and not step.startswith(stop)
    return stop > step if apart else None


_STOPPED: frozenset[str] = frozenset({"held", "blocked", "cancelled"})
