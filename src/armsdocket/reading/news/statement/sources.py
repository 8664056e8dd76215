"""The source of an attribution, put right where it is cut short, is a verb, or is what is spoken of."""

import re
from dataclasses import replace

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.phrase import Phrase
from armsdocket.vocabulary.speech import speech_verbs, word_classes

_LEAD = re.compile(r"(?:(?:and|but|yet)\s+)?", re.IGNORECASE)
# "the foreign ministers of France, Germany and Britain": the list begins before the last comma.
_LISTED = re.compile(r"(?:[\w'’-]+\s){1,5}(?:of|from)\s(?:the\s)?(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*)*,\s)+$")
# "A source close to the talks said": who knows of something is not the thing.
_NEAR = 90
_OF = (
    r"(?:familiar with|close to|briefed on|involved in|aware of|speaking (?:to|on|for|in)"
    r"|(?:issued|released|published|posted|seen|signed|written|sent) (?:on|by|in|at|during|to))"
)
_KNOWING = Phrase(rf"\b(?P<who>(?:[\w'’-]+\s){{1,4}}{_OF}\s(?:the\s)?)$", shared=True)
_COMMA = re.compile(r", ")
_TIMES = frozenset(
    {"day", "week", "month", "year", "night", "morning", "evening", "time", "later", "earlier"}
)
# Classes of words that want a noun behind them.
_GOVERNING = frozenset({"preposition", "of", "as", "for", "to"})
_OPENING = re.compile(r"(?P<first>[A-Za-z]+)\b[^,;:“”\"]{0,60},\s+")


def righted(wording: Wording, one: Attribution) -> Attribution:
    """Return an attribution with a source that can speak, or with none."""
    found = _righted(wording, _whole_name(wording, _in_its_clause(wording, one)))
    return replace(found, source=None) if found.source and _is_nobody(wording, found.source) else found


# "the United |States", "Theresa |May": the rest of a name that is cut short.
_REST = re.compile(r"(?: [A-Z][\w’'-]+)+(?=[ ,])")


def _whole_name(wording: Wording, one: Attribution) -> Attribution:
    """Take in the rest of a name, up to the verb or the quotation behind it."""
    if one.source is None or not wording.text[one.source.end - 1].isalnum():
        return one
    last = one.source.words(wording.text).split()[-1]
    stops = [place.start for place in (one.cue, one.content) if place and place.start >= one.source.end]
    rest = _REST.match(wording.text, one.source.end, min(stops)) if stops and last[0].isupper() else None
    return replace(one, source=Passage(one.source.start, rest.end())) if rest else one


def _is_nobody(wording: Wording, source: Passage) -> bool:
    """Tell whether a source is only an article, a label or a time: "The", "More:", "last year"."""
    words = fold(source.words(wording.text)).strip(" ,:")
    return words in cue_words("no sources") or word_classes().get(words) == "article"


def _in_its_clause(wording: Wording, one: Attribution) -> Attribution:
    """Take who stands in the verb's own clause: Novak in "says Novak; Serbia warns"."""
    if one.source is None or one.cue is None:
        return one
    stop = wording.text.find(";", one.cue.end, one.source.start)
    return replace(one, source=Passage(one.cue.end + 1, stop)) if stop > one.cue.end + 1 else one


def _righted(wording: Wording, one: Attribution) -> Attribution:
    """Put right by its words who speaks.

    An article alone is the begin of the phrase up to the verb; a number, a time or a verb ("voiced fears")
    is nobody; what a verb of calling has behind it ("called the sale “a mistake”") is what is called; and a
    list begins with its first name.
    """
    if one.source is None:
        return one
    words = fold(one.source.words(wording.text)).split()
    if words[-1] in speech_verbs() and words[-1].endswith("ed"):
        end = one.source.end - len(words[-1])
        subject = Passage(
            one.source.start, one.source.start + len(wording.text[one.source.start : end].rstrip())
        )
        return replace(one, source=subject if len(words) > 1 else None)
    if one.cue is None:
        return replace(one, source=_whole_list(wording, one.source))
    article = len(words) == 1 and word_classes().get(words[0]) == "article"
    number = not any(word[0].isalpha() for word in words)
    if words[-1] in _TIMES and _COMMA.match(wording.text, one.source.end):
        return replace(one, source=_up_to(wording, one.source.end + 2, one.cue))
    called = fold(one.cue.words(wording.text)) in cue_words("calling")
    time = all(word_classes().get(word) == "day" or word in _TIMES for word in words)
    # "says the purchase remains of “utmost importance”": no speaker ends with a preposition.
    broken = word_classes().get(words[-1]) in _GOVERNING
    behind = one.cue.end <= one.source.start < one.content.end
    if number or time or ((article or called or broken) and behind):
        return replace(one, source=_up_to(wording, _clause_start(wording, one.cue), one.cue))
    source = _up_to(wording, one.source.start, one.cue) if article else _whole_list(wording, one.source)
    return one if source == one.source else replace(one, source=source)


def _whole_list(wording: Wording, source: Passage) -> Passage:
    """Widen "Germany and Britain" to the list it ends, and "the talks" to "a source close to the talks"."""
    near = max(wording.passage.start, source.start - _NEAR)
    if _KNOWING.may_match(fold_whole(wording.text), near, source.start):
        known = _KNOWING.regex.search(wording.text, near, source.start)
        if known is not None:
            return Passage(_past_verbs(wording.text, known.start("who"), source.start), source.end)
    if wording.text[max(0, source.start - 2) : source.start] not in {", ", ",\n"}:
        return source
    if not find_places(wording.text, source.start, source.end):
        return source
    listed = _LISTED.search(wording.text[wording.passage.start : source.start])
    return Passage(wording.passage.start + listed.start(), source.end) if listed else source


def _past_verbs(text: str, start: int, end: int) -> int:
    """Return where a phrase begins behind a joint and a verb of speech: a source of "but said a source"."""
    for word in re.finditer(r"\S+\s", text[start:end]):
        low = word.group().strip().lower()
        if low not in speech_verbs() and word_classes().get(low) not in {"and", "but"}:
            return start + word.start()
    return start


def _clause_start(wording: Wording, place: Passage) -> int:
    """Return where the subject of a verb begins: its sentence, behind "but" and behind "In Oslo,"."""
    start = next((each.start for each in wording.sentences if each.overlaps(place)), wording.passage.start)
    lead = _LEAD.match(wording.text, start)
    start = lead.end() if lead else start
    opening = _OPENING.match(wording.text, start, place.start)
    circumstance = opening is not None and word_classes().get(fold(opening["first"])) == "preposition"
    return opening.end() if opening and circumstance else start


def _up_to(wording: Wording, start: int, cue: Passage) -> Passage | None:
    """Return the words from ``start`` to a verb or to the first quotation before it."""
    stop = min([cue.start, *(each.outer_start for each in wording.quotations if each.outer_start >= start)])
    end = start + len(wording.text[start:stop].rstrip(" ,\n"))
    return Passage(start, end) if end > start else None
