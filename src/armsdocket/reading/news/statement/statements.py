"""Statements: words that somebody is named as saying, with who, to whom, how and when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Mode, Rejection, Speaker, Statement, sourced
from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.attributions import By, announced, attribute
from armsdocket.reading.news.speech.quotations import Quotation
from armsdocket.reading.news.speech.rules import find_cues
from armsdocket.reading.news.speech.wording import Wording, wordings
from armsdocket.reading.news.statement.people import People
from armsdocket.reading.news.statement.reports import no_report, trimmed, with_negation
from armsdocket.reading.news.statement.saying import audience_of, date_of, quoting_of, via_of
from armsdocket.reading.news.statement.scare_quotes import is_fragment, no_speech
from armsdocket.reading.news.statement.sources import righted
from armsdocket.reading.news.statement.speakers import Speakers
from armsdocket.reading.news.statement.unattributed import source_beside
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import speaking_nouns, speech_verbs

READER = "news/1"
_LEFT_OUT = frozenset(
    {
        "byline",
        "agency",
        "dateline",
        "credit",
        "section",
        "related",
        "comments",
        "clutter",
        "published",
        "updated",
    }
)
_LEAST_INDIRECT = 3
_GOES_ON = "rule: same speaker goes on"
_ANNOUNCED = "rule: the paragraph before lets them speak"
# Up to this many quoted words can be the reporter's own way to keep his distance.
_SHORT = 3
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


def find_statements(document: Document, heading: Heading, by: By = "model") -> list[Statement]:
    """Find the statements of an article, in order; ``by`` names the model, rules alone, or an extension.

    Each quotation that is attributed is a direct statement, its words without the marks; a clause that is
    reported without marks is an indirect one.
    """
    return weigh_statements(document, heading, by)[0]


def weigh_statements(
    document: Document, heading: Heading, by: By = "model"
) -> tuple[list[Statement], list[Rejection]]:
    """Find the statements of an article, and say why other quotations and reports are none."""
    text = document.text
    pieces, waiting, rejected = _pieces(text, heading, by)
    said = [piece.words for piece in pieces if piece.mode == "direct"]
    speakers = Speakers(text, People(text), said)
    found: list[Statement] = []
    for piece in pieces:
        speaker = _speaker(piece, speakers, found)
        if speaker is None and piece.mode == "indirect":
            rejected.append(Rejection(what="report", why="nobody it can be given to", passage=piece.words))
            continue
        found.append(_statement(text, piece, speaker, speakers, heading))
    found += _headline_statements(text, waiting, found)
    kept = {one.words.passage.start for one in found if one.mode == "direct"}
    rejected = [one for one in rejected if one.passage.start not in kept]
    found.sort(key=lambda one: (one.words.passage.start, one.words.passage.end))
    return found, sorted(rejected, key=lambda one: (one.passage.start, one.passage.end))


def _pieces(text: str, heading: Heading, by: By) -> tuple[list[Piece], list[Quotation], list[Rejection]]:
    """Gather what is attributed, the quotations of the headline that no verb attributes, and the rest."""
    left_out = [part.passage for part in heading.parts if part.part in _LEFT_OUT]
    datelines = [part.passage for part in heading.parts if part.part == "dateline"]
    headlines = [part.passage for part in heading.parts if part.part in {"headline", "standfirst"}]
    if heading.title is not None:
        headlines.append(heading.title.passage)
    pieces: list[Piece] = []
    waiting: list[Quotation] = []
    rejected: list[Rejection] = []
    last: Piece | None = None
    spoken: Piece | None = None
    for wording in wordings(text):
        passage = wording.passage
        if not wording.words or any(part.covers(passage) for part in left_out):
            continue
        # A paragraph of nothing but a quotation goes on with who was reported in the one before.
        before = last or (spoken if _is_quotation(wording) else None)
        ours = sorted(_read_paragraph(wording, by, before, rejected), key=_order)
        if opening := next((part for part in datelines if passage.covers(part)), None):
            ours = [piece for one in ours if (piece := _behind(text, one, opening))]
        pieces += ours
        spoken = ours[-1] if ours else None
        last = next((piece for piece in reversed(ours) if piece.mode == "direct"), None) or (
            None if ours else last
        )
        speaker = announced(wording)
        if speaker is not None:
            last = Piece(passage, speaker, None, _sentence(wording, speaker), "direct", False, _ANNOUNCED)
        if any(part.overlaps(passage) for part in headlines):
            taken = {piece.words.start for piece in ours}
            waiting += [q for q in wording.quotations if q.start not in taken]
    return pieces, waiting, rejected


def _behind(text: str, piece: Piece, dateline: Passage) -> Piece | None:
    """Take the dateline out of who speaks: "LIMA, May 4 (CNA) Peru's ministry said"."""
    words, source = (_cut(text, passage, dateline) for passage in (piece.words, piece.source))
    return None if words is None else replace(piece, words=words, source=source)


def _cut(text: str, passage: Passage | None, dateline: Passage) -> Passage | None:
    if passage is None or passage.start >= dateline.end:
        return passage
    start = next((at for at in range(dateline.end, passage.end) if text[at].isalnum()), passage.end)
    return Passage(start, passage.end) if start < passage.end else None


def _is_quotation(wording: Wording) -> bool:
    """Tell a paragraph that is one quotation from end to end."""
    quotations = wording.quotations
    return (
        len(quotations) == 1
        and wording.passage.covers(quotations[0].passage)
        and (
            quotations[0].outer_start == wording.passage.start
            and quotations[0].outer_end >= wording.passage.end
        )
    )


def _order(piece: Piece) -> tuple[int, int]:
    """Sort by where the speaker is named, so that "he" means the one named before."""
    return (piece.source.start if piece.source else piece.words.start, piece.words.start)


def _read_paragraph(
    wording: Wording, by: By, last: Piece | None, rejected: list[Rejection]
) -> Iterator[Piece]:
    if not wording.quotations and not _may_speak(wording):
        return
    by_rules = attribute(wording, "rules") if by == "rules" or wording.quotations else []
    attributions = by_rules if by == "rules" else attribute(wording, by, by_rules or None)
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
        yield Piece(content, source, one.cue, _sentence(wording, content), "indirect", False, one.rule)


def _subject_shared(wording: Wording, one: Attribution) -> Passage | None:
    """Find the subject of a second verb ("Novak left but said that"), which the sentence opens with."""
    if one.cue is None or not _SECOND.search(wording.text, wording.passage.start, one.cue.start):
        return None
    subjects = [cue for bounds in wording.bounds for cue in find_cues(wording, *bounds) if cue.source]
    for cue in subjects:
        if one.cue.start <= wording.starts[cue.first] < one.cue.end and cue.source:
            return wording.span(*cue.source)
    return None


def _may_speak(wording: Wording) -> bool:
    """Tell whether a word of speech stands in a paragraph: without one it reports nothing."""
    words = {word.lower() for word in wording.words}
    return not (words.isdisjoint(speech_verbs()) and words.isdisjoint(speaking_nouns()))


def _sentence(wording: Wording, passage: Passage) -> Passage:
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
    sentence = _sentence(wording, quotation.passage)
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
    opens = not wording.text[sentence.start : quotation.outer_start].strip()
    if source is None and not partial and opens and before is not None:
        source, cue = before.source, before.cue
        rule = before.rule if before.rule == _ANNOUNCED else _GOES_ON
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


def _speaker(piece: Piece, speakers: Speakers, found: list[Statement]) -> Speaker | None:
    if piece.source is None:
        return None
    earlier = piece.source.end <= piece.sentence.start and piece.rule != _ANNOUNCED
    if piece.mode == "direct" and not piece.partial and earlier:
        subject = speakers.subject_before(piece.sentence)
        if subject is not None:
            return subject
    if piece.rule == _GOES_ON and found and found[-1].speaker is not None:
        return found[-1].speaker
    return speakers.resolve(piece.source, piece.sentence)


def _statement(
    text: str, piece: Piece, speaker: Speaker | None, speakers: Speakers, heading: Heading
) -> Statement:
    return Statement(
        reader=READER,
        rule=piece.rule,
        words=sourced(piece.words.words(text), text, piece.words.start, piece.words.end),
        mode=piece.mode,
        speaker=speaker,
        quoting=quoting_of(piece.words, speakers),
        via=via_of(text, piece.sentence, piece.words),
        audience=audience_of(text, piece.sentence, piece.words, piece.cue),
        date=date_of(text, piece.sentence, piece.words, heading),
        partial=piece.partial,
    )


def _headline_statements(text: str, waiting: list[Quotation], found: list[Statement]) -> list[Statement]:
    """Attribute a headline's quotation that repeats words attributed below it."""
    repeated = []
    for quotation in waiting:
        words = fold(text[quotation.start : quotation.end]).strip(" .,")
        for one in found:
            # One word of a whole sentence is a name in both, and nobody's phrase.
            name = " " not in words and text[quotation.start].isupper() and not one.partial
            if one.mode == "direct" and words and words in fold(one.words.value) and not name:
                again = sourced(quotation.passage.words(text), text, quotation.start, quotation.end)
                repeated.append(
                    Statement(
                        reader=READER,
                        rule="rule: headline repeats a quotation",
                        words=again,
                        mode="direct",
                        speaker=one.speaker,
                        partial=True,
                    )
                )
                break
    return repeated
