"""Fit the linear chain that labels tokens as source, cue and content."""

import gzip
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from armsdocket.reading.news.speech.features import NEIGHBOURS, TEMPLATES, features, neighbours
from armsdocket.reading.news.speech.labels import LABELS
from armsdocket.reading.news.speech.lattice import SCORE
from armsdocket.reading.news.speech.layout import lay_out
from armsdocket.reading.news.speech.model import Weights
from armsdocket.reading.news.speech.wording import TOKEN, Wording, wordings
from armsdocket.reading.news.speech.words import CLASS, FORM, NUMBER, OFFSETS, Lexicon, WordList, all_classes
from armsdocket.vocabulary.speech import word_classes
from training.corpus import Article, Marked, Spans

SCALE = 64


class Fitted(NamedTuple):
    """What the trainer found: weights of pairs of labels, and of pairs of feature and label."""

    transitions: dict[tuple[str, str], float]
    states: dict[tuple[str, str], float]


class Member(NamedTuple):
    """One way to fit the chain, by the trainer's names."""

    algorithm: str
    times: int
    settings: dict[str, float]


# Marks that stand between leading content and who said it.
_LEADS_OVER = frozenset({",", "-", "–", "—"})
_COMMON = 5
"""A word is told apart when this many articles hold it."""
_CUE_STEPS = ((0.7, 4), (0.45, 3), (0.22, 2), (0.08, 1))


def word_list(articles: list[Article]) -> WordList:
    """Choose the words the model may tell apart: common, and not mostly written with a capital."""
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    endings: Counter[str] = Counter()
    for article in articles:
        words = TOKEN.findall(article.text)
        lower = [word.lower() for word in words]
        every.update(lower)
        small.update(word for word in words if not word[0].isupper())
        spread.update(set(lower))
        endings.update({word[-3:] for word in lower if word[0].isalpha()})
        for marked in article.marked:
            cues.update(_heads(article.text, marked.cue))
    common = [
        word
        for word in sorted(spread)
        if spread[word] >= _COMMON and (small[word] >= 0.3 * every[word] or word == "i")
    ]
    steps = {word: _step(cues[word] / every[word]) for word in common if cues[word] >= 4}
    return WordList(
        words=tuple(common),
        suffixes=tuple(sorted(end for end, count in endings.items() if count >= 2 * _COMMON)),
        cues={word: step for word, step in steps.items() if step},
        classes=all_classes(),
    )


def _heads(text: str, cue: Spans) -> list[str]:
    closed = word_classes()
    found = []
    for start, end in cue:
        words = [word.lower() for word in TOKEN.findall(text[start:end])]
        if len(words) <= 4:
            found += [word for word in words if word.isalpha() and closed.get(word, "person") == "person"]
    return found


def _step(share: float) -> int:
    return next((step for least, step in _CUE_STEPS if share >= least), 0)


def names(wording: Wording, lexicon: Lexicon) -> list[list[str]]:
    """Spell out the features of each token of a paragraph, as the runtime sums them."""
    layout = lay_out([wording], lexicon)
    ((start, after),) = layout.paragraphs
    count = after - start
    own = (features(layout) << 5 | np.array(TEMPLATES)[:, None])[:, start:after].T.tolist()
    beside = neighbours(layout)[:, start:after].T.tolist()
    rows = [
        [f"o{key}" for key in mine if key >= 0]
        + [f"{kind}|{key}" for kind, key in zip(NEIGHBOURS, around, strict=True) if key >= 0]
        for mine, around in zip(own, beside, strict=True)
    ]
    words = [
        [value << 2 | kind for kind, value in enumerate(facts) if value or kind == CLASS]
        for facts in layout.facts[CLASS : FORM + 1, start:after].T.tolist()
    ]
    for i, row in enumerate(rows):
        for offset in OFFSETS:
            if 0 <= i + offset < count:
                keys = words[i + offset]
                row.extend(f"w{offset}|{key}" for key in keys if abs(offset) < 3 or key & 3 == NUMBER)
    return rows


def labels(wording: Wording, marked: Iterable[Marked]) -> list[str]:
    """Label the tokens of a paragraph; where attributions overlap the first content stands.

    Content whose source and cue all follow it has labels of its own, in small letters, and takes the comma
    before them in: so the chain knows, right behind it, that somebody is still to be named.
    """
    found = ["O"] * len(wording.words)
    marked = list(marked)
    for one in marked:
        for start, end in one.content:
            _mark(found, wording, start, end, "bie" if _leads(wording, one, start, end) else "BIE")
    for role, label in (("source", "S"), ("cue", "Q")):
        for one in marked:
            for start, end in getattr(one, role):
                _mark(found, wording, start, end, label * 3)
    for i in range(1, len(found) - 1):
        if (
            found[i] == "O"
            and found[i - 1] in "be"
            and found[i + 1] in "SQ"
            and wording.words[i] in _LEADS_OVER
        ):
            found[i] = "e"
            found[i - 1] = "i" if found[i - 1] == "e" else "b"
    return found


