"""When two mentions are the same goods: one names what the other only describes."""

import re

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.vocabulary import articles, transfer_terms
from armsdocket.vocabulary.folding import fold

_MARKS = re.compile(r"[\s\-/.'’]+")


def vagueness(goods: Goods) -> int:
    """Say how little a mention tells: listed 0 or 1, named 2, a class 3, "arms" 4."""
    if goods.vague:
        return 4
    if goods.generic:
        return 3
    if goods.article is None:
        return 2
    return 0 if goods.designation or articles.article(goods.article).family else 1


def name_key(goods: Goods) -> str:
    """Give the letters that tell one article from another, whatever its number or hyphens."""
    return _MARKS.sub("", goods.article or fold(goods.name)).removesuffix("s")


def is_other(goods: Goods) -> bool:
    """Tell whether a mention sets itself apart: "other arms systems"."""
    return goods.vague and goods.said.startswith("other ")


def same_goods(one: Goods, other: Goods) -> bool:
    """Tell whether two mentions can be the same goods."""
    if is_other(one) != is_other(other):
        return False
    if one.vague or other.vague:
        return True
    if one.generic and other.generic:
        return name_key(one) == name_key(other) or _head(one) == _head(other)
    if one.generic or other.generic:
        named, class_only = (other, one) if one.generic else (one, other)
        return _fits(named, class_only)
    return _same_named(one, other)


def _same_named(one: Goods, other: Goods) -> bool:
    if _by_alias(one, other) or _by_alias(other, one):
        return True
    if one.article and other.article:
        return one.article == other.article or _family(one.article) == _family(other.article)
    first, second = name_key(one), name_key(other)
    return first == second or (min(len(first), len(second)) >= 3 and (first in second or second in first))


def _by_alias(one: Goods, other: Goods) -> bool:
    """Tell whether the name behind a designation is the other's name: "MQ-9B Guardian", "the Guardian"."""
    words = {*one.said.split(), *([fold(one.alias)] if one.alias else [])}
    if not any(character.isdigit() for character in one.said):
        return False
    return any(len(word) > 4 and word.removesuffix("s") in words for word in own_words(other.said))


def own_words(said: str) -> list[str]:
    """Give the words of a name that are no class words: "predator" of "predator drone"."""
    common = transfer_terms.words("class adjectives") | transfer_terms.broad_classes().keys()
    return [word for word in said.split() if word not in common]


def _family(article: str) -> str:
    return articles.article(article).family or article


def _head(goods: Goods) -> str:
    return head_class((goods.said if goods.generic else "") or goods.kind or goods.name)


def head_class(words: str) -> str:
    """Give the broad class of a class word: "fighter jets" and "planes" are aircraft."""
    parts = fold(words).replace("-", " ").split()
    word = parts[-1] if parts else ""
    if (pair := " ".join(parts[-2:])) in transfer_terms.broad_classes():
        return transfer_terms.broad_classes()[pair]
    if word in _SYSTEMS and len(parts) > 1 and parts[-2] not in _DEFENCE:
        word = parts[-2]
    return transfer_terms.broad_classes().get(word, word.removesuffix("s"))


# "radar systems" are radars; "air defence systems" are what they are.
_SYSTEMS = frozenset({"system", "systems"})
_DEFENCE = frozenset({"defence", "defense", "weapon", "weapons"})


def _fits(named: Goods, class_only: Goods) -> bool:
    """Tell whether a class word can stand for named goods; of goods of no known class any class can."""
    if named.kind is None or named.kind == class_only.kind:
        return True
    kinds = articles.all_classes()
    words = f"{kinds[named.kind].name if named.kind in kinds else ''} {named.kind}"
    broad = transfer_terms.broad_classes()
    return _head(class_only) in {
        broad.get(word, word.removesuffix("s")) for word in fold(words).replace("-", " ").split()
    }
