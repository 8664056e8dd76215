"""Cue lists."""

from pathlib import Path

import pytest

from armsdocket.errors import VocabularyError
from armsdocket.vocabulary.cues import cue_lists, cue_words

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "armsdocket"


def test_every_list_has_words_and_a_reader_that_asks_for_it() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCE / "reading").rglob("*.py")))
    for name in cue_lists():
        assert cue_words(name)
        assert f'cue_words("{name}")' in code, name


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(VocabularyError, match="no cue list 'nothing'"):
        cue_words("nothing")
