"""Who a reporting verb belongs to: the noun phrase before it, after it, or after "according to"."""

from itertools import takewhile

from armsdocket.reading.news.speech.openings import behind_openings, leads_to_name, of_office
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import fillers, speech_people, speech_verbs, stop_rules, word_classes

Range = tuple[int, int]

_STOPS = frozenset(',;:—–-(“”"…?!.\n') | {"``", "''"}
_CLAUSE = frozenset({"that", "question", "but", "be", "modal", "have", "do", "not", "relative", "to"})
_APPOSING = frozenset({"article", "possessive", "person", "relative"})
_NO_HEAD = frozenset(
    {"question", "preposition", "and", "but", "article", "possessive", "by", "for", "of", "to", "as"}
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})
_JOINING = frozenset({"of", "for", "in", "at", "from", "on", "with", "to", "near"})
_LONGEST = 16
# Behind a noun these own what follows: "Novak's office". Verbs they are only behind pronouns.
_OWNING = frozenset({"'s", "’s"})
_NO_SUBJECT = frozenset({"question", "that", "but"})


def apposed(wording: Wording, verb: int, first: int) -> Range | None:
    """Find a name that opens a clause, with an apposition: "Ana Kovac, the minister, said"."""
    words = wording.words
    if verb - first < 4 or words[verb - 1] != ",":
        return None
    begin = verb - 1
    while begin > first and wording.quoted[begin - 1] < 0:
        begin -= 1
    end = begin = behind_openings(words, begin, verb - 1)
    while end < verb - 1 and words[end] not in {",", "("} and end - begin < _LONGEST:
        klass = None if words[end] in _OWNING else word_classes().get(words[end].lower())
        stop = _stops(words, end, begin)
        if stop or klass in _CLAUSE or words[end].lower() in speech_verbs():
            return None
        end += 1
    name = end
    if words[end] == "(":
        end = next((i + 1 for i in range(end, verb - 1) if words[i] == ")"), end)
    if name == begin or words[end] != "," or end >= verb - 2 or words[begin].lower() in _JOINING:
        return None
    inner = list(takewhile(lambda word: word != "who", words[end + 1 : verb - 1]))
    speaks = any(word.lower() in speech_verbs() and not word.endswith("ing") for word in inner)
    inside = words[begin:name]
    person = any(of_office(word) for word in inside)
    named = inside[0][0].isupper() and (person or all(_of_name(word) for word in inside))
    opening = words[end + 1]
    beside = cue_words("offices beside names") | speech_people().unnamed
    apposing = word_classes().get(opening.lower()) in _APPOSING or opening.lower() in beside
    apposing = apposing or opening.endswith("ing")
    if opening.lower() in {"who", "whose"}:
        return begin, end
    led = opening[0].isupper() and word_classes().get(inside[0].lower()) in {"article", "possessive"}
    if speaks or not (named or person or led):
        return None
    return (begin, end) if apposing or opening[0].isupper() or opening[0].isdigit() else None


def _of_name(word: str) -> bool:
    return not word[0].islower() or word in {"of", "the", "and", "for", "al", "bin", "de", "van", "’s", "'s"}


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
    if words[place].lower() in {"and", "but"}:
        return sentence_subject(wording, first, verb)
    if words[place].lower() in {"who", "which"}:
        place -= 1
        while place >= first and words[place] == ",":
            place -= 1
        place = _over_parenthesis(words, place, first)
        return _phrase(wording, place, first) if place >= first else None
    if words[place] == ",":
        return _before_apposition(wording, place, first)
    return _phrase(wording, place, first)


def sentence_subject(wording: Wording, first: int, verb: int) -> Range | None:
    """Find the subject a sentence opens with, for a second verb ("Novak left but said")."""
    words, quoted, classes = wording.words, wording.quoted, word_classes()
    begin = behind_openings(words, first, verb)
    end = begin
    while end < verb and end - begin < _LONGEST and quoted[end] < 0:
        if _stops(words, end, begin):
            break
        low = words[end].lower()
        if low in _PRONOUNS and end == begin:
            return end, end + 1
        verbal = low not in _OWNING and classes.get(low) in {"modal", "be", "have", "do", "not", "adverb"}
        if verbal or low in speech_verbs():
            break
        small = end > begin and words[end][0].islower()
        small = small and not (of_office(low) or leads_to_name(words, end, verb))
        named = end > begin and words[end - 1][0].isupper() and words[end - 1].lower() not in classes
        if small and (low.endswith(("ed", "ng")) or (named and low not in _JOINING)):
            break
        end += 1
    return (begin, end) if end > begin else None


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


