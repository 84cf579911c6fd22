from datetime import date
from decimal import Decimal

import pytest
from planned_years import day, further, line, months, planned_year

from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, Scenario
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.budget.pay.pay_table import row_if_known
from wiwak_eval.budget.pay.post_pay import PARTS
from wiwak_eval.budget.pay.tables import PART_LABELS, pay_months, pay_tables, step_rules
from wiwak_eval.budget.posts.line import Form

LINES = (line("S1", step=2, since=day("2015-08-20")), line("S2", "S11b", 2, "0.5", Form.FORWARDED), further())


def plans(assumptions, lines=LINES, years=(2018, 2019)):
    return [planned_year(assumptions, year, lines, {"S2": months("0.5", first=4)}) for year in years]


def looked_up(table, group, step, month):
    """The last row that begins by the month, as a spreadsheet finds it."""
    rows = [row for row in table.rows if row[1:3] == (group, step) and row[3] <= month]
    return rows[-1][4] if rows else None


@pytest.mark.parametrize("as_of", [date(2017, 11, 15), date(2018, 7, 1), date(2020, 6, 1)])
def test_the_last_row_by_a_month_is_what_python_pays(view, as_of):
    assumptions = view(as_of)
    table = pay_tables(plans(assumptions, years=(2018, 2019, 2020)), assumptions)
    cells = [id.removeprefix("pay_").split("_") for id in assumptions.ids("pay_") if is_pay_row(id)]
    assert len(cells) == 84
    for group, step in cells:
        for year in (2018, 2019, 2020):
            for month in range(1, 13):
                row = row_if_known(assumptions, group, int(step), date(year, month, 1))
                assert looked_up(table, group, int(step), f"{year}-{month:02d}") == (row.pay if row else None)


def test_rows_name_period_and_state(view):
    assumptions = view()
    table = pay_tables(plans(assumptions), assumptions)
    assert [row for row in table.rows if row[1:3] == ("S12", 3)] == [
        ("S12/3@2017-02-01", "S12", 3, "2017-02", 352913, "abgeleitet"),
        ("S12/3@2018-03-01", "S12", 3, "2018-03", 361383, "nicht geprüft"),
        ("S12/3@2019-04-01", "S12", 3, "2019-04", 370065, "nicht geprüft"),
    ]
    known = pay_tables(plans(view(date(2018, 7, 1))), view(date(2018, 7, 1)))
    assert known.cell("S12/3@2018-03-01", "status") == "gelesen"
    assert not [row for row in table.rows if row[1] == "E9b"]
    assert not table.staff


def test_a_change_within_a_month_counts_from_the_next(catalogue):
    patch = Patch(id="pay_S12_3", set=Decimal(4000), valid_from=date(2018, 5, 15), reason="Probe")
    assumptions = Assumptions(catalogue, Scenario(id="p", label="P", description="P", patches=(patch,)), date(2018, 7, 1))
    table = pay_tables(plans(assumptions), assumptions)
    assert [looked_up(table, "S12", 3, month) for month in ("2018-05", "2018-06")] == [363892, 400000]


def test_where_a_table_ends_no_pay_is_known(catalogue):
    """A table to the end of March, the next from 15 June: nothing from April to June."""
    entry = catalogue.entries["pay_S12_3"]
    old, new = entry.values[:2]
    values = (
        old.model_copy(update={"valid_to": date(2018, 3, 31)}),
        new.model_copy(update={"valid_from": date(2018, 6, 15), "known_since": date(2017, 1, 1)}),
    )
    entries = {**catalogue.entries, "pay_S12_3": entry.model_copy(update={"values": values})}
    assumptions = Assumptions(Catalogue(entries), Scenario(id="p", label="P", description="P"), date(2017, 11, 15))
    table = pay_tables([planned_year(assumptions, 2018, [line("S1", "S17", 4)])], assumptions)
    found = [looked_up(table, "S12", 3, f"2018-{month:02d}") for month in range(1, 13)]
    assert found == [352913] * 2 + [361383] + [None] * 3 + [363892] * 6
    assert table.cell("S12/3@2018-04-01", "status") == "kein Wert"


def test_the_list_of_tables_does_not_depend_on_who_is_employed(view):
    """It would otherwise tell the groups and steps that are held."""
    made = [pay_tables(plans(assumptions, lines), assumptions) for assumptions, lines in ((view(), LINES), (view(), LINES[:1]))]
    assert made[0].rows == made[1].rows
    assert made[0].assumptions == made[1].assumptions


def test_each_month_of_each_post_can_be_traced(view):
    assumptions = view()
    table = pay_months(plans(assumptions), assumptions.ids_read)
    assert table.staff
    assert len(table.rows) == 3 * 24
    traced = ("group", "step", "table", "valid_from", "index", "share", "table_pay")
    assert [table.cell("S1/2018-07", name) for name in traced] == ["S12", 2, "pay_S12_2", "01.02.2017", 1.024, 1.0, 332029]
    assert [table.cell("S1/2018-08", name) for name in traced] == ["S12", 3, "pay_S12_3", "01.02.2017", 1.024, 1.0, 361383]
    assert table.cell("S2/2018-03", "total") == 0
    assert (table.cell("S2/2018-04", "form"), table.cell("S2/2018-04", "accident")) == ("Träger", 1309)


def test_parts_stand_apart_and_add_up(view):
    assumptions = view()
    table = pay_months(plans(assumptions), ())
    assert tuple(PART_LABELS) == PARTS
    names = [column.name for column in table.columns]
    for row in table.rows:
        cells = dict(zip(names, row, strict=True))
        assert cells["total"] == sum(cells[part] for part in PARTS)


def test_how_long_a_step_lasts(view):
    assumptions = view()
    made = plans(assumptions)
    table = step_rules(made, assumptions.ids_read)
    assert [row[2:] for row in table.rows] == [(1, 3, 4, 4, 5), (1, 2, 3, 4, 5)]
    assert table.assumptions == tuple(f"step_years_{column}_{step}" for column in ("e", "sue") for step in range(1, 6))
