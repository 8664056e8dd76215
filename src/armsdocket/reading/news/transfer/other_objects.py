"""Verbs of transfer that take something else than goods: "choose to", "builds on", "a contract to buy"."""

import re

from armsdocket.reading.news.transfer.objects import goods_right
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]


def _told_by_noun(scene: Scene, cue: Cue) -> bool:
    """Tell whether the verb's object is a word of transfer that tells all: "secured orders for two guns"."""
    for other in scene.cues:
        if (
            cue.end <= other.start <= cue.end + 30
            and "," not in scene.folded[cue.end : other.start]
            and other.value.word in cue_words("telling all")
            and not other.value.tense
        ):
            return not any(cue.end <= goods.start < other.start for goods in scene.goods) or cue.value.weak
    return False


def _approves_goods(scene: Scene, cue: Cue) -> bool:
    """Tell whether goods themselves are approved ("cleared 200 missiles"), not a sale of them."""
    goods = goods_right(scene, cue.end, scene.clause(cue.start)[1])
    if not goods or goods[0].begin - cue.end > 24:
        return False
    return not any(cue.end <= other.start <= goods[0].end + 1 for other in scene.cues)


def _pays_for_goods(scene: Scene, cue: Cue) -> bool:
    """Tell whether a sum stands between the verb and goods: "would pay $340 million for the helicopters"."""
    goods = goods_right(scene, cue.end, scene.clause(cue.start)[1])
    if goods and _BILLIONS.match(scene.folded, cue.end):
        return goods[0].start - cue.end <= _BILLIONS_NEAR
    if not goods or (goods[0].generic and not goods[0].count):
        return False
    begin = goods[0].begin
    return any(cue.end <= found.passage.start < begin for found in scene.sums)


# "plans to spend billions on fighters" names no sum and tells of a purchase all the same.
_BILLIONS = re.compile(r" (?:billions|millions) (?:of [a-z]+ )?(?:on|for) ")
_BILLIONS_NEAR = 50


def _chooses_other(scene: Scene, cue: Cue) -> bool:
    """Tell whether no goods are chosen: "may choose to do so", "a few selected aircraft"."""
    if scene.folded.startswith((" to ", " up ", " on ", " off ", " out "), cue.end):
        return True
    described = _CHOSEN.search(scene.folded, max(scene.start, cue.start - 16), cue.start)
    return cue.value.tense == "past" and described is not None


_CHOSEN = re.compile(r"\b(?:an?|the|few|some|certain|several|other|its|their|these|those|of|on) $")


def _weighs_other(scene: Scene, cue: Cue) -> bool:
    """Tell whether a deed is weighed that moves no goods: "considering grounding the air force"."""
    doing = _DOING.match(scene.folded, cue.end)
    return doing is not None and not any(
        other.start < doing.end() and other.end > doing.start() for other in scene.cues if other != cue
    )


_DOING = re.compile(r" \w+ing\b")
_BUILDS_ON = re.compile(r" (?:on|upon|up)\b")
WITH = re.compile(r"[^,;:]{3,60}? with ")
"""What stands between a verb of renewing and the new goods: "replace its MiGs with"."""


def _renews_with_goods(scene: Scene, cue: Cue) -> bool:
    """Tell whether new goods stand behind "with": "will replace its MiGs with 12 F-16s"."""
    end = min(scene.end, cue.end + 70)
    behind = WITH.match(scene.folded, cue.end, end)
    return behind is not None and any(0 <= goods.begin - behind.end() <= _WITH_NEAR for goods in scene.goods)


_WITH_NEAR = 24


def takes_other(scene: Scene, cue: Cue) -> bool:
    """Tell whether a noun tells it better, or the verb takes something else than goods."""
    if cue.start == scene.start and scene.folded.startswith(",", cue.end):
        return True  # "Granted, he announced more aid"
    return (
        (cue.value.side == "acquires" and _told_by_noun(scene, cue))
        or (cue.value.word in cue_words("renewing") and not _renews_with_goods(scene, cue))
        or (cue.value.word in cue_words("paying") and not _pays_for_goods(scene, cue))
        or (cue.value.word in cue_words("approving") and not _approves_goods(scene, cue))
        or (cue.value.word == "build" and _BUILDS_ON.match(scene.folded, cue.end) is not None)
        or (cue.value.word in cue_words("choosing") and _chooses_other(scene, cue))
        or (cue.value.word in cue_words("weighing") and _weighs_other(scene, cue))
        or (cue.value.word == "commit" and scene.folded.startswith(" to ", cue.end))
    )
