"""The report of the proof of use: each target beside what was reached."""

from collections.abc import Sequence

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.proof.indicators import COUNTED, Reached
from wiwak_eval.budget.proof.words import NOTEBOOK, headed
from wiwak_eval.evaluation.chain.behind import COHORT
from wiwak_eval.evaluation.chain.completed import COMPLETED
from wiwak_eval.evaluation.people import CONTACTS, PERSONS, TIME
from wiwak_eval.evaluation.slips.people import CARDS, measure_of
from wiwak_eval.records import Records
from wiwak_eval.records.contract import fold
from wiwak_eval.results import Cell, Column, GroupCell, Measure, NotAssessable, Protection, Table, Unit, build_table

NAMES = {fold(name): key for key, (names, _) in COUNTED.items() for name in names}
NOT_COUNTED = "nicht gezählt: Diese Kennzahl kennt das Programm nicht"
NOTES = (
    "Ziele gelten für das ganze Jahr, gezählt ist der Zeitraum der Lieferung. Eine Abweichung sagt nicht, woran es lag.",
    "Steht eine Zahl unter Geheimhaltung, so steht keine Abweichung: Beide zusammen verrieten sie.",
)


def proof_report(records: Records, assumptions: Assumptions) -> Table | NotAssessable:
    """Table `proof_report`: known indicators first, others by name.

    Refused without targets, with two different ones for an indicator, and where the delivery spans several years.
    """
    targets, origin = records.table("targets"), records.provenance
    if isinstance(targets, NotAssessable):
        return targets
    if origin.period_from.year != origin.period_to.year:
        return NotAssessable("nicht auswertbar: Die Lieferung reicht über mehrere Jahre; der Bericht zu den Zielen braucht eines.")
    own = _in_order(targets[targets["year"] == origin.period_to.year].drop_duplicates(["indicator", "value"]))
    if own.empty:
        return NotAssessable(f"nicht auswertbar: Für {origin.period_to.year} sind keine Ziele geliefert.")
    if own["indicator"].duplicated().any():
        return NotAssessable(f"nicht auswertbar: Für {origin.period_to.year} steht eine Kennzahl mehrfach mit verschiedenen Zielen.")
    found = [_reached(str(name), records, assumptions) for name in own["indicator"]]
    rows = [_row(*row) for row in zip(own["indicator"].astype(str), own["value"].astype(float), found, strict=True)]
    columns = (
        Column("indicator", "Kennzahl", Unit.TEXT),
        Column("target", "Ziel", Unit.NUMBER, _decimals(own["value"])),
        Column("reached", "erreicht", Unit.COUNT),
        Column("difference", "Abweichung", Unit.NUMBER, _decimals(own["value"])),
        Column("note", "Zählung", Unit.TEXT),
    )
    title = headed("Ziele und Erreichtes", origin.period_to)
    return build_table("proof_report", title, columns, rows, NOTEBOOK, NOTES, assumptions.ids_read, _protection(found))


def _in_order(targets: pd.DataFrame) -> pd.DataFrame:
    """By the order of `COUNTED`, those not known last by name."""
    keys = list(COUNTED)
    place = [keys.index(NAMES[fold(str(name))]) if fold(str(name)) in NAMES else len(keys) for name in targets["indicator"]]
    return targets.assign(place=place).sort_values(["place", "indicator"])


def _reached(name: str, records: Records, assumptions: Assumptions) -> Reached | NotAssessable:
    key = NAMES.get(fold(name))
    return NotAssessable(NOT_COUNTED) if key is None else COUNTED[key][1](records, assumptions)


def _row(name: str, target: float, found: Reached | NotAssessable) -> list[Cell]:
    if isinstance(found, NotAssessable):
        return [name, target, None, None, found.reason.removesuffix(".")]
    return [name, target, found.count, found.count - target if found.exact else None, found.note]


def _decimals(values: "pd.Series[float]") -> int:
    return 0 if (values.astype(float) % 1 == 0).all() else 1


def _protection(found: Sequence[Reached | NotAssessable]) -> Protection:
    """Totals of the county are printed as they are; the number of completed chains is one about people by attribute."""
    cells = [
        GroupCell(row, "reached", one.measure, one.key, one.persons, one.households, one.largest)
        for row, one in enumerate(found)
        if isinstance(one, Reached) and one.measure
    ]
    measures = (
        Measure(CONTACTS, "Beratungen", at_least=PERSONS), Measure(PERSONS, "Personen", overlapping=(TIME,)), COHORT, measure_of(CARDS),
    )  # fmt: skip
    return Protection((COMPLETED,), measures, tuple(cells), everybody=("target", "reached", "difference"))
