"""Lists of cue words: the words by which a reader knows what a phrase does."""

from functools import cache

import msgspec

from armsdocket.errors import VocabularyError
from armsdocket.vocabulary import datafile


class CueList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One list and what its words tell."""

    means: str
    words: frozenset[str]


class CueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The data file: where it comes from, the lists by name."""

    source: str
    lists: dict[str, CueList]


@cache
def cue_words(name: str) -> frozenset[str]:
    """Give the words of a cue list. Raises VocabularyError for a list that is not there."""
    lists = datafile.load("cues", CueFile).lists
    if name not in lists:
        raise VocabularyError(f"no cue list {name!r} in cues.yaml; there are {', '.join(lists)}")
    return lists[name].words


def cue_lists() -> tuple[str, ...]:
    """Give the names of the cue lists."""
    return tuple(datafile.load("cues", CueFile).lists)
