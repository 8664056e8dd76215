"""Who acts: the subject of a verb of transfer, through pronouns, relative clauses and who is urged to."""

import re

from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.transfer_terms import phrase

REACH = 170


# What may govern the party that "to buy" belongs to: "pressure on Argentina to buy", "for Poland to send".
_CONTROL = frozenset({None, "on", "for", "to", "told", "like"})


_INFINITIVE = re.compile(r"\s*(?:either\s+|also\s+|not\s+)?(?:to\s+(?:(?!let|it|help|allow)\w+\s+){0,2})?$")


_VERB_NEAR = re.compile(r"\s+(?:[\w-]+\s+){0,4}$")


def acts(party: PartyMention) -> bool:
    """Tell whether a party can be what a sentence is about; alliances rarely buy."""
    buys = party.is_country or party.code in transfer_terms.receiver_names()
    return party.nominal and party.prep is None and party.form != "company" and buys


def first_actor(scene: Scene, place: int) -> tuple[PartyMention, ...]:
    """Give the first party before ``place`` that can act."""
    for party in scene.parties:
        if party.end <= place and acts(party):
            return group_of(scene, party)
    return ()


_VERB = re.compile(r" (?:[a-z]+ly )?([a-z]+)\b")


def main_actor(scene: Scene, place: int) -> tuple[PartyMention, ...]:
    """Give the party that a verb follows, the last before ``place``, or the first that can act.

    "In the war to drive Iraq from Kuwait, the UAE launched a programme": the UAE.
    """
    for party in reversed(scene.parties):
        if party.end <= place and acts(party):
            verb = _VERB.match(scene.folded, party.end)
            if verb and (verb[1].endswith("ed") or verb[1] in transfer_terms.words("acts")):
                return group_of(scene, party)
    return first_actor(scene, place)


def group_of(scene: Scene, party: PartyMention) -> tuple[PartyMention, ...]:
    """Give a party with those that commas and "and" join to it."""
    return tuple(other for other in scene.parties if other.group == party.group)


def subject_of(
    scene: Scene, place: int, topic: PartyMention | None, *, buying: bool
) -> tuple[PartyMention, ...]:
    """Give who acts: who stands right before "to buy", else the nearest subject, else "it", else an owner."""
    left = [party for party in scene.parties if party.end <= place and place - party.end <= REACH]
    if buying:
        left = [party for party in left if party.form != "company"]
    left = _outside_apposition(scene, left, place)
    if _unnamed(scene, place):
        return ()
    if _blamed_for(scene, left, place):
        left = []
    elif left and _controls(scene, left[-1], place):
        return group_of(scene, left[-1])
    subjects = [party for party in left if party.nominal and party.prep in {None, "like"}]
    # "It has also asked France to stop selling arms"
    asked = [party for party in left if party.prep == "told" and scene.folded.startswith(" to ", party.end)]
    if asked and not subjects:
        return group_of(scene, asked[-1])
    begin = max(subjects[-1].end if subjects else scene.start, place - 60)
    if pronoun := _pronoun(scene, begin, place):
        return _stood_for(scene, left, pronoun, topic)
    if subjects:
        return group_of(scene, _asked(scene, left, subjects[-1], place))
    return _owner_or_topic(scene, left, place, topic)


def _stood_for(
    scene: Scene, left: list[PartyMention], pronoun: int, topic: PartyMention | None
) -> tuple[PartyMention, ...]:
    """Give whom "it" stands for: the party before it that can be meant, or the topic."""
    own = [party for party in left if party.end <= pronoun and party.nominal]
    own = [party for party in own if party.prep is None or _can_be_meant(scene, party, pronoun)]
    if not own and scene.folded.startswith("the ", pronoun):
        # "India's exports grow as the country is close to a deal"
        own = [party for party in left if party.end <= pronoun and party.possessive]
    return group_of(scene, own[-1]) if own else _only(topic)


def _owner_or_topic(
    scene: Scene, left: list[PartyMention], place: int, topic: PartyMention | None
) -> tuple[PartyMention, ...]:
    """Give an owner right before the verb, or the topic where no other party stands before it."""
    owners = [
        party
        for party in left
        if place - party.end <= 60 and (party.possessive or (party.form == "adjective" and not party.made))
    ]
    if owners:
        return group_of(scene, owners[-1])
    if left:
        return ()
    named = transfer_terms.pattern("pronouns").search(scene.folded, scene.start, place)
    return _only(topic) if named or opens_with_its(scene) or place - scene.start < _SOON else ()


def is_subject(scene: Scene, party: PartyMention, place: int) -> bool:
    """Tell whether only what belongs to the verb at ``place`` stands between: "Peru has been |supplied"."""
    return _BEFORE_VERB.fullmatch(scene.folded, party.end, place) is not None


