from armsdocket.documents.load import load
from armsdocket.reading.claims import Transfer
from armsdocket.reading.read import read

TOLD = (
    "Lithuania joins missile order\n\n"
    "In March 2021 it was announced that Lithuania had ordered Javelin anti-tank missiles. "
    "US company Raytheon said purchases by Lithuania, Estonia and Norway were part of an order "
    "worth 120 million dollars.\n"
)


def test_date_and_maker_country_are_those_of_every_buyer_and_the_sum_of_none() -> None:
    reading = read(load(TOLD.encode(), "order.txt"))
    transfers = [claim for claim in reading.claims if isinstance(claim, Transfer)]
    assert {one.buyer.value for one in transfers if one.buyer} == {"LT", "EE", "NO"}
    for one in transfers:
        assert one.value is None
        assert one.shared_value is not None
        assert one.shared_value.value == 120_000_000
        assert one.stage_date is not None
        assert one.stage_date.value == "2021-03"
        assert one.seller is not None
        assert (one.seller.value, one.seller.as_written) == ("US", "US")
