"""Who is meant: names, offices, pronouns and bodies of texts worded here, read by rules alone."""

import pytest

from armsdocket.documents.load import load
from armsdocket.reading.claims import Heading
from armsdocket.reading.news.statement.statements import find_statements

CASES = [
    (
        "House Foreign Affairs Committee Chairman Ed Royce spoke. “It is flawed,” Royce said.",
        ["Ed Royce"],
        "a name behind a long title",
    ),
    (
        "Sen. Ida Moe came to Newtown, Conn., at night. “We must act,” she said.",
        ["Ida Moe"],
        "letters of a state are nobody",
    ),
    (
        "Sen. Ida Moe spoke instead. Instead, she praised the sale. “It is good,” she said.",
        ["Ida Moe"],
        "a word that only opens a sentence is nobody",
    ),
    (
        "Speaker John A. Boehner objected. “It is an uphill battle,” he said.",
        ["John A. Boehner"],
        "an initial stands inside a name",
    ),
    (
        "Minister Ana Kovac met the press. Peru may give Alpha Jets to Chad. “It is talk,” she said.",
        ["Ana Kovac"],
        "arms are nobody",
    ),
    (
        "Peru's defence ministry on Thursday called the reports “pure speculation and nothing else”.",
        ["defence ministry"],
        "the day behind a body is no part of its name",
    ),
    (
        "Defence Minister Han Min-jun flew to Oslo. “The guns are ready,” Han said.",
        ["Han Min-jun"],
        "the family's name comes first",
    ),
    (
        "Minister Greta von der Aue met the press. “We shall sell,” von der Aue said.",
        ["Greta von der Aue"],
        "a name of two particles",
    ),
    (
        "Serbian President Goran Ilic objected. “We respect President Emre Kaya, but no,” he said.",
        ["Goran Ilic"],
        "nobody speaks of himself by name: those named in the quotation are not meant",
    ),
    (
        "US Senator Walt Brandt told a paper that he objects. “It will not pass,” the US senator said.",
        ["Walt Brandt"],
        "the office takes up who spoke, though nothing else ties it to the name",
    ),
    (
        "Ana Kovac said she waits. “The budget is closed,” the finance minister said.",
        ["finance minister"],
        "an office first named here is somebody else",
    ),
    (
        "Ana Kovac said she waits. An official said otherwise. “It is signed,” the official said.",
        ["official"],
        "the official brought in before, not the last name",
    ),
    (
        "Asked how long it may take, Kovac answered, “A year, if all goes well.”",
        ["Kovac"],
        "a question is nobody",
    ),
    (
        "According to Prime Minister of Novia's council Arben Leka, “thousands of drones” came.",
        ["Arben Leka"],
        "an office with its owner before the name",
    ),
    (
        "The prime minister, Driton Vula, kept it short: “A very good day.”",
        ["Driton Vula"],
        "an apposition, and no verb of speech",
    ),
    ("The island’s army said the guns “were never bought”.", ["army"], "whose army it is tells a country"),
    (
        "The destroyer fired early on Sunday, Fleet Command said, calling it “a first answer”.",
        ["Fleet Command"],
        "a clause before the subject is no name with an apposition",
    ),
    (
        "“We get asked that,” deadpanned the project manager, Kenji Arai.",
        ["Kenji Arai"],
        "a name behind an office",
    ),
    (
        "Ana Kovac leads the party.\n\n“KOVAC: We wait for an answer.",
        ["Ana Kovac"],
        "a line of a transcript names its speaker",
    ),
    (
        "– The launchers will come in May, said Ana Kovac of the ministry.",
        ["Ana Kovac"],
        "a dash opens what is said and none closes it",
    ),
    (
        "Ana Kovac left.\n\nWhen it ended, Jon Ames issued this statement:\n\n“We object to all of it.”",
        ["Jon Ames"],
        "a paragraph that ends in a colon lets its subject speak in the next one",
    ),
    (
        "On Sunday, Ana Kovac shared a list called Spring, writing “Here is what we bought.”",
        ["Ana Kovac"],
        "a participle belongs to the subject of the sentence",
    ),
    (
        "Minister Ana Kovac left. The president's spokesman would say no more: “I will not guess.”",
        ["president's spokesman"],
        "a spokesman is not the one he speaks for",
    ),
    (
        "But one critic, Sen. Ida Moe, D-Ill., called the sale “a gift that nobody here asked for.”",
        ["Ida Moe"],
        "what is called is not who calls",
    ),
    (
        "In Lima, the Minister of the Armed Forces, Eva Rios, hailed the “end of a long and costly search”.",
        ["Eva Rios"],
        "an article behind the verb is nobody",
    ),
    (
        "Unions voiced fears that the yard may use the money for “bonuses and the like” next year.",
        ["Unions"],
        "a verb is nobody",
    ),
    (
        "“We sold it,” Radio Nova quoted Tor Bek, the deputy director of the yard, as saying. “It is gone.”",
        ["Tor Bek", "Tor Bek"],
        "whom a radio quotes, with an apposition between",
    ),
    (
        "It came in a statement published on the website of the Navy.\n\nAccording to the statement: “Yes.”",
        ["Navy"],
        "a statement speaks for whose website it stands on",
    ),
    (
        "It was in a letter signed by the 25 senators. The letter stated, “Nothing will pass.”",
        ["25 senators"],
        "a letter speaks for who signed it",
    ),
    (
        "The Dutch Foreign Ministry called. “We keep all of it back,” the ministry said on Monday.",
        ["Dutch Foreign Ministry"],
        "a ministry with its country's demonym",
    ),
    (
        "This price is “the best we ever saw”, welcomed Ana Kovac after she met the prince, said Tor Bek.",
        ["Ana Kovac"],
        "the verb right behind the marks",
    ),
    (
        "The ministry announced a cost that Defence Secretary Tor Bek had said would be “several billion”.",
        ["Tor Bek"],
        "who speaks in a clause about the thing",
    ),
    (
        "Senator Tor Bek (R., Tenn.), chairman of the committee, said “it is late”.",
        ["Tor Bek"],
        "a name with its party in brackets and an apposition",
    ),
    (
        "Gen. Tor Bek came to Lima. It was a price which the general described as “a ceiling, not a bill”.",
        ["Tor Bek"],
        "a rank without its capital",
    ),
    (
        "Defence Minister Tor Bek left. Bek's ministry said the contracts would follow “within weeks”.",
        ["defence ministry"],
        "a minister's ministry",
    ),
    (
        "The embassy in Abuja struck a warmer note. It said the planes were “a symbol of hope”.",
        ["embassy in Abuja"],
        "it is the body of the sentence before",
    ),
    ("“The votes are not there,” one official said.", ["official"], "one of many is no name's part"),
    (
        "The army added that the gun, which came in May, “showed itself excellently” in the cold.",
        ["army"],
        "a verb of showing in the marks is not its own verb of speech",
    ),
    (
        "A source close to Bek’s thinking said, “It will not come to that.”",
        ["source close to Bek’s thinking"],
        "who knows of something is not the thing",
    ),
    ("Ana Kovac later Thursday told Radio Nova: “We wait for it.”", ["Ana Kovac"], "a day is nobody"),
    ("The 46-year-old spoke first. “It rains here,” said the 46-year-old.", [None], "an age is no number"),
    (
        "Jon Ames said it was late.\n\n“We never agreed to any of it at all.”\n\n– Ana Kovac.",
        ["Ana Kovac"],
        "a name signed below",
    ),
    (
        "“It is late,” Ana Kovac said.\n\nIt would help peace. Adding that “it will not stay so”.",
        ["Ana Kovac", "Ana Kovac"],
        "a sentence that only goes on with the one before",
    ),
    (
        "The army’s paper was leaked. Ana Kovac denied it. “It happened in May,” said the document.",
        ["document"],
        "a document speaks for itself",
    ),
    (
        "Senator Ana Kovac (N-Ill.), Ranking Member of a committee, issued this statement:\n\n“We object.”",
        ["Ana Kovac"],
        "who issues a statement, with an apposition",
    ),
    (
        "According to the army’s blog post, engineers found “an odd reading” in a valve.",
        ["army"],
        "who finds does not speak where somebody tells of it",
    ),
    (
        "Novatek said the “deal is done”. The company added that “work starts in May”.",
        ["Novatek", "Novatek"],
        "the company is the body by name that spoke last",
    ),
    (
        "Saab won from Boeing of the United States. The Swedish company said “work starts in May”.",
        ["Saab"],
        "a company by its country",
    ),
    (
        "“It is official,” says a local observer following remarks by the air chief.",
        ["local observer"],
        "a participle ends who speaks",
    ),
    (
        "A statement issued on the occasion noted that the guns are “a gift”.",
        ["statement issued on the occasion"],
        "a text that nobody is told to have issued",
    ),
    (
        "The Dutch defence ministry has named no price, but said “it is fair”.",
        ["Dutch defence ministry"],
        "small words of an office before a second verb",
    ),
    (
        "Egyptian President Abdel el-Nasri came. “We buy,” el-Nasri said. “No,” Nasri added.",
        ["Abdel el-Nasri", "Abdel el-Nasri"],
        "a surname with and without its small word",
    ),
    (
        "Admiral Rob van der Moer nodded. “We train,” Van der Moer said.",
        ["Rob van der Moer"],
        "a surname whose small words open the sentence",
    ),
    (
        "Col. Tor Bek spoke. Bek told a hearing led by Ida Moe that he waits. “No money came,” he said.",
        ["Tor Bek"],
        "who is named behind the speaker is spoken of",
    ),
    (
        "An aide said: “We are ready.” Oman's ambassador has denied that. “An odd tale,” he said.",
        ["aide", "Omani ambassador"],
        "he is the subject of the sentence before",
    ),
    (
        "“It works,” said Jon Ames, flanked by his deputy, Eva Rios. “It must,” she said.",
        ["Jon Ames", "Eva Rios"],
        "his deputy makes the speaker a man",
    ),
    (
        "“It works,” said Jon Ames, a Green MP in Oslo. He called the price “a steal, all told, for us”.",
        ["Jon Ames", "Jon Ames"],
        "an office behind a name is no second person",
    ),
    (
        "The defence minister of Peru was asked. Ida Moe left. “Beer talk, no more,” the minister said.",
        ["defence minister of Peru"],
        "a short title is that of the longer one before it",
    ),
    (
        "The Chairman, Hon. Ola Bello (AP), lamented “a bill for two ships and no ships”.",
        ["Ola Bello"],
        "a form of address and a party beside a name",
    ),
    (
        "“One mark,” said Eva Rios. Her coach, the former champion Jan Wilk, stood near. “It is a start.”",
        ["Eva Rios", "Jan Wilk"],
        "a lone quotation is of whom the sentence before tells",
    ),
    (
        "More than a year on, their aim stays the same: “A safe sea for all who sail on it”.",
        [],
        "nobody",
    ),
    (
        "Sea Watch (SW) met. The prime minister hit back at SW, saying “it is nobody's business but ours”.",
        ["prime minister"],
        "an office, and not whom its holder hits",
    ),
    (
        "The Army Vice-chief, S K Rao, told a panel so. “It runs out in 20 days, and we know it.” He left.",
        ["S K Rao"],
        "a title of two parts is no name, initials without stops are one",
    ),
    (
        "Gen. V K Rao wrote. Lt. Gen. S K Rao came.\n\n“It is old,” said S K Rao. V K Rao added: “Very.”",
        ["S K Rao", "V K Rao"],
        "two people of one surname",
    ),
    (
        "The next day, minister A K Das called it “a rumour”, declaring, “the land is safe, as ever.”",
        ["A K Das", "A K Das"],
        "a day is nobody",
    ),
    (
        "Ida Moe said the navy needs ships.\n\n“I have said so for years. Nobody hears it.”\n\nShe left.",
        ["Ida Moe"],
        "a paragraph that is a quotation goes on with who was reported before",
    ),
    (
        "Ida Moe last night said Oslo has “nothing to hide from anybody”.",
        ["Ida Moe"],
        "the night behind a name is no part of it",
    ),
    (
        "Norway will buy ten ships from Italy, its rail minister Ana\nKovac said. “It is cheap,” Kovac said.",
        ["Ana Kovac"],
        "a name over two lines",
    ),
    (
        "“It is sound,” a spokesman for the Estonian Centre for Defence Investments said.",
        ["spokesman for the Estonian Centre for Defence Investments"],
        "the last word of a body is no surname",
    ),
    (
        "Arda's head of the unit Aeronautics, Lars Moe, says: “It is a large order for us here.”",
        ["Lars Moe"],
        "a unit is no person",
    ),
    (
        "In a note, the ministers of France, Peru and Chad said they were “deeply concerned by it all”.",
        ["ministers of France, Peru and Chad"],
        "a list is one speaker",
    ),
    (
        "White House aide Jon Ames and Pentagon press secretary Ida Moe said there were “no plans to go”.",
        ["Jon Ames and Ida Moe"],
        "two people, each with an office",
    ),
    ("“We wait,” said Žarko Łuk. “It is late,” Łuk said.", ["Žarko Łuk", "Žarko Łuk"], "capitals with marks"),
    (
        "Ana Kovac told a paper she objects. “It will not pass,” the senior Peruvian official said.",
        ["Ana Kovac"],
        "rank and nation say nothing against the person spoken of",
    ),
    ("Ana Kovac spoke. The plan, called “Horizon”, waits.", [], "a name in marks"),
    ("Ana Kovac ran it under the headline “Ships for whom?” and left.", [], "a headline"),
]


@pytest.mark.parametrize(("text", "speakers", "reason"), CASES)
def test_speaker(text: str, speakers: list[str], reason: str) -> None:
    found = find_statements(load(text.encode(), "a.txt"), Heading(kind="news"), "rules")
    direct = [one.speaker.value if one.speaker else None for one in found if one.mode == "direct"]
    assert direct == speakers, reason
