"""The trained chain: what it sums, what it decodes, and what its record says."""

import random
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from armsdocket.reading.news.speech.attributions import find_attributions
from armsdocket.reading.news.speech.features import observe, shared_features
from armsdocket.reading.news.speech.labels import LABELS, LANE, decode, labelled_spans
from armsdocket.reading.news.speech.model import WEIGHTS, load_weights, shipped
from armsdocket.reading.news.speech.wording import wordings
from armsdocket.reading.news.speech.words import OFFSETS
from training.chain import names

_NO = -(10**6)


def _follows(before: str, label: str) -> bool:
    """Tell whether one label may follow another: B I* E, or B alone, and the same in small letters."""
    if label in "IE":
        return before in "BI"
    if label in "ie":
        return before in "bi"
    return before not in "Ii"


TRANSITIONS = tuple(tuple(0 if _follows(a, b) else _NO for b in LABELS) for a in LABELS)


def _pack(rows: list[list[int]]) -> list[int]:
    middle = 1 << (LANE - 1)
    return [sum((value + middle) << LANE * lane for lane, value in enumerate(row)) for row in rows]


def test_decoding_finds_the_best_sequence() -> None:
    chance = random.Random(7)  # noqa: S311 - trial scores, no secret
    paths = _paths(4)
    for _ in range(20):
        rows = [[chance.randint(-50, 50) for _ in LABELS] for _ in range(4)]
        found = decode(_pack(rows), TRANSITIONS)
        assert _worth(rows, found) == max(_worth(rows, path) for path in paths)


def _paths(length: int) -> list[list[int]]:
    every = range(len(LABELS))
    paths = [[label] for label in every if LABELS[label] not in "IEie"]
    for _ in range(length - 1):
        paths = [
            [*path, label] for path in paths for label in every if _follows(LABELS[path[-1]], LABELS[label])
        ]
    return [path for path in paths if LABELS[path[-1]] not in "Ii"]


def _worth(rows: list[list[int]], path: list[int]) -> int:
    return sum(row[label] for row, label in zip(rows, path, strict=True))


def test_content_runs_from_b_to_e() -> None:
    labels = [LABELS.index(label) for label in "OSSQBIEbieB"]
    assert [tuple(span) for span in labelled_spans(labels)] == [
        ("S", 1, 3),
        ("Q", 3, 4),
        ("C", 4, 7),
        ("C", 7, 10),
        ("C", 10, 11),
    ]


def test_every_token_sees_what_is_around_it() -> None:
    model = shipped()
    for wording in wordings("“We wait,” said Ana Kovac, the minister, on Monday. It is late.\n\nHe left."):
        facts = [model.lexicon.facts(word) for word in wording.words]
        seen = observe(wording, facts)
        assert seen.classes == [0, *[fact.klass for fact in facts], 0]
        assert [i for first, after, _ in seen.runs for i in range(first, after)] == list(range(len(facts)))
        assert all(0 <= first < after <= len(facts) for first, after, _ in shared_features(seen))


def test_the_model_sums_the_features_that_the_trainer_spells_out() -> None:
    model = shipped()
    weights = load_weights(WEIGHTS.read_bytes())
    tables = {"o": weights.own}
    tables |= {f"w{offset}": weights.offsets[str(offset)] for offset in OFFSETS}
    tables |= {f"p{n}": raw for n, raw in enumerate(weights.pairs)}
    tables |= {f"t{n}": raw for n, raw in enumerate(weights.triples)}
    for wording in wordings(
        "Kovac said on Monday that “we wait,” and, he added, the talks would go on. It is late."
    ):
        facts = [model.lexicon.facts(word) for word in wording.words]
        spelt = names(observe(wording, facts), facts)
        wanted = [[sum(_weights(tables, row, label)) for label in range(len(LABELS))] for row in spelt]
        assert model.scores(observe(wording, facts), model.known(wording.words)) == _pack(wanted)


def _weights(tables: dict[str, dict[str, tuple[int, ...]]], row: list[str], label: int) -> Iterator[int]:
    for name in row:
        kind, _, key = name.partition("|") if "|" in name else ("o", "", name[1:])
        pairs = tables[kind].get(key, ())
        yield from (weight for place, weight in zip(pairs[::2], pairs[1::2], strict=True) if place == label)


def test_record_names_corpus_and_licence() -> None:
    record = shipped().record
    assert len(record["corpus_sha256"]) == 64
    assert "no licence" in record["licence"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aAhe said.,“”\"' \n-K", max_size=150))
def test_content_lies_in_the_text(text: str) -> None:
    for one in find_attributions(text):
        assert 0 <= one.content.start < one.content.end <= len(text)
