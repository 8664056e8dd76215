"""How many of the goods are told of: the number before them, or a number that stands for them."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.values.quantity import Count, counts_within
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.folding import fold


def counted(text: str, found: list[Goods]) -> list[Goods]:
    """Give each mention the number that counts it, and add those that only a number names."""
    counts = counts_within(text, 0, len(text))
    ends = [count.passage.end for count in counts]
    told = []
    last_end = 0
    for goods in found:
        index = bisect_left(ends, goods.start + 1) - 1
        count = counts[index] if index >= 0 else None
        if count and (named := _numbered_name(text, count)):
            earlier = counts[index - 1] if index > 0 else None
            count = earlier if earlier and earlier.passage.end == named.end("count") else None
        elif count and (
            count.passage.start < last_end
            or not _counts(text, count.passage.end, goods.start)
            or _DEALS.match(text, goods.end, goods.end + 14)
        ):
            count = None
        elif count and index > 0 and _OF_THE.fullmatch(text, ends[index - 1], count.passage.start):
            # "two of the four new drones": two are told of.
            count = counts[index - 1]
        begin = count.passage.start if count else max(0, goods.start - 40)
        more = _is_more(fold(text[max(begin - 12, last_end) : goods.start]))
        part = count is not None and _PART.search(text, max(0, begin - 24), begin) is not None
        told.append(replace(goods, count=count, more=more, part=part))
        last_end = goods.end
    return _of_them(text, _counted_behind(text, told, counts), counts)


# An aside: missiles (1,700 of them), launchers, six pieces.
_BEHIND = re.compile(r" \(|, ")
_OF_THEM = re.compile(r" (?:of them|pieces|units|sets|copies)\b")


def _counted_behind(text: str, found: list[Goods], counts: list[Count]) -> list[Goods]:
    """Give goods the number that an aside right behind them gives."""
    starts = {count.passage.start: count for count in counts}
    told = []
    for goods in found:
        behind = None if goods.count else _BEHIND.match(text, goods.end)
        count = starts.get(behind.end()) if behind else None
        counting = count is not None and _OF_THEM.match(text, count.passage.end) is not None
        told.append(replace(goods, count=count) if counting else goods)
    return told


_NUMBERED_NAME = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|dozen|\d+) (?:new |used )?"
    r"(?:[A-Z][\w-]+ ){1,4}$"
)


def _numbered_name(text: str, count: Count) -> re.Match[str] | None:
    """Match what makes a number a part of a name: "one Super King Air 250"."""
    return _NUMBERED_NAME.search(text, max(0, count.passage.start - 60), count.passage.start)


# "three arms deals": so many deals, not arms.
_DEALS = re.compile(r" (?:deals|sales|contracts|agreements|packages|orders|shipments|purchases)\b")
_PART = re.compile(r"\b(?:first|last|initial|final|next)\s+(?:(?:batch|lot|group|set|pair)\s+of\s+)?$")


_THEM = re.compile(r" of (?:them|these|those)\b(?! \w+s\b)")
# "them" are goods named at most so many characters before.
_NAMED_BEFORE = 300


def _of_them(text: str, found: list[Goods], counts: list[Count]) -> list[Goods]:
    """Add "12 of them", "another 19", "bought five": so many of the goods named before."""
    more: list[Goods] = []
    starts = [goods.start for goods in found]
    counting = {goods.count for goods in found if goods.count}
    for count in counts:
        start, end = count.passage.start, count.passage.end
        before = found[: bisect_left(starts, start)]
        if not before:
            continue
        further = None if count in counting else _further(text, count)
        them = _THEM.match(text, end, end + 12) or further
        if them is not None:
            meant = [item for item in before[-4:] if not _passed_over(text, item)] or before[-1:]
            goods = next((item for item in reversed(meant) if not item.generic), meant[-1])
            near, end = start - goods.end <= _NAMED_BEFORE, them.end()
        elif (
            count not in counting
            and (alone := _ALONE_END.match(text, end, end + 24))
            and _is_object(text, start)
        ):
            here = [
                item
                for item in before[-_MEANT:]
                if not item.generic and _SENTENCE_END.search(text, item.end, start) is None
            ]
            goods, near, end = _named_most(here or before[-_MEANT:]), True, alone.end("unit")
        else:
            continue
        if near and not goods.vague:
            lot = further is not None
            more.append(replace(goods, start=start, end=end, name_end=end, count=count, more=lot))
    return sorted([*found, *more], key=lambda goods: goods.start) if more else found


_OVER = re.compile(r"\b(?:over|than|instead of|replac\w+)\s+(?:(?:the|its|their)\s+)?$")


def _passed_over(text: str, goods: Goods) -> bool:
    """Tell whether goods are only compared with those chosen: "picked the F-35 over the Gripen"."""
    return _OVER.search(fold(text[max(0, goods.start - 24) : goods.start])) is not None


# What follows a number that stands for goods by itself.
_ENDED = re.compile(
    r"\s*[.,;)]|\s+(?:of the \w+ (?:it|they|that|which)|to|for|from|in|by|later|last|next|this|and|under)\b"
)
_UNIT = r"(?P<unit>(?: (?:of the )?(?:units|batteries|pieces|sets|airframes|copies|examples))?)"
_ALONE_END = re.compile(rf"{_UNIT}(?:{_ENDED.pattern})")
# "29 more", but not "12 more years".
_BARE = re.compile(
    r" more\b(?! than| powerful| and more| (?!has\b|was\b|is\b|as\b|this\b)\w+s\b)|"
    rf"(?={_ENDED.pattern})"
)
_FURTHER = re.compile(r"\b(?:another|additional|further|remaining)\s+$")


def _further(text: str, count: Count) -> re.Match[str] | None:
    """Match what makes a number a further lot: "29 more", "another 19 to Ukraine"."""
    start, end = count.passage.start, count.passage.end
    match = _BARE.match(text, end, end + 12)
    further = match and (match.group() or _FURTHER.search(text, max(0, start - 14), start))
    return match if further else None


# Between a verb of transfer and the number that is all its object: "bought five", "gave Ukraine up to six".
_ALONE = re.compile(
    r"(?:\s+[A-Z][\w.]+){0,3}\s+(?:(?:only|just|some|about|around|up\s+to|at\s+least|an?|its|the|first|last|of)\s+){0,4}"
)
_VERB_BEFORE = 40
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s")
# A number alone can mean one of so many mentions before it.
_MEANT = 60


def _is_object(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` stands right behind a verb of transfer."""
    begin = text.rfind(" ", 0, max(0, start - _VERB_BEFORE)) + 1
    before = text[begin:start]
    return any(
        cue.value.tense is not None and _ALONE.fullmatch(before, cue.end)
        for cue in transfer_terms.transfer_cues().find(before)
    )


