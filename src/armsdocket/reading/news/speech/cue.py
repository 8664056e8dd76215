"""Where somebody is told to speak: a reporting verb or "according to", each with its subject."""

from dataclasses import dataclass

from armsdocket.reading.news.speech.subjects import Range, after_verb, apposed, before_verb, sentence_subject
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import fillers, speech_people, speech_verbs, word_classes, written_verbs

_NOUN_BEFORE = frozenset({"article", "determiner", "possessive", "of", "to"})
_PASSIVE = frozenset({"be"})
_TELLING = frozenset({"say", "tell"})
_NO_SUBJECT = frozenset(
    {"that", "to", "of", "preposition", "by", "for", "as", "and", "but", "day", "question"}
)
_VERBS = frozenset({"be", "have", "modal", "do", "not"})
_PAUSES = frozenset({",", "—", "–", "-"})
_MARKS = frozenset(",.?!…—–-")
QUOTES = frozenset("“”\"'‘’«»„") | {"``", "''"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb (or "according to") at tokens ``first`` up to ``after``, with its subject."""

    first: int
    after: int
    group: str
    source: Range | None
    inverted: bool = False
    """The subject stands after the verb."""


def find_cues(wording: Wording, first: int, after: int) -> list[Cue]:
    """Find the reporting verbs of a sentence outside quotation marks, each with its subject."""
    verbs, classes = written_verbs(), word_classes()
    words, quoted = wording.words, wording.quoted
    found = []
    for i in range(first, after):
        word = words[i]
        back = i + 1 < after and words[i + 1] == "back" and word in cue_words("answering")
        if (
            (word not in verbs and not back)
            or quoted[i] >= 0
            or (word[0].isupper() and _inside(wording, i, first))
        ):
            continue
        group = verbs.get(word, "say")
        before = wording.words[i - 1].lower() if i > first else ""
        if group == "according":
            if i + 1 < after and wording.words[i + 1] == "to":
                found.append(Cue(i, i + 2, group, after_verb(wording, i + 1, after, loose=True), True))
            continue
        if word in cue_words("nouns or verbs") and not _is_verb(wording, i, first, after):
            continue
        if (
            classes.get(before) in _NOUN_BEFORE
            or (i > first and before.endswith("'s"))
            or before in {"’s", "'s"}
        ):
            continue
        cue = _with_subject(wording, i, group, first, after)
        if cue is not None:
            found.append(cue)
    return found


def _inside(wording: Wording, token: int, first: int) -> bool:
    """Tell whether a capital at ``token`` is not that of a sentence's first word ("the United States")."""
    return token > first and wording.quoted[token - 1] < 0 and wording.words[token - 1] not in QUOTES


def _with_subject(wording: Wording, verb: int, group: str, first: int, after: int) -> Cue | None:
    words, classes = wording.words, word_classes()
    before = words[verb - 1] if verb > first else ""
    follows = words[verb + 1].lower() if verb + 1 < after else ""
    named = apposed(wording, verb, first)
    if named is not None:
        return Cue(verb, verb + 1, group, named)
    inverts = not before or before in _PAUSES or _behind_quotation(wording, verb)
    if inverts and group in {"say", "urge"} and not words[verb].endswith("ing"):
        source = after_verb(wording, verb, after) if _can_open(follows) else None
        if source is not None and not _goes_on(wording, source[1], after):
            return Cue(verb, verb + 1, group, source, True)
    if words[verb].endswith("ing"):
        return _participle(wording, verb, group, first)
    source = _who_did(wording, verb, first) or before_verb(wording, verb, first)
    if classes.get(before.lower()) in _PASSIVE and source and words[source[0]].lower() != "it":
        return None if follows != "as" else Cue(verb, verb + 1, group, None)
    return Cue(verb, verb + 1, group, source) if source else None


def _who_did(wording: Wording, verb: int, first: int) -> Range | None:
    """Find the subject of a verb behind a clause about it: "an official who spoke on Friday said"."""
    words, verbs = wording.words, speech_verbs()
    if words[verb - 1] == ",":
        return None
    for token in range(verb - 2, first, -1):
        low = words[token].lower()
        if (
            wording.quoted[token] >= 0
            or low in verbs
            or not (words[token][0].isalnum() or words[token] in QUOTES)
        ):
            return None
        if low == "who":
            verbal = words[token + 1][0].islower() and verb - token > 2
            noun = token - (words[token - 1] == ",")
            return before_verb(wording, noun, first) if verbal else None
    return None


def _is_verb(wording: Wording, token: int, first: int, after: int) -> bool:
    """Tell a verb from a plural: a name, pronoun or quotation before it, or "that" or a mark behind it."""
    before = wording.words[token - 1] if token > first else ""
    behind = wording.words[token + 1] if token + 1 < after else ""
    if behind in {"that", ":", ","} or behind in QUOTES or before in QUOTES or before == ",":
        return True
    klass = word_classes().get(before.lower())
    return (
        klass in {"subject", "person", "relative"}
        or before.lower() in fillers()
        or (before[:1].isupper() and token - 1 > first)
    )


def _behind_quotation(wording: Wording, verb: int) -> bool:
    """Tell whether a verb follows a quotation that ends as speech does: “We wait,” vowed Novak."""
    if wording.quoted[verb - 1] < 0:
        return wording.words[verb - 1] in QUOTES
    inside = wording.quotations[wording.quoted[verb - 1]].passage.words(wording.text).rstrip()
    return inside[-1:] in _MARKS or wording.words[verb].lower() in {"said", "says"}


def _can_open(word: str) -> bool:
    """Tell whether a subject behind its verb can open with a word: "said Novak", not "said of Novak"."""
    return word_classes().get(word) not in _NO_SUBJECT and not (
        word.endswith("ly") and word not in speech_people().titles
    )


def _goes_on(wording: Wording, end: int, after: int) -> bool:
    """Tell whether a verb follows the noun phrase after ", said": then the phrase opens what is said."""
    return end < after and word_classes().get(wording.words[end].lower()) in _VERBS


def _participle(wording: Wording, verb: int, group: str, first: int) -> Cue | None:
    """Give ", adding that" the subject of the reporting verb before it, or else of the sentence."""
    verbs = speech_verbs()
    before = wording.words[verb - 1] if verb > first else ","
    if before == "as":
        return _quoted_as_saying(wording, verb, group, first)
    if (
        before[0].isupper()
        and wording.quoted[verb - 1] < 0
        and before.lower() not in speech_people().not_names
    ):
        subject = before_verb(wording, verb, first)
        if subject is not None:
            return Cue(verb, verb + 1, group, subject)
    for i in range(verb - 1, first - 1, -1):
        earlier = wording.words[i].lower()
        if (
            wording.quoted[i] < 0
            and verbs.get(earlier) in _TELLING
            and not earlier.endswith("ing")
            and (cue := _with_subject(wording, i, verbs[earlier], first, verb)) is not None
        ):
            return Cue(verb, verb + 1, group, cue.source)
    apart = before in _PAUSES or (before[0].isupper() and before.lower() in speech_people().not_names)
    subject = sentence_subject(wording, first, verb) if apart else None
    return Cue(verb, verb + 1, group, subject) if subject else None


def _quoted_as_saying(wording: Wording, verb: int, group: str, first: int) -> Cue | None:
    """Find who was "quoted as saying", or whom a paper quoted so."""
    for i in range(verb - 1, first - 1, -1):
        if wording.words[i].lower() in cue_words("quoting"):
            source = after_verb(wording, i, verb - 1) or before_verb(wording, i, first)
            return Cue(verb, verb + 1, group, source) if source else None
    return None
