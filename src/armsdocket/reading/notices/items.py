"""What is sold, line by line: quantity, article, unit, and the parts that a line counts as its own."""

import re
from functools import cache

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Item, Quantity, Sourced
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.values.quantity import Count, count_at
from armsdocket.vocabulary.articles import ArticleMatch, article, find_articles
from armsdocket.vocabulary.designations import find_designations
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.notice_terms import phrase, phrases

_LEAD = re.compile(
    r"(?:and/or|and|or|also|plus|an option (?:to (?:purchase|buy)|for)"
    r"|(?:the )?(?:possible |proposed )?(?:sale|addition|inclusion|transfer|purchase|procurement) of|"
    r"\d{1,2}\)(?=\s[A-Za-z])|(?:an? )?additional|another|an?(?= additional)|the|;|,|:|\.(?=\s)|-|\*)\s*",
    re.IGNORECASE,
)
# "2000 MK-82 bombs": at the head of a line a figure that could be a year counts.
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d(?=\s+[A-Za-z])")
_DESIGNATION = re.compile(r"[A-Z]{1,4}/?[A-Z]*-\d[\w/-]*(?:\([A-Z]\)\d*)?")
# "864,000,000 gallons of fuel" counts by measure; "60-GBU-38 bombs" counts in spite of its hyphen.
_BULK = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d+)(?: (?:gallons|liters|litres|barrels|tons|pounds|feet|rounds) of "
    r"|-(?=[A-Z]{3}-\d))"
)
_NUMBER_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?(?= [A-Z])")
_DESIGNATED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?= [A-Z]{1,4}[ -]?\d)")
_BARE = re.compile(r"(?P<bound>up to )?\((?P<figure>\d{1,3}(?:,\d{3})+|\d{1,6})\)(?=\s)", re.IGNORECASE)
# Words inside a member behind which its counted things begin: "kits of the following systems: 79 ...".
_INNER = re.compile(
    r"\b(?:consist(?:s|ing) of|to include|includ(?:es?|ing):?|compris(?:es|ed of|ing)"
    r"|following[^:;,]{0,40}:|as follows:"
    r"|(?:upgrade|refurbish(?:ment)?|overhaul|moderniz(?:e|ation)|lease|procure|purchase|acquire|transfer"
    r"|addition|provide)(?: of)?"
    r"|quantity of|total of)\s+(?=(?:up to )?[\dA-Za-z(])",
    re.IGNORECASE,
)
# A number that begins a line behind "and", "with" or a comma: "with 6 (2 per helicopter) T55 engines".
_JOINT = re.compile(
    r",?\s+(?:(?:that|which)\s+)?(?:includes?|including|consist(?:s|ing) of)"
    r"(?: (?:the )?(?:sale of|following))?:\s+(?=(?:up to )?[\dA-Za-z(])"
    r"|(?:,\s*|\s)(?:and|and/or|with|plus|&|as well as)\s+(?=(?:up to )?[\dA-Za-z(])|,\s+(?=(?:up to "
    r")?[\dA-Za-z(])"
)
_INCLUDES = re.compile(
    r"\(?\b(?:which )?(?:includes?|including|of which|comprised of|comprising)\s+", re.IGNORECASE
)
# Numbers in brackets that add up to the line's own: "(12 live tails, 7 inert tails)".
_SHARES = re.compile(r"\((\d+ [^()]*(?:,|\band\b) \d+ [^()]*)\)")
_SPARES = re.compile(r"\(([^()]*\b(?:installed|spares?)\b[^()]*)\)", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_SIZED = re.compile(r"['\"]|-[A-Z][a-z]")
# Without a letter, a bare joint, or how many there are to each: nothing that is sold.
_NO_THING = re.compile(r"[^A-Za-z]*$|(?:to|of|for|in|and|with|the)$|\d+ per \w+\W*$", re.IGNORECASE)
_FLAGGED = re.compile(r"\((?P<non>non-)?MDE\)", re.IGNORECASE)
_MEASURE = re.compile(r"[\s-]*([a-z]+)")
_TRAILING = re.compile(r"[\s.;,:]+$|\s*\(transmittal[^)]*\)\.?$|,? and$", re.IGNORECASE)


def lines(words: Flow, start: int, end: int, mde: Sourced[bool] | None = None) -> list[Item]:
    """Return the items enumerated in a span of the flow, in order; the catch-all at its end is left out."""
    items = []
    for first, last in pieces(words.text, start, end):
        made = item(words, first, last, mde)
        if made is not None:
            items.append(made)
    return items


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the members of an enumeration: by semicolon if it has one, else by comma.

    Commas inside brackets and inside figures separate nothing. A member that counts is cut off from the
    one before it also where only "and" or "with" stands between.
    """
    marks = _marks(text, start, end)
    strong = [at for at, mark in marks if mark in ";\n"]
    whole = any(mark == ";" for _, mark in marks) or _is_list_of_lines(text, start, end)
    cuts = strong if whole else [at for at, _ in marks]
    spans = []
    first = start
    for cut in [*cuts, end]:
        spans.extend(_counted(text, first, cut))
        first = cut + 1
    return [span for span in (bare(text, *span) for span in _rejoined(text, spans)) if span[0] < span[1]]


def _is_list_of_lines(text: str, start: int, end: int) -> bool:
    """Tell a list of one a line, each with its number: a comma stands inside a line of it."""
    breaks = [at for at in range(start, end) if text[at] == "\n"]
    return len(breaks) > 1 and all(counts(text, at + 1, end) for at in breaks)


def _marks(text: str, start: int, end: int) -> list[tuple[int, str]]:
    marks = []
    depth = 0
    for at in range(start, end):
        character = text[at]
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == "\n":
            depth = 0
            marks.append((at, "\n"))
        elif character == ";" and depth < 2:
            # A bracket that is never closed must not swallow the rest of the list.
            if depth and ")" in text[at:end] and text.find(")", at, end) < _nearest(text, "(", at, end):
                continue
            depth = 0
            marks.append((at, ";"))
        elif character == "," and not depth and not text[at + 1 : at + 2].isdigit():
            marks.append((at, ","))
    return marks


def _nearest(text: str, mark: str, start: int, end: int) -> int:
    at = text.find(mark, start, end)
    return end if at < 0 else at


def _counted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a member where a further counted one follows "and" or "with"."""
    spans = []
    first = start
    own = _count(text, _lead(text, start, end), end)
    # "four hundred and ten (410)" is one number.
    counted = own.passage.end if own else start
    within = _included(text, start, end) if own else None
    for joint in _joints(text, start, end, own is None):
        if joint.end() <= counted or (within and within[0] < joint.start() < within[1]):
            continue
        if text.count("(", first, joint.start()) != text.count(")", first, joint.start()):
            continue
        lead = _lead(text, joint.end(), end)
        count = _count(text, lead, end)
        if count is not None and count.passage.end < end:
            spans.append((first, joint.start()))
            first = joint.end()
    spans.append((first, end))
    return spans


def _included(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a member's own parts: to the closing bracket, or to its end."""
    opened = _INCLUDES.search(text, start, end)
    if opened is None:
        return None
    return opened.start(), _closing(text, opened.start(), end) if text[opened.start()] == "(" else end


def _joints(text: str, start: int, end: int, inner: bool) -> list[re.Match[str]]:
    found = list(_JOINT.finditer(text, start, end))
    if inner:
        found += _INNER.finditer(text, start, end)
    return sorted(found, key=lambda joint: joint.start())


def _rejoined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put the services at the end of a comma list together again: they hold commas of their own."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        before = fold(text[joined[-1][0] : joined[-1][1]]) if joined else ""
        opened = before.count("(") > before.count(")")
        services = "government and contractor" in before and not before.rstrip().endswith(
            ("services", "support")
        )
        same = joined and "\n" not in text[joined[-1][1] : start] and ";" not in text[joined[-1][1] : start]
        choice = text[start:end].lstrip().startswith(("or ", "and/or ", "including ", "to include "))
        # "Radar Detecting Sets, AN/APR-39E(V)2": the designation behind the comma names the sets.
        named = _DESIGNATION.fullmatch(text[start:end].strip(" .")) and any(c.isdigit() for c in before)
        if (
            same
            and (opened or services or choice or named)
            and _count(text, _lead(text, start, end), end) is None
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a member's span without the blanks, stops and joints at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while tail := _TRAILING.search(text, start, end):
        if tail.start() == tail.end():
            break
        end = tail.start()
    return start, end


def _lead(text: str, start: int, end: int) -> int:
    """Return where the words of a member begin, behind "and", "the", "additional"."""
    while start < end:
        if text[start].isspace():
            start += 1
            continue
        lead = _LEAD.match(text, start, end)
        if lead is None or lead.end() == start or (text[lead.end() - 1].isalnum()):
            return start
        start = lead.end()
    return start


def counts(text: str, start: int, end: int) -> bool:
    """Tell whether a member begins with a number of things."""
    lead = _lead(text, start, end)
    return _count(text, lead, end) is not None


def _count(text: str, start: int, end: int) -> Count | None:
    """Return the number that begins a member, unless it measures a size ("30mm", "500 lb")."""
    # Only the member itself: what stands before it must not decide what its number is.
    member = text[start : min(end, start + 240)]
    count = count_at(member, 0)
    if count is None and (year := _YEAR_LIKE.match(member)):
        count = Count(number=int(year[0]), bound="exactly", passage=Passage(*year.span()))
    if count is None and (bulk := _BULK.match(member)):
        where = Passage(bulk.start(1) + start, bulk.end(1) + start)
        return Count(number=int(bulk[1].replace(",", "")), bound="exactly", passage=where)
    if count is None and (bare := _BARE.match(member)):
        where = Passage(bare.start("figure") + start, bare.end("figure") + start)
        number = int(bare["figure"].replace(",", ""))
        return Count(number=number, bound="at most" if bare["bound"] else "exactly", passage=where)
    if count is None and (alone := _NUMBER_WORD.match(member) or _DESIGNATED.match(member)):
        # "three KC-130J", "70 M-39": the letters of a designation are no scale.
        count = count_at(alone[0], 0)
    if count is None or _measures(member, count.passage.end):
        return None
    where = Passage(count.passage.start + start, count.passage.end + start)
    return msgspec.structs.replace(count, passage=where, bound_passage=None)


def _measures(text: str, at: int) -> bool:
    # A 65' boat, a 4-Man vehicle.
    if _SIZED.match(text, at):
        return True
    following = _MEASURE.match(text[at : at + 20].lower())
    return following is not None and following[1] in phrases().measures


def item(words: Flow, start: int, end: int, mde: Sourced[bool] | None = None) -> Item | None:
    """Return the item that a member states, or None when it is the catch-all or empty."""
    text = words.text
    start = _lead(text, start, end)
    count = _count(text, start, end)
    quantity, name = None, start
    if count is not None:
        quantity, name = _quantity(words, count), count.passage.end
        name += text.startswith(")", name)
    name = _lead(text, name, end)
    if name >= end or _NO_THING.match(text, name, end):
        return None
    if quantity is None and phrase("catch_all").search(words.folded[name:end]):
        return None
    head = _head(text, name, end)
    return _built(words, (start, name, head, end), quantity, mde)


def _quantity(words: Flow, count: Count) -> Quantity:
    where = words.passage(count.passage.start, count.passage.end)
    return Quantity(
        value=count.number, as_written=where.words(words.source), passage=where, bound=count.bound
    )


def _built(
    words: Flow, span: tuple[int, int, int, int], quantity: Quantity | None, mde: Sourced[bool] | None
) -> Item:
    start, name, head, end = span
    match = _article(words.text, name, head)
    where = words.passage(start, end)
    if mde is None and (flagged := _FLAGGED.search(words.text, start, end)):
        mde = words.sourced(flagged["non"] is None, *flagged.span())
    return Item(
        value=article(match.article).name if match and match.article else words.text[name:end],
        as_written=where.words(words.source),
        passage=where,
        article=match.article if match else None,
        designation=_designation(words, name, head),
        quantity=quantity,
        unit=_unit(words, name, head) if quantity else None,
        mde=mde,
        includes=tuple(_parts(words, name, end, quantity.value)) if quantity else (),
    )


@cache
def _tail() -> re.Pattern[str]:
    words = "|".join(re.escape(tail) for tail in phrases().tails)
    return re.compile(rf"\s\(?(?:{words})\s", re.IGNORECASE)


def _head(text: str, start: int, end: int) -> int:
    """Return where the thing itself ends and what it is for or comes with begins."""
    tail = _tail().search(text, start, end)
    return tail.start() if tail and tail.start() > start else end


def _article(text: str, start: int, end: int) -> ArticleMatch | None:
    listed = [match for match in find_articles(text, start, end) if match.article is not None]
    return listed[0] if listed else None


def _designation(words: Flow, start: int, end: int) -> Sourced[str] | None:
    for found in find_designations(words.text, start, end):
        return words.sourced(words.text[found.start : found.end], found.start, found.end)
    return None


def _unit(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the last word that names what is counted, outside brackets."""
    depth = 0
    unit = None
    for word in re.finditer(r"[()]|[A-Za-z][A-Za-z-]*", words.text[start:end]):
        if word[0] in "()":
            depth += 1 if word[0] == "(" else -1
        elif depth <= 0 and word[0].lower() in phrases().units:
            unit = word
    if unit is None:
        return None
    return words.sourced(unit[0].lower(), start + unit.start(), start + unit.end())


def _parts(words: Flow, start: int, end: int, whole: int) -> list[Item]:
    """Return the parts of a line's own count: "(includes six fly-to-buy)", "(120 installed, 20 spares)"."""
    text = words.text
    for inside in _SPARES.finditer(text, start, end):
        return lines(words, inside.start(1), inside.end(1))
    for inside in _SHARES.finditer(text, start, end):
        parts = lines(words, inside.start(1), inside.end(1))
        if sum(part.quantity.value for part in parts if part.quantity) == whole:
            return parts
    opened = _INCLUDES.search(text, start, end)
    if opened is None or _count(text, opened.end(), end) is None:
        return []
    stop = text.find(")", opened.end(), end) if text[opened.start()] == "(" else end
    stop = _closing(text, opened.start(), end) if text[opened.start()] == "(" else stop
    return [part for part in lines(words, opened.end(), stop) if part.quantity is not None]


def _closing(text: str, start: int, end: int) -> int:
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    return end
