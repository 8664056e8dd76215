"""Numbers as written: figures with their separators, words, and scales ("1.5 million")."""

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

import msgspec

from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.value_terms import number_terms

# A gap between the words of one value: spaces, a hyphen, at most one line break. Bounded, so that a
# page of blanks costs no more than its length.
GAP = r"[ \t-]{0,3}(?:\r?\n[ \t]{0,12})?"
# Figures longer than this are no quantity and no price.
_MOST_DIGITS = 18
# Characters before the stretch that are kept: enough to know a label or a designation.
_BEFORE = 32
# Thousands in threes (or the Indian twos and three), dotted thousands only when they are two groups or
# more ("1.500" may be either and is left alone where it matters), decimals, and a decimal comma.
FIGURE = (
    r"(?:\d{1,3}(?:,\d{2,3}){1,7}(?:\.\d{1,6})?|\d{1,3}(?:\.\d{3}){2,7}|\d{1,24}(?:\.\d{1,12})?|\.\d{1,6})"
    r"(?!\d|[.,]\d)"
)
DECIMAL_COMMA = r"\d{1,3},\d{1,2}(?!\d|[.,]\d)"


_FRACTION = re.compile(r"(?:quarters?|thirds?|fifths?|tenths?|half|fraction)\s+of\s+$")


_ONE_GROUP = re.compile(r"(?<!\w)(?:its|their|first|second|third|further|another|additional|last|next)\s+$")


class Number(msgspec.Struct, frozen=True):
    """A number at ``start:end`` of the window it was read from; ``scaled`` when a scale word stands in it."""

    start: int
    end: int
    value: Decimal
    in_words: bool = False
    scaled: bool = False


class Window(msgspec.Struct, frozen=True):
    """A stretch of text, folded, with the characters around it that decide what a number is.

    ``at`` turns an offset of the window into one of the text.
    """

    text: str
    words: str
    offset: int
    first: int
    last: int

    def at(self, place: int) -> int:
        """Give the offset in the text of an offset in the window."""
        return place + self.offset

    def as_written(self, start: int, end: int) -> str:
        """Give the text as written of a span of the window."""
        return self.text[start + self.offset : end + self.offset]


def window(text: str, start: int, end: int | None) -> Window:
    """Fold ``text[start:end]`` for reading."""
    stop = len(text) if end is None else min(end, len(text))
    begin = max(0, min(start, stop))
    low, high = max(0, begin - _BEFORE), min(len(text), stop + 1)
    return Window(text, fold_whole(text)[low:high], low, begin - low, stop - low)


def alternation(words: list[str] | tuple[str, ...]) -> str:
    """Write words as a regular expression's alternatives, longest first; a space matches any gap.

    Words that begin alike stand together: where none can begin, all of them are passed over at once.
    """
    space = GAP.replace("[ \\t-]", "[ \\t]")
    initials: dict[str, list[str]] = {}
    for word in sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)):
        initials.setdefault(word[:1], []).append(space.join(re.escape(part) for part in word.split()))
    return "|".join(f"(?:{'|'.join(group)})" for group in initials.values())


@cache
def scale_pattern() -> str:
    """Write the scale words as one or more in a row ("lakh crore"), each after a gap."""
    return rf"(?:{GAP}(?:{alternation(list(number_terms().scales))})(?!\w)){{1,2}}"


@cache
def _scanner() -> re.Pattern[str]:
    terms = number_terms()
    small = alternation([*terms.units, *terms.teens, *terms.tens])
    scales = alternation([*terms.scales, *terms.groups])
    any_word = alternation([*terms.units, *terms.teens, *terms.tens, *terms.scales, *terms.groups])
    joint = rf"(?:{GAP}(?:and{GAP})?(?:a{GAP}half{GAP})?)"
    return (
        re.compile(
            rf"(?<!\w)(?<!\d[.,])(?:(?P<figure>{FIGURE})(?P<scale>{scale_pattern()})?"
            rf"|(?P<words>(?:half{GAP}an?{GAP}(?={scales})|an?{GAP}(?={scales}))?(?:{any_word})(?!\w)"
            rf"(?:{joint}(?:{any_word})(?!\w)){{0,12}})"
            rf"|(?P<comma>{DECIMAL_COMMA})(?P<comma_scale>{scale_pattern()}))",
        )
        if small
        else re.compile(r"(?!)")
    )


def numbers(view: Window) -> list[Number]:
    """Return every number that stands in the window, in order.

    >>> [str(n.value) for n in numbers(window("two hundred forty-six, 1,500 and 1.5 million", 0, None))]
    ['246', '1500', '1500000.0']
    """
    found = []
    place, pattern = view.first, _scanner()
    while match := pattern.search(view.words, place, view.last):
        number = number_of(match)
        place = max(number.end if number else match.end(), match.start() + 1)
        if number is not None:
            found.append(number)
    return found


def number_at(view: Window, place: int) -> Number | None:
    """Return the number that begins at ``place`` of the window."""
    match = _scanner().match(view.words, place, view.last)
    return number_of(match) if match else None


