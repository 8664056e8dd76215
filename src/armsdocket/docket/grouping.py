"""Which leads make one case. A pure function of the leads: no order of filing changes it.

1. A lead that bears a number stands with that number (its anchor).
2. A lead without a number joins the one numbered case that the policy puts above the line, if any.
3. The rest, home by home and in order of date, join one another by the same policy or open a case.

No step looks at what a later step decided, so filing a document re-decides only leads that share a
number, a block or a home with it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from armsdocket.docket import homes
from armsdocket.docket.evidence import Lead
from armsdocket.docket.leads import Standing
from armsdocket.docket.linking import LINE, MARGIN, Link, Profile, compare, profile
from armsdocket.docket.rulings import Rulings

Bearers = Callable[[str], Iterable[Lead]]


def anchor_of(lead: Lead, bearers: Bearers, rulings: Rulings) -> tuple[str, str]:
    """Return the key of the case that a lead with a number stands in, and why; people may rule it out."""
    key, why = _numbered(lead, bearers)
    if rulings.parted(lead, key):
        return f"{key}-{lead.document[:8]}", f"A reviewed correction parts it from {key}."
    return key, why


def _numbered(lead: Lead, bearers: Bearers) -> tuple[str, str]:
    """Return the key of the numbered case a lead stands in, and the sentence that says why.

    A weaker number (FMS case, Register document) leads to the transmittal that bears it too, if exactly one
    does: FMS cases of an original and its amendment can be the same.
    """
    if lead.transmittal:
        key, why = homes.anchor_key(lead.identifiers[0]), f"It bears transmittal {lead.transmittal}."
        if lead.buyer and _misprinted(lead, bearers(lead.identifiers[0])):
            return f"{key}-{lead.buyer}", f"{why} Another sale, to another buyer, is printed under it too."
        return key, why
    for identifier in lead.identifiers:
        known = {other.transmittal for other in bearers(identifier) if other.transmittal}
        if len(known) == 1:
            (number,) = known
            return homes.anchor_key(f"transmittal {number}"), (
                f"It bears {_worded(identifier)}, which transmittal {number} bears too."
            )
    first = lead.identifiers[0]
    return homes.anchor_key(first), f"It bears {_worded(first)}."


def _misprinted(lead: Lead, others: Iterable[Lead]) -> bool:
    """Tell whether one number was printed on two sales: other buyers, and no article in common."""
    return any(
        other.buyer
        and lead.families
        and other.families
        and other.buyer not in lead.buyers
        and lead.buyer not in other.buyers
        and not set(lead.families) & set(other.families)
        for other in others
    )


def _worded(identifier: str) -> str:
    kind, _, number = identifier.partition(" ")
    words = {
        "fms": "FMS case",
        "notice": "Federal Register document",
        "resolution": "resolution",
        "contract": "contract",
    }
    if kind == "contract":
        # Its buyer stands behind it.
        number = number.split()[0]
    return f"{words.get(kind, kind)} {number}"


def choose(lead: Lead, profiles: Iterable[Profile], rulings: Rulings) -> tuple[Profile, Link] | None:
    """Return the numbered case that a lead joins, or None when none is above the line or two are near."""
    scored = sorted(
        ((compare(lead, case), case) for case in profiles if not rulings.parted(lead, case.key)),
        key=lambda pair: (-pair[0].score, pair[1].key),
    )
    if not scored or scored[0][0].score < LINE:
        return None
    if len(scored) > 1 and scored[0][0].score - scored[1][0].score < MARGIN:
        return None
    return scored[0][1], scored[0][0]


def cluster(home: Sequence[Standing], rulings: Rulings) -> list[Standing]:
    """Make cases of the leads of one home that bear no number and joined no numbered case."""
    groups: list[list[Lead]] = []
    profiles: list[Profile] = []
    placed: dict[tuple[str, int], tuple[int, Link | None]] = {}
    loose: list[Lead] = []
    for lead in sorted((standing.lead for standing in home), key=_order):
        best = _best(lead, groups, profiles, rulings)
        if best is not None:
            number, link = best
            groups[number].append(lead)
            profiles[number] = profile(str(number), groups[number])
            placed[lead.document, lead.ordinal] = (number, link)
        elif lead.opens:
            placed[lead.document, lead.ordinal] = (len(groups), None)
            groups.append([lead])
            profiles.append(profile(str(len(profiles)), [lead]))
        else:
            loose.append(lead)
    keys = _keys(groups)
    found = []
    for standing in home:
        lead = standing.lead
        place = placed.get((lead.document, lead.ordinal))
        key, made = (keys[place[0]], place[1]) if place else (None, None)
        found.append(Standing(lead, None, None, key, made.score if made else 1.0, _why(key, made)))
    return found


def _order(lead: Lead) -> tuple[bool, str, str, int]:
    """Sort openers first, then by date; document and ordinal settle the rest."""
    return not lead.opens, lead.days[0] if lead.days else "9999", lead.document, lead.ordinal


def _best(
    lead: Lead, groups: list[list[Lead]], profiles: list[Profile], rulings: Rulings
) -> tuple[int, Link] | None:
    scored = [
        (compare(lead, profiles[number]), number)
        for number, group in enumerate(groups)
        if not any(_told_apart(lead, other) or rulings.apart(lead, other) for other in group)
    ]
    if not scored:
        return None
    link, number = max(scored, key=lambda pair: (pair[0].score, -pair[1]))
    return (number, link) if link.score >= LINE else None


def _told_apart(lead: Lead, other: Lead) -> bool:
    """Tell whether one document states both: its reader merges what is told twice, so these are two."""
    return lead.document == other.document


def _keys(groups: Sequence[Sequence[Lead]]) -> list[str]:
    """Name each case after its earliest lead; a second one of the same month takes -2."""
    counts: dict[str, int] = defaultdict(int)
    keys = []
    for group in groups:
        key = homes.own_key(group[0])
        counts[key] += 1
        keys.append(key if counts[key] == 1 else f"{key}-{counts[key]}")
    return keys


def _why(key: str | None, link: Link | None) -> str:
    if key is None:
        return "It names a sale, but not enough to open a case."
    if link is None:
        return "It bears no number and agrees with no other case: it opened this one."
    return joined_sentence(link)


def joined_sentence(link: Link, bears: str = "no number") -> str:
    """Say why a lead that no number ties to the case was joined."""
    return f"It bears {bears}; joined by evidence (score {link.score:.2f}): {link.sentence}"
