"""Proposals: threshold values in bills that are not law, kept to be shown and never applied."""

from collections.abc import Iterator
from datetime import date

from armsdocket.law import rulebook, threshold
from armsdocket.law.groups import Recipient
from armsdocket.law.rulebook import Rule
from armsdocket.law.rulebook import sentence as say
from armsdocket.law.threshold import Thresholds, Values


class Proposal(Rule, frozen=True, kw_only=True):
    """A bill or order; ``from_`` is the day it was introduced or issued. None of them is law."""

    name: str
    enacted: bool
    general: Thresholds | None
    raised: Thresholds | None

    def __post_init__(self) -> None:
        if self.enacted:
            message = "an enacted bill is no proposal: give its values a row in thresholds.yaml"
            raise ValueError(message)


def proposals() -> tuple[Proposal, ...]:
    """Give every recorded proposal."""
    return rulebook.rows("proposals", Proposal)


def would_change(
    who: Recipient, on: date, section: str, values: Values, required: bool | None
) -> Iterator[str]:
    """Say which bills, pending on a day, would change an answer if they were law."""
    if section != "36(b)" or required is None:
        return
    for bill in proposals():
        limits = bill.raised if who.raised else bill.general
        if limits is None or limits.total is None or bill.from_ is None or not bill.holds(on):
            continue
        results = tuple(threshold.results(limits, values))
        if required and all(result.met is False for result in results):
            yield say("unenacted", bill=bill.name, answer="no certification")
