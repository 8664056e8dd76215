"""The trained chain: what it sums, what it decodes, and what its record says."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from armsdocket.reading.news.speech.attributions import find_attributions
from armsdocket.reading.news.speech.labels import LABELS, labelled_spans
from armsdocket.reading.news.speech.layout import lay_out
from armsdocket.reading.news.speech.model import WEIGHTS, load_weights, shipped
from armsdocket.reading.news.speech.wording import wordings
from armsdocket.reading.news.speech.words import OFFSETS
from training.chain import names


def test_content_runs_from_b_to_e() -> None:
    labels = [LABELS.index(label) for label in "OSSQBIEbieB"]
    assert [tuple(span) for span in labelled_spans(labels)] == [
        ("S", 1, 3),
        ("Q", 3, 4),
        ("C", 4, 7),
        ("C", 7, 10),
        ("C", 10, 11),
    ]


def test_the_model_sums_the_features_that_the_trainer_spells_out() -> None:
    model = shipped()
    weights = load_weights(WEIGHTS.read_bytes())
    tables = {"o": weights.own}
    tables |= {f"w{offset}": weights.offsets[str(offset)] for offset in OFFSETS}
    tables |= {f"p{n}": raw for n, raw in enumerate(weights.pairs)}
    tables |= {f"t{n}": raw for n, raw in enumerate(weights.triples)}
    paragraphs = list(
        wordings(
            "Kovac said on Monday that “we wait,” and, he added, the talks would go on. It is late.\n\n"
            "+ + + “Go?” asked + +\n\nAna Kovac hopes to sign."
        )
    )
    layout = lay_out(paragraphs, model.lexicon)
    scores = model.scores(layout)
    for wording, (first, after) in zip(paragraphs, layout.paragraphs, strict=True):
        spelt = names(wording, model.lexicon)
        wanted = [[sum(_weights(tables, row, label)) for label in range(len(LABELS))] for row in spelt]
        assert scores[first:after].tolist() == wanted


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
