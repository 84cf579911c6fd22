"""Whether stages follow in the agreed order, and how long people wait from one to the next."""

from dataclasses import dataclass, replace
from math import isfinite

import pandas as pd

from wiwak_eval.evaluation.chain.behind import NOTEBOOK, STEPS, STEPS_IN_ORDER, counted
from wiwak_eval.evaluation.chain.courses import FEWEST, Courses
from wiwak_eval.evaluation.chain.medians import median_of
from wiwak_eval.evaluation.chain.order import ASSUMPTIONS, ChainOrder, stage_labels
from wiwak_eval.evaluation.people import beside
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.results import (
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupMedian,
    GroupRatio,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

PAIR = "chain_pair"


@dataclass(frozen=True)
class Step:
    """Persons of whom both stages of a pair of the order are recorded and the second has begun.

    rows: client_id, household, in_order (the first was completed by the day the second began), wait (days from then, at the earliest
    from the clock, to that day). unpaired: persons who began the second stage, but not after one that is recorded and needed.
    """

    label: str
    rows: pd.DataFrame
    unpaired: pd.DataFrame

    @property
    def cell(self) -> GroupCell:
        """How many there are, with whom that leaves out of those who began the second stage; to be put into a row."""
        return beside(counted(0, "", STEPS, key_of({PAIR: self.label}), self.rows), self.unpaired)

    @property
    def in_order_cell(self) -> GroupCell:
        """How many are in the agreed order, with whom that leaves out; to be put into a row."""
        kept = counted(0, "", STEPS_IN_ORDER, key_of({PAIR: self.label}), self.in_order)
        return beside(kept, self.rows[~self.rows["in_order"]])

    @property
    def in_order(self) -> pd.DataFrame:
        """The rows in the agreed order."""
        return self.rows[self.rows["in_order"]]


def find_steps(courses: Courses, order: ChainOrder) -> tuple[Step, ...]:
    """One step for each pair of the order, in its order. Where the first stage is not needed, there is nothing to keep to."""
    labels = stage_labels()
    found = []
    for before, after in order.pairs:
        first, second = (courses.stages[courses.stages["stage"] == stage] for stage in (before, after))
        joined = first.merge(second[["client_id", "began", "begun"]], on="client_id", suffixes=("", "_next"))
        both = joined[joined["began_next"].notna() & joined["began"].notna()]
        rows = both[["client_id", "household"]].assign(
            in_order=both["completed"] <= both["began_next"], wait=(both["begun_next"] - both["done"]).where(both["done"].map(isfinite))
        )
        begun = second[second["began"].notna()]
        unpaired = begun.loc[~begun["client_id"].isin(rows["client_id"]), ["client_id", "household"]]
        found.append(Step(f"{labels[before]} → {labels[after]}", rows, unpaired))
    return tuple(found)


def all_rows(steps: tuple[Step, ...]) -> pd.DataFrame:
    """The rows of all steps, one below the other; no rows for an order without pairs."""
    empty = pd.DataFrame({"client_id": [], "household": [], "in_order": pd.Series([], dtype=bool), "wait": []})
    return pd.concat([step.rows for step in steps]) if steps else empty


def pairs_of(steps: tuple[Step, ...]) -> Dimension:
    """The pairs of the order."""
    return Dimension(PAIR, "Übergang", tuple(step.label for step in steps))


def order_table(steps: tuple[Step, ...]) -> Table | NotAssessable:
    """For each pair of the order: persons with both stages, those in order, their share and its Wilson interval."""
    if all_rows(steps).empty:
        return NotAssessable("nicht auswertbar: Zu keiner Person sind zwei Stationen erfasst, deren Reihenfolge vereinbart ist.")
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for row, step in enumerate(steps):
        key, count, kept = key_of({PAIR: step.label}), len(step.rows), len(step.in_order)
        cells += [replace(step.cell, row=row, column="persons"), replace(step.in_order_cell, row=row, column="in_order")]
        share: tuple[float | None, ...] = (None, None, None)
        if count >= FEWEST:
            share = tuple(round(value, 6) for value in (kept / count, *wilson(kept / count, count)))
            behind = (count, int(step.rows["household"].nunique()))
            ratios.append(GroupRatio(row, "share", (STEPS_IN_ORDER.name, key), (STEPS.name, key), *behind, "low", "high"))
        rows.append((step.label, count, kept, *share))
    columns = (
        Column("pair", "Übergang", Unit.TEXT),
        Column("persons", "Personen mit beiden Stationen", Unit.PERSONS),
        Column("in_order", "in der Reihenfolge", Unit.PERSONS),
        Column("share", "Anteil", Unit.SHARE, 0),
        Column("low", "95-%-Bereich von", Unit.SHARE, 0),
        Column("high", "bis", Unit.SHARE, 0),
    )
    notes = (
        "In der Reihenfolge heißt: Die zweite Station begann frühestens an dem Tag, an dem die erste abgeschlossen war. Gezählt ist, wer "
        "die zweite begonnen hat und bei wem auch die erste eingetragen ist und nicht entfällt.",
        "Die Reihenfolge ist eine Annahme (chain_order); was nebeneinander laufen darf, steht hier nicht.",
        f"Unter {FEWEST} Personen steht kein Anteil.",
    )
    protection = Protection((pairs_of(steps),), (STEPS, STEPS_IN_ORDER), tuple(cells), tuple(ratios))
    title = "Folgen die Stationen der vereinbarten Reihenfolge?"
    return build_table("chain_order", title, columns, rows, NOTEBOOK, notes, ASSUMPTIONS[:1], protection)


def waiting_table(steps: tuple[Step, ...]) -> Table | NotAssessable:
    """For each pair of the order: persons in order, median days from the end of the first stage to the beginning of the second."""
    if all(len(step.in_order) < FEWEST for step in steps):
        return NotAssessable(f"nicht auswertbar: Bei keinem Übergang zwischen zwei Stationen sind mindestens {FEWEST} Wartezeiten erfasst.")
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    medians: list[GroupMedian] = []
    for row, step in enumerate(steps):
        key, kept = key_of({PAIR: step.label}), step.in_order
        cells.append(replace(step.in_order_cell, row=row, column="persons"))
        times: tuple[float | None, ...] = (None, None, None)
        if len(kept) >= FEWEST:
            found = median_of(list(kept["wait"]))
            times = (found.days, found.low, found.high)
            behind = (len(kept), int(kept["household"].nunique()))
            medians += [GroupMedian(row, column, key, *behind) for column in ("median", "low", "high")]
        rows.append((step.label, len(kept), *times))
    columns = (
        Column("pair", "Übergang", Unit.TEXT),
        Column("persons", "Personen", Unit.PERSONS),
        Column("median", "Wartetage, Median", Unit.NUMBER, 0),
        Column("low", "95-%-Bereich von", Unit.NUMBER, 0),
        Column("high", "bis", Unit.NUMBER, 0),
    )
    notes = (
        "Tage vom Abschluss der einen bis zum Beginn der nächsten Station, frühestens ab Beginn der Uhr. Die Hälfte wartete höchstens so "
        "lange. Der Bereich liegt zwischen zwei geordneten Werten (exakt, Binomialverteilung).",
        "Gezählt ist, wer die nächste Station schon begonnen hat. Wer noch wartet, fehlt; die wirkliche Wartezeit ist deshalb eher länger.",
        f"Unter {FEWEST} Personen steht keine Zeit.",
    )
    protection = Protection((pairs_of(steps),), (STEPS_IN_ORDER,), tuple(cells), (), tuple(medians))
    title = "Wie lange wird zwischen zwei Stationen gewartet?"
    return build_table("chain_waiting", title, columns, rows, NOTEBOOK, notes, ASSUMPTIONS[:1], protection)
