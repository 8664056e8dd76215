"""Who said what in a text, as the text has it: by the trained model, by rules alone, or by an extension."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech import rules as attribution_rules
from armsdocket.reading.news.speech.attribution import Attribution, mode_of
from armsdocket.reading.news.speech.cue import Cue, find_cues
from armsdocket.reading.news.speech.extensions import attribute_with
from armsdocket.reading.news.speech.labels import Span
from armsdocket.reading.news.speech.links import link
from armsdocket.reading.news.speech.repeats import without_repeats
from armsdocket.reading.news.speech.signatures import signed, signed_below, with_signature
from armsdocket.reading.news.speech.subjects import apposed, before_verb, sentence_subject
from armsdocket.reading.news.speech.wording import Wording, wordings
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import speech_verbs

if TYPE_CHECKING:
    from armsdocket.reading.news.speech.model import Model

_SETS_APART = frozenset({",", ":", "-", "–", "—"})

_RELATIVE = re.compile(r"(?:who|which|that)\b", re.IGNORECASE)

_LABEL = re.compile(r"(?P<who>[A-Z][A-Z.'’ -]{2,40}):\s+")

# The model takes room as if each paragraph were as long as the longest: so many tokens at once.
_MOST_AT_ONCE = 20_000

# "model", "rules", or the name of an extension.
By = str


def find_attributions(text: str, by: By = "model") -> list[Attribution]:
    """Find every attribution of ``text``, in order of content.

    A quotation whose paragraph names nobody takes the source of the attribution before it.

    >>> text = "“We wait,” he said."
    >>> [(one.content.words(text), one.source.words(text)) for one in find_attributions(text, "rules")]
    [('We wait,', 'he')]
    """
    found: list[Attribution] = []
    last: Passage | None = None
    for wording, marked in labelled(wordings(text), by):
        if wording.words:
            signature = signed_below(wording)
            if signature and found and found[-1].mode == "direct" and found[-1].cue is None:
                found[-1] = signed(found[-1], signature)
            ours = carry_source(attribute(wording, by, marked or ()), last)
            found += without_repeats(text, ours)
            last = announced(wording) or _last_source(text, ours) or last
    return found


def _last_source(text: str, found: list[Attribution]) -> Passage | None:
    """Return who spoke last, in a form that the next paragraph can go on with: "who" is none."""
    sources = [one.source for one in found if one.source]
    return next((one for one in reversed(sources) if not _RELATIVE.match(text, one.start, one.end)), None)


# Words from "issued" to the colon of "issued the following statement on the matter:".
_ISSUED_NEAR = 10


def announced(wording: Wording) -> Passage | None:
    """Return who a paragraph such as "The minister issued this statement:" lets speak in the next one."""
    if wording.words[-1] != ":":
        return None
    first, after = wording.bounds[-1]
    near = range(max(first, after - _ISSUED_NEAR), after)
    issued = [token for token in near if wording.words[token].lower() in cue_words("issuing")]
    if issued:
        subject = apposed(wording, issued[-1], first) or before_verb(wording, issued[-1], first)
        if subject:
            return wording.span(*subject)
    cues = [cue for cue in find_cues(wording, first, after) if cue.source]
    subject = cues[-1].source if cues else sentence_subject(wording, first, after)
    return wording.span(*subject) if subject else None


def labelled(
    paragraphs: Iterable[Wording], by: By = "model", asked: Callable[[Wording], bool] = lambda _: True
) -> Iterator[tuple[Wording, list[Span] | None]]:
    """Give each paragraph with the spans that the model marks in it, or None where it is not asked about.

    The model looks at many paragraphs at once.
    """
    batch: list[Wording] = []
    longest = 0
    for wording in paragraphs:
        longest = max(longest, len(wording.words))
        if longest * len(batch) > _MOST_AT_ONCE:
            yield from _labelled(batch, by, asked)
            batch, longest = [], len(wording.words)
        batch.append(wording)
    yield from _labelled(batch, by, asked)


def _labelled(
    batch: list[Wording], by: By, asked: Callable[[Wording], bool]
) -> Iterator[tuple[Wording, list[Span] | None]]:
    told = [asked(wording) for wording in batch]
    speaking = list(compress(batch, told))
    marked = iter(_shipped().spans(speaking) if by == "model" else [[] for _ in speaking])
    return ((wording, next(marked) if yes else None) for wording, yes in zip(batch, told, strict=True))


def _shipped() -> "Model":
    # The model brings numpy, which takes longer to import than a question about the law to answer.
    from armsdocket.reading.news.speech.model import shipped  # noqa: PLC0415

    return shipped()


def attribute(
    wording: Wording,
    by: By = "model",
    marked: Sequence[Span] = (),
    by_rules: list[Attribution] | None = None,
) -> list[Attribution]:
    """Find the attributions of one paragraph, of whose tokens the model labelled some (``marked``).

    ``by_rules`` saves reading it by rules a second time.
    """
    if by == "rules":
        found = attribution_rules.attribute(wording)
    elif by != "model":
        found = attribute_with(by, wording.text, wording.passage)
    else:
        found = _by_model(wording, marked)
        if any(_apart(wording, one) for one in found):
            rules = attribution_rules.attribute(wording) if by_rules is None else by_rules
            found = [_with_subject(wording, one, rules) if _apart(wording, one) else one for one in found]
    if wording.quotations:
        found = _with_label(wording, with_signature(wording, found))
    return found


def _with_label(wording: Wording, found: list[Attribution]) -> list[Attribution]:
    """Give a quotation that is a line of a transcript to whom the line names: "NOVAK: We wait."."""
    quotation = wording.quotations[0]
    label = _LABEL.match(wording.text, quotation.start, quotation.end)
    if label is None or label.end() == quotation.end or quotation.outer_start > wording.passage.start:
        return found
    kept = [one for one in found if not one.content.overlaps(quotation.passage)]
    words = Passage(label.end(), quotation.end)
    return [Attribution(words, Passage(*label.span("who")), None, "direct", "rule: transcript"), *kept]


def _apart(wording: Wording, one: Attribution) -> bool:
    """Tell whether a direct quotation has no source, or none in the sentences it begins and ends in."""
    return one.mode == "direct" and (one.source is None or not _beside(wording, one.content, one.source))


def _beside(wording: Wording, content: Passage, source: Passage) -> bool:
    place = _sentence(wording, source.start)
    return place in {_sentence(wording, content.start), _sentence(wording, content.end - 1)}


def _sentence(wording: Wording, place: int) -> int:
    return bisect_right(wording.sentences, place, key=attrgetter("start"))


def _with_subject(wording: Wording, one: Attribution, by_rules: list[Attribution]) -> Attribution:
    """Give a direct quotation the subject of the verb beside it as the rules find it, if they do."""
    heard = [
        other
        for other in by_rules
        if other.mode == "direct" and other.source and other.content.overlaps(one.content)
    ]
    for other in heard:
        if one.source is None or (other.source and _beside(wording, one.content, other.source)):
            return Attribution(one.content, other.source, other.cue, one.mode, one.rule)
    return one


def carry_source(found: list[Attribution], last: Passage | None) -> list[Attribution]:
    """Give a direct quotation without a source the one before it; ``last`` is the paragraph's before."""
    carried = []
    for one in found:
        source = one.source or (last if one.mode == "direct" else None)
        carried.append(Attribution(one.content, source, one.cue, one.mode, one.rule))
        last = source or last
    return carried


