"""`wiwak fanout` as trials call it: with another job, and with what a trial wants to know on the last line, as JSON.

`python -c "from benchmarks.fanout.drive import main; main()" GRID OUT …`
"""

import json
import re
import sys
from pathlib import Path
from time import perf_counter

import click

from benchmarks.fanout.small_run import JOB
from wiwak_eval.cli.interrupting import hear_once
from wiwak_eval.cli.mistakes import stop
from wiwak_eval.job import staging
from wiwak_eval.job.fanout.driving import Wishes, fan_out
from wiwak_eval.job.fanout.task import JOB as WHOLE

COMMAND = "from benchmarks.fanout.drive import main; main()"
_ENDED = re.compile(r"^\[\d+/\d+\] (?P<label>.*?): (?P<seconds>[\d.,]+) s")


@click.command()
@click.argument("grid", type=click.Path(path_type=Path))
@click.argument("out")
@click.option("--scheduler", default="")
@click.option("--resume", is_flag=True)
@click.option("--small", is_flag=True)
@click.option("--side-by-side", type=int)
def drive(grid: Path, out: str, scheduler: str, resume: bool, small: bool, side_by_side: int | None) -> None:
    """Make a grid; say how long all and each took."""
    seconds: list[float] = []
    begun: list[float] = []

    def heard(line: str) -> None:
        print(line, file=sys.stderr, flush=True)
        begun or begun.append(perf_counter())  # the first line comes when the grid is known and nothing runs yet
        if found := _ENDED.match(line):
            seconds.append(float(found["seconds"].replace(".", "").replace(",", ".")))

    start = perf_counter()
    made = fan_out(grid, out, heard, Wishes(scheduler, resume, side_by_side, JOB if small else WHOLE))
    now = perf_counter()
    print(json.dumps({"wall": now - start, "runs_wall": now - begun[0], "each": seconds, "failed": made.failed}))


def main() -> None:
    """As the command does: one German sentence and exit code 2 where something is wrong."""
    hear_once()
    staging.FAR_ENOUGH = 0
    try:
        drive.main(standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:
        stop(error)


if __name__ == "__main__":
    main()
