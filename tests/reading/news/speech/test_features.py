"""What a token sees of the cues, pauses and quotations around it, beside a plain count token by token."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from armsdocket.reading.news.speech.features import (
    BETWEEN,
    LEFT,
    PLACE,
    RIGHT,
    SEGMENT,
    TEMPLATES,
    WEAK_LEFT,
    WEAK_RIGHT,
    features,
    neighbours,
)
from armsdocket.reading.news.speech.layout import NONE, lay_out
from armsdocket.reading.news.speech.model import shipped
from armsdocket.reading.news.speech.wording import Wording, wordings

WORDS = st.sampled_from(("Ana", "said", "told", "we", "hopes", "noted", "that", "the", *",.:“”(+¶"))
TEXTS = st.lists(WORDS, max_size=40).map(lambda words: " ".join(words).replace("¶", "\n\n"))
# Distances from a cue at which a new zone begins.
ZONES = (1, 2, 3, 4, 6, 10, 20, 40)


@settings(deadline=None)
@given(TEXTS)
def test_a_paragraph_is_seen_by_itself(text: str) -> None:
    lexicon = shipped().lexicon
    paragraphs = [wording for wording in wordings(text) if wording.words]
    if not paragraphs:
        return
    together = lay_out(paragraphs, lexicon)
    for wording, (first, after) in zip(paragraphs, together.paragraphs, strict=True):
        alone = lay_out([wording], lexicon)
        ((begin, end),) = alone.paragraphs
        for see in (features, neighbours):
            assert see(together)[:, first:after].tolist() == see(alone)[:, begin:end].tolist()


@settings(deadline=None)
@given(TEXTS)
def test_what_is_around_a_token(text: str) -> None:
    templates = (LEFT, RIGHT, WEAK_LEFT, WEAK_RIGHT, BETWEEN, SEGMENT, PLACE)
    columns = [TEMPLATES.index(template) for template in templates]
    for wording in wordings(text):
        if wording.words:
            layout = lay_out([wording], shipped().lexicon)
            ((first, after),) = layout.paragraphs
            seen = features(layout)[columns, first:after].T.tolist()
            assert seen == [list(row) for row in _plain(wording)]


def _plain(wording: Wording) -> Iterator[tuple[int, ...]]:
    lexicon = shipped().lexicon.listed
    words, quoted = wording.words, wording.quoted
    level = [lexicon.cues.get(word.lower(), 0) * (q < 0) for word, q in zip(words, quoted, strict=True)]
    numbers = {word: number for number, word in enumerate(lexicon.words, 1)}
    for first, after in wording.bounds:
        strongest = max(level[first:after], default=0)
        has_quote = max(quoted[first:after], default=-1) >= 0
        for i in range(first, after):
            left = max((j for j in range(first, i) if level[j] >= 2), default=NONE)
            right = min((j for j in range(i + 1, after) if level[j] >= 2), default=NONE)
            passed = words[left + 1 if left >= 0 else first : i]
            pauses = min(2, sum(word in ",;:—–" for word in passed))
            around = (_level(level, left) << 3 | _level(level, right)) << 1 | (quoted[i] >= 0)
            weak = [NONE, NONE]
            before = max((j for j in range(first, i) if level[j]), default=NONE)
            behind = min((j for j in range(i + 1, after) if level[j]), default=NONE)
            for side, place in enumerate((before, behind)):
                if level[i] == 0 and _level(level, place) == 1:
                    weak[side] = numbers[words[place].lower()] << 2 | min(3, abs(i - place))
            yield (
                _zoned(level, i, left),
                _zoned(level, i, right),
                *weak,
                ((around << 2 | pauses) << 1 | ("that" in passed)) << 3 | strongest,
                _segment(words[first:after], level[first:after], i - first),
                (min(3, i - first) << 2 | min(2, after - 1 - i)) << 4 | strongest << 1 | has_quote,
            )


def _level(levels: list[int], place: int) -> int:
    return levels[place] if place >= 0 else 0


def _zoned(levels: list[int], i: int, place: int) -> int:
    if place < 0:
        return NONE
    return levels[place] << 4 | sum(abs(i - place) >= zone for zone in ZONES)


def _segment(words: list[str], levels: list[int], i: int) -> int:
    """Part a sentence behind each comma and mark, and number the strongest cues of the pieces."""
    pieces, mine = [0], 0
    for place, (word, level) in enumerate(zip(words, levels, strict=True)):
        if place == i:
            mine = len(pieces) - 1
        if word in ',;:—–()“”"':
            pieces.append(0)
        else:
            pieces[-1] = max(pieces[-1], level)
    following = last = 0
    if mine + 1 < len(pieces):
        following, last = pieces[mine + 1] + 1, pieces[-1] + 1
    before = pieces[mine - 1] + 1 if mine else 0
    return ((pieces[mine] << 3 | following) << 3 | last) << 3 | before
