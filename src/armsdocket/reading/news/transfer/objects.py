"""Which goods a word of transfer takes: right of it, left of it, as a list, or as a relative clause."""

import re
from collections.abc import Sequence

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import VERBAL
from armsdocket.reading.news.transfer.scenes import BULLET, Scene
from armsdocket.reading.news.transfer.subjects import REACH
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]

_OF = re.compile(r"\s+(?:of|for|in)\s+")


_JOINS = re.compile(
    r"^[\s'’”\"]*(?:\([^()]*\)\s*)?"
    r"(?:,|/|(?:and|or|as well as|plus|along with|including|such as|like|with)\b)|"
    rf"^[^\n]{{0,60}}\n\s*{BULLET}"
)


_CUTS = re.compile(
    r"\b(?:to|from|by|for|on|at|into|which|that|who|has|have|had|is|are|was|were|will|would|said|says|told|while|after|"
    r"because|although|rather|against|using|making|seen)\b"
)


_THEM = re.compile(r"\s+(?:them|it|these|those)\b")


def takes_pronoun(scene: Scene, cue: Cue) -> bool:
    """Tell whether "it" or "them" stands right behind a verb: "bought them", "promised it jets"."""
    return _THEM.match(scene.folded, cue.end, cue.end + 8) is not None


_FAR = re.compile(
    r"\b(?:on|about|over|against|that|whom?|whether|because|after|before|when|while|if|into|at|as)\b"
)


_FAR_NOUN = re.compile(
    r"\b(?:(?:about|over)(?! ?[\d$€£¥₹])|against|that|who|whether|because|after|before|when|while|if|into|as|"
    r"replac\w+)\b"
)


def is_reduced(scene: Scene, cue: Cue) -> bool:
    """Tell whether a past form only describes the goods before it: "missiles bought from Turkey"."""
    before = [goods for goods in scene.goods if goods.end <= cue.start]
    if not before or (_goods_next(scene, cue) and "," in scene.folded[before[-1].end : cue.start]):
        return False
    return _REDUCED.fullmatch(scene.folded, before[-1].end, cue.start) is not None


def _goods_next(scene: Scene, cue: Cue) -> bool:
    """Tell whether goods stand right behind: "Peru, a buyer of arms, bought 24 helicopters"."""
    return any(
        cue.end < goods.begin and _ATTRIBUTE.fullmatch(scene.folded, cue.end, goods.begin)
        for goods in scene.goods
    )


_ATTRIBUTE = re.compile(r" (?:(?!(?:from|by|in|for|to|at|under|with|on|of|last|this)\b)[\w'’-]+ ){0,2}")


_REDUCED = re.compile(r"[\s,]*(?:\([^()]{1,12}\)\s*)?(?:(?:\w+ly|first|just|already|once|jointly)\s+){0,2}")
_SHARED_OBJECT = re.compile(r"\s*(?:,|and|or|and/or|,\s*and)\s*(?:\w+\s+)?$")


def barrier_of(scene: Scene, cue: Cue) -> int:
    """Where the next verb of transfer begins, beyond which nothing belongs to this one.

    "sell and deliver tanks": verbs joined to each other share what follows.
    """
    for other in scene.cues:
        if other.start < cue.end or other.value.tense is None or other.value.side == "covers":
            continue
        if _SHARED_OBJECT.fullmatch(scene.folded, cue.end, other.start):
            continue
        return other.start
    return scene.end


def goods_right(scene: Scene, begin: int, end: int) -> tuple[Goods, ...]:
    """Give the first goods after ``begin``, with those listed beside them."""
    right = [goods for goods in scene.goods if begin <= goods.start]
    if not right or right[0].start >= end or right[0].start - begin > REACH:
        return ()
    return _chain(scene, right)


_ITEM = re.compile(rf"\n\s*{BULLET}")


def goods_listed(scene: Scene, begin: int) -> tuple[Goods, ...]:
    """Give the goods of every item of a list set on lines of their own."""
    starts = [match.end() for match in _ITEM.finditer(scene.folded, begin, scene.end)]
    found: list[Goods] = []
    for start, end in zip(starts, [*starts[1:], scene.end], strict=True):
        line = [goods for goods in scene.goods if start <= goods.start < end]
        found += _chain(scene, line) if line else ()
    return tuple(found)


_WEAK_REACH = 60


_TO_DO = re.compile(r"\bto [a-z]+ ")
_PAID_FOR = re.compile(r" (?:on|for) ")


# "The ships, which it sold to Peru, are part of an arms package": the clause of the verb is closed.
_CLOSED = re.compile(r", (?:is|are|was|were|has|have|had|will|would) ")


