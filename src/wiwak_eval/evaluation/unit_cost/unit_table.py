"""The table of unit costs."""

from wiwak_eval import german
from wiwak_eval.evaluation.chain.behind import COHORT
from wiwak_eval.evaluation.chain.completed import COMPLETED, COMPLETED_KEY, DEFINITION
from wiwak_eval.evaluation.chain.order import ASSUMPTIONS as CHAIN_ASSUMPTIONS
from wiwak_eval.evaluation.people import CONTACTS, PERSONS, TIME
from wiwak_eval.evaluation.unit_cost.chain_cost import ChainCost
from wiwak_eval.evaluation.unit_cost.coordination import MINUTES, NET_MINUTES
from wiwak_eval.evaluation.unit_cost.lines import Effort, Line, unit_lines
from wiwak_eval.results import (
    Column,
    GroupCell,
    Measure,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
)

NOTEBOOK = "02_pilotjahr"
COLUMNS = (
    Column("key", "Schlüssel", Unit.TEXT),
    Column("label", "Einheit", Unit.TEXT),
    Column("basis", "Kosten", Unit.TEXT),
    Column("cost", "Betrag", Unit.CENTS),
    Column("units", "Anzahl", Unit.COUNT),
    Column("value", "je Einheit", Unit.CENTS),
    Column("low", "von", Unit.CENTS),
    Column("high", "bis", Unit.CENTS),
)
EVERYBODY = ("cost", "units", "value", "low", "high")
NOTES = (
    "Jede Zeile teilt dieselben Kosten; die Zeilen lassen sich nicht addieren. Gemeinkosten der Verwaltung stehen nicht in den Buchungen.",
    "Bereich (95 %): Kosten und Zahlen des Zeitraums sind vollständig und genau bekannt. Der Bereich sagt, wie weit der Wert allein "
    "dadurch schwankte, welche Haushalte kommen und wie oft – bei gleichen Kosten und gleicher Lage. Andere Kosten enthält er nicht.",
    "Die Kosten je Einheit sagen nichts darüber, was die Beratung bewirkt oder erspart.",
)
CHAIN_NOTE = (
    "Integrationskette: nur Personen, deren Frist ganz beobachtet ist; ihr Anteil an den Kosten ist ihr Anteil an den Beratungen. Ketten, "
    f"die später fertig werden, zählen nicht. Auf 10 Euro gerundet. {DEFINITION}"
)


def unit_table(effort: Effort, gaps: tuple[str, ...]) -> Table | NotAssessable:
    """Table `unit_costs`; refused where reversals leave no expenditure. gaps: what the bookings may lack, in German."""
    if effort.spent.total <= 0:
        return NotAssessable("nicht auswertbar: Die Ausgaben des Zeitraums ergeben zusammen keinen Betrag über null.")
    lines = list(unit_lines(effort))
    told = [*gaps, *NOTES[:2], *_no_kind(effort), *_coordination_notes(effort), *_chain_notes(effort), *NOTES[2:]]
    title = "Was kostete eine Beratung, eine Person, die Koordination?"
    cells = [line.cells for line in lines]
    return build_table("unit_costs", title, COLUMNS, cells, NOTEBOOK, told, _assumed(effort), _protection(lines, effort))


def _no_kind(effort: Effort) -> list[str]:
    return [] if effort.spent.in_kind else ["Es ist keine Sachleistung gebucht; beide Arten der Kosten sind deshalb gleich."]


def _coordination_notes(effort: Effort) -> list[str]:
    found = effort.coordination
    if isinstance(found, NotAssessable):
        return [f"Koordination: {found.reason.removesuffix('.')}."]
    share = german.percent(float(found.share), 0)
    if found.measured:
        return [f"Koordination: {share} der Arbeitszeit laut Zeitaufschreibung, mit deren 95-%-Bereich; jede Minute kostet gleich viel."]
    return [
        f"Koordination: {share} der Arbeitszeit – eine Annahme, keine Messung; der Bereich ist der der Annahme. Jede Minute kostet gleich "
        "viel; wer koordiniert, wird nicht aus der Funktion einer Stelle geraten."
    ]


def _chain_notes(effort: Effort) -> list[str]:
    if isinstance(effort.chain, NotAssessable):
        return [f"Integrationskette: {effort.chain.reason.removesuffix('.')}."]
    return [CHAIN_NOTE]


def _assumed(effort: Effort) -> tuple[str, ...]:
    measured = isinstance(effort.coordination, NotAssessable) or effort.coordination.measured
    return (*(() if measured else (MINUTES, NET_MINUTES)), *(CHAIN_ASSUMPTIONS if isinstance(effort.chain, ChainCost) else ()))


def _protection(lines: list[Line], effort: Effort) -> Protection:
    """Totals of the county are exact; the number of completed chains tells an attribute of people and is guarded as such."""
    cells = []
    for row, line in enumerate(lines):
        if line.measure == COHORT.name and isinstance(effort.chain, ChainCost):
            chain = effort.chain
            cells.append(GroupCell(row, "units", COHORT.name, COMPLETED_KEY, chain.completed, chain.households, chain.largest))
        elif line.measure:
            cells.append(GroupCell(row, "units", line.measure, (), 0, 0, (0, 0)))
    measures = (
        Measure(CONTACTS, "Beratungen", at_least=PERSONS),
        Measure(PERSONS, "Personen", overlapping=(TIME,)),
        COHORT,
    )
    return Protection((COMPLETED,), measures, tuple(cells), everybody=EVERYBODY)
