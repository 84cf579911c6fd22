"""Long-lived worker processes: begun early, used for one task after another, gone with the process that began them."""

import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from wiwak_eval.results import GermanError
from wiwak_eval.study.worker_process import Outcome, work

P = ParamSpec("P")
T = TypeVar("T")

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""Workers side by side already use every core; and sums do not depend on how many there are."""

GRACE = 5.0
"""Seconds that a worker has to end by itself before it is killed."""


class WorkerDiedError(GermanError):
    """A worker process ended in the middle of a task."""


@dataclass(frozen=True)
class Job:
    """A task that was submitted, and where its result goes."""

    task: Callable[..., Any]
    arguments: tuple[object, ...]
    future: "Future[Any]"


class Workers:
    """As many worker processes as asked for, at most one a core. Leaving the context by an error ends them, and what they run, at once.

    Each has a pipe of its own, so that one that is killed can neither block the others nor leave a half-written answer between them;
    the next task gets a fresh one.
    """

    def __init__(self, asked: int | None = None, environment: Mapping[str, str] | None = None) -> None:
        """environment: variables for the workers, and for what they start."""
        self.count = max(1, min(_cores() if asked is None else asked, _cores()))
        self._environment = {**(environment or {}), **ONE_THREAD}
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._ended = False
        self._beginning = threading.Lock()
        self._workers: list[Worker] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._workers = [Worker(self._environment) for _ in range(self.count)]
        self._threads = [threading.Thread(target=self._serve, args=(place,), daemon=True) for place in range(self.count)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._close()
        else:
            self._end()

    def submit(self, task: Callable[P, T], /, *args: P.args, **_: P.kwargs) -> "Future[T]":
        """Have a task done by the next free worker. It must be a function of a module; what it takes and gives must be picklable.

        The future raises a GermanError as the task raised it; WorkerDiedError where the worker died; a GermanError that names the kind of
        any other error, with the worker's traceback as its cause.
        """
        future: Future[T] = Future()
        self._jobs.put(Job(task, args, future))
        return future

    def _serve(self, place: int) -> None:
        while (job := self._jobs.get()) is not None:
            if not job.future.set_running_or_notify_cancel():
                continue
            try:
                outcome = self._workers[place].ask(job)
            except WorkerDiedError as error:
                self._replace(place)
                job.future.set_exception(error)
            except Exception as error:
                job.future.set_exception(error)
            else:
                outcome.settle(job.future)

    def _replace(self, place: int) -> None:
        with self._beginning:
            if not self._ended:
                self._workers[place] = Worker(self._environment)

    def _close(self) -> None:
        """Let every task come to its end, then the workers."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._end()

    def _end(self) -> None:
        """End the workers at once; tasks that wait are cancelled."""
        with self._beginning:
            self._ended = True
        while not self._jobs.empty():
            if (job := self._jobs.get()) is not None:
                job.future.cancel()
        for _ in self._threads:
            self._jobs.put(None)
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.end()


class Worker:
    """One process and the pipe to it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=work, args=(theirs,), daemon=True)
        with _variables(environment), _without_interrupts():
            self.process.start()
        theirs.close()

    def ask(self, job: Job) -> Outcome:
        """Have a task done. Raises WorkerDiedError; and what is raised where the task cannot be sent."""
        pipe: Connection = self._pipe
        try:
            pipe.send((job.task, job.arguments))
            outcome: Outcome = pipe.recv()
        except (EOFError, OSError):
            raise WorkerDiedError(
                "Ein Arbeitsprozess ist unerwartet zu Ende gegangen (vielleicht reichte der Arbeitsspeicher nicht). "
                "Bitte denselben Aufruf noch einmal starten; fertige Zwischenergebnisse bleiben erhalten."
            ) from None
        return outcome

    def end(self) -> None:
        """Wait for a process that was told to end; kill it where it does not."""
        self.process.join(GRACE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_ENVIRONMENT = threading.Lock()


@contextmanager
def _variables(given: Mapping[str, str]) -> Iterator[None]:
    """What a process begun here finds in its environment: libraries read their number of threads when they are first imported."""
    with _ENVIRONMENT:
        before = {name: os.environ.get(name) for name in given}
        os.environ.update(given)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A process begun here does not hear Ctrl-C: the one that began it does, and ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
