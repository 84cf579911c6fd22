"""release(table, level): small groups hidden, counts by attribute rounded, all else exact."""

from wiwak_eval.disclosure.policy import ROUNDED_TO, threshold
from wiwak_eval.results import HIDDEN, Cell, Column, Level, Provenance, ReleasedTable, Table, Unit

COUNTS = {Unit.CONTACTS, Unit.PERSONS, Unit.COUNT}
NUMBERS = COUNTS | {Unit.SHARE, Unit.NUMBER, Unit.MINUTES, Unit.CENTS, Unit.POSTS}
HIDDEN_NOTE = "• = aus Datenschutzgründen nicht ausgewiesen."
ROUNDED_NOTE = "Zahlen auf 5 gerundet, Anteile auf volle Prozent; Summen können abweichen."


def release(table: Table, level: Level, provenance: Provenance) -> ReleasedTable:
    """Let a table out at a level.

    Rows of a protected table (groups of people by attribute) that stand for fewer persons or households than the level's threshold
    lose their numbers; at the public level the others are rounded to five. Unprotected tables (county totals, forecast volumes,
    euros) pass as they are.
    """
    rows, notes = table.rows, table.notes
    if table.protection is not None:
        fewest = threshold(level, table.protection.sensitive)
        guarded = [
            tuple(_guard(cell, column, persons, fewest, level) for cell, column in zip(row, table.columns, strict=True))
            for row, persons in zip(table.rows, table.protection.persons, strict=True)
        ]
        rows = tuple(guarded)
        notes += (HIDDEN_NOTE,) if any(cell == HIDDEN for row in rows for cell in row) else ()
        notes += (ROUNDED_NOTE,) if level is Level.OEFFENTLICH else ()
    return ReleasedTable(table.id, table.title, table.columns, rows, table.notebook, notes, table.assumptions, level, provenance)


def _guard(cell: Cell, column: Column, persons: int, fewest: int, level: Level) -> Cell:
    if column.unit not in NUMBERS or cell is None or isinstance(cell, str):
        return cell
    if persons < fewest:
        return HIDDEN
    if level is not Level.OEFFENTLICH:
        return cell
    if column.unit in COUNTS:
        return ROUNDED_TO * ((int(cell) + ROUNDED_TO // 2) // ROUNDED_TO)
    return round(cell, 2) if column.unit is Unit.SHARE else cell
