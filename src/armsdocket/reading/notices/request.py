"""The request: "The Government of X has requested to buy ...", its items and the sums around it.

The same paragraph stands in DSCA releases, State Department pages and the policy justification of a
certification. Its first sentence lists what is asked for, a second what is not major defence equipment;
an enlarged case also tells its own history, which is read for its sums and not for its items.
"""

import re

import msgspec

from armsdocket.reading.claims import Item, Party, Sourced, Value
from armsdocket.reading.notices import estimate, items, purchaser
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.notice_terms import phrase
from armsdocket.vocabulary.phrase import Phrase

# What an enlarged case held before: told for the record, no part of what is asked for now.
_HISTORY = Phrase(
    r"^(?:the )?(?:original|initial|previous|first)\b|^in (?:19|20)\d\d\b|^on [a-z]+ \d{1,2}, (?:19"
    r"|20)\d\d, congress"
    r"|^this amendment|^since then|^(?:that|the) case (?:was|included)|\bwas amended\b"
)
_COMBINED = Phrase(
    r"\bcombined total of\b"
    r"|^this (?:notification|transmittal|request) is for (?:the|a) combined(?: total of)?\b"
)
# The list behind the sum of it: "requested to buy 40 aircraft. The request includes: 32 ...; 8 ...".
_SPELLED_OUT = re.compile(
    r"^(?:this request|the request|this notification|these [a-z /-]{2,50}?)"
    r" (?:would |will )?includes?(?: the following)?:"
)
_ADDED = re.compile(
    r",? ?(?:that|which|to) (?:will |would )?be added to (?:a|an|the|their|its)?\b.*$", re.DOTALL
)
_NOT_ASKED = re.compile(r"^(?:an? )?(?:proposals?|offsets?|in the|for a period)\b")


class Request(msgspec.Struct, frozen=True):
    """What the prose of a notice says is asked for, by whom, at what cost."""

    buyer: Party | None = None
    items: tuple[Item, ...] = ()
    values: tuple[Value, ...] = ()


def read(
    words: Flow, start: int, end: int, ledger: Ledger, contents: tuple[int, int] | None = None
) -> Request:
    """Read the request in a stretch of prose and enter its sentences in the ledger.

    Where no sentence says what was requested, the announcement's own words for the sale (``contents``) do.
    """
    text = words.text
    asked = _asked(words, start, end)
    values = _sums(words, start, end, ledger)
    if asked is None:
        made = _announced(words, contents, end, ledger) if contents else []
        return Request(items=tuple(made), values=tuple(values))
    first, cue_start, cue_end, last = asked
    buyer = purchaser.party(words, *_subject(text, first, cue_start))
    ledger.read(first, last)
    made = _following(words, items.lines(words, *enumeration(text, cue_end, last)), last, end, ledger)
    return Request(buyer=buyer, items=tuple(made), values=tuple(values))


def _announced(words: Flow, contents: tuple[int, int], end: int, ledger: Ledger) -> list[Item]:
    """Read the items from "notified Congress of a possible sale to X of ..." and the lists behind it."""
    text = words.text
    at = text.rfind("\n", 0, contents[0]) + 1
    span = next((span for span in _sentences(words, at, end) if span[0] <= contents[0] < span[1]), contents)
    last = span[1]
    cost = phrase("total").search(words.folded[contents[0] : last])
    stop = contents[0] + cost.start() if cost else last
    ledger.read(span[0], last)
    made = [item for item in items.lines(words, *enumeration(text, contents[0], stop)) if item.quantity]
    return _following(words, made, last, end, ledger)


def _asked(words: Flow, start: int, end: int) -> tuple[int, int, int, int] | None:
    """Return the sentence of the request with the span of "has requested"."""
    for first, last in _sentences(words, start, end):
        folded = words.folded[first:last]
        cue = phrase("requested").search(folded)
        if cue and not _NOT_ASKED.search(folded[cue.end() :].lstrip()):
            return first, first + cue.start(), first + cue.end(), last
    return None


