"""Events of a sale by the words that statements use for them: delivery, payment, signature ..."""

from functools import cache
from typing import NamedTuple

import msgspec

from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.matcher import Matcher


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: the words for each event."""

    source: str
    events: dict[str, tuple[str, ...]]


class EventMatch(NamedTuple):
    """An event met in a text."""

    start: int
    end: int
    event: str


@cache
def _matcher() -> Matcher[str]:
    data = datafile.load("docket_events", Events)
    return Matcher([(word, event) for event, words in data.events.items() for word in words])


def find_events(text: str, start: int = 0, end: int | None = None) -> list[EventMatch]:
    """Find the words for events in ``text[start:end]``, in order; spans count from the start of ``text``.

    >>> [(found.event, found.start) for found in find_events("Deliveries begin after payment.")]
    [('delivery', 0), ('payment', 23)]
    """
    return [EventMatch(found.start, found.end, found.value) for found in _matcher().find(text, start, end)]
