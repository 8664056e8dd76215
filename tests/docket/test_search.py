"""Where a hit opens: the shortest stretch that holds most of the words asked for."""

import pytest

from armsdocket.docket.search import locate, terms

FAR = " and so on" * 20


@pytest.mark.parametrize(
    ("text", "question", "opened", "reason"),
    [
        ("Javelin missiles and more Javelin.", "javelin", (0, 7), "the first of equals"),
        (
            "Testaj spoke of what will take place. Testaj left.",
            '"take place" testaj',
            (26, 36),
            "the nearer two",
        ),
        (f"Kosovo{FAR} Javelin for Kosovo.", "kosovo javelin", (207, 214), "both beat one alone"),
        (f"Kosovo{FAR} Javelin.", "kosovo javelin", (0, 6), "never together: the first of either"),
        ("The Javelins came.", "jav*", (4, 12), "a prefix opens at the whole word"),
        ("Nothing of it.", "javelin", None, "no word of it"),
    ],
)
def test_where_a_hit_opens(text: str, question: str, opened: tuple[int, int] | None, reason: str) -> None:
    passage = locate(text, terms(question))
    assert (passage and (passage.start, passage.end)) == opened, reason
