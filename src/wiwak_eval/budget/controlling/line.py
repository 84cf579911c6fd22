"""One budget line against its plan, as a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.budget.books.ledger_year import LedgerYear
from wiwak_eval.budget.books.planned import planned_to_date
from wiwak_eval.budget.controlling.outlook import Outlook
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell


@dataclass(frozen=True)
class Line:
    """In cents. planned, to_date: None where nothing was planned; expected: None without a whole month; income: whether too little is
    what to warn of."""

    label: str
    planned: Cents | None
    to_date: Cents | None
    actual: Cents
    expected: Cents | None
    income: bool

    @property
    def warning(self) -> str:
        """What to look at, in German."""
        if self.planned is None:
            return "kein Ansatz"
        if self.income:
            short = self.expected is not None and self.expected < self.planned
            return "Mindereinnahme zu erwarten" if short else "im Rahmen"
        if self.actual > self.planned:
            return "Ansatz überschritten"
        if self.expected is not None and self.expected > self.planned:
            return "Überschreitung zu erwarten"
        return "im Rahmen"

    @property
    def cells(self) -> list[Cell]:
        """The row of `controlling_lines`."""
        difference = None if self.to_date is None else self.actual - self.to_date
        drawn = round(self.actual / self.planned, 6) if self.planned else None
        return [self.label, self.planned, self.to_date, self.actual, difference, drawn, self.expected, self.warning]


def line_of(label: str, planned: Cents | None, found: Outlook, year: LedgerYear, income: bool = False) -> Line:
    """A line with its part of the plan and its outlook; income needs no whole month, since it is not carried on."""
    to_date = None if planned is None else planned_to_date(planned, year.elapsed)
    told = income or year.over or bool(year.whole_months)
    return Line(label, planned, to_date, found.actual, found.expected if told else None, income)


def sum_of(lines: Sequence[Line], label: str) -> Line:
    """The sum of at least one line; what is not planned counts nought."""
    expected = [line.expected for line in lines if line.expected is not None]
    return Line(
        label,
        sum(line.planned or 0 for line in lines),
        sum(line.to_date or 0 for line in lines),
        sum(line.actual for line in lines),
        sum(expected) if len(expected) == len(lines) else None,
        lines[0].income,
    )
