"""A part of `make soak-run`: faults at random, after which nothing is torn, nobody left, and the next run equal."""

from collections import Counter

import pytest

from benchmarks.running.after_fault import left_behind, processes, torn
from benchmarks.running.faults import Ground, kill_trial, limit_trial, next_run, timeout_trial
from benchmarks.running.full_disk import can_mount
from benchmarks.running.soak import disk_fault, prepared, trials

KILLS, DISK, TIMEOUTS = 20, 4, 3


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return prepared(tmp_path_factory.mktemp("soak"))


def test_nothing_is_torn_nobody_left_and_the_next_run_is_equal(ground: Ground) -> None:
    kinds = ((kill_trial, KILLS), (disk_fault(), DISK), (timeout_trial, TIMEOUTS))
    found = list(trials(ground, [(fault, place) for fault, count in kinds for place in range(count)]))
    assert [trial for trial in found if trial.faults] == []
    print(f"full disk: {'a small file system' if can_mount() else 'a limit on the length of files'}")
    hit = Counter(trial.kind.split(" ")[0] for trial in found if not trial.ended.startswith("completed"))
    assert hit["kill"] >= KILLS / 4  # fewer than half where the machine was slower when the usual time was taken
    assert hit["time-out"] == TIMEOUTS
    assert hit["full"] >= 1


def test_a_limit_on_the_length_of_files_is_told_too(ground: Ground) -> None:
    (trial,) = trials(ground, [(limit_trial, 2)])
    assert trial.faults == ()


def test_a_torn_file_and_a_process_left_would_be_seen(ground: Ground) -> None:
    """What looks for faults finds one."""
    own = Ground(ground.notebooks, ground.root.with_name("own"), "0" * 64, ground.usual)
    assert next_run(own) == ["the next run differs"]
    (own.home / "results" / "x.json").write_text("{")
    (own.out / ".0123456789ab.1").mkdir()
    (run_folder,) = (path for path in own.out.iterdir() if not path.name.startswith("."))
    (run_folder / "notebooks" / "1_erstes.ipynb").write_text("{}")
    assert len(torn(own.out, own.home)) == 2
    assert left_behind(own.out, own.home, own.temporary) == [".0123456789ab.1"]
    run = own.begin({"WIWAK_MINIATURE": "hang"})
    try:
        assert processes(own.marker)
    finally:
        run.kill()
        run.communicate()
