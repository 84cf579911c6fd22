"""Did the monthly numbers rise? In every month, or at least in trend: the two readings of “rose continuously”."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from wiwak_eval.claims.conditions import Threshold
from wiwak_eval.claims.verdict import Readings, Verdict, untestable
from wiwak_eval.evaluation.mann_kendall import mann_kendall
from wiwak_eval.evaluation.rate_ratio import rate_ratio
from wiwak_eval.evaluation.trend.cumulated import refuse_cumulated
from wiwak_eval.evaluation.trend.series import Series
from wiwak_eval.results import NotAssessable


@dataclass(frozen=True)
class Rule:
    """months: how many are looked at; p_value: the exact test may reach; factor: the lower limit of the factor must lie above."""

    months: int
    p_value: float
    factor: float


def rule_of(thresholds: Mapping[str, Threshold]) -> Rule:
    """The rule that a claim's thresholds make."""
    return Rule(int(thresholds["months"].value), float(thresholds["p_value"].value), float(thresholds["factor"].value))


@dataclass(frozen=True)
class Months:
    """The months that are looked at, oldest first.

    contacts, persons: counts, persons without repetition within a month; days, posts: opening days and full-time posts, above 0, or None
    where they were not delivered for each month; from_tally: whether the county counted, so that the counts might be cumulated.
    """

    contacts: tuple[int, ...]
    persons: tuple[int, ...]
    days: tuple[Fraction, ...] | None = None
    posts: tuple[Fraction, ...] | None = None
    from_tally: bool = True

    @property
    def series(self) -> tuple[Series, ...]:
        """Both counts, as they are and by each unit that is known."""
        bases = (("", "", None), ("_per_day", " je Öffnungstag", self.days), ("_per_post", " je Vollzeitstelle", self.posts))
        counted = (("contacts", "Beratungen", self.contacts), ("persons", "Personen", self.persons))
        return tuple(
            Series(name + key, label + by, counts, units)
            for key, by, units in bases
            for name, label, counts in counted
            if units is not None or not key
        )


def rising(months: Months, rule: Rule) -> Readings:
    """Both readings of “rose continuously”.

    Literal: every step up, for contacts and for persons; one month that is not higher than the one before refutes it. Lenient: for every
    series the exact Mann-Kendall test is at most `p_value`, one-sided, and the 95 % interval of the quasi-Poisson factor lies above
    `factor`; refuted where the same holds with the months reversed. Untestable for another number of months, for a month without any
    contact, for a cumulated tally, and where a test refuses the series.
    """
    if (refused := _stop(months, rule)) is not None:
        return untestable(refused.reason)
    every_month = all(steps_up(counts) == rule.months - 1 for counts in (months.contacts, months.persons))
    literal = Verdict.SUPPORTED if every_month else Verdict.REFUTED
    up = _all_rise(months.series, rule)
    if isinstance(up, NotAssessable):
        return Readings(literal, Verdict.UNTESTABLE, up.reason)
    if up:
        return Readings(literal, Verdict.SUPPORTED)
    down = _all_rise(tuple(map(backwards, months.series)), rule)
    return Readings(literal, Verdict.REFUTED if down is True else Verdict.UNSUPPORTED)


def backwards(series: Series) -> Series:
    """The series with its months in reverse order."""
    return replace(series, counts=series.counts[::-1], exposure=None if series.exposure is None else series.exposure[::-1])


def _stop(months: Months, rule: Rule) -> NotAssessable | None:
    if len(months.contacts) != rule.months or len(months.persons) != rule.months:
        return NotAssessable(f"nicht auswertbar: Die Aussage gilt den ersten {rule.months} Projektmonaten; sie liegen nicht alle vor.")
    if not all(months.contacts):
        return NotAssessable("nicht auswertbar: In einem der Monate ist keine Beratung erfasst; ein fehlender Monat ist kein Rückgang.")
    if not months.from_tally:
        return None
    return refuse_cumulated(months.contacts) or refuse_cumulated(months.persons)


def steps_up(counts: Sequence[int | Fraction]) -> int:
    """Months with more than the month before; as many is no step up."""
    return sum(later - earlier > 0 for earlier, later in pairwise(counts))


def rises(series: Series, rule: Rule) -> bool | NotAssessable:
    """Whether one series rises by both tests; refused where one of them is."""
    rank = mann_kendall(series.rates)
    if isinstance(rank, NotAssessable):
        return rank
    if rank.p_rising > rule.p_value:
        return False
    rate = rate_ratio(series.counts, series.weights)
    return rate if isinstance(rate, NotAssessable) else rate.low > rule.factor


def _all_rise(series: Sequence[Series], rule: Rule) -> bool | NotAssessable:
    for one in series:
        found = rises(one, rule)
        if found is not True:
            return found
    return True
