"""The title of a case: its buyer, and its main articles by their short names."""

from collections.abc import Sequence
from textwrap import shorten

from armsdocket.docket.casefile import LineItem
from armsdocket.docket.evidence import party_name
from armsdocket.docket.facts import Member, transfers
from armsdocket.docket.linking import article_name

# Behind a key and a buyer, so much of a line is left: for one name cut at words, for two as they are.
ONE_NAME, TWO_NAMES = 60, 48


def title_of(buyer: str | None, sold: Sequence[LineItem], members: Sequence[Member]) -> str:
    """Name the case by buyer and main articles; a document's own title serves where neither is known."""
    names = articles_of(sold)
    if buyer is None and not names:
        if members and all(member.lead.kind == "contract post" for member in members):
            # A post's own title is that of the whole day's list.
            return f"Contract of {_contractor(members) or 'a contractor not stated'}, buyer not stated"
        titles = [m.reading.heading.title.value for m in members if m.reading.heading.title]
        return titles[0] if titles else "Sale with no buyer stated"
    return f"{buyers_of(buyer, members) or 'Buyer not stated'}: {_articles(names) or 'articles not stated'}"


def _contractor(members: Sequence[Member]) -> str | None:
    named = (words.value for _, claim in transfers(members) for words in claim.contractors)
    return next(named, None)


def articles_of(sold: Sequence[LineItem]) -> list[str]:
    """Return the names of the main articles: major equipment, else listed ones, else what is counted."""
    for wanted in (
        [line for line in sold if line.mde],
        [line for line in sold if line.article],
        [line for line in sold if line.quantity],
        list(sold[:1]),
    ):
        if wanted:
            names = (article_name(line.article) if line.article else line.name for line in wanted)
            return list(dict.fromkeys(names))
    return []


def _articles(names: Sequence[str]) -> str:
    """Name as many articles as fit a line, at most two, and count the others."""
    if not names:
        return ""
    both = ", ".join(names[:2])
    shown = 2 if len(names) > 1 and len(both) <= TWO_NAMES else 1
    words = both if shown == 2 else shorten(names[0], ONE_NAME, placeholder=" …")
    return f"{words} and {len(names) - shown} more" if len(names) > shown else words


def buyers_of(buyer: str | None, members: Sequence[Member]) -> str | None:
    """Return the buyer's name; posts of a contract that serves several countries bear the names of all."""
    if buyer is None or not all(member.lead.kind == "contract post" for member in members):
        return buyer
    others = (
        party_name(party.value, party.name) for _, claim in transfers(members) for party in claim.shared_with
    )
    *first, last = dict.fromkeys(name for name in (buyer, *others) if name)
    return f"{', '.join(first)} and {last}" if first else last
