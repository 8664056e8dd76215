"""Hand-made readings: claims whose passages are found in the text they are made of."""

from typing import Any

from armsdocket.documents.document import Document, identity
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import (
    Action,
    Claim,
    DocumentKind,
    Heading,
    Item,
    Party,
    Quantity,
    Reading,
    Resolution,
    Sourced,
    Speaker,
    StageReport,
    Statement,
    Sum,
    Transfer,
    Value,
)

NAMES = {
    "XK": "Kosovo",
    "US": "United States",
    "AL": "Albania",
    "NO": "Norway",
    "SE": "Sweden",
    "TR": "Turkey",
    "PL": "Poland",
    "RS": "Serbia",
}
ARTICLES = {"fgm-148": "FGM-148 Javelin", "agm-114": "AGM-114 Hellfire"}


class Page:
    """A text and the claims made of its words; every field is found in the text, so passages always hold."""

    def __init__(
        self,
        text: str,
        *,
        kind: DocumentKind = "news",
        address: str = "page.txt",
        published: str | None = None,
        title: str | None = None,
        official_id: str | None = None,
    ) -> None:
        self.text, self.kind, self.address = text, kind, address
        self.claims: list[Claim] = []
        self.heading: dict[str, Any] = {
            "published": self.said(published) if published else None,
            "title": self.said(title) if title else None,
            "official_id": self.said(official_id) if official_id else None,
        }

    def said(self, words: str, value: Any = None) -> Sourced[Any]:
        return Sourced(value=words if value is None else value, as_written=words, passage=self.at(words))

    def at(self, words: str) -> Passage:
        start = self.text.index(words)
        return Passage(start, start + len(words))

    def party(self, words: str, code: str) -> Party:
        return Party(value=code, as_written=words, passage=self.at(words), name=NAMES.get(code, words))

    def item(self, words: str, *, count: str | None = None, **fields: Any) -> Item:
        article = fields.pop("article", None)
        quantity = None
        if count is not None:
            number = int("".join(c for c in count if c.isdigit()))
            bound = fields.pop("bound", "exactly")
            quantity = Quantity(value=number, as_written=count, passage=self.at(count), bound=bound)
        value = ARTICLES.get(article or "", words)
        return Item(
            value=value,
            as_written=words,
            passage=self.at(words),
            article=article,
            quantity=quantity,
            **fields,
        )

    def value(self, words: str, amount: int, *, of: Any = "total", currency: str = "USD") -> Value:
        return Value(value=amount, as_written=words, passage=self.at(words), currency=currency, of=of)

    def report(self, words: str, stage: Any, rank: Any, date: str | None = None) -> StageReport:
        return StageReport(
            value=stage,
            as_written=words,
            passage=self.at(words),
            rank=rank,
            date=self.said(date) if date else None,
        )

    def transfer(self, **fields: Any) -> "Page":
        self.claims.append(Transfer(reader="made/1", rule="test", **fields))
        return self

    def statement(self, words: str, speaker: str, **fields: Any) -> "Page":
        office = fields.pop("office", None)
        who = Speaker(
            value=speaker,
            as_written=speaker,
            passage=self.at(speaker),
            office=self.said(office) if office else None,
        )
        self.claims.append(
            Statement(
                reader="made/1", rule="test", words=self.said(words), mode="direct", speaker=who, **fields
            )
        )
        return self

    def sum(self, words: str, amount: int, currency: str, **fields: Any) -> "Page":
        self.claims.append(
            Sum(
                reader="made/1",
                rule="test",
                amount=self.said(words, amount),
                currency=self.said(words, currency),
                **fields,
            )
        )
        return self

    def resolution(self, number: str, congress: int, **fields: Any) -> "Page":
        actions = tuple(
            Action(value=words, as_written=words, passage=self.at(words), date=self.said(day))
            for day, words in fields.pop("actions", ())
        )
        self.claims.append(
            Resolution(
                reader="made/1",
                rule="test",
                number=self.said(number),
                congress=self.said(str(congress), congress),
                actions=actions,
                **fields,
            )
        )
        return self

    @property
    def content(self) -> bytes:
        return self.text.encode()

    def reading(self) -> Reading:
        document = Document(
            id=identity(self.content),
            address=self.address,
            media_type="text/plain",
            size=len(self.content),
            text=self.text,
        )
        return Reading(
            document=document,
            heading=Heading(kind=self.kind, **self.heading),
            claims=tuple(self.claims),
        )


