"""Tables of figures as the benchmarks print them."""

from collections.abc import Sequence

Cell = str | float | int | None


class Table:
    """Rows of figures under a title; ``keys`` are columns that rows are sorted and grouped by."""

    def __init__(self, title: str, keys: Sequence[str], head: Sequence[str]) -> None:
        self._title = title
        self._keys = len(keys)
        self._head = (*keys, *head)
        self._rows: list[tuple[Cell, ...]] = []

    def add(self, keys: Sequence[Cell], row: Sequence[Cell]) -> None:
        """Add a row."""
        self._rows.append((*keys, *row))

    def grouped(self) -> "Table":
        """Bring rows of one key together, in the order in which the keys were first met."""
        order: dict[tuple[Cell, ...], int] = {}
        for row in self._rows:
            order.setdefault(row[: self._keys], len(order))
        firsts = {row[0]: None for row in self._rows}
        ranks = {first: rank for rank, first in enumerate(firsts)}
        self._rows.sort(key=lambda row: (ranks[row[0]], order[row[: self._keys]]))
        return self

    def __str__(self) -> str:
        lines = [self._head, *(tuple(shown(cell) for cell in row) for row in self._rows)]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self._head))]
        numbers = [
            all(not isinstance(row[column], str) for row in self._rows) for column in range(len(self._head))
        ]
        text = [
            "  ".join(
                cell.rjust(width) if number else cell.ljust(width)
                for cell, width, number in zip(line, widths, numbers, strict=True)
            ).rstrip()
            for line in lines
        ]
        return "\n".join([self._title, "-" * max(map(len, text)), *text, ""])


def shown(cell: Cell) -> str:
    """Write a figure with three places that count; a figure that was not measured is a hyphen.

    >>> shown(0.0312), shown(4.567), shown(1234.5), shown(10000), shown(None)
    ('0.0312', '4.57', '1,234', '10,000', '-')
    """
    if cell is None:
        return "-"
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int):
        return f"{cell:,}"
    if cell >= 100:
        return f"{cell:,.0f}"
    return f"{cell:.3g}"


def at(ordered: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of the ordered values do not exceed.

    >>> at([1.0, 2.0, 3.0, 4.0], 0.5), at([1.0, 2.0], 0.99)
    (2.0, 2.0)
    """
    return ordered[max(0, -int(-len(ordered) * share // 1) - 1)]
