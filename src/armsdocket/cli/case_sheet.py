"""A case as text: what it is, the clock, what was asked for, who said what, on what it all rests."""

from collections.abc import Iterable

from armsdocket.cli.figures import bounded, count, money, place
from armsdocket.cli.law_sheet import clock_rows, in_force
from armsdocket.cli.sheet import Sheet
from armsdocket.docket.casefile import Candidate, CaseFile, Event, Fact, LineItem, Resolved, Said
from armsdocket.docket.statements import ELSEWHERE
from armsdocket.documents.passage import quoted
from armsdocket.law.review import Clock
from armsdocket.vocabulary.countries import name_of

# Beyond so many passages a line is hard to read; --format json has them all.
MOST_MARKS = 5


class CaseSheet:
    """Prints one case; documents are numbered, and ``[2:310-322]`` is characters 310 to 322 of document 2."""

    def __init__(self, sheet: Sheet, case: CaseFile) -> None:
        self.sheet, self.case = sheet, case
        self.numbers = {source.document: number for number, source in enumerate(case.sources, 1)}

    def show(self) -> None:
        """Print the whole case."""
        self._head()
        if self.case.clock:
            self._clock(self.case.clock)
        self._items()
        self._values()
        self._timeline()
        self._resolutions()
        self._statements()
        self._conflicts()
        self._remarks()
        self._missing()
        self._others("other cases of this buyer", self.case.related)
        self._others("may belong here (not linked)", self.case.candidates)
        self._sources()

    def _head(self) -> None:
        case, sheet = self.case, self.sheet
        sheet.title(case.title, f"case {case.key}")
        rows: list[tuple[str, str]] = [
            ("buyer", case.buyer_name or "not stated"),
            ("seller", case.seller_name or "not stated"),
            ("channel", CHANNELS.get(case.channel or "", case.channel or "not stated")),
            ("stage", ": ".join(words for words in (case.stage or "not stated", case.stage_reason) if words)),
        ]
        for label, facts in (
            ("transmittal", case.transmittals),
            ("FMS case", case.fms_cases),
            ("contractor", case.contractors),
        ):
            grouped = self._grouped((str(fact.value), fact) for fact in facts)
            rows += [(label, f"{words}  {marks}") for words, marks in grouped]
        sheet.rows(rows, indent=0)

    def _clock(self, clock: Clock) -> None:
        self.sheet.heading("review by Congress")
        self.sheet.rows(clock_rows(clock))
        for rule in clock.rules:
            self.sheet.wrapped(
                f"{rule.citation}; {in_force(rule)}; confidence {rule.confidence}",
                indent=4,
                mark=f"rule {rule.id}: ",
                style="dim",
            )
        for caveat in clock.caveats:
            self.sheet.wrapped(caveat, indent=4, mark="- ")

    def _items(self) -> None:
        if not self.case.items:
            return
        self.sheet.heading("what is asked for")
        counted = [item for item in self.case.items if item.quantity is not None]
        width = max((len(f"{item.quantity:,}") for item in counted), default=1)
        for item in counted:
            self._item(item, width)
        others = [item for item in self.case.items if item.quantity is None]
        if others:
            words = "; ".join(f"{item.name} {self._marks(item.facts)}" for item in others)
            self.sheet.wrapped(f"without a number: {words}", indent=2, hang=width + 2)

    def _item(self, item: LineItem, width: int) -> None:
        listed = {True: " (MDE)", False: " (non-MDE)"}.get(item.mde, "") if item.mde is not None else ""
        self.sheet.wrapped(
            f"{item.name}{listed} {self._marks(item.facts)}", indent=2, mark=f"{item.quantity:>{width},}  "
        )
        for words in item.includes:
            self.sheet.wrapped(f"of them {words}", indent=width + 6)
        for words, marks in self._grouped((fact.note or "also named", fact) for fact in item.named_in):
            self.sheet.wrapped(f"{words} {marks}", indent=width + 6, style="dim")

    def _values(self) -> None:
        rows = self._grouped(
            (f"{shown_value(fact)}{'; ' + fact.note if fact.note else ''}", fact) for fact in self.case.values
        )
        if rows:
            self.sheet.heading("values")
        for words, marks in rows:
            self.sheet.wrapped(f"{words}  {marks}", indent=2, hang=2)
        if self.case.package:
            self.sheet.wrapped(self.case.package, indent=2, hang=2)

    def _grouped(self, worded: Iterable[tuple[str, Fact]]) -> list[tuple[str, str]]:
        """Put facts that say the same on one line, with the marks of all."""
        same: dict[str, list[Fact]] = {}
        for words, fact in worded:
            same.setdefault(words, []).append(fact)
        return [(words, self._marks(facts)) for words, facts in same.items()]

    def _marks(self, facts: Iterable[Fact]) -> str:
        """Name the passages, leaving out those that lie inside another of the same document."""
        kept: list[Fact] = []
        for fact in sorted(facts, key=lambda f: (f.document, f.passage.start, -f.passage.end)):
            if not any(k.document == fact.document and k.passage.covers(fact.passage) for k in kept):
                kept.append(fact)
        kept.sort(key=lambda f: (self.numbers.get(f.document, 0), f.passage))
        marks = [self._mark(fact) for fact in kept]
        if len(marks) > MOST_MARKS + 1:
            marks[MOST_MARKS:] = [f"and {len(marks) - MOST_MARKS} more"]
        return " ".join(marks)

    def _timeline(self) -> None:
        if not self.case.timeline:
            return
        self.sheet.heading("timeline")
        for event in self.case.timeline:
            self._event(event)

    def _event(self, event: Event) -> None:
        marks = self._marks(event.facts)
        self.sheet.wrapped(f"{event.what}  {marks}", indent=2, mark=f"{event.date or 'no date':<12}")

    def _resolutions(self) -> None:
        if not self.case.resolutions:
            return
        self.sheet.heading("joint resolutions of disapproval")
        for resolution in self.case.resolutions:
            self._resolution(resolution)

    def _resolution(self, resolution: Resolved) -> None:
        congress = f" ({resolution.congress}th Congress)" if resolution.congress else ""
        marks = " ".join(self._mark(fact) for fact in resolution.facts[:1])
        self.sheet.wrapped(f"{resolution.number}{congress}  {marks}", indent=2, style="bold")
        rows = [("sponsor", resolution.sponsor or "not stated")]
        rows.append(("introduced", resolution.introduced or "not stated"))
        rows += [("action", words) for words in resolution.actions]
        if resolution.as_of:
            rows.append(("as of", f"{resolution.as_of}; later actions are not in this document"))
        self.sheet.rows(rows, indent=4)

    def _statements(self) -> None:
        if not self.case.statements:
            return
        of_sale = [said for said in self.case.statements if said.fact.note != ELSEWHERE]
        self.sheet.heading(f"statements ({len(of_sale)})")
        for said in of_sale:
            self._said(said)
        if others := len(self.case.statements) - len(of_sale):
            self.sheet.wrapped(
                f"{count(others, 'more statement')} in these documents: neither the article nor the "
                "parties of this sale named; --format json has all.",
                indent=2,
                style="dim",
            )

    def _said(self, said: Said) -> None:
        country = name_of(said.country) if said.country else None
        if country and country in (said.speaker or ""):
            country = None
        who = [said.speaker or "speaker not stated", said.office, said.organisation, country]
        names = ", ".join(dict.fromkeys(word for word in who if word))
        denied = "the speaker denies it" if said.denied else ""
        quoting = f"quoting {said.quoting}" if said.quoting else ""
        how = [said.mode, denied, quoting, said.via or "", said.date or ""]
        self.sheet.wrapped(f"{names} ({'; '.join(word for word in how if word)})", indent=2, style="bold")
        self.sheet.wrapped(f"{quoted(said.words, 400)}  {self._mark(said.fact)}", indent=4)

    def _conflicts(self) -> None:
        if not self.case.conflicts:
            return
        self.sheet.heading("where the documents differ")
        for conflict in self.case.conflicts:
            self.sheet.wrapped(conflict.sentence, indent=2, style="bold")
            for fact in conflict.sides:
                self.sheet.wrapped(
                    f"{shown_value(fact)} ({fact.rank}): {quoted(fact.as_written)}  {self._mark(fact)}",
                    indent=4,
                    hang=2,
                )

    def _remarks(self) -> None:
        if not self.case.remarks:
            return
        self.sheet.heading("what the law says")
        for remark in self.case.remarks:
            mark = self._mark_at(remark.document, place(remark.passage))
            self.sheet.wrapped(f"{quoted(remark.as_written)}  {mark}", indent=2, style="bold")
            self.sheet.wrapped(
                f"{remark.correct} ({remark.citation}; confidence {remark.confidence})", indent=4
            )

    def _missing(self) -> None:
        if self.case.missing:
            self.sheet.heading("not stated")
        for words in self.case.missing:
            self.sheet.wrapped(words, indent=2)

    def _others(self, heading: str, others: tuple[Candidate, ...]) -> None:
        if not others:
            return
        self.sheet.heading(heading)
        for other in others:
            # A chain of amendments is certain: only evidence is scored.
            score = f"{other.score:.2f}: " if other.score < 1 else ""
            reasons = f" ({score}{' '.join(other.reasons)})" if other.reasons else ""
            self.sheet.wrapped(f"{other.title}{reasons}", indent=2, mark=f"{other.key}  ")

    def _sources(self) -> None:
        if self.case.absorbed:
            self.sheet.heading("merged into this case")
            self.sheet.wrapped(", ".join(self.case.absorbed), indent=2)
        self.sheet.heading(f"rests on {count(len(self.case.sources), 'document')}")
        for source in self.case.sources:
            sample = ", a sample" if source.sample else ""
            head = ", ".join(word for word in (source.publisher, source.published) if word)
            self.sheet.wrapped(
                f"{source.kind}{sample} ({source.rank}){': ' + head if head else ''}",
                indent=2,
                mark=f"[{self.numbers[source.document]}] ",
            )
            if source.title:
                self.sheet.wrapped(source.title, indent=6)
            self.sheet.wrapped(f"why: {source.why}", indent=6, hang=5)
            if source.replaced_by:
                self.sheet.wrapped(f"replaced at its address by sha256 {source.replaced_by[:16]}", indent=6)
            # One line, however long: an address broken in two cannot be copied.
            self.sheet.line(f"      {source.address}", style="dim")
            self.sheet.line(f"      sha256 {source.document[:16]}", style="dim")

    def _mark(self, fact: Fact) -> str:
        return self._mark_at(fact.document, place(fact.passage))

    def _mark_at(self, document: str, where: str) -> str:
        return f"[{self.numbers.get(document, '?')}:{where}]"


CHANNELS = {
    "FMS": "Foreign Military Sales (FMS)",
    "DCS": "Direct Commercial Sales (DCS)",
    "other": "other",
}


def shown_value(fact: Fact) -> str:
    """Word a fact's value; amounts of money carry their currency and bound in ``value``."""
    value = fact.value
    if isinstance(value, dict) and "amount" in value:
        return bounded(money(value["amount"], value.get("currency")), value.get("bound"))
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
