import numpy as np
import pytest
from risk_samples import REACH, given, work_inputs

from wiwak_eval.budget.risk.inputs import CASELOAD, Input, Inputs, path_at, sorted_paths, triangular

PATHS = sorted_paths([(30, 10, 20), (10, 40, 20)])


def inputs(*more):
    return Inputs((*work_inputs(), *more), PATHS, (20, 20))


def test_paths_stand_in_the_order_of_their_sums_and_stay_together():
    assert PATHS.tolist() == [[20, 30, 10], [20, 10, 40]]
    assert path_at(PATHS, np.array([0.0, 0.34, 0.999999])).T.tolist() == [[20, 20], [30, 10], [10, 40]]


def test_the_order_of_paths_does_not_depend_on_how_they_came():
    shuffled = [(20, 30, 10), (20, 10, 40)]
    assert sorted_paths(shuffled).tolist() == PATHS.tolist()


def test_triangular_quantiles():
    """Mode 10 in 0-40: a quarter of the mass lies below it; F(x) = x² / 400 there, 1 - (40 - x)² / 1,200 above."""
    drawn = triangular(given("rent", 0.0, 10.0, 40.0), np.array([0.0, 0.25, 1 - 100 / 1200, 1.0]))
    assert drawn[0] == pytest.approx([0, 10, 30, 40])


def test_a_symmetric_triangle_of_half_width_root_six_has_a_standard_deviation_of_one():
    drawn = triangular(given("x", -REACH, 0.0, REACH), (np.arange(100_000) + 0.5) / 100_000)
    assert drawn[0].std() == pytest.approx(1, abs=1e-4)


def test_both_years_share_one_uniform_number():
    pay = Input("pay_index", "Tarif", "factor", (1.01, 1.02), (1.02, 1.04), (1.03, 1.08), "unverified")
    drawn = triangular(pay, np.array([0.1, 0.5, 0.9]))
    assert np.all(np.diff(drawn, axis=1) > 0)
    certain = triangular(Input("x", "x", "factor", (1.0, 1.0), (1.0, 2.0), (1.0, 3.0), "unverified"), np.array([0.2, 0.7]))
    assert certain[0].tolist() == [1, 1]


def test_only_what_has_a_range_is_drawn():
    some = inputs(given("rent", 5.0, 6.0, 9.0), given("rooms", 14.0, 14.0, 14.0))
    assert some.uncertain == (CASELOAD, "rent")
    drawn = some.at(np.array([[0.5, 0.5], [0.0, 1.0]]))
    assert drawn["rent"].tolist() == [[5, 9], [5, 9]]
    assert drawn["rooms"].tolist() == [[14, 14], [14, 14]]
    assert drawn[CASELOAD].tolist() == [[30, 30], [10, 10]]
    assert some.central()[CASELOAD].tolist() == [[20], [20]]


@pytest.mark.parametrize(
    ("status", "assumed", "unmeasured"), [("unverified", False, True), ("derived", True, True), ("measured", False, False)]
)
def test_what_nobody_measured(status, assumed, unmeasured):
    assert Input("x", "x", "minutes", (1.0,), (2.0,), (3.0,), status, assumed).unmeasured is unmeasured
