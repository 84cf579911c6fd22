"""A grid made: read, held to its rules, given to a pool, summed up."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wiwak_eval.job.fanout.addresses import is_address, local_path
from wiwak_eval.job.fanout.alone import alone
from wiwak_eval.job.fanout.asking import ask
from wiwak_eval.job.fanout.entry import Entry, read_entry
from wiwak_eval.job.fanout.grid import Cell, Grid
from wiwak_eval.job.fanout.grid_file import GridFile, read_grid_file
from wiwak_eval.job.fanout.machine import clear, shared_folder
from wiwak_eval.job.fanout.place import claim, lines_to_see
from wiwak_eval.job.fanout.pools import LocalPool, Pool
from wiwak_eval.job.fanout.progress import Progress, runs_in_words
from wiwak_eval.job.fanout.resolving import resolve
from wiwak_eval.job.fanout.store import Store, store_at
from wiwak_eval.job.fanout.task import JOB, Outcome, Programme, State, Task
from wiwak_eval.records.key import KEY_FILE
from wiwak_eval.results import GermanError
from wiwak_eval.study.home import home
from wiwak_eval.study.opened import Parameters

Say = Callable[[str], None]


@dataclass(frozen=True)
class Wishes:
    """How a grid is made. scheduler: of a cluster, empty for this machine; side_by_side: runs at once on this machine, None for its cores;
    job: what makes a run folder, other than `wiwak run` only in trials."""

    scheduler: str = ""
    resume: bool = False
    side_by_side: int | None = None
    job: str = JOB


@dataclass(frozen=True)
class FannedOut:
    """What came of a grid. page: the summary's place; failed: label and German sentence of each run that is not there."""

    page: str
    runs: int
    failed: tuple[tuple[str, str], ...]


def fan_out(file: Path, out: str, say: Say, wishes: Wishes = Wishes(), today: date | None = None) -> FannedOut:
    """Make every run of a grid that is not there yet, and the summary. A run that fails stops no other. Raises GermanError."""
    asked, token, scratch = read_grid_file(file), secrets.token_hex(8), str(home())
    out = out if is_address(out) else str(local_path(out, Path.cwd()))
    with ExitStack() as stack:
        stack.enter_context(alone(out))
        store = store_at(out)
        lines = lines_to_see(store, out, wishes.resume)
        stack.callback(clear, token, scratch)
        key_there = (home() / KEY_FILE).exists()
        grid, state = resolve(asked, file, stack.enter_context(shared_folder(token, scratch)), home(), lines)
        if not key_there and (home() / KEY_FILE).exists():
            say(f"Für die Pseudonyme wurde ein Schlüssel angelegt: Schlüsseldatei {home() / KEY_FILE}. Bitte sicher aufbewahren.")
        pool = stack.enter_context(_pool(wishes, grid, token))
        claim(store, grid)
        try:
            return _made(grid, state, store, pool, _Maker(asked, state, out, token, scratch, wishes, today or date.today()), say)
        except KeyboardInterrupt:
            raise GermanError("Abgebrochen. Fertige Läufe sind vollständig; derselbe Aufruf mit --resume macht weiter.") from None


@dataclass(frozen=True)
class _Maker:
    """Tasks from cells."""

    asked: GridFile
    state: State
    out: str
    token: str
    scratch: str
    wishes: Wishes
    day: date

    def task(self, cell: Cell, side_by_side: bool) -> Task:
        """side_by_side: whether other runs go at the same time, so that one worker for notebooks is enough."""
        return Task(
            cell.key, cell.label, Parameters(cell.delivery.source.name, cell.scenario, cell.as_of.isoformat(), self.asked.release),
            cell.delivery.source, self.state, Programme.here(), self.day, self.out, self.token, self.asked.cell_timeout,
            workers=1 if side_by_side else None, scratch="" if self.wishes.scheduler else self.scratch, job=self.wishes.job,
        )  # fmt: skip


def _made(grid: Grid, state: State, store: Store, pool: Pool, maker: _Maker, say: Say) -> FannedOut:
    from wiwak_eval.job.fanout.summary import write_summary

    cells = grid.cells
    there = {cell.key for cell in cells if _is_there(store, cell)}
    left = [cell for cell in cells if cell.key not in there]
    say(f"Raster {grid.id}: {runs_in_words(len(cells))}" + (f", davon {len(there)} schon da und unversehrt." if there else "."))
    progress, failed = Progress(len(cells), len(there), pool.at_once, say), dict[str, str]()

    def ended(task: Task, outcome: Outcome) -> None:
        if not outcome.run:
            failed[task.cell] = outcome.sentence
        progress.tell(task.label, outcome)

    side_by_side = bool(maker.wishes.scheduler) or (len(left) > 1 and pool.room() > 1)  # a worker of a cluster has neighbours
    ask(pool, (maker.task(cell, side_by_side) for cell in left), maker.asked.retries, ended, say)
    entries = dict(_entries(store, (cell for cell in cells if cell.key not in failed)))
    page = write_summary(store, grid, entries, failed)
    named = tuple((cell.label, failed[cell.key]) for cell in cells if cell.key in failed)
    return FannedOut(page if is_address(maker.out) else f"{maker.out}/{page}", len(entries), named)


def _is_there(store: Store, cell: Cell) -> bool:
    entry = read_entry(store, cell.key)
    return entry is not None and store.intact(entry.run, entry.seal)


def _entries(store: Store, cells: Iterable[Cell]) -> Iterator[tuple[str, Entry]]:
    for cell in cells:
        entry = read_entry(store, cell.key)
        if entry is not None:
            yield cell.key, entry


def _pool(wishes: Wishes, grid: Grid, token: str) -> Pool:
    if not wishes.scheduler:
        return LocalPool(token, wishes.side_by_side)
    from wiwak_eval.job.fanout.cluster import Cluster

    return Cluster(wishes.scheduler, token, any(not delivery.source.simulated for delivery in grid.deliveries))
