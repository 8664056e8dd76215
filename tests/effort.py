"""How much work a call does, counted and not timed: the same on a busy machine as on a quiet one."""

import sys
from collections.abc import Callable
from types import FrameType

# Work that grows fourfold with a fourfold length, with room for what does not grow evenly.
MOST_GROWTH = 4.8
ROOM = 2_000


def effort(work: Callable[[], object]) -> int:
    """Count the calls that ``work`` makes, of functions in Python and in C."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def grows_with_length_only(work: Callable[[str], object], unit: str, size: int) -> bool:
    """Tell whether four times the text takes about four times the calls."""
    small, large = unit * (size // len(unit)), unit * (4 * size // len(unit))
    # Word lists are loaded and patterns compiled once, some of them only for longer texts.
    for warming in (unit * 3, small, large):
        work(warming)
    return effort(lambda: work(large)) <= MOST_GROWTH * effort(lambda: work(small)) + ROOM
