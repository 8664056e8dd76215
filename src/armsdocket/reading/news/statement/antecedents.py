"""Whom "he" or "the lawmaker" points back to: who spoke last, or who was newly brought in."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Speaker
from armsdocket.reading.news.statement.naming import Names, owns
from armsdocket.reading.news.statement.people import Mention
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import speech_people

_NEARBY = 800


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
        self._genders: dict[str, str] = {}
        self.last_person: Speaker | None = None
        self.last_body: Speaker | None = None
        self.last: Speaker | None = None

    def spoke(self, speaker: Speaker, person: bool) -> None:
        """Note who spoke."""
        self.last = speaker
        if person:
            self.last_person = speaker
        else:
            self.last_body = speaker

    def named(self, mention: Mention, source: Passage) -> Speaker | None:
        """Return the speaker behind a name."""
        person = self.people.person(mention)
        return self._names.person(person, source) if person else None

    def personal(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Resolve "he": a name before it in the sentence, one newly brought in, or who spoke last."""
        pronoun = fold(source.words(self.text)).strip()
        for mention in self._told(sentence.start, source.start):
            if self.people.known(mention) and self._fits(mention, pronoun) and not self._possessive(mention):
                return self._remember(self.named(mention, source), pronoun)
        return self._remember(self.nearest(source, sentence, pronoun), pronoun)

    def nearest(self, source: Passage, sentence: Passage, pronoun: str | None) -> Speaker | None:
        """Return the person newly brought in before the sentence, or else who spoke last."""
        last = self.last_person
        if last is not None and pronoun and self._genders.get(last.value, pronoun) != pronoun:
            last = None
        begin = max(0, sentence.start - _NEARBY, last.passage.end if last else 0)
        fresh = self.brought_in(begin, sentence.start, pronoun)
        if fresh is not None:
            return self.named(fresh, source)
        return again(self.text, last, source) if last else None

    def brought_in(self, start: int, end: int, pronoun: str | None) -> Mention | None:
        """Find the last person named between two places: by a full name, or as the subject of a sentence."""
        for mention in reversed(self._told(start, end)):
            if not self._fits(mention, pronoun) or self._possessive(mention) or self._company(mention):
                continue
            if len(mention.words) > 1 or (self.people.known(mention) and self._opens_sentence(mention)):
                return self._earliest(mention, start)
        return None

    def _told(self, start: int, end: int) -> list[Mention]:
        """Return the names between two places that the reporter writes: those not in words quoted."""
        return [one for one in self.people.mentions(start, end) if not self._quoted(one)]

    def _quoted(self, mention: Mention) -> bool:
        index = bisect_right(self._said, mention.passage.start, key=attrgetter("start")) - 1
        return index >= 0 and self._said[index].end > mention.passage.start

    def _remember(self, speaker: Speaker | None, pronoun: str) -> Speaker | None:
        if speaker is not None and pronoun in {"he", "she"}:
            self._genders[speaker.value] = pronoun
        return speaker

    def _fits(self, mention: Mention, pronoun: str | None) -> bool:
        person = self.people.person(mention)
        return person is not None and (pronoun is None or self._genders.get(person.name, pronoun) == pronoun)

    def _earliest(self, mention: Mention, start: int) -> Mention:
        """Prefer the full name that comes first in the same sentence."""
        begin = max(
            start, *(self.text.rfind(mark, start, mention.passage.start) for mark in (". ", "\n", "” "))
        )
        full = [one for one in self._told(begin, mention.passage.end) if len(one.words) > 1]
        return next((one for one in full if not self._possessive(one) and not self._company(one)), mention)

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
