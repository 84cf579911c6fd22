"""Unit costs of whole runs, measured, and a grid of 400 districts under 50 scenarios on paper: `make plan-fanout`.

One run is made alone, then four of one delivery side by side: what the four take is what a run costs where results are shared.
"""

import json
import os
import resource
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from uuid import uuid4

import click
from jinja2 import Environment, StrictUndefined

from benchmarks.fanout.grids import Driver, of_one_delivery
from benchmarks.fanout.memory import megabytes
from benchmarks.running.after_fault import MARKER, processes
from wiwak_eval.german import number

FILE = Path(__file__).with_name("unit_costs.json")
DISTRICTS, SCENARIOS = 400, 50
NIGHT, MORE_SPACE = 12.0, 1.2
"""Hours in which a grid shall be done; factor for what is there twice for a moment, and for blocks of a file system."""
MANY = 4
PAGE_LIMIT = 10_000_000
"""Bytes of a page that browsers still open without waiting."""
TEMPLATE = Path(__file__).with_name("plan.md.j2")
_LOOK = 0.4


@dataclass(frozen=True)
class UnitCosts:
    """Of a run: processor seconds alone and beside others of its delivery; megabytes of memory at most, where others run beside it; bytes
    and files in its folder; bytes of its entry, of its part of the page and of the table; seconds to check its sums. side_by_side: runs
    at once."""

    processor_first: float
    processor_further: float
    memory: float
    folder_bytes: int
    folder_files: int
    entry_bytes: int
    page_bytes: int
    table_bytes: int
    check_seconds: float
    side_by_side: int


def measured(folder: Path) -> UnitCosts:
    """Measure on this machine; two grids of whole runs."""
    first = _grid(folder / "first", 1)
    many = _grid(folder / "many", MANY)
    out = many.out
    runs = list((out / "laeufe").iterdir())
    files = [path for path in runs[0].rglob("*") if path.is_file()]
    page = (out / "uebersicht.html").stat().st_size - (first.out / "uebersicht.html").stat().st_size
    return UnitCosts(
        processor_first=round(first.processor, 1),
        processor_further=round((many.processor - first.processor) / (MANY - 1), 1),
        memory=round(many.memory / many.side_by_side),
        folder_bytes=sum(path.stat().st_size for path in files),
        folder_files=len(files),
        entry_bytes=max(path.stat().st_size for path in (out / "zellen").iterdir()),
        page_bytes=round(page / (MANY - 1)),
        table_bytes=round((out / "uebersicht.csv").stat().st_size / MANY),
        check_seconds=round(_check(runs[0]), 3),
        side_by_side=many.side_by_side,
    )


@dataclass(frozen=True)
class _Made:
    out: Path
    processor: float
    memory: float
    side_by_side: int


def _grid(folder: Path, runs: int) -> _Made:
    marker = uuid4().hex
    driver = Driver(of_one_delivery(folder / "grid.yaml", runs), folder / "out", folder / "home", False, {MARKER: marker})
    before = _processor()
    with _watched(marker) as peak:
        driver.run()
    return _Made(driver.out, _processor() - before, peak[0], min(runs, len(os.sched_getaffinity(0))))


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _watched(marker: str) -> Iterator[list[float]]:
    """The most memory that all processes with a marker took at once, driver and all."""
    peak, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(_LOOK):
            peak[0] = max(peak[0], sum(megabytes(process.number) for process in processes(marker)))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _check(run: Path) -> float:
    from wiwak_eval.audit.sums import first_difference

    start = perf_counter()
    first_difference(run)
    return perf_counter() - start


def page(unit: UnitCosts, districts: int = DISTRICTS, scenarios: int = SCENARIOS) -> str:
    """The German page: what was measured, and what that makes for the large grid."""
    runs = districts * scenarios
    hours = (districts * unit.processor_first + (runs - districts) * unit.processor_further) / 3600
    template = Environment(undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True).from_string(TEMPLATE.read_text("utf-8"))
    return template.render(
        unit=unit, n=number, many=MANY, districts=districts, scenarios=scenarios, runs=runs, hours=hours, night=NIGHT,
        cores=-(-hours // NIGHT), space=runs * unit.folder_bytes * MORE_SPACE, page_limit=PAGE_LIMIT,
    )  # fmt: skip


@click.command()
@click.option("--again", is_flag=True, help="Write the page from the file of an earlier measurement.")
@click.option("--out", type=click.Path(path_type=Path), help="The German page.")
def main(again: bool, out: Path | None) -> None:
    """Measure, write the file of unit costs and the page."""
    if not again:
        with tempfile.TemporaryDirectory(prefix="plan-fanout-") as folder:
            FILE.write_text(json.dumps(asdict(measured(Path(folder))), indent=1) + "\n", encoding="utf-8")
    text = page(UnitCosts(**json.loads(FILE.read_text(encoding="utf-8"))))
    click.echo(text)
    if out is not None:
        out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
