"""Every picture passes the gate: of the shipped pilot in every scenario, of thin and of overfull tables."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from figure_check import faults
from svg_check import svg_faults
from test_charts import TABLES

from wiwak_eval.publication import charts
from wiwak_eval.publication.drawings import figure_svg, figures
from wiwak_eval.results import HIDDEN, Cell, ReleasedTable, Unit
from wiwak_eval.shipped import shipped
from wiwak_eval.study.study import Study

WORDS = {Unit.TEXT, Unit.MONTH}
UNSCALED = WORDS | {Unit.SHARE, Unit.YEAR}
NAMES = {"label", "topic", "situation", "step", "stage", "class", "municipality", "county", "one", "other"}
LONG = "Verwaltungsgemeinschaftsvorsitzendenstellvertretung mit vielen weiteren Wörtern"
SHOWN = re.compile(r'study\.show\(study\.\w+\.(\w+), chart=\\?"(\w+)\\?"\)')


def cells(table: ReleasedTable, change: Callable[[int, int, Cell], Cell]) -> ReleasedTable:
    rows = (tuple(change(y, x, cell) for x, cell in enumerate(row)) for y, row in enumerate(table.rows))
    return replace(table, rows=tuple(rows))


def one(table: ReleasedTable) -> ReleasedTable:
    """One month, one bar, one organisation; the tornado keeps its plan."""
    return replace(table, rows=(table.rows[0], *(row for row in table.rows[1:] if row[0] == "plan")))


def sparse(table: ReleasedTable) -> ReleasedTable:
    """Every third number is hidden, and names are long."""

    def change(y: int, x: int, cell: Cell) -> Cell:
        if table.columns[x].unit in WORDS:
            return f"{cell} {LONG} {y}" if table.columns[x].name in NAMES and table.id != "network_ties" else cell
        return HIDDEN if x and (x + y) % 3 == 0 and cell is not None else cell

    return cells(table, change)


def overfull(table: ReleasedTable) -> ReleasedTable:
    """Thirty rows of huge numbers."""

    def key(y: int) -> Cell:
        first = table.columns[0]
        if first.unit is Unit.MONTH:
            return f"{2017 + y // 12}-{y % 12 + 1:02d}"
        if first.name == "months":
            return str(y)
        old = table.rows[y % len(table.rows)][0]
        return old if y < len(table.rows) else f"{old}{y}"

    long = replace(table, rows=tuple((key(y), *table.rows[y % len(table.rows)][1:]) for y in range(30)))
    huge = (column.unit not in UNSCALED for column in table.columns)
    scale = [100_000 if number and x else 1 for x, number in enumerate(huge)]
    return cells(long, lambda _, x, cell: cell * scale[x] if isinstance(cell, int | float) else cell)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_pictures_of_thin_and_of_overfull_tables_have_no_fault(name: str) -> None:
    whole = TABLES[name]()
    for table in (whole, one(whole), sparse(whole), overfull(whole)):
        assert faults(charts.CHARTS[name](table)) == ()


def shown_in_notebooks() -> list[tuple[str, str]]:
    """Table and chart of each picture that a notebook shows."""
    sources = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(shipped("notebooks").glob("*.ipynb"))]
    words = "\n".join("".join(cell["source"]) for source in sources for cell in source["cells"] if cell["cell_type"] == "code")
    return SHOWN.findall(words)


def drawn_in(worlds: Mapping[str, Study]) -> list[tuple[str, ReleasedTable]]:
    """Chart and table of each picture of papers and notebooks, equal ones once."""
    papers = [(figure.chart, figure.table) for study in worlds.values() for figure in figures(study.content)]
    notebooks = [(chart, study.released[table]) for study in worlds.values() for table, chart in shown_in_notebooks()]
    return list(dict.fromkeys((chart, table) for chart, table in papers + notebooks if isinstance(table, ReleasedTable)))


def test_every_picture_of_every_world_has_no_fault(worlds: dict[str, Study]) -> None:
    drawn = drawn_in(worlds)
    assert {chart for chart, _ in drawn} == set(charts.CHARTS)
    found = {(chart, table.id): wrong for chart, table in drawn if (wrong := faults(charts.CHARTS[chart](table)))}
    assert found == {}


def test_text_can_be_read_in_every_file_of_the_papers(worlds: dict[str, Study]) -> None:
    shown = [figure for name in ("basis", "intern") for figure in figures(worlds[name].content)]
    assert len(shown) > 30
    found = {figure.id: wrong for figure in shown if (wrong := svg_faults(figure_svg(figure)))}
    assert found == {}
