"""``armsdocket review`` and ``certify``: what the statute says of a sale, from dated rules."""

from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from armsdocket.cli.figures import code_of
from armsdocket.cli.law_sheet import show_certification, show_clock
from armsdocket.cli.sheet import Sheet, write
from armsdocket.errors import UsageError
from armsdocket.law import certification
from armsdocket.law import review as clock
from armsdocket.law.threshold import MOST


class AnswerFormat(StrEnum):
    """How an answer of the law is printed."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[AnswerFormat, typer.Option("--format")]
Buyer = Annotated[str, typer.Option(help="Country code or name, or NATO.", show_default=False)]
ChannelOption = Annotated[str, typer.Option(help=f"One of {', '.join(clock.CHANNELS)}.")]
Equipment = Annotated[
    str | None, typer.Option(metavar="USD", help="Value of major defense equipment.", show_default=False)
]
Total = Annotated[
    str | None, typer.Option(metavar="USD", help="Value of all articles and services.", show_default=False)
]
Construction = Annotated[
    str | None,
    typer.Option(metavar="USD", help="Value of design and construction services.", show_default=False),
]
Territory = Annotated[
    bool,
    typer.Option("--new-territory", help="The offer opens a new sales territory outside the group."),
]


def review(
    buyer: Buyer,
    received: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day Congress received the certification.")
    ] = None,
    channel: ChannelOption = "fms",
    emergency: Annotated[
        bool, typer.Option("--emergency", help="The certification states an emergency.")
    ] = False,
    exclude_adjournment: Annotated[
        bool, typer.Option("--exclude-adjournment", help="Take the other reading of section 601(b)(1).")
    ] = False,
    adjourned: Annotated[
        list[str] | None,
        typer.Option(metavar="FIRST..LAST", help="Days left out by that reading; again for more."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day whose rules count when receipt is not known.")
    ] = None,
    new_territory: Territory = False,
    satellite: Annotated[
        bool, typer.Option("--satellite", help="A licence for a communications satellite, 36(c)(2)(B).")
    ] = False,
    treaty: Annotated[
        bool, typer.Option("--treaty", help="An export under the treaties of 36(c)(6), with --channel dcs.")
    ] = False,
    form: Format = AnswerFormat.TEXT,
) -> None:
    """Say when Congress's review of a notified sale ends, and under which rule.

    Example: armsdocket review --buyer XK --received 2024-01-11
    """
    if (satellite or treaty) and channel != "dcs":
        raise UsageError("--satellite and --treaty are about licences: add --channel dcs")
    answer = clock.review(
        code_of(buyer),
        day("--received", received) if received is not None else None,
        channel=known_channel(channel),
        emergency=emergency,
        exclude_adjournment=exclude_adjournment or bool(adjourned),
        adjournments=[span("--adjourned", words) for words in adjourned or ()],
        as_of=day("--as-of", as_of) if as_of is not None else None,
        new_territory=new_territory,
        satellite=satellite,
        treaty=treaty,
    )
    if form is AnswerFormat.JSON:
        write(as_json(answer))
    else:
        show_clock(Sheet(), answer)


def certify(
    buyer: Buyer,
    on: Annotated[
        str, typer.Option("--date", metavar="DATE", help="Day of the certification.", show_default=False)
    ],
    mde: Equipment = None,
    total: Total = None,
    dc: Construction = None,
    new_territory: Territory = False,
    channel: ChannelOption = "fms",
    firearms: Annotated[
        bool, typer.Option("--firearms", help="The total is of USML Category I firearms (36(c)).")
    ] = False,
    lease_months: Annotated[int | None, typer.Option(min=0, help="Term of a lease.")] = None,
    donor: Annotated[str | None, typer.Option(help="Who hands over, in a transfer.")] = None,
    exception: Annotated[
        str | None, typer.Option(help="An exception of 3(d)(4), such as maintenance, in a transfer.")
    ] = None,
    form: Format = AnswerFormat.TEXT,
) -> None:
    """Say whether a sale of these values must be certified to Congress, and which test says so.

    Example: armsdocket certify --buyer PL --date 2024-06-03 --mde 24.9e6 --total 100e6
    """
    answer = certification.certify(
        code_of(buyer),
        day("--date", on),
        mde=dollars("--mde", mde),
        total=dollars("--total", total),
        dc=dollars("--dc", dc),
        new_territory=new_territory,
        channel=known_channel(channel),
        firearms=firearms,
        lease_months=lease_months,
        donor=code_of(donor, "--donor") if donor is not None else None,
        exception=exception,
    )
    if form is AnswerFormat.JSON:
        write(as_json(answer))
    else:
        show_certification(Sheet(), answer)


def as_json(answer: msgspec.Struct) -> bytes:
    """Return an answer as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(answer), indent=1) + b"\n"


def day(option: str, words: str) -> date:
    """Read a whole date. Raises UsageError for anything else."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"{option} {words}: not a day of the calendar; write it as 2024-01-11") from None


def span(option: str, words: str) -> tuple[date, date]:
    """Read a first and a last day, as 2024-08-01..2024-09-08. Raises UsageError for anything else."""
    first, dots, last = words.partition("..")
    if not dots:
        raise UsageError(f"{option} {words}: give a first and a last day, as 2024-08-01..2024-09-08")
    found = day(option, first), day(option, last)
    if found[0] > found[1]:
        raise UsageError(f"{option} {words}: the last day comes before the first")
    return found


def dollars(option: str, words: str | None) -> int | float | None:
    """Read an amount in US dollars.

    >>> dollars("--mde", "24.9e6"), dollars("--total", "$100,000,000")
    (24900000, 100000000)
    """
    if words is None:
        return None
    try:
        amount = Decimal(words.replace(",", "").replace("_", "").removeprefix("$"))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or not 0 <= amount <= MOST:
        raise UsageError(f"{option} {words}: not an amount of US dollars; write it as 24900000 or 24.9e6")
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def known_channel(words: str) -> str:
    """Return the channel when the law knows it. Raises UsageError else."""
    if words not in clock.CHANNELS:
        raise UsageError(f"--channel {words}: unknown; use one of {', '.join(clock.CHANNELS)}")
    return words


def register(app: typer.Typer) -> None:
    """Add this file's commands to the command line."""
    for command in (review, certify):
        app.command()(command)
