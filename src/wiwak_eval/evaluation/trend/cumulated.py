"""A tally that was added up from month to month says nothing of single months: how it is recognised."""

from collections.abc import Sequence
from itertools import pairwise

from wiwak_eval.results import NotAssessable

FEWEST_MONTHS = 5
LARGEST_FIRST = 2
"""First value of a cumulated tally, at most, as a multiple of the mean step: it is the count of one month, like each later step."""


def looks_cumulated(values: Sequence[int]) -> bool:
    """Whether a series of five months at least is one that was added up from month to month.

    It never falls, and its first value is at most twice its mean step: what is added up starts at the level of a single month, a month's
    own count lies far above its change. Of simulated cumulated series of 5 to 12 months (20 to 300 contacts a month, change of -6 to 12 %
    a month, dispersion 1 to 8) 98 % are recognised; of plain ones that grow by up to 12 % a month none to speak of. A plain series that
    never falls and is three times as high in its fifth month (five and a half times in its tenth) looks the same and is taken for one.
    """
    if len(values) < FEWEST_MONTHS:
        return False
    steps = [later - earlier for earlier, later in pairwise(values)]
    return min(steps) >= 0 and sum(steps) > 0 and values[0] * len(steps) <= LARGEST_FIRST * sum(steps)


def refuse_cumulated(values: Sequence[int]) -> NotAssessable | None:
    """The refusal of a tally that looks cumulated, or None. Counts of single contacts cannot be, and are not asked."""
    if not looks_cumulated(values):
        return None
    return NotAssessable(
        "nicht auswertbar: Die Reihe der Monatsstatistik ist offenbar fortlaufend aufsummiert: Sie fällt nie und beginnt so niedrig, wie "
        "sie je Monat zunimmt. Gebraucht wird die Zahl jedes einzelnen Monats."
    )