def _named_most(found: list[Goods]) -> Goods:
    """Give the last mention of the goods named most often; those of a class when none is named."""
    named = [goods for goods in found if not goods.generic] or found
    names = Counter(goods.name for goods in named)
    return max(reversed(named), key=lambda goods: names[goods.name])


_OF_THE = re.compile(r" (?:out )?of (?:the |its |their |an order for )?")


_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")


def _counts(text: str, end: int, start: int) -> bool:
    """Tell whether only adjectives stand between a number's end and the goods' start."""
    if text[end : end + 1] == "-" and start == end + 1:
        return True  # "a 24-jet deal"
    if start - end > 70 or not text[end : end + 1].isspace():
        return False
    words = _PRICE.sub(" ", fold(text[end:start]))
    words = _spelt_out(_INITIALS.sub(" ", _CALIBRE.sub(" ", words)).removesuffix("("))
    if any(mark in words for mark in ',;:()%$€£".'):
        return False
    return transfer_terms.words("count breaks").isdisjoint(words.split())


# "36 of the $65-million jets"
_CALIBRE = re.compile(r"\b\d+(?:\.\d+)?[ -]?mm\b")
_PRICE = re.compile(r"^ of (?:the|its|these) [$€£][\d.,]+[ -]?(?:million|billion|mln|bn|m)\b")


def _spelt_out(words: str) -> str:
    """Take out what joins adjectives: "long-range, precision-guided", "surveillance and reconnaissance"."""
    adjectives = transfer_terms.words("class adjectives")
    tokens = words.split()
    for index, token in enumerate(tokens[:-1]):
        bare = token.removesuffix(",")
        joined = bare in adjectives and (bare != token or tokens[index + 1] == "and")
        if joined and tokens[index + 1] == "and":
            tokens[index + 1] = ""
        tokens[index] = bare if joined else token
    return " ".join(tokens)


def _is_more(words: str) -> bool:
    tail = words.split()[-5:]
    more = transfer_terms.words("more")
    # "the more capable drones" are no further lot, and "further talks on drones" none either.
    return any(
        word in more and before != "the" and _OF_OTHERS.isdisjoint(tail[index:])
        for index, (before, word) in enumerate(zip(["", *tail], tail, strict=False))
    )


_OF_OTHERS = frozenset({"on", "about", "in", "into", "from", "for", "to"})
