"""What a monthly series of a pilot year cannot carry."""

from collections.abc import Sequence

from wiwak_eval import german
from wiwak_eval.evaluation.mann_kendall import FEWEST_MONTHS
from wiwak_eval.evaluation.trend.cumulated import refuse_cumulated
from wiwak_eval.results import NotAssessable

FEWEST_BEFORE_AND_AFTER = 12
"""Months on each side of an interruption: with fewer, level and slope are badly told apart (Hawley et al. 2019; Turner et al. 2020)."""


trend_of_running_sums = refuse_cumulated
"""A trend of a series that was added up from month to month."""


def interrupted_time_series(months_before: int, months_after: int, external_outcome: bool) -> NotAssessable:
    """The effect of opening the centre from a break in a series.

    months_before, months_after: of the series, around the first project month; external_outcome: whether somebody else than the centre
    counted it before and after alike. Where all holds, what is still missing is said: no delivery can hold it.
    """
    if min(months_before, months_after) < FEWEST_BEFORE_AND_AFTER:
        return NotAssessable(
            f"nicht auswertbar: Eine unterbrochene Zeitreihe braucht mindestens {FEWEST_BEFORE_AND_AFTER} Monate vor und "
            f"{FEWEST_BEFORE_AND_AFTER} nach dem Projektbeginn; es sind {months_before} davor und {months_after} danach."
        )
    if not external_outcome:
        return NotAssessable(
            "nicht auswertbar: Eine unterbrochene Zeitreihe braucht eine Größe, die vor und nach dem Projektbeginn jemand anderes gleich "
            "gezählt hat, zum Beispiel die Bundesagentur für Arbeit."
        )
    return NotAssessable(
        "nicht auswertbar: Die Reihe ist lang genug; es fehlen noch die vorab festgelegte Form der erwarteten Änderung und eine "
        "Aufstellung dessen, was sich zur selben Zeit sonst geändert hat."
    )


def trend_of_few_months(months: int) -> NotAssessable | None:
    """A trend of fewer than five months; None where there are enough."""
    if months < FEWEST_MONTHS:
        return NotAssessable(f"nicht auswertbar: Ein Trend braucht mindestens {FEWEST_MONTHS} Monate; es sind {months}.")
    return None


def series_across_changes(changes: Sequence[str]) -> NotAssessable | None:
    """A comparison of months before and after another way of recording; None without one. changes: first months recorded otherwise."""
    if changes:
        named = ", ".join(german.month(month) for month in changes)
        return NotAssessable(f"nicht auswertbar: Seit {named} wird anders erfasst; Monate davor und danach lassen sich nicht vergleichen.")
    return None