def number_of(match: re.Match[str]) -> Number | None:
    """Turn a match of the scanner into a number; None where the words make none."""
    if match["words"]:
        # "a quarter of a billion" is no billion, and is read as no number.
        if _FRACTION.search(match.string, max(0, match.start() - 16), match.start()):
            return None
        group = number_terms().groups.get(match["words"])
        if group is not None:
            # "its first pair", "a further dozen": one of them, whatever stands between it and its article.
            led = _ONE_GROUP.search(match.string, max(0, match.start() - 16), match.start())
            one = led is not None and not match["words"].endswith("s")
            return Number(match.start(), match.end(), Decimal(group), in_words=True) if one else None
        return _in_words(match["words"], match.start())
    figure = match["figure"] or match["comma"].replace(",", ".")
    value = figure_value(figure)
    if value is None:
        return None
    scale = match["scale"] or match["comma_scale"]
    return Number(match.start(), match.end(), value * scale_value(scale or ""), scaled=bool(scale))


def figure_value(figure: str) -> Decimal | None:
    """Give the value of a figure, or None when its separators or its length make no number.

    >>> figure_value("89,951,041"), figure_value("1.500.000"), figure_value("12,34")
    (Decimal('89951041'), Decimal('1500000'), None)
    """
    if sum(map(str.isdigit, figure)) > _MOST_DIGITS:
        return None
    if figure.count(".") > 1:
        return Decimal(figure.replace(".", ""))
    whole = figure.partition(".")[0].split(",")
    if len(whole) > 1 and (len(whole[-1]) != 3 or len({len(part) for part in whole[1:-1]} - {2, 3}) > 0):
        return None
    if any(len(one) != len(two) for one, two in pairwise(whole[1:-1])):
        return None
    return Decimal(figure.replace(",", ""))


def scale_value(words: str) -> int:
    """Multiply out scale words ("lakh crore"); 1 for none."""
    scales = number_terms().scales
    value = 1
    for word in re.findall(r"[a-z]+", words):
        value *= scales.get(word, 1)
    return value


def _in_words(words: str, start: int) -> Number | None:
    tokens = [(m.group(), m.end()) for m in re.finditer(r"[a-z]+", words)]
    reader = _Words()
    taken = 0
    for position, (word, end) in enumerate(tokens):
        if not reader.take(word, tokens[position + 1 :]):
            break
        if reader.complete:
            taken = end
            value, scaled = reader.value, reader.scaled
    return Number(start, start + taken, value, in_words=True, scaled=scaled) if taken else None


# What a number below a hundred may follow: nothing, "hundred", a scale, or "and".
_START = frozenset({"", "hundred", "scale", "and"})


class _Words:
    """Reads number words one by one, and stops where they no longer make one number."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        self._group = Decimal(0)
        self._kind = ""
        self._least = Decimal(10**18)
        self.complete = False
        self.scaled = False

    @property
    def value(self) -> Decimal:
        return self._total + self._group

    def take(self, word: str, rest: list[tuple[str, int]]) -> bool:
        """Take one word in; False when it cannot go on from what stands before."""
        terms = number_terms()
        self.complete = True
        if word in {"half", "a", "an", "and"}:
            self.complete = False
            return self._take_joint(word, rest)
        if word in terms.units:
            return self._take_small(Decimal(terms.units[word]), "unit", _START | {"tens"})
        if word in terms.teens:
            return self._take_small(Decimal(terms.teens[word]), "teen", _START)
        if word in terms.tens:
            return self._take_small(Decimal(terms.tens[word]), "tens", _START)
        scale = terms.scales.get(word) or terms.groups.get(word)
        # Glued words ("acrore") are no number.
        return scale is not None and self._take_scale(Decimal(scale), word in terms.groups)

    def _take_joint(self, word: str, rest: list[tuple[str, int]]) -> bool:
        if word == "and":
            if rest and rest[0][0] == "a":
                return self._kind in {"unit", "teen", "tens"}
            ready = self._kind in {"hundred", "scale"}
            self._kind = "and"
            return ready
        if word == "half":
            self._group += Decimal("0.5")
        elif not self._group and not (rest and rest[0][0] == "half"):
            self._group = Decimal(1)
        self._kind = "article"
        return True

    def _take_small(self, value: Decimal, kind: str, after: frozenset[str]) -> bool:
        if self._kind not in after or (self._kind == "tens" and not value):
            return False
        self._group += value
        self._kind = kind
        return True

    def _take_scale(self, scale: Decimal, group: bool) -> bool:
        if self._kind in {"", "and", "end"} or (group and self._total):
            return False
        if scale == 100:
            return self._take_hundred()
        if self._kind == "scale":
            # Only the Indian units stand one upon the other: three lakh crore.
            if scale <= self._least:
                return False
            self._total *= scale
        elif scale >= self._least or not self._group:
            return False
        else:
            self._total += self._group * scale
            self._group = Decimal(0)
        # After a dozen comes a noun.
        self._kind = "end" if group else "scale"
        self._least = scale
        self.scaled = True
        return True

    def _take_hundred(self) -> bool:
        if self._kind in {"hundred", "scale"} or not 0 < self._group < 100:
            return False
        self._group *= 100
        self._kind = "hundred"
        return True
