"""Tables and the points of a distribution, as the benchmarks print them."""

import pytest

from bench.table import Cell, Table, at, shown


@pytest.mark.parametrize(
    ("ordered", "share", "expected", "why"),
    [
        ([1.0, 2.0, 3.0, 4.0], 0.5, 2.0, "half of four"),
        ([float(n) for n in range(1, 101)], 0.99, 99.0, "the second highest of a hundred"),
        ([float(n) for n in range(1, 201)], 0.99, 198.0, "198 of 200"),
        ([7.0], 0.99, 7.0, "one value is every point"),
    ],
)
def test_points(ordered: list[float], share: float, expected: float, why: str) -> None:
    assert at(ordered, share) == expected, why


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(0.03124, "0.0312"), (4.567, "4.57"), (1234.5, "1,234"), (10_000, "10,000"), (None, "-"), ("a", "a")],
)
def test_cells(cell: Cell, expected: str) -> None:
    assert shown(cell) == expected


def test_rows_of_one_question_come_together() -> None:
    table = Table("title", ("documents", "question"), ("system", "ms"))
    for system in ("SQLite", "PostgreSQL"):
        for size in (10, 100):
            for question in ("open", "search"):
                table.add((size, question), (system, 1.0))
    lines = str(table.grouped()).splitlines()[3:]
    assert [line.split()[:3] for line in lines[:4]] == [
        ["10", "open", "SQLite"],
        ["10", "open", "PostgreSQL"],
        ["10", "search", "SQLite"],
        ["10", "search", "PostgreSQL"],
    ]
