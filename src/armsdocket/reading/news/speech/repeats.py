"""Attributions that only repeat a part of another: words quoted in a clause that the same verb reports."""

from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold

# So many words at most stand for what is called something in "called the deal “dead”".
_CALLED = 2


def without_repeats(text: str, found: list[Attribution]) -> list[Attribution]:
    """Leave out what only repeats a part of another attribution of the same verb.

    Words quoted inside a clause go with it ("said it is “dead”"); of what is called something only the
    words quoted are said ("called it “dead”").
    """
    told = []
    for one in found:
        clause = next((other for other in found if _holds(other, one)), None)
        words = next((other for other in found if _holds(one, other)), None)
        if clause is not None and not _called(text, clause, one) and not _set_apart(text, one):
            continue
        if words is not None and _called(text, one, words):
            continue
        told.append(one)
    return told


def _holds(clause: Attribution, one: Attribution) -> bool:
    """Tell whether one attribution is a clause and the other words quoted in it, of one verb."""
    return (
        clause.mode == "mixed"
        and one.mode == "direct"
        and one.cue is not None
        and one.cue == clause.cue
        and clause.content.start < one.content.start
        and clause.content.covers(one.content)
    )


def _called(text: str, clause: Attribution, words: Attribution) -> bool:
    """Tell "called it “dead”", where nothing but what is called something stands before the words."""
    if words.cue is None or fold(words.cue.words(text)) not in cue_words("calling"):
        return False
    return len(text[clause.content.start : words.content.start].split()) <= _CALLED


def _set_apart(text: str, one: Attribution) -> bool:
    return text[max(0, one.content.start - 4) : one.content.start].rstrip("“\"'‘«„` ").endswith((",", ":"))