def _leads(wording: Wording, one: Marked, start: int, end: int) -> bool:
    """Tell whether source and cue all stand behind this piece of content, in its paragraph."""
    paragraph = wording.passage
    around = [
        span for span in (*one.source, *one.cue) if span[0] < paragraph.end and span[1] > paragraph.start
    ]
    return any(span[0] >= end for span in around) and all(span[0] >= start for span in around)


def _mark(found: list[str], wording: Wording, start: int, end: int, names: str) -> None:
    """Label the tokens of a span, if none is labelled yet, by the names of the first, inner and last."""
    if end <= wording.passage.start or start >= wording.passage.end:
        return
    tokens = enumerate(zip(wording.starts, wording.words, strict=True))
    inside = [i for i, (first, word) in tokens if first < end and first + len(word) > start]
    if not inside or any(found[i] != "O" for i in inside):
        return
    for i in inside:
        found[i] = names[1]
    found[inside[-1]] = names[2]
    found[inside[0]] = names[0]


def fit(articles: list[Article], members: Sequence[Member]) -> tuple[WordList, Fitted]:
    """Fit each member to the same articles; return the words told apart and the sum of the members."""
    import pycrfsuite  # noqa: PLC0415 - needed to fit only; the rest of this module is tested without it

    listed = word_list(articles)
    lexicon = Lexicon(listed)
    trainer = pycrfsuite.Trainer(verbose=False)
    for article in articles:
        for wording in wordings(article.text):
            if wording.words:
                trainer.append(names(wording, lexicon), labels(wording, article.marked))
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain.crf")
        for member in members:
            trainer.select(member.algorithm)
            trainer.set_params(member.settings)
            for _ in range(member.times):
                trainer.train(path)
                tagger = pycrfsuite.Tagger()
                tagger.open(path)
                info = tagger.info()
                found.append(Fitted(info.transitions, info.state_features))
    return listed, together(found)


def together(members: Iterable[Fitted]) -> Fitted:
    """Add up the weights of several chains: their sum is one chain, and errs less than each of them."""
    transitions: dict[tuple[str, str], float] = defaultdict(float)
    states: dict[tuple[str, str], float] = defaultdict(float)
    for member in members:
        for total, part in ((transitions, member.transitions), (states, member.states)):
            for key, value in part.items():
                total[key] += value
    return Fitted(transitions, states)


def weights(listed: WordList, fitted: Fitted, record: dict[str, str], least: int = 1) -> Weights:
    """Round the weights to whole numbers and leave out those smaller than ``least``."""
    tables: dict[str, dict[str, list[int]]] = {}
    for (name, label), value in sorted(fitted.states.items()):
        whole = round(value * SCALE)
        if abs(whole) >= least:
            kind, _, key = name.partition("|") if "|" in name else ("o", "", name[1:])
            tables.setdefault(kind, {}).setdefault(key, []).extend((LABELS.index(label), whole))
    _check_room(tables)
    table = {kind: {key: tuple(pairs) for key, pairs in rows.items()} for kind, rows in tables.items()}
    transitions = tuple(
        tuple(round(fitted.transitions.get((a, b), -30.0) * SCALE) for b in LABELS) for a in LABELS
    )
    return Weights(
        record=record,
        words=listed,
        transitions=transitions,
        offsets={str(offset): table.get(f"w{offset}", {}) for offset in OFFSETS},
        own=table.get("o", {}),
        pairs=tuple(table.get(f"p{n}", {}) for n in range(2)),
        triples=tuple(table.get(f"t{n}", {}) for n in range(3)),
    )


def _check_room(tables: dict[str, dict[str, list[int]]]) -> None:
    """Make sure that the largest weights that can meet at a token fit into a score together."""
    largest: Counter[str] = Counter()
    for kind, rows in tables.items():
        for key, pairs in rows.items():
            # A run's features may reach a token from two sides; a word has one feature of each of four kinds.
            template = (
                f"o{int(key) & 31}" if kind == "o" else f"{kind} {int(key) & 3 if kind[0] == 'w' else 0}"
            )
            weight = max(map(abs, pairs[1::2])) * (2 if kind == "o" else 1)
            largest[template] = max(largest[template], weight)
    room = np.iinfo(SCORE)
    if largest.total() > room.max:
        raise ValueError(
            f"weights of up to {largest.total()} do not fit {room.bits} bits: lower SCALE or raise L2"
        )


def encode(weights: Weights) -> bytes:
    """Encode weights for the data file, the same bytes each time."""
    return gzip.compress(msgspec.json.encode(weights, order="sorted"), 9, mtime=0)
