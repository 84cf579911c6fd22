from dataclasses import FrozenInstanceError
from datetime import date

import numpy as np
import pytest

from wiwak_eval.results import SIMULATED_MARK, Column, Protection, Provenance, Unit, build_table

COLUMNS = (Column("month", "Monat", Unit.MONTH), Column("contacts", "Beratungen", Unit.CONTACTS))


def table(rows, **more):
    return build_table("monthly", "Je Monat", COLUMNS, rows, "02_pilotjahr", **more)


def test_a_cell_is_found_by_row_key_and_column_name():
    assert table([("2017-01", 83), ("2017-02", None)]).cell("2017-01", "contacts") == 83
    assert table([("2017-01", 83), ("2017-02", None)]).cell("2017-02", "contacts") is None


@pytest.mark.parametrize(("row", "column"), [("2017-03", "contacts"), ("2017-01", "persons")])
def test_a_cell_that_is_not_there_is_an_error(row, column):
    with pytest.raises(KeyError):
        table([("2017-01", 83)]).cell(row, column)


def test_numpy_numbers_become_plain_ones():
    cell = table([("2017-01", np.int64(83)), ("2017-02", np.float64(0.5))])
    assert [type(row[1]) for row in cell.rows] == [int, float]


@pytest.mark.parametrize(
    ("rows", "protection", "why"),
    [
        ([("2017-01",)], None, "not as wide"),
        ([("2017-01", 1), ("2017-01", 2)], None, "repeat"),
        ([("2017-01", 1)], Protection((), (), ()), "row 0, column contacts does not say which people it is about"),
        ([("2017-01", date(2017, 1, 1))], None, "cannot hold date"),
    ],
)
def test_a_table_that_does_not_hold_together_is_refused(rows, protection, why):
    with pytest.raises(ValueError, match=why):
        table(rows, protection=protection)


def test_assumptions_are_named_once_and_sorted():
    assert table([], assumptions=["pay_index", "caseload_level", "pay_index"]).assumptions == ("caseload_level", "pay_index")


def test_results_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        table([]).title = "anders"


def test_only_simulated_records_carry_the_mark():
    facts = ("Landratsamt", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 15))
    assert Provenance(*facts, simulated=True).mark == SIMULATED_MARK
    assert Provenance(*facts, simulated=False).mark is None
