"""release(tables, level): the only door to publication. Groups too small are hidden with all that would tell them, the rest is printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wiwak_eval.disclosure.defence import Defence
from wiwak_eval.disclosure.notes import notes_of
from wiwak_eval.disclosure.printing import Pattern, Print, curve_cells
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.disclosure.spoken import Statements, statements
from wiwak_eval.evaluation.funnel import funnel_cells
from wiwak_eval.results import (
    HIDDEN,
    Cell,
    GermanError,
    GroupRatio,
    Level,
    Protection,
    Provenance,
    ReleasedTable,
    Table,
    Unit,
    is_county_total,
    is_sensitive,
)


@dataclass(frozen=True)
class Door:
    """What a defended release lets out.

    spoken, pattern: what its tables say of groups, and what of that is withheld.
    """

    spoken: Statements
    pattern: Pattern
    how: Print
    provenance: Provenance

    def release(self, table: Table) -> ReleasedTable:
        """A table as it may be seen. Raises ValueError for a protected table that was not among those defended."""
        if table.protection is None:
            rows, notes = table.rows, table.notes
        elif table not in self.spoken.tables:
            raise ValueError(f"table {table.id} was not held against the others of this release")
        else:
            rows = tuple(tuple(row) for row in self._guarded(table))
            notes = (*table.notes, *notes_of(table, rows, self.spoken, self.pattern, self.how))
        return ReleasedTable(
            table.id, table.title, table.columns, rows, table.notebook, notes, table.assumptions, self.how.level, self.provenance
        )

    def exact(self, ratio: GroupRatio) -> bool:
        """Within the house shares are printed as they are, but for sensitive attributes: there the attacker takes them as rounded."""
        names = [name for _, key in (ratio.numerator, ratio.denominator) for name, _ in key]
        return self.how.level is Level.INTERN and not is_sensitive(names, self.spoken.dimensions)

    def _interval(self, ratio: GroupRatio, printed: float) -> tuple[float, float]:
        """See `Print.interval`; empty for a mean, which has none."""
        if not ratio.low:
            return 0.0, 0.0
        return self.how.interval(ratio, printed, is_county_total(ratio.denominator[1], self.spoken.dimensions))

    def _guarded(self, table: Table) -> list[list[Cell]]:
        """The rows with each number as it is printed."""
        assert table.protection is not None
        rows = [list(row) for row in table.rows]
        place = {column.name: number for number, column in enumerate(table.columns)}
        units = {column.name: column.unit for column in table.columns}

        def put(row: int, column: str, told: bool, printed: float | None) -> None:
            if rows[row][place[column]] is not None:
                rows[row][place[column]] = printed if told else HIDDEN

        for spoken in table.protection.cells:
            value = rows[spoken.row][place[spoken.column]]
            if isinstance(value, int):
                told = (spoken.measure, spoken.key) not in self.pattern.hidden
                put(spoken.row, spoken.column, told, self.how.number(spoken.key, value, units[spoken.column], self.spoken))
        for ratio in table.protection.ratios:
            value = rows[ratio.row][place[ratio.column]]
            if isinstance(value, int | float):
                step = self.how.step(ratio, table.columns[place[ratio.column]].decimals, units[ratio.column] is Unit.SHARE)
                printed = value if self.exact(ratio) else round(round(value / step) * step, 6)
                told = self.how.ratio_told(ratio, table.id, self.pattern)
                put(ratio.row, ratio.column, told, printed)
                for name, limit in zip((ratio.low, ratio.high), self._interval(ratio, printed), strict=True):
                    if name:
                        exact = rows[ratio.row][place[name]]
                        put(ratio.row, name, told, exact if self.exact(ratio) and isinstance(exact, float) else limit)
        for median in table.protection.medians:
            value = rows[median.row][place[median.column]]
            if isinstance(value, int | float):
                put(median.row, median.column, self.how.median_told(median, self.pattern), self.how.median(value))
        for curve in table.protection.curves:
            for row, cell in enumerate(curve_cells(table, curve, self.how)):
                rows[row][place[curve.column]] = cell
        _work_out_funnels(table.protection, rows, place)
        return rows


def _work_out_funnels(protection: Protection, rows: list[list[Cell]], place: Mapping[str, int]) -> None:
    """Fill the columns of funnels from the numbers that the rows print."""
    for funnel in protection.funnels:
        counts, sizes = ([row[place[name]] for row in rows] for name in (funnel.count, funnel.size))
        for cells, worked_out in zip(rows, funnel_cells(counts, sizes, funnel.total), strict=True):
            for name, cell in zip(funnel.columns, worked_out, strict=True):
                cells[place[name]] = cell


def door(tables: Iterable[Table], defence: Defence, level: Level, settings: Settings, provenance: Provenance) -> Door:
    """The door that lets these tables out as defended. Raises GermanError where an attack on them still succeeds."""
    spoken = statements(tables)
    refuse_open(defence, spoken)
    return Door(spoken, defence.pattern, Print(level, settings, rounded=True), provenance)


def refuse_open(defence: Defence, spoken: Statements) -> None:
    """The gate: nothing leaves as long as something can be worked out. Raises GermanError that names the tables to coarsen."""
    titles = {table.id: table.title for table in spoken.tables}
    if defence.after.contradiction:
        named = words(titles, defence.after.contradiction)
        raise GermanError(f"Freigabe angehalten: Die Zahlen in {named} widersprechen einander. Bitte die Lieferung prüfen.")
    if defence.after.breaches:
        named = words(titles, {id for breach in defence.after.breaches for id in breach.tables})
        raise GermanError(
            f"Freigabe angehalten: Aus {named} ließe sich, zusammen mit früheren Veröffentlichungen, auf einzelne Menschen schließen. "
            "Bitte diese Tabellen gröber fassen (Merkmale zusammenlegen, Quartale statt Monate) oder die nächste Lieferung abwarten."
        )


def words(titles: Mapping[str, str], ids: Iterable[str]) -> str:
    """Tables by their titles, quoted."""
    return ", ".join(f"„{titles.get(id, id)}“" for id in sorted(ids))
