"""Where tasks are done: by threads of this process, each waiting for the process of its run, or by the workers of a cluster."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Protocol, Self

from wiwak_eval.job.fanout.making import stop
from wiwak_eval.job.fanout.task import Outcome, Task
from wiwak_eval.job.fanout.working import work

Heard = Callable[[Outcome], None]


class Pool(Protocol):
    """Does tasks side by side; a context. Leaving it by an error ends what still runs."""

    def room(self) -> int:
        """How many tasks may be waiting or running at once; at least one."""

    def at_once(self) -> int:
        """How many tasks run side by side; at least one."""

    def submit(self, task: Task, name: str, heard: Heard) -> None:
        """Have a task done. heard: told what became of it, by a thread of the pool; name: unique in this call."""

    def trouble(self) -> str:
        """A German sentence where nothing can go on at the moment; else empty."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


class LocalPool:
    """As many runs side by side as there are cores. Threads suffice: each only waits for a process of its own, which ends with this one.

    A pool of processes between them would cost memory, and could itself lose a process.
    """

    def __init__(self, token: str, count: int | None = None) -> None:
        self.count = count or cores()
        self._token = token
        self._threads = ThreadPoolExecutor(self.count)

    def room(self) -> int:
        """See `Pool`: none waits longer than it must for what was lost."""
        return self.count

    def at_once(self) -> int:
        """See `Pool`."""
        return self.count

    def submit(self, task: Task, name: str, heard: Heard) -> None:
        """See `Pool`."""
        self._threads.submit(work, task).add_done_callback(lambda ended: heard(_outcome(ended)))

    def trouble(self) -> str:
        """See `Pool`."""
        return ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            stop(self._token)
        self._threads.shutdown(cancel_futures=True)


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _outcome(ended: "Future[Outcome]") -> Outcome:
    if ended.cancelled():
        return Outcome(lost=True, sentence="Dieser Lauf wurde abgebrochen.")
    if (error := ended.exception()) is not None:
        return Outcome(sentence=unexplained(error))
    return ended.result()


def unexplained(error: BaseException) -> str:
    """German sentence on an error nobody foresaw; its words could quote a record."""
    return f"Der Lauf ist mit „{type(error).__name__}“ abgebrochen. Bitte ihn einzeln mit „wiwak run“ wiederholen."
