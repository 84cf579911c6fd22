"""All counties together are the Land, to the person and to the cent; a number that was changed gives a line that does not add up."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.publication.land_paper_samples import COUNTIES, released
from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.reconciliation import reconciliation
from wiwak_eval.audit.reconciliation_land import land_lines
from wiwak_eval.audit.reconciliation_line import MONEY, PERSONS, Line
from wiwak_eval.results import NotAssessable, ReleasedTable

Tables = Mapping[str, ReleasedTable | NotAssessable]


def lines(tables: Tables) -> list[Line]:
    return [line for line in land_lines(Cells(tables)) if line is not None]


def changed(tables: Tables, id: str, row: str, column: str, by: int) -> Tables:
    """The tables with one number that is wrong."""
    table = tables[id]
    assert isinstance(table, ReleasedTable)
    place = [one.name for one in table.columns].index(column)
    rows = tuple(
        tuple(int(str(cell)) + by if at == place and cells[0] == row else cell for at, cell in enumerate(cells)) for cells in table.rows
    )
    return {**tables, id: replace(table, rows=rows)}


def test_everything_adds_up() -> None:
    found = lines(released())
    assert len(found) == 4 * 2 + 2 * 2
    assert [line.difference for line in found] == [0] * len(found)
    assert {line.subject for line in found} == {PERSONS, MONEY}
    assert len({line.whole for line in found if line.parts == "alle Kreise und Städte"}) == 8
    assert all(len(line.part_places) == len(COUNTIES) for line in found if line.parts == "alle Kreise und Städte")
    assert set(found) <= set(reconciliation(released()))


@pytest.mark.parametrize(
    ("id", "row", "column"),
    [
        ("land_refugees", COUNTIES[3], "stock_2019"),
        ("land_caseload", "land", "contacts_2018"),
        ("land_costs", COUNTIES[0], "cost_2019"),
        ("land_financing", "land_2018", "open"),
        ("land_financing", "land_2019", "variant_county_cash"),
    ],
)
def test_a_changed_number_shows(id: str, row: str, column: str) -> None:
    assert sum(line.difference != 0 for line in lines(changed(released(), id, row, column, 1))) == 1


def test_refused_tables_give_no_line() -> None:
    assert lines(dict.fromkeys(released(), NotAssessable("nicht auswertbar: x."))) == []
