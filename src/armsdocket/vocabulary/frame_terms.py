"""The words of a page's frame: what marks its parts, and the small words that tell languages apart."""

from functools import cache
from typing import Literal

import msgspec

from armsdocket.vocabulary import datafile

PagePart = Literal[
    "comments",
    "related",
    "clutter",
    "caption",
    "credit",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "section",
]
HeadField = Literal["title", "published", "updated", "publisher", "authors"]
LinePart = Literal["comments", "related", "clutter", "byline", "updated", "caption"]


class FrameTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Class names of pages by part, words that open a line, credits, names of sections, ends of wire copy."""

    source: str
    classes: dict[PagePart, frozenset[str]]
    lines: dict[LinePart, tuple[str, ...]]
    related_capitals: tuple[str, ...]
    contributors: tuple[str, ...]
    credits: tuple[str, ...]
    sections: tuple[str, ...]
    end_marks: frozenset[str]
    fields: dict[HeadField, tuple[str, ...]]
    not_places: frozenset[str]
    no_names: frozenset[str]
    picture_makers: frozenset[str]


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The commonest small words of each language, by ISO 639-1 code."""

    source: str
    languages: dict[str, frozenset[str]]


@cache
def frame_terms() -> FrameTerms:
    """Give the words that mark the parts of a page."""
    return datafile.load("frame_parts", FrameTerms)


@cache
def languages() -> dict[str, frozenset[str]]:
    """Give the small words of each language."""
    return datafile.load("frame_languages", Languages).languages
