"""What a transfer is worth: its own sum, the price of one, the sum it shares with others."""

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Stage, Value, ValueOf
from armsdocket.reading.news.transfer.sale_value import as_value
from armsdocket.reading.news.transfer.story import Story
from armsdocket.vocabulary import transfer_terms


def worth(
    text: str, story: Story, shared_sums: frozenset[Passage], stage: Stage | None
) -> tuple[Value | None, tuple[Value, ...], Value | None]:
    """Give the value of a transfer, its further values, and the sum that it shares with others."""
    order = transfer_terms.stage_order()
    reached = order[stage] if stage else 0
    scope: ValueOf = "contract" if order["accepted"] <= reached <= order["closed"] else "total"
    value: Value | None = None
    shared: Value | None = None
    values: list[Value] = []
    seen: set[Passage] = set()
    # A headline rounds: what the text says stands first.
    told = sorted(story.tellings, key=lambda item: (item.candidate.scene.heading, item.goods.vague))
    for telling in [*told, None]:
        for found in telling.sums if telling else story.remarks:
            passage = found.money.passage
            if passage in seen:
                continue
            seen.add(passage)
            if found.of == "unit":
                values.append(as_value(text, found, "unit"))
            elif found.of == "shared" or (telling and telling.shared_with) or passage in shared_sums:
                shared = shared or as_value(text, found, "shared")
            elif value is None:
                value = as_value(text, found, scope)
            elif found.money.amount != value.value:
                values.append(as_value(text, found, "total"))
    return value, tuple(values), shared
