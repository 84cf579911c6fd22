"""A check that is ended by hand: first the run that it makes again, in order, then the room both work in."""

import sys
from pathlib import Path

import pytest

from wiwak_eval.audit.verify.again import clean_environment, run_again
from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.audit.verify.room import working_room
from wiwak_eval.study.opened import Parameters

MAIN = """
import sys, time

def main():
    try:
        print("[1/2] begun", file=sys.stderr, flush=True)
        time.sleep(60)
    finally:
        with open(sys.argv[-1] + ".ended", "w") as file:
            file.write("in order")

import signal
signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
"""


def test_the_run_made_again_ends_in_order_before_the_room_goes(tmp_path: Path, state: Path) -> None:
    programme = tmp_path / "programme" / "wiwak_eval" / "cli"
    programme.mkdir(parents=True)
    (programme.parent / "__init__.py").touch()
    (programme / "__init__.py").write_text(MAIN)
    claimed = Claimed("id", Parameters("pilot"), {}, True, {})

    def interrupted(line: str) -> None:
        raise KeyboardInterrupt

    with working_room() as room:
        terms = clean_environment(room, programme.parents[1], {})
        with pytest.raises(KeyboardInterrupt):
            run_again(claimed, "pilot", Path(sys.executable), room, terms, interrupted)
        assert (room / "reports.ended").read_text() == "in order"
    assert [path.name for path in state.iterdir() if path.name != ".lock"] == []
