"""Who sells and who buys, where others are named beside them."""

import pytest

from armsdocket.reading.claims import Transfer
from armsdocket.reading.news.article import read
from tests.reading.news.transfer.test_transfers import document_of, transfers_in

PARTIES = [
    ("Chile accused Norway of sending 12 CV90 vehicles to Peru.", "PE", "NO", "who is accused sends"),
    ("Chile warned Norway against supplying tanks to Peru.", "PE", "NO", "who is warned would send"),
    ("Chile kept Norway from selling tanks to Peru.", "PE", "NO", "who is kept from it would sell"),
    (
        "Chile trains Peruvian crews before Peru gets F-16 jets from Norway.",
        "PE",
        "NO",
        "'before' begins a clause with its own subject",
    ),
    (
        "The ministry said Lockheed Martin was awarded a contract to supply 12 F-16 jets to Peru.",
        "PE",
        "US",
        "who is awarded a contract supplies",
    ),
    (
        "Norway, unlike Chile, has sent 12 tanks to Peru.",
        "PE",
        "NO",
        "who is named for contrast does nothing",
    ),
    (
        "Chile shot down a Peruvian F-16 jet bought from the United States.",
        "PE",
        "US",
        "whose jet it is bought it",
    ),
    (
        "North Korea's arms shipments to Sudan were condemned by Norway and Chile.",
        "SD",
        "KP",
        "who condemns sends nothing",
    ),
    (
        "The United States wants Peru to buy F-35 jets instead of the Su-57 from Russia.",
        "PE",
        None,
        "what is not bought comes from there",
    ),
    ("Qatar has asked Washington to sell it 72 F-15 jets.", "QA", "US", "who is asked sells"),
    ("Hezbollah received rockets from Iran via Syria.", "Hezbollah", "IR", "the way is no seller"),
    ("Norway has donated tanks to support Peru's army.", "PE", "NO", "whom they are to help gets them"),
    (
        "Chile spoke. Several countries have promised to supply 12 tanks to Peru.",
        "PE",
        None,
        "states without a name are not who was spoken of",
    ),
    (
        "Norway is one of several countries that have sent tanks to Peru.",
        "PE",
        "NO",
        "one of them has a name",
    ),
    ("The United States would sell 12 tanks to Peru.", "PE", "US", "a name that ends in 'states'"),
    (
        "The United States approved a $2 million arms deal with the Peruvians.",
        "PE",
        "US",
        "a deal is made with people",
    ),
    ("Norway ended its ban on sales of tanks to Peru.", "PE", "NO", "'on' belongs to the ban"),
    ("Iran sent 200 rifles to the YPG in Syria.", "YPG", "IR", "armed groups by their letters"),
]


@pytest.mark.parametrize(("text", "buyer", "seller", "why"), PARTIES)
def test_who_sells_to_whom(text: str, buyer: str, seller: str | None, why: str) -> None:
    pairs = [
        (told.buyer and told.buyer.value, told.seller and told.seller.value) for told in transfers_in(text)
    ]
    assert pairs == [(buyer, seller)], why


def test_the_day_of_a_charge_is_no_day_of_delivery() -> None:
    (told,) = transfers_in("Chile on 4 May 2023 accused Norway of sending 12 CV90 vehicles to Peru.")
    assert told.stage is not None
    assert (told.stage.value, told.stage_date) == ("delivered", None)


def test_a_title_that_says_who_is_to_give_tells_of_a_decision() -> None:
    text = "Norway to give Peru 12 CV90 vehicles\n\nOSLO, May 4 (CNA) - The vehicles are in store.\n"
    (told,) = [claim for claim in read(document_of(text)).claims if isinstance(claim, Transfer)]
    assert told.stage is not None
    assert told.stage.value == "state approved"
