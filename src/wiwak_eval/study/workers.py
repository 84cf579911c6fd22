"""Long-lived worker processes: begun early, used for one task after another, gone with the process that began them."""

import os
import queue
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from wiwak_eval.study.worker import Job, Worker, WorkerDiedError

__all__ = ["WorkerDiedError", "Workers"]

P = ParamSpec("P")
T = TypeVar("T")

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""Workers side by side already use every core; and sums do not depend on how many there are."""


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
        with suppress(queue.Empty):
            while True:
                if (job := self._jobs.get_nowait()) is not None:
                    job.future.cancel()
        for _ in self._threads:
            self._jobs.put(None)
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.end()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
