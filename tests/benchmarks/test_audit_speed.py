"""The measurement of the audit: both sides are measured in turn, a miss is named, and a notebook that differs stops it."""

from pathlib import Path

import nbformat
import pytest

from benchmarks.running.audit_speed import Turn, missed, serial, table, turn
from benchmarks.running.timing import Took

TURNS = [Turn(Took(60, 60), Took(wall, 60)) for wall in (30, 33, 54)]


def test_verdict_follows_from_the_median_of_the_ratios() -> None:
    assert table(TURNS)[-3:] == ["| **Median** | 60,0 | 33,0 | 0,55 |", "", "Höchstens 0,6: erreicht."]
    slow = [Turn(Took(60, 60), Took(40, 60))]
    assert missed(slow) == ["the audit takes 0.67 times nbval over one notebook after another"]
    assert table(slow)[-1].endswith("verfehlt.")


def test_every_second_turn_goes_the_other_way_round() -> None:
    called: list[str] = []

    def measure(name: str, wall: float) -> Took:
        called.append(name)
        return Took(wall, wall)

    measured = {"serial": lambda: measure("serial", 10), "audit": lambda: measure("audit", 5)}
    assert [turn(number, measured).ratio for number in (1, 2)] == [0.5, 0.5]
    assert called == ["serial", "audit", "audit", "serial"]


def test_a_notebook_that_differs_is_no_measurement(tmp_path: Path) -> None:
    cell = nbformat.v4.new_code_cell("print(1)", execution_count=1, outputs=[nbformat.v4.new_output("stream", text="2\n")])
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "probe.ipynb")
    with pytest.raises(RuntimeError, match="Cell outputs differ"):
        serial([tmp_path / "probe.ipynb"])
