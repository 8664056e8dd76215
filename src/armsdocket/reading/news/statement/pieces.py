"""The pieces of an article that are somebody's words: each with its source as it stands beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Mode, Rejection
from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.attributions import By, attribute
from armsdocket.reading.news.speech.cue import find_cues
from armsdocket.reading.news.speech.labels import Span
from armsdocket.reading.news.speech.quotations import Quotation
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.reading.news.statement.reports import no_report, trimmed, with_negation
from armsdocket.reading.news.statement.scare_quotes import is_fragment, no_speech
from armsdocket.reading.news.statement.sources import righted
from armsdocket.reading.news.statement.unattributed import source_beside
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import speaking_nouns, speech_verbs

_LEAST_INDIRECT = 3
ANNOUNCED = "rule: the paragraph before lets them speak"
GOES_ON = "rule: same speaker goes on"
# Up to this many quoted words can be the reporter's own way to keep his distance.
_SHORT = 3
# A sentence of its own that goes on with the one before: "Adding that".
_ADDING = re.compile(r"(?:Adding|Noting|Saying|Stressing|Stating)(?: that)?[,:]?")
_SECOND = re.compile(r"\b(?:and|but) $")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words found to be somebody's, before the speaker is resolved."""

    words: Passage
    source: Passage | None
    cue: Passage | None
    sentence: Passage
    mode: Mode
    partial: bool
    rule: str


def read_paragraph(
    wording: Wording, by: By, marked: list[Span], last: Piece | None, rejected: list[Rejection]
) -> Iterator[Piece]:
    """Read the pieces of one paragraph; ``last`` is who may go on from the one before."""
    by_rules = attribute(wording, "rules") if by == "rules" or wording.quotations else []
    attributions = by_rules if by == "rules" else attribute(wording, by, marked, by_rules or None)
    by_rules = [righted(wording, one) for one in by_rules]
    attributions = [righted(wording, one) for one in attributions]
    before = last
    for number, quotation in enumerate(wording.quotations):
        piece = _direct(wording, number, quotation, attributions, by_rules, before)
        if piece is not None:
            before = piece
            yield piece
        else:
            why = no_speech(wording, quotation) or "nobody in the text says it"
            rejected.append(Rejection(what="quotation", why=why, passage=quotation.passage))
    for one in attributions:
        if one.mode == "indirect" and _is_speech(wording.text, one):
            yield from _indirect(wording, one, rejected)


def _indirect(wording: Wording, one: Attribution, rejected: list[Rejection]) -> Iterator[Piece]:
    """Take a reported clause as a piece when it is a statement; one behind a wish not to be named, too."""
    why = no_report(wording.text, one)
    if why is not None:
        rejected.append(Rejection(what="report", why=why, passage=one.content))
        for other in attribute(wording, "rules"):
            inside = other.mode == "indirect" and one.content.start < other.content.start < one.content.end
            if inside and no_report(wording.text, other) is None and _is_speech(wording.text, other):
                yield from _indirect(wording, other, rejected)
        return
    content = with_negation(wording.text, trimmed(wording.text, one.content))
    if len(content.words(wording.text).split()) >= _LEAST_INDIRECT and one.source is not None:
        source = _subject_shared(wording, one) or one.source
        yield Piece(content, source, one.cue, sentence_of(wording, content), "indirect", False, one.rule)


def _subject_shared(wording: Wording, one: Attribution) -> Passage | None:
    """Find the subject of a second verb ("Novak left but said that"), which the sentence opens with."""
    if one.cue is None or not _SECOND.search(wording.text, wording.passage.start, one.cue.start):
        return None
    subjects = [cue for bounds in wording.bounds for cue in find_cues(wording, *bounds) if cue.source]
    for cue in subjects:
        if one.cue.start <= wording.starts[cue.first] < one.cue.end and cue.source:
            return wording.span(*cue.source)
    return None


def may_speak(wording: Wording) -> bool:
    """Tell whether a quotation or a word of speech stands in a paragraph: without one it reports nothing."""
    if wording.quotations:
        return True
    words = {word.lower() for word in wording.words}
    return not (words.isdisjoint(speech_verbs()) and words.isdisjoint(speaking_nouns()))


def sentence_of(wording: Wording, passage: Passage) -> Passage:
    """Return the sentence a passage stands in, or the sentences it runs over."""
    found = [one for one in wording.sentences if one.overlaps(passage)]
    return Passage(found[0].start, found[-1].end) if found else wording.passage


def _is_speech(text: str, one: Attribution) -> bool:
    """Tell whether a cue speaks: a verb or a noun of speech, not a wish or a feeling."""
    if one.cue is None:
        return False
    words = fold(one.cue.words(text)).split()
    return any(word in speech_verbs() or word in speaking_nouns() for word in words)


def _direct(  # noqa: PLR0917 - one quotation, and all that could attribute it
    wording: Wording,
    number: int,
    quotation: Quotation,
    attributions: list[Attribution],
    by_rules: list[Attribution],
    before: Piece | None,
) -> Piece | None:
    """Attribute one quotation: by what holds it, by what stands beside it, or by what came before."""
    if no_speech(wording, quotation) is not None:
        return None
    sentence = sentence_of(wording, quotation.passage)
    partial = is_fragment(wording, quotation)
    own = _holding(by_rules, quotation) or None
    model = _holding(attributions, quotation)
    chosen = own if own is not None and own.source is not None else model or own
    if chosen is not None and partial and not _may_be_fragment(wording.text, quotation, chosen):
        chosen = None
    source = chosen.source if chosen else None
    cue = chosen.cue if chosen else None
    rule = chosen.rule if chosen else ""
    beside = source_beside(wording, quotation, sentence)
    if beside is not None and (source is None or beside.sure):
        source, rule = beside.source, beside.rule
    opening = wording.text[sentence.start : quotation.outer_start].strip()
    goes_on = (not opening and not partial) or _ADDING.fullmatch(opening)
    if source is None and goes_on and before is not None:
        source, cue = before.source, before.cue
        rule = before.rule if before.rule == ANNOUNCED else GOES_ON
    if source is None:
        return None
    return Piece(quotation.passage, source, cue, sentence, "direct", partial, rule)


def _may_be_fragment(text: str, quotation: Quotation, one: Attribution) -> bool:
    """Tell whether a few quoted words can be somebody's: a verb of speech, not a hope, must hold them."""
    if len(text[quotation.start : quotation.end].split()) > _SHORT:
        return True
    if one.cue is None or not _is_speech(text, one):
        return False
    return cue_words("thinking").isdisjoint(fold(one.cue.words(text)).split())


def _holding(attributions: list[Attribution], quotation: Quotation) -> Attribution | None:
    """Return the attribution whose content covers most of the quotation, if it covers half of it."""
    best, most = None, (quotation.end - quotation.start) / 2
    for one in attributions:
        shared = min(one.content.end, quotation.end) - max(one.content.start, quotation.start)
        if shared >= most:
            best, most = one, shared
    return best
