"""Ways of telling a transfer that the plain sentences do not hold: verbs, denials, goods told again."""

import pytest

from armsdocket.reading.claims import Transfer
from tests.reading.news.transfer.test_transfers import transfers_in

Told = tuple[str | None, str | None, str, int | None, str | None]


def told(transfer: Transfer) -> Told:
    quantity = transfer.items[0].quantity
    return (
        transfer.buyer.value if transfer.buyer else None,
        transfer.seller.value if transfer.seller else None,
        transfer.items[0].value,
        quantity.value if quantity else None,
        transfer.stage.value if transfer.stage else None,
    )


WORDINGS: list[tuple[str, list[Told], str]] = [
    (
        "The US State Department cleared a possible sale of 12 HIMARS to Peru.",
        [("PE", "US", "M142 HIMARS", 12, "state approved")],
        "a possible sale is cleared",
    ),
    (
        "Peru selected yards in Spain and Italy to supply four frigates and three submarines.",
        [("PE", None, "frigate", 4, "considered"), ("PE", None, "submarine", 3, "considered")],
        "who was chosen supplies; of two nobody says which what",
    ),
    (
        "Peru asked Denmark to supply 12 F-16 jets.",
        [("PE", "DK", "F-16 Fighting Falcon", 12, "requested")],
        "who was asked is to supply",
    ),
    (
        "Peru gave weapons to Chile, after Russia stopped buying its bananas.",
        [("CL", "PE", "weapons", None, "delivered")],
        "a verb with an object of its own takes no goods from before",
    ),
    (
        "Peru's president thanked China after six trainer jets were delivered to the cash-strapped country.",
        [("PE", None, "trainer aircraft", 6, "delivered")],
        "the country is the one that acts",
    ),
    (
        "The Saudis have asked to buy 300 old main battle tanks.",
        [("SA", None, "battle tank", 300, "requested")],
        "citizens buy guns, not tanks",
    ),
    (
        "Peru, a traditional customer of Moscow, is to receive eight upgraded MiG-29s from Russia.",
        [("PE", "RU", "MiG-29", 8, "contracted")],
        "'upgraded' only describes the jets",
    ),
    (
        "Iran has supplied drones to Bolivia, and Peru fears an arms race.",
        [("BO", "IR", "drone", None, "delivered")],
        "a clause of its own begins behind the comma",
    ),
    (
        "A dozen HIMARS launchers are on their way to Peru from the United States.",
        [("PE", "US", "M142 HIMARS", 12, "contracted")],
        "on the way",
    ),
    (
        "Nigeria unveiled 17 VT-4 tanks and other vehicles it had bought from China.",
        [("NG", "CN", "VT-4", 17, "contracted")],
        "other goods without a name in between",
    ),
    (
        "They replace two Peruvian frigates which were acquired from the Netherlands in 2004.",
        [("PE", "NL", "frigate", 2, "delivered")],
        "whose the ships are, bought them",
    ),
    (
        "Sweden ordered six Gripen jets intended for Peru's air force.",
        [("PE", "SE", "JAS 39 Gripen", 6, "contracted")],
        "whom goods are meant for",
    ),
    (
        "Israel is opposed to selling US F-35s to countries in the region.",
        [],
        "US says where the jets are made",
    ),
    (
        "Peru got 12 K9 howitzers from South Korea.",
        [("PE", "KR", "K9 Thunder", 12, "delivered")],
        "who got something has it",
    ),
    (
        "Many wait for the CAESAR. Peru, for its part, bought five. Norway is to give Ukraine six.",
        [("PE", None, "CAESAR", 5, "contracted"), ("UA", "NO", "CAESAR", 6, "offered")],
        "a number alone behind a verb stands for the goods named before",
    ),
    (
        "The Dutch army showed the FK-3 air defence system recently procured from China.",
        [("NL", "CN", "HQ-22", None, "contracted")],
        "an adverb may stand between goods and participle",
    ),
    (
        "Croatia and Austria announced the purchase of PC-21 trainers for US$70 million.",
        [("HR", None, "Pilatus PC-21", None, None), ("AT", None, "Pilatus PC-21", None, None)],
        "a currency is no party",
    ),
    (
        "Denmark is donating 19 F-16 jets to Ukraine.",
        [("UA", "DK", "F-16 Fighting Falcon", 19, "state approved")],
        "a government that is donating has decided to",
    ),
    (
        "Chad has provided Sudan with several shipments of Heron drones.",
        [("SD", "TD", "IAI Heron", None, "delivered")],
        "a noun that a verb takes has the verb's buyer",
    ),
    (
        "Norway approved a plan to give Ukraine six F-16 jets.",
        [("UA", "NO", "F-16 Fighting Falcon", 6, "state approved")],
        "a government that approves its own gift",
    ),
    (
        "Peru received 19 Gripen jets from Sweden in 2023. It plans to buy five more.",
        [("PE", "SE", "JAS 39 Gripen", 19, "delivered"), ("PE", None, "JAS 39 Gripen", 5, "considered")],
        "a number by itself is a further lot",
    ),
    (
        "Peru spoke of its fleet. Six HIMARS launchers ordered from the United States are late.",
        [("PE", "US", "M142 HIMARS", 6, "contracted")],
        "who ordered is whom the text is about",
    ),
    (
        "Peru would pay $340 million for 12 AH-1Z helicopters.",
        [("PE", None, "AH-1Z Viper", 12, "considered")],
        "a sum between the verb and the goods",
    ),
    (
        "The United States airdropped 300 rifles to Syrian rebels.",
        [("Syrian rebels", "US", "small arms", 300, "delivered")],
        "what is dropped from the air is delivered",
    ),
    (
        "Weapons were funneled to Libyan rebels by Qatar.",
        [("Libyan rebels", "QA", "weapons", None, "delivered")],
        "the American spelling of the verb",
    ),
    (
        (
            "Norway has a contract to supply Peru with 36 NH90 helicopters. "
            "It has long supplied Peru with aircraft, missiles, tanks and other modern weapons."
        ),
        [
            ("PE", "NO", "NH90", 36, "contracted"),
            ("PE", "NO", "military aircraft", None, "delivered"),
            ("PE", "NO", "missile", None, "delivered"),
            ("PE", "NO", "battle tank", None, "delivered"),
        ],
        "arms of all kinds say nothing of the helicopters",
    ),
    (
        "The United States has sent non-lethal aid to Syrian rebels.",
        [],
        "aid that is no arms",
    ),
    (
        "Chile accused Norway of continued meddling and of sending 12 CV90 vehicles to Peru.",
        [("PE", "NO", "CV90", 12, "delivered")],
        "who is accused sends, not who accuses",
    ),
    (
        "Estonia and Norway have donated howitzers to Peru.",
        [("PE", "EE", "howitzer", None, "delivered"), ("PE", "NO", "howitzer", None, "delivered")],
        "each of two states gives some",
    ),
    (
        "Estonia and Norway have donated 20 howitzers to Peru.",
        [("PE", "EE", "howitzer", 20, "delivered")],
        "how many each gives is not said",
    ),
    (
        "Norway began arming Syrian rebels.",
        [("Syrian rebels", "NO", "weapons", None, "delivered")],
        "a verb that says what is given",
    ),
    (
        "Norway sold Peru two battleships.",
        [("PE", "NO", "warship", 2, "contracted")],
        "a warship that is no frigate",
    ),
    (
        "Norway is on the brink of securing an export order for NASAMS from an undisclosed country.",
        [(None, "NO", "NASAMS", None, "considered")],
        "a sale abroad that is only close, to nobody named",
    ),
    (
        "Norway gave Ukraine 20,000 rounds of artillery ammunition.",
        [("UA", "NO", "rounds of artillery ammunition", 20000, "delivered")],
        "rounds measure the ammunition",
    ),
    (
        "Peru bought six C-130J aircraft from the United States. Peru received simulators too.",
        [("PE", "US", "C-130J Super Hercules", 6, "contracted")],
        "what supports the aircraft comes along",
    ),
    (
        "Moldova received 12 Piranha armoured vehicles. They were bought from France.",
        [("MD", "FR", "MOWAG Piranha", 12, "delivered")],
        "they are the goods told of before",
    ),
    (
        "Six Bayraktar TB2 drones have reached Kosovo from Turkey.",
        [("XK", "TR", "Bayraktar TB2", 6, "delivered")],
        "goods reach a country",
    ),
    (
        "Peru bought 11 T-72 tanks from Russia in 2019 and took delivery of 12 HIMARS last April.",
        [("PE", "RU", "T-72", 11, "contracted"), ("PE", None, "M142 HIMARS", 12, "delivered")],
        "the second verb has goods of its own",
    ),
    (
        "Peru's first six Rafales were handed over at Istres.",
        [("PE", None, "Dassault Rafale", 6, "delivered")],
        "who owns goods made elsewhere gets them",
    ),
    (
        "Peru says Paris has promised it Rafale jets.",
        [("PE", "FR", "Dassault Rafale", None, "offered")],
        "a pronoun that gets the goods",
    ),
    (
        "The sale to Peru of 12 HIMARS launchers was cleared.",
        [("PE", None, "M142 HIMARS", 12, "state approved")],
        "a sale that is cleared",
    ),
    (
        "Norway has refused Peru's request for 12 NASAMS launchers.",
        [("PE", "NO", "NASAMS", 12, "blocked")],
        "a request that is refused, by who would have sold",
    ),
    (
        "The US approved 12 HIMARS for Peru. Peru has six HIMARS that it bought used from Romania in 2005.",
        [("PE", "US", "M142 HIMARS", 12, "state approved"), ("PE", "RO", "M142 HIMARS", 6, "contracted")],
        "another number from another country is another sale",
    ),
    (
        "The US approved 12 HIMARS for Peru, unless Congress passes a resolution of disapproval.",
        [("PE", "US", "M142 HIMARS", 12, "state approved")],
        "a resolution that is only possible stops nothing",
    ),
    (
        "Norway will give Ukraine more than 300 strike missiles.",
        [("UA", "NO", "missile", 300, "state approved")],
        "a word of deployment that says the kind of goods",
    ),
    (
        "Norway ordered 12 K9 howitzers; the chief of defence had recommended the purchase be scrapped.",
        [("NO", None, "K9 Thunder", 12, "contracted")],
        "what somebody only wants stopped goes on",
    ),
    (
        "Peru's Defence Acquisition Council met. Norway sanctioned 13 companies over an arms sale to Peru.",
        [("PE", None, "weapons", None, None)],
        "a body's name tells no purchase, and companies count no arms",
    ),
    (
        "Peru picked the K9 over the CAESAR and will pay 90 million euros for 48 of them.",
        [("PE", None, "K9 Thunder", 48, "considered")],
        "what was passed over is not what is bought",
    ),
    (
        "Germany blocked the export of engines for Peru's K2 tanks.",
        [("PE", "DE", "military engine", None, "blocked")],
        "the owner of what the goods go into gets them",
    ),
    (
        "Turkey built the corvettes for Peru.",
        [("PE", "TR", "corvette", None, "contracted")],
        "who builds for a state sells to it",
    ),
    (
        "The Saudis bought 84 F-15s.",
        [("SA", None, "F-15 Eagle", 84, "contracted")],
        "a people buys what only a state can",
    ),
    (
        "Lockheed Martin and Dassault had offered the F-16 and the Rafale, respectively, to Peru.",
        [
            ("PE", "US", "F-16 Fighting Falcon", None, "offered"),
            ("PE", "FR", "Dassault Rafale", None, "offered"),
        ],
        "of several who offer, each its own",
    ),
    (
        "Peru has yet to pick the Gripen.",
        [("PE", None, "JAS 39 Gripen", None, "considered")],
        "what is yet to be picked is weighed, not denied",
    ),
    (
        "South Korea will complete delivery of the 48 K9 howitzers to Peru next year.",
        [("PE", "KR", "K9 Thunder", 48, "contracted")],
        "who completes deliveries sells, and they are still to come",
    ),
    (
        "Norway last year paused one shipment of NASAMS launchers to Peru.",
        [("PE", "NO", "NASAMS", None, "held")],
        "shipments count no launchers",
    ),
    (
        "Chile flies Rafales and Rafales. Peru has asked for UH-1H helicopters; it got four in 2021.",
        [("PE", None, "UH-1 Iroquois", 4, "delivered")],
        "a number alone means what its own sentence names",
    ),
    (
        "Germany has dropped its objection to Peru's purchase of 48 Eurofighters.",
        [("PE", None, "Eurofighter Typhoon", 48, "state approved")],
        "an objection that is dropped clears the sale",
    ),
    (
        "Chile condemns delivery of 12 Turkish drones to Peru.",
        [("PE", "TR", "drone", 12, "delivered")],
        "who condemns a delivery does not make it",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), WORDINGS)
def test_wordings(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
