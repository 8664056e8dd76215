"""By how many per cent a force grew or shrank."""

import re
from collections.abc import Iterator
from functools import cache

from armsdocket.reading.claims import Force, sourced
from armsdocket.reading.news.force.holder import organisation_of
from armsdocket.reading.news.force.scene import Scene
from armsdocket.reading.values.number import alternation
from armsdocket.vocabulary.force_terms import force_terms

READER = "news/1"


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


def growths(scene: Scene) -> Iterator[Force]:
    """Read by how many per cent a force grew or shrank."""
    if "%" not in scene.folded and "cent" not in scene.folded:
        return
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
            organisation=organisation_of(scene, what[0]),
            measure=sourced("growth", scene.text, *what),
            number=sourced(value, scene.text, start, number_end),
        )