_BEFORE_VERB = re.compile(
    r"(?: \([^()]*\))?,?(?: (?:which|who|that))?(?:,? (?:is|are|was|were|has|have|had|been|being|be|will|"
    r"would|could|should|may|might|to|not|also|already|now|soon|later|first|once|\w+ly))* "
)


def opens_with_its(scene: Scene) -> bool:
    """Tell whether the sentence speaks of what belongs to the topic: "Its parliament must still approve"."""
    return _ITS.match(scene.folded, scene.start) is not None


_ITS = re.compile(r"(?:(?:on|in|last|earlier|by) (?:\w+ ){1,4}?)?(?:its|their) \w")


_CLOSES = re.compile(
    r", (?:(?:is|was|are|were|has|have|had|will|would|may|could|also|now|already|recently|to|be|been|"
    r"expected|set|due|said|plans?|wants?|intends?|hopes?|agreed) )*$"
)
_APPOSED = re.compile(r"(?: \([^()]*\))?, (?:an?|the|one of|which|who|whose)\b[^,;:]*")


def _outside_apposition(scene: Scene, left: list[PartyMention], place: int) -> list[PartyMention]:
    """Leave out who is only named in an aside: "Peru, a country bordering Chile, will buy"."""
    closing = _CLOSES.search(scene.folded, scene.start, place)
    if closing is None:
        return left
    for index, party in enumerate(left):
        if (
            party.nominal
            and party.prep is None
            and _APPOSED.fullmatch(scene.folded, party.end, closing.start())
        ):
            return left[: index + 1]
    return left


# "talks with other countries interested in buying", "several countries have sent"
_UNNAMED = (
    r"\b(?<!united )<groups of states> (?:(?:that|which|who|are|were|<helping verbs>) )*"
    r"(?:<ready words> )?(?:\w+ed (?:to )?)?$"
)


_ONE_OF = re.compile(r"\b(?:one of|among|the (?:\w+ )?(?:first|latest|only|last)(?: of)?) (?:[\w-]+ ){0,4}$")


def _unnamed(scene: Scene, place: int) -> bool:
    """Tell whether who acts is told without a name: "several countries have sent", "allies keen to buy".

    "Peru is one of several countries that ordered" names one.
    """
    states = phrase(_UNNAMED).search(scene.folded, max(scene.start, place - 60), place)
    return states is not None and not _ONE_OF.search(scene.folded, scene.start, states.start())


def _blamed_for(scene: Scene, left: list[PartyMention], place: int) -> bool:
    """Tell whether who acts is not named behind "for": "sanctioned a firm for selling"."""
    if not scene.folded.endswith(" for ", scene.start, place) or not left:
        return False
    blamed = left[-1].prep == "told" or scene.folded.startswith(" for ", left[-1].end)
    return not blamed and _BLAMED.search(scene.folded, left[-1].end, place) is None


_BLAMED = re.compile(
    r"\b(?:was|were|is|are|been|being|responsib\w+|plans?|contract|deal|agreement)\b[^.;,]* for $"
)


def _asked(scene: Scene, left: list[PartyMention], subject: PartyMention, place: int) -> PartyMention:
    """Give who is asked to do it in "China urged Washington to think again and stop selling arms"."""
    asked = [party for party in left if party.prep == "told" and party.start > subject.end]
    if not asked:
        return subject
    end = asked[-1].end
    acts_then = scene.folded.startswith(" to ", end) or _THE_FIRST.fullmatch(scene.folded, end, place)
    return asked[-1] if acts_then else subject


# "making Poland the first country of the alliance to purchase"
_THE_FIRST = re.compile(r" (?:the|its|an?) (?:[\w-]+ ){1,9}(?:to )?")
# "a deal with Norway, which has said that it will buy"
_RELATIVE_OPENS = re.compile(r",? (?:which|who) (?:\w+ ){1,4}(?:that )?(?=it |they )")


def _can_be_meant(scene: Scene, party: PartyMention, pronoun: int) -> bool:
    """Tell whether "it" is an object: "warned Serbia that it", "to Taiwan, waiting for jets it bought"."""
    if _RELATIVE_OPENS.match(scene.folded, party.end):
        return True
    if party.prep == "told" and scene.folded[party.end : pronoun].strip() == "that":
        return True
    before = [goods for goods in scene.goods if goods.end <= pronoun]
    return party.prep in {"to", "for"} and bool(before) and pronoun - before[-1].end <= 6


# A verb this near the start of its sentence has no room for a subject of its own.
_SOON = 40


def _only(party: PartyMention | None) -> tuple[PartyMention, ...]:
    return (party,) if party else ()


