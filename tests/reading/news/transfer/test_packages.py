"""Ways of telling several goods at once: packages, gifts, lists and what they hold."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in
from tests.reading.news.transfer.test_wordings import Told, told

PACKAGES: list[tuple[str, list[Told], str]] = [
    (
        (
            "The United States helps Ukraine. The new assistance package for Ukraine includes:\n\n"
            "- 800 Stinger missiles;\n- 100 rifles.\n\n"
            "Earlier United States assistance provided to Ukraine includes:\n\n"
            "- 600 Stinger missiles;\n- 200 rifles.\n"
        ),
        [
            ("UA", None, "FIM-92 Stinger", 800, "state approved"),
            ("UA", None, "small arms", 100, "state approved"),
            ("UA", "US", "FIM-92 Stinger", 600, "delivered"),
            ("UA", "US", "small arms", 200, "delivered"),
        ],
        "two lists with other numbers are two packages",
    ),
    (
        "Peru has asked Norway for drones and other weapons, including armoured vehicles, radars and tanks.",
        [
            ("PE", "NO", "drone", None, "requested"),
            ("PE", "NO", "armoured vehicle", None, "requested"),
            ("PE", "NO", "radar", None, "requested"),
            ("PE", "NO", "battle tank", None, "requested"),
        ],
        "what weapons are is spelt out",
    ),
    (
        "Norway announced additional aid for Peru: hundreds of rockets, mortars and radars.",
        [
            ("PE", "NO", "guided rocket", None, "state approved"),
            ("PE", "NO", "mortar", None, "state approved"),
            ("PE", "NO", "radar", None, "state approved"),
        ],
        "what stands behind a colon is the aid",
    ),
    (
        "The army bought 300 rifles and ammunition, the United States said.",
        [],
        "its own makers may sell them",
    ),
    ("Norway gave Peru training and logistic support.", [], "help without a price is no arms"),
    (
        "The United States agreed to sell Peru 12 Black Hawk helicopters, tanks and other arms.",
        [
            ("PE", "US", "UH-60 Black Hawk", 12, "contracted"),
            ("PE", "US", "battle tank", None, "contracted"),
        ],
        "other arms at the end of a list are no item",
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
        [("PE", "NO", "Leopard 2", 12, "state approved"), ("PE", "NO", "CV90", 4, "state approved")],
        "the aid is for whom it was told of",
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
        "In the war to drive Iraq out, Peru launched a plan that included the purchase of 40 Leclerc tanks.",
        [("PE", None, "Leclerc", 40, None)],
        "who a verb follows acts",
    ),
    (
        "China gave the RCAF 20 trucks. The aid helps the Royal Cambodian Armed Forces, the envoy said.",
        [("KH", "CN", "trucks", 20, "delivered")],
        "letters stand for what the text writes out",
    ),
    (
        "The Peruvian Navy spoke of aid from India. The PN is receiving 216 trucks and two frigates.",
        [("PE", None, "trucks", 216, "contracted"), ("PE", None, "frigate", 2, "contracted")],
        "letters of a body that the text names",
    ),
    (
        "Norway announced a package of military aid for Ukraine that includes 12 Leopard 2 tanks, 4 HIMARS.",
        [("UA", "NO", "Leopard 2", 12, "state approved"), ("UA", "NO", "M142 HIMARS", 4, "state approved")],
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
        "Peru said the contract to buy 24 Gripen jets will be signed soon.",
        [("PE", None, "JAS 39 Gripen", 24, "considered")],
        "a signature that lies ahead",
    ),
    (
        "Peru will pay South Korea 90 million euros for 48 K9 howitzers.",
        [("PE", "KR", "K9 Thunder", 48, "considered")],
        "who is paid sells",
    ),
    (
        "South Korea said no to a Peruvian request for 48 K9 howitzers.",
        [("PE", "KR", "K9 Thunder", 48, "blocked")],
        "an adjective behind to owns the request",
    ),
    (
        (
            "Norway announced a new package of weapons for Ukraine. It includes:\n\n- TOW missiles;\n"
            "- AT-4 weapons;\n- More than 300 rounds of small arms ammunition; and\n- 12 trucks."
        ),
        [
            ("UA", "NO", "BGM-71 TOW", None, "state approved"),
            ("UA", "NO", "AT-4", None, "state approved"),
            ("UA", "NO", "rounds of small arms ammunition", 300, "state approved"),
            ("UA", "NO", "trucks", 12, "state approved"),
        ],
        "a list behind a package is what it holds, each with its own number",
    ),
    (
        (
            "Norway announced $800 million in security assistance to Peru. Previous assistance committed to "
            "Peru includes:\n\n- 600 Stinger missiles;\n- Five Mi-17 helicopters."
        ),
        [
            ("PE", "NO", "security assistance", None, "state approved"),
            ("PE", "NO", "Mi-17", 5, "state approved"),
            ("PE", "NO", "FIM-92 Stinger", 600, "state approved"),
        ],
        "what was given before, listed after whom it is for: no part of the new sum",
    ),
    (
        "Norway announced a package of weapons for Ukraine. This includes tanks, drones and howitzers.",
        [
            ("UA", "NO", "battle tank", None, "state approved"),
            ("UA", "NO", "drone", None, "state approved"),
            ("UA", "NO", "howitzer", None, "state approved"),
        ],
        "kinds of goods that a gift includes",
    ),
    (
        "Norway announced an aid package for Peru. The Norwegian aid package will include 12 Leopard 2s.",
        [("PE", "NO", "Leopard 2", 12, "state approved")],
        "an adjective before aid names who gives",
    ),
    (
        "Peru is getting new K9 howitzers, and the sale of its HIMARS to Ukraine is near.",
        [("PE", None, "K9 Thunder", None, "contracted"), ("UA", None, "M142 HIMARS", None, None)],
        "goods with a word of transfer of their own end a list",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PACKAGES)
def test_packages(text: str, expected: list[Told], why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == expected, why
