"""What a reporting verb reports: the clause behind it, the sentence before it, or both parts around it."""

from armsdocket.reading.news.speech.cue import QUOTES, Cue
from armsdocket.reading.news.speech.subjects import Range, after_verb
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import fillers, speaking_nouns, word_classes

_ENDS = frozenset(',.;—–-"”…!?:')
_DASHES = frozenset({"—", "–", "-"})
_OPENS = frozenset({":", "("})
_LEAST = 2
# Behind ", he said," stand at least this many words of what is said.
_GOES_ON = 4
# So many tokens at most of place and occasion stand between a verb and what it reports.
_CIRCUMSTANCE = 14
_OCCASION = 9
_TIMES = frozenset({"late", "early", "earlier", "last", "this"})
_DAYS = frozenset({"morning", "afternoon", "evening", "night", "week", "month", "year", "summer"})
_APART = frozenset({"relative", "preposition", "as", "but", "for"})
_ASIDE = frozenset({"preposition", "as", "of", "to", "by", "for", "day", "but"})
_SUBORDINATE = frozenset({"as", "but"})


class Clauses:
    """The clauses that the cues of one sentence report; tokens ``first`` up to ``after`` are the sentence."""

    def __init__(self, wording: Wording, cues: list[Cue], first: int, after: int) -> None:
        self.wording = wording
        self.words = wording.words
        self.quoted = wording.quoted
        self.cues = cues
        self.first = first
        self.after = after

    def reported(self, cue: Cue) -> list[Range]:
        """Find what a cue reports, in one piece or in two around it."""
        if cue.group == "according":
            return _one(self._beside_according(cue))
        if cue.inverted:
            return _one(self._before(cue.first))
        words, subject = self.words, self._subject(cue)
        begin = cue.after
        if cue.group == "tell":
            begin = self._over_addressee(begin)
        begin = self._over_circumstance(begin)
        ends = begin >= self.after or (words[begin] in _ENDS and words[begin] != ":")
        aside = not words[cue.first].endswith("ing") and self._behind_quotation(subject)
        if ends or (aside and self._aside(begin)):
            return self._around(begin, subject, self._end(cue, begin))
        if words[begin].lower() in {"that", ":"}:
            begin += 1
        if cue.group == "urge" and begin < self.after and words[begin].lower() in {"for", "on", "upon"}:
            begin += 1
        end = self._end(cue, begin)
        if end - begin < _LEAST or not self._told(cue, begin, end):
            return []
        return [(begin, end)]

    def _told(self, cue: Cue, begin: int, end: int) -> bool:
        """Tell whether words behind a verb are told: "wrote that", "backed the “best”", not "wrote it"."""
        if self.words[cue.first].lower() not in cue_words("reporting with a mark"):
            return True
        return self.words[begin - 1].lower() in {"that", ":"} or max(self.quoted[begin:end]) >= 0

    def _subject(self, cue: Cue) -> int:
        """Return where those who speak are named: from the paper on, in "a paper quoted him as saying"."""
        subject = cue.source[0] if cue.source else cue.first
        if cue.first > self.first and self.words[cue.first - 1].lower() == "as":
            quoted = [token for token in range(self.first, subject) if self.quoted[token] >= 0]
            return quoted[-1] + 1 if quoted else subject
        return subject

    def _around(self, begin: int, subject: int, end: int) -> list[Range]:
        """Take what stands before a cue's subject and, set apart by a comma, what goes on behind the cue."""
        behind = self._behind(begin, end)
        if behind and subject > self.first and self.words[subject - 1].lower() == "as":
            return [behind]
        opened = begin + 1 < self.after and self.quoted[begin + 1] >= 0
        before = self._before(subject)
        near = before is not None and before[1] - before[0] <= _OCCASION
        if before and (opened or behind or near) and self._is_circumstance(before):
            return _one(behind)
        return [*_one(before), *_one(behind)]

    def _is_circumstance(self, before: Range) -> bool:
        """Tell "On Friday" and "Holding a book" from a clause: "On Friday, he said, “we wait”"."""
        opens = self.words[before[0]].lower()
        aside = word_classes().get(opens) in _ASIDE | {"adverb"} or opens.endswith(("ing", "ly"))
        return aside and max(self.quoted[before[0] : before[1]]) < 0

    def _aside(self, begin: int) -> bool:
        """Tell whether a place, a time or an occasion stands behind a verb, and no clause."""
        low = self.words[begin].lower()
        return word_classes().get(low) in _ASIDE | {"question"} or low in _TIMES

    def _behind_quotation(self, subject: int) -> bool:
        """Tell whether a quotation that its own comma or mark sets apart ends right before a subject."""
        number = self.quoted[subject - 1] if subject > self.first else -1
        if number < 0:
            return False
        quotation = self.wording.quotations[number]
        return self.wording.text[quotation.start : quotation.end].rstrip()[-1:] in set(",.?!…—–")

    def _behind(self, comma: int, end: int) -> Range | None:
        """Take what goes on behind a cue set between commas: "The aim, he said, is to wait"."""
        words, begin = self.words, comma + 1
        if comma >= end or words[comma] != "," or begin >= end:
            return None
        if (number := self.quoted[begin]) >= 0:
            return begin, next((i for i in range(begin, end) if self.quoted[i] != number), end)
        if end - begin < _GOES_ON or any(other.source and other.source[0] == begin for other in self.cues):
            return None
        opens = words[begin].lower()
        stops = opens.endswith("ing") or word_classes().get(opens) in _APART
        return None if stops else (begin, end)

    def _end(self, cue: Cue, begin: int) -> int:
        """Find where what a cue reports ends: before another report of the same speaker, or of the next."""
        words, end = self.words, self.after
        for other in self.cues:
            if begin < other.first < end:
                end = min(end, self._next_report(cue, other, begin, end))
        while (
            end > begin
            and (words[end - 1] in _ENDS or not words[end - 1][0].isalnum())
            and self.quoted[end - 1] < 0
        ):
            end -= 1
        number = self.quoted[end - 1] if end == self.after and end > begin else -1
        while number >= 0 and end < len(words) and self.quoted[end] == number:
            end += 1
        return end

    def _next_report(self, cue: Cue, other: Cue, begin: int, end: int) -> int:
        """Return where a second report ends the first: "but said", ", which he called", ", a paper wrote"."""
        words, joint = self.words, other.first - 1
        if words[other.first].endswith("ing"):
            return self._participle(other, end)
        while joint > begin and (words[joint].lower() in fillers() or words[joint].endswith("ly")):
            joint -= 1
        if words[joint].lower() in {"and", "but"} and self.quoted[joint] < 0:
            return joint
        subject = other.source[0] if other.source and not other.inverted else other.first
        return self._clause_of(cue, other, begin, subject, end) if begin < subject <= other.first else end

    def _clause_of(self, cue: Cue, other: Cue, begin: int, subject: int, end: int) -> int:
        """Return where another report begins, if what stands before its subject parts the two."""
        words = self.words
        before, earlier = words[subject - 1].lower(), words[subject - 2]
        if before in {"and", "but"} and (earlier == "," or cue.group == "urge"):
            return subject - 1 - (earlier == ",")
        if word_classes().get(before) == "relative":
            comma = subject - 2 if earlier == "," else subject - 3
            return comma if comma > begin and words[comma] == "," else end
        closes = not any(word[0].isalnum() for word in words[other.after : end])
        apart = closes or other.group == "according" or self._subordinate(cue)
        return subject - 1 if before == "," and apart else end

    def _participle(self, other: Cue, end: int) -> int:
        """Return where ", adding that" or ", with Novak saying that" ends the report before it."""
        before, first = self.words[other.first - 1], other.first
        if other.source and other.source[1] == other.first:
            first = other.source[0]
            return first - 1 if self.words[first - 1].lower() == "with" else first
        return first if before == "," or before in _DASHES or before in QUOTES else end

    def _subordinate(self, cue: Cue) -> bool:
        """Tell whether a cue stands in a clause that opens the sentence: "While he said so, ..."."""
        opens = word_classes().get(self.words[self.first].lower())
        return opens in _SUBORDINATE and cue.source is not None and cue.source[0] - self.first <= 1

    def _beside_according(self, cue: Cue) -> Range | None:
        words = self.words
        behind = cue.source[1] if cue.source else cue.after
        if cue.first - self.first < 3:
            begin = behind
            while begin < self.after and words[begin] != ",":
                begin += 1
            end = self.after - 1 if words[self.after - 1] in _ENDS else self.after
            return (begin + 1, end) if end - begin > 3 else None
        return self._before(cue.first)

    def _before(self, end: int) -> Range | None:
        """Take the sentence up to ``, X said``; only a comma or a mark may part the two."""
        words, first = self.words, self.first
        if end <= first:
            return None
        parted = words[end - 1] in {",", "?", "!"} or words[end - 1] in _DASHES or words[end - 1] in QUOTES
        if not parted and words[end] != "according":
            return None
        while end > first and self.quoted[end - 1] < 0 and not words[end - 1][0].isalnum():
            end -= 1
        begin = self._opening(end)
        return (begin, end) if end > begin else None

    def _opening(self, end: int) -> int:
        """Return where what ends at ``end`` begins: with its sentence, or that in which its quotation opens.

        A quotation behind a colon, a dash or a bracket stands alone.
        """
        number = self.quoted[end - 1]
        if number >= 0:
            begin = end - 1
            while begin > 0 and self.quoted[begin - 1] == number:
                begin -= 1
            if begin > self.first and (self.words[begin - 1] in _OPENS or self.words[begin - 1] in _DASHES):
                return begin
        number, begin = self.quoted[self.first], self.first
        while number >= 0 and begin > 0 and self.quoted[begin - 1] == number:
            begin -= 1
        return max((start for start, _ in self.wording.bounds if start <= begin), default=self.first)

    def _over_addressee(self, begin: int) -> int:
        for i in range(begin, min(self.after, begin + 12)):
            if self.words[i].lower() in {"that", ","} or self.words[i] in QUOTES or self.quoted[i] >= 0:
                return i
        addressee = after_verb(self.wording, begin - 1, self.after)
        return addressee[1] if addressee else begin

    def _over_circumstance(self, begin: int) -> int:
        """Step over "on Thursday", "flatly" and the like between a verb and what it reports."""
        begin = self._over_time(begin)
        words, classes = self.words, word_classes()
        low = words[begin].lower() if begin < self.after else ""
        if classes.get(low) not in _ASIDE:
            return begin
        for i in range(begin + 1, min(self.after, begin + _CIRCUMSTANCE)):
            word = words[i].lower()
            near = i - begin < _OCCASION and low in {"on", "in", "at", "during", "to"}
            if word == ":" or (self.quoted[i] >= 0 and (near or words[i - 1] == ",")):
                return i
            if near and word in {"that", ","}:
                return i
            if near and (classes.get(word) == "day" or word in speaking_nouns()):
                return i + 1
        return begin

    def _over_time(self, begin: int) -> int:
        """Step over "flatly", "Monday night", "late Monday" and "earlier this week"."""
        words, place = self.words, begin
        while place < self.after and (words[place].lower() in _TIMES or words[place].endswith("ly")):
            place += 1
        last = place
        while last < self.after and (
            word_classes().get(words[last].lower()) == "day" or words[last].lower() in _DAYS
        ):
            last += 1
        return last if last > place or place == begin or words[place - 1].endswith("ly") else begin


def _one(found: Range | None) -> list[Range]:
    return [found] if found else []
