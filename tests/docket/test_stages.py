"""Which evidence sets which stage."""

import pytest

from armsdocket.docket.stages import MAY_SET, evidence, gaps, reported_of, reported_words, stage_of
from armsdocket.docket.timeline import timeline
from armsdocket.reading.claims import DocumentKind, Polarity, Stage
from tests.docket.factory import Page
from tests.docket.members import members


def told(kind: DocumentKind, stage: Stage, polarity: Polarity | None = None, day: str = "2024-05-02") -> Page:
    page = Page(f"Kosovo and Javelin: the step is {stage}, {polarity}, {day}.", kind=kind, published=day)
    return page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(page.item("Javelin", article="fgm-148"),),
        stage=page.said(stage),
        polarity=page.said(polarity) if polarity else None,
    )


@pytest.mark.parametrize(
    ("kind", "stage", "reached", "why"),
    [
        ("news", "requested", "requested", "a report may tell of a request"),
        ("news", "contracted", "contracted", "and of a contract"),
        ("news", "delivered", None, "a report alone never moves a case to delivered"),
        ("news", "notified", None, "a notice to Congress is a paper"),
        ("news", "closed", None, "nor does it close a case"),
        ("dsca release", "notified", "notified", "the agency's release"),
        ("federal register notice", "notified", "notified", "the instrument"),
        ("contract post", "contracted", "contracted", "the award's post"),
        ("other", "requested", None, "a comment sets nothing"),
    ],
)
def test_who_may_set(kind: DocumentKind, stage: Stage, reached: Stage | None, why: str) -> None:
    assert stage_of(evidence(members(told(kind, stage))))[0] == reached, why


def test_official_words_may_tell_of_a_delivery() -> None:
    page = told("news", "delivered")
    claim = page.claims.pop()
    page.transfer(
        buyer=claim.buyer,  # type: ignore[union-attr]
        stage_reports=(page.report("delivered", "delivered", "official words"),),
    )
    assert stage_of(evidence(members(page)))[0] == "delivered"


def test_what_only_a_report_says_is_shown_and_moves_nothing() -> None:
    ordered = members(told("news", "delivered"), told("dsca release", "notified", day="2024-01-11"))
    found = evidence(ordered)
    stage, reason = stage_of(found)
    assert stage == "notified"
    assert reason.startswith("set by an agency's release")
    shown = {event.stage: event.reported_only for event in timeline(ordered, found, None)}
    assert shown == {"notified": False, "delivered": True}


@pytest.mark.parametrize("polarity", ["denied", "hypothetical"])
def test_denied_and_hypothetical_set_nothing(polarity: Polarity) -> None:
    ordered = members(told("news", "requested", polarity))
    assert stage_of(evidence(ordered)) == (None, "no document gives a stage")
    assert any("denied" in event.what for event in timeline(ordered, [], None)) is (polarity == "denied")


def test_a_later_document_never_takes_a_stage_back() -> None:
    ordered = members(told("news", "contracted"), told("news", "requested", day="2024-06-01"))
    assert stage_of(evidence(ordered))[0] == "contracted"


def test_gaps_name_what_no_document_says() -> None:
    found = evidence(members(told("dsca release", "notified")))
    named = list(gaps(found, "notified", reviewed=True))
    assert named[0] == "No document says how the review of Congress ended."
    assert named[2] == "No document says that the offer was signed."
    assert named[1:] == list(gaps(found, "notified", reviewed=False)), "no review, no end of it"
    assert list(gaps(found, "cancelled", reviewed=True)) == []


@pytest.mark.parametrize(
    ("paper", "report", "reached", "reported", "why"),
    [
        ("dsca release", "contracted", "notified", "contracted", "a report takes no notified sale further"),
        ("federal register notice", "accepted", "notified", "accepted", "nor past the instrument"),
        ("contract post", "delivered", "contracted", "delivered", "nor past an award's post"),
        ("dsca release", "requested", "notified", None, "what lies behind is no news"),
    ],
)
def test_a_report_beside_papers_is_shown_as_reported(
    paper: DocumentKind, report: Stage, reached: Stage, reported: Stage | None, why: str
) -> None:
    first: Stage = "contracted" if paper == "contract post" else "notified"
    found = evidence(members(told(paper, first), told("news", report, day="2024-12-12")))
    assert stage_of(found)[0] == reached, why
    further = reported_of(found, reached)
    assert (further.stage if further else None) == reported, why
    if reported:
        assert reported_words(further) == (
            f"a report of 2024-12-12 has it {reported}, which alone moves nothing"
        )
        assert any(
            "it is only reported (2024-12-12)" in words for words in gaps(found, reached, reviewed=False)
        )


def test_an_officials_own_words_take_a_notified_sale_further() -> None:
    page = Page("Kosovo: the offer was signed, said the minister.", published=None)
    page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(page.item("offer", article="fgm-148"),),
        stage_reports=(page.report("was signed", "accepted", "official words"),),
    )
    found = evidence(members(told("dsca release", "notified"), page))
    assert stage_of(found)[0] == "accepted"


def test_every_stage_has_its_evidence() -> None:
    assert all(MAY_SET.values())
    assert "report" not in MAY_SET["delivered"]
