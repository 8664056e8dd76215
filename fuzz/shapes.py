"""``python -m fuzz.shapes``: no shape of a document takes more than time proportional to its length.

Each shape is one piece repeated to 1, 2 and 4 million characters (with ``--longest``, 10 million, too).
Time is the processor's. A shape fails when its time more than doubles as its length doubles, or when the
longest takes too long.
"""

import argparse
import cProfile
import io
import pstats
import resource
import sys
import time
from contextlib import suppress

import msgspec

from armsdocket.documents.load import load
from armsdocket.errors import UnreadableDocument
from armsdocket.reading.read import read
from fuzz.verdict import Hang, reader, within

MILLION = 1_000_000
SIZES = (1, 2, 4)
LONGEST = 10
# Twice the length may take this many times as long: caches and the collector cost something, too.
MOST_GROWTH = 2.6
# Below this many seconds the ratio of two times says nothing.
LEAST_SECONDS = 0.4
MOST_SECONDS_PER_MILLION = 1.0
# A head for one kind of document. Its reader is called by name: a million digits are recognised as nothing.
NOTICE = """[Federal Register Volume 89 (2024)]
[Transmittal No. 23-22]
Arms Sales Notification
    (i) Prospective Purchaser: Government of Kosovo
    (iii) Description and Quantity or Quantities of Articles or Services under Consideration for Purchase:
"""
POST = """CONTRACTS

ARMY

Example Corp., Tucson, Arizona, was awarded a $9,000,000 contract for missiles. Work will be performed in
Tucson, Arizona. Army Contracting Command, Redstone Arsenal, Alabama, is the contracting activity.

"""
NEWS = "Kosovo has asked to buy Javelin missiles from the United States, the minister said.\n\n"
PIECES = {
    "quotation marks": '"',
    "typographic quotes": "\u201c",
    "nested quotes": "\u201c\u2018",
    "quoted words": '"we will" ',
    "unclosed quotes": "\u201cwe said ",
    "apostrophes": "'",
    "digits": "7",
    "digit groups": "1,000,",
    "dollars": "$1 ",
    "country names": "Kosovo ",
    "countries, commas": "Kosovo, ",
    "opening brackets": "(",
    "square brackets": "[",
    "angle brackets": "<",
    "tags": "<p>",
    "FGM-148": "FGM-148 ",
    "commas": ",",
    "spaces": " ",
    "newlines": "\n",
    "lines of one letter": "a\n",
    "paragraphs": "a\n\n",
    "said": "said ",
    "U.S.": "U.S. ",
    "full stops": ". ",
    "semicolons": "; ",
    "items": "(viii) ",
    "numbers in words": "two hundred ",
    "numbers in brackets": "six (6) ",
    "transmittals": "Transmittal No. 23-22 ",
    "dates": "January 11, 2024 ",
    "page marks": "[[Page 24850]]\n",
    "dots": ".",
    "hyphens": "-",
    "letters": "a",
    "capitals": "Aa ",
    "requests": "Kosovo has requested to buy six (6) Javelin missiles. ",
    "awards": "Example Corp. was awarded a $9,000,000 contract for Kosovo. ",
    "statements": '"We will buy Javelin missiles," said the minister. ',
}
HEADS = {
    "": "",
    "federal register notice": NOTICE,
    "dsca release": NOTICE,
    "contract post": POST,
    "news": NEWS,
}


class Timing(msgspec.Struct, frozen=True):
    """How long one shape took at each size, and what is wrong with that."""

    name: str
    seconds: tuple[float, ...]
    fault: str = ""


def measure(kind: str, piece: str, million: float) -> float:
    """Return the seconds it takes to load and read ``million`` million characters of a shape."""
    text = HEADS[kind] + piece * int(million * MILLION / len(piece))
    content = text.encode()
    start = time.process_time()
    with suppress(UnreadableDocument):  # a page of blanks is refused, in time
        document = load(content, "shape.txt")
        if kind:
            reader(kind)(document)
        else:
            read(document)
    return time.process_time() - start


def timing(name: str, kind: str, piece: str, sizes: tuple[float, ...], patience: float) -> Timing:
    """Time one shape; stop at the size that takes more than ``patience`` seconds."""
    seconds: list[float] = []
    for size in sizes:
        try:
            with within(patience):
                seconds.append(measure(kind, piece, size))
        except Hang:
            return Timing(name, tuple(seconds), f"not done in {patience:.0f} s at {size} MB")
    faults = [
        f"grows {after / before:.1f} times from {small} to {large} MB"
        for small, large, before, after in zip(sizes, sizes[1:], seconds, seconds[1:], strict=False)
        if after > LEAST_SECONDS and after / max(before, 0.001) > MOST_GROWTH * large / small / 2
    ]
    slow = seconds[-1] / sizes[len(seconds) - 1]
    if slow > MOST_SECONDS_PER_MILLION:
        faults.append(f"takes {slow:.1f} s a million characters")
    return Timing(name, tuple(seconds), "; ".join(faults))


def row(found: Timing) -> str:
    """Lay out one line of the table."""
    cells = "".join(f"{seconds:>9.2f}" for seconds in found.seconds)
    ratio = found.seconds[-1] / max(found.seconds[-2], 0.001) if len(found.seconds) > 1 else 0.0
    return f"{found.name:<32}{cells:<36}{ratio:>7.1f}  {found.fault}".rstrip()


def profile(kind: str, piece: str, million: float) -> str:
    """Say which functions take the time on one shape."""
    profiler = cProfile.Profile()
    profiler.runcall(measure, kind, piece, million)
    words = io.StringIO()
    pstats.Stats(profiler, stream=words).sort_stats("tottime").print_stats(12)
    return words.getvalue()


def main() -> int:
    """Print the table; exit 1 when a shape fails."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.shapes", description=__doc__)
    parser.add_argument("--only", metavar="WORDS", help="shapes whose name holds these words")
    parser.add_argument("--head", choices=sorted(HEADS), action="append", help="documents of this kind only")
    parser.add_argument("--longest", action="store_true", help=f"read {LONGEST} million characters, too")
    parser.add_argument("--patience", type=float, default=60.0, help="seconds that one reading may take")
    parser.add_argument("--sizes", type=float, nargs="+", default=SIZES, help="in million characters")
    parser.add_argument("--profile", type=float, metavar="MILLION", help="profile instead, at this size")
    arguments = parser.parse_args()
    sizes = (*arguments.sizes, LONGEST) if arguments.longest else tuple(arguments.sizes)
    failed = 0
    for kind in arguments.head or HEADS:
        for piece_name, piece in PIECES.items():
            name = f"{kind}: {piece_name}" if kind else piece_name
            if arguments.only and arguments.only not in name:
                continue
            if arguments.profile:
                sys.stdout.write(f"{name}\n{profile(kind, piece, arguments.profile)}\n")
                continue
            found = timing(name, kind, piece, sizes, arguments.patience)
            failed += bool(found.fault)
            sys.stdout.write(f"{row(found)}\n")
            sys.stdout.flush()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{failed} shapes fail; peak memory {peak:.0f} MB\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
