"""Quotation marks that hold nobody's words: names, titles, nicknames, and fragments told apart."""

import re

from armsdocket.reading.news.speech.quotations import Quotation
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import speech_verbs, word_classes

_WORDS = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_LONGEST_NAME = 6


def no_speech(wording: Wording, quotation: Quotation) -> str | None:
    """Say why a quotation is a name or a designation and nobody's words; null when it may be speech."""
    inside = wording.text[quotation.start : quotation.end]
    words = _WORDS.findall(inside)
    if not words:
        return "no words inside the marks"
    before = _WORDS.findall(
        wording.text[max(wording.passage.start, quotation.outer_start - 60) : quotation.outer_start]
    )
    last = before[-1].lower() if before else ""
    if len(words) > _LONGEST_NAME:
        return None
    if last in cue_words("nicknaming"):
        return "a name or a nickname"
    if inside.rstrip().endswith(("!", "?")):
        return None
    if re.search(r"[A-Z]+-?\d|\d[A-Z]", inside) and len(words) <= 3:
        return "a designation"
    return _name(inside, words, last)


def _name(inside: str, words: list[str], last: str) -> str | None:
    """Tell a name by its capitals and by the word ``last`` before it."""
    capitals = [
        word
        for word in words
        if word[0].isupper() or word[0].isdigit() or word in cue_words("small words of names")
    ]
    if len(capitals) != len(words) or not words[0][0].isupper():
        return None
    named = last in cue_words("naming")
    if len(words) > 1:
        return "a name or a title" if named or inside.rstrip()[-1:] != "," else None
    speaks = inside.rstrip().endswith((",", ".")) or last in speech_verbs() or not last
    return "a name or a nickname" if not speaks or (named and last != "told") else None


def is_fragment(wording: Wording, quotation: Quotation) -> bool:
    """Tell whether a quotation is a piece of the reporter's own sentence rather than a sentence said."""
    inside = wording.text[quotation.start : quotation.end].strip()
    if not inside:
        return True
    before = wording.text[
        max(wording.passage.start, quotation.outer_start - 40) : quotation.outer_start
    ].rstrip()
    words = _WORDS.findall(inside)
    if inside[0].isupper() or inside.startswith(("…", "...", "[", "(")):
        return len(words) < 3 and not inside.endswith((",", ".", "!", "?"))
    if before.endswith((",", ":")) or not before:
        last = _WORDS.findall(before)
        return not (inside.endswith((",", ".", "!", "?")) and bool(last) and len(words) > 3)
    return word_classes().get(words[0].lower() if words else "") != "subject" or len(words) < 4
