"""Policy levers: dated factors that somebody decides on, shown apart from the trend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions, Gap, Resolved
from wiwak_eval.assumptions.table import STATUSES
from wiwak_eval.evaluation.month import first_day
from wiwak_eval.results import Column, GermanError, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
Target = Literal["inflow", "persistence", "contacts"]
TARGETS: dict[Target, str] = {
    "inflow": "Zugang neuer Ratsuchender",
    "persistence": "Verbleib in Beratung",
    "contacts": "Beratungen",
}
GENERAL = "caseload_level"
"""The general level of contacts: shown with the levers, applied once to the contacts of the official forecast, part of no target."""

NO_RULE = "am Stichtag ist dafür keine Regel bekannt; gerechnet wird mit 1"
NOTES = (
    "Ein Faktor von 1 heißt: wie in der Prognose. Im Basisszenario gilt das für jede Stellschraube; Szenarien setzen andere Faktoren.",
    "Ein Faktor gilt in jedem Monat, an dessen erstem Tag er gilt; mehrere Faktoren auf dasselbe Ziel werden multipliziert.",
    "Verbleib in Beratung: Der Faktor gilt für die Personen, die früher gekommen und noch in Beratung sind.",
    "Faktoren sind gesetzt und nicht geschätzt; der Stand der Quelle gilt der Regel. Der Trend der Zahlen enthält sie nicht.",
)


@dataclass(frozen=True)
class LeverStep:
    """One lever while nothing changes: from `month` on `found` holds, or nothing is known."""

    id: str
    target: Target
    month: str
    found: Resolved | None

    @property
    def factor(self) -> float:
        """The factor that is reckoned with."""
        return 1.0 if self.found is None else float(self.found.value)


def lever_factors(assumptions: Assumptions, target: Target, months: Sequence[str], common: bool = False) -> NDArray[np.float64]:
    """Product of all levers on a target, one value a month.

    months: keys such as `2018-03`; a lever counts in a month on whose first day it holds, and is 1 where nothing holds or nothing was
    known on the as-of date. `inflow` multiplies new persons, `persistence` those of earlier months who are still in counselling,
    `contacts` contacts. Levers are the assumptions named `lever_<target>_...`, also those that a county adds. common: only those that act
    in all counties alike, without those that shift people between counties (`between_counties`). Raises GermanError where one is below
    zero, or no number.
    """
    product = np.ones(len(months))
    for id in assumptions.ids(f"lever_{target}_"):
        product *= np.array([_counted(found, common) for found in _held(assumptions, id, months)])
    return product


def lever_months(assumptions: Assumptions, months: Sequence[str]) -> tuple[str, ...]:
    """Months after the first one from which a lever's factor is another than before."""
    changed = {
        step.month
        for before, step in pairwise(_steps(assumptions, months))
        if step.id == before.id and step.factor != before.factor and step.month > months[0]
    }
    return tuple(sorted(changed))


def levers_table(assumptions: Assumptions, months: Sequence[str]) -> Table:
    """Each lever with who decides on it, one row for each step within the months; the general level of contacts last."""
    steps = list(_steps(assumptions, months))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stellschraube", Unit.TEXT),
        Column("owner", "Es entscheidet", Unit.TEXT),
        Column("target", "wirkt auf", Unit.TEXT),
        Column("from", "ab", Unit.MONTH),
        Column("factor", "Faktor im Szenario", Unit.NUMBER, 2),
        Column("status", "Stand", Unit.TEXT),
        Column("source", "Quelle", Unit.TEXT),
    )
    rows = [_row(assumptions, step) for step in steps]
    title = "Stellschrauben der Politik"
    return build_table("levers", title, columns, rows, NOTEBOOK, notes=NOTES, assumptions=[step.id for step in steps])


def _steps(assumptions: Assumptions, months: Sequence[str]) -> Iterator[LeverStep]:
    listed: list[tuple[str, Target]] = [(id, target) for target in TARGETS for id in assumptions.ids(f"lever_{target}_")]
    for id, target in [*listed, (GENERAL, "contacts")]:
        held = zip(months, _held(assumptions, id, months), strict=True)
        for _, run in groupby(held, key=lambda pair: _same(pair[1])):
            month, found = next(run)
            began = f"{found.valid_from:%Y-%m}" if found is not None and month == months[0] else month
            yield LeverStep(id, target, began, found)


def _counted(found: Resolved | None, common: bool) -> float:
    return 1.0 if found is None or (common and found.between_counties) else float(found.value)


def _same(found: Resolved | None) -> tuple[object, ...] | None:
    """Equal for two months between which a reader sees no change: a rule ending under a scenario that sets the factor is none."""
    return None if found is None else (found.value, found.status, found.source.title)


def _held(assumptions: Assumptions, id: str, months: Sequence[str]) -> list[Resolved | None]:
    return [_factor(assumptions, id, month) for month in months]


def _factor(assumptions: Assumptions, id: str, month: str) -> Resolved | None:
    try:
        found = assumptions.get(id, first_day(month))
    except Gap:
        return None
    if isinstance(found.value, str | bool) or found.value < 0:
        raise GermanError(f"Die Stellschraube „{found.label}“ ({id}) muss eine Zahl ab 0 sein. Bitte den Wert prüfen.")
    return found


def _row(assumptions: Assumptions, step: LeverStep) -> tuple[str | float, ...]:
    entry, found = assumptions.catalogue.entries[step.id], step.found
    if found is None:
        status, source = "kein Wert bekannt", NO_RULE
    else:
        status = STATUSES[found.status] + (" (Szenario)" if found.patched else "")
        source = "; ".join(part for part in (found.source.title, found.source.note) if part)
    key = f"{step.id}@{step.month}"
    return (key, entry.label, entry.owner or "nicht benannt", TARGETS[step.target], step.month, step.factor, status, source)
