"""A candidate for a transfer: a cue word with the buyer, seller and goods in their places around it."""

from dataclasses import dataclass

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One telling of a transfer: a cue and what stands in its places; any of them may be missing."""

    scene: Scene
    cue: Cue
    buyers: tuple[PartyMention, ...]
    sellers: tuple[PartyMention, ...]
    goods: tuple[Goods, ...]
    passive: bool = False
    carried: bool = False
    """True when buyer or goods were carried over from a sentence before."""
    guessed: bool = False
    """True when the buyer is only who the sentence is about."""
