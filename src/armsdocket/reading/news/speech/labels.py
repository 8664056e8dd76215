"""The labels of the chain, which may follow which, and the spans they mark."""

from typing import NamedTuple

LABELS = ("O", "S", "Q", "B", "I", "E", "b", "i", "e")
"""Outside, source, cue; the beginning, inside and end of content; the same of content that leads.

Content leads when whoever says it is named behind it.
"""
_BEGIN = frozenset(place for place, label in enumerate(LABELS) if label in "Bb")
_NAMES = "OSQCCCCCC"


def may_follow(before: str, label: str) -> bool:
    """Tell whether one label may follow another: content runs B I* E, or B alone, and so in small letters."""
    if label in "IE":
        return before in "BI"
    if label in "ie":
        return before in "bi"
    return before not in "Ii"


class Span(NamedTuple):
    """Tokens ``first`` up to ``after`` that bear one label: S, Q or C (content)."""

    label: str
    first: int
    after: int


def labelled_spans(labels: list[int]) -> list[Span]:
    """Join equal labels to spans; a B begins a new one."""
    found: list[Span] = []
    begin = 0
    for i in range(1, len(labels) + 1):
        if i < len(labels) and _NAMES[labels[i]] == _NAMES[labels[begin]] and labels[i] not in _BEGIN:
            continue
        if labels[begin]:
            found.append(Span(_NAMES[labels[begin]], begin, i))
        begin = i
    return found
