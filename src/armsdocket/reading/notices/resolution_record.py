"""Records of a joint resolution (JSON), of one make or another, whole or one part of it.

The public interface gives the resolution, its actions and its cosponsors as three answers; people keep them
apart, side by side, or put together. Measures that a record only relates to are no part of it.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from armsdocket.documents.document import Block, Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, sourced

NUMBER = re.compile(
    r"(?<![A-Z.])(?P<chamber>[HS])\.\s?J\.\s?Res\.\s?(?P<number>\d{1,4})(?!\d)", re.IGNORECASE
)
_KINDS = {"HJRES": "H.J.Res.", "SJRES": "S.J.Res."}
_OTHERS = re.compile(r"(?:^|\.)(?:related|amend|law|summar|subject|committee)\w*\.", re.IGNORECASE)
_BIOGRAPHICAL = re.compile(r"\s*\([A-Z]\d{6}\)\s*$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS = re.compile(r"(?:^|\.)(?:date|actionDate|updateDate|introduced|introducedDate)$")


@dataclass(frozen=True)
class Record:
    """The fields of a record by their paths, and what each says of the resolution."""

    document: Document

    @cached_property
    def fields(self) -> dict[str, Block]:
        """The fields that are of the resolution itself."""
        return {
            block.path: block
            for block in self.document.blocks
            if block.role == "field" and not _OTHERS.search(block.path)
        }

    @cached_property
    def root(self) -> str:
        """The path of the resolution's own fields: "", "bill.", or that of the request in a part of it."""
        roots = [
            path.removesuffix("congress")
            for path in self.fields
            if path == "congress" or path.endswith(".congress")
        ]
        known = [root for root in roots if self._number_at(root)]
        titled = [root for root in known if f"{root}title" in self.fields]
        return min(titled or known, key=lambda root: (root.count("."), len(root)), default="")

    def find(self, *names: str) -> Block | None:
        """Return the field of one of these names."""
        return next((found for name in names if (found := self.fields.get(f"{self.root}{name}"))), None)

    def many(self, name: str, *parts: str) -> list[tuple[str, Block]]:
        """Return the members of a list, in order, each with its path ("cosponsors.0")."""
        wanted = "|".join(re.escape(part) for part in parts)
        pattern = re.compile(rf"(?:^|\.)(?P<path>{name}\.\d+)(?:\.(?:{wanted}))?$")
        return [
            (path[: match.end("path")], block)
            for path, block in self.fields.items()
            if (match := pattern.search(path))
        ]

    @property
    def number(self) -> Sourced[str] | None:
        """The number in its usual style, or null when nothing in the record is one."""
        return self._number_at(self.root)

    @property
    def congress(self) -> Sourced[int] | None:
        """The congress, when it is a number."""
        block = self.find("congress")
        if block is None or not (words := self.document.block_words(block)).isdigit():
            return None
        return Sourced(value=int(words), as_written=words, passage=block.passage)

    def member(self, block: Block) -> Sourced[str]:
        """Return a member of Congress without the biographical number that some records add."""
        words = self.document.block_words(block)
        end = len(_BIOGRAPHICAL.sub("", words))
        return sourced(words[:end], self.document.text, block.passage.start, block.passage.start + end)

    def cosponsors(self) -> tuple[Sourced[str], ...]:
        """Return the cosponsors; one who has withdrawn is none."""
        return tuple(
            self.member(block)
            for path, block in self.many("cosponsors", "fullName", "name")
            if f"{path}.sponsorshipWithdrawnDate" not in self.fields
        )

    def actions(self) -> list[tuple[Block, Block | None]]:
        """Return the words of each action with its day."""
        found = self.many("actions", "text")
        latest = self.find("latestAction.text")
        if latest is not None:
            found.append((f"{self.root}latestAction", latest))
        return [
            (block, self.fields.get(f"{path}.date") or self.fields.get(f"{path}.actionDate"))
            for path, block in found
            if block.path.endswith(".text")
        ]

    def roll_calls(self) -> list[Passage]:
        """Return the passages that hold the page of a roll call."""
        return [
            block.passage for path, block in self.fields.items() if re.search(r"(?:^|\.)votes\.[^.]+$", path)
        ]

    def last_text(self) -> Block | None:
        """Return the text of the last version that the record holds."""
        texts = [
            block
            for path, block in self.fields.items()
            if re.search(r"(?:^|\.)versions\.\d+\.text$|^text$", path)
        ]
        return texts[-1] if texts else None

    def as_of(self) -> Sourced[str] | None:
        """Return the last day the record knows of: nothing after it is known from this document."""
        days = [
            sourced(words[:10], self.document.text, block.passage.start, block.passage.start + 10)
            for path, block in self.fields.items()
            if _DAYS.search(path) and _DAY.match(words := self.document.block_words(block))
        ]
        return max(days, key=lambda day: (day.value, day.passage.start), default=None)

    def _number_at(self, root: str) -> Sourced[str] | None:
        block = self.fields.get(f"{root}number") or self.fields.get(f"{root}billNumber")
        if block is None:
            return None
        words = self.document.block_words(block)
        if match := NUMBER.search(words):
            return Sourced(value=styled(match), as_written=words, passage=block.passage)
        kind = self.fields.get(f"{root}type") or self.fields.get(f"{root}billType")
        prefix = re.sub(r"\W", "", self.document.block_words(kind)).upper() if kind else ""
        if prefix not in _KINDS or not words.isdigit():
            return None
        return Sourced(value=f"{_KINDS[prefix]} {words}", as_written=words, passage=block.passage)


def styled(match: re.Match[str]) -> str:
    """Write a matched number in the usual style."""
    return f"{match['chamber'].upper()}.J.Res. {match['number']}"
