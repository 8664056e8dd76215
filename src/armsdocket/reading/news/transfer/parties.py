"""The countries and organisations of a text as parties, and how each is joined to its sentence."""

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.articles import find_articles
from armsdocket.vocabulary.countries import Place, find_places, name_of
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.organisations import OrganisationMatch, find_organisations

Form = Literal["name", "adjective", "state", "company", "people"]


class PartyMention(msgspec.Struct, frozen=True):
    """A country, its state or forces, or a company, as one place of the text names it.

    ``code`` is the country (for a company: where it is at home) or a buying organisation's id;
    ``prep`` the preposition that joins it ("to Poland"), ``possessive`` whether "'s" follows.
    """

    start: int
    end: int
    code: str
    form: Form
    prep: str | None = None
    possessive: bool = False
    made: bool = False
    """True in "Russian-made", "US-built": where goods come from."""
    group: int = 0
    """Parties joined by commas and "and" bear the same number."""
    company: str | None = None
    capital: bool = False

    @property
    def nominal(self) -> bool:
        """Whether it can act by itself: not an adjective, not an owner."""
        return self.form != "adjective" and not self.possessive


_MADE = re.compile(
    r"(?: (?=made|built|designed)|-)"
    r"(?:made|built|produced|manufactured|supplied|designed|origin|developed|provided|donated)\b"
    r"(?!\s+(?:the|an?|its|their|all|some|for|\d+)\b)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$|[,.;])")
_GAP = re.compile(r"(?:['’]s?)?(?:[ \u00a0]+|\n(?=\S))")
_WORD = re.compile(r"[\w'’./&-]+")
_JOINED = re.compile(
    r"(?:['’]s?)?\s*(?:[,/&]|(?<!\s)[–-](?!\s)|"
    r",?\s*(?:and|or|as well as|along with|together with|followed by|but also))\s*"
    r"(?:(?:the|to|for|from|by)\s+)?",
    re.IGNORECASE,
)
_REACH = 64
# "GEC of Rochester, England": a country that only says where a town lies.
_IN_TOWN = re.compile(r"\b(?:of|in|at|from|near|outside)\s+(?:[A-Z][\w'’-]+\s+)?[A-Z][\w'’-]+,\s$")
_ALLIANCES = frozenset({"NATO", "NSPA", "EU"})
_LEADER = re.compile(r"[\s,]+((?:[A-Z][\w'’-]+\s+){0,2}(?:al-|el-|bin |van |von |de )?([A-Z][\w’-]{3,}))")
_FAMILY = re.compile(r"\b[A-Z][\w-]{3,}")
_OFFICES = re.compile(r"(?:president|prime minister|premier|king|emir|crown prince|chancellor)$")
# Kinds of organisation that act for their country.
_ACTING = frozenset({"agency", "ministry", "force", "government"})


def find_parties(text: str) -> list[PartyMention]:
    """Find every party of a text, in order, none overlapping another."""
    mentions = [
        mention
        for mention in (
            *(_of_group(text, found) for found in transfer_terms.receivers().find(text)),
            *(_of_organisation(text, found) for found in find_organisations(text)),
            *(_of_place(text, place) for place in find_places(text)),
            *(_of_state(text, found) for found in transfer_terms.states().find(text)),
        )
        if mention is not None
    ]
    mentions += [*_of_leaders(text, mentions), *_of_abbreviations(text, mentions)]
    mentions += [*_of_initials(text, mentions), *_of_services(text, mentions)]
    mentions += _of_styles(text, mentions)
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[PartyMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return _grouped(text, kept)


def _of_organisation(text: str, found: OrganisationMatch) -> PartyMention | None:
    possessive = _POSSESSIVE.match(text, found.end) is not None
    prep = preposition(text, found.start)
    if found.kind == "company":
        if found.country is None:
            return None
        return PartyMention(
            found.start, found.end, found.country, "company", prep, possessive, company=found.name
        )
    if found.kind in _ACTING and _of_goods(text, found.start, found.end):
        return None
    if found.kind in _ACTING and found.country is not None and not _shouted(text, found.start, found.end):
        return PartyMention(found.start, found.end, found.country, "state", prep, possessive)
    if found.id in _ALLIANCES and not _means_members(text, found.start, found.end):
        return PartyMention(found.start, found.end, found.id, "name", prep, possessive)
    return None


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a short name stands in a headline of capitals, where "PLAN" is a plan."""
    words = text[start:end]
    return len(words) < 6 and words.isupper() and text[max(0, start - 20) : end + 20].isupper()


def _means_members(text: str, start: int, end: int) -> bool:
    """Tell whether "NATO" only says whose member or standard something is."""
    following = fold(_AND_ALLIANCE.sub("", text[end : end + 32], count=1)).strip(" '-s").split()
    after = following[0].strip(",.;") if following else ""
    return text[max(0, start - 4) : start].lower() == "non-" or after in transfer_terms.words(
        "alliance members"
    )


_AND_ALLIANCE = re.compile(r"^(?: and|/) ?(?:NATO|EU|European Union)\b")


def _of_leaders(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Later mentions of a head of state or government by name alone stand for the country.

    "Iraqi Prime Minister Nouri al-Maliki" makes "the Maliki government" and "Maliki" stand for Iraq.
    """
    names: dict[str, str] = {}
    known: dict[str, int] = {}
    for mention in mentions:
        if mention.form != "state" or not _OFFICES.search(fold(text[mention.start : mention.end])):
            continue
        leader = _LEADER.match(text, mention.end, mention.end + 60)
        if leader and leader[2] not in names:
            names[leader[2]] = mention.code
            known[leader[2]] = leader.end()
    if not names:
        return []
    return [
        _of_leader(text, found.start(), found.end(), names[found[0]])
        for found in _FAMILY.finditer(text)
        if found[0] in names and found.start() >= known[found[0]]
    ]


_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z]{1,5})\)")


