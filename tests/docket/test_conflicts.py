"""Conflicts between documents, and between one speaker's statements."""

import pytest

from armsdocket.docket.conflicts import conflicts
from armsdocket.docket.contradictions import contradictions
from armsdocket.docket.stages import evidence
from armsdocket.docket.values import values
from armsdocket.reading.claims import Bound, DocumentKind, Polarity, ValueOf
from tests.docket.factory import Page
from tests.docket.members import members


def notice(
    count: str, amount: int, day: str, *, kind: DocumentKind = "dsca release", bound: Bound = "exactly"
) -> Page:
    page = Page(f"Kosovo: {count} Javelin missiles, ${amount} million, received {day}.", kind=kind)
    return page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(page.item("Javelin missiles", count=count, article="fgm-148", bound=bound),),
        value=page.value(f"${amount} million", amount * 1_000_000),
        received=page.said(day),
    )


def found(*pages: Page) -> list[str]:
    ordered = members(*pages)
    sums = values(ordered, frozenset({"XK"}))
    return [one.sentence for one in conflicts(ordered, evidence(ordered), sums)]


A, B = ("246", 75, "2024-01-11"), ("240", 80, "2024-01-12")


def test_documents_that_agree_have_no_conflict() -> None:
    assert found(notice(*A), notice(*A, kind="federal register notice")) == []


def test_everything_that_differs_is_shown() -> None:
    sentences = found(notice(*A), notice(*B, kind="federal register notice"))
    assert sentences == [
        "The documents give 2024-01-12 and 2024-01-11 as day of receipt by Congress.",
        "The documents give 240 and 246 as quantity of FGM-148 Javelin.",
        "The documents give USD 80,000,000 and USD 75,000,000 as notified value.",
    ]


def test_a_bound_that_holds_is_no_conflict() -> None:
    within = notice("250", 75, "2024-01-11", kind="news", bound="at most")
    assert found(notice(*A), within) == []
    beyond = notice("240", 75, "2024-01-11", kind="news", bound="at most")
    assert len(found(notice(*A), beyond)) == 1


def test_reports_total_is_compared_with_the_certified_one() -> None:
    assert found(notice(*A), notice("246", 70, "2024-01-11", kind="news")) == [
        "The documents give USD 75,000,000 and USD 70,000,000 as notified value."
    ]


@pytest.mark.parametrize("parts", [("original", "addition"), ("mde", "other")])
def test_parts_of_one_document_are_no_conflict(parts: tuple[ValueOf, ValueOf]) -> None:
    page = Page("Kosovo: $18 million and $39 million.", kind="dsca release")
    page.transfer(
        buyer=page.party("Kosovo", "XK"),
        values=(page.value("$18 million", 18, of=parts[0]), page.value("$39 million", 39, of=parts[1])),
    )
    assert found(page) == []


def test_posts_of_one_contract_contradict_only_by_a_denial() -> None:
    def post(words: str, sum: str, polarity: Polarity | None = None) -> Page:
        page = Page(f"{words} W31P4Q-24-C-0001 to Kosovo for {sum}.", kind="contract post")
        return page.transfer(
            buyer=page.party("Kosovo", "XK"),
            value=page.value(sum, int(sum[1])),
            contract=page.said("W31P4Q-24-C-0001"),
            polarity=page.said(words, polarity) if polarity else None,
        )

    award, more = post("Award", "$5"), post("Modification", "$7")
    assert found(award, more) == []
    assert found(award, post("No sale", "$5", "denied")) == [
        "One document denies the sale that another states."
    ]


def test_reporters_words_beyond_the_officials() -> None:
    page = Page("It has sent the request; the minister says it will send the request. Kosovo.")
    page.transfer(
        buyer=page.party("Kosovo", "XK"),
        stage_reports=(
            page.report("will send", "requested", "official words"),
            page.report("has sent", "notified", "report"),
        ),
    )
    ordered = members(page)
    (one,) = conflicts(ordered, evidence(ordered), ())
    assert [side.as_written for side in one.sides] == ["will send", "has sent"]
    assert one.sentence == (
        "According to an official's own words the sale stands at requested; "
        "according to a report in the same document, at notified."
    )


def said(words: str, day: str, speaker: str = "Ana Petrova") -> Page:
    page = Page(f"Kosovo. {words} said {speaker} on {day}. Javelin.", published=day)
    page.transfer(buyer=page.party("Kosovo", "XK"), items=(page.item("Javelin", article="fgm-148"),))
    return page.statement(words, speaker)


@pytest.mark.parametrize(
    ("one", "two", "differs", "why"),
    [
        ("The delivery will be in 2025.", "The delivery will be in 2026.", True, "another year"),
        ("The delivery will be in 2025.", "The delivery will be in May 2025.", False, "a month of that year"),
        ("The delivery will be in 2025.", "The payment was in 2024.", False, "another event"),
        ("We get 246 missiles.", "We get 240 missiles.", True, "another number of one thing"),
        ("We get 246 missiles.", "We get 24 launchers.", False, "another thing"),
        ("We get 246 missiles.", "We get 246 new missiles.", False, "the same number"),
    ],
)
def test_one_speaker_against_himself(one: str, two: str, differs: bool, why: str) -> None:
    ordered = members(said(one, "2024-03-01"), said(two, "2024-09-01"))
    assert bool(list(contradictions(ordered))) is differs, why


def test_two_speakers_do_not_contradict_themselves() -> None:
    ordered = members(
        said("We get 246 missiles.", "2024-03-01"), said("We get 240 missiles.", "2024-09-01", "Boris Ilic")
    )
    assert list(contradictions(ordered)) == []
