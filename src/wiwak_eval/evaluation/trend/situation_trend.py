"""Table `situation_figures`: did special situations become more frequent among new clients?"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from wiwak_eval.evaluation.groups import FEWEST_NAMED
from wiwak_eval.evaluation.mann_kendall import FEWEST_MONTHS
from wiwak_eval.evaluation.rate_ratio import design_of
from wiwak_eval.evaluation.trend.series import Compared
from wiwak_eval.evaluation.trend.situations import SITUATION
from wiwak_eval.results import Cell, Column, NotAssessable, Protection, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
SMALLEST_P = 0.01
EARLY_MONTHS = 3
"""Months at the beginning; what is seen after them for the first time counts as new."""
FEWEST_PERSONS = 20
"""With and without a situation: fewer carry no trend, and a refusal below ten would say that a hidden number is small."""
DECIMALS = 2
"""Of factor, limits and p-value: six decimals of the factor give the exact number of persons that a release rounds or hides."""


@dataclass(frozen=True)
class ShareTrend:
    """`odds`: factor of the odds from month to month with 95 % interval; `p_rising`: one-sided."""

    odds: float
    low: float
    high: float
    p_rising: float


def share_trend(marked: Sequence[int], totals: Sequence[int]) -> ShareTrend | NotAssessable:
    """Quasi-binomial logistic trend of a share by month, t distribution on n - 2 degrees of freedom, dispersion not below 1.

    marked of totals, one value a month, oldest first; months without anyone are left out but keep their distance. Refused below five
    months with anyone in them, and with fewer than twenty marked or unmarked. Source: McCullagh & Nelder (1989), Generalized Linear
    Models, section 4.5.
    """
    with_any = [place for place, total in enumerate(totals) if total]
    if len(with_any) < FEWEST_MONTHS:
        return NotAssessable(f"nicht auswertbar: Der Trend eines Anteils braucht mindestens {FEWEST_MONTHS} Monate.")
    hits, misses = sum(marked), sum(totals) - sum(marked)
    if min(hits, misses) < FEWEST_PERSONS:
        return NotAssessable(
            f"nicht auswertbar: Der Trend eines Anteils braucht mindestens {FEWEST_PERSONS} Personen mit und ohne das Merkmal."
        )
    from scipy.stats import t
    from statsmodels.genmod.families import Binomial
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

    pairs = np.array([(marked[place], totals[place] - marked[place]) for place in with_any], dtype=float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PerfectSeparationWarning)  # equal shares are fitted exactly, which is no fault here
        fit = GLM(pairs, design_of(len(with_any), with_any), family=Binomial()).fit(scale=1.0)
    spread = np.sqrt(max(float(fit.pearson_chi2) / fit.df_resid, 1.0))
    slope, error = float(fit.params[1]), float(fit.bse[1]) * spread
    reach = float(t.ppf(0.975, fit.df_resid)) * error
    return ShareTrend(
        float(np.exp(slope)), float(np.exp(slope - reach)), float(np.exp(slope + reach)), float(t.sf(slope / error, fit.df_resid))
    )


def situation_figures(seen: pd.DataFrame | NotAssessable, found: Compared | NotAssessable) -> Table | NotAssessable:
    """One row: situations of ten persons or more that were first seen after the third month, and the trend of the share of new clients.

    How many there are of ten or more is not told: beside those that are printed it would say of each hidden one that it is small.
    """
    if isinstance(seen, NotAssessable):
        return seen
    if isinstance(found, NotAssessable):
        return found
    months = found.counts.months
    new = seen[seen["month"].isin(months)]
    per_month = new.groupby("month").size().reindex(list(months), fill_value=0)
    marked = new[new[SITUATION].notna()].groupby("month").size().reindex(list(months), fill_value=0)
    trend = share_trend([int(count) for count in marked], [int(count) for count in per_month])
    if isinstance(trend, NotAssessable):
        return trend
    large = [group for _, group in seen.groupby(SITUATION) if min(len(group), group["household"].nunique()) >= FEWEST_NAMED]
    late = [group for group in large if group["month"].min() > months[EARLY_MONTHS - 1]]
    limits = (round(value, DECIMALS) for value in (trend.odds, trend.low, trend.high))
    p_rising = max(round(trend.p_rising, DECIMALS), SMALLEST_P)
    row: tuple[Cell, ...] = ("situations", "besondere Problemlagen", len(late), *limits, p_rising)
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Merkmal", Unit.TEXT),
        Column("late_categories", "Problemlagen ab 10 Personen, erst nach dem 3. Monat", Unit.COUNT),
        Column("odds_ratio", "Faktor der Chance je Monat", Unit.NUMBER, DECIMALS),
        Column("low", "von", Unit.NUMBER, DECIMALS),
        Column("high", "bis", Unit.NUMBER, DECIMALS),
        Column("p_rising", "p-Wert", Unit.NUMBER, DECIMALS),
    )
    notes = (
        "Chance: neue Personen mit Problemlage, geteilt durch neue Personen ohne; logistische Regression über die Monate des ersten "
        "Kontakts (Quasi-Binomial, t-Verteilung), p-Wert einseitig, mindestens 0,01.",
        "Ein steigender Anteil kann ein erweitertes Angebot sein, andere Menschen oder genauere Erfassung; die Daten trennen das nicht.",
    )
    whole = Protection((), (), (), everybody=("late_categories", "odds_ratio", "low", "high", "p_rising"))
    title = "Wurden besondere Problemlagen häufiger?"
    return build_table("situation_figures", title, columns, [row], NOTEBOOK, notes, (), whole)
