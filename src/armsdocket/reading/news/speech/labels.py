"""The labels of the chain, the best sequence of them for a paragraph, and the spans they mark."""

import struct
from typing import NamedTuple

LABELS = ("O", "S", "Q", "B", "I", "E", "b", "i", "e")
"""Outside, source, cue; the beginning, inside and end of content; the same of content that leads.

Content leads when whoever says it is named behind it.
"""
LANE = 16
"""The bits of one label's score in the sums of a token, see ``attribution_model``."""
_NEVER = -(1 << 60)
_CLOSED = (0, 1, 2, 3, 5, 6, 8)
# The labels that may stand before each label.
_BEFORE = (_CLOSED, _CLOSED, _CLOSED, _CLOSED, (3, 4), (3, 4), _CLOSED, (6, 7), (6, 7))
_BEGIN = frozenset(place for place, label in enumerate(LABELS) if label in "Bb")
_NAMES = "OSQCCCCCC"


class Span(NamedTuple):
    """Tokens ``first`` up to ``after`` that bear one label: S, Q or C (content)."""

    label: str
    first: int
    after: int


def decode(sums: list[int], transitions: tuple[tuple[int, ...], ...]) -> list[int]:
    """Find the best sequence of labels; content runs B I* E, or B alone, as does leading content (c j f).

    Only the scores are kept on the way: which label a score came from is asked again for the best way alone.
    """
    unpack = struct.Struct(f"<{len(LABELS)}H").unpack
    size = LANE // 8 * len(LABELS)
    (
        (oo, os, oq, ob, _, _, oc, _, _),
        (so, ss, sq, sb, _, _, sc, _, _),
        (qo, qs, qq, qb, _, _, qc, _, _),
        (bo, bs, bq, bb, bi, be, bc, _, _),
        (_, _, _, _, ii, ie, _, _, _),
        (eo, es, eq, eb, _, _, ec, _, _),
        (co, cs, cq, cb, _, _, cc, cj, cf),
        (_, _, _, _, _, _, _, jj, jf),
        (fo, fs, fq, fb, _, _, fc, _, _),
    ) = transitions
    o, s, q, b, _, _, c, _, _ = unpack(sums[0].to_bytes(size, "little"))
    i = e = j = f = _NEVER
    passed: list[tuple[int, ...]] = []
    for total in sums[1:]:
        passed.append((o, s, q, b, i, e, c, j, f))
        xo, xs, xq, xb, xi, xe, xc, xj, xf = unpack(total.to_bytes(size, "little"))
        o, s, q, b, i, e, c, j, f = (
            max(o + oo, s + so, q + qo, b + bo, e + eo, c + co, f + fo) + xo,
            max(o + os, s + ss, q + qs, b + bs, e + es, c + cs, f + fs) + xs,
            max(o + oq, s + sq, q + qq, b + bq, e + eq, c + cq, f + fq) + xq,
            max(o + ob, s + sb, q + qb, b + bb, e + eb, c + cb, f + fb) + xb,
            max(b + bi, i + ii) + xi,
            max(b + be, i + ie) + xe,
            max(o + oc, s + sc, q + qc, b + bc, e + ec, c + cc, f + fc) + xc,
            max(c + cj, j + jj) + xj,
            max(c + cf, j + jf) + xf,
        )
    return _traced((o, s, q, b, _NEVER, e, c, _NEVER, f), passed, transitions)


def _traced(
    ends: tuple[int, ...], passed: list[tuple[int, ...]], transitions: tuple[tuple[int, ...], ...]
) -> list[int]:
    """Go back from the best last label to the label before it that gave its score, the first of equals."""
    label = max(range(len(ends)), key=ends.__getitem__)
    labels = [label]
    for scores in reversed(passed):
        _, label = max((scores[one] + transitions[one][label], -one) for one in _BEFORE[label])
        label = -label
        labels.append(label)
    labels.reverse()
    return labels


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
