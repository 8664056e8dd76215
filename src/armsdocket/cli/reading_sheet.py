"""A reading as text: the document, then its claims family by family, each with its words and passage."""

from collections.abc import Callable
from typing import TypeVar

from armsdocket.cli.figures import bounded, count, money, party, place
from armsdocket.cli.sheet import Sheet
from armsdocket.documents.passage import quoted
from armsdocket.reading.claims import (
    Force,
    Item,
    Reading,
    Resolution,
    Speaker,
    Statement,
    Sum,
    Transfer,
    Value,
)

C = TypeVar("C", Transfer, Statement, Sum, Force, Resolution)


def show_reading(sheet: Sheet, reading: Reading, *, explain: bool = False) -> None:
    """Print one reading."""
    _show_heading(sheet, reading)
    _show_family(sheet, reading, "transfers", Transfer, _transfer, explain=explain)
    _show_family(sheet, reading, "statements", Statement, _statement, explain=explain)
    _show_family(sheet, reading, "sums", Sum, _sum, explain=explain)
    _show_family(sheet, reading, "forces", Force, _force, explain=explain)
    _show_family(sheet, reading, "resolutions", Resolution, _resolution, explain=explain)
    _show_problems(sheet, reading)
    if explain:
        _show_rejected(sheet, reading)


def _show_heading(sheet: Sheet, reading: Reading) -> None:
    heading, document = reading.heading, reading.document
    sheet.title(heading.title.value if heading.title else "(no title stated)")
    rows = [
        ("kind", heading.kind + (" (a sample)" if heading.sample else "")),
        ("publisher", heading.publisher.value if heading.publisher else "not stated"),
        ("published", heading.published.value if heading.published else "not stated"),
    ]
    if heading.updated:
        rows.append(("updated", heading.updated.value))
    if heading.authors:
        rows.append(("authors", ", ".join(author.value for author in heading.authors)))
    if heading.official_id:
        rows.append(("number", heading.official_id.value))
    if heading.citation:
        rows.append(("citation", heading.citation.value))
    rows += [("language", heading.language or "not recognised"), ("sha256", document.id)]
    rows += [("note", words) for words in document.notes]
    apart = [
        f"{part.part} {place(part.passage)}"
        for part in heading.parts
        if part.part not in {"body", "headline", "byline"}
    ]
    if apart:
        rows.append(("set apart", "; ".join(apart)))
    sheet.rows(rows)
    if not reading.claims:
        sheet.line()
        sheet.line("No claims: nothing in this document states a transfer, a statement, a sum or a force.")


def _show_family(
    sheet: Sheet,
    reading: Reading,
    name: str,
    family: type[C],
    show: Callable[[Sheet, C], None],
    explain: bool,
) -> None:
    members = [claim for claim in reading.claims if isinstance(claim, family)]
    if members:
        sheet.heading(f"{name} ({len(members)})")
    for member in members:
        show(sheet, member)
        if explain:
            sheet.wrapped(f"made by {member.reader} ({member.rule})", indent=6, style="dim")


def _transfer(sheet: Sheet, claim: Transfer) -> None:
    stage = claim.stage.value if claim.stage else "stage not stated"
    when = f" {claim.stage_date.value}" if claim.stage_date else ""
    polarity = f" ({claim.polarity.value})" if claim.polarity and claim.polarity.value != "stated" else ""
    buyer = claim.buyer.name if claim.buyer else "buyer not stated"
    seller = f" from {claim.seller.name}" if claim.seller else ""
    sheet.wrapped(f"{buyer}{seller}: {stage}{when}{polarity}", indent=2, hang=2, style="bold")
    identity = [field.value for field in (claim.transmittal, claim.fms_case, claim.contract) if field]
    if identity or claim.channel:
        words = [*identity, *([claim.channel.value] if claim.channel else [])]
        sheet.wrapped(", ".join(words), indent=4)
    for item in claim.items:
        _item(sheet, item)
    for value in (claim.value, claim.shared_value, *claim.values):
        if value is not None:
            _value(sheet, value, claim)
    for label, date in (
        ("delivered to Congress", claim.received),
        ("notified", claim.notified),
        ("posted", claim.posted),
        ("printed", claim.printed),
    ):
        if date is not None:
            sheet.wrapped(f"{label} {date.value}  [{place(date.passage)}]", indent=4)
    for corrected in claim.corrects:
        sheet.wrapped(f"corrects {corrected.value}  [{place(corrected.passage)}]", indent=4)
    if claim.contractors:
        sheet.wrapped("contractors: " + "; ".join(name.value for name in claim.contractors), indent=4, hang=2)
    if claim.emergency and claim.emergency.value:
        sheet.wrapped(f"emergency stated  [{place(claim.emergency.passage)}]", indent=4)
    for report in claim.stage_reports:
        sheet.wrapped(
            f"{report.value} ({report.rank}): {quoted(report.as_written)}  [{place(report.passage)}]",
            indent=4,
            hang=2,
        )


def _item(sheet: Sheet, item: Item) -> None:
    number = bounded(f"{item.quantity.value:,}", item.quantity.bound) if item.quantity else ""
    listed = {True: " (MDE)", False: " (non-MDE)"}.get(item.mde.value, "") if item.mde else ""
    written = "" if _says(item.as_written, item.value) else f": {quoted(item.as_written, 90)}"
    sheet.wrapped(
        f"{number} {item.value}{listed}{written}  [{place(item.passage)}]".strip(), indent=4, hang=2
    )
    for part in item.includes:
        inner = f"{part.quantity.value:,} " if part.quantity else ""
        sheet.wrapped(f"of them {inner}{part.value}  [{place(part.passage)}]", indent=8)


