"""Two runs on other days' terms: another folder, time zone, locale, hash seed, umask and thread count, the same bytes."""

import filecmp
from pathlib import Path

from tests.job.by_command import NEW_YORK, run_by_command


def test_papers_and_notebooks_are_the_same_bytes(runs: dict[str, Path], tmp_path: Path) -> None:
    """The first is the pilot's run that other tests look at too, made in Tokyo; each computes all results anew."""
    first, second = runs["pilot"], run_by_command(tmp_path / "ganz woanders", NEW_YORK)
    assert first.name == second.name
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    same, different, odd = filecmp.cmpfiles(first, second, [str(name) for name in names], shallow=False)
    assert (different, odd) == ([], [])
    assert len(same) > 30
