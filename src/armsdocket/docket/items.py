"""The lines of what is sold, each document's words for a line side by side."""

import re
from collections.abc import Iterable, Sequence

from armsdocket.docket.casefile import Fact, LineItem
from armsdocket.docket.evidence import article_of
from armsdocket.docket.facts import Member, fact, transfers
from armsdocket.docket.numbers import slug
from armsdocket.docket.words import words_of
from armsdocket.reading.claims import Item
from armsdocket.vocabulary.articles import all_articles, article_class
from armsdocket.vocabulary.folding import fold

Entry = tuple[Member, Item]
# Half of all words in common: "M57 army tactical missiles system pods" and "... missile system pods" are one.
ALIKE = 0.5
SMALL_WORDS = frozenset({"a", "an", "and", "for", "of", "or", "the", "to", "with"})
_INCLUDES = re.compile(r"[,;(\s]*\binclud(?:es|ing)\b|[,;]? of which\b")


def lines(members: Iterable[Member]) -> tuple[LineItem, ...]:
    """Return one line per thing sold, in the order of the highest-ranked document that lists it."""
    groups: list[list[Entry]] = []
    for member, claim in transfers(members):
        if member.lead.polarity != "stated":
            continue
        taken: set[int] = set()
        for item in claim.items:
            number = _line_of((member, item), _open_to(member, item, groups), taken)
            if number is None:
                number = len(groups)
                groups.append([])
            taken.add(number)
            groups[number].append((member, item))
    return tuple(_line(group) for group in groups)


def _open_to(member: Member, item: Item, groups: Sequence[Sequence[Entry]]) -> Sequence[Sequence[Entry]]:
    """Return the lines that an item may belong to: each order under a contract buys a number of its own."""
    if member.lead.kind != "contract post" or item.quantity is None:
        return groups
    return [
        ()
        if any(other.lead.kind == "contract post" and _number(one) != _number(item) for other, one in group)
        else group
        for group in groups
    ]


def _line_of(entry: Entry, groups: Sequence[Sequence[Entry]], taken: set[int]) -> int | None:
    """Return the line that an item of a further document belongs to.

    Two lines of one document never fall together: a notice lists one article in several versions.
    """
    scored = [
        (max((_likeness(entry, other) for other in group), default=0.0), -number)
        for number, group in enumerate(groups)
        if number not in taken
    ]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] > 0 else None


def _likeness(entry: Entry, other: Entry) -> float:
    """Score two lines, 0 when they are two things: by article and designation, words in common, quantity."""
    one, two = entry[1], other[1]
    if one.article and two.article and one.article != two.article:
        return 0.0
    if _designation(one) and _designation(two) and _designation(one) != _designation(two):
        return 0.0
    here, there = _words(*entry), _words(*other)
    common = len(here & there) / len(here | there) if here | there else 0.0
    same_article = bool(one.article) and one.article == two.article
    same_number = bool(one.quantity and two.quantity and one.quantity.value == two.quantity.value)
    if common < ALIKE and not (same_article and (plain(*entry) or plain(*other) or same_number)):
        return 0.0
    return 2.0 * same_article + 3.0 * common + same_number


def plain(member: Member, item: Item) -> bool:
    """Tell whether a line's words name the article and nothing more ("Javelin FGM-148F missiles").

    "Javelin gunner training" names the article too, but it is another thing.
    """
    listed = all_articles().get(item.article or "")
    if listed is None:
        return False
    named = {item.value, listed.name, *listed.aliases, *listed.misspellings, *listed.ambiguous}
    named |= {item.designation.value} if item.designation else set()
    named |= set(article_class(listed.kind).words) | {article_class(listed.kind).name, "missile system"}
    known = {word for words in named for word in _cut(words)}
    return _words(member, item) <= known


def _words(member: Member, item: Item) -> set[str]:
    return _cut(spoken(member, item))


def _cut(words: str) -> set[str]:
    return {word.rstrip("s") for word in words_of(words)} - SMALL_WORDS


def spoken(member: Member, item: Item) -> str:
    """Return a line's own words, without its quantity and what it includes; a report's by the standard name.

    Notices list many things under one article's name (launch units, trainers, rounds), and only their words
    tell them apart; reports misspell.
    """
    if member.rank not in {"instrument", "release"}:
        return item.value
    text = member.reading.document.text
    start, end = item.passage.start, item.passage.end
    if item.quantity and item.passage.covers(item.quantity.passage):
        start = item.quantity.passage.end
    for part in item.includes:
        end = min(end, part.passage.start) if part.passage.start > start else end
    words = _INCLUDES.split(" ".join(text[start:end].split()))[0]
    words = words.strip(" ,;:")
    if words.count("(") != words.count(")"):
        words = words.strip(" ()")
    return words or item.value


def _designation(item: Item) -> str | None:
    return slug(fold(item.designation.value)) if item.designation else None


def _line(group: Sequence[Entry]) -> LineItem:
    counted = [(member, item) for member, item in group if item.quantity]
    whose, first = counted[0] if counted else group[0]
    listed = [item.mde.value for _, item in group if item.mde]
    number = first.quantity.value if first.quantity else None
    stating = [(member, item) for member, item in group if _number(item) == number]
    naming = [(member, item) for member, item in group if _number(item) != number]
    return LineItem(
        name=spoken(whose, first),
        quantity=number,
        article=next((item.article for _, item in group if item.article), None),
        mde=listed[0] if listed else None,
        includes=_includes(group),
        facts=tuple(one for member, item in stating for one in _facts(member, item)),
        named_in=tuple(fact("item", item, member, note=_named(item)) for member, item in naming),
    )


def _number(item: Item) -> int | None:
    return item.quantity.value if item.quantity else None


def _named(item: Item) -> str:
    """Say what a document gives that names a line without the line's quantity."""
    if item.quantity is None:
        return "also named, without a number"
    bound = "" if item.quantity.bound == "exactly" else f"{item.quantity.bound} "
    return f"also named, as {bound}{item.quantity.value:,}"


def _includes(group: Sequence[Entry]) -> tuple[str, ...]:
    words = (_part(part) for _, item in group for part in item.includes)
    return tuple(dict.fromkeys(words))


def _part(part: Item) -> str:
    return f"{part.quantity.value:,} {part.value}" if part.quantity else part.value


def _facts(member: Member, item: Item) -> Iterable[Fact]:
    yield fact("item", item, member)
    if item.quantity:
        bound = "" if item.quantity.bound == "exactly" else item.quantity.bound
        yield fact(f"quantity of {spoken(member, item)}", item.quantity, member, note=bound)


def key_of(item: Item) -> str:
    """Return what quantities of one thing are compared by."""
    return f"{article_of(item)} {_designation(item) or ''}".strip()
