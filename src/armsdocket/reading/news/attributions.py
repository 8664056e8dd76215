"""Who said what in a text, as the text has it: by the trained model, or by rules alone."""

from typing import Literal

from armsdocket.documents.passage import Passage
from armsdocket.reading.news import attribution_rules
from armsdocket.reading.news.attribution import Attribution, mode_of
from armsdocket.reading.news.attribution_links import link
from armsdocket.reading.news.attribution_model import Model, Span, shipped
from armsdocket.reading.news.attribution_rules import Cue, find_cues
from armsdocket.reading.news.wording import Wording, wordings

By = Literal["model", "rules"]


def find_attributions(text: str, by: By = "model") -> list[Attribution]:
    """Find every attribution of ``text``, in order of content.

    A quotation whose paragraph names nobody takes the source of the attribution before it.

    >>> text = "“We wait,” he said."
    >>> [(one.content.words(text), one.source.words(text)) for one in find_attributions(text, "rules")]
    [('We wait,', 'he')]
    """
    found: list[Attribution] = []
    for wording in wordings(text):
        if wording.words:
            found += attribute(wording, by)
    return carry_sources(found)


def attribute(wording: Wording, by: By = "model") -> list[Attribution]:
    """Find the attributions of one paragraph."""
    if by == "rules":
        return attribution_rules.attribute(wording)
    return _by_model(wording, shipped())


def carry_sources(found: list[Attribution]) -> list[Attribution]:
    """Give a direct quotation without a source the one before it."""
    carried = []
    last = None
    for one in found:
        source = one.source or (last if one.mode == "direct" else None)
        carried.append(Attribution(one.content, source, one.cue, one.mode, one.rule))
        last = source or last
    return carried


def _by_model(wording: Wording, model: Model) -> list[Attribution]:
    spans = model.spans(wording)
    if not spans:
        return []
    found = []
    subjects: list[Cue] | None = None
    for content, source, cue in link(wording, spans, model.links):
        passage = wording.span(content.first, content.after)
        named = wording.span(source.first, source.after) if source else None
        if named is None and cue is not None:
            if subjects is None:
                subjects = [verb for bounds in wording.bounds for verb in find_cues(wording, *bounds)]
            named = _subject(wording, subjects, cue)
        said = wording.span(cue.first, cue.after) if cue else None
        found.append(Attribution(passage, named, said, mode_of(passage, wording.quotations), "model"))
    return found


def _subject(wording: Wording, subjects: list[Cue], cue: Span) -> Passage | None:
    """Find by rule the subject of a cue whose source the model did not mark."""
    for verb in subjects:
        if verb.source and verb.first < cue.after and cue.first < verb.after:
            return wording.span(*verb.source)
    return None
