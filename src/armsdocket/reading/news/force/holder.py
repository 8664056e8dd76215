"""Whose force is counted, when, and under which law."""

import re
from functools import cache

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, sourced
from armsdocket.reading.news.force.scene import Cue, Named, Scene
from armsdocket.reading.values.number import alternation
from armsdocket.reading.values.quantity import Count
from armsdocket.vocabulary.countries import name_of
from armsdocket.vocabulary.force_terms import force_terms
from armsdocket.vocabulary.organisations import find_organisations

# How far a date may stand from the number that it dates, within its clause.
NEAR = 70
_SERVING = r"(?:[\w-]+\s){0,4}?(?:in (?:service|use) with|in the (?:inventory|fleet) of)"
_BEHIND = re.compile(rf"\s(?:of|belonging to|{_SERVING})\s(?:the\s)?")
_WHERE = re.compile(r"\b(?:in|at|near|to|from|against|with|into|over|on|across|unlike|towards?)\s(?:the\s)?$")
_POINTS_BACK = re.compile(r"\W{0,3}(?:it|its|they|their|we|our)\b")


def organisation_of(scene: Scene, place: int, cue: Cue | None = None) -> Sourced[str] | None:
    """Give the force counted: beside the number, or before it, or earlier for the same country."""
    chosen = _beside(scene, cue) or _ahead(scene, place, cue)
    if chosen is None and (_POINTS_BACK.match(scene.folded) or _bare().search(scene.folded)):
        chosen = scene.spoken_of()
    if cue and cue.measure.startswith("authorised") and (chosen is None or not chosen.is_force):
        earlier = scene.earlier_force(chosen.country if chosen else None)
        chosen = earlier or chosen or next(iter(scene.named), None)
    chosen = chosen or _in_charge(scene, place) or scene.only_troops()
    return sourced(chosen.name, scene.text, chosen.start, chosen.end) if chosen else None


def _in_charge(scene: Scene, place: int) -> Named | None:
    """Return the ministry or government before a number, whose country has the force: the Pentagon."""
    for body in reversed(find_organisations(scene.text, scene.start, place)):
        if body.kind in {"ministry", "government"} and body.country is not None:
            return Named(body.start, body.end, name_of(body.country), body.country, False)
    return None


@cache
def _bare() -> re.Pattern[str]:
    """Match "the army" or "the kingdom", whose name stands before."""
    terms = force_terms()
    return re.compile(
        rf"(?<!\w)(?:the|its|their|our)\s(?:{alternation((*terms.holders, *terms.states))})(?!\w)"
    )


def _beside(scene: Scene, cue: Cue | None) -> Named | None:
    """Return who is named between the number and what is counted, or right behind it."""
    if cue is None:
        return None
    inside = [each for each in scene.named if cue.start <= each.start < cue.end]
    if inside:
        return inside[-1]
    behind = _BEHIND.match(scene.text, cue.end)
    return next((each for each in scene.named if behind and each.start == behind.end()), None)


def _ahead(scene: Scene, place: int, cue: Cue | None) -> Named | None:
    everyone = [each for each in scene.named if each.end <= place]
    if not everyone:
        return None
    # "The US base in Iraq has 200 soldiers": whoever stands behind a preposition is where, not who.
    ahead = [each for each in everyone if not _is_where(scene.text, each)] or everyone
    forces = [each for each in ahead if each.is_force]
    # A force sent abroad is the sentence's subject; one that is held is named just before.
    near = ahead[-1] if cue and cue.measure == "active" else ahead[0]
    return forces[-1] if forces else near


def _is_where(text: str, one: Named) -> bool:
    """Tell a place from who has a force there, unless "which" makes it the subject: "to Egypt, which has"."""
    behind = _WHERE.search(text[max(0, one.start - 14) : one.start]) is not None
    return behind and not text.startswith((", which", ", who"), one.end)


@cache
def _under() -> re.Pattern[str]:
    laws = alternation(force_terms().laws)
    lead = r"\s(?:allowed|authori[sz]ed|permitted)?\s?(?:under|by|in)\s"
    return re.compile(rf"{lead}(?P<basis>(?:[\w'-]+\s){{0,4}}(?:{laws}))(?!\w)")


@cache
def _law() -> re.Pattern[str]:
    laws = alternation(force_terms().laws)
    dated = r"(?:[^,.;:()]{0,80}?\s(?:of|in|from|on)\s[^,.;:()]{0,18}?\d{4})?"
    return re.compile(rf"(?<!\w)(?P<basis>(?:[a-z-]+\s)?(?:{laws})(?!\w|\senforcement){dated})")


def legal_basis(scene: Scene, count: Count) -> Sourced[str] | None:
    """Give the words that name the law behind a number: beside it, or else in its sentence."""
    beside = _under().match(scene.folded, count.passage.end - scene.start)
    if beside:
        return _words(scene, *beside.span("basis"))
    match = _law().search(scene.folded)
    if match is None:
        return None
    start, end = match.span("basis")
    first = scene.folded[start:end].split(" ", 1)[0]
    start += len(first) + 1 if first in {"the", "a", "this", "that", "by", "under"} else 0
    return _words(scene, start, end)


def _words(scene: Scene, start: int, end: int) -> Sourced[str]:
    written = scene.text[scene.start + start : scene.start + end]
    return sourced(" ".join(written.split()), scene.text, scene.start + start, scene.start + end)


def date_of(scene: Scene, count: Count, basis: Sourced[str] | None) -> Sourced[str] | None:
    """Give the date of the law when it has one, else the date nearest the number."""
    dates = scene.dates
    if basis is not None:
        dates = [each for each in dates if basis.passage.covers(each.passage)]
    else:
        dates = [each for each in dates if _same_clause(scene.text, each.passage, count.passage)]
    if not dates:
        return None
    nearest = min(dates, key=lambda each: abs(each.passage.start - count.passage.start))
    return sourced(nearest.value, scene.text, nearest.passage.start, nearest.passage.end)


def _same_clause(text: str, one: Passage, other: Passage) -> bool:
    """Tell whether little and no joint of clauses stands between a date and a number."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) < NEAR and re.search(r"[,;:]|\sand\s|\sbut\s", between) is None
