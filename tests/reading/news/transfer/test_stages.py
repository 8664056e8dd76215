"""How far a transfer got: words beside it that look like another stage, and stages that lie ahead."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in

STAGES: list[tuple[str, str | None, str]] = [
    (
        "Senators killed a measure to block the sale of eight F-16 jets to Peru, which was approved in May.",
        "state approved",
        "a measure that came to nothing stops nothing",
    ),
    (
        "Spain will deliver 400 laser-guided bombs to Peru, reversing a decision to put the sale on hold.",
        "contracted",
        "a stop that is taken back is none",
    ),
    (
        "Peru called off a planned meeting on the sale of 12 F-16 jets to Chile.",
        None,
        "a meeting is called off, not a sale",
    ),
    (
        "The council consented to the export of six radars to Peru.",
        "state approved",
        "consent is an approval",
    ),
    (
        "Washington told Congress of the sale of 12 F-16 jets to Peru, dropping terms placed on the deal.",
        "notified",
        "terms placed on a deal conclude none",
    ),
    (
        "The sale of 25 F-15 jets to Peru has been under review. Speeding up deliveries was asked for.",
        "considered",
        "what is under review is not contracted because somebody wants it soon",
    ),
    (
        "The sale comes days after Washington approved the sale of 12 F-16 jets to Peru.",
        "state approved",
        "what was approved before is approved",
    ),
    (
        "Egypt is in talks to buy 24 FA-50 jets, in what would be one of the largest deals signed there.",
        "considered",
        "others signed those that a deal is compared with",
    ),
    ("Peru would not proceed with the purchase of 28 F-16 jets.", "cancelled", "what is not gone on with"),
    ("Korea won a bid to supply 18 FA-50 jets to Malaysia.", "contracted", "a bid that was won"),
    (
        "The president thanked Slovakia for providing S-300 air defence systems to Ukraine.",
        "delivered",
        "who is thanked for it has done it",
    ),
    (
        "The State Department has agreed a $500 million arms deal with Peru for 40 JASSM missiles.",
        "state approved",
        "the department agrees to a sale, it signs none",
    ),
    (
        "Korea won a contract from Peru for 12 FA-50 jets, but the deal is yet to be concluded.",
        "considered",
        "what is yet to be concluded is not contracted",
    ),
    (
        "Russia decided to resume sales of S-300 systems to Iran, which it had suspended for years.",
        "state approved",
        "what is resumed is no longer held",
    ),
    ("The Pentagon has signed off on the sale of 36 F-15 jets to Qatar.", "state approved", "no signature"),
    ("The Russian offer to supply Peru with 21 MiG-29 jets might lapse.", "offered", "an offer to supply"),
    (
        "A decision by Russia to sell S-300 systems to Iran angered Israel.",
        "state approved",
        "who sells has decided",
    ),
    ("Peru made 2 million dollars from banned exports of rifles to Chad.", None, "a ban that was broken"),
    (
        "Weapons will also reportedly be sold to Peru by Chile, a sale of 12 howitzers.",
        "considered",
        "what will be sold is not sold",
    ),
    ("Peru is receiving 12 howitzers from Chile.", "contracted", "what is being received is not all there"),
    (
        "In May Chile signed an agreement with Sweden for eight Gripen jets.",
        "contracted",
        "the month is no 'may'",
    ),
    ("Norway plans to donate 10 Leopard 2 tanks to Ukraine.", "offered", "who plans to give promises"),
    ("Norway is considering donating 10 Leopard 2 tanks to Ukraine.", "considered", "to weigh is no promise"),
    (
        "Peru said it will sign an agreement to purchase 12 FA-50 jets.",
        "considered",
        "an agreement that is still to be signed",
    ),
    (
        "Greece is close to signing; it hopes to sign a deal to supply 12 Leopard 2 tanks to Peru.",
        "considered",
        "a deal that is still to be signed",
    ),
    (
        "Greece was urged to cancel the planned sale of 12 Leopard 2 tanks to Peru.",
        "considered",
        "a sale that is planned",
    ),
    (
        "The deal with Greece for 12 Leopard 2 tanks for Peru has yet to take off.",
        "considered",
        "a deal that nobody has made",
    ),
    (
        "Greece was chosen as preferred bidder for the contract to supply 12 Leopard 2 tanks to Peru.",
        "considered",
        "a bidder who is preferred has no contract yet",
    ),
    (
        "Greece won the contract to supply 12 Leopard 2 tanks to Peru, but the deal is yet to be concluded.",
        "considered",
        "won, and not yet concluded",
    ),
    (
        "The minister admitted that it was wrong to sell 12 Leopard 2 tanks to Peru.",
        "contracted",
        "what is regretted was done",
    ),
    (
        "Asked whether Greece would sell 12 Leopard 2 tanks to Peru, the minister shrugged.",
        None,
        "what is only asked",
    ),
    (
        "The list ends with the scheduled delivery of two Black Hawk helicopters to Peru in June.",
        "contracted",
        "a delivery on the calendar has not come yet",
    ),
    (
        "The delivery of 12 Leopard 2 tanks to Peru will take place in June 2025.",
        "contracted",
        "a delivery that is still to come proves none",
    ),
    (
        "The delivery of 12 Leopard 2 tanks to Peru would only start an arms race, Chile said.",
        None,
        "what a delivery would do proves none",
    ),
    (
        "The delivery of 12 Leopard 2 tanks to Peru took place in June.",
        "delivered",
        "a delivery that took place",
    ),
    (
        "In August Denmark announced the supply of 19 F-16 jets to Ukraine.",
        "offered",
        "a supply that is announced is promised",
    ),
    (
        "Peru is still assessing a bid to buy Patriot missiles, which Washington refused to sell in 2019.",
        "considered",
        "what is still weighed is not what was refused once",
    ),
    (
        "Berlin rejected the resumption of arms exports to Oman.",
        "held",
        "what would have to be resumed is held",
    ),
    (
        "Iran is preparing to supply Russia with 200 drones.",
        "considered",
        "who prepares to supply has neither promised nor sold",
    ),
    (
        "Peru will buy six Scorpene submarines from France, scrapping its plan for German frigates.",
        "considered",
        "what is scrapped is something else",
    ),
    (
        "Spanish firms bid to build Norway's next frigates.",
        "offered",
        "a bid is an offer",
    ),
    (
        "Peru has placed a $95 million order with Saab for Carl-Gustaf launchers. Peru wants weapons.",
        "contracted",
        "an order placed is firmer than a wish, whatever its sum",
    ),
    (
        "Chile was to have bought 12 Gripen jets from Sweden.",
        "considered",
        "what was to have been bought was not bought",
    ),
    ("Officials said China did sell J-7 jets to Peru in the 1980s.", "contracted", "'did' says it was done"),
    (
        "Peru ordered 30 Gripen jets, but was expelled from the programme after its president fell.",
        "blocked",
        "a buyer thrown out gets nothing",
    ),
    (
        "The planned purchase of Mi-35 helicopters by Peru has been dropped.",
        "cancelled",
        "a plan that is dropped",
    ),
    (
        "Peru's interest in Stryker vehicles awaits a formal letter of request.",
        "considered",
        "a request that is awaited has not come",
    ),
    (
        "Peru bought 30 Gripen jets in a $4 billion deal, but those talks were suspended in 2021.",
        "held",
        "the deal in which they were bought is the purchase",
    ),
    (
        "The White House will put off a plan to sell Stinger missiles to Oman.",
        "held",
        "who sells holds the sale up",
    ),
    (
        "Oman will put off a plan to buy Stinger missiles.",
        "considered",
        "who buys still only weighs it",
    ),
    (
        "Peru has exercised an option to acquire two more Gripen jets.",
        "contracted",
        "an option that is exercised is an order",
    ),
    (
        "Peru turned to Russia after abandoning a planned purchase of nine F-16 jets.",
        "cancelled",
        "a plan given up, told with -ing",
    ),
    (
        "The State Department has decided to sell 24 F-16 jets to Peru.",
        "state approved",
        "the department that licenses sales decides by approving",
    ),
    (
        "The US blocked the sale of 24 F-16 jets to Peru in 2019, but has now approved it.",
        "state approved",
        "what was blocked once is approved now",
    ),
    (
        "The first two Gripen jets for Peru landed in Lima, five years after it signed a contract with Saab.",
        "delivered",
        "a contract signed before a delivery",
    ),
    (
        "France concluded three arms deals with Peru. The first involves the sale of 30 Rafale jets.",
        "contracted",
        "deals that are concluded",
    ),
    (
        "The contract for 12 Gripen jets for Peru will be worth $900 million.",
        "considered",
        "a contract that will be is none yet",
    ),
    ("Saab's bid to build Peru's next frigates comes as Lima nears a decision.", "considered", "not decided"),
    (
        "Congress could have blocked the sale of 12 F-16 jets to Peru.",
        "considered",
        "what could have been blocked was not",
    ),
    (
        "Peru ordered 12 F-16 jets from Denmark in 2021, but the delivery has been postponed.",
        "held",
        "a stop in the sentence that tells of the sale first",
    ),
    (
        "Peru's request to buy 16 F-16 jets was put on hold in 2016. In 2018 the contract was signed.",
        "contracted",
        "the last of two days has the news",
    ),
    (
        "The sale of 12 F-16 jets to Peru was frozen last year but has since been unblocked.",
        "state approved",
        "a sale that is let go",
    ),
    ("Peru and Sweden are finalising a contract for 12 Gripen jets.", "considered", "not yet final"),
    (
        "Peru's purchase of 12 Gripen jets from Sweden was approved by parliament.",
        "considered",
        "the buyer's own parliament approves to buy",
    ),
    (
        "Peru became a customer of the KC-390 after ordering five KC-390 aircraft from Brazil.",
        "contracted",
        "after ordering, they are ordered",
    ),
    (
        "The State Department had cleared a $3 billion sale of Patriot missiles to Peru.",
        "state approved",
        "a sale that was cleared",
    ),
    ("The sale of 12 Gripen jets to Peru fell through.", "cancelled", "a sale that fell through"),
    ("Sweden has stopped deliveries of Gripen jets to Peru.", "blocked", "deliveries stopped"),
    (
        "Peru expects to sign a contract for 12 Gripen jets with Sweden.",
        "considered",
        "expected is not signed",
    ),
    (
        "Sweden and Peru signed a memorandum of understanding on the purchase of 12 Gripen jets.",
        "considered",
        "a memorandum binds nobody",
    ),
    (
        "The Senate halted efforts to stop arms sales to Oman.",
        None,
        "efforts are halted, not the sales",
    ),
    (
        "Lawmakers sought to block a sale of Javelin missiles to Oman.",
        "disapproval introduced",
        "who tries to block has not blocked",
    ),
    (
        "The president announced that the United States would sell 24 F-15 jets to Peru.",
        "state approved",
        "who governs decides to sell",
    ),
    ("Boeing would sell 24 F-15 jets to Peru.", "considered", "a company decides nothing for a state"),
    (
        "The Senate debated a measure to block the sale of 12 Hawk jets to Peru.",
        None,
        "a wish blocks nothing",
    ),
    (
        "Norway will provide Peru with 12 Leopard 2 tanks, which are expected to arrive in May.",
        "offered",
        "nobody contracts for a gift",
    ),
    (
        "Britain refused an export licence for 12 Hawk jets for Peru.",
        "blocked",
        "a licence refused",
    ),
    (
        "Washington has rejected Israel's plan to sell 12 Kfir jets to Peru.",
        "blocked",
        "a plan refused",
    ),
    (
        "Sweden will no longer sell RBS 70 missiles to Peru.",
        "blocked",
        "no longer",
    ),
    (
        "Japan has ruled out supplying missiles to Peru.",
        "blocked",
        "ruled out",
    ),
    (
        "Germany is refusing to deliver Taurus missiles to Peru.",
        "blocked",
        "refusing to deliver",
    ),
    (
        "Belgium denied a licence for 500 rifles to Peru.",
        "blocked",
        "the licence itself is the cue",
    ),
    (
        "Italy revoked licences for 12,700 bombs to Peru.",
        "cancelled",
        "what was licensed is taken back",
    ),
    (
        "Peru pulled out of talks to buy 50 Caracal helicopters from France.",
        "cancelled",
        "talks left",
    ),
    (
        "Peru has torn up a contract with France for 12 submarines.",
        "cancelled",
        "a contract torn up",
    ),
    (
        "The deal for 12 Super Lynx helicopters with Peru fell through.",
        "cancelled",
        "fell through",
    ),
    (
        "Germany's security council cleared the export of three submarines to Peru.",
        "state approved",
        "cleared",
    ),
    (
        "Britain granted licences for the export of missiles to Peru.",
        "state approved",
        "licences granted",
    ),
    (
        "Congress failed to block the sale of 24 F-15 jets to Peru.",
        "review ended",
        "the try to stop it is over",
    ),
    (
        "The review of the sale of 24 F-15 jets to Peru expired without action.",
        "review ended",
        "the days are over",
    ),
    (
        "The Senate rejected a resolution to block the sale of 24 F-15 jets to Peru.",
        "notified",
        "one vote ends no period",
    ),
    (
        "Germany has put the sale of 12 patrol boats to Peru on ice.",
        "held",
        "on ice",
    ),
    (
        "Peru has signed a letter of intent with Sweden to buy 24 Gripen jets.",
        "considered",
        "an intent is no contract",
    ),
    (
        "The US approved a sale of 24 F-15 jets to Peru. Congress had held up the F-15 sale for a year.",
        "state approved",
        "what is told first is the news",
    ),
    (
        "The US put the sale of 24 F-15 jets to Peru on hold. It had approved the F-15 sale last year.",
        "held",
        "and where a stop is told first, the stop",
    ),
]


@pytest.mark.parametrize(("text", "stage", "why"), STAGES)
def test_stages(text: str, stage: str | None, why: str) -> None:
    (transfer,) = transfers_in(text)
    assert (transfer.stage.value if transfer.stage else None) == stage, why


def test_a_relative_clause_tells_of_the_goods_before_it() -> None:
    found = transfers_in(
        "Peru will either acquire used F-16s from Denmark for which Washington has given export clearance "
        "or go for Sweden's offer of the Gripen jets."
    )
    stages = {transfer.items[0].value: transfer.stage for transfer in found}
    assert stages["JAS 39 Gripen"] is not None
    assert stages["JAS 39 Gripen"].value == "offered"


def test_the_price_of_one_of_several_is_no_value_of_the_sale() -> None:
    (transfer,) = transfers_in("Peru ordered 24 of the $65-million Gripen jets from Sweden.")
    assert transfer.value is None
    assert [(value.value, value.of) for value in transfer.values] == [(65_000_000, "unit")]


def test_goods_given_as_part_of_a_package_have_no_value_of_their_own() -> None:
    (transfer,) = transfers_in("Japan gave six patrol boats to Fiji as part of a $40 million donation.")
    assert transfer.value is None
    assert transfer.shared_value is not None


def test_a_sum_for_what_replaces_goods_is_not_theirs() -> None:
    (transfer,) = transfers_in(
        "Replacing the 20 Kfir jets, which Peru bought from Israel, could cost $2 billion."
    )
    assert transfer.value is None


def test_what_is_said_never_to_have_been_done_is_denied() -> None:
    (transfer,) = transfers_in("China 'never' agreed to send J-10C jets to Peru, a spokesman said.")
    assert transfer.stage is None


def test_what_was_stopped_for_a_purchase_is_not_that_purchase() -> None:
    found = transfers_in(
        "Peru had ordered F-35 jets, but was expelled from the project after it bought S-400s."
    )
    stages = {transfer.items[0].value: transfer.stage and transfer.stage.value for transfer in found}
    assert stages == {"F-35 Lightning II": "blocked", "S-400": "contracted"}


def test_an_export_order_in_the_title_is_the_sale_below_it() -> None:
    found = transfers_in(
        "India gets its first export order for BrahMos missiles\n\n"
        "Peru bought BrahMos missiles from India on Friday."
    )
    assert [transfer.buyer.value for transfer in found if transfer.buyer] == ["PE"]


def test_a_report_said_to_be_untrue_tells_of_no_transfer() -> None:
    assert transfers_in("Reports alleging that Serbia has sold tanks to Syria are not true, he said.") == []
