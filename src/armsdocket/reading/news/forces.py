"""Armed forces in an article: how many, under which law, deployed where, grown by how much."""

import datetime
import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import NamedTuple

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound, Force, Heading, Sourced, sourced
from armsdocket.reading.news.page.told import anchor_of, told_sentences
from armsdocket.reading.values.date import DateFound, find_dates
from armsdocket.reading.values.number import alternation
from armsdocket.reading.values.quantity import Count, find_counts
from armsdocket.vocabulary.countries import find_places, name_of
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.force_terms import force_terms
from armsdocket.vocabulary.organisations import find_organisations

READER = "news/1"
# Words between a number and the people counted ("5,200 US troops", "3,000 heavily armed soldiers").
_TO_PEOPLE = r"[\s-](?:of\s(?:its|the|their)\s)?(?:[\w.'-]+[\s-]){0,3}?"
# How far a word may stand from the number that it explains, within its clause.
_NEAR = 70
# How far back a force named before is still spoken of: two or three paragraphs.
_REACH_BACK = 1_500


class _Named(NamedTuple):
    """A force or a country that may be the one counted."""

    start: int
    end: int
    name: str
    country: str | None
    is_force: bool


class _Scene:
    """A sentence with what it names; ``last_force`` is the force that the text named before it."""

    def __init__(self, text: str, sentence: Passage, anchor: datetime.date | None) -> None:
        self.text = text
        self.start, self.end = sentence.start, sentence.end
        self.folded = fold(text[sentence.start : sentence.end])
        self.anchor = anchor
        self._whole: dict[tuple[str, ...], re.Match[str] | None] = {}

    @cached_property
    def named(self) -> list[_Named]:
        """The forces and countries of the sentence, in order."""
        return _named(self.text, Passage(self.start, self.end))

    @cached_property
    def dates(self) -> list[DateFound]:
        """The dates of the sentence."""
        return find_dates(self.text, self.start, self.end, anchor=self.anchor)

    def earlier_force(self, country: str | None) -> _Named | None:
        """Return the force, of that country if it is known, that the text named last before."""
        near = max(0, self.start - _REACH_BACK)
        earlier = [each for each in _named(self.text, Passage(near, self.start)) if each.is_force]
        own = [each for each in earlier if country is None or each.country == country]
        return own[-1] if own else None

    def has(
        self, words: tuple[str, ...], start: int | None = None, end: int | None = None
    ) -> re.Match[str] | None:
        """Return the first of ``words`` between two offsets of the text."""
        if start is None and end is None:
            if words not in self._whole:
                self._whole[words] = _any(words).search(self.folded)
            return self._whole[words]
        low = 0 if start is None else max(0, start - self.start)
        high = len(self.folded) if end is None else end - self.start
        return _any(words).search(self.folded, low, high)


def find_forces(document: Document, heading: Heading) -> list[Force]:
    """Return the sizes of armed forces that the article states, each once, in order of the text."""
    anchor = anchor_of(heading)
    found: dict[tuple[object, ...], Force] = {}
    for sentence, above in told_sentences(heading, document):
        if above or not _any_cue().search(fold(document.text[sentence.start : sentence.end])):
            continue
        for force in _forces(_Scene(document.text, sentence, anchor)):
            found.setdefault(_key(force), force)
    return list(found.values())


@cache
def _any_cue() -> re.Pattern[str]:
    """Match any word that every size of a force has beside it; most sentences have none."""
    terms = force_terms()
    return _any((*terms.people, *terms.bodies, *terms.machines, *terms.holders, *terms.sizes, *terms.present))


def _key(force: Force) -> tuple[object, ...]:
    return (
        force.organisation and force.organisation.value,
        force.measure and force.measure.value,
        force.number and force.number.value,
    )


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternation(words)})(?![\w-])")


def _named(text: str, sentence: Passage) -> list[_Named]:
    organisations = [
        _Named(each.start, each.end, each.name, each.country, each.kind in {"force", "armed group"})
        for each in find_organisations(text, sentence.start, sentence.end)
        if each.kind in {"force", "armed group", "agency", "alliance"}
    ]
    places = [
        _Named(place.start, place.end, name_of(place.code), place.code, False)
        for place in find_places(text, sentence.start, sentence.end)
        if not any(each.start < place.end and place.start < each.end for each in organisations)
    ]
    return sorted(organisations + places)


def _forces(scene: _Scene) -> Iterable[Force]:
    growths = list(_growths(scene))
    yield from growths
    counted = list(_counted(scene))
    yield from counted
    if not counted and not growths:
        yield from _presences(scene)


