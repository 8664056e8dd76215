from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint

import pytest

from armsdocket.documents.passage import Passage
from armsdocket.errors import ExtensionError
from armsdocket.reading.news.speech import extensions
from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.attributions import find_attributions
from armsdocket.reading.news.speech.extensions import Extension, attribute_with, extension, names

TEXT = "It rained.\n\nThe ships come in May, the harbour master told us.\n"


def whole_paragraph(text: str, paragraph: Passage) -> Iterator[Attribution]:
    yield Attribution(paragraph, None, None, "indirect", "whole")


def one_too_far(text: str, paragraph: Passage) -> Iterator[Attribution]:
    yield Attribution(Passage(paragraph.start, paragraph.end + 1), None, None, "indirect", "too far")


def nothing_at_all(text: str, paragraph: Passage) -> Iterator[Attribution]:
    yield Attribution(Passage(paragraph.start, paragraph.start), None, None, "indirect", "empty")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Extension], None]]:
    """Offer a callable of this file as an installed package would."""

    def offer(function: Extension) -> None:
        monkeypatch.setattr(extensions, "_loaded", lambda point: function)
        monkeypatch.setattr(
            extensions,
            "entry_points",
            lambda **asked: [EntryPoint("made", "made:up", extensions.GROUP)],
        )

    extension.cache_clear()
    yield offer
    extension.cache_clear()


def test_an_extension_reads_in_the_place_of_the_model(installed: Callable[[Extension], None]) -> None:
    installed(whole_paragraph)
    found = find_attributions(TEXT, "made")
    assert [(one.content.words(TEXT), one.rule) for one in found] == [
        ("It rained.", "whole"),
        ("The ships come in May, the harbour master told us.", "whole"),
    ]


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (one_too_far, "a passage past the paragraph states something else"),
        (nothing_at_all, "an empty passage states nothing"),
    ],
)
def test_passages_are_checked(
    installed: Callable[[Extension], None], function: Extension, reason: str
) -> None:
    installed(function)
    with pytest.raises(ExtensionError, match="no part of the paragraph 0-10"):
        attribute_with("made", TEXT, Passage(0, 10))


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(ExtensionError, match=r"'nobody'; there are: model, rules, .*spacy"):
        extension("nobody")


def test_what_does_not_load_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("made", "no_such_module_anywhere:attribute", extensions.GROUP)
    monkeypatch.setattr(extensions, "entry_points", lambda **asked: [point])
    extension.cache_clear()
    with pytest.raises(ExtensionError, match="no_such_module_anywhere'; install what it needs"):
        extension("made")
    extension.cache_clear()


def test_the_extension_that_comes_along_is_offered() -> None:
    assert "spacy" in names()
