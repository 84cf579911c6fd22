"""Rows of pay tables are worked out once for each view of the assumptions, and each view still knows what was asked of it."""

from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Patch
from wiwak_eval.budget.pay.pay_table import MEAN_STEP, row_if_known

DAY = date(2018, 4, 1)


def test_a_row_asked_again_is_the_same_and_every_view_records_its_own_reading(view):
    whole = view()
    first, second = whole.part(), whole.part()
    row = row_if_known(first, "S12", 3, DAY)
    assert row_if_known(first, "S12", 3, DAY) is row
    assert second.ids_read == ()
    assert row_if_known(second, "S12", 3, DAY) == row
    assert first.ids_read == second.ids_read == whole.ids_read == ("pay_S12_3", "pay_index")


def test_under_other_patches_there_are_other_rows(view):
    assumptions = view()
    dearer = assumptions.with_patches([Patch(id="pay_index", multiply=Decimal("1.01"), valid_from=date(2018, 3, 1), reason="Probe")])
    for step in (3, MEAN_STEP):
        assert row_if_known(dearer, "S12", step, DAY).pay > row_if_known(assumptions, "S12", step, DAY).pay
    assert row_if_known(assumptions, "S99", 3, DAY) is None
    assert row_if_known(assumptions, "S99", 3, DAY) is None
