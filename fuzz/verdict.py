"""What must hold for any bytes: no crash, no hang, no passage that is not the words as written."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import FrameType

import msgspec

from armsdocket.documents.document import Document
from armsdocket.documents.load import load
from armsdocket.documents.passage import Passage
from armsdocket.errors import UnreadableDocument
from armsdocket.reading.claims import Reading, Sourced
from armsdocket.reading.read import READERS, read
from armsdocket.reading.record import Record, encode

# Of the processor's time, so that a busy machine makes no hang.
LIMIT_SECONDS = 1.0


class Hang(BaseException):
    """Reading went on past the limit; no handler of the program may swallow it."""


class Broken(Exception):
    """A passage that does not give the words as written, or a record that breaks its schema."""


class Verdict(msgspec.Struct, frozen=True):
    """How one input went: ``read``, ``refused``, ``crash``, ``hang`` or ``broken``."""

    outcome: str
    seconds: float
    claims: int = 0
    error: BaseException | None = None


def examine(content: bytes, address: str, kind: str | None = None) -> int:
    """Read one input and return its number of claims; with ``kind``, by the reader of that kind, too.

    Raises UnreadableDocument, which is right for bytes without text, Broken, and whatever the
    program should not have raised.
    """
    document = load(content, address)
    reading = read(document)
    check(reading)
    if kind is not None and kind != reading.heading.kind:
        check(reader(kind)(document))
    return len(reading.claims)


def judge(content: bytes, address: str, kind: str | None = None, limit: float = LIMIT_SECONDS) -> Verdict:
    """Examine one input under a time limit and say how it went; ``limit`` is in seconds, 0 for none."""
    start = time.process_time()

    def verdict(outcome: str, claims: int = 0, error: BaseException | None = None) -> Verdict:
        return Verdict(outcome, time.process_time() - start, claims, error)

    try:
        with within(limit):
            return verdict("read", examine(content, address, kind))
    except UnreadableDocument as error:
        return verdict("refused", error=error)
    except Hang as error:
        return verdict("hang", error=error)
    except Broken as error:
        return verdict("broken", error=error)
    except Exception as error:  # the crash is what is looked for
        return verdict("crash", error=error)


def check(reading: Reading) -> None:
    """Raise Broken unless every passage holds and the record can be read back by its own schema."""
    text = reading.document.text
    for what in (reading.heading, reading.claims, reading.problems, reading.ignored, reading.rejected):
        for where, passage, words in _passages(what, type(what).__name__):
            if passage.end > len(text):
                raise Broken(f"{where}: passage {passage.start}:{passage.end} ends after the text")
            if words is not None and (passage.words(text) != words or not words):
                raise Broken(f"{where}: {passage.words(text)[:60]!r} stands at the passage of {words[:60]!r}")
    try:
        msgspec.json.decode(encode(reading), type=Record)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise Broken(f"the record breaks its schema: {error}") from error


def _passages(value: object, where: str) -> Iterator[tuple[str, Passage, str | None]]:
    """Yield every passage below a value with its words as written, if it states any."""
    if isinstance(value, Passage):
        yield where, value, None
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, Sourced):
            yield where, value.passage, value.as_written
        for name in value.__struct_fields__:
            yield from _passages(getattr(value, name), f"{type(value).__name__}.{name}")
    elif isinstance(value, tuple):
        for member in value:
            yield from _passages(member, where)


def reader(kind: str) -> Callable[[Document], Reading]:
    """Return the reader of one kind of document."""
    name = {str(known): module for known, module in READERS.items()}[kind]
    found: Callable[[Document], Reading] = import_module(name).read
    return found


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Hang("not done in time")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise Hang in the block after so many seconds; the engine of ``re`` looks for signals, too."""
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