def _says(written: str, value: str) -> bool:
    return " ".join(value.split()) in " ".join(written.split())


def _value(sheet: Sheet, value: Value, claim: Transfer) -> None:
    shared = ""
    if value is claim.shared_value:
        names = ", ".join(other.name for other in claim.shared_with)
        shared = f" for several buyers together ({names})" if names else " for several sales together"
    words = f"{value.of}: {bounded(money(value.value, value.currency), value.bound)}{shared}"
    sheet.wrapped(f"{words}  [{place(value.passage)}]", indent=4, hang=2)


def _statement(sheet: Sheet, claim: Statement) -> None:
    how = [claim.mode, *(["fragment"] if claim.partial else [])]
    if claim.denial:
        how.append("the speaker denies it")
    if claim.via:
        how.append(f"via {claim.via.value}")
    if claim.audience:
        how.append(f"to {claim.audience.value}")
    if claim.quoting:
        how.append(f"quoting {speaker(claim.quoting)}")
    sheet.wrapped(f"{speaker(claim.speaker)} ({'; '.join(how)})", indent=2, hang=2, style="bold")
    sheet.wrapped(f"{quoted(claim.words.as_written, 400)}  [{place(claim.words.passage)}]", indent=4)


def speaker(who: Speaker | None) -> str:
    """Name a speaker with office and country, as far as the document gives them."""
    if who is None:
        return "speaker not stated"
    details = [who.value]
    if who.office:
        details.append(who.office.value)
    if who.organisation and who.organisation.value not in who.value:
        details.append(who.organisation.value)
    if who.country:
        details.append(party(who.country.value))
    return ", ".join(dict.fromkeys(details))


def _sum(sheet: Sheet, claim: Sum) -> None:
    if claim.amount:
        words = money(claim.amount.value, claim.currency.value if claim.currency else None)
        passage = claim.amount.passage
    elif claim.percent:
        words, passage = f"{claim.percent.value:g} per cent", claim.percent.passage
    else:
        return
    words = bounded(words, claim.bound.value if claim.bound else None)
    payer = f", {claim.payer.name}" if claim.payer else ""
    purpose = f": {quoted(claim.purpose.as_written, 120)}" if claim.purpose else ""
    date = f", {claim.date.value}" if claim.date else ""
    sheet.wrapped(f"{words}{payer}{date}{purpose}  [{place(passage)}]", indent=2, hang=2)


def _force(sheet: Sheet, claim: Force) -> None:
    who = claim.organisation.value if claim.organisation else "organisation not stated"
    measure = claim.measure.value if claim.measure else "measure not stated"
    unit = " per cent" if measure == "growth" else ""
    number = f"{claim.number.value:,}{unit}" if claim.number else "no number stated"
    number = bounded(number, claim.bound.value if claim.bound else None)
    basis = f" ({claim.legal_basis.value})" if claim.legal_basis else ""
    date = f", {claim.date.value}" if claim.date else ""
    anchor = claim.number or claim.measure or claim.organisation
    where = f"  [{place(anchor.passage)}]" if anchor else ""
    sheet.wrapped(f"{who}: {measure}, {number}{basis}{date}{where}", indent=2, hang=2)


def _resolution(sheet: Sheet, claim: Resolution) -> None:
    congress = f" ({claim.congress.value}th Congress)" if claim.congress else ""
    sheet.wrapped(f"{claim.number.value}{congress}", indent=2, style="bold")
    if claim.title:
        sheet.wrapped(claim.title.value, indent=4)
    if claim.sponsor:
        others = f" and {count(len(claim.cosponsors), 'cosponsor')}" if claim.cosponsors else ""
        sheet.wrapped(f"sponsor: {claim.sponsor.value}{others}", indent=4)
    named = [*claim.transmittals, *claim.communications]
    if named:
        sheet.wrapped("against: " + ", ".join(field.value for field in named), indent=4)
    for action in claim.actions:
        sheet.wrapped(action.value, indent=4, mark=f"{action.date.value if action.date else 'no date':<12}")
    if claim.as_of:
        sheet.wrapped(f"as of {claim.as_of.value}; later actions are not in this document", indent=4)


def _show_problems(sheet: Sheet, reading: Reading) -> None:
    if reading.problems:
        sheet.heading(f"not read ({len(reading.problems)})")
    for problem in reading.problems:
        words = ""
        if problem.passage:
            passage = problem.passage
            words = f": {quoted(passage.words(reading.document.text))}  [{place(passage)}]"
        sheet.wrapped(f"{problem.what}{words}", indent=2, hang=2)


def _show_rejected(sheet: Sheet, reading: Reading) -> None:
    if reading.rejected:
        sheet.heading(f"rejected candidates ({len(reading.rejected)})")
    for rejection in reading.rejected:
        words = quoted(rejection.passage.words(reading.document.text), 80)
        sheet.wrapped(
            f"{rejection.what} {words}  [{place(rejection.passage)}]: {rejection.why}", indent=2, hang=2
        )
