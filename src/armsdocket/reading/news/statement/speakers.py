"""Who a source phrase means: the fullest name the document gives for "he", "the minister", "its ministry"."""

import re
from collections.abc import Iterable
from functools import cache

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Speaker
from armsdocket.reading.news.statement.antecedents import Antecedents, again
from armsdocket.reading.news.statement.joint_speakers import JointSpeakers
from armsdocket.reading.news.statement.mentions import Mention
from armsdocket.reading.news.statement.naming import Names, office_in, owns
from armsdocket.reading.news.statement.people import People, same_title
from armsdocket.reading.news.statement.phrases import Phrases
from armsdocket.reading.news.statement.publications import (
    author_of,
    issued_before,
    issuer_of,
    reads,
    sentence_that_issues,
)
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.offices import OfficeMatch, find_offices
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.speech import speech_people
from armsdocket.vocabulary.value_terms import calendar_terms

_PERSONAL = frozenset({"he", "she", "who", "him", "her", "i", "his", "the latter", "the former"})
_IMPERSONAL = frozenset({"it", "they", "which", "we", "that", "them", "its", "their"})
_INDEFINITE = re.compile(r"(?:a|an|another|one|some|several|many|two|three|other|most|both)\b", re.IGNORECASE)
_THE_PERSON = re.compile(
    r"(?:the|that|this) (?:(?:senior|top|veteran) )?(?:(?P<of>[\w. -]+) )?(?P<noun>[\w-]+)", re.IGNORECASE
)
_THE_BODY = re.compile(
    r"[Tt]he (?:company|firm|manufacturer|maker|group|organi[sz]ation|institute|think tank|watchdog|agency|"
    r"paper|newspaper|daily|weekly|magazine|radio|station|broadcaster|network|insurer)"
)
# The paper of a newspaper, a daily, a weekly.
_PAPERS = frozenset({"newspaper", "daily", "weekly", "paper", "tabloid"})
_OF_STATE = re.compile(r"ministry|government|department|administration|congress|parliament", re.IGNORECASE)
_FAR = 4000
# Texts that speak for nobody but themselves, unless it is told who put them out.
_OF_ITS_OWN = frozenset({"document", "report", "memo", "filing", "bulletin", "notice", "notification"})
# "The statement", "another statement": words before a text that speaks for who put it out.
_OF_TEXTS = frozenset({"the", "a", "another", "press", "this"})
_HEAD_END = re.compile(r",|;|\(|—|–| - | who | whose | which ")
# "The panel, headed by Novak": a name that only tells more of a body.
_TOLD_OF = re.compile(r",? (?:whose|which|including|(?:head|chair|found|back|own|lead)ed by|led by|run by) ")
_RELATIVE_LAST = re.compile(r"[\s,]+(?:who|which|whose|that)$", re.IGNORECASE)
_AGED = re.compile(r"-year-old\b(?! [a-z])")
_LIST = re.compile(r"[^,]+\s(?:of|from)\s(?:[A-Z][\w. ]*,\s)+[A-Z][\w. ]*\sand\s[A-Z][\w. ]*")


def _kinds(words: str) -> set[str]:
    """Give what kind of body words call somebody, a newspaper also "paper"."""
    called = set(fold(words).split())
    return called | _PAPERS if called & _PAPERS else called


@cache
def _day_last() -> re.Pattern[str]:
    """Match the day behind a source: "the ministry on Thursday"."""
    days = "|".join(calendar_terms().weekdays)
    told = rf"{days}|today|yesterday|(?:last|this)\s(?:night|week|month|year)|later|earlier"
    return re.compile(rf"\s+(?:on\s+|late\s+|later\s+|early\s+|earlier\s+)*(?:{told})$", re.IGNORECASE)