def _counted(scene: _Scene) -> Iterable[Force]:
    """Read the numbers of people under arms."""
    measure = ""
    for count in find_counts(scene.text, scene.start, scene.end):
        cue = _cue(scene, count) or (_elliptic(scene, count) if measure else None)
        if cue is None or (count.number < 2 and not count.bound_passage):
            continue
        if measure and cue.rule == "force/elliptic":
            # "from the 3,000 allowed under its previous mandate" speaks of the body named just before.
            cue = cue._replace(measure=measure)
        measure = cue.measure
        yield _force(scene, count, cue)


class _Cue(NamedTuple):
    """What a number measures, and the words that say so."""

    measure: str
    start: int
    end: int
    rule: str


@cache
def _people_after() -> re.Pattern[str]:
    return re.compile(rf"{_TO_PEOPLE}(?P<people>{alternation(force_terms().people)})(?!\w)")


@cache
def _machines_after() -> re.Pattern[str]:
    return re.compile(rf"{_TO_PEOPLE}(?P<people>{alternation(force_terms().machines)})(?!\w)")


@cache
def _body_before() -> re.Pattern[str]:
    bodies = alternation(force_terms().bodies)
    hedges = alternation(force_terms().hedges)
    joint = rf"\s(?:of|numbering|totalling|totaling)\s(?:(?:{hedges})\s)?(?:the\s)?$"
    return re.compile(rf"(?<!\w)(?P<body>{bodies}){joint}")


def _cue(scene: _Scene, count: Count) -> _Cue | None:
    terms = force_terms()
    low, high = count.passage.start - scene.start, count.passage.end - scene.start
    after = _people_after().match(scene.folded, high)
    if after is None:
        before = _body_before().search(scene.folded[max(0, low - 80) : low])
        if before:
            return _measured(scene, count, scene.start + max(0, low - 80) + before.start(), count.passage.end)
        return _machines(scene, count)
    # "which has 35,000 soldiers, lost 200": the loss is the next clause's.
    comma = re.search(r"[,;]", scene.folded[high : high + 50])
    clause_end = count.passage.end + (comma.start() if comma else 50)
    if scene.has(terms.losses, count.passage.start - _NEAR, clause_end):
        return None
    weak = after["people"] in terms.weak_people
    body = scene.has(terms.bodies, count.passage.start - 60, count.passage.start)
    if weak and not body and not (scene.has(terms.armies) and scene.has(terms.deployed)):
        return None
    cue = _measured(scene, count, count.passage.start, scene.start + after.end("people"))
    wished = scene.has(terms.planned, count.passage.start - _NEAR, count.passage.start)
    return None if wished and cue.measure in {"active", "reserve"} else cue


def _machines(scene: _Scene, count: Count) -> _Cue | None:
    """Read aircraft or ships sent to an exercise, or held by a force."""
    terms = force_terms()
    machines = _machines_after().match(scene.folded, count.passage.end - scene.start)
    if machines is None:
        return None
    span = (scene.start + machines.start("people"), scene.start + machines.end("people"))
    if scene.has(terms.exercises) and scene.has(terms.deployed, None, count.passage.start):
        return _Cue("deployed", *span, "force/machines")
    before = count.bound_passage.start if count.bound_passage else count.passage.start
    if scene.has(terms.holders, None, before) and scene.has(terms.holds, before - 9, before):
        return _Cue("active", *span, "force/machines")
    return None


def _measured(scene: _Scene, count: Count, start: int, end: int) -> _Cue:
    """Tell authorised, reserve, deployed and active apart by the words around the number."""
    terms = force_terms()
    reserve = scene.has(terms.reserve, max(scene.start, start - 45), end + 12)
    allowed = scene.has(terms.authorises)
    if allowed:
        measure = "authorised reserve" if reserve else "authorised active"
    elif reserve:
        measure = "reserve"
    elif scene.has(terms.deployed) or _in_another_country(scene, count, end):
        measure = "deployed"
    else:
        measure = "active"
    return _Cue(measure, start, end, "force/number")


def _in_another_country(scene: _Scene, count: Count, end: int) -> bool:
    """Tell "2,000 US troops in Syria"."""
    inside = [each for each in scene.named if count.passage.end <= each.start < end]
    subject = inside or [each for each in scene.named if each.end <= count.passage.start]
    behind = [each for each in scene.named if end <= each.start <= end + 8]
    preposition = re.match(r"\s(?:in|to|at)\s", scene.folded[end - scene.start :])
    return bool(preposition and subject and behind and behind[0].country != subject[-1].country)


def _elliptic(scene: _Scene, count: Count) -> _Cue | None:
    match = re.compile(rf"\s(?:{alternation(force_terms().elliptic)})(?!\w)").match(
        scene.folded, count.passage.end - scene.start
    )
    return _Cue("", count.passage.start, scene.start + match.end(), "force/elliptic") if match else None


