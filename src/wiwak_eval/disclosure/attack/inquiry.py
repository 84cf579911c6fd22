"""Many questions about one world, answered together: solutions found for one answer most of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from wiwak_eval.disclosure.attack.part import Part
from wiwak_eval.disclosure.attack.rows import Floats
from wiwak_eval.disclosure.attack.world import Sum, World

Flags = NDArray[np.bool_]
FEWEST_SETTLED = 2
"""Open questions that a search on behalf of all must settle for another such search."""
AT_ONCE = 200
"""Most questions for which one search looks."""


@dataclass(frozen=True)
class Questions:
    """Is a number too well known?

    low, high: questions x merged unknowns, weights for its least and its greatest value; need: width that its bounds must keep where
    `wide`, else the number of people from which on a group may be told.
    """

    low: sparse.csr_array
    high: sparse.csr_array
    need: Floats
    wide: Flags

    def harmless(self, low: Floats, high: Floats, which: int | slice = slice(None)) -> Flags:
        """Whether low..high leaves enough open: wide enough, or not within 1..need - 1 nor within -(need - 1)..-1."""
        need = self.need[which]
        few = (low >= 1) & (high <= need - 1) | (high <= -1) & (low >= 1 - need)
        return np.where(self.wide[which], high - low >= need, ~few)

    def take(self, which: list[int]) -> "Questions":
        """Some of the questions."""
        return Questions(self.low[which], self.high[which], self.need[which], self.wide[which])


def asked(world: World, sums: Sequence[Sum], need: Sequence[int], wide: bool) -> Questions:
    """Questions about some numbers, one need each."""
    low, high = world.weights(sums)
    return Questions(low, high, np.array(need, dtype=float), np.full(len(need), wide))


def answers(world: World, questions: Questions) -> list[tuple[int, int] | None]:
    """For each question None where it is proved harmless, else the least and the greatest value of a number that is too well known."""
    if not len(questions.need):
        return []
    inquiry = _Inquiry(world, questions)
    inquiry.ask_together()
    found: list[tuple[int, int] | None] = [None] * len(questions.need)
    for which in inquiry.open():
        found[which] = inquiry.ask(int(which))
    return found


class _Inquiry:
    """low, high: parts x questions, what the solutions of each part reach."""

    def __init__(self, world: World, questions: Questions) -> None:
        self.questions = questions
        self.parts: list[Part] = [part for _, part in world.parts]
        by_low, by_high = questions.low.tocsc(), questions.high.tocsc()
        self.weights = [[by_side[:, columns].tocsr() for columns, _ in world.parts] for by_side in (by_low, by_high)]
        self.sure = np.array([questions.low @ world.sure, questions.high @ world.sure])
        self.used = [0] * len(self.parts)
        self.low = np.full((len(self.parts), len(questions.need)), np.inf)
        self.high = -self.low
        for i in range(len(self.parts)):
            self._look(i)

    def _look(self, i: int) -> None:
        """Take in the solutions of a part that are new."""
        fresh = self.parts[i].pool[self.used[i] :].T
        self.used[i] = len(self.parts[i].pool)
        if fresh.size:
            self.low[i] = np.minimum(self.low[i], (self.weights[0][i] @ fresh).min(axis=1))
            self.high[i] = np.maximum(self.high[i], (self.weights[1][i] @ fresh).max(axis=1))

    def open(self) -> NDArray[np.intp]:
        """Questions that no solutions found so far settle."""
        return np.flatnonzero(~self.questions.harmless(self.sure[0] + self.low.sum(axis=0), self.sure[1] + self.high.sum(axis=0)))

    def ask_together(self) -> None:
        """Push all open questions down, then as many as can be up by what they need at once, while that settles some."""
        for i, part in enumerate(self.parts):
            mine = self._open_in(i)
            if len(mine) > 1 and not (self.low[i, mine] <= 0).all():
                part.explore(self.weights[1][i][mine].T @ np.ones(len(mine)))
                self._look(i)
            before, mine = len(mine) + FEWEST_SETTLED, self._open_in(i)
            while 1 < len(mine) <= before - FEWEST_SETTLED and len(part.pool):
                before, some = len(mine), mine[:AT_ONCE]
                need = self.questions.need[some]
                part.stretch(self.weights[1][i][some], self.low[i, some] + need, 1 / np.maximum(need, 1))
                self._look(i)
                mine = self._open_in(i)

    def _open_in(self, i: int) -> NDArray[np.intp]:
        """Open questions about a part."""
        mine = self.open()
        return mine[np.diff(self.weights[1][i][mine].indptr) > 0]

    def ask(self, which: int) -> tuple[int, int] | None:
        """The answer to one question. A bound that is not reached yet is searched for to the end only where that could clear it."""
        for finish in (False, True):
            ends = [0.0, 0.0]
            for side in (0, 1):
                if self._settled(which):
                    return None
                ends[side] = self._end(which, side, finish)
            if self._settled(which):
                return None
            if not self.questions.harmless(np.array(ends[0]), np.array(ends[1]), which):
                return round(ends[0]), round(ends[1])
        return None

    def _settled(self, which: int) -> bool:
        low, high = self.sure[0, which] + self.low[:, which].sum(), self.sure[1, which] + self.high[:, which].sum()
        return bool(self.questions.harmless(low, high, which))

    def _end(self, which: int, side: int, finish: bool) -> float:
        """The least (side 0) or greatest (side 1) value of one number."""
        sign, total = 1.0 - 2.0 * side, float(self.sure[side, which])
        for i, part in enumerate(self.parts):
            weights = self.weights[side][i][[which]].toarray()[0]
            if weights.any():
                total += sign * part.least(sign * weights, finish)[0]
                self._look(i)
        return total
