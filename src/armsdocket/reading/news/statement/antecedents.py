"""Whom "he" or "the lawmaker" points back to: who spoke last, or who was newly brought in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from operator import attrgetter

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Speaker
from armsdocket.reading.news.statement.mentions import Mention
from armsdocket.reading.news.statement.naming import Names, owns
from armsdocket.reading.sentences import sentences
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.offices import OfficeMatch, find_offices, office_bodies
from armsdocket.vocabulary.speech import speech_people, speech_verbs, word_classes

_NEARBY = 800
# Between two sentences stand no more than a break and the marks of a quotation.
_NEXT = 6
_MOST_TITLES = 8
_OWN = re.compile(r"\b(?:his|her)\b(?= \w)")
_WHENCE = re.compile(r"\b(?:from|in|at|near|to)\s\Z")
# "around Deir al-Zor", "the 1st Armoured Regiment": places and units have capitals too.
_PLACED = re.compile(r"\b(?:in|near|around|outside|inside|at|across|towards?|of)\s(?:the\s)?\Z")
_LEAD = 14
# "The acts of President Novak, he said": who is spoken of does not speak.
_GOVERNED = re.compile(
    r"\b(?:acts?|actions?|words|remarks|comments|visit|policy|policies) of (?:[\w.]+ ){0,3}\Z"
)
_SUBJECTS = {"him": "he", "his": "he", "her": "she"}
_SINGULAR = frozenset({"he", "she"})
_OPENING = frozenset({"preposition", "but", "adverb", "for", "as"})
_CIRCUMSTANCE = re.compile(r"(?P<first>[A-Za-z]+)\b[^,;:“”\"]{0,80},\s+")


@cache
def _opening_body() -> re.Pattern[str]:
    """Match the body a sentence opens with: "The embassy in Oslo", "Novak's office"."""
    nouns = "|".join(re.escape(word) for word in sorted(office_bodies() | {"office"}, key=len, reverse=True))
    owner = r"(?:[A-Z][\w’'.-]+\s){0,3}(?:[A-Z][\w.-]+['’]s?\s)?"
    return re.compile(
        rf"(?:[Tt]he\s)?(?P<body>(?:The\s)?{owner}(?i:{nouns})(?:\s(?:in|of)\s[A-Z]\w+)?)\s(?=[a-z])"
    )


def again(text: str, speaker: Speaker, source: Passage) -> Speaker:
    """Return the same speaker as the words at ``source`` name him."""
    return msgspec.structs.replace(speaker, as_written=source.words(text), passage=source)


class Antecedents:
    """Who has spoken and who was named, in the order of the document."""

    def __init__(self, names: Names, said: Iterable[Passage] = ()) -> None:
        """Prepare; ``said`` are the words quoted, in whose names "he" is not found."""
        self.text = names.text
        self.people = names.people
        self._names = names
        self._said = sorted(said, key=attrgetter("start"))
        self._sentences = sentences(self.text)
        self._genders: dict[str, str] = {}
        self._depth = 0
        self.last_person: Speaker | None = None
        self.last_body: Speaker | None = None
        self.last: Speaker | None = None

    def spoke(self, speaker: Speaker, person: bool) -> None:
        """Note who spoke, and as whose "his deputy" tells him a man or her a woman."""
        self.last = speaker
        if person:
            self.last_person = speaker
            own = _OWN.search(self.text, speaker.passage.start, self._sentence_end(speaker.passage))
            if own and not self._is_said(own.start()):
                self._genders.setdefault(speaker.value, "he" if own.group() == "his" else "she")
        else:
            self.last_body = speaker

    def named(self, mention: Mention, source: Passage) -> Speaker | None:
        """Return the speaker behind a name."""
        person = self.people.person(mention)
        return self._names.person(person, source) if person else None

    def personal(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Resolve "he": a name before it in the sentence, one newly brought in, or who spoke last."""
        pronoun = _SUBJECTS.get(word := fold(source.words(self.text)).strip(" ,"), word)
        for mention in self._told(sentence.start, source.start):
            governed = _GOVERNED.search(self.text, sentence.start, mention.passage.start) is not None
            if governed or self._possessive(mention) or _in_capitals(mention):
                continue
            if self.people.known(mention) and self._fits(mention, pronoun):
                return self._remember(self.named(mention, source), pronoun)
        subject = self.subject_before(sentence, source) if pronoun in _SINGULAR else None
        if subject is None or self._genders.get(subject.value, pronoun) != pronoun:
            subject = self.nearest(source, sentence, pronoun)
        return self._remember(subject, pronoun)

    def subject_before(self, sentence: Passage, source: Passage | None = None) -> Speaker | None:
        """Return the person, by name or by office, who is the subject of the sentence before.

        ``source`` is the pronoun that means him, or null where none stands.
        """
        before = self._sentence_before(sentence)
        spoke = before is not None and self.last is not None and before.covers(self.last.passage)
        # Who speaks in a sentence is known better from its verb than from where it begins.
        if before is None or spoke or _says_it(self.text, before):
            return None
        opening = _CIRCUMSTANCE.match(self.text, before.start, before.end)
        start = opening.end() if opening and _subordinate(fold(opening["first"])) else before.start
        if source is not None and (again_he := _HE.match(self.text, start, before.end)):
            # "He defended Novak. “I was wrong,” he said": the same he.
            return self._of_pronoun(Passage(*again_he.span()), before)
        return self._opens(start, before.end, source)

    def _opens(self, start: int, end: int, source: Passage | None) -> Speaker | None:
        """Return the person by whom a stretch opens, by name or by office."""
        mention = next(iter(self._told(start, end)), None)
        office = next(iter(find_offices(self.text, start, end)), None)
        if office is not None and self._leads(start, office.start):
            if mention is None or not self._leads(office.end, mention.passage.start):
                return self._holder(office, source)
        elif mention is None or not self._leads(start, mention.passage.start):
            return None
        barred = self._possessive(mention) or self._company(mention) or _in_capitals(mention)
        if barred or self._met_once(mention):
            return None
        return self.named(mention, source or mention.passage)

    def _sentence_before(self, sentence: Passage) -> Passage | None:
        index = bisect_left(self._sentences, sentence.start, key=attrgetter("start")) - 1
        before = self._sentences[index] if index >= 0 else None
        return before if before and sentence.start - before.end <= _NEXT else None

    def _of_pronoun(self, pronoun: Passage, sentence: Passage) -> Speaker | None:
        """Resolve the "he" that opens an earlier sentence; so far back, he is who spoke last."""
        self._depth += 1
        found = self.personal(pronoun, sentence) if self._depth <= _DEEPEST else self.last_person
        self._depth -= 1
        return found

    def _met_once(self, mention: Mention) -> bool:
        """Tell whether one word opens a sentence and stands nowhere else: "Fighting was heavy"."""
        person = self.people.person(mention)
        if person is None or person.office is not None:
            return False
        return " " not in person.name and len(person.places) == 1

    def body_before(self, sentence: Passage) -> Passage | None:
        """Return the body that the sentence before opens with: an embassy, a ministry, somebody's office."""
        before = self._sentence_before(sentence)
        body = _opening_body().match(self.text, before.start, before.end) if before else None
        return Passage(*body.span("body")) if body else None

    def _sentence_end(self, place: Passage) -> int:
        index = bisect_right(self._sentences, place.start, key=attrgetter("start")) - 1
        return max(place.end, self._sentences[index].end) if index >= 0 else place.end

    def _leads(self, start: int, end: int) -> bool:
        """Tell whether only an article, titles and the like stand before somebody who opens a sentence."""
        words = [fold(word).strip(".,()") for word in self.text[start:end].split()]
        titles = speech_people().titles
        return len(words) <= _MOST_TITLES and all(
            word in titles
            or (
                word_classes().get(word) in {None, "article", "possessive", "person"}
                and word not in speech_verbs()
            )
            for word in words
        )

    def _holder(self, office: OfficeMatch, source: Passage | None) -> Speaker | None:
        """Return who holds an office that opens a sentence, or the office where nobody is named for it."""
        if owns(self.text, office.end) or self.text[office.end - 1] == "s":
            return None
        holder, title = self.people.holder(office, office.start), Passage(office.start, office.end)
        if holder is not None:
            return self._names.person(holder, source or title)
        return self._names.body(title, source or title)

    def nearest(self, source: Passage, sentence: Passage, pronoun: str | None) -> Speaker | None:
        """Return the person newly brought in before the sentence, or else who spoke last."""
        last = self.last_person
        if last is not None and pronoun and self._genders.get(last.value, pronoun) != pronoun:
            last = None
        # Who is named behind the speaker, in the same sentence, is spoken of and does not speak.
        begin = max(0, sentence.start - _NEARBY, self._sentence_end(last.passage) if last else 0)
        fresh = self.brought_in(begin, sentence.start, pronoun)
        if fresh is not None:
            return self.named(fresh, source)
        return again(self.text, last, source) if last else None

    def brought_in(self, start: int, end: int, pronoun: str | None) -> Mention | None:
        """Find the last person named between two places: by a full name, or as the subject of a sentence."""
        for mention in reversed(self._told(start, end)):
            if not self._fits(mention, pronoun) or self._possessive(mention) or self._company(mention):
                continue
            if _in_capitals(mention):
                continue
            lead = self.text[max(0, mention.passage.start - _LEAD) : mention.passage.start]
            if len(mention.words) == 1 and _WHENCE.search(lead):
                continue
            if _PLACED.search(lead) and not self.people.known(mention):
                continue
            if len(mention.words) > 1 or (self.people.known(mention) and self._opens_sentence(mention)):
                return self._earliest(mention, start, pronoun)
        return None

    def _told(self, start: int, end: int) -> list[Mention]:
        """Return the names between two places that the reporter writes: those not in words quoted."""
        return [one for one in self.people.mentions(start, end) if not self._is_said(one.passage.start)]

    def _is_said(self, place: int) -> bool:
        index = bisect_right(self._said, place, key=attrgetter("start")) - 1
        return index >= 0 and self._said[index].end > place

    def _remember(self, speaker: Speaker | None, pronoun: str) -> Speaker | None:
        if speaker is not None and pronoun in {"he", "she"}:
            self._genders[speaker.value] = pronoun
        return speaker

    def _fits(self, mention: Mention, pronoun: str | None) -> bool:
        person = self.people.person(mention)
        return person is not None and (pronoun is None or self._genders.get(person.name, pronoun) == pronoun)

    def _earliest(self, mention: Mention, start: int, pronoun: str | None) -> Mention:
        """Prefer the full name that comes first in the same sentence."""
        begin = max(
            start, *(self.text.rfind(mark, start, mention.passage.start) for mark in (". ", "\n", "” "))
        )
        begin = self._past_circumstance(begin, mention.passage.start)
        told = self._told(begin, mention.passage.end)
        full = [one for one in told if len(one.words) > 1 and self._fits(one, pronoun)]
        return next((one for one in full if not self._possessive(one) and not self._company(one)), mention)

    def _past_circumstance(self, begin: int, end: int) -> int:
        """Give where the main clause begins: behind "While Novak denied it, |Kovac said"."""
        first = next((at for at in range(begin, end) if self.text[at].isalpha()), end)
        opening = _CIRCUMSTANCE.match(self.text, first, end)
        return opening.end() if opening and _subordinate(fold(opening["first"])) else begin

    def _company(self, mention: Mention) -> bool:
        following = self.text[mention.passage.end : mention.passage.end + 14].split()
        return mention.words[-1] in cue_words("company endings") or (
            bool(following) and following[0].strip(",.") in cue_words("company endings")
        )

    def _opens_sentence(self, mention: Mention) -> bool:
        before = self.text[max(0, mention.passage.start - 40) : mention.passage.start]
        opening = re.split(r"[.!?”\"]\s|\n", before)[-1]
        words = [fold(word).strip(".") for word in opening.split()]
        if opening.endswith(", "):
            return True
        return len(opening) < len(before) and all(word in speech_people().titles for word in words)

    def _possessive(self, mention: Mention) -> bool:
        return owns(self.text, mention.passage.end, mention.passage.end + 3)


_HE = re.compile(r"(?:[Hh]e|[Ss]he)(?= [a-z])")
# So many sentences in a row that open with "he" are followed back.
_DEEPEST = 4
_HE_VERB = re.compile(r"\b(?:he|she) (?:\w+ly )?(?P<verb>\w+)\b")


def _says_it(text: str, sentence: Passage) -> bool:
    """Tell whether somebody speaks in a sentence that names others: "Novak and Bell, he added, agree"."""
    spoken = _HE_VERB.finditer(text, sentence.start, sentence.end)
    return any(fold(match["verb"]) in speech_verbs() for match in spoken)


def _in_capitals(mention: Mention) -> bool:
    """Tell a byline or a label of the page: "SOURCE: ANN BELL"."""
    return len(mention.words) > 1 and all(word.isupper() for word in mention.words)


def _subordinate(word: str) -> bool:
    """Tell whether a sentence that this word opens has its subject behind a comma."""
    return word_classes().get(word) in _OPENING or word.endswith(("ed", "ing"))
