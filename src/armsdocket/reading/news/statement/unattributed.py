"""Sources that no reporting verb names: a website, a quotation that begins with its own verb."""

import re
from dataclasses import dataclass

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.quotations import Quotation
from armsdocket.reading.news.speech.subjects import before_verb, sentence_subject
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import speech_people, speech_verbs, word_classes

_WEBSITE = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Ii]n) (?P<who>(?:the |its )?[^,.;:“”\"]{2,60}?)['’]s? "
    r"(?:official |own )?(?:web ?site|web ?page|site|page)\b"
)
_SAID_BEFORE = re.compile(r"(?:^|[,;.–—]\s+)(?P<who>[A-Z][^,;:“”\"]{1,60}?):\s*[“\"'‘]?$")
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_TELLING = frozenset({"say", "tell"})
_FIRST_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Beside:
    """A source found beside a quotation; ``sure`` when it outweighs a verb's subject."""

    source: Passage
    rule: str
    sure: bool


def source_beside(wording: Wording, quotation: Quotation, sentence: Passage) -> Beside | None:
    """Find a source for a quotation by what surrounds it in its sentence."""
    own = _own_verb(wording, quotation)
    if own is not None:
        return Beside(own, "rule: quotation begins with its verb", sure=True)
    site = _WEBSITE.search(wording.text, sentence.start, quotation.outer_start)
    if site:
        return Beside(Passage(*site.span("who")), "rule: website", sure=True)
    colon = _SAID_BEFORE.search(wording.text[sentence.start : quotation.outer_start])
    if colon:
        first, last = colon.span("who")
        return Beside(Passage(sentence.start + first, sentence.start + last), "rule: colon", sure=False)
    if wording.text[sentence.start : quotation.outer_start].rstrip().endswith(":"):
        token = next((i for i, start in enumerate(wording.starts) if start >= quotation.outer_start), 0)
        first = next((begin for begin, after in wording.bounds if begin <= token < after), token)
        subject = sentence_subject(wording, first, token) if token > first else None
        if subject is not None and not _nobody(wording.words[subject[0] : subject[1]]):
            return Beside(wording.span(*subject), "rule: colon", sure=False)
    return None


def _nobody(words: list[str]) -> bool:
    """Tell whether a phrase names nobody: "More", "Their aim"."""
    small = speech_people().not_names - _PRONOUNS
    owned = word_classes().get(words[0].lower()) == "possessive"
    people = any(word[0].isupper() or word_classes().get(word) == "person" for word in words[1:])
    return all(word.lower() in small for word in words) or (owned and not people)


def _own_verb(wording: Wording, quotation: Quotation) -> Passage | None:
    """Take the subject before a quotation such as: Novak “said that the deal stands”."""
    match = _FIRST_WORD.match(wording.text, quotation.start)
    verb = match.group() if match and match.end() < quotation.end else ""
    if speech_verbs().get(verb) not in _TELLING or verb in cue_words("thinking") | cue_words("finding"):
        return None
    token = next((i for i, start in enumerate(wording.starts) if start >= quotation.outer_start), None)
    if not token:
        return None
    first = next((begin for begin, after in wording.bounds if begin <= token < after), token)
    if _SAID_BEHIND.match(wording.text, quotation.outer_end):
        # "The sale “shows trust”, Ann Bell, the envoy, said": she says it.
        return None
    subject = before_verb(wording, token, first)
    if subject is None or wording.words[subject[1] - 1] in speech_verbs():
        # "Peru said “repeated tests are a threat”": its words begin with no verb.
        return None
    return wording.span(*subject)


_SAID_BEHIND = re.compile(
    r",? (?:[A-Z][\w.’'-]+ ){2,4}?(?:, [^,.;“”\"]{3,90}, )?(?:said|says|told|added|wrote)\b|"
    r",? (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+, [^,.;“”\"]{3,110}, (?:said|says|told|added|wrote)\b"
)
