"""The goods of a text: listed articles, named but unlisted ones, and words for a class."""

import re
from bisect import bisect_left
from dataclasses import replace

from armsdocket.reading.news.transfer.carried_goods import without_carried
from armsdocket.reading.news.transfer.counted_goods import counted
from armsdocket.reading.news.transfer.goods import Goods, overlaps
from armsdocket.reading.news.transfer.stand_ins import stand_ins
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.articles import ArticleMatch, article, find_articles
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.organisations import find_organisations

_NAME_BEFORE = re.compile(r"(?:(?:[A-Z][\w/.&-]{0,24}|[A-Z]?\d{1,4}[A-Z]?)[ \n\u00a0]){1,3}$")
_TITLE_WORD = re.compile(r"[A-Za-z][\w'’-]*")


def find_goods(text: str) -> list[Goods]:
    """Find the goods of a text, in order, with the number that counts them."""
    matches = find_articles(text, doubtful=True)
    doubtful = {match.start for match in matches if match.doubtful}
    found = [_of_article(text, match) for match in matches]
    found += _plurals(text, sorted((goods.start, goods.end) for goods in found))
    taken = sorted((goods.start, goods.end) for goods in found)
    matcher = transfer_terms.term_matcher("vague goods", "class goods")
    for match in matcher.find(text):
        if not overlaps(taken, match.start, match.end):
            vague = match.value == "vague goods"
            words = " ".join(fold(text[match.start : match.end]).split())
            found.append(
                Goods(
                    match.start,
                    match.end,
                    words,
                    name_end=match.end,
                    generic=True,
                    vague=vague,
                    kind=words,
                    said=words,
                )
            )
    found = _without_people(text, found)
    traps = [(match.start, match.end) for match in transfer_terms.term_matcher("traps").find(text)]
    organisations = {named.start: named.end for named in find_organisations(text)}
    names = sorted(organisations.items())
    found = [
        goods
        for goods in found
        if not overlaps(traps, goods.start, goods.end)
        and not (goods.generic and _inside(names, goods))
        and not _no_goods(text, goods)
    ]
    found.sort(key=lambda goods: (goods.start, -goods.end))
    found = _apposed(text, _joined(text, [_with_tail(text, goods) for goods in found]))
    places = {place.start: place.end for place in find_places(text)}
    places |= organisations
    named = [_named(text, goods, places) if goods.generic and not goods.vague else goods for goods in found]
    named = _aliased(text, _run_together(named), places)
    named = without_carried(text, _again(text, named))
    named = sorted([*named, *stand_ins(text, named)], key=lambda goods: goods.start)
    return _sure(counted(text, named), doubtful)


def _without_people(text: str, found: list[Goods]) -> list[Goods]:
    """Leave out fighters who are people where nothing flies: "Gaza fighters", but "bought 12 fighters"."""
    if not any(goods.said == "fighters" for goods in found):
        return found
    flies = transfer_terms.pattern("air words").search(fold_whole(text)) is not None
    return found if flies else [one for one in found if one.said != "fighters" or _numbered(text, one)]


_NUMBER_BEFORE = re.compile(
    r"\b(?:\d[\d,]*|[a-z]+teen|[a-z]+ty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
    r"(?:[\w-]+\s){0,2}$"
)


def _numbered(text: str, goods: Goods) -> bool:
    return _NUMBER_BEFORE.search(text, max(0, goods.start - 40), goods.start) is not None


def _sure(found: list[Goods], doubtful: set[int]) -> list[Goods]:
    """Keep a doubtful name ("Typhoons") only with a number before it and sure goods elsewhere."""
    certain = any(goods.start not in doubtful for goods in found)
    return [goods for goods in found if goods.start not in doubtful or (goods.count and certain)]


def _run_together(found: list[Goods]) -> list[Goods]:
    """Read "MQ-9B" and "MQ-9B Predator armed drones" are one mention."""
    kept: list[Goods] = []
    for goods in found:
        if kept and goods.start < kept[-1].end:
            last = kept[-1]
            alias = goods.name.split()[-1] if goods.name.startswith(last.name) else None
            kept[-1] = replace(last, end=goods.end, kind=last.kind or goods.kind, alias=alias)
        else:
            kept.append(goods)
    return kept


_ALIAS = re.compile(r"[ \n]([A-Z][a-z]{3,})\b(?!['’]|\s[A-Z])")


def _aliased(text: str, found: list[Goods], places: dict[int, int]) -> list[Goods]:
    aliased: list[Goods] = []
    for goods in found:
        last = aliased[-1] if aliased else None
        if last and last.alias and goods.start < last.end:
            # "M1A2 Abrams" and "Abrams tanks" in "M1A2 Abrams tanks" are one mention.
            aliased[-1] = replace(last, end=max(last.end, goods.end))
            continue
        numbered = any(character.isdigit() for character in text[goods.start : goods.name_end])
        name = _ALIAS.match(text, goods.end) if numbered and not goods.generic and not goods.alias else None
        if name and name.start(1) not in places and fold(name[1]) not in transfer_terms.words("no names"):
            aliased.append(replace(goods, end=name.end(), alias=name[1]))
        else:
            aliased.append(goods)
    return aliased


