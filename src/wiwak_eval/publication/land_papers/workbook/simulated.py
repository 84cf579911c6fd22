"""What words call measured or the county's own plan says beside it where the delivery behind it is simulated."""

from dataclasses import replace

from wiwak_eval.results import Cell, ReleasedTable

MEASURED = "(gemessen)"
OWN_WORDS = ("eigener Plan", "angepasster Plan")
"""What table `land_costs` says of the county that delivered: as planned, or moved."""
SIMULATED = "simuliert"


def told(table: ReleasedTable) -> ReleasedTable:
    """The table with „simuliert“ beside such words; as it is where the delivery is real."""
    if not table.provenance.simulated:
        return table
    return replace(table, rows=tuple(tuple(_told(cell) for cell in row) for row in table.rows))


def plain(words: str) -> str:
    """Words of a cell without what `told` added."""
    return words.removesuffix(f" ({SIMULATED})")


def _told(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return f"{cell} ({SIMULATED})" if cell in OWN_WORDS else cell.replace(MEASURED, f"{MEASURED[:-1]}, {SIMULATED})")
