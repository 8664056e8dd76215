"""What stands before the subject of a sentence: "On Friday,", "But", "Republican presidential candidate"."""

from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import speech_people, speech_verbs, word_classes

# How the adjectives of offices end: presidential, military, federal.
_ADJECTIVES = ("al", "ary", "ic", "ive", "ern")
_JOINTS = frozenset({"and", "but", "yet", "so", "then"})
# A sentence that such a word opens has its subject behind a comma.
_OPENING = frozenset({"preposition", "for", "as", "but", "by", "adverb", "question", "day"})


def behind_openings(words: list[str], first: int, verb: int) -> int:
    """Return where a subject can begin: behind "On Friday," and "Hours later, speaking in Oslo,"."""
    begin = first
    while begin < verb and words[begin][0].isalnum():
        if begin + 1 < verb and words[begin].lower() in _JOINTS:
            begin += 1
            continue
        comma = next((i for i in range(begin, verb) if words[i] == ","), None)
        if comma is None or not _opens(words[begin:comma]):
            break
        begin = comma + 1
    return begin if begin < verb else first


def _opens(words: list[str]) -> bool:
    """Tell whether words before a comma give a time, a place or an occasion, and no subject."""
    low = words[0].lower()
    return (
        word_classes().get(low) in _OPENING
        or low == "of"
        or low.endswith("ly")
        or (low.endswith("ing") and len(words) > 1 and not _finite(words[1].lower()))
        or low in cue_words("opening")
        or words[-1] in cue_words("opening")
        or (len(words) > 1 and words[-1].isdigit())
    )


def _finite(word: str) -> bool:
    """Tell a verb that a name ending in -ing has behind it from what follows a participle."""
    return word in speech_verbs() or word_classes().get(word) in {"modal", "be", "have", "do", "not"}


def leads_to_name(words: list[str], place: int, stop: int) -> bool:
    """Tell the small words of an office before a name: "Republican presidential candidate Ana Kovac"."""
    end = place
    while (
        end < stop and words[end][0].islower() and (of_office(words[end]) or words[end].endswith(_ADJECTIVES))
    ):
        end += 1
    return place < end < stop and words[end][0].isupper() and of_office(words[end - 1])


def of_office(word: str) -> bool:
    """Tell whether a small word is one of an office: minister, ministry, chief."""
    people = speech_people()
    return word in people.unnamed or word in people.titles or word_classes().get(word) == "person"
