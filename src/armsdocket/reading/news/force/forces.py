"""Armed forces in an article: how many, under which law, deployed where, grown by how much."""

from collections.abc import Iterator
from functools import cache

import msgspec

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound, Force, Heading, Sourced, sourced
from armsdocket.reading.news.force.growth import READER, growths
from armsdocket.reading.news.force.holder import date_of, legal_basis, organisation_of
from armsdocket.reading.news.force.personnel import counted_people
from armsdocket.reading.news.force.scene import Cue, Scene, any_of
from armsdocket.reading.news.force.weapons import counted_weapons
from armsdocket.reading.news.page.told import anchor_of, told_sentences
from armsdocket.reading.values.quantity import Count
from armsdocket.vocabulary.articles import find_articles
from armsdocket.vocabulary.folding import fold_whole
from armsdocket.vocabulary.force_terms import force_terms
from armsdocket.vocabulary.phrase import Phrase

# A sentence behind one that counts soldiers may go on counting them; between the two is a break at most.
_NEXT = 4


def find_forces(document: Document, heading: Heading) -> list[Force]:
    """Return the sizes of armed forces that the article states, each once, in order of the text."""
    anchor = anchor_of(heading)
    found: dict[tuple[object, ...], Force] = {}
    last: Count | None = None
    whose: Sourced[str] | None = None
    reached = 0
    for sentence, above in told_sentences(heading, document):
        if sentence.start - reached > _NEXT:
            last = whose = None
        earlier, last, reached = last, None, sentence.end
        if above or (earlier is None and not _may_count(document.text, sentence)):
            whose = None
            continue
        scene = Scene(document.text, sentence, anchor)
        people = list(counted_people(scene, earlier))
        last = people[-1][0] if people else None
        for force in _forces(scene, people):
            # Who was counted in the sentence before is counted on where nobody else is named.
            whose = force.organisation or whose
            named = msgspec.structs.replace(force, organisation=whose)
            found.setdefault(_key(named), named)
    return list(found.values())


def _may_count(text: str, sentence: Passage) -> bool:
    """Tell whether a word stands in a sentence that every size of a force has; in most there is none."""
    span, folded = (sentence.start, sentence.end), fold_whole(text)
    weapons = bool(find_articles(text, *span))
    return weapons or folded.find("-strong", *span) >= 0 or _any_cue().search_alone(folded, *span) is not None


@cache
def _any_cue() -> Phrase:
    terms = force_terms()
    words = (*terms.people, *terms.bodies, *terms.machines, *terms.holders, *terms.sizes, *terms.present)
    return any_of((*words, "of them", "of the type", "of the class", "of the kind", "of the model"))


def _key(force: Force) -> tuple[object, ...]:
    return (
        force.organisation and force.organisation.value,
        force.measure and force.measure.value,
        force.number and force.number.value,
    )


def _forces(scene: Scene, people: list[tuple[Count, Cue]]) -> Iterator[Force]:
    grown = list(growths(scene))
    yield from grown
    taken = {count.passage.start for count, _ in people}
    weapons = [each for each in counted_weapons(scene) if each[0].passage.start not in taken]
    counted = sorted([*people, *weapons], key=lambda each: each[0].passage.start)
    yield from (_force(scene, *each) for each in counted)
    if not counted and not grown:
        yield from _presences(scene)


def _force(scene: Scene, count: Count, cue: Cue) -> Force:
    text = scene.text
    bound: Sourced[Bound] | None = None
    if count.bound_passage:
        bound = sourced(count.bound, text, count.bound_passage.start, count.bound_passage.end)
    elif count.high is not None:
        # "80 to 250 soldiers": the range itself says that the low end is the least.
        bound = sourced(count.bound, text, count.passage.start, count.passage.end)
    basis = legal_basis(scene, count) if cue.measure.startswith("authorised") else None
    return Force(
        reader=READER,
        rule=cue.rule,
        organisation=organisation_of(scene, count.passage.start, cue),
        measure=sourced(cue.measure, text, cue.start, cue.end),
        number=sourced(count.number, text, count.passage.start, count.passage.end),
        bound=bound,
        legal_basis=basis,
        date=date_of(scene, count, basis),
    )


def _presences(scene: Scene) -> Iterator[Force]:
    """Read a force that is said to be somewhere, without its size."""
    cue, body = scene.has(force_terms().presence), scene.has(force_terms().present)
    if not (cue and body):
        return
    forces = [each for each in scene.named if each.is_force and each.country is None]
    if not forces:
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