def gives_other(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether something else than goods is given or got: "were given access to the fighter"."""
    return transfer_terms.pattern("no goods given").search(scene.folded, begin, end) is not None


def _kept_off(scene: Scene, cue: Cue, goods: Goods) -> bool:
    """Tell whether other words come between a verb and goods: "received a briefing on its F-16"."""
    begin, end = cue.end, max(cue.end, goods.begin)
    if cue.value.word in cue_words("paying"):
        # "spends 6 billion on jets": what is paid for stands behind "on".
        begin = next((on.end() for on in _PAID_FOR.finditer(scene.folded, begin, end)), begin)
    if _FAR.search(scene.folded, begin, end) or _CLOSED.search(scene.folded, begin, end):
        return True
    if (cue.value.weak or cue.value.word == "order") and gives_other(scene, begin, end):
        return True
    if cue.value.weak and any(begin <= other.start < end and not other.value.tense for other in scene.cues):
        return True
    return cue.value.side == "acquires" and _TO_DO.search(scene.folded, begin, end) is not None


def object_of(scene: Scene, cue: Cue, barrier: int) -> tuple[Goods, ...]:
    """Give what a verb takes: goods right of it, those "them" stands for, or those before "which"."""
    if related := _bare_relative(scene, cue):
        return related
    goods = goods_right(scene, cue.end, min(barrier, scene.clause(cue.start)[1]))
    reach = _WEAK_REACH if cue.value.weak else REACH
    if goods and goods[0].start - cue.end <= reach and not _kept_off(scene, cue, goods[0]):
        return goods
    if takes_pronoun(scene, cue):
        left = [item for item in scene.goods if item.end <= cue.start]
        return tuple(left[-1:])
    return _goods_relative(scene, cue)


_BARE = re.compile(
    r"(?:\s+and\s+(?:other\s+)?[a-z-]+)?\s+(?:that\s+|which\s+)?"
    r"(?:(?:it|they|we|he|the|its)\b|[A-Z])[\w.'’]*(?:\s+[\w.'’]+){0,5}?\s+"
    r"(?:(?:has|had|have|also|once)\s+){0,2}"
)
_AUXILIARIES = re.compile(r"\b(?:has|had|have)\b")


def _bare_relative(scene: Scene, cue: Cue) -> tuple[Goods, ...]:
    """Give the goods right before "it bought", "that Brazil ordered": they are what was bought."""
    left = [goods for goods in scene.goods if goods.end <= cue.start]
    if not left or cue.start - left[-1].end > 44:
        return ()
    begin = left[-1].end
    if not _BARE.fullmatch(scene.text, begin, cue.start):
        return ()
    if VERBAL.search(_AUXILIARIES.sub("", scene.folded[begin : cue.start])):
        return ()
    return (left[-1],)


def goods_left(scene: Scene, place: int) -> tuple[Goods, ...]:
    """Give the last goods before ``place``, with those listed beside them."""
    left = [goods for goods in scene.goods if goods.end <= place and place - goods.end <= REACH]
    if not left:
        return ()
    chain = [left[-1]]
    for goods in reversed(left[:-1]):
        if not _chained(scene, goods.end, chain[0].begin):
            break
        chain.insert(0, goods)
    return tuple(chain)


def _goods_relative(scene: Scene, cue: Cue) -> tuple[Goods, ...]:
    """Give the goods before "which Kosovo had purchased", "Iraq also wants"."""
    left = [goods for goods in scene.goods if goods.end <= cue.start and cue.start - goods.end <= 90]
    if not left or not re.search(r"\b(?:which|that|whose)\b|,", scene.folded[left[-1].end : cue.start]):
        return ()
    if _OWN_OBJECT.match(scene.folded, cue.end) or _takes_sum(scene, cue):
        return ()
    return (left[-1],)


def _takes_sum(scene: Scene, cue: Cue) -> bool:
    """Tell whether the verb's object is a sum: "to Peru, which has received 10 billion dollars in aid"."""
    return any(0 < money.passage.start - cue.end <= _SUM_NEAR for money in scene.sums)


# " more than ", " about ".
_SUM_NEAR = 12


# "after Russia stopped buying its bananas": the verb has an object, and it is no goods.
_OWN_OBJECT = re.compile(r"\s+(?:its|their|his|her|our|my|an|a|the)\s+(?!first\b|last\b|same\b|following\b)")


def goods_of(scene: Scene, cue: Cue) -> tuple[Goods, ...]:
    """Give the goods of a noun: "sale of 22 drones", "Apache sales", "a contract for two guns"."""
    if any(goods.start <= cue.start and cue.end <= goods.end for goods in scene.goods):
        return ()
    left = [goods for goods in scene.goods if goods.end <= cue.start]
    compound = (
        bool(left) and cue.start - left[-1].end <= 24 and _between_compound(scene, left[-1].end, cue.start)
    )
    if compound and not left[-1].vague:
        return goods_left(scene, cue.start)
    if scene.folded.endswith(" on ", scene.start, cue.start) and (ordered := goods_left(scene, cue.start)):
        # "has 16 jets on order"
        return ordered
    behind = _goods_packed(scene, cue) or _goods_behind(scene, cue)
    return behind or (goods_left(scene, cue.start) if compound else ())


_PACKED = re.compile(r"[^.;:]{0,90}?(?:,? (?:that|which))? (?:also |will |would )?$|:\s*$")


def _goods_packed(scene: Scene, cue: Cue) -> tuple[Goods, ...]:
    """Give what a package holds: "military aid for Ukraine that includes tanks", "of aid: tanks"."""
    if cue.value.word != "aid":
        return ()
    for other in scene.cues:
        packs = other.start >= cue.end and other.value.side == "covers"
        if packs and _PACKED.fullmatch(scene.folded, cue.end, other.start):
            return goods_right(scene, other.end, min(scene.clause(other.start)[1], other.end + _BEHIND_COVER))
    colon = _COLON.match(scene.folded, cue.end, scene.end)
    listed = goods_right(scene, colon.end(), scene.end) if colon else ()
    near = colon is not None and bool(listed) and listed[0].begin - colon.end() <= _BEHIND_COLON
    return listed if near and len(listed) > 1 else ()


_BEHIND_COVER = 60
# Read "350 million in additional aid: hundreds of rockets, trucks".
_COLON = re.compile(r"[^.;:]{0,70}: ")
# "hundreds of thousands of new".
_BEHIND_COLON = 32
_FINITE = re.compile(r", (?:and|but) .*\b(?:has|have|had|is|are|was|were|be|will|would|said|says)\b")


_CLAUSE_BEGINS = re.compile(r",|\b(?:which|that|who)\b")


def _told_by_another(scene: Scene, cue: Cue, place: int) -> bool:
    """Tell whether a noun of a later clause takes the goods: "deals, one of which led to the supply of"."""
    nouns = (other for other in scene.cues if other.value.tense is None and cue.end <= other.start < place)
    return any(_CLAUSE_BEGINS.search(scene.folded, cue.end, other.start) for other in nouns)


def _goods_behind(scene: Scene, cue: Cue) -> tuple[Goods, ...]:
    """Give the goods of "sale of 22 drones", "a contract worth $1 billion for two guns"."""
    end = min(barrier_of(scene, cue), scene.clause(cue.start)[1])
    right = goods_right(scene, cue.end, end)
    close = _OF.match(scene.folded, cue.end, cue.end + 8)
    if right and not close and _FINITE.search(scene.folded, cue.end, right[0].begin):
        return ()
    if right and _told_by_another(scene, cue, right[0].begin):
        return ()
    if not right or _FAR_NOUN.search(scene.folded, cue.end, max(cue.end, right[0].begin)):
        return ()
    if (cue.value.side == "deals" or cue.value.word == "package") and any(
        other.value.side == "covers"
        and other.value.tense == "present"
        and cue.end <= other.start < right[0].start
        for other in scene.cues
    ):
        # "The contract includes ammunition": not what the contract is for.
        return ()
    if any(
        cue.end <= other.start < right[0].start
        and other.value.word in cue_words("nested")
        and other.value.tense is None
        for other in scene.cues
    ):
        return ()
    near = 110 if close else 80
    return right if right[0].begin - cue.end <= near else ()


def _between_compound(scene: Scene, begin: int, end: int) -> bool:
    words = scene.folded[begin:end]
    return len(words.split()) <= 2 and not any(mark in words for mark in ",;:.") and not VERBAL.search(words)


def _chain(scene: Scene, goods: Sequence[Goods]) -> tuple[Goods, ...]:
    """Give the first goods and those that "and", "or", a comma join to them."""
    chain = [goods[0]]
    for item in goods[1:]:
        begin = item.begin
        if begin < chain[-1].end:
            break
        if _comes_along(scene, chain[-1].end, begin):
            continue
        if not _chained(scene, chain[-1].end, begin) or _acts_apart(scene, chain[-1].end, item):
            break
        chain.append(item)
    return tuple(chain)


_IS = re.compile(r" (?:is|are|was|were|will|would|has|have|had)\b")


def _acts_apart(scene: Scene, end: int, item: Goods) -> bool:
    """Tell whether goods begin a clause of their own: "24 helicopters; eight more were bought later"."""
    between = scene.folded[end : item.start]
    parted = ";" in between or ("," in between and item.more)
    return parted and _IS.match(scene.folded, item.end) is not None


def _counted(scene: Scene, begin: int) -> bool:
    return any(goods.count and goods.begin == begin for goods in scene.goods)


# What may stand behind an item of a list before the next: "from France", "made by Boeing", "for the Navy".
_ASIDE = re.compile(
    r",?\s*(?:(?:(?:both|all|each|also)\s+)?(?:made|built|produced|supplied) by|from|for|by|to|of)"
    r"\s+(?:the\s+)?(?:§(?:,?\s+(?:and\s+)?§)*|"
    r"(?:its\s+|their\s+)?(?:army|navy|air force|marines|marine corps|coast guard|military|armed forces))"
)
_PRICED = re.compile(
    r",?\s*(?:worth|valued at|priced at|at a cost of|costing|at|for)\s+(?:an?\s+)?(?:estimated\s+|total\s+|"
    r"some\s+|about\s+|around\s+|nearly\s+|up to\s+|more than\s+|over\s+|almost\s+|roughly\s+)*¤"
)
_BRACKETS = re.compile(
    r",?\s+(?:in (?:[a-z]+ )?\d{4}|last year|this year|the year after|a year later)\b|"
    r"\s*\([^()]{0,40}\)|,?\s*(?:also\s+)?(?:known as|called|dubbed)\s+[\w-]+\s*(?=,)|"
    r"\s+with [a-z-]+(?=,| and| for)"
)
_LINK = re.compile(
    r"[\s,;]*(?:\b(?:and|or|plus|as well as|along with)\b)?[\s,]*(?:\b(?:separately|also|of|for)\b[\s,]*)*"
    r"(?:\b(?:a number of|several|dozens of|new|used|second-hand|refurbished|old|older|"
    r"additional|more|further|an?|the|its|some)\b\s*)*"
)
_JOINED_BY = re.compile(r",|\band\b|\bor\b|\bplus\b")
_LONGEST_ASIDE = 150


def _listed_apart(scene: Scene, end: int, begin: int) -> bool:
    """Tell whether only asides stand between two items: "six jets from France and of two ships"."""
    if not 0 < begin - end <= _LONGEST_ASIDE:
        return False
    begin = _origin_begin(scene, end, begin)
    between = scene.folded[end:begin]
    spans = [(found.passage.start, found.passage.end, "¤") for found in scene.sums]
    spans += [(party.start, party.end, "§") for party in scene.parties]
    for start, stop, mark in sorted(spans, reverse=True):
        if end <= start and stop <= begin:
            between = between[: start - end] + mark + between[stop - end :]
    rest = _PRICED.sub(" ", _ASIDE.sub(" ", _BRACKETS.sub(" ", between.replace("§'s §", "§"))))
    joined = _JOINED_BY.search(rest) is not None or (";" in rest and _counted(scene, begin))
    return joined and _LINK.fullmatch(rest) is not None


def _origin_begin(scene: Scene, end: int, begin: int) -> int:
    """Give where the words of origin of an item begin: "submarines worth $9 million and |Polish tanks"."""
    for party in reversed(scene.parties):
        beside = end <= party.start and scene.folded[party.end : begin] in {" ", " and "}
        if beside and party.form == "adjective":
            begin = party.start
    return begin


def _comes_along(scene: Scene, end: int, begin: int) -> bool:
    """Tell whether goods only come along ("launchers with ammunition"): they are no item of their own."""
    return _ALONG.fullmatch(scene.folded, end, begin) is not None and not _counted(scene, begin)


_ALONG = re.compile(r" (?:with|for(?: the| its| their)?(?: use with)?) ")


def _other_acts(party: PartyMention) -> bool:
    """Tell whether somebody else begins to act between two items: "eight jets, and Bulgaria six"."""
    return party.nominal and party.prep is None and party.form != "company"


def _spells_out(scene: Scene, end: int, begin: int) -> bool:
    """Tell whether what stands behind says what "arms" are: "other weaponry, including tanks"."""
    arms = any(goods.vague and goods.end == end for goods in scene.goods)
    return arms and _INCLUDING.fullmatch(scene.folded, end, begin) is not None


_INCLUDING = re.compile(r",? (?:including|such as) [\"“'‘]?(?:[\w-]+ ){0,3}")


def _chained(scene: Scene, end: int, begin: int) -> bool:
    """Tell whether two goods are items of one list: "jets, radars and, later, eight drones"."""
    between = scene.folded[end:begin]
    if _comes_along(scene, end, begin) or any(
        end <= cue.start < begin for cue in scene.cues if not _spells_out(scene, end, begin)
    ):
        return False
    if any(end <= party.start < party.end < begin and _other_acts(party) for party in scene.parties):
        return False
    if len(between) <= 64 and _JOINS.search(between) is not None and _CUTS.search(between) is None:
        return True
    return _listed_apart(scene, end, begin)
