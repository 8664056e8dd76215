"""A party as one place of a text names it, and the preposition that joins it to its sentence."""

import re
from typing import Literal

import msgspec

from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.countries import name_of
from armsdocket.vocabulary.folding import fold_whole

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

    @property
    def is_country(self) -> bool:
        """Whether its code is a country's, not that of an organisation or of an armed group."""
        return len(self.code) == _ISO


# Letters of a country's code.
_ISO = 2
POSSESSIVE = re.compile(r"['’]s?(?=\s|$|[,.;])")
"""What makes a name an owner, behind it."""
_REACH = 64


def preposition(text: str, start: int) -> str | None:
    """Give the preposition that governs what begins at ``start``, over articles and adjectives.

    The object of "told", "urged" and the like is governed by "told".

    >>> preposition("sold to the Gulf kingdom of Bahrain", 28)
    'to'
    """
    fillers = transfer_terms.words("articles and adjectives")
    words = fold_whole(text)[max(0, start - _REACH) : start]
    if words[-1:] not in {" ", "\n", "-", "("}:
        return None
    tokens = [token.lstrip("[(") for token in words.split()]
    last = tokens[-1] if tokens else ""
    for word in reversed(tokens[-6:]):
        if word in transfer_terms.words("prepositions") and not (word == "of" and last != word):
            if (word == "in" and _acts_there(tokens)) or (word == "for" and _as_for(tokens)):
                return None
            return _AWAY.get(word, word) if _led_by(tokens, word) else word
        if word in transfer_terms.words("object verbs") or (
            word is last and word not in fillers and _is_participle(word)
        ):
            return "told"
        if word.rstrip(",") not in fillers and "-" not in word and word != "and":
            return None
    return None


def _as_for(tokens: list[str]) -> bool:
    """Tell whether a sentence turns to somebody: "As for Russia and why it would deliver arms"."""
    at = _last(tokens, "for")
    return at > 0 and tokens[at - 1] == "as"


def _acts_there(tokens: list[str]) -> bool:
    """Tell whether people of a country act for it: "voters in Peru rejected", "officials in Oslo said"."""
    at = _last(tokens, "in")
    return at > 0 and tokens[at - 1] in transfer_terms.words("acting in")


def _last(tokens: list[str], prep: str) -> int:
    return len(tokens) - 1 - tokens[::-1].index(prep)


def _is_participle(word: str) -> bool:
    """Tell whether what follows is the object of a participle: "a NATO member bordering Ukraine"."""
    return word.endswith("ing") and len(word) > _SHORTEST_PARTICIPLE and word not in _NO_PARTICIPLES


_SHORTEST_PARTICIPLE = 5
_NO_PARTICIPLES = frozenset({"during", "saying", "adding"})
_AWAY = {"to": "toward", "with": "beside", "from": "off", "for": "asked"}
_LEADING = {"to": "goes to", "with": "stands with", "from": "comes from", "for": "asks for"}


def _led_by(tokens: list[str], prep: str) -> bool:
    """Tell whether a preposition belongs to the word before it: "a visit to", "in service with"."""
    at = _last(tokens, prep)
    if at > 1 and tokens[at - 1].endswith("ly"):
        at -= 1  # "designed mainly for"
    words = transfer_terms.words(_LEADING[prep]) if prep in _LEADING else ()
    return at > 0 and tokens[at - 1].strip(",.\"'") in words


def party_name(code: str) -> str:
    """Give the name we print for a party's code; a receiver that is no country bears its own name."""
    return code if code in transfer_terms.receiver_names() else name_of(code)
