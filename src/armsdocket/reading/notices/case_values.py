"""How a report of a change moves the sums of a case: whose sum it is, and whether it is added or stands now.

"The non-MDE value will increase by $4 million to a revised $9 million" tells two sums of one subject. An
increase of a part (of the MDE, of the rest) is no increase of the case: it is left to the sum it leads to.
"""

import re
from functools import cache

import msgspec

from armsdocket.reading.claims import Value, ValueOf
from armsdocket.reading.notices import estimate
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.values.money import find_money
from armsdocket.vocabulary.notice_terms import sum_terms

_STANDS = re.compile(r"\bto $|\bremain")
_RISEN = re.compile(r"\brevised\b|\bnew\b|\bto (?:an? )?(?:estimated )?(?:total )?(?:of )?$")


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{of}>{cue})" for of, cue in sum_terms().subjects.items()))


@cache
def _moves() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((move, re.compile(words)) for move, words in sum_terms().moves.items())


class Moved(msgspec.Struct, frozen=True):
    """One sum of a report; ``part`` when it is added to a part of the case only."""

    value: Value
    part: bool = False


def moved(words: Flow, start: int, end: int) -> list[Moved]:
    """Return the sums of one sentence of a report, each with what it is the value of."""
    text = words.text
    folded = words.folded[start:end]
    cues = list(_subjects().finditer(folded))
    found: list[Moved] = []
    past = 0
    for money in find_money(text, start, end):
        at = money.passage.start - start
        cue = next((each for each in reversed(cues) if each.end() <= at), None)
        of = _of(folded, cue, past, at) if cue else None
        if of == "total" and any(each.value.of == "addition" for each in found):
            of = "revised"
        if cue is not None and of is not None:
            part = of == "addition" and cue.lastgroup in ("mde", "other")
            found.append(Moved(estimate.value(words, money, of, estimate.bound(folded[past:at])), part))
        past = money.passage.end - start
    return found


def _of(folded: str, cue: re.Match[str], past: int, at: int) -> ValueOf | None:
    """Return what a sum behind a subject's cue is the value of."""
    between = folded[max(cue.end(), past) : at]
    near = folded[max(cue.start() - 30, past) : at]
    if cue.start() >= past and re.search(sum_terms().raised, folded[: cue.start()]):
        move = "now" if _STANDS.search(between) else "by"
    else:
        move = next((name for name, words in _moves() if words.search(between)), "")
    if move == "by" or (cue.lastgroup == "addition" and move == "now" and cue.start() >= past):
        return "addition"
    if cue.lastgroup in ("total", "addition"):
        now: ValueOf = "revised" if _RISEN.search(near) else "total"
        was: ValueOf | None = "original" if cue.lastgroup == "total" else None
        return {"from": was, "before": was, "now": now}.get(move)
    if move != "now":
        return None
    return "mde" if cue.lastgroup == "mde" else "other"


def settled(found: list[Moved]) -> list[Value]:
    """Return the sums of a report; what is added to a part counts only where nothing is added to the case."""
    whole = any(each.value.of == "addition" and not each.part for each in found)
    return [each.value for each in found if not (each.part and whole)]
