"""What is told of a grid while it is made: which run is done, how many of how many, and how long it may still take."""

from collections.abc import Callable

from wiwak_eval.german import number
from wiwak_eval.job.fanout.task import Outcome

Say = Callable[[str], None]
_MINUTE, _HOUR = 60, 3600


class Progress:
    """count: runs of the grid; there: how many of them are there already; at_once: how many run side by side now."""

    def __init__(self, count: int, there: int, at_once: Callable[[], int], say: Say) -> None:
        self._count, self._done, self._at_once, self._say = count, there, at_once, say
        self._made, self._seconds = 0, 0.0

    def tell(self, label: str, outcome: Outcome) -> None:
        """One more has ended."""
        self._done += 1
        if outcome.run:
            self._made, self._seconds = self._made + 1, self._seconds + outcome.seconds
        words = f"{number(outcome.seconds, 1)} s" if outcome.run else f"fehlgeschlagen. {outcome.sentence}"
        self._say(f"[{number(self._done)}/{number(self._count)}] {label}: {words}{self._rest()}")

    def _rest(self) -> str:
        """From what each run took that was made in this call; one that failed says nothing of the others."""
        left = self._count - self._done
        if not left or not self._made:
            return ""
        return f" (noch etwa {duration(self._seconds / self._made * max(1.0, left / self._at_once()))})"


def runs_in_words(count: int) -> str:
    """`1 Lauf`, `12 Läufe`."""
    return "1 Lauf" if count == 1 else f"{number(count)} Läufe"


def duration(seconds: float) -> str:
    """`90` as `2 min`, rounded up; seconds below a minute, hours from two on."""
    if seconds < _MINUTE:
        return f"{number(max(1, seconds))} s"
    return f"{number(-(-seconds // _MINUTE))} min" if seconds < 2 * _HOUR else f"{number(seconds / _HOUR, 1)} h"
