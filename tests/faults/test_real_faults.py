"""A part of `make soak-run`: kills of the command itself, around the entry in the ledger too."""

from pathlib import Path

import pytest

from benchmarks.running.real_run import RealGround, late_kill_trial, prepared_real, real_kill_trial
from benchmarks.running.soak import trials


def test_the_real_run_is_not_torn_either(tmp_path_factory: pytest.TempPathFactory, runs: dict[str, Path]) -> None:
    """The command itself, with results that the shared run of the pilot kept."""
    ground = prepared_real(tmp_path_factory.mktemp("r"), runs["pilot"].parents[1] / ".wiwak")
    assert all(ground.books.values())
    found = list(trials(ground, [(real_kill_trial, 1), (real_kill_trial, 2), (late_kill_trial, 0)]))
    assert [trial for trial in found if trial.faults] == []
    assert {trial.ended for trial in found} & {"killed", "told"}


def test_a_real_run_that_is_not_whole_would_be_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("not")
    ground = RealGround(folder, folder / "trial", books={"release_ledger.jsonl": b"{}"})
    ground.home.mkdir(parents=True)
    (ground.out / "0123456789ab").mkdir(parents=True)
    (ground.out / "index.html").write_text("<html>")
    (ground.home / "release_ledger.jsonl").write_text("{}\n{}\n")
    assert [fault.partition(":")[0] for fault in ground.broken()] == ["torn release_ledger.jsonl", "torn index.html"]
    assert ground.ended()[2:] == ["other lines in release_ledger.jsonl", "the catalogue does not name 0123456789ab"]
