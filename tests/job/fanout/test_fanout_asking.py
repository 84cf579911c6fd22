"""Tasks given to a pool: never more than it has room for, again where a worker was lost, each told of once."""

import threading
from datetime import date
from types import TracebackType
from typing import Self

import pytest

from wiwak_eval.job.fanout import asking
from wiwak_eval.job.fanout.asking import ask
from wiwak_eval.job.fanout.pools import Heard
from wiwak_eval.job.fanout.progress import Progress, duration
from wiwak_eval.job.fanout.task import Outcome, Programme, Source, State, Task
from wiwak_eval.study.opened import Parameters


def task(cell: str) -> Task:
    return Task(
        cell, f"Lauf {cell}", Parameters("pilot"), Source("pilot", "pilot"), State({}, b"sehr geheim"), Programme("p", "s", "l"),
        date(2017, 11, 15), "/out", "token",
    )  # fmt: skip


LONG = 60.0
"""Seconds after which what has not come will not."""


class Fake:
    """A pool of threads that answers as it is told, once it was full; lost: how often each cell is lost before it succeeds."""

    def __init__(self, room: int, lost: dict[str, int]) -> None:
        self._room, self._lost, self.names, self.most, self._now = room, dict(lost), list[str](), 0, 0
        self._guard, self._full = threading.Lock(), threading.Event()

    def room(self) -> int:
        return self._room

    def at_once(self) -> int:
        return self._room

    def submit(self, task: Task, name: str, heard: Heard) -> None:
        with self._guard:
            self.names.append(name)
            self._now += 1
            self.most = max(self.most, self._now)
            if self._now == self._room:
                self._full.set()
        threading.Thread(target=self._answer, args=(task, heard)).start()

    def _answer(self, task: Task, heard: Heard) -> None:
        assert self._full.wait(LONG)
        with self._guard:
            self._now -= 1
            lost = self._lost.get(task.cell, 0) > 0
            self._lost[task.cell] = self._lost.get(task.cell, 0) - 1
        heard(Outcome(lost=True, sentence="weg") if lost else Outcome(run=task.cell, seal="s", seconds=1.0))

    def trouble(self) -> str:
        return "Der Cluster hat zur Zeit keine Arbeiter; gewartet wird auf neue."

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        return


class Silent(Fake):
    """Answers when it has been asked three times for what is wrong."""

    def __init__(self) -> None:
        super().__init__(1, {})
        self._asked = threading.Semaphore(0)

    def trouble(self) -> str:
        self._asked.release()
        return super().trouble()

    def _answer(self, task: Task, heard: Heard) -> None:
        assert all(self._asked.acquire(timeout=LONG) for _ in range(3))
        super()._answer(task, heard)


def _asked(pool: Fake, cells: str, retries: int) -> tuple[dict[str, Outcome], list[str]]:
    ended: list[tuple[str, Outcome]] = []
    said: list[str] = []
    ask(pool, (task(cell) for cell in cells), retries, lambda one, outcome: ended.append((one.cell, outcome)), said.append)
    assert sorted(cell for cell, _ in ended) == sorted(cells)
    return dict(ended), said


def test_no_more_at_once_than_there_is_room_for() -> None:
    pool = Fake(3, {})
    found, said = _asked(pool, "abcdefghij", 2)
    assert all(outcome.run for outcome in found.values())
    assert pool.most == 3
    assert said == []


def test_a_lost_run_is_begun_again_under_another_name() -> None:
    pool = Fake(2, {"b": 2})
    found, said = _asked(pool, "abc", 2)
    assert all(outcome.run for outcome in found.values())
    assert [name for name in pool.names if "-b-" in name] == ["wiwak-token-b-0", "wiwak-token-b-1", "wiwak-token-b-2"]
    assert said == ["Lauf b: weg Der Lauf wird wiederholt."] * 2


def test_a_run_lost_too_often_is_told_of() -> None:
    found, _ = _asked(Fake(2, {"b": 3}), "abc", 2)
    assert found["b"] == Outcome(lost=True, sentence="weg")
    assert found["a"].run


def test_a_pool_where_nothing_goes_on_is_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LOOK", 0.002)
    _, said = _asked(Silent(), "ab", 0)
    assert said == ["Der Cluster hat zur Zeit keine Arbeiter; gewartet wird auf neue."]


def test_neither_key_nor_place_of_a_delivery_is_ever_printed() -> None:
    """Tools for clusters write the arguments of a task that failed into their logs."""
    shown = repr(task("a"))
    assert "geheim" not in shown
    assert "/out" not in shown


def test_the_rest_of_the_time_is_told_from_what_this_call_did() -> None:
    said: list[str] = []
    progress = Progress(20, 12, lambda: 2, said.append)
    progress.tell("eins", Outcome(sentence="Es ging nicht.", seconds=0.1))
    progress.tell("zwei", Outcome(run="a", seconds=30.0))
    progress.tell("drei", Outcome(sentence="Es ging nicht.", seconds=0.1))
    for place in range(5):
        progress.tell(f"{place}", Outcome(run="c", seconds=30.0))
    assert said == [
        "[13/20] eins: fehlgeschlagen. Es ging nicht.",
        "[14/20] zwei: 30,0 s (noch etwa 2 min)",
        "[15/20] drei: fehlgeschlagen. Es ging nicht. (noch etwa 2 min)",
        "[16/20] 0: 30,0 s (noch etwa 1 min)",
        "[17/20] 1: 30,0 s (noch etwa 45 s)",
        "[18/20] 2: 30,0 s (noch etwa 30 s)",
        "[19/20] 3: 30,0 s (noch etwa 30 s)",
        "[20/20] 4: 30,0 s",
    ]


def test_the_first_run_of_many_side_by_side_tells_no_time_of_one_after_another() -> None:
    said: list[str] = []
    Progress(1001, 0, lambda: 100, said.append).tell("eins", Outcome(run="a", seconds=60.0))
    assert said == ["[1/1.001] eins: 60,0 s (noch etwa 10 min)"]


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "1 s"), (59, "59 s"), (61, "2 min"), (7199, "120 min"), (9000, "2,5 h")])
def test_a_duration_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words
