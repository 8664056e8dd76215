"""Whom "he", "the official" and "the paper" take up, in texts worded here and read by rules alone."""

import pytest

from armsdocket.documents.load import load
from armsdocket.reading.claims import Heading
from armsdocket.reading.news.statement.statements import find_statements

CASES = [
    (
        "While Minister Ana Kovac denied it, Jon Ames, in Oslo, said jets would fly.\n\n“Buy none,” he said.",
        ["Jon Ames"],
        "the main clause, not the one before the comma",
    ),
    (
        "Minister Jon Ames gave way. He defended Secretary Ana Kovac. “I was wrong,” he said.",
        ["Jon Ames"],
        "the sentence before opens with the same he",
    ),
    (
        "Minister Jon Ames gave way. Ana Kovac and Ida Moe, he added, agree. “It moves on,” he wrote.",
        ["Jon Ames"],
        "who speaks in the sentence before, not whom it names first",
    ),
    (
        "Minister Jon Ames accused Peru. The acts of President Ana Kovac, he said, were a “threat to all”.",
        ["Jon Ames"],
        "whose acts are told of does not speak",
    ),
    (
        "Minister Jon Ames spoke. The Harbour Patrol Vessel stays. “Nobody should sleep,” he told them.",
        ["Jon Ames"],
        "a ship is nobody",
    ),
    (
        "SOURCE: ANN BELL / NEWS. The yard's manager, Jon Ames, met the press. “It is done,” he says.",
        ["Jon Ames"],
        "a byline in capitals",
    ),
    (
        "A rebel commander near Deir Alun said: “It goes on.” Fighting was hard. “We stay,” he said.",
        ["rebel commander near Deir Alun", "rebel commander near Deir Alun"],
        "neither a town nor a word that opens a sentence",
    ),
    (
        "It was late, an official from Peru's army said. Ana Kovac came.\n\n“It failed,” the official said.",
        ["official from Peru's army"],
        "whoever was brought in without a name",
    ),
    (
        "The Oslo Globe said arms were stolen.\n\nMen who sold them “got rich”, according to the paper.",
        ["Oslo Globe"],
        "a paper taken up",
    ),
]
VERBS = [
    (
        "Ana Kovac said no.\n\n‘We have old guns.\n\n‘They fail.\n\n‘We want more,’ Jon Ames said.",
        ["Jon Ames", "Jon Ames", "Jon Ames"],
        "named where a quotation of several paragraphs ends",
    ),
    (
        "According to the newspaper El Faro, arms were sold.\n\nThe paper called it “a test of loyalty”.",
        ["El Faro"],
        "a paper of two words is no person",
    ),
    ("Peru said “repeated tests are a threat to us all”.", ["Peru"], "words that begin with no verb"),
    ("Syria's government called it a “grave breach of law”.", ["Syria's government"], "whose government"),
    (
        "Independent Vermont Senator Ida Moe hailed the vote.\n\n“We shall not sell,” she said.",
        ["Ida Moe"],
        "what stands before a title is no name",
    ),
    (
        "Ana Kovac, a lawyer of the union, said it “defies all logic to arm them”.",
        ["Ana Kovac"],
        "'it' behind the verb is what is spoken of",
    ),
    (
        "The panel, headed by Sen. Jon Ames, said Kovac's “great zeal” had cost her the post.",
        ["panel"],
        "who heads it is not who speaks",
    ),
    (
        "A council meeting in Oslo said it would “certainly” come.",
        ["council meeting in Oslo"],
        "not the town",
    ),
    (
        "The law leaves no room, said Minister Ana Kovac: “Guns may not be sold on.”",
        ["Ana Kovac"],
        "behind a comma the verb stands first",
    ),
    ("Ana Kovac said on Monday that the deal shows that “talks can work”.", ["Ana Kovac"], "no deal speaks"),
    (
        "The sale “shows trust in us,” Ana Kovac, the head of the yard, told the press.",
        ["Ana Kovac"],
        "named behind words that begin with their own verb",
    ),
    (
        "The daily Globe reported Minister Jon Ames as saying: “The study is done and signed.”",
        ["Jon Ames"],
        "who is reported as saying",
    ),
    (
        "“They can take it,” Joint Staff Chairman Jon Ames told the Senate.",
        ["Jon Ames"],
        "the name behind a title ends the phrase",
    ),
    ("“It is grim,” said Ana Kovac of the Riga Institute.", ["Ana Kovac"], "where somebody works is not who"),
    (
        "One commander, Jon Ames from the Riga Front, said: “It is grim for us now.”",
        ["Jon Ames"],
        "a name in apposition with where he is from",
    ),
]


@pytest.mark.parametrize(("text", "speakers", "reason"), [*CASES, *VERBS])
def test_who_is_meant(text: str, speakers: list[str], reason: str) -> None:
    found = find_statements(load(text.encode(), "a.txt"), Heading(kind="news"), "rules")
    direct = [one.speaker.value if one.speaker else None for one in found if one.mode == "direct"]
    assert direct == speakers, reason