def _by_model(wording: Wording, marked: Sequence[Span]) -> list[Attribution]:
    spans = [_to_quotation(wording, span) if span.label == "C" else span for span in marked]
    if not spans:
        return []
    found = []
    subjects: list[Cue] | None = None
    for content, source, cue in link(wording, spans, _shipped().links):
        passage = wording.span(content.first, content.after)
        named = wording.span(source.first, source.after) if source else None
        if named is None and cue is not None:
            if subjects is None:
                subjects = [verb for bounds in wording.bounds for verb in find_cues(wording, *bounds)]
            named = _subject(wording, subjects, cue)
        said = wording.span(cue.first, cue.after) if cue else None
        found.append(Attribution(passage, named, said, mode_of(passage, wording.quotations), "model"))
    return found


def _to_quotation(wording: Wording, span: Span) -> Span:
    """Cut content that runs over the marks of a quotation which its punctuation sets apart."""
    words, quoted = wording.words, wording.quoted
    first, after = span.first, span.after
    number = quoted[after - 1]
    if number >= 0 and quoted[first] != number:
        opening = after - 1
        while opening > first and quoted[opening - 1] == number:
            opening -= 1
        if words[opening - 1] in _SETS_APART or words[opening - 1].lower() in speech_verbs():
            first = opening
    number = quoted[first]
    if number >= 0 and quoted[after - 1] != number:
        closing = first
        while closing < after and quoted[closing] == number:
            closing += 1
        if wording.text[wording.quotations[number].end - 1] in ",.?!":
            after = closing
    return Span(span.label, first, after)


def _subject(wording: Wording, subjects: list[Cue], cue: Span) -> Passage | None:
    """Find by rule the subject of a cue whose source the model did not mark."""
    for verb in subjects:
        if verb.source and verb.first < cue.after and cue.first < verb.after:
            return wording.span(*verb.source)
    return None
