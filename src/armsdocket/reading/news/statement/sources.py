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
    found = _righted(wording, _subject(wording, _whole_name(wording, _in_its_clause(wording, one))))
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


def _subject(wording: Wording, one: Attribution) -> Attribution:
    """Take who stands before the verb, not what stands between it and the words quoted.

    "The panel said Novak's “zeal” cost him": the panel; "a man in Oslo said": the man, not Oslo.
    """
    if one.source is None or one.cue is None or fold(one.cue.words(wording.text)) not in speech_verbs():
        return one
    if (outer := _outer(wording, one)) is not None:
        return replace(one, source=outer)
    subject = _before_cue(wording, one, one.cue, one.source)
    if subject and (relative := _RELATIVE.search(wording.text, subject.start, subject.end)):
        subject = Passage(*relative.span("who"))
    return replace(one, source=subject) if subject and _can_speak(wording, subject) else one


def _before_cue(wording: Wording, one: Attribution, cue: Passage, source: Passage) -> Passage | None:
    """Give what stands before a verb whose source stands behind it, or is only a part of what does."""
    behind = cue.end <= source.start and source.end <= one.content.start
    if behind and not source.words(wording.text).endswith(("'s", "’s")):
        # "The law leaves no room, said Novak: “...”": behind a comma the verb stands first.
        behind = not wording.text.startswith(", ", cue.start - 2)
    if not behind and not (source.end <= cue.start and _is_governed(wording, source)):
        return None
    start = _clause_start(wording, cue)
    quoted = any(each.outer_start < cue.start and start < each.outer_end for each in wording.quotations)
    return None if quoted or not (behind or start < source.start) else _up_to(wording, start, cue)


def _outer(wording: Wording, one: Attribution) -> Passage | None:
    """Give who says so in "Novak said on Monday that the deal shows that “talks work”": no deal speaks."""
    if one.source is None or one.source.words(wording.text)[0].isupper():
        return None
    words = fold(one.source.words(wording.text))
    if words != "it" and words.split()[-1] not in cue_words("things told of"):
        return None
    start = _clause_start(wording, one.source)
    told = _THAT.search(wording.text, start, one.source.start)
    if told is None or fold(told["verb"]) not in speech_verbs():
        return None
    subject = _up_to(wording, start, Passage(told.start("verb"), told.end("verb")))
    return subject if subject and _can_speak(wording, subject) else None


_THAT = re.compile(r"\b(?P<verb>\w+)(?: (?:on|in|at|to) [A-Z]\w+)?(?: that)? \Z")


def _is_governed(wording: Wording, source: Passage) -> bool:
    """Tell whether a preposition stands right before a source: it says where or of what."""
    before = _LAST_WORD.search(wording.text, max(0, source.start - _WORD_ROOM), source.start)
    if before is None or word_classes().get(fold(source.words(wording.text))) == "subject":
        return False
    word = fold(before["word"])
    return word_classes().get(word) in _GOVERNING or word in cue_words("of time")


def _can_speak(wording: Wording, subject: Passage) -> bool:
    """Tell whether a phrase opens like somebody who speaks: an article, a pronoun, a name."""
    first = subject.words(wording.text).split()[0]
    opens = word_classes().get(fold(first)) in {"article", "determiner", "subject", "possessive", "person"}
    return opens or (first[0].isupper() and word_classes().get(fold(first)) is None)


_RELATIVE = re.compile(r", (?P<who>which|who)\Z")
_LAST_WORD = re.compile(r"(?P<word>[A-Za-z]+)\s(?:the\s)?\Z")
_WORD_ROOM = 24


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
