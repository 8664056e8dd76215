"""People under arms: numbers of soldiers, and sizes of bodies of them."""

import re
from collections.abc import Iterator
from functools import cache

from armsdocket.reading.news.force.holder import NEAR
from armsdocket.reading.news.force.scene import Cue, Scene
from armsdocket.reading.values.number import alternation
from armsdocket.reading.values.quantity import Count
from armsdocket.vocabulary.articles import find_articles
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.force_terms import force_terms

# Words between a number and the people counted ("5,200 US troops", "5,600 of the 11,800 soldiers").
TO_COUNTED = r"[\s-](?:of\s(?:its|the|their|those)\s)?(?:(?:\d[\d,.]*|[\w.'-]+)[\s-]){0,3}?"
_JOINS = "and|by|in|at|to|with|after|before|when|while|but|from|over|across|this|under|today|now"
_FREE = rf"\s*(?:$|[.,;:)]|(?:{_JOINS})\b)"
_VERB = r"\s(?:more\s)?(?:was|were|will|would|are|is|have|had|remain|returned|left|arrived)\b"
_STANDING = (
    r"(?:counts?|counted|numbers?|numbered|totals?|totall?ed|stands?\sat|stood\sat|consist(?:s|ed)?\sof"
    r"|comprise[sd]?(?:\sof)?|amounts?\sto|amounted\sto)"
)
# A wish for these is no size that a force has.
_STANDING_SIZES = frozenset({"active", "reserve"})
# A verb of carrying stands this near before whom it carries.
_BESIDE = 24
# A number that follows up another one is of its order of size.
_FEWEST, _FACTOR = 50, 60
# The words that allow a size may stand this far before it, or behind it.
_ALLOWED_BEFORE, _ALLOWED_BEHIND = 160, 30


def counted_people(scene: Scene, earlier: Count | None = None) -> Iterator[tuple[Count, Cue]]:
    """Read the numbers of people; ``earlier`` is the one that the sentence before closed with."""
    measure = ""
    for count in scene.counts:
        cue = _people(scene, count) or _body(scene, count) or _citizens(scene, count, earlier, measure)
        if cue is None and measure:
            cue = _elliptic(scene, count, measure)
        if cue is None and earlier is not None:
            cue = _following(scene, count, earlier, measure)
        if cue is None or (count.number < 2 and not count.bound_passage):
            continue
        measure, earlier = cue.measure, count
        yield count, cue


@cache
def _people_after() -> re.Pattern[str]:
    terms = force_terms()
    people = rf"{TO_COUNTED}(?P<people>{alternation(terms.people)}|active[\s-]duty(?=\sand\s))(?!\w)"
    bodies = alternation((*terms.bodies, "team"))
    strong = rf"[\s-]strong\s(?:[\w.'-]+\s){{0,4}}?(?P<strong>{bodies})(?!\w)"
    return re.compile(rf"{strong}|{people}")


def _people(scene: Scene, count: Count) -> Cue | None:
    """Read a number with soldiers, or with "-strong" and a body, behind it."""
    terms = force_terms()
    after = _people_after().match(scene.folded, count.passage.end - scene.start)
    if after is None or _is_lost(scene, count) or _is_of_each(scene, count) or _is_carried(scene, count):
        return None
    if after["people"] and _is_weapon(scene, scene.start + after.start("people")):
        return None
    weak = after["people"] in terms.weak_people
    body = scene.has(terms.bodies, count.passage.start - 60, count.passage.start)
    if weak and not body and not (scene.has(terms.armies) and scene.has(terms.deployed)):
        return None
    end = scene.start + after.end("strong" if after["strong"] else "people")
    cue = _measured(scene, count, count.passage.start, end)
    wished = scene.has(terms.planned, count.passage.start - NEAR, count.passage.start) or scene.has(
        terms.needed, end, end + 25
    )
    return None if wished and cue.measure in _STANDING_SIZES else cue


def _is_weapon(scene: Scene, place: int) -> bool:
    """Tell "nine Hawk trainers" and "20 KT-1 trainers", which are aircraft."""
    named = find_articles(scene.text, scene.start, scene.end)
    return any(each.start <= place <= each.end + 1 for each in named)


def _is_lost(scene: Scene, count: Count) -> bool:
    """Tell whether the people are dead or taken, in their own clause: "has 35,000 soldiers, lost 200"."""
    high = count.passage.end - scene.start
    comma = re.search(r"[,;]", scene.folded[high : high + 50])
    end = count.passage.end + (comma.start() if comma else 50)
    return scene.has(force_terms().losses, count.passage.start - NEAR, end) is not None


def _is_of_each(scene: Scene, count: Count) -> bool:
    """Tell the size that any battalion has: "each battalion will consist of 1,000"."""
    return scene.has(force_terms().each, count.passage.start - NEAR, count.passage.start) is not None


