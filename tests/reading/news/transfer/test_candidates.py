"""Who buys and what, where the words around could tell otherwise."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in
from tests.reading.news.transfer.test_wordings import Told, told

CANDIDATES: list[tuple[str, list[Told], str]] = [
    (
        "Negotiations between the Greek and US side on the purchase of 20 F-35 jets will soon begin.",
        [("GR", "US", "F-35 Lightning II", 20, "considered")],
        "of two sides that negotiate, who makes the goods sells",
    ),
    (
        "Peru and France plan to buy three French frigates.",
        [("PE", "FR", "frigate", 3, "considered")],
        "of two that plan, whose goods they are does not buy them",
    ),
    (
        "The agreement covers sale of HIMARS launchers made during the visit of President Quispe to France.",
        [],
        "whom somebody visits gets nothing",
    ),
    (
        "Peru, a former partner of Chile and Brazil, is expected to buy 12 HIMARS launchers.",
        [("PE", None, "M142 HIMARS", 12, "considered")],
        "who is named in an aside does not act",
    ),
    (
        "Norway sold Peru 12 Leopard 2 tanks. Oslo has begun deliveries of NASAMS launchers to that country.",
        [("PE", "NO", "Leopard 2", 12, "contracted"), ("PE", "NO", "NASAMS", None, "delivered")],
        "that country is the buyer told of last",
    ),
    (
        "Peru will get six A-29 aircraft. It is an honour to deliver six A-29s to the Peruvian Air Force.",
        [("PE", None, "A-29 Super Tucano", 6, "contracted")],
        "whom the report is about does not deliver to himself",
    ),
    (
        "Norway has suspended the export of some drone technology to Peru.",
        [("PE", "NO", "drone", None, "held")],
        "technology of goods is transferred",
    ),
    (
        "The Philippine Air Force has new jets. The PAF ordered 12 FA-50 jets from South Korea.",
        [("PH", "KR", "FA-50 Fighting Eagle", 12, "contracted")],
        "the letters stand for the force the text names",
    ),
    (
        "Kenya sold 12 T-72 tanks to Turkish drone maker Baykar.",
        [("TR", "KE", "T-72", 12, "contracted")],
        "a company behind its country's adjective is joined by the same preposition",
    ),
    (
        "Peru asked the US for 20 F-16 jets. Washington has not replied, and it may buy Su-25 aircraft.",
        [("PE", "US", "F-16 Fighting Falcon", 20, "requested"), ("PE", None, "Su-25", None, "considered")],
        "'it' is who buys, not who was asked to sell",
    ),
    (
        "Peru signed a deal to buy French weapons. The French weapons purchase deal is for 24 Rafale jets.",
        [("PE", "FR", "Dassault Rafale", 24, "contracted")],
        "whose weapons they are does not buy them",
    ),
    (
        "Peru will acquire 543 Advanced Precision Kill Weapons Systems (APKWS).",
        [("PE", None, "APKWS", 543, "considered")],
        "letters in brackets name what the words before describe",
    ),
    (
        "Peru has received 46 HIMARS. It has taken delivery of 40 of them and has ordered 29 more.",
        [("PE", None, "M142 HIMARS", 46, "delivered"), ("PE", None, "M142 HIMARS", 29, "contracted")],
        "a further lot that only a number names stands apart",
    ),
    (
        "The Peruvian Navy's newest frigate arrived in Lima from South Korea on Monday.",
        [("PE", "KR", "frigate", None, "delivered")],
        "whose goods they are, and where they come from",
    ),
    (
        "The S-400 is used by three armies. Late this year, deliveries to Peru will begin.",
        [("PE", None, "S-400", None, "contracted")],
        "a time before a noun does not make it point back",
    ),
    (
        "Lima said officials in Oslo knew that Chile requested the purchase of HIMARS launchers.",
        [("CL", None, "M142 HIMARS", None, "requested")],
        "the purchase is his who requests it",
    ),
    (
        "Saab has exported Gripen jets to a dozen countries, including Peru and Chile.",
        [("PE", "SE", "JAS 39 Gripen", None, "delivered"), ("CL", "SE", "JAS 39 Gripen", None, "delivered")],
        "the countries that a number of countries includes",
    ),
    (
        "Norway plans a joint purchase of K9 howitzers with Denmark.",
        [("NO", None, "K9 Thunder", None, "considered")],
        "with whom one buys jointly sells nothing",
    ),
    (
        "Peru struck a deal with Norway, which has already said it will buy four HIMARS launchers.",
        [("NO", None, "M142 HIMARS", 4, "contracted")],
        "'it' is the partner of whom the relative clause speaks",
    ),
    (
        "The US will provide Peru with a new military package. The package will include TOW missiles.",
        [("PE", "US", "BGM-71 TOW", None, "offered")],
        "a package is for whom it is provided",
    ),
    (
        "Peru will receive TB2 drones from Turkey. Peru chose to buy unmanned aerial vehicles last year.",
        [("PE", "TR", "Bayraktar TB2", None, "contracted")],
        "unmanned aerial vehicles are drones",
    ),
    (
        "Peru's order comes after Chile received HIMARS launchers.",
        [("CL", None, "M142 HIMARS", None, "delivered")],
        "who stands behind 'after' begins a clause",
    ),
    (
        "Canada suspended sales of HIMARS to Peru after claims of use by Chilean forces.",
        [("PE", "CA", "M142 HIMARS", None, "held")],
        "'by' names who uses, not who sells",
    ),
    (
        "Peru, a longtime buyer of Russian weapons, bought 24 Mi-17 helicopters.",
        [("PE", None, "Mi-17", 24, "contracted")],
        "goods stand behind the verb: those before the comma are not what was bought",
    ),
    (
        "The purchase of Gripen jets by Peru could lead to new duties, imposed by Brazil.",
        [("PE", None, "JAS 39 Gripen", None, None)],
        "'by' right behind the goods names the buyer",
    ),
    (
        "Iran struck a deal this week. The deal will bring 40 Mohajer-6 drones from Iran to Peru.",
        [("PE", "IR", "Mohajer-6", 40, None)],
        "from whom to whom",
    ),
    (
        "Peru, a country bordering Chile, will buy HIMARS from the United States.",
        [("PE", "US", "M142 HIMARS", None, "considered")],
        "the object of a participle acts in nothing",
    ),
    (
        "Peru received six A-29 aircraft last year. Peru is considering acquiring another batch of A-29s.",
        [
            ("PE", None, "A-29 Super Tucano", 6, "delivered"),
            ("PE", None, "A-29 Super Tucano", None, "considered"),
        ],
        "a further lot is weighed",
    ),
    (
        "Peru is looking at 12 Gripen jets, and Chile is considering six Rafale jets.",
        [("PE", None, "JAS 39 Gripen", 12, "considered"), ("CL", None, "Dassault Rafale", 6, "considered")],
        "what somebody looks at or considers",
    ),
    (
        "The US approved an arms sale to Peru. It is big. It is. It lags. The package covers 40 F/A-18 jets.",
        [("PE", "US", "F/A-18 Hornet", 40, "state approved")],
        "the package of the only buyer is told of far above",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CANDIDATES)
def test_candidates(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
