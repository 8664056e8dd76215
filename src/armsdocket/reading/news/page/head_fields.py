"""What the head of a page says of it: its title, publisher, authors and days."""

from armsdocket.documents.document import Block, Document
from armsdocket.reading.claims import Sourced, sourced
from armsdocket.reading.news.page.byline import byline_names
from armsdocket.reading.values.date import find_dates
from armsdocket.vocabulary.frame_terms import HeadField, frame_terms


class HeadFields:
    """The named fields of a page's head."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def words(self, kind: HeadField) -> Sourced[str] | None:
        """Return the first field of this kind that the page's head has."""
        for block in self._fields(kind):
            return sourced(
                self.document.block_words(block), self.document.text, block.passage.start, block.passage.end
            )
        return None

    def day(self, kind: HeadField) -> Sourced[str] | None:
        """Return the day in the first field of this kind that holds one."""
        for block in self._fields(kind):
            dates = find_dates(self.document.text, block.passage.start, block.passage.end)
            if dates:
                return sourced(
                    dates[0].value, self.document.text, dates[0].passage.start, dates[0].passage.end
                )
        return None

    def authors(self) -> tuple[Sourced[str], ...]:
        """Return the authors that the page's head names."""
        found: list[Sourced[str]] = []
        for block in self._fields("authors"):
            for name in byline_names(self.document.text, block.passage.start, block.passage.end):
                if name.value not in {each.value for each in found}:
                    found.append(name)
        return tuple(found)

    def _fields(self, kind: HeadField) -> list[Block]:
        order = {name.lower(): rank for rank, name in enumerate(frame_terms().fields[kind])}
        fields = [
            block for block in self.document.blocks if block.role == "meta" and block.path.lower() in order
        ]
        return sorted(fields, key=lambda block: order[block.path.lower()])
