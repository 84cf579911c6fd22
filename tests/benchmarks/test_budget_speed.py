"""The measurement of the budget's simulation: it counts what it says, and misses are named."""

from dataclasses import replace

import numpy as np

from benchmarks.budget.measured import Clock, Measured, TimedInputs, measure
from benchmarks.budget.speed import line, missed
from wiwak_eval.budget.risk.draws import simulate
from wiwak_eval.budget.risk.inputs import CASELOAD, Input, Inputs, sorted_paths
from wiwak_eval.budget.risk.model import PAY, RiskModel, Variant, YearModel

WORK = {
    "contact_minutes": 40.0, "follow_up_minutes": 20.0, "coordination_minutes_year": 30_000.0, "net_minutes_post_year": 100_000.0,
    "distribution_time_share": 0.1, "opening_hours_week": 0.0, "present_at_once": 0.0, PAY: 1.0,
}  # fmt: skip
COUNTS = np.arange(41) * 0.25
YEAR = YearModel(
    amounts=np.repeat(COUNTS[None, :, None, None], 3, axis=0) * np.ones((3, 41, 12, 2)),
    posts=COUNTS, filled=np.repeat(COUNTS[:, None], 12, axis=1), step=0.25, weeks=50.0,
    slopes={CASELOAD: np.array([0.001, 0.0])}, reference={CASELOAD: 1000.0},
    pay=(1.0, 1.0, 1.0), in_kind=np.array([False, True]), fixed=0.0,
)  # fmt: skip
MODEL = RiskModel((YEAR, YEAR), (Variant("open", "offen", (None, None)),))
GIVEN = Inputs(
    tuple(Input(id, id, "minutes", (value,) * 2, (value,) * 2, (value,) * 2, "unverified") for id, value in WORK.items()),
    sorted_paths(np.random.default_rng(1).poisson(1500, (2, 400)).tolist()),
    (1500, 1500),
)
FINE = Measured(100_000, 1.0, 0.02, 0.1, 300, 150, 240, 0.001, 0.003)


def test_what_is_measured_is_the_simulation_itself() -> None:
    found = measure(MODEL, GIVEN, 25_000, 7)
    assert 0 < found.random < found.seconds
    assert 0 < found.values < found.seconds
    assert found.megabytes >= found.before > 1
    assert found.cells == 2 * 12 * 2
    assert found.error < found.error_of_paths, "only 400 different paths"


def test_counting_the_time_changes_no_draw() -> None:
    plain = simulate(MODEL, GIVEN, 3_000, 7).outcome
    timed = simulate(MODEL, TimedInputs(GIVEN.values, GIVEN.paths, GIVEN.contacts, Clock()), 3_000, 7).outcome
    assert np.array_equal(plain.total, timed.total)


def test_misses_are_named() -> None:
    assert missed([FINE, replace(FINE, draws=1_000_000, seconds=11.0)]) == []
    assert "hold 501 MB" in missed([replace(FINE, megabytes=501)])[0]
    assert "error of 0.0050" in missed([replace(FINE, error_of_paths=0.005)])[0]
    assert "proportion" in missed([FINE, replace(FINE, draws=1_000_000, seconds=20.0)])[0]


def test_a_line_of_the_table() -> None:
    assert line(FINE) == "| 100.000 | 1,00 | 1,00 | 2 % | 10 % | 300 | 0,30 % |"
