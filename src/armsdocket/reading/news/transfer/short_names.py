"""Parties called again by another name: a leader's, an abbreviation, "the Navy", "the kingdom"."""

import re
from collections import Counter

from armsdocket.reading.news.transfer.party import POSSESSIVE, PartyMention, preposition
from armsdocket.reading.news.transfer.state_heads import state_end
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.phrase import Phrase

_LEADER = re.compile(r"[\s,]+((?:[A-Z][\w'’-]+\s+){0,2}(?:al-|el-|bin |van |von |de )?([A-Z][\w’-]{3,}))")
_FAMILY = re.compile(r"\b[A-Z][\w-]{3,}")
_OFFICES = re.compile(r"(?:president|prime minister|premier|king|emir|crown prince|chancellor)$")


def leaders(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Later mentions of a head of state or government by name alone stand for the country.

    "Iraqi Prime Minister Nouri al-Maliki" makes "the Maliki government" and "Maliki" stand for Iraq.
    """
    names: dict[str, str] = {}
    known: dict[str, int] = {}
    for mention in mentions:
        if mention.form != "state" or not _OFFICES.search(fold(text[mention.start : mention.end])):
            continue
        leader = _LEADER.match(text, mention.end, mention.end + 60)
        if leader and leader[2] not in names:
            names[leader[2]] = mention.code
            known[leader[2]] = leader.end()
    if not names:
        return []
    return [
        _of_leader(text, found.start(), found.end(), names[found[0]])
        for found in _FAMILY.finditer(text)
        if found[0] in names and found.start() >= known[found[0]]
    ]


_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z]{1,5})\)")


def abbreviations(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "Indian Air Force (IAF)" makes "IAF" stand for India."""
    codes = {
        short[1]: mention.code
        for mention in mentions
        if mention.form == "state" and (short := _ABBREVIATION.match(text, mention.end, mention.end + 10))
    }
    for mention in mentions:
        initials_of = "".join(word[0] for word in text[mention.start : mention.end].split())
        if mention.form == "state" and len(initials_of) >= _WORDS_OF_INITIALS and initials_of.isupper():
            # "the Philippine Air Force" makes "PAF" the Philippines'.
            codes.setdefault(initials_of, mention.code)
    if not codes:
        return []
    # The place in brackets only says what the letters mean.
    called = _called(text, {short: codes[short] for short in sorted(codes)[:20]})
    return [mention for mention in called if text[mention.start - 1 : mention.start] != "("]


def _called(text: str, codes: dict[str, str]) -> list[PartyMention]:
    """Give every place where a text calls a country, its state or forces by one of these letters."""
    codes = {short: code for short, code in codes.items() if short in text}
    if not codes:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(short) for short in sorted(codes)) + r")\b")
    return [_of_leader(text, found.start(), found.end(), codes[found[0]]) for found in pattern.finditer(text)]


_SERVICE = Phrase(r"\b(?<=[Tt]he )(?:Army|Navy|Air Force|Marine Corps|Marines)\b")


def services(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "the Army" as that of the one country whose state or forces the text tells of most."""
    services = list(_SERVICE.finditer(text))
    told = Counter(mention.code for mention in mentions if mention.form == "state") if services else Counter()
    if not told:
        return []
    (code, times), *_ = told.most_common(1)
    if times * 2 <= told.total():
        return []
    return [_of_leader(text, found.start(), found.end(), code) for found in services]


# So many words at least has a country whose initials stand for it: CAR, DRC.
_WORDS_OF_INITIALS = 3
# A body needs fewer, as its country stands in its name: "Nepal Army" is the NA.
_WORDS_OF_BODY = 2


def initials(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "CAR" as the Central African Republic where the text spells the name out."""
    codes: dict[str, str] = {}
    for mention in mentions:
        short = "".join(word[0] for word in text[mention.start : mention.end].split() if word[0].isupper())
        least = {"name": _WORDS_OF_INITIALS, "state": _WORDS_OF_BODY}.get(mention.form)
        if least is not None and len(short) >= least and short.isalpha():
            codes.setdefault(short, mention.code)
    return _called(text, codes) if codes else []


def spelled_out(text: str, short: str) -> str | None:
    """Give the country whose body a text writes out for initials: "Royal Cambodian Armed Forces" for RCAF."""
    if not (short.isalpha() and short.isupper() and len(short) >= _WORDS_OF_INITIALS):
        return None
    written = re.search(r"\b" + r"[a-z]+ (?:of |and |the )?".join(short) + r"[a-z]+", text)
    places = find_places(text, *written.span()) if written else []
    return places[0].code if places else None


def _of_leader(text: str, start: int, end: int, code: str) -> PartyMention:
    stop = state_end(text, end) or end
    possessive = POSSESSIVE.match(text, stop) is not None
    return PartyMention(start, stop, code, "state", preposition(text, start), possessive)


def rebels(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "the rebels" as the one body of rebels that the text names, or those of its one country."""
    named = {mention.code for mention in mentions if mention.form == "people" and "rebels" in mention.code}
    if not named:
        told = Counter(mention.code for mention in mentions)
        bodies = transfer_terms.rebels().items()
        named = {body for code, body in bodies if told[code] >= _TOLD_OFTEN}
    if len(named) != 1:
        return []
    code = named.pop()
    return [
        PartyMention(found.start(), found.end(), code, "people", preposition(text, found.start()))
        for found in transfer_terms.pattern("rebel words").finditer(fold_whole(text))
    ]


# A country named so often is what a text on its rebels is about.
_TOLD_OFTEN = 3
_OF = re.compile(r"\s+of\b")


def styles(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "the kingdom" as the country it can stand for that was named last before it."""
    named = sorted((mention.start, mention.code) for mention in mentions if mention.form != "company")
    found: list[PartyMention] = []
    last: dict[tuple[str, ...], str] = {}
    reached = 0
    called = transfer_terms.styles().find(text)
    groups = {style.value for style in called}
    for style in called:
        while reached < len(named) and named[reached][0] < style.start:
            code = named[reached][1]
            for codes in (group for group in groups if code in group):
                last[codes] = code
            reached += 1
        if style.value not in last or _OF.match(text, style.end):
            continue
        code = last[style.value]
        if state_end(text, style.end) is not None:
            # "the kingdom's defence ministry"
            found.append(_of_leader(text, style.start, style.end, code))
            continue
        possessive = POSSESSIVE.match(text, style.end) is not None
        prep = preposition(text, style.start)
        found.append(PartyMention(style.start, style.end, code, "name", prep, possessive))
    return found