def _is_carried(scene: Scene, count: Count) -> bool:
    """Tell those whom a machine has room for: "it can carry nine personnel"."""
    return scene.has(force_terms().carries, count.passage.start - _BESIDE, count.passage.start) is not None


@cache
def _body_before() -> re.Pattern[str]:
    terms = force_terms()
    bodies, hedges = alternation(terms.bodies), alternation(terms.hedges)
    hedge = rf"\s(?:(?:{hedges})\s)?(?:the\s)?$"
    joined = rf"\s(?:of|numbering|totalling|totaling){hedge}"
    standing = rf"(?P<standing>(?:\s[\w'-]+){{0,3}}?\s{_STANDING}){hedge}"
    return re.compile(rf"(?<!\w)(?P<body>{bodies})(?:{joined}|{standing})")


def _body(scene: Scene, count: Count) -> Cue | None:
    """Read a number behind a body: "a force of up to 5,000", "the army numbers 9,000"."""
    low, high = count.passage.start - scene.start, count.passage.end - scene.start
    start = max(0, low - 90)
    before = _body_before().search(scene.folded[start:low])
    if before is None or (before["standing"] and not re.match(_FREE, scene.folded[high:])):
        return None
    wished = scene.has(force_terms().planned, count.passage.start - NEAR, count.passage.start)
    cue = _measured(scene, count, scene.start + start + before.start(), count.passage.end)
    return None if _is_of_each(scene, count) or (wished and cue.measure in _STANDING_SIZES) else cue


def _citizens(scene: Scene, count: Count, earlier: Count | None, measure: str) -> Cue | None:
    """Read "800 Americans" where soldiers were counted and are deployed."""
    if earlier is None or not (measure == "deployed" or scene.has(force_terms().deployed)):
        return None
    start = count.passage.end + 1
    for place in find_places(scene.text, start, start + 24):
        if place.start == start and place.form == "people":
            return Cue("deployed", count.passage.start, place.end, "force/citizens")
    return None


def _elliptic(scene: Scene, count: Count, measure: str) -> Cue | None:
    """Read "from the 3,000 allowed under its previous mandate": of the body named just before."""
    match = re.compile(rf"\s(?:{alternation(force_terms().elliptic)})(?!\w)").match(
        scene.folded, count.passage.end - scene.start
    )
    if match is None:
        return None
    return Cue(measure, count.passage.start, scene.start + match.end(), "force/elliptic")


@cache
def _leads() -> re.Pattern[str]:
    hedges = alternation(force_terms().hedges)
    leads = r"to|from|at|have|has|had|further|another|additional|other|plus"
    return re.compile(rf"(?<!\w)(?P<lead>{leads})\s(?:(?:{hedges})\s)?$")


def _following(scene: Scene, count: Count, earlier: Count, measure: str) -> Cue | None:
    """Read a number without a noun that follows one of soldiers: "a further 500 were sent", "to 4,600"."""
    low, high = count.passage.start - scene.start, count.passage.end - scene.start
    lead = _leads().search(scene.folded[max(0, low - 40) : low])
    small, large = sorted((count.number, earlier.number))
    if lead is None or count.number < _FEWEST or large > small * _FACTOR:
        return None
    if not re.match(rf"{_FREE}|{_VERB}", scene.folded[high:]):
        return None
    cue = _measured(scene, count, count.passage.start, count.passage.end)
    return cue._replace(
        measure=cue.measure if cue.measure != "active" else measure or "active", rule="force/following"
    )


def _measured(scene: Scene, count: Count, start: int, end: int) -> Cue:
    """Tell authorised, reserve, deployed and active apart by the words around the number."""
    terms = force_terms()
    reserve = scene.has(terms.reserve, max(scene.start, start - 45), end + 12)
    if scene.has(terms.authorises, start - _ALLOWED_BEFORE, end + _ALLOWED_BEHIND):
        measure = "authorised reserve" if reserve else "authorised active"
    elif reserve:
        measure = "reserve"
    elif scene.has(terms.deployed) or _in_another_country(scene, count, end):
        measure = "deployed"
    else:
        measure = "active"
    return Cue(measure, start, end, "force/number")


def _in_another_country(scene: Scene, count: Count, end: int) -> bool:
    """Tell "2,000 US troops in Syria"."""
    inside = [each for each in scene.named if count.passage.end <= each.start < end]
    subject = inside or [each for each in scene.named if each.end <= count.passage.start]
    behind = [each for each in scene.named if end <= each.start <= end + 8]
    preposition = re.match(r"\s(?:in|to|at)\s", scene.folded[end - scene.start :])
    return bool(preposition and subject and behind and behind[0].country != subject[-1].country)
