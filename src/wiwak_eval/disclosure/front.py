"""One family of numbers before one kind of reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import AttackReport, Insider, Place, Target, Tried
from wiwak_eval.disclosure.policy import threshold
from wiwak_eval.disclosure.primary import ALL_RULES, Rules, needs
from wiwak_eval.disclosure.printing import Pattern
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.disclosure.spoken import Statements
from wiwak_eval.results import Level


@dataclass(frozen=True)
class Front:
    """reader: whom the numbers are held back from; read: the former releases they know, within this family."""

    spoken: Statements
    reader: Level
    settings: Settings
    origin: Origin
    read: tuple[Disclosed, ...]

    @property
    def thresholds(self) -> tuple[int, int]:
        """Fewest persons for ordinary and for sensitive groups."""
        return threshold(self.reader, False, self.settings), threshold(self.reader, True, self.settings)

    def primary(self, rules: Rules) -> dict[Place, int]:
        """What is hidden for its own sake, with its need."""
        return needs(self.spoken, self.reader, self.settings, rules)

    def targets(self, rules: Rules = ALL_RULES) -> tuple[Target, ...]:
        """All that these readers must not work out, by these rules."""
        return tuple(Target(*place, need) for place, need in self.primary(rules).items())


def insiders_in(spoken: Statements, pattern: Pattern) -> tuple[Insider, ...]:
    """For each hidden number, the household that adds most to it; it knows the number where it is alone."""
    cells = {number.place: number.cell for number in spoken.numbers if number.place in pattern.hidden}
    return tuple(Insider(*place, cell.largest[0], cell.households == 1) for place, cell in cells.items() if cell.largest[0])


def total(reports: Sequence[AttackReport]) -> AttackReport:
    """Reports put together, attacks counted by kind."""
    kinds: dict[str, tuple[int, int]] = {}
    for tried in (tried for report in reports for tried in report.tried):
        before = kinds.get(tried.kind, (0, 0))
        kinds[tried.kind] = (before[0] + tried.tried, before[1] + tried.succeeded)
    return AttackReport(
        tuple(Tried(kind, *counts) for kind, counts in sorted(kinds.items())),
        tuple(breach for report in reports for breach in report.breaches),
        tuple(sorted({id for report in reports for id in report.contradiction})),
    )
