"""Ways of telling orders, deals and contracts: who signs, who buys, what is only meant."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in
from tests.reading.news.transfer.test_wordings import Told, told

DEALS: list[tuple[str, list[Told], str]] = [
    (
        "Chile sells rockets to Peru, which has been short of them after sending 40 howitzers to Kyiv.",
        [("PE", "CL", "guided rocket", None, "contracted"), ("UA", "PE", "howitzer", 40, "delivered")],
        "who is told of by 'which' sends",
    ),
    (
        "Refusing the request would have hurt ties and led Peru to buy 12 howitzers from China.",
        [("PE", "CN", "howitzer", 12, None)],
        "what would have come of something is only imagined",
    ),
    (
        "Denmark wants to sell the 17 jets, which were originally bought from Canada.",
        [],
        "how goods first came is no news",
    ),
    (
        "After its first foreign deal in 2011 to sell 16 T-50 trainers to Indonesia, Korea looked further.",
        [("ID", None, "T-50 Golden Eagle", 16, "contracted")],
        "a deal to sell is made, whatever stands between",
    ),
    (
        "Critics attacked Washington for withholding 20 howitzers from Peru.",
        [("PE", "US", "howitzer", 20, "held")],
        "who gets nothing stands behind 'from'",
    ),
    (
        "Russia and Peru sealed an arms deal. It included orders for 12 Mi-17 helicopters and 40 howitzers.",
        [
            ("PE", "RU", "Mi-17", 12, "contracted"),
            ("PE", "RU", "howitzer", 40, "contracted"),
        ],
        "goods of one list have one buyer",
    ),
    (
        "In May Kuwait signed military deals led by the purchase of 24 Airbus-built Caracal helicopters.",
        [("KW", None, "H225M Caracal", 24, "contracted")],
        "'Airbus-built' says where goods come from, not that they are built",
    ),
    (
        "Russia signed contracts for the delivery of six fighter jets to Peru and another 16 to Chile.",
        [
            ("PE", "RU", "fighter aircraft", 6, "contracted"),
            ("CL", "RU", "fighter aircraft", 16, "contracted"),
        ],
        "another buyer told without a verb",
    ),
    (
        "Peru's ministry of interior signed a contract with Turkey's Ares Shipyard to provide nine vessels.",
        [("PE", "TR", "vessels", 9, "contracted")],
        "the company dealt with is the one to provide",
    ),
    (
        "The Turkish firm has signed a contract with Kuwait for 100 armoured vehicles.",
        [("KW", "TR", "armoured vehicle", 100, "contracted")],
        "a company that is not named sells for its country",
    ),
    (
        "The Tokyo-based company signed a $100 million contract with the Philippine navy for four radars.",
        [("PH", "JP", "radar", 4, "contracted")],
        "a company that is known by its town",
    ),
    (
        "The South Korean shipbuilder signed a deal with Peru to build four frigates.",
        [("PE", "KR", "frigate", 4, "contracted")],
        "who builds for a partner sells to him",
    ),
    (
        "Peru signed a deal with Sweden for fighters. The 24-jet deal is worth 3 billion dollars.",
        [("PE", "SE", "fighter aircraft", 24, "contracted")],
        "a number that is joined to the goods counts them",
    ),
    (
        "Peru said its army would order a retrofit for its existing F-16 jets.",
        [],
        "what is there already is not bought",
    ),
    (
        "A contract with Boeing, USA has been signed for purchase of 15 Chinook helicopters by India.",
        [("IN", "US", "CH-47 Chinook", 15, "contracted")],
        "a country behind a company is its address",
    ),
    (
        "Peru has ordered 12 Su-30 jets for 2025. It previously signed a contract to buy eight Su-30 jets.",
        [("PE", None, "Su-30", 12, "contracted"), ("PE", None, "Su-30", 8, "contracted")],
        "an earlier contract is another lot",
    ),
    (
        "The United States has agreed to sell 36 F-16 jets to Peru, which has received $10 billion in aid.",
        [("PE", "US", "F-16 Fighting Falcon", 36, "contracted")],
        "what was received is a sum",
    ),
    (
        "The two cutters, which Japan sold to Peru, are part of an arms package.",
        [("PE", "JP", "cutters", 2, "contracted")],
        "the clause of the verb is closed before other goods",
    ),
    (
        "Kyiv protested over arms deliveries to war zones and renewed a call for Russia to withdraw.",
        [],
        "who is called on gets nothing",
    ),
    (
        "Six years ago voters in Switzerland rejected the purchase of Gripen jets from Sweden.",
        [("CH", "SE", "JAS 39 Gripen", None, None)],
        "who votes in a country acts for it",
    ),
    (
        "Switzerland unveils plans to spend billions on new fighter jets.",
        [("CH", None, "fighter aircraft", None, "considered")],
        "billions are spent on what is bought",
    ),
    (
        "India has awarded a 13 billion pound deal to supply 126 fighter jets to France.",
        [("IN", "FR", "fighter aircraft", 126, "contracted")],
        "who a deal is awarded to supplies",
    ),
    (
        "The minister visited BAE Systems, which builds the Typhoon.",
        [],
        "what a maker builds is no transfer",
    ),
    (
        "Greece trains. On Monday its prime minister announced plans to buy 18 French Rafale fighter jets.",
        [("GR", "FR", "Dassault Rafale", 18, "considered")],
        "whose prime minister it is was said before",
    ),
    (
        "Rockwell <ROK> received a contract for 12 B-1B bombers.",
        [],
        "the letters of a share name no country",
    ),
    (
        "Japan ordered its destroyers and Patriot batteries to be ready to shoot down any missile.",
        [],
        "a command to forces is no order of goods",
    ),
    (
        "The frigates of Peru are armed with Exocet missiles.",
        [],
        "what ships are armed with is theirs already",
    ),
    (
        "The deal is for radar receivers. It combines purchases for Peru and Chile of 12 radars.",
        [("PE", None, "radar", 12, None), ("CL", None, "radar", 12, None)],
        "who purchases are for buys",
    ),
    (
        "A firm won a contract for 12 radars for the U.S. Navy and Peru, under the foreign military sales.",
        [("PE", None, "radar", 12, "contracted")],
        "what the United States takes of its own makers is no sale",
    ),
    (
        "Iran was heard. It has also asked France to curb its enemies and stop selling missiles to Iraq.",
        [("IQ", "FR", "missile", None, "blocked")],
        "who is asked to stop sells",
    ),
    (
        "With Germany trying to secure a deal for six submarines from India, others watch.",
        [("IN", "DE", "submarine", 6, None)],
        "who deals at the head of a sentence, and the customer behind 'from'",
    ),
    (
        "Washington weighs bids by Qatar, Kuwait and Bahrain to buy 12 F-15 jets.",
        [
            ("QA", None, "F-15 Eagle", 12, "considered"),
            ("KW", None, "F-15 Eagle", 12, "considered"),
            ("BH", None, "F-15 Eagle", 12, "considered"),
        ],
        "whose bids they are buys",
    ),
    (
        "Peru and Chile are securing munitions supply-chain resilience and building on tank exports.",
        [],
        "a supply chain is no goods, and 'building on' builds nothing",
    ),
    (
        "Peru flew pilots to India. They were given access to the Tejas fighter.",
        [],
        "access is given, not the fighter",
    ),
    (
        "Syrian rebels fought on. Two states have backed the war, providing the rebels with 12 howitzers.",
        [("Syrian rebels", None, "howitzer", 12, "delivered")],
        "the rebels are those named before, and what goes along with a deed is done",
    ),
    (
        "Lebanon's Hezbollah guards a border through which rebel groups are supplied with weapons.",
        [],
        "who is supplied stands right before the verb",
    ),
    (
        "On Friday the United States announced a new $500 million package of military aid for Ukraine.",
        [("UA", "US", "package of military aid", None, "state approved")],
        "aid whose kind nobody tells",
    ),
    (
        "Israel and the United States are in talks on a military assistance agreement.",
        [("IL", "US", "military assistance", None, "considered")],
        "of two that sell arms the United States sells",
    ),
    (
        "Sudan would receive opposition fighters of Chad.",
        [],
        "fighters who are people are no aircraft",
    ),
    (
        "The airline Alto of Peru signed for the purchase of 100 planes from Canada.",
        [],
        "planes of an airline are no arms",
    ),
    (
        "As for Russia and why it would deliver 12 howitzers to Peru, nobody knew.",
        [("PE", "RU", "howitzer", 12, "contracted")],
        "who a sentence turns to is its subject",
    ),
    (
        "Some African countries have shown interest in the purchase of 12 howitzers from India.",
        [("African countries", "IN", "howitzer", 12, "considered")],
        "a group of countries can buy",
    ),
    (
        "It goes abroad after the Philippines, which recently contracted a deal for BrahMos missiles.",
        [("PH", None, "BrahMos", None, "contracted")],
        "who is told of by 'which' deals",
    ),
    (
        "They diverted millions in profits from the Iran arms sales to the Contras.",
        [("IR", None, "weapons", None, None)],
        "money goes to the rebels, not arms",
    ),
    (
        "Pakistan has placed orders for Bayraktar TB2 and Bayraktar Akinci drones with Turkey.",
        [
            ("PK", "TR", "Bayraktar TB2", None, "contracted"),
            ("PK", "TR", "Bayraktar Akıncı", None, "contracted"),
        ],
        "two of one family in one list are two",
    ),
    (
        "Peru has received offers from Russia for its MiG-29, and offers from China for its JF-17.",
        [("PE", "RU", "MiG-29", None, "offered"), ("PE", "CN", "JF-17 Thunder", None, "offered")],
        "offers that are nouns",
    ),
    (
        "Washington must do more to get 12 howitzers into the hands of the Syrian rebels.",
        [("Syrian rebels", "US", "howitzer", 12, "considered")],
        "who gets arms to somebody supplies them",
    ),
    (
        "The Obama administration withheld a White House meeting and 12 howitzers from Peru.",
        [("PE", "US", "howitzer", 12, "held")],
        "what else is withheld gets nothing",
    ),
    (
        "Peru cancelled a deal to buy 16 Quebec-made helicopters from Canada.",
        [("PE", "CA", "helicopter", 16, "cancelled")],
        "where goods are made is not their name",
    ),
    (
        "Baghdad buys missiles. Iraq has signed a contract for eight batteries of Cheongung-II missiles.",
        [("IQ", None, "KM-SAM Cheongung", 8, "contracted")],
        "batteries of something stand for nothing told of before",
    ),
    (
        "Bucharest is wary. Its parliament must still approve a plan to buy 32 F-35s from the United States.",
        [("RO", "US", "F-35 Lightning II", 32, "considered")],
        "what belongs to the country spoken of acts for it",
    ),
    (
        "Ukraine signed a letter of intent with Sweden for up to 150 Gripen E fighters.",
        [("UA", "SE", "JAS 39 Gripen", 150, "considered")],
        "a letter of intent stands for a deal that is weighed",
    ),
    (
        "Turkey protested after Washington expelled it from the F-35 programme over its purchase of S-400s.",
        [("TR", None, "S-400", None, "contracted")],
        "who punishes for a purchase has not made it",
    ),
    (
        "The United States sanctioned Turkey over its purchase of Russian S-400 air defences.",
        [("TR", "RU", "S-400", None, "contracted")],
        "whom a punishment meets made the purchase",
    ),
    (
        "Turkey and Britain signed a preliminary agreement on 40 Eurofighter jets.",
        [("TR", "GB", "Eurofighter Typhoon", 40, "considered")],
        "preliminary is not signed for good",
    ),
    (
        "Poland will hold talks with South Korea on up to 60 K2 tanks.",
        [("PL", "KR", "K2 Black Panther", 60, "considered")],
        "talks on goods weigh a purchase",
    ),
    (
        "Egypt obtained 24 Rafales in 2015, and thirty more were ordered in 2021.",
        [("EG", None, "Dassault Rafale", 24, "delivered"), ("EG", None, "Dassault Rafale", 30, "contracted")],
        "more, with a verb behind them, are told by that verb",
    ),
    (
        "Slovenia pulled out of a contract for 45 Boxer vehicles from Germany, and will meet with Finland.",
        [("SI", "DE", "Boxer armoured vehicle", 45, "cancelled")],
        "a partner in another clause is none of the deal",
    ),
    (
        "Slovenia cancels its order for 45 Boxer vehicles, turns to Finland.",
        [("SI", None, "Boxer armoured vehicle", 45, "cancelled")],
        "who is turned to gets nothing",
    ),
    (
        "Peru signed up for 48 K9 howitzers and snapped up four HIMARS.",
        [("PE", None, "K9 Thunder", 48, "contracted"), ("PE", None, "M142 HIMARS", 4, "contracted")],
        "looser verbs of ordering",
    ),
    (
        "It follows a deal signed by Peru in May to buy 12 K9 howitzers from South Korea.",
        [("PE", "KR", "K9 Thunder", 12, "contracted")],
        "what the deal is for",
    ),
    (
        "Japan will give Peru two buses, a week after Lima signed a deal to buy four frigates from China.",
        [("PE", "CN", "frigate", 4, "contracted")],
        "'after' begins a clause: who stands behind it acts",
    ),
    (
        "Peru took delivery of the first batch of an order for 80 F-16 jets from the United States.",
        [("PE", "US", "F-16 Fighting Falcon", 80, "delivered")],
        "who takes delivery of an order has placed it",
    ),
    (
        (
            "Two of Peru's 24 Typhoons touched down in Lima, years after the country signed a contract that "
            "also covers nine Hawk trainers."
        ),
        [
            ("PE", None, "Eurofighter Typhoon", 2, "delivered"),
            ("PE", None, "BAE Hawk", 9, "contracted"),
        ],
        "what a contract covers is contracted, not landed",
    ),
    (
        "Peru wants Chinese K-8 jets after a similar order of Czech planes was blocked by the United States.",
        [("PE", "CN", "K-8 Karakorum", None, "blocked")],
        "who blocks an order buys nothing",
    ),
    (
        "Embraer and Peru signed for 12 Super Tucanos.",
        [("PE", "BR", "A-29 Super Tucano", 12, "contracted")],
        "of a state and a company the state buys",
    ),
    (
        "Peru's defence ministry has launched a tender for three radars.",
        [("PE", None, "radar", 3, "considered")],
        "a tender",
    ),
    (
        (
            "Russian media told of an arms contract with Peru. Contracts for the delivery of 40 MiG-29 jets, "
            "16 Yak-130 jets and 40 T-90 tanks had been initialed. Peru bought weapons from the Soviet Union."
        ),
        [
            ("PE", "RU", "MiG-29", 40, "considered"),
            ("PE", None, "Yak-130", 16, "considered"),
            ("PE", None, "T-90", 40, "considered"),
            ("PE", "SUHH", "weapons", None, "contracted"),
        ],
        "every item has a buyer, though arms were told of before; a contract delivers nothing",
    ),
    (
        "Turkey and Peru signed a deal, making Peru the first country to buy Turkey's Bayraktar TB2 drones.",
        [("PE", "TR", "Bayraktar TB2", None, "contracted")],
        "who is made the first to buy, buys",
    ),
    (
        "South Korea's Hanwha signed a deal with Finland for 48 K9 howitzers.",
        [("FI", "KR", "K9 Thunder", 48, "contracted")],
        "the company of a country sells to the partner of the deal",
    ),
    (
        "Turkey signed an agreement with Albania for 12 Bayraktar TB2 drones.",
        [("AL", "TR", "Bayraktar TB2", 12, "contracted")],
        "of two that deal, the one that makes the goods sells",
    ),
    (
        "Portugal cancelled a contract to purchase six Russian military transport helicopters.",
        [("PT", "RU", "helicopter", 6, "cancelled")],
        "military belongs to the helicopters, not to a state",
    ),
    (
        "The US approved the sale of 40 F-35 jets to Norway. It does not mean a contract has been signed.",
        [("NO", "US", "F-35 Lightning II", 40, "state approved")],
        "what a notice does not say has not happened",
    ),
    (
        "Peru is negotiating with France on the purchase of 12 Rafale jets.",
        [("PE", "FR", "Dassault Rafale", 12, "considered")],
        "the partner of the talks sells",
    ),
    (
        "Peru signed a letter of intent to buy 24 F-16 jets from Denmark.",
        [("PE", "DK", "F-16 Fighting Falcon", 24, "considered")],
        "an intent is no contract",
    ),
    (
        "Peru spoke of its order to purchase three FREMM frigates from Italy.",
        [("PE", "IT", "FREMM frigate", 3, "contracted")],
        "what an order is for has been ordered",
    ),
    (
        "Peru cancelled an order for 45 K9 howitzers from South Korea.",
        [("PE", "KR", "K9 Thunder", 45, "cancelled")],
        "a state that drops an order has placed it",
    ),
    (
        "Peru is reviewing its order for 12 HIMARS from the United States.",
        [("PE", "US", "M142 HIMARS", 12, "contracted")],
        "the order of who acts, from the seller",
    ),
    (
        "South Korea landed an order for 48 K9 howitzers from Norway.",
        [("NO", "KR", "K9 Thunder", 48, "contracted")],
        "a state that wins an order sells",
    ),
    (
        "Peru and South Korea signed a contract for 48 K9 howitzers.",
        [("PE", "KR", "K9 Thunder", 48, "contracted")],
        "of two that sign, the maker's country sells",
    ),
    (
        "Peru has 12 HIMARS launchers on order.",
        [("PE", None, "M142 HIMARS", 12, "contracted")],
        "on order behind the goods",
    ),
    (
        "Britain has suspended 30 of 350 export licences for arms to Peru.",
        [("PE", "GB", "weapons", None, "held")],
        "so many licences, not arms",
    ),
    (
        "Peru protests over Chile's cancellation last year of a $90 million order for 12 K9 howitzers.",
        [("CL", None, "K9 Thunder", 12, "cancelled")],
        "the owner of a cancellation placed the order",
    ),
    (
        "Peru's parliament ratified two agreements for eight Gripen jets.",
        [("PE", None, "JAS 39 Gripen", 8, "contracted")],
        "a parliament ratifies what was signed",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), DEALS)
def test_deals(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
