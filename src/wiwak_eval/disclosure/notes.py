"""What stands below a table of which something was hidden or rounded."""

from collections.abc import Iterator, Sequence

from wiwak_eval.disclosure.printing import Pattern, Print
from wiwak_eval.disclosure.spoken import Statements
from wiwak_eval.german import number
from wiwak_eval.results import HIDDEN, Cell, Dimension, Key, Level, Measure, Table, Unit

HIDDEN_NOTE = "• = aus Datenschutzgründen nicht ausgewiesen: kleine Gruppen, und was sie durch Abziehen verraten würde."
ROUNDED_NOTE = "Anzahlen nach Merkmalen sind auf {base} gerundet."
MEDIANS_NOTE = "Mediane sind auf {step} gerundet."
SHARES_NOTE = "Anteile sind auf volle Prozent gerundet, bei weniger als 100 Personen oder Haushalten auf 5 Prozent."


def notes_of(table: Table, rows: Sequence[Sequence[Cell]], spoken: Statements, pattern: Pattern, how: Print) -> tuple[str, ...]:
    """German sentences on what was hidden, what was rounded, and where parts do not add up to their whole as printed."""
    assert table.protection is not None
    found = [HIDDEN_NOTE] if any(cell == HIDDEN for row in rows for cell in row) else []
    if how.level is Level.OEFFENTLICH and any(cell.key and not _only_time(cell.key, spoken) for cell in table.protection.cells):
        found.append(ROUNDED_NOTE.format(base=how.settings.rounding))
        found += _sums(table, spoken, pattern, how)
        found += above_whole(table, rows)
    if how.level is not Level.INTERN and table.protection.medians:
        step = str(how.settings.rounding) if how.level is Level.OEFFENTLICH else "ganze Zahlen"
        found.append(MEDIANS_NOTE.format(step=step))
    if how.level is not Level.INTERN and any(column.unit is Unit.SHARE for column in table.columns):
        found.append(SHARES_NOTE)
    return tuple(found)


def _only_time(key: Key, spoken: Statements) -> bool:
    return all(spoken.dimensions[name].time for name, _ in key)


def _sums(table: Table, spoken: Statements, pattern: Pattern, how: Print) -> Iterator[str]:
    """A sentence for each measure whose parts, all printed here, give another sum than the total that is printed somewhere."""
    assert table.protection is not None
    here = {(cell.measure, cell.key) for cell in table.protection.cells}
    for measure in table.protection.measures:
        for dimension in table.protection.dimensions:
            whole = _whole(measure, dimension, spoken, pattern)
            parts = [spoken.values.get((measure.name, ((dimension.name, leaf),))) for leaf in dimension.leaves]
            hidden = any((measure.name, ((dimension.name, leaf),)) in pattern.hidden for leaf in dimension.leaves)
            elsewhere = any((measure.name, ((dimension.name, leaf),)) not in here for leaf in dimension.leaves)
            if whole is None or dimension.time or dimension.name in measure.overlapping or hidden or elsewhere or None in parts:
                continue
            shown = sum(
                how.number(((dimension.name, dimension.leaves[0]),), part, Unit.PERSONS, spoken) for part in parts if part is not None
            )
            if shown != whole:
                yield f"{measure.label}: Die gerundeten Zeilen ergeben zusammen {number(shown)}; genau sind es {number(whole)}."


def above_whole(table: Table, rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """A sentence for each measure of which a rounded part stands above the exact total in the same table. It tells what is printed."""
    assert table.protection is not None
    names = [column.name for column in table.columns]
    for measure in table.protection.measures:
        cells = [(cell.key, rows[cell.row][names.index(cell.column)]) for cell in table.protection.cells if cell.measure == measure.name]
        whole = next((shown for key, shown in cells if not key and isinstance(shown, int)), None)
        if whole is not None and any(key and isinstance(shown, int) and shown > whole for key, shown in cells):
            yield (
                f"{measure.label}: Eine gerundete Zeile steht über der genauen Gesamtzahl {number(whole)}. Das liegt am Runden: Kein Teil "
                "ist größer als das Ganze."
            )


def _whole(measure: Measure, dimension: Dimension, spoken: Statements, pattern: Pattern) -> int | None:
    """The exact total the parts make, where it is printed: that of all, where the attribute is recorded for everyone."""
    if dimension.name in spoken.measures[measure.name].incomplete:
        return None
    return spoken.values.get((measure.name, ()))
