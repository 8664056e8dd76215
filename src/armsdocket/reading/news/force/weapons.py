"""Weapons that a force holds or has sent: "operates 46 F-16s", "two Patriot batteries took up position"."""

import re
from collections.abc import Iterator
from functools import cache

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.force.holder import NEAR
from armsdocket.reading.news.force.personnel import TO_COUNTED
from armsdocket.reading.news.force.scene import Cue, Scene
from armsdocket.reading.values.number import alternation
from armsdocket.reading.values.quantity import Count
from armsdocket.vocabulary.articles import find_articles
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.force_terms import force_terms
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.speech import word_classes

# A weapon's name begins at most so many characters behind its number: "46 upgraded, US-made F-16s".
_ROOM = 32
_ADJECTIVES = re.compile(r"\s(?:of\s(?:its|the|their|those)\s)?((?:[\w.'’-]+\s){0,4})")
_JOINTS = frozenset(
    {"preposition", "by", "for", "of", "to", "as", "and", "but", "be", "have", "modal", "that"}
)
_OF_THEM = re.compile(
    r"\s(?:of\s)?(?:them\b|(?:\w+\s)?of\sthe\s(?:type|class|kind|model)\b|of\sthe\s(?:type|class|kind|model)\b)"
)
_PAUSE = re.compile(r"[,;]")
_LISTED = re.compile(r"(?:/\w{1,3})?,?\s(?:and\s|plus\s|with\s|as well as\s)?")
_NOT_YET = re.compile(r"(?<!\w)(?:to|will|would|may|might|should|could|must|not|can)\s(?:\w+ly\s)?$")


def counted_weapons(scene: Scene) -> Iterator[tuple[Count, Cue]]:
    """Read the numbers of weapons of a sentence that says somebody has them or has sent them."""
    held = -1
    for count in scene.counts:
        weapon = _weapon(scene, count)
        if weapon is None or scene.has(force_terms().ordered, weapon.end, _clause_end(scene, weapon)):
            continue
        listed = held >= 0 and _LISTED.fullmatch(scene.text, held, _bound_start(scene, count))
        if _is_sent(scene, count, weapon):
            yield count, Cue("deployed", count.passage.end + 1, weapon.end, "force/machines")
        elif listed or _is_held(scene, count, weapon):
            held = weapon.end
            yield count, Cue("active", count.passage.end + 1, weapon.end, "force/machines")


def _clause_end(scene: Scene, weapon: Passage) -> int:
    """Return where what is said of a weapon ends: at a comma, at the next number, or not far behind it."""
    most = min(scene.end, weapon.end + _ROOM)
    comma = _PAUSE.search(scene.text, weapon.end, most)
    ends = [each.passage.start for each in scene.counts if each.passage.start >= weapon.end]
    return min([most, *ends, *([comma.start()] if comma else [])])


@cache
def _machines_after() -> re.Pattern[str]:
    return re.compile(rf"{TO_COUNTED}(?P<machines>{alternation(force_terms().machines)})(?!\w)")


def _weapon(scene: Scene, count: Count) -> Passage | None:
    """Find the weapon, the unit or the "of them" that a number counts."""
    end = count.passage.end
    for article in find_articles(scene.text, end, min(scene.end, end + 2 * _ROOM)):
        between = _ADJECTIVES.fullmatch(scene.text, end, article.start)
        if between and not any(word_classes().get(word) in _JOINTS for word in fold(between[1]).split()):
            return Passage(article.start, article.end)
    machines = _machines_after().match(scene.folded, end - scene.start)
    if machines:
        return Passage(scene.start + machines.start("machines"), scene.start + machines.end("machines"))
    them = _OF_THEM.match(scene.folded, end - scene.start)
    return Passage(end + 1, scene.start + them.end()) if them else None


def _bound_start(scene: Scene, count: Count) -> int:
    bound = count.bound_passage
    return min(count.passage.start, bound.start) if bound else count.passage.start


@cache
def _stationed() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[\w-]+\s){{0,4}}?(?:{alternation(force_terms().stationed)})(?!\w)")


def _is_sent(scene: Scene, count: Count, weapon: Passage) -> bool:
    """Tell weapons that took up position, or were sent to an exercise."""
    terms = force_terms()
    if scene.has(terms.exercises) and scene.has(terms.deployed, None, count.passage.start):
        return True
    behind = weapon.end - scene.start
    stationed = _stationed().match(scene.folded, behind) is not None
    return stationed and not _in_service().match(scene.folded, behind)


@cache
def _holds() -> re.Pattern[str]:
    terms = force_terms()
    mix = r"a\s(?:total|mix|fleet|force|combination)\sof"
    fillers = rf"(?:\s(?:now|already|currently|also|only|just|still|itself|themselves|some|{mix})){{0,3}}"
    return re.compile(rf"(?<!\w)(?:{alternation(terms.holds)}){fillers}\s$")


@cache
def _stocks() -> re.Pattern[str]:
    hedges = alternation(force_terms().hedges)
    return re.compile(
        rf"(?<!\w)(?:{alternation(force_terms().stocks)})\s(?:of|is|stands\sat)\s(?:(?:{hedges})\s)?(?:the\s|its\s)?(?:[\w-]+\s)?$"
    )


_OWN = re.compile(r"(?:(?<!\w)(?:its|their|our)|['’]s)\s(?:[\w-]+\s){0,2}$")
_REMAINING = re.compile(
    r"(?:(?<!\w)(?:its|their|our)|['’]s)\s(?:current|existing|remaining|ageing|aging|old)\s$"
)
_USER = re.compile(r"(?<!\w)(?:operators?|users?)\s(?:of|in)\s[^.;]{2,60}?,?\swith\s$")


def _is_held(scene: Scene, count: Count, weapon: Passage) -> bool:
    """Tell weapons that somebody has: "operates", "a fleet of", "to replace its", "in service with"."""
    terms = force_terms()
    place = _bound_start(scene, count)
    before = scene.folded[max(0, place - scene.start - 80) : place - scene.start]
    if scene.has(terms.ordered, place - 40, place):
        return False
    holds = _holds().search(before)
    if holds is not None:
        verb = place - len(before) + holds.start()
        return not _NOT_YET.search(before[: holds.start()]) and _has_holder(scene, verb)
    if _stocks().search(before) or _REMAINING.search(before) or _USER.search(before):
        return True
    if _in_service().match(scene.folded, weapon.end - scene.start):
        return True
    kept = scene.has(terms.kept, place - 60, place) or scene.has(terms.lasting, weapon.end, weapon.end + NEAR)
    return _OWN.search(before) is not None and kept is not None


@cache
def _in_service() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[\w-]+\s){{0,3}}?(?:{alternation(force_terms().serving)})(?!\w)")


def _has_holder(scene: Scene, verb: int) -> bool:
    """Tell whether a country or a force, and no company, can be the subject of a verb of having."""
    companies = [
        each.end for each in find_organisations(scene.text, scene.start, verb) if each.kind == "company"
    ]
    holders = [each.end for each in scene.named if each.end <= verb]
    if companies and (not holders or holders[-1] < companies[-1]):
        return False
    pronoun = re.search(r"(?<!\w)(?:it|we|they|which)\s(?:\w+\s)?$", scene.folded[: verb - scene.start])
    return bool(holders or pronoun or scene.has(force_terms().holders, None, verb))
