"""How well the official documents are read: field by field against labels, clause by clause over the corpus.

A value counts as right when it equals the label and its passage touches the label's. Labels:
``official_labels/README.md``.
"""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from armsdocket.documents.document import Document
from armsdocket.documents.load import load, read_bytes
from armsdocket.reading.claims import Item, Reading, Resolution, Sourced, Transfer
from armsdocket.reading.kind import recognise
from armsdocket.reading.read import read
from evaluation.corpus import SHARED
from evaluation.scores import Error, Score

LABELS = Path(__file__).resolve().parent / "official_labels" / "labels.jsonl"
CORPUS = SHARED / "corpus"
FOLDERS = (
    "federal_register",
    "dsca/html_2026",
    "dsca/sunlight_2008_2014",
    "state",
    "resolutions",
    "tables/dod_contracts",
)


class Mark(NamedTuple):
    """One fact to compare: its value and where it stands (None: no place to hold it against)."""

    value: object
    start: int | None = None
    end: int | None = None

    def meets(self, other: "Mark") -> bool:
        """Tell whether two marks give the same value at the same place."""
        if self.value != other.value:
            return False
        if self.start is None or other.start is None or self.end is None or other.end is None:
            return True
        return self.start < other.end and other.start < self.end


class Tally:
    """Right, gold and found of each family, with the documents and the errors."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.right: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.documents: dict[str, set[str]] = {}
        self.errors: list[Error] = []

    def compare(self, family: str, document: str, gold: list[Mark], found: list[Mark]) -> None:
        """Pair the facts of one record; each fact answers one label."""
        self.documents.setdefault(family, set()).add(document)
        self.gold[family] += len(gold)
        self.found[family] += len(found)
        rest = list(found)
        for label in gold:
            match = next((each for each in rest if label.meets(each)), None)
            if match is None:
                self._error(family, document, "missed", label)
            else:
                rest.remove(match)
                self.right[family] += 1
        for each in rest:
            self._error(family, document, "wrong", each)

    def _error(self, family: str, document: str, what: str, mark: Mark) -> None:
        self.errors.append(
            Error(
                corpus="official",
                family=family,
                document=document,
                what=f"{what} {mark.value}",
                start=mark.start,
                end=mark.end,
            )
        )

    def scores(self) -> list[Score]:
        """Return a row for each family, in order of name."""
        return [
            Score(
                corpus="official",
                family=family,
                documents=len(self.documents[family]),
                right=self.right[family],
                gold=self.gold[family],
                found=self.found[family],
            )
            for family in sorted(self.documents)
        ]


def labels() -> list[dict[str, Any]]:
    """Return the labels, one dict a document."""
    lines = LABELS.read_bytes().splitlines()
    return [msgspec.json.decode(line) for line in lines if line.strip()]


@cache
def measure() -> Tally:
    """Read every labelled document and compare it with its label."""
    tally = Tally()
    for label in labels():
        path = CORPUS / label["path"]
        document = load(read_bytes(path), label["path"])
        if document.id != label["sha256"]:
            raise ValueError(f"{label['path']} is not the document that was labelled: its sha256 differs")
        tally.compare("kind", label["path"], [Mark(label["kind"])], [Mark(recognise(document))])
        _document(tally, label, read(document))
    return tally


def score() -> list[Score]:
    """Return the rows for the table of ``make evaluate``."""
    return measure().scores()


def errors() -> list[Error]:
    """Return every error, with its passage."""
    return measure().errors


def _document(tally: Tally, label: dict[str, Any], reading: Reading) -> None:
    transfers = [claim for claim in reading.claims if isinstance(claim, Transfer)]
    name = label["path"]
    if label["kind"] == "contract post":
        _post(tally, name, label["records"], transfers)
        return
    if label["kind"] == "resolution":
        _resolution(tally, name, label["head"], reading)
    for number, record in enumerate(label["records"]):
        _record(tally, name, record, transfers[number] if number < len(transfers) else None, reading)


def _record(
    tally: Tally, name: str, record: dict[str, Any], transfer: Transfer | None, reading: Reading
) -> None:
    for field in ("transmittal", "buyer", "received", "notified", "fms_case"):
        if field in record:
            found = getattr(transfer, field) if transfer else None
            tally.compare(field.replace("_", " "), name, _marks(record[field]), _sourced(found))
    if "published" in record:
        found = reading.heading.published
        tally.compare(
            "published",
            name,
            [Mark(record["published"]["value"])],
            [Mark(each.value) for each in _sourced(found)],
        )
    if "channel" in record:
        channel = transfer.channel if transfer else None
        tally.compare(
            "channel", name, [Mark(record["channel"])], [Mark(each.value) for each in _sourced(channel)]
        )
    if "shared_with" in record:
        shared = transfer.shared_with if transfer else ()
        tally.compare(
            "further buyers",
            name,
            [Mark(code) for code in record["shared_with"]],
            [Mark(p.value) for p in shared],
        )
    for field in ("amends", "corrects"):
        if field in record:
            links = (
                [each for each in getattr(transfer, field) if " FR " not in each.value] if transfer else []
            )
            tally.compare(
                "links", name, _marks(record[field]), [mark for each in links for mark in _sourced(each)]
            )
    if "total" in record:
        _total(tally, name, record, transfer)
    if "items" in record:
        items = [_quantity(item) for item in transfer.items if item.quantity] if transfer else []
        gold = [Mark(item["quantity"], item["start"], item["end"]) for item in record["items"]]
        tally.compare("item lines", name, gold, items)
    if "contractors" in record:
        gold = [Mark(_bare(each["value"])) for each in record["contractors"]]
        found_names = [Mark(_bare(each.value)) for each in (transfer.contractors if transfer else ())]
        tally.compare("contractors", name, gold, found_names)


def _total(tally: Tally, name: str, record: dict[str, Any], transfer: Transfer | None) -> None:
    """Compare the total by amount and bound: the same sum may stand twice in a notice."""
    value = transfer.value if transfer else None
    found = [Mark((float(value.value), value.bound))] if value else []
    gold = [Mark((float(record["total"]["value"]), record["total"]["bound"]))] if record["total"] else []
    tally.compare("total", name, gold, found)
    for of in ("mde", "other"):
        if of in record:
            sums = [
                Mark(float(each.value)) for each in (transfer.values if transfer else ()) if each.of == of
            ]
            tally.compare("mde and other", name, [Mark(float(record[of]["value"]))], sums)


def _resolution(tally: Tally, name: str, head: dict[str, Any], reading: Reading) -> None:
    claim = next((each for each in reading.claims if isinstance(each, Resolution)), None)
    for family, field in (("resolution", "number"), ("introduced", "introduced"), ("sponsor", "sponsor")):
        key = "resolution" if field == "number" else field
        found = getattr(claim, field) if claim else None
        tally.compare(
            f"resolution {family}", name, [Mark(head[key])], [Mark(each.value) for each in _sourced(found)]
        )
    votes = [
        Mark((vote.chamber, vote.yeas.value, vote.nays.value))
        for vote in (claim.votes if claim else ())
        if vote.yeas and vote.nays
    ]
    tally.compare("resolution votes", name, [Mark(tuple(vote)) for vote in head["votes"]], votes)


def _post(tally: Tally, name: str, records: list[dict[str, Any]], transfers: list[Transfer]) -> None:
    """Pair labelled paragraphs with awards, which corrections are not, by contractor; compare fields."""
    transfers = [claim for claim in transfers if not claim.corrects]
    gold = [Mark("award", record["contractor"]["start"], record["contractor"]["end"]) for record in records]
    places = [
        Mark("award", claim.contractors[0].passage.start, claim.contractors[0].passage.end)
        if claim.contractors
        else Mark("award", 0, 0)
        for claim in transfers
    ]
    tally.compare("contract paragraphs", name, gold, places)
    for record, mark in zip(records, gold, strict=True):
        claim = next((each for each, place in zip(transfers, places, strict=True) if mark.meets(place)), None)
        _award(tally, name, record, claim)


def _award(tally: Tally, name: str, record: dict[str, Any], claim: Transfer | None) -> None:
    names = [Mark(_bare(each.value)) for each in (claim.contractors if claim else ())]
    tally.compare("contract contractor", name, [Mark(_bare(record["contractor"]["value"]))], names)
    amount = [Mark(float(claim.value.value))] if claim and claim.value else []
    tally.compare("contract amount", name, [Mark(float(record["amount"]["value"]))], amount)
    for field, family in (("contract", "contract number"), ("completion", "contract completion")):
        found = getattr(claim, field) if claim else None
        tally.compare(family, name, _marks(record[field]), _sourced(found))
    buyers = ([claim.buyer] if claim.buyer else []) + list(claim.shared_with) if claim else []
    tally.compare(
        "contract countries",
        name,
        [Mark(code) for code in record["countries"]],
        [Mark(buyer.value) for buyer in buyers],
    )
    share = [Mark(claim.foreign_share.value)] if claim and claim.foreign_share else []
    gold = [Mark(float(record["foreign_share"]))] if record["foreign_share"] is not None else []
    tally.compare("contract foreign share", name, gold, share)


def _marks(label: Any) -> list[Mark]:
    if label is None:
        return []
    members = label if isinstance(label, list) else [label]
    return [Mark(each["value"], each["start"], each["end"]) for each in members]


def _sourced(field: Sourced[Any] | None) -> list[Mark]:
    """Return a field as a mark; the place of a value told twice in a notice is left open."""
    return [] if field is None else [Mark(field.value)]


def _quantity(item: Item) -> Mark:
    if item.quantity is None:
        return Mark(None)
    where = item.quantity.passage
    return Mark(item.quantity.value, where.start, where.end)


def _bare(name: str) -> str:
    """Return a company's name without article and final stop, in small letters."""
    words = name.lower().replace("\u2013", "-").replace("\u2019", "'").strip(" .*,")
    return words.removeprefix("the ")


def documents() -> list[Document]:
    """Return the labelled documents, for tests."""
    return [load(read_bytes(CORPUS / label["path"]), label["path"]) for label in labels()]
