"""Which reported clauses are statements: not refusals to speak, wishes to stay unnamed, or mere notices."""

import re

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import speech_verbs, word_classes

_UNNAMED = re.compile(
    r"(?:that )?(?:(?:he|she|they|it) )?"
    r"(?:(?:not (?:to )?(?:be )?|to (?:not )?be )(?:named|identified|quoted|cited)"
    r"|(?:for )?anonymity|to (?:stay|remain) (?:anonymous|unnamed))\b"
)
_SILENCE = re.compile(
    r"(?:(?:that )?(?:it|he|she|they) (?:would|could|had|did|will|does|do) ?(?:not|n't|no)\b ?)?(?:to )?"
    r"(?:immediately |further )?(?:comment|elaborate|speculate|respond|discuss"
    r"|(?:no|any|further|more) (?:\w+ )?(?:comments?|details?|information|reasons?))\b"
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never|nor|without|cannot|(?:declin|refus)(?:e|es|ed|ing) to)|n't) "
    r"(?:(?!only)\w+ly |yet |then )?(?:say|saying|said|specif(?:y|ying|ied)|disclos(?:e|ing|ed)"
    r"|reveal(?:ing|ed)?|explain(?:ing|ed)?|comment|elaborate|give|given|mention(?:ing|ed)?"
    r"|confirm(?:ing|ed)?|clarif(?:y|ied)|stat(?:e|ing|ed)|indicate|tell|name|identify|announced?)\b"
)
# "It was announced Albania had ordered": the "it" stands for nobody.
_IMPERSONAL = re.compile(r"\bit (?:was|is|has been|had been) (?:\w+ly )?\w+(?:ed|n|id|ld)(?: that)?\W*$")
_DID_NOT = re.compile(
    r"(?:did|does|do|has|have|had|would|could) not (?:\w+ly )?\w+(?: (?:if|whether|that))?\s*$"
)
_ROOM = 30
_SHOWN = frozenset({"be", "have", "modal", "do", "not", "subject", "that"})
_FINITE = frozenset({"be", "have", "modal", "do", "that", "to"})


def no_report(text: str, one: Attribution) -> str | None:
    """Say why a reported clause is no statement; null when it is one.

    >>> text = "It did not say what the money is for."
    >>> no_report(text, Attribution(Passage(15, 36), Passage(0, 2), Passage(11, 14), "indirect", ""))
    'tells what somebody did not say'
    """
    content = fold(one.content.words(text))
    before = fold(text[max(0, one.content.start - _ROOM) : one.content.start])
    if _IMPERSONAL.search(before):
        return "told by nobody: it was announced, it is said"
    if _UNNAMED.match(content):
        return "a wish not to be named"
    if _SILENCE.match(content):
        return "a refusal to speak"
    if _no_clause(content):
        return "a sum or a circumstance, and no clause"
    return _by_cue(text, one, content)


def _no_clause(content: str) -> bool:
    """Tell whether words begin with a number or a preposition and hold no verb that shows itself one."""
    words = re.findall(r"[\w'’-]+", content)
    classes = [word_classes().get(word) for word in words]
    opens = bool(words) and (words[0][0].isdigit() or classes[0] in {"preposition", "but"})
    shown = any(
        klass in _SHOWN or word.endswith("ed") for word, klass in zip(words[1:], classes[1:], strict=True)
    )
    return opens and not shown


def _by_cue(text: str, one: Attribution, content: str) -> str | None:
    if one.cue is None:
        return None
    start = max(0, one.cue.start - _ROOM)
    # "Declined to say how": the verb that is not done may open the content.
    end = one.content.start + _ROOM if content.startswith("to ") else one.cue.end
    denied = _NEGATED.finditer(fold(text[start : max(end, one.cue.end)]))
    if any(start + match.end() > one.cue.start for match in denied):
        return "tells what somebody did not say"
    if _notifies(text, one, content):
        return "names what somebody was told of, not what was said"
    if _expects(text, one, content):
        return "names what is expected or added, not what was said"
    return None


def _notifies(text: str, one: Attribution, content: str) -> bool:
    """Tell whether "of" or "about" stands between the verb and a noun phrase: told Congress of a sale."""
    if one.cue is None or content.startswith(("of ", "about ")):
        return one.cue is not None and one.cue.end <= one.content.start
    if one.cue.end > one.content.start:
        return False
    between = fold(text[one.cue.start : one.content.start]).split()
    tells = any(speech_verbs().get(word) == "tell" for word in between)
    return tells and between[-1:] in (["of"], ["about"])


def _expects(text: str, one: Attribution, content: str) -> bool:
    """Tell whether a thing, not a clause, is hoped for or added: expects launchers, added 4 million."""
    if one.cue is None:
        return False
    cue = fold(one.cue.words(text))
    adds = cue in cue_words("adding") and one.cue.end <= one.content.start and re.match(r"[$€£]?\d", content)
    if cue not in cue_words("hoping") and not adds:
        return False
    classes = word_classes()
    return not any(classes.get(word) in _FINITE for word in re.findall(r"[\w']+", content))


def with_negation(text: str, content: Passage) -> Passage:
    """Begin at the words that turn a report round, so that what was left unsaid does not read as said.

    >>> text = "He did not specify how many it bought."
    >>> with_negation(text, Passage(19, 37)).words(text)
    'did not specify how many it bought'
    """
    first = max(0, content.start - _ROOM)
    denied = _DID_NOT.search(fold(text[first : content.start]))
    return Passage(first + denied.start(), content.end) if denied else content


def trimmed(text: str, content: Passage) -> Passage:
    """Leave out the "that" a reported clause begins with and the marks at its end.

    >>> text = "He said that it rains, in May."
    >>> trimmed(text, Passage(8, 22)).words(text)
    'it rains'
    """
    start, end = content.start, content.end
    opening = re.match(r"[,:;\s]*(?:[Tt]hat\s+)?", text[start:end])
    if opening and opening.end() < end - start:
        start += opening.end()
    while end > start + 1 and text[end - 1] in " ,;:–—-\n":
        end -= 1
    return Passage(start, end)