def _of_abbreviations(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "Indian Air Force (IAF)" makes "IAF" stand for India."""
    codes = {
        short[1]: mention.code
        for mention in mentions
        if mention.form == "state" and (short := _ABBREVIATION.match(text, mention.end, mention.end + 10))
    }
    if not codes:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(short) for short in sorted(codes)[:20]) + r")\b")
    return [
        _of_leader(text, found.start(), found.end(), codes[found[0]])
        for found in pattern.finditer(text)
        if text[found.start() - 1 : found.start()] != "("
    ]


_SERVICE = re.compile(r"\b(?<=[Tt]he )(?:Army|Navy|Air Force|Marine Corps|Marines)\b")


def _of_services(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "the Army" as that of the one country whose state or forces the text tells of most."""
    services = list(_SERVICE.finditer(text))
    told = Counter(mention.code for mention in mentions if mention.form == "state") if services else Counter()
    if not told:
        return []
    (code, times), *_ = told.most_common(1)
    if times * 2 <= told.total():
        return []
    return [_of_leader(text, found.start(), found.end(), code) for found in services]


# So many words at least has a country whose initials stand for it: CAR, DRC.
_WORDS_OF_INITIALS = 3


def _of_initials(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "CAR" as the Central African Republic where the text spells the name out."""
    codes: dict[str, str] = {}
    for mention in mentions:
        short = "".join(word[0] for word in text[mention.start : mention.end].split() if word[0].isupper())
        if mention.form == "name" and len(short) >= _WORDS_OF_INITIALS:
            codes[short] = mention.code
    if not codes:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(sorted(codes)) + r")\b")
    return [_of_leader(text, found.start(), found.end(), codes[found[0]]) for found in pattern.finditer(text)]


def _of_leader(text: str, start: int, end: int, code: str) -> PartyMention:
    stop = _state_end(text, end) or end
    possessive = _POSSESSIVE.match(text, stop) is not None
    return PartyMention(start, stop, code, "state", preposition(text, start), possessive)


def _of_group(text: str, found: Match[str]) -> PartyMention | None:
    """Read a receiver that is no country ("Gulf Arab states", "Syrian rebels"), under its own name."""
    if not any(character.isupper() for character in text[found.start : found.end]):
        return None
    possessive = _POSSESSIVE.match(text, found.end) is not None
    return PartyMention(
        found.start, found.end, found.value, "people", preposition(text, found.start), possessive
    )


def _of_state(text: str, found: Match[str]) -> PartyMention:
    """Read a state by another name: "the Reagan administration"."""
    possessive = _POSSESSIVE.match(text, found.end) is not None
    return PartyMention(
        found.start, found.end, found.value, "state", preposition(text, found.start), possessive
    )


_OF = re.compile(r"\s+of\b")


def _of_styles(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Read "the kingdom" as the country it can stand for that was named last before it."""
    named = sorted((mention.start, mention.code) for mention in mentions if mention.form != "company")
    found: list[PartyMention] = []
    last: dict[tuple[str, ...], str] = {}
    reached = 0
    styles = transfer_terms.styles().find(text)
    groups = {style.value for style in styles}
    for style in styles:
        while reached < len(named) and named[reached][0] < style.start:
            code = named[reached][1]
            for codes in (group for group in groups if code in group):
                last[codes] = code
            reached += 1
        if style.value not in last or _OF.match(text, style.end):
            continue
        possessive = _POSSESSIVE.match(text, style.end) is not None
        prep = preposition(text, style.start)
        found.append(PartyMention(style.start, style.end, last[style.value], "name", prep, possessive))
    return found


# "US$", "1.4 billion US dollars": money, no party.
_CURRENCY = re.compile(r"\$| dollars?\b")
_STATE_OF = re.compile(
    r"\b(?:government|kingdom|republic|state|ministry of defen[cs]e|"
    r"(?:armed|defen[cs]e|security)(?: and security)? forces|army|navy|air force|military) of (?:the )?$",
    re.IGNORECASE,
)


def _dateline(text: str, place: Place) -> bool:
    """Tell whether a capital in capital letters only says where it was filed ("TEL AVIV Israel ...")."""
    words = text[place.start : place.end]
    follower = text[place.end : place.end + 6].strip()
    return place.form == "capital" and len(words) > 3 and words.isupper() and not follower.isupper()


def _of_place(text: str, place: Place) -> PartyMention | None:
    if _dateline(text, place) or _CURRENCY.match(text, place.end, place.end + 9):
        return None
    prep = preposition(text, place.start)
    if formal := _STATE_OF.search(text, max(0, place.start - 36), place.start):
        start = formal.start()
        possessive = _POSSESSIVE.match(text, place.end) is not None
        return PartyMention(start, place.end, place.code, "state", preposition(text, start), possessive)
    if made := _MADE.match(text, place.end):
        return PartyMention(place.start, made.end(), place.code, "adjective", prep, made=True)
    if _owns_others(text, place.end):
        return PartyMention(place.start, place.end, place.code, "adjective", "of", possessive=False)
    if (end := _state_end(text, place.end)) is not None:
        possessive = _POSSESSIVE.match(text, end) is not None
        return PartyMention(place.start, end, place.code, "state", prep, possessive)
    possessive = _POSSESSIVE.match(text, place.end) is not None
    form: Form = {"demonym": "adjective", "people": "people"}.get(place.form, "name")  # type: ignore[assignment]
    return PartyMention(
        place.start, place.end, place.code, form, prep, possessive, capital=place.form == "capital"
    )


@lru_cache(maxsize=2)
def _heads(text: str) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in transfer_terms.term_matcher("party heads").find(text)]


def _state_end(text: str, end: int) -> int | None:
    """Where "navy" ends in "Indian Navy", "Egypt's air force", "Turkish defence ministry"; else None."""
    gap = _GAP.match(text, end)
    if gap is None:
        return None
    heads = _heads(text)
    index = bisect_left(heads, (gap.end(), 0))
    for start, stop in heads[index : index + 1]:
        between = text[gap.end() : start]
        if len(between) > 32 or len(between.split()) > 1 or _of_goods(text, gap.end(), stop):
            return None
        if all(
            _WORD.fullmatch(word)
            and not _OWNER.search(word)
            and word not in transfer_terms.words("object verbs")
            for word in between.split()
        ):
            return stop
    return None


_OWNER = re.compile(r"['’]s?$")


# No class of goods is longer than this ("military transport helicopters").
_LONGEST_CLASS = 48


def _of_goods(text: str, start: int, stop: int) -> bool:
    """Tell whether "military" belongs to goods, not to a state: "Russian military helicopters"."""
    reach = stop + text.endswith("military", start, stop)
    found = find_articles(text, start, stop + _LONGEST_CLASS, doubtful=True)
    return any(goods.start <= reach if goods.generic else goods.start < stop for goods in found)


def _owns_others(text: str, end: int) -> bool:
    """Tell whether somebody else acts: "Israel's neighbours", "Turkey's rival Greece"."""
    gap = _GAP.match(text, end)
    following = fold(text[gap.end() : gap.end() + 20]).split() if gap else []
    return bool(following) and following[0].strip(",.;") in transfer_terms.words("other parties")


def preposition(text: str, start: int) -> str | None:
    """Give the preposition that governs what begins at ``start``, over articles and adjectives.

    The object of "told", "urged" and the like is governed by "told".

    >>> preposition("sold to the Gulf kingdom of Bahrain", 28)
    'to'
    """
    fillers = transfer_terms.words("articles and adjectives")
    words = fold(text[max(0, start - _REACH) : start])
    if words[-1:] not in {" ", "\n", "-", "("}:
        return None
    tokens = [token.lstrip("[(") for token in words.split()]
    last = tokens[-1] if tokens else ""
    for word in reversed(tokens[-6:]):
        if word in transfer_terms.words("prepositions") and not (word == "of" and last != word):
            return _AWAY.get(word, word) if _led_by(tokens, word) else word
        if word in transfer_terms.words("object verbs") or (
            word is last and word not in fillers and _is_participle(word)
        ):
            return "told"
        if word.rstrip(",") not in fillers and "-" not in word and word != "and":
            return None
    return None


def _is_participle(word: str) -> bool:
    """Tell whether what follows is the object of a participle: "a NATO member bordering Ukraine"."""
    return word.endswith("ing") and len(word) > _SHORTEST_PARTICIPLE and word not in _NO_PARTICIPLES


_SHORTEST_PARTICIPLE = 5
_NO_PARTICIPLES = frozenset({"during", "saying", "adding"})
_AWAY = {"to": "toward", "with": "beside", "from": "off"}
_LEADING = {"to": "goes to", "with": "stands with", "from": "comes from"}


def _led_by(tokens: list[str], prep: str) -> bool:
    """Tell whether a preposition belongs to the word before it: "a visit to", "in service with"."""
    at = len(tokens) - 1 - tokens[::-1].index(prep)
    words = transfer_terms.words(_LEADING[prep]) if prep in _LEADING else ()
    return at > 0 and tokens[at - 1].strip(",.\"'") in words


def _grouped(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    grouped: list[PartyMention] = []
    number, first = 0, 0
    for mention in mentions:
        last = grouped[-1] if grouped else None
        if (
            last
            and _alike(text, last, mention)
            and mention.start - last.end <= 24
            and (joint := _JOINED.fullmatch(text, last.end, mention.start))
            and not (_COMMA.match(joint.group()) and _acts(text, mention.end))
            and not (
                _BEGINS.match(joint.group()) and len(grouped) - first == 1 and _goes_on(text, mention.end)
            )
        ):
            prep = mention.prep or last.prep
            grouped.append(replace(mention, group=number, prep=prep))
            if mention.possessive and last.form == mention.form == "name":
                _owns(grouped, number)
            continue
        number, first = number + 1, len(grouped)
        grouped.append(replace(mention, group=number, prep=_joined_by(text, mention)))
    return grouped


def _joined_by(text: str, mention: PartyMention) -> str | None:
    if mention.form == "name" and _IN_TOWN.search(text, max(0, mention.start - 48), mention.start):
        return "in"
    if mention.prep in transfer_terms.words("conjunctions") and _acts(text, mention.end):
        return None
    return mention.prep


_BEGINS = re.compile(r"\s*, and\s+(?:the\s+)?$")
_GOES_ON = re.compile(
    r" (?!(?:and|or|as|at|by|for|from|in|last|next|of|on|this|to|under|with|after|before)\b)[a-z]+"
)


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a clause of its own begins: "tanks to Bolivia, and Peru fears an arms race"."""
    return _GOES_ON.match(text, end) is not None


_COMMA = re.compile(r"\s*,\s*(?:the\s+)?$")
_NEXT_WORD = re.compile(r" ([a-z]+)\b")


def _acts(text: str, end: int) -> bool:
    """Tell whether a verb stands right behind a party: "after Peru signed", "in Chile, Peru bought"."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and (
        following[1].endswith("ed") or following[1] in transfer_terms.words("acts")
    )


def _alike(text: str, last: PartyMention, mention: PartyMention) -> bool:
    """Tell whether two can be one list; a comma before an office begins "..., the ministry said"."""
    if (last.form == "adjective") != (mention.form == "adjective"):
        return False
    if "state" not in {last.form, mention.form} or last.form == mention.form == "state":
        return True
    if mention.form == "name" and " of " in text[last.start : last.end]:
        return True  # "the armed forces of Oman, Jordan and Kuwait"
    return "," not in text[last.end : mention.start]


# No list of owners in prose is longer.
_LONGEST_LIST = 12


def _owns(grouped: list[PartyMention], number: int) -> None:
    """Read "Poland and Romania's order": the mark of the last owner stands for all of them."""
    for index in range(len(grouped) - 1, max(-1, len(grouped) - _LONGEST_LIST), -1):
        if grouped[index].group != number:
            return
        grouped[index] = replace(grouped[index], possessive=True)


def party_name(code: str) -> str:
    """Give the name we print for a party's code; a receiver that is no country bears its own name."""
    return code if code in transfer_terms.receiver_names() else name_of(code)
