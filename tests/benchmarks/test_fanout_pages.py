"""What the trials of `wiwak fanout` make of their numbers."""

import json

import pytest

from benchmarks.fanout.cost import Times, table
from benchmarks.fanout.drawing import drawn
from benchmarks.fanout.lost_worker import Loss, page
from benchmarks.fanout.memory import growth
from benchmarks.fanout.plan import FILE, UnitCosts
from benchmarks.fanout.plan import page as plan_page


def test_a_fault_is_counted_and_named() -> None:
    text = page("small", 4, [Loss(0.5, 1, 0, 1.0, ()), Loss(0.9, 0, 0, 1.0, ("torn abc", "orphan kernel", "differs def"))])
    assert "| 2 | 0.90 | 0 | torn abc; orphan kernel; differs def |" in text
    assert "Missing or differing runs: 1. Torn: 1. Orphan processes: 1. All else: 0." in text


def test_time_per_run_counts_the_workers_that_are_busy() -> None:
    one, two, four = Times(1, [10.0], [10.0], [10.0]), Times(2, [10.0], [8.0], [10.0]), Times(4, [24.0], [20.0], [11.0])
    assert [times.per_run(times.grid) for times in (one, two, four)] == [10.0, 10.0, 12.0]
    assert four.overhead == pytest.approx(0.2)
    assert "Farthest from constant: 20% (bound 15%: missed). Overhead over a plain pool with 4 runs: 20% (aim 10%: missed)." in "\n".join(
        table("title", [one, two, four])
    )


def test_growth_is_counted_behind_the_settling() -> None:
    assert growth([*range(10), *[100.0] * 50, *[110.0] * 50]) == pytest.approx(0.1)
    assert growth([50.0] * 8) == 0.0


def test_a_picture_names_each_line_and_begins_at_zero() -> None:
    svg = drawn({"scheduler": [60.0, 61.0], "worker": [66.0, 67.0]}, "MB")
    assert svg.count("<polyline") == 2
    assert ">80</text>" in svg
    assert ">0</text>" in svg
    assert len(svg) < 5_000


def test_the_plan_multiplies_unit_costs() -> None:
    unit = UnitCosts(60.0, 36.0, 1024, 10_000_000, 200, 2000, 1000, 500, 0.03, 2)
    text = plan_page(unit, 400, 50)
    for words in (
        "| Läufe | 20.000 |",
        "| Rechenzeit aller Kerne | 203 Stunden |",
        "| Arbeitsspeicher für diese Kerne | 17 GB |",
        "240 GB",
        "4,0 Mio.",
    ):
        assert words in text


def test_the_stored_unit_costs_can_be_read() -> None:
    assert UnitCosts(**json.loads(FILE.read_text(encoding="utf-8"))).processor_first > 0
