"""Persons ahead: how many different people the planned contacts are with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.basis import Basis
from wiwak_eval.forecast.flow import FlowPaths
from wiwak_eval.forecast.official import Official
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
LEVELS = (0.5, 0.1, 0.9)
NOTES = (
    "Personen zählen in einem Monat und in einem Jahr je einmal; die Monatswerte ergeben deshalb nicht die Jahreszahl.",
    "Aus dem Zugangsmodell, so angepasst, dass Personen und geplante Beratungen im Verhältnis des Modells stehen.",
    "Beratungen ohne Personenbezug sind in den Personen nicht enthalten.",
)

Ranges = tuple[tuple[float, float, float], ...]


@dataclass(frozen=True)
class PersonsAhead:
    """persons, new_persons: medians a month ahead; ranges: median, 10 % and 90 % a month; years: the same of each budget year."""

    persons: tuple[float, ...]
    new_persons: tuple[float, ...]
    ranges: Ranges
    new_ranges: Ranges
    years: Ranges
    new_years: Ranges
    month_means: tuple[float, ...]


def persons_ahead(basis: Basis, paths: FlowPaths | None, result: Official, effect: NDArray[np.float64]) -> PersonsAhead | NotAssessable:
    """The flow's persons, moved by as much as the official plan of contacts differs from the flow's own; refused without a flow."""
    if paths is None or isinstance(basis.flow, NotAssessable):
        return basis.flow if isinstance(basis.flow, NotAssessable) else NotAssessable("nicht auswertbar: Das Zugangsmodell fehlt.")
    ratio = np.array(result.planned) / np.maximum(np.median(paths.contacts, axis=0), 1)
    months, new = (np.quantile(values, LEVELS, axis=0).T * ratio[:, None] for values in (paths.persons, paths.new_persons))
    years, new_years, means = [], [], []
    for year, (first, last), planned in zip(basis.years, basis.spans.years, result.planned_years, strict=True):
        moved = planned / max(1.0, float(np.median(paths.year_contacts(year))))
        years.append(np.quantile(paths.year_persons[year], LEVELS) * moved)
        new_years.append(np.quantile(paths.new_persons[:, first:last].sum(axis=1), LEVELS) * moved)
        means.append(float(months[first:last, 0].mean()))
    return PersonsAhead(
        tuple(months[:, 0].tolist()), tuple(new[:, 0].tolist()), _ranges(months), _ranges(new), _ranges(years), _ranges(new_years),
        tuple(means),
    )  # fmt: skip


def yearly_table(basis: Basis, people: PersonsAhead | NotAssessable, assumptions: Sequence[str]) -> Table | NotAssessable:
    """Different persons of each budget year, new ones among them, and the mean month."""
    if isinstance(people, NotAssessable):
        return people
    rows: list[Sequence[Cell]] = [
        (str(year), *_whole(people.years[place]), *_whole(people.new_years[place]), round(people.month_means[place]))
        for place, year in enumerate(basis.years)
    ]
    columns = (Column("year", "Jahr", Unit.TEXT), *_columns(), Column("month_mean", "Personen im mittleren Monat", Unit.PERSONS))
    return build_table("forecast_persons", "Personen je Haushaltsjahr", columns, rows, NOTEBOOK, notes=NOTES, assumptions=assumptions)


def monthly_table(basis: Basis, people: PersonsAhead | NotAssessable, assumptions: Sequence[str]) -> Table | NotAssessable:
    """Different persons of each month ahead, and new ones among them."""
    if isinstance(people, NotAssessable):
        return people
    rows: list[Sequence[Cell]] = [(month, *_whole(people.ranges[i]), *_whole(people.new_ranges[i])) for i, month in enumerate(basis.ahead)]
    columns = (Column("month", "Monat", Unit.MONTH), *_columns())
    title = "Personen je Monat"
    return build_table("forecast_persons_monthly", title, columns, rows, NOTEBOOK, notes=NOTES, assumptions=assumptions)


def _columns() -> tuple[Column, ...]:
    return (
        Column("persons", "Personen", Unit.PERSONS),
        Column("p10", "80-%-Bereich von", Unit.PERSONS),
        Column("p90", "80-%-Bereich bis", Unit.PERSONS),
        Column("new_persons", "davon neu", Unit.PERSONS),
        Column("new_p10", "neu: 80-%-Bereich von", Unit.PERSONS),
        Column("new_p90", "neu: 80-%-Bereich bis", Unit.PERSONS),
    )


def _whole(values: Sequence[float]) -> list[int]:
    return [round(value) for value in values]


def _ranges(rows: Sequence[NDArray[np.float64]] | NDArray[np.float64]) -> Ranges:
    return tuple((float(middle), float(low), float(high)) for middle, low, high in rows)
