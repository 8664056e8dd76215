"""The linking policy: what speaks for and against one lead belonging to one case, and by how much.

One row per feature, read from top to bottom. At or above LINE a lead joins; below it, down to FLOOR, the
pair is listed as a candidate with every sentence; a veto settles the matter whatever else agrees. Versions of
one document stand above the line, whatever was corrected, unless there is a veto or they lie years apart.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from armsdocket.docket.evidence import Amount, Counted, Lead, day_number, party_name
from armsdocket.vocabulary.articles import all_articles, all_classes

LINE = 0.75
FLOOR = 0.45
# The best case must lead the second by this much, or the document stays a candidate of both.
MARGIN = 0.15
# Days: a report of one sale rarely stands further from its notice; past APART it is another sale.
NEAR, CLOSE, APART = 45, 150, 400
# Days: most contracts for a notified sale are awarded within five years of the notice.
AWARDED_WITHIN = 1830
# A contract worth less of its ceiling than this is as likely for spares or support of what a buyer has.
WORTH = 0.05
VETO = -10.0
YEARS = -0.6
"""The weight of dates that lie years apart, or the wrong way round."""
# Estimates are rounded in the press ("some 75 million"); beyond this share they are different sums.
TOLERANCE = 0.02


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The evidence of a case: what its leads say, taken together."""

    key: str
    addresses: frozenset[str]
    transmittals: frozenset[str]
    buyers: frozenset[str]
    sellers: frozenset[str]
    channels: frozenset[str]
    articles: frozenset[str]
    families: frozenset[str]
    classes: frozenset[str]
    counted: tuple[Counted, ...]
    amounts: tuple[Amount, ...]
    contractors: frozenset[str]
    days: tuple[str, ...]
    contract_post: bool


def profile(key: str, leads: Iterable[Lead]) -> Profile:
    """Take the evidence of a case's leads together."""
    members = tuple(leads)
    return Profile(
        key=key,
        addresses=frozenset(lead.address for lead in members if lead.address),
        transmittals=frozenset(lead.transmittal for lead in members if lead.transmittal),
        buyers=frozenset(buyer for lead in members for buyer in lead.buyers),
        sellers=frozenset(lead.seller for lead in members if lead.seller),
        channels=frozenset(lead.channel for lead in members if lead.channel),
        articles=frozenset(article for lead in members for article in lead.articles),
        families=frozenset(family for lead in members for family in lead.families),
        classes=frozenset(name for lead in members for name in lead.classes),
        counted=tuple(counted for lead in members for counted in lead.counted),
        amounts=tuple(amount for lead in members for amount in lead.amounts),
        contractors=frozenset(name for lead in members for name in lead.contractors),
        days=tuple(sorted({day for lead in members for day in lead.days})),
        contract_post=all(lead.kind == "contract post" for lead in members),
    )


class Reason(NamedTuple):
    """What one feature says of a pair: its weight in the score, and a sentence."""

    weight: float
    sentence: str


class Link(NamedTuple):
    """The score of a pair, with the sentences behind it."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def sentence(self) -> str:
        """The reasons as one line, strongest first."""
        return " ".join(reason.sentence for reason in sorted(self.reasons, key=lambda r: -abs(r.weight)))


def same_buyer(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether the buyer is the same. Without it nothing joins."""
    shared = sorted(set(lead.buyers) & case.buyers)
    if not shared:
        return Reason(VETO, "The buyers differ or one is not named.")
    return Reason(0.2, f"Both name {party_name(shared[0])} as buyer.")


