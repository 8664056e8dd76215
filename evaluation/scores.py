"""One row of the accuracy table, and the arithmetic behind it."""

import msgspec


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """How one family of claims was read on one set of documents."""

    corpus: str
    family: str
    documents: int
    right: int
    """Gold facts that were found."""
    gold: int
    found: int
    """Facts the program claims."""
    note: str = ""
    peer: bool = False
    """Another system's row, shown beside ours and under no floor."""

    @property
    def precision(self) -> float:
        """Share of the program's claims that are right; 1 when it claims nothing."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found; 1 when there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Score(corpus="seed", family="sums", documents=1, right=3, gold=4, found=3).f1
        0.8571428571428571
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def key(self) -> str:
        """Name the row in the file of floors."""
        return f"{self.corpus}: {self.family}"


class Error(msgspec.Struct, frozen=True, kw_only=True):
    """One fact missed or wrongly claimed, with its place in the document."""

    corpus: str
    family: str
    document: str
    what: str
    """``missed`` or ``wrong``, and the value in question."""
    start: int | None = None
    end: int | None = None


def table(scores: list[Score]) -> str:
    """Lay the scores out as one table."""
    head = ("corpus", "family", "documents", "gold", "precision", "recall", "F1")
    rows = [head] + [
        (
            score.corpus,
            score.family,
            str(score.documents),
            str(score.gold),
            f"{score.precision:.3f}",
            f"{score.recall:.3f}",
            f"{score.f1:.3f}",
        )
        for score in scores
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        + (f"  {scores[number - 1].note}" if number and scores[number - 1].note else "")
        for number, row in enumerate(rows)
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
