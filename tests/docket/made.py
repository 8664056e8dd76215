"""Made documents in any number: notices and news whose buyers, articles, numbers and dates vary."""

from datetime import date, timedelta

from tests.docket.factory import Page

BUYERS = (
    "XK Kosovo",
    "SE Sweden",
    "PL Poland",
    "RO Romania",
    "EE Estonia",
    "LV Latvia",
    "NO Norway",
    "JP Japan",
    "KR Korea",
    "TW Taiwan",
    "IN India",
    "EG Egypt",
    "JO Jordan",
    "KW Kuwait",
    "QA Qatar",
    "BH Bahrain",
    "MA Morocco",
    "TN Tunisia",
    "GR Greece",
    "HR Croatia",
    "BG Bulgaria",
    "AL Albania",
    "TH Thailand",
    "PH Philippines",
    "AU Australia",
    "NZ New Zealand",
    "BR Brazil",
    "CL Chile",
)
ARTICLES = tuple(f"XQM-{100 + number} Sparrowhawk {number}" for number in range(60))


def _article(number: int) -> int:
    return number // len(BUYERS) * 13 % len(ARTICLES)


def _parts(number: int) -> tuple[str, str, str, str, int]:
    code, _, buyer = BUYERS[number % len(BUYERS)].partition(" ")
    article = ARTICLES[_article(number)]
    day = (date(2008, 1, 1) + timedelta(days=number * 11 % 6500)).isoformat()
    return code, buyer, article, day, 10 + number % 90


def made_notice(number: int) -> Page:
    code, buyer, article, day, count = _parts(number)
    transmittal = f"{day[2:4]}-{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"
    text = (
        f"Transmittal No. {transmittal}, made document {number}. Prospective Purchaser: {buyer}. "
        f"{count} {article} missiles for $5{number} million by the United States. Delivered {day}. "
        + "It will improve the purchaser's ability to meet present threats. "
        * 20
    )
    page = Page(text, kind="federal register notice", address=f"made-{number}.txt", published=day)
    return page.transfer(
        buyer=page.party(buyer, code),
        seller=page.party("United States", "US"),
        items=(page.item(f"{article} missiles", count=str(count)),),
        value=page.value(f"$5{number} million", int(f"5{number}") * 1_000_000),
        transmittal=page.said(transmittal),
        received=page.said(day),
    )


def made_news(number: int) -> Page:
    code, buyer, article, day, count = _parts(number)
    text = (
        f"Made story {number}. {buyer} asks the United States for {count} {article} missiles, {day}. "
        + "The minister gave no further details of the plan. " * 20
    )
    page = Page(text, address=f"story-{number}.txt", published=day)
    return page.transfer(
        buyer=page.party(buyer, code),
        seller=page.party("United States", "US"),
        items=(page.item(f"{article} missiles", count=str(count), article=f"made-{_article(number)}"),),
        stage=page.said("asks", "requested"),
    )
