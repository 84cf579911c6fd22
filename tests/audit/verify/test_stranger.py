"""A run checked by a stranger in another place on other terms; see benchmarks/running/stranger.py."""

import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from benchmarks.running.stranger import find_stranger, verify_as_stranger


@pytest.mark.system
def test_a_stranger_finds_the_run_as_it_was_handed_over(runs: dict[str, Path]) -> None:
    """Everything computed anew; as another user where this machine has one who may."""
    with TemporaryDirectory(prefix="wiwak-") as place:
        room = Path(place)
        room.chmod(0o755)
        stranger = find_stranger(room, may_build=False)
        if stranger.reason:
            warnings.warn(f"not as another user: {stranger.reason}", stacklevel=1)
        (room / "fremde").mkdir()
        assert verify_as_stranger(runs["pilot"], room / "fremde", stranger) == 0