# "the US decision to sell", "India's intention to buy".
_INTENT = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+)?(?:decision|plans?|intention|move|bid|willingness|readiness|promise|pledge|"
    r"proposal|desire|wish|efforts?|attempts?|refusal|right)\s+to\s+(?:\w+\s+)?"
)
_RELATIVE = re.compile(
    r",?\s+(?:which|who|that)\s+(?:(?:has|have|had|is|are|was|were|will|would|also|not|yet|to|be|been|recently|already)\s+)*"
)


# "to Peru, which is short of them after sending jets to Chile"
_RELATIVE_GERUND = re.compile(
    r",? (?:which|who) (?:is|are|was|were|has|had|have)\b[^,;:]{0,60} "
    r"(?:after|before|by|while|since) (?:\w+ly )?"
)
# "the Philippines, which recently contracted a deal"
_RELATIVE_DEAL = re.compile(
    r",? (?:which|who|that) (?:\w+ly )?(?:(?:has|had|have) )?(?:signed|contracted|struck|concluded|sealed|"
    r"inked|made|reached|won|placed|awarded) (?:(?:an?|the|its|two|three) )?(?:[\w$-]+ ){0,3}?"
)
# "reports of Pakistan supplying arms": who stands right before the verb acts, unless only a place is told.
_DOING = re.compile(r" \w+ing\b")
# "with Norway in line to get four"
_BOUND_TO = re.compile(
    r" (?:in line|set|due|expected|likely|slated|poised|scheduled|keen|ready) to (?:\w+ )?"
)
# "hours before the State Department approved": the word before joins a clause, not the party.
WHEN = frozenset({"before", "after", "than"})
_PLACED = frozenset({"in", "from", "by", "at", "near", "inside"})


def _controls(scene: Scene, party: PartyMention, place: int) -> bool:
    """Tell whether a party stands right before the verb, whatever governs it: "urged Turkey to buy"."""
    if _INTENT.fullmatch(scene.folded, party.end, place):
        return True
    if not party.nominal:
        return False
    relative = (_RELATIVE, _RELATIVE_GERUND, _RELATIVE_DEAL)
    if any(between.fullmatch(scene.folded, party.end, place) for between in relative) or _charged(
        scene, party, place
    ):
        return True
    doing = _DOING.match(scene.folded, party.end) is not None
    if party.prep == "with":
        bound = _BOUND_TO.fullmatch(scene.folded, party.end, place) is not None
        return bound or (doing and _begins_with(scene, party))
    if party.prep not in _PLACED and doing and place - party.end <= 1:
        return True
    infinitive = _INFINITIVE.fullmatch(scene.folded, party.end, place) is not None
    return infinitive and (party.prep in _CONTROL or _tries(scene, party))


def _charged(scene: Scene, party: PartyMention, place: int) -> bool:
    """Tell whether somebody else says that it does, or keeps it from it: "Peru accused Chile of selling"."""
    if not _OF_DOING.fullmatch(scene.folded, party.end, place):
        return False
    first = group_of(scene, party)[0].start
    return phrase(_CHARGED).search(scene.folded, max(scene.start, first - _CHARGED_REACH), first) is not None


_OF_DOING = re.compile(
    r"(?:['’]s?)?(?: [\w.'’-]+){0,3}? (?:of|from|against) (?:[^,.;]{2,40} and (?:of|from|against) )?"
    r"(?:\w+ly )?(?:having )?"
)
_CHARGED = r"\b<charges>\s+(?:the |neighbou?ring )?$"
_CHARGED_REACH = 40


def _tries(scene: Scene, party: PartyMention) -> bool:
    """Tell whether it is his try: "bids by Qatar, Kuwait and Bahrain to buy"."""
    first = group_of(scene, party)[0]
    return party.prep == "by" and _TRIES.search(scene.folded, scene.start, first.start) is not None


_TRIES = re.compile(
    r"\b(?:bids?|requests?|attempts?|efforts?|plans?|moves?|offers?|proposals?|decisions?|pleas?) by "
    r"(?:the )?$"
)


def _begins_with(scene: Scene, party: PartyMention) -> bool:
    """Tell whether a clause begins with it: "With Germany trying to secure a deal"."""
    begin = scene.clause(party.start)[0]
    return scene.folded[begin : party.start].strip(" ,.;:-") in {"with", "with the"}


def _pronoun(scene: Scene, begin: int, place: int) -> int | None:
    """Give where "it" stands when it is the subject of the verb at ``place``."""
    found = None
    for match in transfer_terms.pattern("pronouns").finditer(scene.folded, begin, place):
        if _VERB_NEAR.fullmatch(scene.folded, match.end(), place):
            found = match.start()
    return found
