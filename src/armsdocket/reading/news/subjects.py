"""Who a reporting verb belongs to: the noun phrase before it, after it, or after "according to"."""

from armsdocket.reading.news.wording import Wording
from armsdocket.vocabulary.speech import fillers, speech_verbs, word_classes

Range = tuple[int, int]

_STOPS = frozenset(',;:—–-(“”"…?!.\n') | {"``", "''"}
_CLAUSE = frozenset({"that", "question", "but", "be", "modal", "have", "do", "not", "relative", "to"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})
_JOINING = frozenset({"of", "for", "in", "at", "from", "on", "with", "to", "near"})
_AFTER_STOPS = frozenset(
    {
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "to",
        "that",
        "who",
        "as",
        "when",
        "while",
        "by",
        "with",
        "which",
    }
    | {"about", "but", "because", "where", "whose", "through", "via", "last", "this", "earlier", "later"}
)
_LONGEST = 16


def before_verb(wording: Wording, verb: int, first: int) -> Range | None:
    """Find the subject that ends before token ``verb``; ``first`` is the sentence's first token."""
    words, quoted = wording.words, wording.quoted
    place = verb - 1
    skip = fillers()
    while (
        place >= first and (words[place].lower() in skip or words[place].endswith("ly")) and quoted[place] < 0
    ):
        place -= 1
    place = _over_parenthesis(words, place, first)
    if place < first or quoted[place] >= 0:
        return None
    if words[place].lower() in {"who", "which"}:
        place -= 1
        while place >= first and words[place] == ",":
            place -= 1
        return _phrase(wording, place, first) if place >= first else None
    if words[place] == ",":
        return _before_apposition(wording, place, first)
    return _phrase(wording, place, first)


def _over_parenthesis(words: list[str], place: int, first: int) -> int:
    if place < first or words[place] != ")":
        return place
    while place > first and words[place] != "(":
        place -= 1
    return place - 1


def _before_apposition(wording: Wording, comma: int, first: int) -> Range | None:
    """Take the name before "the minister," when a comma stands right before the verb."""
    words = wording.words
    place = comma - 1
    while place > first and words[place] not in {",", "—", "–"}:
        if wording.quoted[place] >= 0:
            return None
        place -= 1
    if place <= first:
        return None
    subject = _phrase(wording, place - 1, first)
    if subject and any(word[0].isupper() for word in words[subject[0] : subject[1]]):
        return subject
    return _phrase(wording, comma - 1, first)


def _phrase(wording: Wording, last: int, first: int) -> Range | None:
    """Grow a noun phrase to the left of token ``last``."""
    words, quoted, classes = wording.words, wording.quoted, word_classes()
    if last < first or not words[last][0].isalnum():
        return None
    if words[last].lower() in _PRONOUNS:
        return last, last + 1
    begin = last
    while begin > first and last - begin < _LONGEST:
        word = words[begin - 1]
        low = word.lower()
        if quoted[begin - 1] >= 0 or word in _STOPS or low in speech_verbs():
            break
        klass = classes.get(low)
        if klass in _CLAUSE or klass == "day" or low in _PRONOUNS:
            break
        if klass in {"article", "possessive", "determiner"}:
            begin -= 1
            if (
                begin <= first
                or words[begin - 1].lower() not in _JOINING
                or not _noun(wording, begin - 2, first)
            ):
                break
            begin -= 1
            continue
        if low in _JOINING and not _noun(wording, begin - 2, first):
            break
        if low in {"and", "or"} and not _noun(wording, begin - 2, first):
            break
        if klass in {"preposition", "by", "as", "adverb"} and low not in _JOINING:
            break
        begin -= 1
    if classes.get(words[begin].lower()) in {"and", "but", "preposition", "for", "as", "of"}:
        begin += 1
    return (begin, last + 1) if begin <= last else None


def _noun(wording: Wording, place: int, first: int) -> bool:
    """Tell whether a noun can stand at ``place``: a name, a person word, not a verb of the clause."""
    if place < first or wording.quoted[place] >= 0:
        return False
    word = wording.words[place]
    if word[0].isupper():
        return place > first or word.lower() not in word_classes()
    return word_classes().get(word.lower()) == "person" or word in {"'s", "’s", ")"}


def after_verb(wording: Wording, verb: int, after: int, loose: bool = False) -> Range | None:
    """Find the noun phrase that begins after token ``verb``; ``loose`` lets prepositions join it."""
    words, quoted = wording.words, wording.quoted
    end = verb + 1
    while end < after and end - verb <= _LONGEST and quoted[end] < 0:
        low = words[end].lower()
        if words[end] in _STOPS or low in speech_verbs():
            break
        if low in _AFTER_STOPS and not (loose and low in {"in", "by", "on", "at", "to", "with", "from"}):
            break
        klass = word_classes().get(low)
        if klass in {"day", "modal", "be", "have"} or (low in _PRONOUNS and end > verb + 1):
            break
        end += 1
        if low in _PRONOUNS:
            break
    return (verb + 1, end) if end > verb + 1 else None
