"""Other systems that tell who said what: packages offer them under an entry point, none is needed.

A package names a callable in the group ``armsdocket.attributions``; ``armsdocket read --attributions NAME``
puts it in the place of the trained model. The callable takes the whole text and one paragraph of it, and
gives attributions whose passages lie in that paragraph.
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from armsdocket.documents.passage import Passage
from armsdocket.errors import ExtensionError
from armsdocket.reading.news.speech.attribution import Attribution

GROUP = "armsdocket.attributions"
BUILT_IN = ("model", "rules")
Extension = Callable[[str, Passage], Iterable[Attribution]]


def names() -> list[str]:
    """Name the systems that installed packages offer, in order."""
    return sorted(point.name for point in entry_points(group=GROUP))


@cache
def extension(name: str) -> Extension:
    """Load the system of this name. Raises ExtensionError when no package offers it or it does not load."""
    points = entry_points(group=GROUP, name=name)
    if not points:
        raise ExtensionError(f"no installed package reads attributions as {name!r}; there are: {_offered()}")
    return _loaded(next(iter(points)))


def _offered() -> str:
    return ", ".join([*BUILT_IN, *names()])


def _loaded(point: EntryPoint) -> Extension:
    try:
        found: Extension = point.load()
    except ImportError as error:
        raise ExtensionError(
            f"attributions {point.name!r} ({point.value}) cannot be loaded: {error}; install what it needs "
            "(for spacy: pip install 'armsdocket[spacy]')"
        ) from error
    return found


def attribute_with(name: str, text: str, paragraph: Passage) -> list[Attribution]:
    """Let an outside system read one paragraph, in order of content.

    Raises ExtensionError when a passage it gives is empty or lies outside the paragraph: it would point at
    words that state something else.
    """
    found = sorted(extension(name)(text, paragraph), key=lambda one: (one.content.start, one.content.end))
    for one in found:
        for passage in (one.content, one.source, one.cue):
            if passage is not None and (passage.start >= passage.end or not paragraph.covers(passage)):
                raise ExtensionError(
                    f"attributions {name!r} gives the passage {passage.start}-{passage.end}, which is no "
                    f"part of the paragraph {paragraph.start}-{paragraph.end} it was asked to read"
                )
    return found
