"""A worker of a cluster clears up by itself: a driver that was killed can no longer ask it to."""

import atexit
import threading

from wiwak_eval.job.fanout.machine import clear
from wiwak_eval.job.fanout.making import stopped
from wiwak_eval.job.fanout.task import Outcome, Task
from wiwak_eval.job.fanout.working import work

PATIENCE = 600.0
"""Seconds without a task of a grid after which what its runs share on this machine goes. Should the grid go on, that is made again."""
_timers: dict[str, threading.Timer] = {}
_guard = threading.Lock()


def work_and_tidy(task: Task) -> Outcome:
    """Do a task as `work` does; what its grid shares on this machine goes if no other follows, or when this process ends."""
    try:
        return work(task)
    finally:
        if stopped(task.token):
            tidy_now(task.token)
        else:
            _tidy_later(task.token)


def tidy_now(token: str) -> None:
    """The grid has ended: remove what its runs shared on this machine, if none works in it."""
    _forget(token)
    clear(token)


def _tidy_later(token: str) -> None:
    timer = threading.Timer(PATIENCE, _tidy, (token,))
    timer.daemon = True  # keeps no process alive
    _forget(token)
    with _guard:
        _timers[token] = timer
    timer.start()


def _tidy(token: str) -> None:
    _forget(token)
    if not clear(token):  # a run of another worker, which may be killed before it can clear up itself
        _tidy_later(token)


def _forget(token: str) -> None:
    with _guard:
        timer = _timers.pop(token, None)
    if timer is not None:
        timer.cancel()


@atexit.register
def _leave() -> None:
    for token in tuple(_timers):
        clear(token)
