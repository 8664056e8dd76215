"""Mutations: short inputs cut from seeds, then spoiled the way real documents are, and worse."""

from random import Random

from fuzz.seeds import Seed

# The lengths of what is cut from a seed, in bytes: short inputs find the same faults many times faster.
LENGTHS = (40, 80, 80, 150, 150, 300, 600)
MOST_CHANGES = 6
# What spoils real documents (page marks, glued words, hyphens, quotes left open) and what breaks parsers.
_TOKENS = tuple(
    token.encode()
    for token in (
        *("\n", "\n\n", " ", "\t", "\u00a0", "\u200b", "\ufeff", "\x00", "\r", "\x0c", "\u2028", "\u00ad"),
        *("-", "\u2010", "\u2011", "\u2013", "\u2014", "--", "\u2212"),
        *('"', "\u201c", "\u201d", "'", "\u2018", "\u2019", "``", "''", "\u00ab", "\u00bb", "\u201e"),
        *(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "</p>",
            "<p>",
            "<br>",
            "<pre>",
            "<!--",
            "&nbsp;",
            "&#0;",
            "\\4/5\\",
        ),
        *(
            "[[Page 24850]]",
            "(U)",
            "(i)",
            "(viii)",
            "\nTOTAL",
            "......",
            "None",
            "Transmittal No. ",
            "26-0G",
            "0M-25",
        ),
        *(
            "$",
            "$ 0",
            "$9.0 billion",
            "USD",
            "\u20ac",
            "crore",
            "up to ",
            "1,000,000",
            "0",
            "9" * 40,
            "1e9",
            "-1",
            "%",
        ),
        *(
            "two hundred forty-six (246) ",
            "thirty(30)",
            "a dozen ",
            "half ",
            "1/2",
            "\u00bd",
            "\u0664\u0665",
            "\u00b2",
        ),
        *("FGM-148 ", "F-16", "M270Al", "AN/TPY-2(V)", "GBU-39/B", "Patriot", "fighter jets", "AGM-114R2"),
        *(
            "Government of ",
            "Kosovo",
            "Taiwan",
            "U.S. ",
            "US",
            "Turkey",
            "the Philippines",
            "Georgia",
            "NATO",
        ),
        *(
            "said ",
            ", he said",
            "told ",
            "has requested to buy ",
            "was awarded ",
            "notified Congress",
            "denied ",
            "will ",
        ),
        *(
            "Jan. 32, 2024",
            "February 29, 2023",
            "99-99-9999",
            "on Thursday",
            "last July",
            "0000",
            "2024-13-45",
            "May",
        ),
        *(
            "\u0130",
            "\u00df",
            "\ufb01",
            "e\u0301",
            "\U0001f680",
            "\u1e9e",
            "\u0149",
            "\u202e",
            "\uffff",
            "\U000e0001",
        ),
    )
)


class Mutator:
    """Makes inputs without end; the same seed number gives the same inputs."""

    def __init__(self, seeds: list[Seed], number: int) -> None:
        self.random = Random(number)
        self.seeds = seeds

    def next(self) -> Seed:
        """Return the next input, with the name and the kind of the seed it comes from."""
        seed = self.random.choice(self.seeds)
        content = self._cut(seed.content) if self.random.random() < 0.998 else seed.content[:15_000]
        for _ in range(self.random.randrange(MOST_CHANGES + 1)):
            content = self._change(content)
        name = (
            seed.name
            if self.random.random() < 0.95
            else self.random.choice(("a.html", "a.json", "a.txt", "-"))
        )
        return Seed(content, name, seed.kind)

    def _cut(self, content: bytes) -> bytes:
        """Take a head and a window, so that the kind is often still recognised."""
        head = content[: self.random.choice((0, 0, 0, 300))]
        start = self.random.randrange(len(content) or 1)
        return head + content[start : start + self.random.randrange(1, self.random.choice(LENGTHS))]

    def _change(self, content: bytes) -> bytes:
        choice, place = self.random.randrange(9), self.random.randrange(len(content) + 1)
        end = min(len(content), place + self.random.randrange(1, 60))
        before, piece, after = content[:place], content[place:end], content[end:]
        spoiled = (
            b"",
            piece * self.random.randrange(2, 20),
            piece.replace(b" ", b""),
            bytes([self.random.randrange(256)]) + piece[1:],
            piece[::-1],
            self._cut(self.random.choice(self.seeds).content)[:200] + piece,
            self.random.choice(_TOKENS) * self.random.randrange(1, 12) + piece,
            self.random.choice(_TOKENS) + piece,
            self.random.choice(_TOKENS),
        )
        return before + spoiled[choice] + after
