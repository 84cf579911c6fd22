"""What the print of one cell leaves possible for the number behind it."""

from collections.abc import Iterator

from wiwak_eval.disclosure.release import Door
from wiwak_eval.results import Level, Table, Unit

HALF_PERCENT = 0.005
"""Curves are printed in whole percent."""


def printed_bounds(door: Door, table: Table, row: str, column: str, printed: float) -> tuple[float, float]:
    """Lowest and highest number that could stand behind `printed` in this cell; both the print itself where it is exact.

    They follow from the print alone, never from the number. Limits of a share's interval move by up to twice what the share does.
    Raises KeyError for an unknown row or column.
    """
    place = {str(cells[0]): number for number, cells in enumerate(table.rows)}[row]
    reach = max(_reaches(door, table, place, column), default=0.0)
    return printed - reach, printed + reach


def _reaches(door: Door, table: Table, row: int, column: str) -> Iterator[float]:
    """How far the number may lie from the print, by each way in which the cell is spoken of."""
    spoken, how = table.protection, door.how
    units = {item.name: (item.unit, item.decimals) for item in table.columns}
    unit, decimals = units[column]
    if spoken is None:
        return
    for cell in spoken.cells:
        if (cell.row, cell.column) == (row, column) and how.rounds(cell.key, unit, door.spoken):
            yield how.settings.rounding / 2
    for ratio in spoken.ratios:
        if ratio.row == row and column in {ratio.column, ratio.low, ratio.high} and not door.exact(ratio):
            yield how.step(ratio, decimals, unit is Unit.SHARE) * (0.5 if column == ratio.column else 2)
    if how.level is not Level.INTERN:
        if any((median.row, median.column) == (row, column) for median in spoken.medians):
            yield how.settings.rounding / 2
        if any(curve.column == column for curve in spoken.curves):
            yield HALF_PERCENT
