"""What a page says of itself out of sight: its head, its microdata and its JSON-LD."""

import json
import re
from typing import Any

# The fields that say who published what, where and when; others (icons, cards, keywords) say nothing of it.
_WANTED = re.compile(
    r"author|byline|creator|\bdate|date$|date(?:published|created|modified)|pubdate|published|modified|updated"
    r"|title$|headline|description$|site_name|publisher|og:type|og:url|locale|article:section|language|source$"
    r"|identifier$",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"twitter:(?!title|description)|verification|viewport|fb:|msapplication|image|video", re.IGNORECASE
)
_STRUCTURED = ("headline", "datePublished", "dateModified", "dateCreated", "inLanguage")
_NAMED = ("author", "publisher", "creator")
# A page has one date or two; a listing of links may have hundreds, which say nothing of the page.
_MOST_TIMES = 12
_LONGEST = 2_000
_MOST_FIELDS = 200


class Head:
    """Collects the fields of a page's head in their order; repeated ones once."""

    def __init__(self) -> None:
        self._fields: dict[tuple[str, str], None] = {}
        self._times = 0
        self._capture: str | None = None
        self._captured: list[str] = []

    def fields(self) -> list[tuple[str, str]]:
        """Return name and content of each field, content on one line."""
        return list(self._fields)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Meet the start of an element."""
        if tag == "meta":
            self._meta(attributes)
        elif tag == "title":
            self._capture = "title"
        elif tag == "script" and "ld+json" in (attributes.get("type") or "").lower():
            self._capture = "json-ld"
        elif tag == "time" and attributes.get("datetime") and self._times < _MOST_TIMES:
            self._times += 1
            self._add(_named("time", attributes.get("itemprop")), attributes["datetime"])
        elif tag == "link" and "canonical" in (attributes.get("rel") or "").lower().split():
            self._add("canonical", attributes.get("href"))
        elif tag == "html":
            self._add("language", attributes.get("lang"))

    def data(self, words: str) -> None:
        """Take text, where it belongs to a field."""
        if self._capture:
            self._captured.append(words)

    def end(self, tag: str) -> None:
        """Meet the end of an element."""
        if self._capture == "title" and tag == "title":
            self._add("title", "".join(self._captured))
        elif self._capture == "json-ld" and tag == "script":
            self._structured("".join(self._captured))
        elif not (self._capture and tag in ("title", "script")):
            return
        self._capture, self._captured = None, []

    def _meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content")
        itemprop = attributes.get("itemprop")
        name = attributes.get("property") or attributes.get("name") or _named("itemprop", itemprop)
        if _WANTED.search(name) and not _UNWANTED.search(name):
            self._add(name, content)

    def _add(self, name: str, content: str | None) -> None:
        words = " ".join((content or "").split())[:_LONGEST].strip()
        name = " ".join(name.split())
        if words and name and len(self._fields) < _MOST_FIELDS:
            self._fields[name, words] = None

    def _structured(self, words: str) -> None:
        """Take the facts of publication from a JSON-LD script; a broken one is left out, as browsers do."""
        try:
            tree = json.loads(words)
        except (ValueError, RecursionError):
            return
        waiting: list[Any] = [tree]
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting = node[:50] + waiting
            elif isinstance(node, dict):
                self._article(node)
                graph = node.get("@graph")
                waiting = [graph, *waiting] if isinstance(graph, list) else waiting

    def _article(self, node: dict[str, Any]) -> None:
        # Only what is published has these; organisations, menus and searches in the same script do not.
        if not any(key in node for key in ("headline", "datePublished")):
            return
        for key in _STRUCTURED:
            if isinstance(node.get(key), str):
                self._add(f"json-ld:{key}", node[key])
        for key in _NAMED:
            holders = node.get(key)
            for holder in holders if isinstance(holders, list) else [holders]:
                name = holder.get("name") if isinstance(holder, dict) else holder
                if isinstance(name, str):
                    self._add(f"json-ld:{key}", name)


def _named(kind: str, itemprop: str | None) -> str:
    return f"{kind}:{itemprop}" if itemprop else kind
