"""When a stage was reached: the date by the words that set it."""

import re

from armsdocket.reading.claims import Sourced
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.tense import Verdict
from armsdocket.reading.values.date import DateFound
from armsdocket.vocabulary import transfer_terms

# "the Act of 1961", "since 2008": no day on which anything was done.
_OTHER_DATE = r"\b<no day of>\s+(?:the\s+)?$"


def date_of(scene: Scene, verdict: Verdict) -> Sourced[str] | None:
    """Give the day, month or year by the words that set a stage, when it is theirs and no other verb's."""
    place = verdict.start
    begin, end = scene.clause(place)
    near: list[DateFound] = [
        found
        for found in scene.dates
        if begin <= found.passage.start < end
        and not transfer_terms.phrase(_OTHER_DATE).search(
            scene.folded, max(scene.start, found.passage.start - 20), found.passage.start
        )
    ]
    near = [
        found
        for found in near
        if not _lies_ahead(scene, place, found.passage.start)
        and not _of_other_verb(scene, verdict, found.passage.start)
        and not _of_charge(scene, place, found.passage.start)
    ]
    if not near:
        return None
    found = min(near, key=lambda date: abs(date.passage.start - place))
    return Sourced(value=found.value, as_written=found.passage.words(scene.text), passage=found.passage)


def _lies_ahead(scene: Scene, place: int, date: int) -> bool:
    """Tell whether a day is of what is to come: "ordered last year, should arrive in 2025"."""
    return transfer_terms.pattern("still to happen").search(scene.folded, place, date) is not None


def _of_charge(scene: Scene, place: int, date: int) -> bool:
    """Tell whether it is the day somebody said so: "Chile on Friday accused Norway of sending tanks"."""
    begin = scene.clause(place)[0]
    return date < place and transfer_terms.pattern("charges").search(scene.folded, begin, place) is not None


def _of_another_subject(scene: Scene, verbs: list[int], date: int, place: int) -> bool:
    """Tell whether somebody else does it: "In 2019 Peru ordered jets, and Norway has bought tanks"."""
    return any(
        scene.folded.endswith(" and ", date, party.start) and any(date < verb < party.start for verb in verbs)
        for party in scene.parties
        if date < party.start < place and party.nominal
    )


# "launched in 2014 and sold since": the day is of the verb before.
_JOINS_VERBS = re.compile(r"\b(?:and|but|which|who|that|when|while)\b")
_YEAR_BEFORE = 6
# "In 2019 it was said that ...": a day this near the start of its clause is that of all verbs behind.
_FRONT = 12


def _of_other_verb(scene: Scene, verdict: Verdict, date: int) -> bool:
    """Tell whether another verb stands nearer the date: "received under a contract signed in 2019"."""
    place = verdict.start
    if any(
        not cue.value.tense and 0 < cue.start - date <= _YEAR_BEFORE
        for cue in scene.cues
        if cue.start != place
    ):
        # "under a 2015 deal"
        return True
    verbs = [cue.start for cue in scene.cues if cue.value.tense and not cue.start <= place < cue.end]
    if verdict.stage == "delivered":
        verbs += [word.start for word in scene.stage_words if word.value.stage == "contracted"]
    if date > place:
        return any(place < verb < date for verb in verbs)
    fronted = date - scene.clause(date)[0] <= _FRONT and not _of_another_subject(scene, verbs, date, place)
    if not fronted and _JOINS_VERBS.search(scene.folded, date, place):
        return True
    return any(verb < date for verb in verbs) and not any(date < verb < place for verb in verbs)