class Speakers:
    """Resolves source phrases in the order of the document, so that "he" means who spoke last."""

    def __init__(self, text: str, people: People, said: Iterable[Passage] = ()) -> None:
        """Prepare to resolve; ``said`` are the words quoted, in whose names "he" is not found."""
        self.text = text
        self.people = people
        self._names = Names(text, people)
        self._phrases = Phrases(text, people)
        self._together = JointSpeakers(text, people)
        self._before = Antecedents(self._names, said)

    def resolve(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Return the speaker a source phrase names, or null for a pronoun that nothing explains."""
        for tail in (_RELATIVE_LAST, _day_last()):
            if cut := tail.search(self.text, source.start + 1, source.end):
                source = Passage(source.start, cut.start())
        if aged := _AGED.match(self.text, source.end):
            source = Passage(source.start, aged.end())
        words = fold(source.words(self.text)).strip(" ,")
        if words in _PERSONAL or words.endswith("year-old"):
            speaker, person = self._before.personal(source, sentence), True
        elif words in _IMPERSONAL:
            speaker, person = self._impersonal(source, sentence), False
        else:
            speaker, person = self._phrase(source, sentence)
        if speaker is not None:
            self._before.spoke(speaker, person)
        return speaker

    def named(self, mention: Mention, source: Passage) -> Speaker | None:
        """Return the speaker behind a name."""
        return self._before.named(mention, source)

    def subject_before(self, sentence: Passage) -> Speaker | None:
        """Return the person of whom the sentence before tells: whose words a lone quotation is."""
        return self._before.subject_before(sentence)

    def _impersonal(self, source: Passage, sentence: Passage) -> Speaker | None:
        issuer = issuer_of(self.text, source.end, sentence.end)
        if issuer is not None:
            body, _ = self._phrase(issuer, sentence)
            return self._again(body, source) if body else None
        writer = self._writer(source, sentence) if reads(self.text, source.end) else None
        subject = self._body_before(source, sentence)
        last = writer or subject or self._before.last_body or self._before.last
        return self._again(last, source) if last else None

    def _body_before(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Return the body of which the sentence before tells: "The embassy in Oslo agreed. It said"."""
        body = self._before.body_before(sentence)
        return self._phrase(body, sentence)[0] if body and body.end <= source.start else None

    def _writer(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Return whom the sentence before names as putting the words out: "it read", "the statement said"."""
        issuing = sentence_that_issues(self.text, sentence)
        if issuing is None:
            return None
        office = office_in(self.text, issuing.start, issuing.end)
        if office:
            return self._names.office_of(Passage(issuing.start, office.end()))
        if find_organisations(self.text, issuing.start, issuing.end):
            return None
        fresh = self._before.brought_in(issuing.start, issuing.end, None)
        return self.named(fresh, source) if fresh else None

    def _again(self, speaker: Speaker, source: Passage) -> Speaker:
        return again(self.text, speaker, source)

    def _phrase(self, source: Passage, sentence: Passage) -> tuple[Speaker | None, bool]:
        source = self._phrases.office_alone(self._phrases.with_office(source))
        words = source.words(self.text)
        if words.split(None, 1)[0] in {"which", "who", "that"}:
            return self._antecedent(source, sentence)
        cut = None if _LIST.fullmatch(words) else _HEAD_END.search(words, 1)
        head = Passage(source.start, source.start + cut.start()) if cut else source
        if fold(words) in {"office", "the office"}:
            source = self._phrases.with_owner(source)
            head = source
        if office_in(self.text, head.start, head.end):
            return self._names.office_of(source), False
        joint = None
        if not _INDEFINITE.match(words):
            # "A spokesman for Trade and Investment" is one.
            together = self._together.with_others(source)
            joint = self._together.speaker(together) or self._together.speaker(head)
        if joint is not None:
            return joint, True
        told_of = cut is not None and _TOLD_OF.match(words, cut.start()) is not None
        for part in (head,) if told_of else (head, source):
            mention = self._phrases.name(part)
            if mention is not None:
                return self.named(mention, source), True
        return self._without_name(head, source, sentence)

    def _antecedent(self, source: Passage, sentence: Passage) -> tuple[Speaker | None, bool]:
        """Find what "which" or "who" points back to: the last name before it in the sentence."""
        mentions = self.people.mentions(sentence.start, source.start)
        bodies = find_organisations(self.text, sentence.start, source.start)
        if mentions and (not bodies or bodies[-1].end < mentions[-1].passage.start):
            return self.named(mentions[-1], source), True
        if bodies:
            body = Passage(bodies[-1].start, bodies[-1].end)
            return self._again(self._names.body(body, body), source), False
        return None, False

    def _without_name(self, head: Passage, source: Passage, sentence: Passage) -> tuple[Speaker | None, bool]:
        words = head.words(self.text)
        follows = self._phrases.name_behind(source)
        if follows is not None:
            return self.named(follows, source), True
        tokens = re.findall(r"[\w'-]+", fold(words))
        taken = re.fullmatch(r"the (\w+)", fold(words))
        told = (
            self._told_apart(taken[1], head.start) if taken and taken[1] in speech_people().unnamed else None
        )
        known = self._by_office(head, source, sentence)
        if known is not None and (told is None or self._named_since(known, told.end, head.start)):
            return known, True
        author = author_of(self.text, source, sentence)
        if author is not None:
            body, person = self._phrase(author, sentence)
            return (self._again(body, source) if body else None), person
        if tokens and tokens[-1] in speech_people().texts - speech_people().unnamed:
            issued = issuer_of(self.text, max(source.start, source.end - 20), sentence.end)
            bare = not find_organisations(self.text, head.start, head.end)
            if len(tokens) <= 3 and tokens[0] in _OF_TEXTS and not issued and bare:
                issuer = self._issuer(tokens[-1], source, sentence)
                last = issuer or self._writer(source, sentence) or self._body_before(source, sentence)
                if last is None and tokens[-1] not in _OF_ITS_OWN:
                    last = self._before.last_body or self._before.last
                if last is not None:
                    return self._again(last, source), False
        person = any(token in speech_people().unnamed for token in tokens)
        if told is not None:
            return self._names.body(told, source), True
        meant = self._names.meant(head, source) or self._taken_up(head, source)
        return (meant, False) if meant is not None else (self._names.body(head, source), person)

    def _taken_up(self, head: Passage, source: Passage) -> Speaker | None:
        """Return whom "the company" or "the group" takes up: the body by name that spoke last."""
        last = self._before.last
        # "According to the newspaper El Faro": a name of two words, and no person's.
        called = last is not None and set(fold(head.words(self.text)).split()[1:]) & _kinds(last.as_written)
        if last is not self._before.last_body and last is not None and " " in last.value and not called:
            last = self._before.last_body
        if last is None or not _THE_BODY.fullmatch(self.text, head.start, head.end):
            return None
        named = last.value[:1].isupper() and not find_offices(last.value) and not _OF_STATE.search(last.value)
        named = named and not any(place.form == "name" for place in find_places(last.value))
        return self._again(last, source) if named else None

    def _issuer(self, noun: str, source: Passage, sentence: Passage) -> Speaker | None:
        """Return who put out "the statement", as told before it and after the last who spoke."""
        issuer = issued_before(self.text, noun, source.start)
        last = self._before.last
        if issuer is None or (last is not None and last.passage.start > issuer.start):
            return None
        return self._phrase(issuer, sentence)[0]

    def _by_office(self, head: Passage, source: Passage, sentence: Passage) -> Speaker | None:
        """Return who holds the office a phrase names, or whom it takes up."""
        words = head.words(self.text)
        offices = [
            office
            for office in self.people.offices_in(head.start, head.end)
            if not self._of_somebody(office, head)
        ]
        if offices and not _INDEFINITE.match(words) and not fold(words).endswith("s"):
            holder = self.people.holder(offices[0], head.start)
            if holder is not None:
                return self._names.person(holder, source)
            fuller = self.people.fuller(offices[0])
            if fuller is not None:
                return self._names.body(fuller, source)
        return self._same_person(head, source, sentence, offices)

    def _of_somebody(self, office: OfficeMatch, head: Passage) -> bool:
        """Tell whether an office only owns what the phrase names, or is somebody's: "the minister's aide"."""
        start = max(head.start, office.title_start - 3)
        owned = any(owns(self.text, place, office.title_start) for place in range(start, office.title_start))
        return (owned and office.country is None) or owns(self.text, office.title_end)

    def _same_person(
        self, head: Passage, source: Passage, sentence: Passage, offices: list[OfficeMatch]
    ) -> Speaker | None:
        """Return whom "the lawmaker" takes up: the person spoken of before, if nothing says otherwise."""
        match = _THE_PERSON.fullmatch(self.text, head.start, head.end)
        noun = fold(match["noun"]) if match else ""
        if match is not None and (ranked := self.people.ranked(noun, head.start)) is not None:
            return self._names.person(ranked, source)
        if match is None or noun not in speech_people().unnamed or noun.endswith("s"):
            return None
        last = self._before.last_person
        if last is not None and noun in fold(last.value).split():
            return self._again(last, source)
        nearest = self._before.nearest(source, sentence, None)
        if nearest is None or not self.people.bears(nearest.value):
            return None
        places = find_places(self.text, *match.span("of")) if match["of"] else []
        other_words = match["of"] and [(one.start, one.end) for one in places] != [match.span("of")]
        # "The socialist leader": a word on somebody's kind says nothing against the one spoken of.
        kind = match["of"] and match["of"].islower() and match["of"] not in speech_people().titles
        other_words = other_words and (" " in match["of"] or not kind)
        held = nearest.office.value if nearest.office else None
        strange = held is not None and not (offices and same_title(held, offices[0].office))
        apart = self._told_apart(noun, head.start)
        return None if other_words or strange or apart else nearest

    def _named_since(self, speaker: Speaker, start: int, end: int) -> bool:
        """Tell whether somebody is named between two places, by the whole name or its last word."""
        names = (speaker.value, speaker.value.rsplit(" ", 1)[-1])
        return any(self.text.find(name, start, end) >= 0 for name in names)

    def _told_apart(self, noun: str, place: int) -> Passage | None:
        """Give where somebody of this kind was last brought in without a name: "a U.S. official"."""
        told = re.compile(rf"\b(?:an?|one|another) (?P<who>(?:[\w.-]+ ){{0,3}}{noun})\b", re.IGNORECASE)
        found = [*told.finditer(self.text, max(0, place - _FAR), place)]
        return Passage(*found[-1].span("who")) if found else None
