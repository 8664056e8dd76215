"""Who speaks together."""

import pytest

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.statement.joint_speakers import JointSpeakers
from armsdocket.reading.news.statement.people import People

CASES = [
    ("Ana Kovac and Jon Ames said so.", "Jon Ames", "Ana Kovac and Jon Ames", "two names"),
    (
        "Sens. Ana Kovac (D-Ill.), Tor Bek (R-Ky.) and Jon Ames (R-Utah) said so.",
        "Jon Ames",
        "Ana Kovac, Tor Bek and Jon Ames",
        "a list with parties in brackets",
    ),
    ("Kovac, Bek and Ames wrote it.", "Bek and Ames", "Kovac, Bek and Ames", "surnames alone"),
    (
        "Minister Ana Kovac and her Norwegian counterpart Jon Ames said so.",
        "her Norwegian counterpart Jon Ames",
        "Ana Kovac and Jon Ames",
        "a title with its owner between",
    ),
    ("Then, Jon Ames said so.", "Jon Ames", None, "one name"),
    ("Ana Kovac, head of the Arvo and Nova group, said so.", "Ana Kovac", None, "a name in an apposition"),
    ("Bek told Ana Kovac and Jon Ames said so.", "Jon Ames", None, "who is told does not speak"),
]


@pytest.mark.parametrize(("text", "source", "names", "reason"), CASES)
def test_speak_together(text: str, source: str, names: str | None, reason: str) -> None:
    joint = JointSpeakers(text, People(text))
    start = text.index(source)
    speaker = joint.speaker(joint.with_others(Passage(start, start + len(source))))
    assert (speaker.value if speaker else None) == names, reason
