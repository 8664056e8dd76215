"""Whether words are denied, lie ahead, or speak of what is still to be signed."""

from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.vocabulary.transfer_terms import phrase

_MARK = "[\"'“”‘’]?"
_NOT = rf"(?:(?:\b<negations>|n't){_MARK}\s+(?:\w+\s+){{0,2}}|\bno(?:ne)?\s+(?:\w+\s+){{0,4}})$"
# "does not indicate that a contract has been signed or that negotiations have concluded"
_NO_SIGN = r"\b(?:does|do|did|would) not <indications>\b[^.;]*$"
_YET = r"\b<not yet>\s+(?:\w+\s+)?$"
_ADVERB = r"(?:\w+ly\s+|also\s+|soon\s+|not\s+|first\s+){0,3}"
_AHEAD = rf"\b<modals>\s+{_ADVERB}(?:be\s+|have\s+been\s+|have\s+)?(?:\w+ly\s+)?$"
_UNREAL = rf"\b<unreal>\s+{_ADVERB}have\s+(?:\w+ly\s+)?$"
_TO_SIGN = rf"\b<modals>\s+{_ADVERB}(?:be\s+)?<concluding>\s+(?:[\w-]+\s+){{0,4}}$"
_DID = r"\bdid\s+(?:indeed\s+|once\s+)?$"


def _before(scene: Scene, wording: str, place: int, reach: int) -> bool:
    return phrase(wording).search(scene.folded, max(scene.start, place - reach), place) is not None


def negated(scene: Scene, place: int) -> bool:
    """Tell whether what stands at ``place`` is denied: "not", "no sign that"."""
    return _before(scene, _NOT, place, 28) or _before(scene, _NO_SIGN, place, 90)


def undecided(scene: Scene, place: int) -> bool:
    """Tell whether the verb at ``place`` is still to be done: "has yet to pick"."""
    return _before(scene, _YET, place, 28)


def lies_ahead(scene: Scene, place: int) -> bool:
    """Tell whether the verb at ``place`` is still to happen: "will be", "is to", "may"."""
    return _before(scene, _AHEAD, place, 48)


def unreal(scene: Scene, place: int) -> bool:
    """Tell whether the verb at ``place`` never came about: "was to have bought"."""
    return _before(scene, _UNREAL, place, 48)


def unsigned(scene: Scene, place: int) -> bool:
    """Tell whether an agreement at ``place`` is still to be signed: "will sign an agreement to buy"."""
    return _before(scene, _TO_SIGN, place, 60)


def emphatic(scene: Scene, place: int) -> bool:
    """Tell whether "did" says with weight that the verb at ``place`` was done: "China did sell tanks"."""
    return _before(scene, _DID, place, 16)
