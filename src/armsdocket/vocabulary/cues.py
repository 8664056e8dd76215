"""Lists of cue words: the words by which a reader knows what a sentence does."""

from functools import cache

import msgspec

from armsdocket.errors import VocabularyError
from armsdocket.vocabulary import datafile
from armsdocket.vocabulary.matcher import Matcher


class CueList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One list and what its words tell."""

    means: str
    words: tuple[str, ...]


class CueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: where it comes from, the lists by name."""

    source: str
    lists: dict[str, CueList]


def cues(name: str) -> tuple[str, ...]:
    """Give the words of a cue list. Raises VocabularyError for a list that is not there."""
    lists = datafile.load("cues", CueFile).lists
    if name not in lists:
        raise VocabularyError(f"no cue list {name!r} in cues.yaml; there are {', '.join(lists)}")
    return lists[name].words


def cue_lists() -> tuple[str, ...]:
    """Give the names of the cue lists."""
    return tuple(datafile.load("cues", CueFile).lists)


@cache
def cue_matcher(*names: str) -> Matcher[str]:
    """Match the words of these lists at once; the value of a match is the name of its list."""
    return Matcher([(word, name) for name in names for word in cues(name)])