def kosovo_resolution() -> Page:
    page = Page(
        "118 H.J.Res. 9108 to bar a sale to the Republic of Kosovo, introduced 2024-01-30 by "
        "Rep. A. Sponsor: Transmittal No. 23–22, 246 Javelin missiles (includes 6 fly-to-buy missiles) "
        "and 24 command launch units. Referred to the House Committee on Foreign Affairs.",
        kind="resolution",
        address="hjres.json",
        published="2024-01-30",
    )
    part = page.item("fly-to-buy missiles", count="6")
    return page.transfer(
        buyer=page.party("Republic of Kosovo", "XK"),
        items=(
            page.item("Javelin missiles", count="246", article="fgm-148", includes=(part,)),
            page.item("command launch units", count="24"),
        ),
        transmittal=page.said("23–22", "23-22"),
    ).resolution(
        "H.J.Res. 9108",
        118,
        sponsor=page.said("Rep. A. Sponsor"),
        introduced=page.said("2024-01-30"),
        transmittals=(page.said("23–22", "23-22"),),
        actions=(("2024-01-30", "Referred to the House Committee on Foreign Affairs."),),
    )


def kosovo_news(day: str = "2024-01-11", extra: str = "") -> Page:
    page = Page(
        f"Serbia uneasy over missiles. {day}\n"
        "The US has sent Kosovo's request for Javalin anti-tank missiles to Congress. "
        f"“The department will send the request to Congress,” President Ana Petrova said.{extra}\n"
        "Albania ordered the same Javelin missiles in 2022-05, part of an order worth 309 million dollars.",
        address=f"news-{day}{len(extra)}.html",
        published=day,
    )
    page.transfer(
        buyer=page.party("Kosovo", "XK"),
        seller=page.party("US", "US"),
        items=(page.item("Javalin anti-tank missiles", article="fgm-148"),),
        stage=page.said("will send the request", "requested"),
        stage_reports=(
            page.report("will send the request", "requested", "official words"),
            page.report("has sent", "notified", "report"),
        ),
    )
    page.transfer(
        buyer=page.party("Albania", "AL"),
        seller=page.party("US", "US"),
        items=(page.item("Javelin missiles", article="fgm-148"),),
        stage=page.said("ordered", "contracted"),
        stage_date=page.said("2022-05"),
        shared_value=page.value("309 million dollars", 309_000_000),
    )
    return page.statement(
        "The department will send the request to Congress,", "Ana Petrova", office="President"
    )


def kosovo_notice() -> Page:
    page = Page(
        "Transmittal No. 23-22. Prospective Purchaser: Government of Kosovo. Total value $75 million. "
        "246 Javelin missiles and 24 command launch units, by Foreign Military Sales of the United States. "
        "Date Report Delivered to Congress: 2024-01-11. Printed 2024-02-20. FR Doc 2024-90001.",
        kind="federal register notice",
        address="notice.txt",
        published="2024-02-20",
        official_id="2024-90001",
    )
    return page.transfer(
        buyer=page.party("Government of Kosovo", "XK"),
        seller=page.party("United States", "US"),
        items=(
            page.item("Javelin missiles", count="246", article="fgm-148"),
            page.item("command launch units", count="24"),
        ),
        value=page.value("$75 million", 75_000_000),
        transmittal=page.said("23-22"),
        channel=page.said("Foreign Military Sales", "FMS"),
        received=page.said("2024-01-11"),
        printed=page.said("2024-02-20"),
    )