_PLURAL = re.compile(r"\b([A-Z]{1,5}[-/ ]?\d{1,3}[A-Z]{0,2})s\b")


def _plurals(text: str, taken: list[tuple[int, int]]) -> list[Goods]:
    """Designations in the plural: "F-16s", "MH-60Rs"."""
    found = []
    known: dict[str, list[ArticleMatch]] = {}
    for match in _PLURAL.finditer(text):
        if overlaps(taken, match.start(), match.end()):
            continue
        if match[1] not in known:
            known[match[1]] = find_articles(match[1])
        designated = known[match[1]]
        if designated and designated[0].end == len(match[1]) and designated[0].start == 0:
            goods = _of_article(match[1], designated[0])
            found.append(replace(goods, start=match.start(), end=match.end(), name_end=match.end()))
    return found


_MOST_NAMES = 40


def _again(text: str, found: list[Goods]) -> list[Goods]:
    """Find again the names that a class word introduced: "Apache helicopters", later "the Apaches"."""
    names = {
        goods.name: goods
        for goods in found
        if not goods.generic and goods.article is None and goods.designation is None and len(goods.name) > 3
    }
    names = {
        name: goods for name, goods in names.items() if fold(name) not in transfer_terms.words("no names")
    }
    if not names:
        return found
    few = sorted(names, key=lambda name: (-len(name), name))[:_MOST_NAMES]
    pattern = re.compile(r"\b(" + "|".join(re.escape(name) for name in few) + r")(s|es)?\b(?![-'’]\w)")
    taken = [(goods.start, goods.end) for goods in found]
    more = [
        replace(names[match[1]], start=match.start(), end=match.end(), name_end=match.end())
        for match in pattern.finditer(text)
        if not overlaps(taken, match.start(), match.end())
    ]
    return sorted([*found, *more], key=lambda goods: goods.start)


_TAIL = re.compile(r"[ -](?:systems?|batter(?:y|ies)|launchers?)\b")


def _with_tail(text: str, goods: Goods) -> Goods:
    """Take in "system" in "anti-tank missile system"."""
    tail = None if goods.vague else _TAIL.match(text, goods.end, goods.end + 12)
    return replace(goods, end=tail.end()) if tail else goods


# "on board the Ocean Star vessel": it only brings something.
_ABOARD = re.compile(r"\b(?:on board|aboard|loaded onto)\s+(?:(?:the|an?|its)\s+)?(?:[A-Z]\w+\s+){0,3}$")
# "weapon-locating radars": radars are told of.
_DOING = re.compile(r"-[a-z]+ing\b")
_GUIDED = re.compile(r"\b(?:guided|glide|smart|\d+) $")
_WORD_BEFORE = re.compile(r"([\w-]+)\s$")
_FOLLOWING = re.compile(r"[ -]([a-z][\w-]*(?: control)?)")


def _no_goods(text: str, goods: Goods) -> bool:
    """Tell whether a class word only describes something else: "missile test", "anti-submarine warfare"."""
    if text[max(0, goods.start - 5) : goods.start].lower() in {"anti-", "anti "}:
        return True
    if _ABOARD.search(text, max(0, goods.start - 24), goods.start):
        return True
    if not goods.generic:
        return False
    if _DOING.match(text, goods.end):
        return True
    if _is_deed_or_person(text, goods):
        return True
    following = _FOLLOWING.match(fold(text[goods.end : goods.end + 24]))
    return following is not None and following[1] in transfer_terms.words("no goods after")


def _is_deed_or_person(text: str, goods: Goods) -> bool:
    """Tell whether "bomb" is a deed or the nuclear one, and "fighters" are people: "rebel fighters"."""
    if goods.said == "bomb":
        return _GUIDED.search(text, max(0, goods.start - 12), goods.start) is None
    before = _WORD_BEFORE.search(text, max(0, goods.start - 24), goods.start)
    people = transfer_terms.words("fighters who are people")
    return goods.said == "fighters" and before is not None and fold(before[1]) in people


_APPOSED = re.compile(r"(?: |, | \()?(?:the )?[ '‘“\"]{0,3}")


def _apposed(text: str, found: list[Goods]) -> list[Goods]:
    """Take "the fighter jet, the F-35" and "missile system 'Javelin'" for one mention of the named."""
    kept: list[Goods] = []
    for goods in found:
        last = kept[-1] if kept else None
        if last and _is_named_by(text, last, goods):
            kept[-1] = replace(goods, start=last.start)
        else:
            kept.append(goods)
    return kept


def _is_named_by(text: str, last: Goods, goods: Goods) -> bool:
    if not last.generic or goods.generic or goods.start <= last.end:
        return False
    between = text[last.end : goods.start]
    if last.vague and not (between == " (" and text.startswith(")", goods.end)):
        return False
    apposed = len(between) <= _APPOSED_NEAR and _APPOSED.fullmatch(between) is not None
    return apposed and ("," not in between or "the" in between)


