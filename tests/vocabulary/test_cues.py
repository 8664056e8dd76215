"""Cue lists."""

import pytest

from armsdocket.errors import VocabularyError
from armsdocket.vocabulary.cues import cue_lists, cue_matcher, cues


def test_every_list_has_words_that_match() -> None:
    for name in cue_lists():
        for word in cues(name):
            assert [match.value for match in cue_matcher(name).find(word)] == [name], word


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(VocabularyError, match="no cue list 'nothing'"):
        cues("nothing")
