"""The sums told with a transfer: of this sale, of one piece, or shared by several sales."""

import re
from dataclasses import dataclass

from armsdocket.reading.claims import Value, ValueOf
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.values.money import Money
from armsdocket.reading.values.quantity import Count, find_counts
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.transfer_terms import phrase


@dataclass(frozen=True, slots=True)
class SaleSum:
    """A sum and what it is the value of."""

    money: Money
    of: ValueOf
    part: bool = False
    """Told as a part of another sum: "of which 5 million"."""
    ahead: bool = False
    """What it is for stands behind it: "a 5 million contract for jets"."""


_SINCE = re.compile(r"\bsince (?:19|20)\d\d\b")
# "part of a ¤ package", "part of a larger deal worth ¤"
_LARGER = re.compile(
    r"\bpart of (?:an?|the) (?:[\w-]+ )*¤ (?:[\w-]+ )?(?:package|programme|program|donation|aid|arms deal)\b|"
    r"\bpart of (?:an?|the) (?:larger|wider|broader|bigger|package|programme|program)\b[^.;¤]*¤"
)
# "ordered 12 of the $9 million jets": the price of one.
_OF_THE = re.compile(r"\b(?:\d+|two|three|four|five|six|ten|dozen) of (?:the|its|these|those) $")
# "Replacing the jets, which it bought in 1989, could cost a billion": a sum for other goods.
_REPLACING = re.compile(r"\breplacing (?:[^.;]*)\bcosts?\b|\breplacements? (?:[^.;]*)\bcosts?\b")
_NEAR = 90
# "90 million apiece, or 1 billion in all": what stands before is of another sum.
_APART = re.compile(r"[,;(]|\bor\b|\band\b")
_PAUSE = re.compile(r"[,;.:(]")


def _says(name: str, words: str) -> bool:
    return transfer_terms.pattern(name).search(words) is not None


def _unit_reach(scene: Scene, money: Money) -> int:
    """Say how far behind a sum "per unit" can stand: before the next sum, and not far."""
    starts = [other.passage.start for other in scene.sums if other.passage.start >= money.passage.end]
    return min([24, *(start - money.passage.end for start in starts)])


def sale_sums(scene: Scene, near: int | None = None) -> list[SaleSum]:
    """Give the sums of a sentence that can be those of a transfer told in it, or only those by ``near``."""
    found = []
    for money in scene.sums:
        if near is not None and not -_NEAR <= money.passage.start - near <= _NEAR:
            continue
        left = scene.folded[max(scene.start, money.passage.start - 60) : money.passage.start]
        right = scene.folded[money.passage.end : min(scene.end, money.passage.end + 45)]
        of = _value_of(scene, money, left, right)
        if of is not None:
            part = _INCLUDING.search(left) is not None
            found.append(SaleSum(money, of, part, _is_for_next(scene, money)))
    return found


def _value_of(scene: Scene, money: Money, left: str, right: str) -> ValueOf | None:
    """Say what a sum is the value of by the words left and right of it; None for another kind of sum."""
    if (
        _says("per unit", right[: _unit_reach(scene, money)])
        or _says("per unit", _APART.split(left[-28:])[-1])
        or _OF_THE.search(left)
    ):
        return "unit"
    if (
        _says("other sums", left[-50:])
        or _says("other sums", _PAUSE.split(right[:24])[0])
        or _REPLACING.search(scene.folded, scene.start, money.passage.start)
    ):
        return None
    priced = any(_says(words, left) for words in ("sale words", "price words")) or _says("sale words", right)
    if not priced and not _is_for_next(scene, money):
        return None
    larger = _LARGER.search(f"{left[-50:]}¤{right}") is not None
    if not larger and phrase(_OF_PROGRAMME).match(right):
        return None
    shared = (
        larger
        or _says("shared sums", left[-50:])
        or _SINCE.search(left[-50:]) is not None
        or _holds_another(scene, money)
    )
    return "shared" if shared else "total"


# "a ¤ fighter programme": what all of it costs.
_OF_PROGRAMME = r"[ -](?:[\w'’-]+ ){0,3}?<programmes>\b"


def priced_sums(scene: Scene) -> list[SaleSum]:
    """Give the sums of a sentence that words of price stand beside: "would cost", "put it at", "a ¤ deal"."""
    found = []
    for item in sale_sums(scene):
        begin, end = item.money.passage.start, item.money.passage.end
        left = scene.folded[max(scene.start, begin - _PRICE_REACH) : begin]
        right = scene.folded[end : min(scene.end, end + _PRICE_REACH)]
        if phrase(_PRICE).search(left) or phrase(_PRICED_SALE).match(right):
            found.append(item)
    return found


_PRICE_REACH = 60
_PRICE = r"\b<price words>\b[^.;,]*$"
_PRICED_SALE = r"[ -](?:[\w-]+ ){0,2}?<priced nouns>\b"


def _holds_another(scene: Scene, money: Money) -> bool:
    """Tell whether the next sum is a part of this one, for other goods: "¤, including ¤ for guns"."""
    later = [other.passage for other in scene.sums if other.passage.start >= money.passage.end]
    if not later or _INCLUDING.search(scene.folded, money.passage.end, later[0].start) is None:
        return False
    return any(goods.start > later[0].end and not goods.vague for goods in scene.goods)


_INCLUDING = re.compile(r",? (?:including|of which) [^.;]{0,20}$")


def _is_for_next(scene: Scene, money: Money) -> bool:
    """Tell whether a sum is that of the goods behind it: "a ¤ order of 12 jets", "¤ worth of tanks"."""
    end = money.passage.end
    behind = next((goods.start for goods in scene.goods if goods.start >= end), end)
    return _FOR_NEXT.fullmatch(scene.folded, end, behind) is not None


_CLAUSE = r"(?!(?:after|before|when|while|as|since|and|but|from|that|which|until|because)\b)"
_FOR_NEXT = re.compile(
    rf"[ -](?:{_CLAUSE}[\w'’-]+ ){{0,4}}?(?:for|of|on|in|to (?:buy|purchase|acquire|supply|deliver|build)) "
    rf"(?:{_CLAUSE}[\w'’-]+ ){{0,6}}?"
)


def as_value(text: str, found: SaleSum, of: ValueOf) -> Value:
    """Tie a sum to its passage."""
    passage = found.money.passage
    return Value(
        value=found.money.amount,
        as_written=passage.words(text),
        passage=passage,
        currency=found.money.currency,
        of=of,
        bound=found.money.bound,
    )


_UNITS = re.compile(
    r"\s+(?:units|aircraft|planes|jets|helicopters|missiles|systems|vehicles|pieces|examples)\b"
)


def count_of(candidate: Candidate) -> Count | None:
    """Give the number in "the order for 24 units"."""
    scene, cue = candidate.scene, candidate.cue
    for count in find_counts(scene.text, cue.end, min(scene.end, cue.end + 40)):
        between = scene.folded[cue.end : count.passage.start].split()
        if between in (["for"], ["of"], []) and _UNITS.match(scene.folded, count.passage.end):
            return count
    return None