def _sentences(words: Flow, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences, a list of lines kept with the sentence that announces it."""
    found: list[tuple[int, int]] = []
    text, at = words.text, start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        for first, last in words.sentences(at, stop):
            if found and text[first - 1 : first] == "\n" and _runs_on(words, found[-1], first):
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        at = stop + 1
    return found


def _runs_on(words: Flow, before: tuple[int, int], first: int) -> bool:
    """Tell whether a line goes on with the sentence before it: an open list, a broken line."""
    text, folded = words.text, words.folded[slice(*before)]
    # A list of one a line, under the words that announce it.
    listed_below = text[before[1] - 1] == ":" or ":\n" in text[slice(*before)]
    if listed_below and items.counts(text, first, len(text)):
        return True
    if text[before[1] - 1] in ".!?" or phrase("other_items").match(words.folded[first : first + 80]):
        return False
    opened = phrase("requested").search(folded) or phrase("fms").search(folded)
    return opened is not None or text[first].islower() or text[before[1] - 1] in ";,"


def _subject(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the purchaser's words before "has requested", without an opening clause."""
    comma = text.rfind(", the ", start, end)
    opening = re.match(r"(?:In|On|If|As|Since|Following|For)\b", text[start:end])
    if opening and comma > 0:
        start = comma + 2
    return start, end


def enumeration(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the words of the request off its contents: "a possible sale of", "to buy", "the following"."""
    while start < end and text[start] in " \n":
        start += 1
    while True:
        lead = phrase("request_lead").match(fold(text[start : start + 120]))
        if lead is None or lead.end() == 0:
            break
        start += lead.end()
        while start < end and text[start] in " \n":
            start += 1
    if added := _ADDED.search(text, start, end):
        end = added.start()
    return start, end


def _following(words: Flow, made: list[Item], start: int, end: int, ledger: Ledger) -> list[Item]:
    """Read the sentences after the request: further lists, and the history of an enlarged case.

    The combined total of an enlarged case is what is certified: it takes the place of what is added.
    """
    text = words.text
    aside = False
    for first, last in _sentences(words, start, end):
        folded = words.folded[first:last]
        other = phrase("other_items").match(folded)
        combined = _COMBINED.search(folded)
        if _HISTORY.search(folded):
            ledger.ignore(first, last, "case history", "what an enlarged case held before")
        elif combined:
            flag = _flag(words, first, first + combined.end() + 40)
            made = items.lines(words, *enumeration(text, first + combined.end(), last), flag)
            ledger.read(first, last)
        elif spelled := _SPELLED_OUT.match(folded):
            listed_now = items.lines(words, *enumeration(text, first + spelled.end(), last))
            counted = any(item.quantity for item in listed_now)
            made = listed_now if counted else [*made, *listed_now]
            ledger.read(first, last)
        elif other:
            flag = _flag(words, first, first + other.end())
            made.extend(items.lines(words, *enumeration(text, first + other.end(), last), flag))
            ledger.read(first, last)
        elif (major := phrase("mde_items").search(folded[:90])) and "includ" in folded[:120]:
            flag = words.sourced(True, first + major.start(), first + major.end())
            made.extend(items.lines(words, *enumeration(text, first + major.end(), last), flag))
            ledger.read(first, last)
        elif not estimate.sums(words, first, last) and not re.match(r"the following|they|these are", folded):
            # One sentence may tell how the goods are used before the next list; the case for the sale ends.
            if aside or folded.startswith(("this ", "the proposed sale")):
                break
            aside = True
    return made


def listed(words: Flow, start: int, end: int, flag: Sourced[bool] | None = None) -> list[Item]:
    """Read one sentence that lists items, with the words that say whether they are major equipment."""
    folded = words.folded[start:end]
    other = phrase("other_items").match(folded)
    major = phrase("mde_items").search(folded[:90])
    at = start
    if other:
        at += other.end()
    elif major and ":" in folded[major.end() : major.end() + 30]:
        at += folded.index(":", major.end()) + 1
    span = enumeration(words.text, at, end)
    if at > start:
        flag = _flag(words, start, span[0]) or flag
    return items.lines(words, *span, flag)


def _flag(words: Flow, start: int, end: int) -> Sourced[bool] | None:
    """Return whether a list holds major defence equipment, when its opening words say so."""
    folded = words.folded[start:end]
    if other := re.search(r"non-?\s?(?:mde|major defense equipment|major defense articles?)", folded):
        return words.sourced(False, start + other.start(), start + other.end())
    if major := phrase("mde_items").search(folded):
        return words.sourced(True, start + major.start(), start + major.end())
    return None


def _sums(words: Flow, start: int, end: int, ledger: Ledger) -> list[Value]:
    """Return every sum of the prose with what it is the value of, each amount once for each."""
    values: dict[tuple[str, float, str | None], Value] = {}
    for first, last in _sentences(words, start, end):
        past = _HISTORY.search(words.folded[first:last]) is not None
        for found in (estimate.history if past else estimate.sums)(words, first, last):
            ledger.read(found.start, found.end)
            key = (found.value.of, float(found.value.value), found.value.currency)
            before = values.pop(key, None)
            # The bound stands ("could be as high as") though the sum is given again without it.
            values[key] = found.value if before is None or before.bound == "exactly" else before
    return list(values.values())
