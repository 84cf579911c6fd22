from dataclasses import replace
from decimal import Decimal

from core_samples import EFFORT, PRICE, further, line, staff
from grant_samples import share_terms

from wiwak_eval.budget.costs.bases import cost_bases
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.costs.year_costs import costs_of
from wiwak_eval.budget.grants.eligible import eligible_cells
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.posts.line import NEW

LINES = (line("S1", "1"), further())


def year(price=PRICE, of=2018):
    """One post at 1,000 euros a month, 100 contacts."""
    pay = {"S1": tuple(PayMonth(month, gross=100_000) for month in range(1, 13)), NEW: tuple(PayMonth(month) for month in range(1, 13))}
    return costs_of(100, staff("1", lines=LINES, year=of), EFFORT, pay, price)


def counted(costs, terms):
    """Eligible cents by item."""
    return {item: sum(amount for (one, _), amount in eligible_cells(costs, terms).items() if one == item) for item in LABELS}


def bases(*costs, **terms):
    return cost_bases(costs, [counted(one, share_terms(**terms)) for one in costs], ("id",))


def row(table, key):
    return [table.cell(key, column) for column in ("eligible", "cash", "total", "full")]


def test_three_bases_by_hand():
    """Materials 3,500 x 1.015. Rooms 1,092 x 1.015 in kind: no cash, not eligible. Overhead: a fifth of 12,000. Workplace: 9,845.50 less
    3,552.50 less 1,108.38."""
    table = bases(year())
    assert row(table, "personnel/2018") == [1_200_000] * 4
    assert row(table, "materials/2018") == [355_250] * 4
    assert row(table, "rooms/2018") == [0, 0, 110_838, 110_838]
    assert row(table, "full_0/2018") == [0, 0, 0, 240_000]
    assert row(table, "full_1/2018") == [0, 0, 0, 984_550 - 355_250 - 110_838]


def test_each_sum_is_that_of_its_column():
    table = bases(year(), year(of=2019))
    for suffix in ("/2018", "/2019"):
        rows = [one for one in table.rows if one[0].endswith(suffix)]
        for column in range(3, 7):
            assert rows[-1][column] == sum(one[column] for one in rows[:-1])
    assert table.cell("total/2018", "total") == year().total
    assert table.cell("total/2018", "cash") == year().total - 110_838


def test_imputed_rooms_are_eligible_only_if_the_terms_say_so():
    assert bases(year(), in_kind_counts=True).cell("rooms/2018", "eligible") == 110_838
    assert bases(year(), eligible=frozenset({"personnel"})).cell("total/2018", "eligible") == 1_200_000
    assert bases(year(), start=13).cell("total/2018", "eligible") == 0


def test_rooms_that_are_rented_are_cash_and_eligible():
    assert row(bases(year(replace(PRICE, rooms_in_kind=False))), "rooms/2018") == [110_838] * 4


def test_a_flat_workplace_is_no_further_cost_in_the_full_view():
    flat = replace(PRICE, rooms_in_kind=False, flat=True, room_post_year=0, per_post=PRICE.per_post | {"materials": 970_000})
    table = bases(year(flat))
    assert (table.cell("materials/2018", "full"), table.cell("rooms/2018", "full"), table.cell("full_1/2018", "full")) == (984_550, 0, 0)


def test_forms_that_nobody_has_are_left_out_and_prices_of_nought_are_not():
    keys = [one[0] for one in bases(year(replace(PRICE, events=0))).rows]
    assert "carrier/2018" not in keys
    assert "contract/2018" not in keys
    assert "events/2018" in keys


def test_no_overhead_where_none_is_set():
    assert row(bases(year(replace(PRICE, overhead=Decimal(0)))), "full_0/2018") == [0] * 4
