"""Statements: words that somebody is named as saying, with who, to whom, how and when."""

import re

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Rejection, Sourced, Speaker, Statement, sourced
from armsdocket.reading.news.speech.attributions import By
from armsdocket.reading.news.speech.quotations import Quotation
from armsdocket.reading.news.statement.gathering import LEFT_OUT, gather
from armsdocket.reading.news.statement.people import People
from armsdocket.reading.news.statement.pieces import ANNOUNCED, GOES_ON, Piece
from armsdocket.reading.news.statement.saying import audience_of, date_of, quoting_of, via_of
from armsdocket.reading.news.statement.speakers import Speakers
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import deeds, denials

READER = "news/1"


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
    pieces, waiting, rejected = gather(text, heading, by)
    # A name in words quoted, or in a line of the page's own, is nobody whom "he" means.
    said = [piece.words for piece in pieces if piece.mode == "direct"]
    said += [part.passage for part in heading.parts if part.part in LEFT_OUT]
    titles = [part.passage for part in heading.parts if part.part == "headline"]
    speakers = Speakers(text, People(text, titles), said)
    found: list[Statement] = []
    for piece in pieces:
        speaker = _speaker(piece, speakers, found)
        if _is_deed(text, piece):
            rejected.append(Rejection(what="report", why="a deed, not words", passage=piece.words))
            continue
        if _is_question(text, piece):
            rejected.append(Rejection(what="report", why="what the speaker was asked", passage=piece.words))
            continue
        if speaker is None and piece.mode == "indirect":
            rejected.append(Rejection(what="report", why="nobody it can be given to", passage=piece.words))
            continue
        found.append(_statement(text, piece, speaker, speakers, heading))
    found += _headline_statements(text, waiting, found)
    kept = {one.words.passage.start for one in found if one.mode == "direct"}
    rejected = [one for one in rejected if one.passage.start not in kept]
    found.sort(key=lambda one: (one.words.passage.start, one.words.passage.end))
    return found, sorted(rejected, key=lambda one: (one.passage.start, one.passage.end))


def _verb_before(piece: Piece) -> Passage | None:
    """Give the words of reporting, where they stand before what is reported."""
    ahead = piece.mode == "indirect" and piece.cue is not None and piece.cue.end <= piece.words.start
    return piece.cue if ahead else None


def _is_deed(text: str, piece: Piece) -> bool:
    """Tell whether a verb before a thing reports no words: "Poland ordered three frigates"."""
    cue = _verb_before(piece)
    if cue is None:
        return False
    verb = fold(cue.words(text)).split()[-1:]
    return bool(verb) and verb[0] in deeds() and _CLAUSE.search(fold(piece.words.words(text))) is None


def _is_question(text: str, piece: Piece) -> bool:
    """Tell whether it is what the speaker was asked: "Asked whether it is so, Berg said"."""
    if piece.mode != "indirect" or piece.source is None or piece.source.start < piece.words.end:
        return False
    return _ASKED.search(fold(text[piece.sentence.start : piece.words.start])) is not None


_ASKED = re.compile(r"\basked (?:by [\w ]{2,40} )?$")
_CLAUSE = re.compile(r"\b(?:to|that|be|not|is|are|was|were|will|would|should|has|have|had)\b")


def _speaker(piece: Piece, speakers: Speakers, found: list[Statement]) -> Speaker | None:
    if piece.source is None:
        return None
    earlier = piece.source.end <= piece.sentence.start and piece.rule != ANNOUNCED
    if piece.mode == "direct" and not piece.partial and earlier:
        subject = speakers.subject_before(piece.sentence)
        if subject is not None:
            return subject
    if piece.rule == GOES_ON and found and found[-1].speaker is not None:
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
        denial=_denial(text, piece),
    )


def _denial(text: str, piece: Piece) -> Sourced[str] | None:
    """Give the verb of "denied that the jets had been sold": what is reported is what is denied."""
    cue = _verb_before(piece)
    words = _WORD.finditer(text, cue.start, cue.end) if cue else ()
    verb = next((word for word in words if fold(word[0]) in denials()), None)
    return sourced(fold(verb[0]), text, verb.start(), verb.end()) if verb else None


_WORD = re.compile(r"[^\W\d_]+")


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
