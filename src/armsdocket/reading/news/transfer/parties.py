"""The countries and organisations of a text as parties, and how each is joined to its sentence."""

import re

from msgspec.structs import replace

from armsdocket.reading.news.transfer.party import POSSESSIVE, Form, PartyMention, preposition
from armsdocket.reading.news.transfer.short_names import (
    abbreviations,
    initials,
    leaders,
    rebels,
    services,
    spelled_out,
    styles,
)
from armsdocket.reading.news.transfer.state_heads import GAP, of_goods, state_end
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.countries import Place, find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.organisations import OrganisationMatch, find_organisations
from armsdocket.vocabulary.transfer_terms import phrase

_MADE = re.compile(
    r"(?: (?=made|built|designed)|-)"
    r"(?:made|built|produced|manufactured|supplied|designed|origin|developed|provided|donated)\b"
    r"(?!\s+(?:the|an?|its|their|all|some|for|\d+)\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:['’]s?)?\s*(?:[,/&]|(?<!\s)[–-](?!\s)|"
    r",?\s*(?:and|or|as well as|along with|together with|followed by|but also))\s*"
    r"(?:(?:the|to|for|from|by)\s+)?",
    re.IGNORECASE,
)
# "GEC of Rochester, England": a country that only says where a town lies.
_IN_TOWN = re.compile(r"\b(?:of|in|at|from|near|outside)\s+(?:[A-Z][\w'’-]+\s+)?[A-Z][\w'’-]+,\s$")
_ALLIANCES = frozenset({"NATO", "NSPA", "EU"})
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
    # What the text itself calls a force goes before what the vocabulary knows by the same letters.
    mentions = [*abbreviations(text, mentions), *mentions]
    mentions += leaders(text, mentions)
    mentions += [*initials(text, mentions), *services(text, mentions)]
    mentions += [*styles(text, mentions), *rebels(text, mentions)]
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[PartyMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return _grouped(text, kept)


def _of_organisation(text: str, found: OrganisationMatch) -> PartyMention | None:
    possessive = _possessive(text, found.end)
    prep = preposition(text, found.start)
    if found.kind == "company":
        if found.country is None:
            return None
        return PartyMention(
            found.start, found.end, found.country, "company", prep, possessive, company=found.name
        )
    if found.kind in _ACTING and of_goods(text, found.start, found.end):
        return None
    if found.kind in _ACTING and found.country is not None and not _shouted(text, found.start, found.end):
        code = spelled_out(text, text[found.start : found.end]) or found.country
        return PartyMention(found.start, found.end, code, "state", prep, possessive)
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


def _of_group(text: str, found: Match[str]) -> PartyMention | None:
    """Read a receiver that is no country ("Gulf Arab states", "Syrian rebels"), under its own name."""
    if not any(character.isupper() for character in text[found.start : found.end]):
        return None
    possessive = _possessive(text, found.end)
    return PartyMention(
        found.start, found.end, found.value, "people", preposition(text, found.start), possessive
    )


def _of_state(text: str, found: Match[str]) -> PartyMention:
    """Read a state by another name: "the Reagan administration"."""
    possessive = _possessive(text, found.end)
    return PartyMention(
        found.start, found.end, found.value, "state", preposition(text, found.start), possessive
    )


# "US$", "1.4 billion US dollars": money, no party.
_CURRENCY = re.compile(r"\$| dollars?\b")
# "a contract of US 2.1 billion dollars"
_US_SUM = re.compile(r"\bUS \d[\d.,]* (?:million|billion|trillion)\b")
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


# "the Turkish drone maker", "a Tokyo-based company": a company whose name is not told here.
_FIRM = r"(?:-based)?[ \n](?:<company adjectives>[ \n]){0,3}?<company nouns>\b"


def _names_nobody(text: str, place: Place) -> bool:
    """Tell whether it is a sum's ("US 2.1 billion dollars") or a share's letters ("Rockwell <ROK>")."""
    ticker = text[max(0, place.start - 1) : place.start] == "<" and text.startswith((">", "."), place.end)
    return (
        ticker
        or _CURRENCY.match(text, place.end, place.end + 9) is not None
        or (_US_SUM.match(text, place.start, place.end + 24) is not None)
    )


def _of_place(text: str, place: Place) -> PartyMention | None:
    if _dateline(text, place) or _names_nobody(text, place):
        return None
    prep = preposition(text, place.start)
    joined = text[max(0, place.start - 8) : place.start].lower().endswith((" of ", " of the "))
    if joined and (formal := _STATE_OF.search(text, max(0, place.start - 36), place.start)):
        start = formal.start()
        return PartyMention(
            start, place.end, place.code, "state", preposition(text, start), _possessive(text, place.end)
        )
    if made := _MADE.match(text, place.end):
        return PartyMention(place.start, made.end(), place.code, "adjective", prep, made=True)
    if firm := phrase(_FIRM).match(text, place.end):
        end = firm.end()
        return PartyMention(place.start, end, place.code, "company", prep, _possessive(text, end))
    if _owns_others(text, place.end):
        return PartyMention(place.start, place.end, place.code, "adjective", "of", possessive=False)
    return _of_country(text, place, prep)


def _of_country(text: str, place: Place, prep: str | None) -> PartyMention:
    """Read a country, its people, or one of its bodies: "Peru", "Peruvian", "the Peruvian navy"."""
    if (end := state_end(text, place.end)) is not None:
        return PartyMention(place.start, end, place.code, "state", prep, _possessive(text, end))
    form: Form = {"demonym": "adjective", "people": "people"}.get(place.form, "name")  # type: ignore[assignment]
    owns = _possessive(text, place.end)
    return PartyMention(place.start, place.end, place.code, form, prep, owns, capital=place.form == "capital")


def _possessive(text: str, end: int) -> bool:
    return POSSESSIVE.match(text, end) is not None


def _owns_others(text: str, end: int) -> bool:
    """Tell whether somebody else acts: "Israel's neighbours", "Turkey's rival Greece"."""
    gap = GAP.match(text, end)
    following = fold(text[gap.end() : gap.end() + 20]).split() if gap else []
    return bool(following) and following[0].strip(",.;") in transfer_terms.words("other parties")


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
        prep = _joined_by(text, mention)
        if last and _is_address(text, last, mention):
            prep = "in"
        if prep is None and last and _is_maker_of(text, last, mention):
            prep = last.prep
        grouped.append(replace(mention, group=number, prep=prep))
    return grouped


# "- UK: a memorandum was signed": a label of a list acts in nothing.
_LABEL = re.compile(r":\s")
_ITEM = re.compile(r"[-–•*·▪►]\s*$")
_MAKER = re.compile(r" (?:[a-z-]+ ){1,3}")


def _is_maker_of(text: str, last: PartyMention, mention: PartyMention) -> bool:
    """Tell whether a company stands in apposition: "to Turkish drone maker Baykar"."""
    own = mention.form == "company" and last.form == "adjective" and last.code == mention.code
    return own and _MAKER.fullmatch(text, last.end, mention.start) is not None


def _is_address(text: str, last: PartyMention, mention: PartyMention) -> bool:
    """Tell whether a country only says where a company is: "a contract with Boeing, USA"."""
    own = last.form == "company" and mention.form == "name" and last.code == mention.code
    return own and text[last.end : mention.start] == ", "


def _joined_by(text: str, mention: PartyMention) -> str | None:
    if mention.form == "name" and _IN_TOWN.search(text, max(0, mention.start - 48), mention.start):
        return "in"
    if _LABEL.match(text, mention.end) and _ITEM.search(text, max(0, mention.start - 6), mention.start):
        return "label"
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
_NEXT_WORD = re.compile(r"(?: [A-Z][\w.’'-]*){0,3} ([a-z]+)\b")


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
    if mention.form == "name" and (" of " in text[last.start : last.end] or last.prep in {"for", "to"}):
        return True  # "the armed forces of Oman, Jordan and Kuwait", "for the U.S. Navy, Peru and Chile"
    return "," not in text[last.end : mention.start]


# No list of owners in prose is longer.
_LONGEST_LIST = 12


def _owns(grouped: list[PartyMention], number: int) -> None:
    """Read "Poland and Romania's order": the mark of the last owner stands for all of them."""
    for index in range(len(grouped) - 1, max(-1, len(grouped) - _LONGEST_LIST), -1):
        if grouped[index].group != number:
            return
        grouped[index] = replace(grouped[index], possessive=True)
