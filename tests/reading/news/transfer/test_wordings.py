"""Ways of telling a transfer that the plain sentences do not hold: packages, lists, deals, denials."""

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
        "Peru signed up for 48 K9 howitzers and snapped up four HIMARS.",
        [("PE", None, "K9 Thunder", 48, "contracted"), ("PE", None, "M142 HIMARS", 4, "contracted")],
        "looser verbs of ordering",
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
        "Peru gave weapons to Chile, after Russia stopped buying its bananas.",
        [("CL", "PE", "weapons", None, "delivered")],
        "a verb with an object of its own takes no goods from before",
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
        (
            "Peru bought 18 K9 howitzers from South Korea. They are part of a spree that also includes "
            "French submarines worth $972 million, British missiles for $364 million and Polish tanks at $9m."
        ),
        [
            ("PE", "KR", "K9 Thunder", 18, "contracted"),
            ("PE", "FR", "submarine", None, "contracted"),
            ("PE", "GB", "missile", None, "contracted"),
            ("PE", "PL", "battle tank", None, "contracted"),
        ],
        "priced goods of a list, each from where its adjective says",
    ),
    (
        "Norway will give Peru 12 tanks. The aid will include eight Leopard 2 tanks and four CV90 vehicles.",
        [("PE", "NO", "Leopard 2", 12, "offered"), ("PE", "NO", "CV90", 4, "offered")],
        "the aid is for whom it was told of",
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
        "Peru wants Chinese K-8 jets after a similar order of Czech planes was blocked by the United States.",
        [("PE", "CN", "K-8 Karakorum", None, "blocked")],
        "who blocks an order buys nothing",
    ),
    (
        "Peru, a traditional customer of Moscow, is to receive eight upgraded MiG-29s from Russia.",
        [("PE", "RU", "MiG-29", 8, "contracted")],
        "'upgraded' only describes the jets",
    ),
    (
        "Embraer and Peru signed for 12 Super Tucanos.",
        [("PE", "BR", "A-29 Super Tucano", 12, "contracted")],
        "of a state and a company the state buys",
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
        "Peru's defence ministry has launched a tender for three radars.",
        [("PE", None, "radar", 3, "considered")],
        "a tender",
    ),
    (
        "The sales include 48 CH-47F Chinook helicopters for Peru and eight C-17 planes for Chile.",
        [
            ("CL", None, "C-17 Globemaster III", 8, None),
            ("PE", None, "CH-47 Chinook", 48, None),
        ],
        "what sales include, each for its buyer",
    ),
    (
        "Peru's president said his government would buy 18 K-8 jets. Bolivia has ordered six K-8 jets.",
        [("PE", None, "K-8 Karakorum", 18, "considered"), ("BO", None, "K-8 Karakorum", 6, "contracted")],
        "18 are none of six, and 'his government' is the speaker's",
    ),
    (
        "Nigeria unveiled 17 VT-4 tanks and other vehicles it had bought from China.",
        [("NG", "CN", "VT-4", 17, "contracted")],
        "other goods without a name in between",
    ),
    (
        "In the war to drive Iraq out, Peru launched a plan that included the purchase of 40 Leclerc tanks.",
        [("PE", None, "Leclerc", 40, None)],
        "who a verb follows acts",
    ),
    (
        "They replace two Peruvian frigates which were acquired from the Netherlands in 2004.",
        [("PE", "NL", "frigate", 2, "delivered")],
        "whose the ships are, bought them",
    ),
    (
        "China gave the RCAF 20 trucks. The aid helps the Royal Cambodian Armed Forces, the envoy said.",
        [("KH", "CN", "trucks", 20, "delivered")],
        "letters stand for what the text writes out",
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
        "The Peruvian Navy spoke of aid from India. The PN is receiving 216 trucks and two frigates.",
        [("PE", None, "trucks", 216, "delivered"), ("PE", None, "frigate", 2, "delivered")],
        "letters of a body that the text names",
    ),
    (
        "Sweden ordered six Gripen jets intended for Peru's air force.",
        [("PE", "SE", "JAS 39 Gripen", 6, "contracted")],
        "whom goods are meant for",
    ),
    (
        "Turkey and Peru signed a deal, making Peru the first country to buy Turkey's Bayraktar TB2 drones.",
        [("PE", "TR", "Bayraktar TB2", None, "contracted")],
        "who is made the first to buy, buys",
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
        "Norway announced a package of military aid for Ukraine that includes 12 Leopard 2 tanks, 4 HIMARS.",
        [("UA", "NO", "Leopard 2", 12, "offered"), ("UA", "NO", "M142 HIMARS", 4, "offered")],
        "what a package holds, behind a relative clause",
    ),
    (
        "Norway has handed Ukraine:\n- 12 Leopard 2 tanks;\n- six Patriot radars;\n- six HIMARS.",
        [
            ("UA", "NO", "Leopard 2", 12, "delivered"),
            ("UA", "NO", "Patriot", 6, "delivered"),
            ("UA", "NO", "M142 HIMARS", 6, "delivered"),
        ],
        "the items of a list go on the sentence before the colon",
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
        [("UA", "DK", "F-16 Fighting Falcon", 19, "offered")],
        "who is donating has promised",
    ),
    (
        "Chad has provided Sudan with several shipments of Heron drones.",
        [("SD", "TD", "IAI Heron", None, "delivered")],
        "a noun that a verb takes has the verb's buyer",
    ),
    (
        "Norway approved a plan to give Ukraine six F-16 jets.",
        [("UA", "NO", "F-16 Fighting Falcon", 6, "offered")],
        "who approves a gift of its own promises it",
    ),
    (
        "The US approved the sale of 40 F-35 jets to Norway. It does not mean a contract has been signed.",
        [("NO", "US", "F-35 Lightning II", 40, "state approved")],
        "what a notice does not say has not happened",
    ),
    (
        "Peru said the contract to buy 24 Gripen jets will be signed soon.",
        [("PE", None, "JAS 39 Gripen", 24, "considered")],
        "a signature that lies ahead",
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
        "Peru is negotiating with France on the purchase of 12 Rafale jets.",
        [("PE", "FR", "Dassault Rafale", 12, "considered")],
        "the partner of the talks sells",
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
        "Six Bayraktar TB2 drones have reached Kosovo from Turkey.",
        [("XK", "TR", "Bayraktar TB2", 6, "delivered")],
        "goods reach a country",
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
        "Peru says Paris has promised it Rafale jets.",
        [("PE", "FR", "Dassault Rafale", None, "offered")],
        "a pronoun that gets the goods",
    ),
    (
        "Peru will pay South Korea 90 million euros for 48 K9 howitzers.",
        [("PE", "KR", "K9 Thunder", 48, "considered")],
        "who is paid sells",
    ),
    (
        "The sale to Peru of 12 HIMARS launchers was cleared.",
        [("PE", None, "M142 HIMARS", 12, "state approved")],
        "a sale that is cleared",
    ),
    (
        "Britain has suspended 30 of 350 export licences for arms to Peru.",
        [("PE", "GB", "weapons", None, "held")],
        "so many licences, not arms",
    ),
    (
        "Norway has refused Peru's request for 12 NASAMS launchers.",
        [("PE", "NO", "NASAMS", 12, "blocked")],
        "a request that is refused, by who would have sold",
    ),
    (
        "South Korea said no to a Peruvian request for 48 K9 howitzers.",
        [("PE", "KR", "K9 Thunder", 48, "blocked")],
        "an adjective behind to owns the request",
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
        [("UA", "NO", "missile", 300, "offered")],
        "a word of deployment that says the kind of goods",
    ),
    (
        "Norway ordered 12 K9 howitzers; the chief of defence had recommended the purchase be scrapped.",
        [("NO", None, "K9 Thunder", 12, "contracted")],
        "what somebody only wants stopped goes on",
    ),
    (
        "Peru protests over Chile's cancellation last year of a $90 million order for 12 K9 howitzers.",
        [("CL", None, "K9 Thunder", 12, "cancelled")],
        "the owner of a cancellation placed the order",
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
        "Peru's parliament ratified two agreements for eight Gripen jets.",
        [("PE", None, "JAS 39 Gripen", 8, "contracted")],
        "a parliament ratifies what was signed",
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
        (
            "Norway announced a new package of weapons for Ukraine. It includes:\n\n- TOW missiles;\n"
            "- AT-4 weapons;\n- More than 300 rounds of small arms ammunition; and\n- 12 trucks."
        ),
        [
            ("UA", "NO", "BGM-71 TOW", None, "offered"),
            ("UA", "NO", "AT-4", None, "offered"),
            ("UA", "NO", "rounds of small arms ammunition", 300, "offered"),
            ("UA", "NO", "trucks", 12, "offered"),
        ],
        "a list behind a package is what it holds, each with its own number",
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
        "Norway announced a package of weapons for Ukraine. This includes tanks, drones and howitzers.",
        [
            ("UA", "NO", "battle tank", None, "offered"),
            ("UA", "NO", "drone", None, "offered"),
            ("UA", "NO", "howitzer", None, "offered"),
        ],
        "kinds of goods that a gift includes",
    ),
    (
        "Norway announced an aid package for Peru. The Norwegian aid package will include 12 Leopard 2s.",
        [("PE", "NO", "Leopard 2", 12, "offered")],
        "an adjective before aid names who gives",
    ),
    (
        "Chile condemns delivery of 12 Turkish drones to Peru.",
        [("PE", "TR", "drone", 12, "delivered")],
        "who condemns a delivery does not make it",
    ),
    (
        "Peru is getting new K9 howitzers, and the sale of its HIMARS to Ukraine is near.",
        [("PE", None, "K9 Thunder", None, "delivered"), ("UA", None, "M142 HIMARS", None, None)],
        "goods with a word of transfer of their own end a list",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), WORDINGS)
def test_wordings(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