_APPOSED_NEAR = 8


# The class of arms of any kind.
_ARMS = "weapons"


def _of_article(text: str, match: ArticleMatch) -> Goods:
    start = match.start
    said = fold(text[start : match.end])
    if match.generic and fold(text[max(0, start - 6) : start]) == "other ":
        start, said = start - 6, f"other {said}"
    return Goods(
        start,
        match.end,
        match.name,
        article=match.article,
        designation=match.designation,
        name_end=match.name_end,
        kind=match.kind,
        generic=match.generic,
        vague=match.generic and (match.kind == _ARMS or said in transfer_terms.words("vague goods")),
        said=fold(text[match.start : match.name_end]) if not match.generic else said,
        origin=article(match.article).origin if match.article else None,
    )


def _inside(names: list[tuple[int, int]], goods: Goods) -> bool:
    """Tell whether a class word stands inside a name: "Israel Aircraft Industries" names no aircraft."""
    index = bisect_left(names, (goods.start + 1, 0))
    return index > 0 and names[index - 1][1] > goods.end


_OF_A_KIND = re.compile(r" of (?:[\w.-]+ ){0,2}")


def _measures(text: str, last: Goods, goods: Goods) -> bool:
    """Tell whether a word only measures what follows: "rounds of artillery ammunition"."""
    measure = last.generic and last.said.endswith("rounds")
    return measure and _OF_A_KIND.fullmatch(text, last.end, goods.start) is not None


def _joined(text: str, found: list[Goods]) -> list[Goods]:
    """Join a name with the class word right behind it, and a class word with a class word."""
    joined: list[Goods] = []
    for goods in found:
        last = joined[-1] if joined else None
        if (
            last
            and not last.vague
            and goods.generic
            and (text[last.end : goods.start] in {" ", "\n", "-", "\u00a0"} or _measures(text, last, goods))
        ):
            if last.generic:
                words = fold(text[last.start : goods.end])
                name = " ".join(words.split())
                joined[-1] = replace(last, end=goods.end, name=name, kind=goods.kind, said=name)
            else:
                joined[-1] = replace(last, end=goods.end, kind=last.kind or goods.kind)
            continue
        joined.append(goods)
    return joined


def _named(text: str, goods: Goods, places: dict[int, int]) -> Goods:
    """Take in the name before a class word: "Teevra 40" + "naval gun system"."""
    edge = _before_adjectives(text, goods.start)
    before = _NAME_BEFORE.search(text, max(0, edge - 60), edge)
    if before is None:
        return goods
    start = before.start()
    while start < edge:
        word = text[start:edge].split(maxsplit=1)[0]
        if start in places:
            start = _next_word(text, places[start], edge)
        elif (
            word[0].isdigit()
            or _MADE.search(word)
            or (_DOING_WORD.fullmatch(word) and _begins_sentence(text, start))
            or fold(word) in transfer_terms.words("no names")
            or fold(word) in transfer_terms.words("party heads")
            or fold(word) in transfer_terms.verb_forms()
        ):
            start = _next_word(text, start + len(word), edge)
        else:
            break
    name = " ".join(text[start:edge].split())
    if not name or not name[0].isupper() or _heading_style(text, start, goods.end):
        return goods
    return replace(goods, start=start, name=name, name_end=start + len(name), generic=False, said=fold(name))


# "Concerning ammunition, it ...": a word that opens a sentence.
_DOING_WORD = re.compile(r"[A-Z][a-z]{3,}ing")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:\n”\"])\s*$")


def _begins_sentence(text: str, place: int) -> bool:
    return _SENTENCE_BEGINS.search(text, max(0, place - 4), place) is not None


# "Quebec-made helicopters" are no helicopters of that name.
_MADE = re.compile(r"-(?:made|built|designed|produced|manufactured|supplied|owned|based|era)$")
_ADJECTIVE = re.compile(r"([a-z][a-z-]*)[ \n]$")


def _before_adjectives(text: str, place: int) -> int:
    """Step back over "surveillance" in "ScanEagle surveillance UAVs"."""
    for _ in range(2):
        word = _ADJECTIVE.search(text, max(0, place - 24), place)
        if word is None or word[1] not in transfer_terms.words("class adjectives"):
            return place
        place = word.start()
    return place


def _next_word(text: str, start: int, end: int) -> int:
    while start < end and not text[start].isspace():
        start += 1
    while start < end and text[start].isspace():
        start += 1
    return start


def _heading_style(text: str, start: int, end: int) -> bool:
    """Tell whether the words around are set as a headline, where capitals name nothing."""
    left, right = text.rfind("\n", max(0, start - 120), start) + 1, text.find("\n", end, end + 120)
    line = text[max(left, start - 120) : right if right >= 0 else end + 40]
    words = _TITLE_WORD.findall(line)
    return line.isupper() or (len(words) > 3 and sum(word[0].isupper() for word in words) > 0.75 * len(words))
