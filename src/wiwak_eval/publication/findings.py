"""The cells of released tables that sentences and key figures may use."""

from collections.abc import Mapping

from wiwak_eval.publication.finding_specs import SPECS, Spec
from wiwak_eval.publication.texts import for_years
from wiwak_eval.results import HIDDEN, Cell, Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable


def collect_findings(released: Mapping[str, Released], years: tuple[int, int]) -> dict[str, Finding]:
    """Every finding by its id, in the order of SPECS; one whose table was refused has no value."""
    findings = (_finding(spec, released, years) for spec in SPECS)
    return {finding.id: finding for finding in findings}


def _finding(spec: Spec, released: Mapping[str, Released], years: tuple[int, int]) -> Finding:
    id, label, row, column, period = (for_years(t, years) for t in (spec.id, spec.label, spec.row, spec.column, spec.period))
    table = released[spec.table]
    if isinstance(table, NotAssessable):
        return Finding(id, label, None, None, None, spec.unit, spec.decimals, period, spec.table, row, column, "", ())
    names = {str(cells[0]) for cells in table.rows}
    value, low, high = (_cell(table, row, name, names) for name in (column, *(for_years(end, years) for end in (spec.low, spec.high))))
    return Finding(
        id, label, _number(value), _number(low), _number(high), spec.unit, spec.decimals, period,
        table.id, row, column, table.notebook, tuple(filter(spec.behind, table.assumptions)), value == HIDDEN,
        tuple(one for one in table.unproven if spec.behind(one.id)),
        low == HIDDEN, high == HIDDEN,
    )  # fmt: skip


def _cell(table: ReleasedTable, row: str, column: str, rows: set[str]) -> Cell:
    return table.cell(row, column) if column and row in rows else None


def _number(cell: Cell) -> int | float | None:
    return cell if isinstance(cell, int | float) else None
