"""Recognised refugees expected in each county: the Land's total, shared out by quota without loss."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.forecast.official import shared
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.transfer.counties import counties_of, home_of
from wiwak_eval.transfer.expected import LandRefugees, expected_in_land
from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.per_county import NOTEBOOK, label_columns, range_columns, row_labels

TITLE = "Rechnerisch erwartete anerkannte Flüchtlinge"
STREAM = 10
"""Number of this table's own stream of random numbers, after the seed."""
NOTES = (
    "Neue: positive Entscheidungen in Deutschland × Königsteiner Schlüssel × Quote, dazu Familiennachzug. Bestand: alle seit Januar 2015 "
    "Entschiedenen ohne die, die Thüringen verlassen haben, am 30. Juni. Wer früher anerkannt wurde, ist nicht enthalten.",
    "Szenarien ändern diese Zahlen nur, soweit sie den Zugang im ganzen Land ändern, etwa durch Familiennachzug, nicht durch "
    "das Niveau der Beratungen oder Verschiebungen zwischen Kreisen.",
    "Das Land ist auf die Person genau auf die Zeilen verteilt. Innerhalb Thüringens ist der Wohnort frei; die Bereiche der Zeilen "
    "enthalten das.",
    "Bereiche (80 %) der Zeilen addieren sich nicht zu dem des Landes. Nicht gezogen sind die Zeit zwischen Entscheidung und Ankunft sowie "
    "Geburten.",
)
Floats = NDArray[np.float64]


def refugees_table(records: Records, context: Context, assumptions: Assumptions, years: Sequence[int]) -> Table | NotAssessable:
    """Table `land_refugees`: new persons of each year and those who live here in the middle of it, with the 10 % and 90 % points.

    The Land's rows do not depend on whose delivery is evaluated. Refused where the home county or the public series is not known.
    """
    day, counties = records.provenance.period_to, counties_of(context)
    home = home_of(counties, assumptions, day)
    if isinstance(home, NotAssessable):
        return home
    try:
        draws, seed = int(assumptions.number("forecast_draws", day)), int(assumptions.number("forecast_seed", day))
        spread = assumptions.number("residence_log_sd", day)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    central = expected_in_land(context, assumptions, max(years))
    drawn = expected_in_land(context, assumptions, max(years), draws, seed)
    if isinstance(central, NotAssessable):
        return central
    if isinstance(drawn, NotAssessable):
        return drawn
    parts = residence(counties, spread, draws, np.random.default_rng([seed, STREAM]))
    columns = [*label_columns()]
    cells: list[list[Cell]] = [[name, label] for name, label in row_labels(counties)]
    for name, label in (("new", "neu"), ("stock", "Bestand Mitte")):
        for year in years:
            column = f"{name}_{year}"
            columns += [Column(column, f"{label} {year}", Unit.PERSONS), *range_columns(column, f"{label} {year}", Unit.PERSONS)]
            total = int(np.floor(_of(central, name, year)[0] + 0.5))
            _add(cells, counties, total, parts, _of(drawn, name, year))
    return build_table("land_refugees", TITLE, columns, cells, NOTEBOOK, (*NOTES, _last_known(context)), assumptions.ids_read)


def _last_known(context: Context) -> str:
    last = german.month(max(item.month for item in context.asylum_monthly))
    return f"Entscheidungen waren am Stichtag bis {last} veröffentlicht; spätere Monate stehen auf dem Mittel der letzten drei."


def residence(counties: Sequence[County], log_sd: float, draws: int, rng: np.random.Generator) -> Floats:
    """Parts of the Land's refugees who really live in each county, [counties, draws], summing to 1: around the quotas."""
    quotas = np.array([float(county.quota) for county in counties])
    parts = quotas[:, None] * np.exp(log_sd * rng.normal(size=(len(counties), draws)))
    return np.asarray(parts / parts.sum(axis=0))


def persons_shared(total: int, counties: Sequence[County]) -> list[int]:
    """Whole persons by quota; the parts add up to the total."""
    return shared(total, [float(county.quota) for county in counties])


def _of(land: LandRefugees, name: str, year: int) -> Floats:
    return land.new_in(year) if name == "new" else land.stock_in(year)


def _add(cells: list[list[Cell]], counties: Sequence[County], total: int, parts: Floats, drawn: Floats) -> None:
    """Three cells more to each row."""
    points = [*persons_shared(total, counties), total]
    ranges = np.quantile(np.vstack([parts * drawn, drawn]), (0.1, 0.9), axis=1).T
    for row, point, (low, high) in zip(cells, points, ranges, strict=True):
        row += [point, round(float(low)), round(float(high))]
