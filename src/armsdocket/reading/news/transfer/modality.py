"""Whether words are denied, lie ahead, or speak of what is still to be signed."""

import re

from armsdocket.reading.news.transfer.scenes import Scene

_NOT = re.compile(
    r"(?:(?:\bnot|\bnever|n't|\bno|\bwithout|\bneither|\bnor|yet to|\bhardly)\s+(?:\w+\s+){0,2}|"
    r"\bno(?:ne)?\s+(?:\w+\s+){0,4})$"
)
# "does not indicate that a contract has been signed or that negotiations have concluded"
_NO_SIGN = re.compile(r"\b(?:does|do|did|would) not (?:mean|indicate|imply|guarantee|constitute)\b[^.;]*$")
_YET = re.compile(r"\b(?:yet to|not yet|still to)\s+(?:\w+\s+)?$")
_AHEAD = re.compile(
    r"\b(?:to|will|would|may|might|can|could|should|shall|must|cannot)\s+(?:\w+ly\s+|also\s+|soon\s+|not\s+|first\s+)?"
    r"(?:be\s+|have\s+been\s+|have\s+)?(?:\w+ly\s+)?$"
)
_TO_SIGN = re.compile(
    r"\b(?:to|will|would|may|might|can|could|should|shall|must)\s+(?:\w+ly\s+|also\s+|soon\s+)?(?:be\s+)?"
    r"(?:sign|ink|seal|conclude|clinch|finali[sz]e)(?:e?d)?\s+(?:[\w-]+\s+){0,4}$"
)


def negated(scene: Scene, place: int) -> bool:
    """Tell whether what stands at ``place`` is denied: "not", "no sign that"."""
    return (
        _NOT.search(scene.folded, max(scene.start, place - 28), place) is not None
        or _NO_SIGN.search(scene.folded, max(scene.start, place - 90), place) is not None
    )


def undecided(scene: Scene, place: int) -> bool:
    """Tell whether the verb at ``place`` is still to be done: "has yet to pick"."""
    return _YET.search(scene.folded, max(scene.start, place - 28), place) is not None


def lies_ahead(scene: Scene, place: int) -> bool:
    """Tell whether the verb at ``place`` is still to happen: "will be", "is to", "may"."""
    return _AHEAD.search(scene.folded, max(scene.start, place - 48), place) is not None


def unsigned(scene: Scene, place: int) -> bool:
    """Tell whether an agreement at ``place`` is still to be signed: "will sign an agreement to buy"."""
    return _TO_SIGN.search(scene.folded, max(scene.start, place - 60), place) is not None