def same_seller(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether the seller is the same."""
    if not lead.seller or not case.sellers:
        return None
    if lead.seller in case.sellers:
        return Reason(0.1, f"Both name {party_name(lead.seller)} as seller.")
    return Reason(VETO, f"This one names {party_name(lead.seller)} as seller, the case does not.")


def same_article(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether the article is the same, of one family, or named only by its class."""
    families = sorted(set(lead.families) & case.families)
    if families and len(lead.families) > 1 and 2 * len(families) <= len(lead.families):
        # A list of earlier purchases names all that a buyer has, and a neighbouring notice shares one article
        # of two: so little in common says little.
        return Reason(0.1, f"Of {len(lead.families)} articles here the case has {article_name(families[0])}.")
    if shared := sorted(set(lead.articles) & case.articles, key=lambda name: (not _tells_apart(name), name)):
        if not _tells_apart(shared[0]):
            # "Logistics support" or "spare parts" is in two notices to one buyer in one week.
            return Reason(0.25, f"Both name, in general words, {article_name(shared[0])}.")
        return Reason(0.4, f"Both are about {article_name(shared[0])}.")
    if families:
        return Reason(0.3, f"Both are about articles of the {article_name(families[0])} family.")
    if (lead.generic or not case.articles) and (shared := sorted(set(lead.classes) & case.classes)):
        return Reason(0.15, f"One names only the class of article ({article_name(shared[0])}).")
    return Reason(VETO, "They name no article in common.")


def _tells_apart(article: str) -> bool:
    """Tell whether an article's name is one: listed, or a designation with its figures."""
    return article in all_articles() or any(character.isdigit() for character in article)


def same_quantity(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether a quantity of the same article agrees or differs."""
    known = {(counted.article, counted.number) for counted in case.counted}
    for counted in lead.counted:
        if (counted.article, counted.number) in known:
            return Reason(0.25, f"Both give {counted.number:,} of {article_name(counted.article)}.")
    for counted in lead.counted:
        others = sorted(number for article, number in known if article == counted.article)
        if others and counted.bound == "exactly":
            return Reason(
                -0.25, f"The quantities differ: {counted.number:,} here, {others[0]:,} in the case."
            )
    return None


def same_value(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether a total agrees or differs, in the same currency."""
    pairs = [(a, b) for a in lead.amounts for b in case.amounts if a.currency == b.currency]
    if not pairs:
        return None
    here, there = min(pairs, key=lambda pair: abs(pair[0].amount - pair[1].amount))
    if _is_contract(lead) != case.contract_post:
        return _within_ceiling(*((here, there) if _is_contract(lead) else (there, here)))
    if abs(here.amount - there.amount) <= TOLERANCE * max(abs(here.amount), abs(there.amount)):
        return Reason(0.3, f"Both give {here.currency or ''} {here.amount:,}.".replace("  ", " "))
    return Reason(-0.25, f"The sums differ: {here.amount:,} here, {there.amount:,} in the case.")


def _is_contract(lead: Lead) -> bool:
    return lead.kind == "contract post"


def _within_ceiling(contract: Amount, ceiling: Amount) -> Reason:
    """Tell whether a contract, which need not equal the ceiling, exceeds it."""
    if contract.amount <= ceiling.amount * (1 + TOLERANCE):
        share = 100 * contract.amount / ceiling.amount
        return Reason(0.0, f"The contract is {f'{share:.0f}' if share >= 1 else 'under 1'} % of the ceiling.")
    return Reason(-0.25, f"The contract, {contract.amount:,}, exceeds the ceiling, {ceiling.amount:,}.")


def near_in_time(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether the dates are near each other or years apart."""
    here = lead.day
    there = [day for words in case.days if (day := day_number(words)) is not None]
    if here is None or not there:
        return _undated(lead, case, there)
    if _is_contract(lead) != case.contract_post:
        award, notice = (here, min(there)) if _is_contract(lead) else (min(there), here)
        return _follows(award - notice)
    gap = min(abs(here - day) for day in there)
    words = f"{gap} day{'' if gap == 1 else 's'} apart"
    if gap <= NEAR:
        return Reason(0.2, f"They are {words}.")
    if gap <= CLOSE:
        return Reason(0.1, f"They are {words}.")
    if gap <= APART:
        return Reason(-0.05, f"They are {words}.")
    return Reason(YEARS, f"They are {words}: one buyer often buys an article again.")


def _follows(days: int) -> Reason:
    """Tell whether a contract follows its notice within a few years."""
    if 0 <= days <= AWARDED_WITHIN:
        return Reason(0.1, f"The contract was posted {days} days after the notice.")
    if days < 0:
        return Reason(YEARS, f"The contract was posted {-days} days before the notice.")
    return Reason(YEARS, f"The contract was posted {days} days after the notice: years later.")


def _undated(lead: Lead, case: Profile, there: list[int]) -> Reason:
    """Tell whether the year in the number of an undated contract follows its notice within a few years."""
    year = lead.fiscal_year
    if not there or year is None or case.contract_post:
        return Reason(-0.15, "One of them gives no date.")
    notice = min(there)
    # A fiscal year begins with the October before.
    first, last = (day_number(f"{number}-10-01") or 0 for number in (year - 1, year))
    if last <= notice:
        return Reason(YEARS, f"The contract's number is of fiscal year {year}, before the notice.")
    if first - notice > AWARDED_WITHIN:
        return Reason(YEARS, f"The contract's number is of fiscal year {year}, years after the notice.")
    return Reason(0.1, f"The contract's number is of fiscal year {year}, after the notice.")


def same_contractor(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether a contractor is the same."""
    shared = sorted(set(lead.contractors) & case.contractors)
    return Reason(0.1, f"Both name {shared[0]} as contractor.") if shared else None


def same_channel(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether the channel is the same or another."""
    if not lead.channel or not case.channels:
        return None
    if lead.channel in case.channels:
        return Reason(0.05, f"Both go by {lead.channel}.")
    return Reason(-0.4, f"This one goes by {lead.channel}, the case by {', '.join(sorted(case.channels))}.")


def contract_is_no_proof(lead: Lead, case: Profile) -> Reason | None:
    """Hold a contract post to a candidate: it names no notification, so much else must agree."""
    if not _is_contract(lead) and not case.contract_post:
        return None
    if _agrees_throughout(lead, case):
        return Reason(0.2, "It serves this buyer alone, for as many of the article, within the ceiling.")
    return Reason(0.0, "A contract post names no notification, and too little agrees to join it.")


def _agrees_throughout(lead: Lead, case: Profile) -> bool:
    """Tell whether a post serves this buyer alone, in number, contractor, time and sum as notified."""
    if not _is_contract(lead) or case.contract_post or set(lead.buyers) != case.buyers:
        return False
    if not set(lead.contractors) & case.contractors or len(lead.families) != 1:
        return False
    known = {(_family(counted.article), counted.number) for counted in case.counted}
    number = any((_family(counted.article), counted.number) in known for counted in lead.counted)
    share = any(
        WORTH <= contract.amount / ceiling.amount <= 1
        for contract in lead.amounts
        for ceiling in case.amounts
        if contract.currency == ceiling.currency and ceiling.amount
    )
    time = near_in_time(lead, case)
    return number and share and time is not None and time.weight > 0


def _family(article: str) -> str:
    listed = all_articles().get(article)
    return (listed.family or listed.id) if listed else article


def no_number_shared(lead: Lead, case: Profile) -> Reason | None:
    """Two different transmittals are two cases."""
    if lead.transmittal and case.transmittals and lead.transmittal not in case.transmittals:
        return Reason(VETO, "They bear different transmittal numbers.")
    return None


Feature = Callable[[Lead, Profile], Reason | None]
POLICY: tuple[Feature, ...] = (
    no_number_shared,  # veto
    same_buyer,  # 0.20, veto
    same_article,  # 0.40 same, 0.30 family, 0.25 in general words, 0.15 class, 0.10 one of many; veto
    same_seller,  # 0.10; veto
    near_in_time,  # 0.20 near, 0.10 close; -0.05, -0.15 undated, -0.60 years apart
    same_value,  # 0.30; -0.25
    same_quantity,  # 0.25; -0.25
    same_contractor,  # 0.10
    same_channel,  # 0.05; -0.40
    contract_is_no_proof,  # caps below the line, unless all agrees: 0.20
)


def version_of_member(lead: Lead, case: Profile) -> Reason | None:
    """Tell whether a lead's document is a version of one in the case, which corrects what that one says.

    One page may tell of several sales, and a list of a publisher's is written anew for each: the buyer and an
    article must be the same, and the dates not years apart. Contracts are told apart by their numbers.
    """
    if lead.address not in case.addresses or _is_contract(lead) or case.contract_post:
        return None
    time = near_in_time(lead, case)
    if not set(lead.families) & case.families or (time is not None and time.weight <= YEARS):
        return None
    return Reason(1.0, f"Both are versions of the document at {lead.address}.")


def compare(lead: Lead, case: Profile) -> Link:
    """Score one lead against one case by the policy, from 0 to 1."""
    reasons: list[Reason] = []
    for feature in POLICY:
        if (reason := feature(lead, case)) is not None:
            reasons.append(reason)
            if reason.weight <= VETO:
                return Link(0.0, (reason,))
    score = min(1.0, max(0.0, sum(reason.weight for reason in reasons)))
    if (_is_contract(lead) or case.contract_post) and not _agrees_throughout(lead, case):
        score = min(score, LINE - 0.01)
    if version := version_of_member(lead, case):
        # Above the line, the more the higher: a page's two sales each find their own in the next version.
        score = LINE + (1 - LINE) * score
        reasons.append(version)
    return Link(round(score, 2), tuple(reasons))


def article_name(key: str) -> str:
    """Return the printed name of an article's id, a class's id, or a slug."""
    listed = all_articles().get(key)
    if listed:
        return listed.name
    kind = all_classes().get(key)
    return kind.name if kind else key.replace("-", " ")
