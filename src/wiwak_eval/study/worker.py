"""One worker process and the pipe to it."""

import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from wiwak_eval.results import GermanError
from wiwak_eval.study.environment_variables import with_variables
from wiwak_eval.study.worker_process import Outcome, work

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


class Worker:
    """One process and the pipe to it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=work, args=(theirs,), daemon=True)
        with with_variables(environment), _without_interrupts():
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


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A process begun here does not hear Ctrl-C: the one that began it does, and ends it."""
    resource_tracker.ensure_running()  # beginning it, Python itself would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
