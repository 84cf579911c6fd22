from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.shipped import shipped
from wiwak_eval.study.keeping import Keeper, write_whole

DAY = date(2018, 1, 1)


@dataclass(frozen=True)
class Partly:
    table: Table | NotAssessable


def view(scenario: str = "basis") -> Assumptions:
    data = shipped("data")
    return Assumptions(load_catalogue(data / "assumptions"), load_scenario(data / "scenarios", scenario), date(2017, 11, 15))


class Counted:
    """Reads one assumption and counts how often it was asked to."""

    def __init__(self, id: str) -> None:
        self.calls, self.id = 0, id

    def __call__(self, values: Assumptions) -> Table | NotAssessable:
        self.calls += 1
        columns = (Column("key", "Schlüssel", Unit.TEXT), Column("value", "Wert", Unit.NUMBER, 3))
        return build_table("probe", "Probe", columns, [("a", values.number(self.id, DAY))], "02_pilotjahr", assumptions=values.ids_read)


def test_a_result_is_computed_once_and_comes_back_equal(tmp_path: Path) -> None:
    compute = Counted("caseload_level")
    first = Keeper(tmp_path).kept("probe", {"delivery": "x"}, view(), Table, compute)
    second = Keeper(tmp_path).kept("probe", {"delivery": "x"}, view(), Table, compute)
    assert (compute.calls, first) == (1, second)
    assert isinstance(second.rows[0], tuple)


def test_another_argument_is_another_result(tmp_path: Path) -> None:
    compute = Counted("caseload_level")
    for delivery in ("x", "y", "x"):
        Keeper(tmp_path).kept("probe", {"delivery": delivery}, view(), Table, compute)
    assert compute.calls == 2


@pytest.mark.parametrize(("id", "calls"), [("caseload_level", 2), ("room_m2_per_post", 1)])
def test_only_assumptions_that_were_read_count(tmp_path: Path, id: str, calls: int) -> None:
    """The scenario `hoch` changes the caseload but not the size of a room."""
    compute = Counted(id)
    for scenario in ("basis", "hoch", "basis", "hoch"):
        Keeper(tmp_path).kept("probe", {}, view(scenario), Table, compute)
    assert compute.calls == calls


def test_a_failing_computation_keeps_nothing(tmp_path: Path) -> None:
    def fail(_: Assumptions) -> Table:
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        Keeper(tmp_path).kept("probe", {}, view(), Table, fail)
    assert not list(tmp_path.rglob("*.json"))
    compute = Counted("caseload_level")
    Keeper(tmp_path).kept("probe", {}, view(), Table, compute)
    assert compute.calls == 1


def test_a_refusal_is_kept_as_a_refusal(tmp_path: Path) -> None:
    made = Partly(NotAssessable("nicht auswertbar: Probe."))
    for _ in range(2):
        assert Keeper(tmp_path).kept("probe", {}, view(), Partly, lambda _: made) == made


def test_two_processes_compute_once(tmp_path: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        pool.map(slow_result, [tmp_path] * 4)
    assert (tmp_path / "calls").read_text() == "x"


def slow_result(folder: Path) -> None:
    def compute(_: Assumptions) -> NotAssessable:
        with (folder / "calls").open("a") as calls:
            calls.write("x")
        return NotAssessable("nicht auswertbar: Probe.")

    Keeper(folder).kept("slow", {}, view(), NotAssessable, compute)


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "good"
    write_whole(target, b"good")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"bad")
    assert [file.name for file in tmp_path.iterdir()] == ["good"]
    assert target.read_bytes() == b"good"
