"""How words reached the public: by what means, to whom, on which day, and whose words they pass on."""

import datetime
import re
from collections.abc import Iterable
from functools import cache

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Sourced, Speaker, sourced
from armsdocket.reading.news.statement.speakers import Speakers
from armsdocket.reading.values.date import day_signs, find_dates
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.phrase import Phrase
from armsdocket.vocabulary.speech import speech_people

_TOLD = Phrase(
    r"\b(?:told|informed|assured|reminded|(?:interview|interviewed) (?:with|by|for|given to)"
    r"|in remarks to|speaking to|spoke to)\s+"
    r"(?P<who>(?:the |a |an |his |her |its )?[\w.&’'-]+"
    r"(?:\s(?:[A-Z][\w.&’'-]*|of|and|the|in|at|[a-z]+(?=\s[A-Z])|reporters|journalists|lawmakers|agency))*"
    r"(?:\s(?:reporters|journalists|lawmakers|agency|news|newspaper|television|radio|conference|channel))?)",
    shared=True,
)
_QUOTING = re.compile(
    r"^(?:As|as|According to) (?P<who>[^,]{2,60}?)(?:\s+(?:has |had |have |already |also )*"
    r"(?:stated|said|noted|put it|pointed out|stressed|explained|announced|confirmed|emphasi[sz]ed"
    r"|mentioned|told us))?,"
)
_CUT_AUDIENCE = re.compile(
    r"\s(?:on|that|in|at|during|after|before|about|by|the|of|and)$|"
    r"\s(?:on|that|during|after|before|by|about)\s.*$|"
    r"\s(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b.*$"
)


_BEFORE_MEANS = (
    r"\b(?:in|on|via|by|to|from|through|at|during|over|with) "
    r"(?:(?:a|an|the|his|her|its|their|own|official|written|joint|separate)\s+){0,3}(?:[\w-]+\s+){0,2}?"
)


def _means_of(words: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"{_BEFORE_MEANS}(?P<via>{listed})\b|\bthe (?P<self>{listed}) (?:said|noted|read|reads|added|stated)"
    )


@cache
def _means() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, _means_of(words)) for name, words in speech_people().vias.items()]


@cache
def _any_means() -> re.Pattern[str]:
    """Match where any of the means does: most sentences name none, and then one look is enough."""
    return _means_of(word for words in speech_people().vias.values() for word in words)


@cache
def _named() -> Phrase:
    """Match the words of all means in folded text."""
    words = [fold(word) for words in speech_people().vias.values() for word in words]
    return Phrase("|".join(map(re.escape, words)), shared=True)


def _outside(text: str, sentence: Passage, words: Passage) -> list[Passage]:
    """Return the parts of the sentence outside the words said."""
    parts = []
    if sentence.start < words.start:
        parts.append(Passage(sentence.start, words.start))
    if words.end < sentence.end:
        parts.append(Passage(words.end, sentence.end))
    return parts


def via_of(text: str, sentence: Passage, words: Passage) -> Sourced[str] | None:
    """Find by what means the words were said: a press release, an interview, a website."""
    for part in _outside(text, sentence, words):
        named = _named().may_match(fold_whole(text), part.start, part.end)
        if not named or not _any_means().search(text, part.start, part.end):
            continue
        for name, pattern in _means():
            match = pattern.search(text, part.start, part.end)
            if match:
                group = "via" if match.group("via") else "self"
                return sourced(name, text, *match.span(group))
    return None


def audience_of(text: str, sentence: Passage, words: Passage, cue: Passage | None) -> Sourced[str] | None:
    """Find to whom the words were said ("told reporters", "in an interview with Radio Nova")."""
    for part in _outside(text, sentence, words):
        told = _TOLD.may_match(fold_whole(text), part.start, part.end)
        if told and (match := _TOLD.regex.search(text, part.start, part.end)):
            who = _CUT_AUDIENCE.sub("", match.group("who")).rstrip(" ,.")
            if who:
                start = match.start("who")
                return sourced(who, text, start, start + len(who))
    return None


def quoting_of(words: Passage, speakers: Speakers) -> Speaker | None:
    """Find whose words the speaker passes on ("As Ambassador Reed stated, ...")."""
    match = _QUOTING.match(words.words(speakers.text)[:140])
    if match is None:
        return None
    first, last = match.span("who")
    source = Passage(words.start + first, words.start + last)
    mentions = speakers.people.mentions(source.start, source.end)
    return speakers.named(mentions[0], source) if mentions else None


def date_of(text: str, sentence: Passage, words: Passage, heading: Heading) -> Sourced[str] | None:
    """Find the day the words were said, when the sentence states it outside them."""
    anchor = _anchor(heading)
    for part in reversed(_outside(text, sentence, words)):
        near = Passage(part.start, min(part.end, part.start + 160)) if part.start >= words.end else part
        if not day_signs().may_match(fold_whole(text), near.start, near.end):
            continue
        for found in find_dates(text, near.start, near.end, anchor=anchor):
            if len(found.value) == len("2024-01-11"):
                return sourced(found.value, text, found.passage.start, found.passage.end)
    return None


def _anchor(heading: Heading) -> datetime.date | None:
    if heading.published is None or len(heading.published.value) < len("2024-01-11"):
        return None
    return datetime.date.fromisoformat(heading.published.value[:10])
