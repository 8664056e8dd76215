"""Contradictions: statements of one speaker on one case that differ in a date or a number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from armsdocket.docket.casefile import Conflict, Fact
from armsdocket.docket.facts import Member, fact
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, Statement
from armsdocket.reading.sentences import sentences
from armsdocket.reading.values.date import find_dates
from armsdocket.reading.values.quantity import find_counts
from armsdocket.vocabulary.events import find_events
from armsdocket.vocabulary.folding import fold

# The thing counted: the noun behind the number, past at most two adjectives.
_NOUN = re.compile(r"[\s-]+((?:[^\W\d_][\w'’-]*\s+){0,2}?)([^\W\d_]{3,}s)\b")


class Saying(NamedTuple):
    """A date or number in somebody's words: what it is of, its value, the fact."""

    topic: str
    value: str
    fact: Fact


def contradictions(members: Sequence[Member]) -> Iterator[Conflict]:
    """Yield, for each speaker and topic, the statements that no one value satisfies.

    "Delivery in 2025" and "delivery in 2026" contradict; "246 missiles" and "24 launchers" do not.
    """
    by_speaker: dict[str, dict[str, list[Saying]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for member, claim in _statements(members):
        if claim.speaker is None:
            continue
        key = fold(claim.speaker.value)
        names.setdefault(key, claim.speaker.value)
        for saying in _sayings(member, claim):
            by_speaker[key][saying.topic].append(saying)
    for key in sorted(by_speaker):
        yield from _differing(names[key], by_speaker[key])


def _statements(members: Sequence[Member]) -> Iterator[tuple[Member, Statement]]:
    seen: set[str] = set()
    for member in members:
        if member.main and member.document not in seen:
            seen.add(member.document)
            for claim in member.reading.claims:
                if isinstance(claim, Statement):
                    yield member, claim


def _sayings(member: Member, claim: Statement) -> Iterator[Saying]:
    text, words = member.reading.document.text, claim.words.passage
    anchor = _anchor(claim, member)
    for sentence in sentences(text, words.start, words.end):
        yield from _dated(member, text, sentence, anchor)
        yield from _counted(member, text, sentence)


def _anchor(claim: Statement, member: Member) -> date | None:
    for words in (claim.date.value if claim.date else None, member.published):
        if words and len(words) == 10:
            return date.fromisoformat(words)
    return None


def _dated(member: Member, text: str, sentence: Passage, anchor: date | None) -> Iterator[Saying]:
    """Yield the date of a sentence that names one event and one date."""
    events = {found.event for found in find_events(text, sentence.start, sentence.end)}
    dates = find_dates(text, sentence.start, sentence.end, anchor=anchor)
    if len(events) == 1 and len(dates) == 1:
        (event,) = events
        field = _field(text, dates[0].passage, dates[0].value)
        yield Saying(f"date of {event}", dates[0].value, fact(f"date of {event}", field, member))


def _counted(member: Member, text: str, sentence: Passage) -> Iterator[Saying]:
    for count in find_counts(text, sentence.start, sentence.end):
        noun = _NOUN.match(text, count.passage.end, min(sentence.end, count.passage.end + 60))
        if noun and count.bound == "exactly":
            topic = f"number of {fold(noun[2])}"
            field = _field(text, count.passage, str(count.number))
            yield Saying(topic, str(count.number), fact(topic, field, member))


def _field(text: str, passage: Passage, value: str) -> Sourced[str]:
    return Sourced(value=value, as_written=passage.words(text), passage=passage)


def _differing(name: str, topics: Mapping[str, Sequence[Saying]]) -> Iterator[Conflict]:
    for topic in sorted(topics):
        sides: dict[str, Saying] = {}
        for saying in topics[topic]:
            sides.setdefault(saying.value, saying)
        values = sorted(sides)
        # A year and a day within it agree.
        apart = [
            v for v in values if not any(o != v and (o.startswith(v) or v.startswith(o)) for o in values)
        ]
        if len(apart) > 1:
            yield Conflict(
                what=f"{topic}, as {name} gives it",
                sides=tuple(sides[value].fact for value in apart),
                sentence=f"{name} gives {' and '.join(apart)} as {topic}.",
            )
