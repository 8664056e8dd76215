"""The gate over a mixed stream of news, beside a bare Aho-Corasick pass over the same words."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from armsdocket.reading.news import gate
from bench.table import Table

# One text in so many of the stream is about a transfer: 95 in a hundred are other news.
ONE_IN = 20
ROUNDS = 3


def stream(shared: Path) -> list[str]:
    """Mix every article about a transfer with nineteen of other news, in a fixed order."""
    about = [path.read_text(encoding="utf-8") for path in sorted((shared / "news/text").glob("*.txt"))]
    others = [
        path.read_text(encoding="utf-8") for path in sorted((shared / "polnear/dev/text").glob("*.txt"))
    ]
    mixed: list[str] = []
    for number, text in enumerate(about):
        first = number * (ONE_IN - 1)
        mixed += [others[(first + place) % len(others)] for place in range(ONE_IN - 1)]
        mixed.append(text)
    return mixed


def _texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def _speed(ask: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return MB of text per second of processor time, the best of some rounds."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            ask(text)
        best = min(best, time.process_time() - start)
    return size / best


def table(shared: Path) -> Table:
    """Measure both on the same texts in one process."""
    texts = stream(shared)
    goods, cues = gate.words()
    bare = AhoCorasick([words.lower() for words in sorted(goods | cues)])
    passed = sum(gate.relevant(text) for text in texts)
    ours = _speed(gate.relevant, texts)
    plain = _speed(lambda text: bare.find_matches_as_indexes(text.lower()), texts)
    found = Table("the gate over a mixed stream", (), ("system", "texts", "let through", "MB/s", "ratio"))
    found.add((), ("armsdocket", len(texts), passed, ours, 1.0))
    found.add((), ("bare Aho-Corasick, same words", len(texts), None, plain, ours / plain))
    return found