def _phrase(wording: Wording, last: int, first: int) -> Range | None:  # noqa: PLR0912 - a table of stops
    """Grow a noun phrase to the left of token ``last``."""
    words, quoted, classes = wording.words, wording.quoted, word_classes()
    if last < first or not words[last][0].isalnum():
        return None
    if words[last].lower() in _PRONOUNS:
        return last, last + 1
    if classes.get(words[last].lower()) in _NO_HEAD:
        return None
    begin = last
    while begin > first and last - begin < _LONGEST:
        word = words[begin - 1]
        low = word.lower()
        if word == "." and _abbreviated(words, begin - 1, first):
            begin -= 2
            continue
        if quoted[begin - 1] >= 0 or word in _STOPS or low in speech_verbs():
            break
        klass = classes.get(low) if low not in _OWNING else None
        if klass in _CLAUSE or klass == "day" or low in _PRONOUNS:
            break
        if klass in {"article", "possessive", "determiner"}:
            begin -= 1
            joint = words[begin - 1].lower() if begin > first else ""
            named = _noun(wording, begin - 2, first) or (joint == "of" and _plain(words, begin - 2, first))
            if joint not in _JOINING or not named:
                break
            begin -= 1
            continue
        if (
            low in _JOINING
            and not _noun(wording, begin - 2, first)
            and not (low == "of" and _plain(words, begin - 2, first))
        ):
            break
        if low in {"and", "or"} and not _noun(wording, begin - 2, first):
            break
        if klass in {"preposition", "by", "as", "adverb"} and low not in _JOINING:
            break
        begin -= 1
    if classes.get(words[begin].lower()) in {"and", "but", "preposition", "for", "as", "of"}:
        begin += 1
    return (begin, last + 1) if begin <= last else None


def _plain(words: list[str], place: int, first: int) -> bool:
    """Tell whether a small word that belongs to no closed class stands at ``place``."""
    return place >= first and words[place][0].islower() and words[place].lower() not in word_classes()


def _stops(words: list[str], place: int, first: int) -> bool:
    """Tell a mark that ends a phrase from the stop of an abbreviation and the hyphen of "27-year-old"."""
    if words[place] == "-" and place > first and words[place - 1].isdigit():
        return False
    return words[place] in _STOPS and not (words[place] == "." and _abbreviated(words, place, first))


def _abbreviated(words: list[str], dot: int, first: int) -> bool:
    """Tell whether a full stop belongs to a title or an initial."""
    if dot <= first:
        return False
    word = words[dot - 1]
    return word in stop_rules().titles or (len(word) == 1 and word.isupper()) or word in stop_rules().may_end


def _noun(wording: Wording, place: int, first: int) -> bool:
    """Tell whether a noun can stand at ``place``: a name, a person word, not a verb of the clause."""
    if place < first or wording.quoted[place] >= 0:
        return False
    word = wording.words[place]
    if word[0].isupper():
        return place > first or word.lower() not in word_classes()
    return word_classes().get(word.lower()) == "person" or word in {"'s", "’s", ")"}


def _past_retired(words: list[str], bracket: int, after: int) -> int | None:
    """Return where a name goes on behind "(retd)" or "(ret.)", which stands between a rank and its bearer."""
    close = next((i for i in range(bracket, min(after, bracket + 5)) if words[i] == ")"), None)
    return close + 1 if close and words[bracket + 1].lower() in speech_people().titles else None


def after_verb(wording: Wording, verb: int, after: int, loose: bool = False) -> Range | None:
    """Find the noun phrase that begins after token ``verb``; ``loose`` lets prepositions join it."""
    words, quoted = wording.words, wording.quoted
    end = verb + 1
    while end < after and end - verb <= _LONGEST and quoted[end] < 0:
        low = words[end].lower()
        if words[end] == "." and end > verb + 1 and end + 1 < after and _abbreviated(words, end, verb):
            end += 1
            continue
        if words[end] == "(" and (past := _past_retired(words, end, after)):
            end = past
            continue
        if _stops(words, end, verb) or words[end] == ")" or low in speech_verbs():
            break
        if low in cue_words("after a speaker") and not (
            loose and low in {"in", "by", "on", "at", "to", "with", "from"}
        ):
            break
        klass = word_classes().get(low) if low not in _OWNING else None
        if (
            klass in {"day", "modal", "be", "have"}
            or (klass in _NO_SUBJECT and end == verb + 1)
            or (low in _PRONOUNS and end > verb + 1)
        ):
            break
        end += 1
        if low in _PRONOUNS:
            break
    return (verb + 1, end) if end > verb + 1 else None
