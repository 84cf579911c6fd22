"""The one place where the proving ground touches the defence: what may be told, what the attacker makes of it, what a stop says."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from wiwak_eval.disclosure.attack import attack
from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import Defence, defend
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.front import Front, insiders_in
from wiwak_eval.disclosure.model import AttackReport, Breach
from wiwak_eval.disclosure.parts import Parts
from wiwak_eval.disclosure.primary import Rules
from wiwak_eval.disclosure.printing import Pattern
from wiwak_eval.disclosure.release import refuse_open
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import Statements, statements
from wiwak_eval.evaluation import pilot_year
from wiwak_eval.records import Records
from wiwak_eval.results import GermanError, Level, Table

WHOLE = "Abwehr vollständig"
PRIMARY_ONLY = "nur kleine Zellen gesperrt"
WITHOUT = {
    "ohne sekundäre Sperrung": Parts(secondary=False, mending=False),
    "ohne Nachbessern nach dem Angriff": Parts(mending=False),
    "ohne Haushaltsschwelle": Parts(rules=Rules(households=False)),
    "ohne Dominanzregel": Parts(rules=Rules(dominance=False)),
    "ohne Regel für volle Zellen": Parts(rules=Rules(full_cells=False)),
    "ohne Wissen der Haushalte über sich selbst": Parts(insiders=False),
    "ohne Zurückrechnen aus Anteilen": Parts(ratios=False),
    "ohne Kopplung von Personen und Beratungen": Parts(coupling=False),
    "ohne frühere Freigaben": Parts(former=False),
    "ohne Vergleich zweier Freigaben": Parts(differences=False),
    "ohne Rundung": Parts(rounding=False),
}
"""Label to what is left of the defence when one part is switched off; the attacker stays as it is."""


@dataclass(frozen=True)
class Outcome:
    """What one release tells and withholds.

    primary, secondary: numbers hidden for their own sake and for that of others; found: attacks that succeed on what is told; found_before:
    those on primary suppression alone; stop: what the gate says where it stays shut, or nothing.
    """

    disclosed: Disclosed
    primary: int
    secondary: int
    found: tuple[Breach, ...]
    found_before: tuple[Breach, ...]
    stop: str


def defended(
    tables: Sequence[Table], origin: Origin, level: Level, former: Sequence[Disclosed] = (), parts: Parts | None = None
) -> Outcome:
    """Decide what a release may tell those of a level who have read the former ones."""
    spoken = statements(tables)
    return _outcome(defend(spoken, level, HOUSE_RULE, origin, former, parts or Parts()), spoken)


def attacked(tables: Sequence[Table], origin: Origin, level: Level, outcome: Outcome) -> AttackReport:
    """One attack on what a release tells, of itself."""
    spoken = statements(tables)
    front = Front(spoken, level, HOUSE_RULE, origin, ())
    hidden = frozenset((cell.measure, cell.key) for cell in outcome.disclosed.cells if cell.hidden)
    return attack([outcome.disclosed], front.targets(), insiders_in(spoken, Pattern(hidden)), *front.thresholds)


def guarded_tables(records: Records) -> list[Table]:
    """The tables about groups of people that are made from a delivery."""
    year = pilot_year(records)
    tables = [getattr(year, field.name) for field in fields(year)]
    return [table for table in tables if isinstance(table, Table) and table.protection is not None]


def _outcome(result: Defence, spoken: Statements) -> Outcome:
    hidden = result.pattern.hidden
    counts = len(result.primary), len(hidden - result.primary)
    return Outcome(result.disclosed, *counts, result.after.breaches, result.before.breaches, _stop(result, spoken))


def _stop(result: Defence, spoken: Statements) -> str:
    """What the gate says in German where it stays shut, or nothing."""
    try:
        refuse_open(result, spoken)
    except GermanError as stop:
        return str(stop)
    return ""
