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
_BEGIN = frozenset(place for place, label in enumerate(LABELS) if label in "Bb")
_NAMES = "OSQCCCCCC"


class Span(NamedTuple):
    """Tokens ``first`` up to ``after`` that bear one label: S, Q or C (content)."""

    label: str
    first: int
    after: int


def decode(  # noqa: PLR0912, PLR0915 - one step for each pair of labels, written out: loops cost three times as much
    sums: list[int], transitions: tuple[tuple[int, ...], ...]
) -> list[int]:
    """Find the best sequence of labels; content runs B I* E, or B alone, as does leading content (c j f)."""
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
    back: list[tuple[int, ...]] = []
    for total in sums[1:]:
        xo, xs, xq, xb, xi, xe, xc, xj, xf = unpack(total.to_bytes(size, "little"))
        po = ps = pq = pb = pc = 0
        vo, vs, vq, vb, vc = o + oo, o + os, o + oq, o + ob, o + oc
        if (v := s + so) > vo:
            vo, po = v, 1
        if (v := s + ss) > vs:
            vs, ps = v, 1
        if (v := s + sq) > vq:
            vq, pq = v, 1
        if (v := s + sb) > vb:
            vb, pb = v, 1
        if (v := s + sc) > vc:
            vc, pc = v, 1
        if (v := q + qo) > vo:
            vo, po = v, 2
        if (v := q + qs) > vs:
            vs, ps = v, 2
        if (v := q + qq) > vq:
            vq, pq = v, 2
        if (v := q + qb) > vb:
            vb, pb = v, 2
        if (v := q + qc) > vc:
            vc, pc = v, 2
        if (v := b + bo) > vo:
            vo, po = v, 3
        if (v := b + bs) > vs:
            vs, ps = v, 3
        if (v := b + bq) > vq:
            vq, pq = v, 3
        if (v := b + bb) > vb:
            vb, pb = v, 3
        if (v := b + bc) > vc:
            vc, pc = v, 3
        if (v := e + eo) > vo:
            vo, po = v, 5
        if (v := e + es) > vs:
            vs, ps = v, 5
        if (v := e + eq) > vq:
            vq, pq = v, 5
        if (v := e + eb) > vb:
            vb, pb = v, 5
        if (v := e + ec) > vc:
            vc, pc = v, 5
        if (v := c + co) > vo:
            vo, po = v, 6
        if (v := c + cs) > vs:
            vs, ps = v, 6
        if (v := c + cq) > vq:
            vq, pq = v, 6
        if (v := c + cb) > vb:
            vb, pb = v, 6
        if (v := c + cc) > vc:
            vc, pc = v, 6
        if (v := f + fo) > vo:
            vo, po = v, 8
        if (v := f + fs) > vs:
            vs, ps = v, 8
        if (v := f + fq) > vq:
            vq, pq = v, 8
        if (v := f + fb) > vb:
            vb, pb = v, 8
        if (v := f + fc) > vc:
            vc, pc = v, 8
        pi = pe = 3
        vi, ve = b + bi, b + be
        if (v := i + ii) > vi:
            vi, pi = v, 4
        if (v := i + ie) > ve:
            ve, pe = v, 4
        pj = pf = 6
        vj, vf = c + cj, c + cf
        if (v := j + jj) > vj:
            vj, pj = v, 7
        if (v := j + jf) > vf:
            vf, pf = v, 7
        o, s, q, b, i = vo + xo, vs + xs, vq + xq, vb + xb, vi + xi
        e, c, j, f = ve + xe, vc + xc, vj + xj, vf + xf
        back.append((po, ps, pq, pb, pi, pe, pc, pj, pf))
    return _traced((o, s, q, b, _NEVER, e, c, _NEVER, f), back)


def _traced(ends: tuple[int, ...], back: list[tuple[int, ...]]) -> list[int]:
    """Follow the pointers back from the best last label."""
    label = max(range(len(ends)), key=ends.__getitem__)
    labels = [label]
    for pointers in reversed(back):
        label = pointers[label]
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
