"""Tasks given to a pool a few at a time, and given again where a worker was lost."""

import queue
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wiwak_eval.job.fanout.pools import Pool
from wiwak_eval.job.fanout.task import Outcome, Task

Say = Callable[[str], None]
LOOK = 20.0
"""Seconds of silence after which the pool is asked whether anything is wrong."""


@dataclass(frozen=True)
class Try:
    """A task and how often it was begun before."""

    task: Task
    before: int

    @property
    def name(self) -> str:
        """Unique in a call; clusters group what begins alike."""
        return f"wiwak-{self.task.token}-{self.task.cell}-{self.before}"


def ask(pool: Pool, tasks: Iterable[Task], retries: int, ended: Callable[[Task, Outcome], None], say: Say) -> None:
    """Have all tasks done. ended: told of each once, in the order in which they end; retries: of a run whose process was killed."""
    heard: queue.SimpleQueue[tuple[Try, Outcome]] = queue.SimpleQueue()
    waiting, left, again, running = iter(tasks), True, deque[Try](), 0
    told = ""
    while left or again or running:
        while running < pool.room():
            task = None if again else next(waiting, None)
            if not again and task is None:
                left = False
                break
            one = again.popleft() if task is None else Try(task, 0)
            pool.submit(one.task, one.name, lambda outcome, one=one: heard.put((one, outcome)))  # type: ignore[misc]
            running += 1
        if not running:
            continue
        try:
            one, outcome = heard.get(timeout=LOOK)
        except queue.Empty:
            if (trouble := pool.trouble()) != told and trouble:
                say(trouble)
            told = trouble
            continue
        running -= 1
        if outcome.lost and one.before < retries:
            say(f"{one.task.label}: {outcome.sentence} Der Lauf wird wiederholt.")
            again.append(Try(one.task, one.before + 1))
        else:
            ended(one.task, outcome)