def _force(scene: _Scene, count: Count, cue: _Cue) -> Force:
    text = scene.text
    bound: Sourced[Bound] | None = None
    if count.bound_passage:
        bound = sourced(count.bound, text, count.bound_passage.start, count.bound_passage.end)
    basis = _legal_basis(scene, count) if cue.measure.startswith("authorised") else None
    return Force(
        reader=READER,
        rule=cue.rule,
        organisation=_organisation(scene, count.passage.start, cue),
        measure=sourced(cue.measure, text, cue.start, cue.end),
        number=sourced(count.number, text, count.passage.start, count.passage.end),
        bound=bound,
        legal_basis=basis,
        date=_date(scene, count, basis),
    )


def _organisation(scene: _Scene, place: int, cue: _Cue | None = None) -> Sourced[str] | None:
    """Give the force counted: named beside the number, or before it, or earlier for the same country."""
    inside = [each for each in scene.named if cue and cue.start <= each.start < cue.end]
    ahead = [each for each in scene.named if each.end <= place]
    chosen = None
    if inside:
        chosen = inside[-1]
    elif ahead:
        forces = [each for each in ahead if each.is_force]
        # A force sent abroad is the sentence's subject; one that is held is named just before.
        near = ahead[-1] if cue and cue.measure == "active" else ahead[0]
        chosen = forces[-1] if forces else near
    if cue and cue.measure.startswith("authorised") and (chosen is None or not chosen.is_force):
        earlier = scene.earlier_force(chosen.country if chosen else None)
        chosen = earlier or chosen or next(iter(scene.named), None)
    if chosen is None:
        return None
    return sourced(chosen.name, scene.text, chosen.start, chosen.end)


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


def _legal_basis(scene: _Scene, count: Count) -> Sourced[str] | None:
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


def _words(scene: _Scene, start: int, end: int) -> Sourced[str]:
    written = scene.text[scene.start + start : scene.start + end]
    return sourced(" ".join(written.split()), scene.text, scene.start + start, scene.start + end)


def _date(scene: _Scene, count: Count, basis: Sourced[str] | None) -> Sourced[str] | None:
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
    return len(between) < _NEAR and re.search(r"[,;:]|\sand\s|\sbut\s", between) is None


@cache
def _growth() -> re.Pattern[str]:
    terms = force_terms()
    verb = rf"(?:(?P<up>{alternation(terms.grows)})|(?P<down>{alternation(terms.shrinks)}))"
    sizes = alternation(terms.sizes)
    size = rf"(?P<what>(?:(?:its|the|their)\s)?(?:number|size)\sof\s(?:[\w'-]+\s){{0,3}}?(?:{sizes})|{sizes})"
    number = r"(?P<number>\d{1,4}(?:\.\d{1,2})?)\s?-?(?P<unit>%|per\s?-?cent)"
    hedge = rf"(?:(?:{alternation(terms.hedges)})\s)?"
    active = rf"{verb}\s(?:(?:its|the|their|his)\s)?{size}\sby\s{hedge}{number}"
    # "the army had grown by 80 per cent": the same words, the size first.
    turned = rf"{size}\s(?:has\s|had\s|have\s|was\s|were\s)?(?:been\s)?{verb}\s(?:by\s)?{hedge}{number}"
    for name in ("up", "down", "what", "number", "unit"):
        turned = turned.replace(f"?P<{name}>", f"?P<{name}2>")
    return re.compile(rf"(?<!\w)(?:{active}|{turned})")


def _growths(scene: _Scene) -> Iterable[Force]:
    for match in _growth().finditer(scene.folded):
        form = "" if match["number"] else "2"
        number = float(match[f"number{form}"])
        value = int(number) if number.is_integer() else number
        start = scene.start + match.start(f"number{form}")
        number_end = scene.start + match.end(f"unit{form}")
        what = (scene.start + match.start(), start if form else scene.start + match.end("what"))
        words = scene.text[what[0] : what[1]].rstrip()
        what = (what[0], what[0] + len(words))
        value = -value if match[f"down{form}"] else value
        yield Force(
            reader=READER,
            rule="force/growth",
            organisation=_organisation(scene, what[0]),
            measure=sourced("growth", scene.text, *what),
            number=sourced(value, scene.text, start, number_end),
        )


def _presences(scene: _Scene) -> Iterable[Force]:
    """Read a force that is said to be somewhere, without its size."""
    cue = scene.has(force_terms().presence)
    forces = [each for each in scene.named if each.is_force and each.country is None]
    body = scene.has(force_terms().present)
    if not (cue and forces and body):
        return
    named = forces[0]
    since = next(iter(scene.dates), None)
    yield Force(
        reader=READER,
        rule="force/presence",
        organisation=sourced(named.name, scene.text, named.start, named.end),
        measure=sourced("presence", scene.text, scene.start + body.start(), scene.start + body.end()),
        date=sourced(since.value, scene.text, since.passage.start, since.passage.end) if since else None,
    )
