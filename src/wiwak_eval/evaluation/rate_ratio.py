"""By what factor did the monthly counts change from month to month? A quasi-Poisson regression."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation.mann_kendall import FEWEST_MONTHS
from wiwak_eval.results import NotAssessable


@dataclass(frozen=True)
class RateRatio:
    """`ratio`: factor from one month to the next, with 95 % interval; `dispersion`: Pearson chi-square by degrees of freedom."""

    ratio: float
    low: float
    high: float
    dispersion: float
    months: int


def rate_ratio(
    counts: Sequence[int], exposure: Sequence[float] | None = None, months: Sequence[int] | None = None
) -> RateRatio | NotAssessable:
    """Quasi-Poisson log-linear trend of monthly counts with a t interval on n - 2 degrees of freedom.

    counts: one value per month, oldest first; exposure: opening days, posts or what else the counts are related to, above 0, whose
    logarithm enters as an offset; months: number of each month where some are left out, else 0, 1, 2, ... Refused below five months,
    for a series of zeros, and where all counts lie in the first or in the last month: no finite ratio fits best then. The dispersion
    is not allowed below 1, so that a chance run of even counts does not narrow the interval below that of independent contacts.
    Raises ValueError for an exposure of 0. Source: McCullagh & Nelder (1989), Generalized Linear Models, section 6.2.
    """
    refused = without_ratio(counts)
    if refused is not None:
        return refused
    from scipy.stats import t
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

    observed, design, offset = np.asarray(counts, dtype=float), design_of(len(counts), months), offset_of(counts, exposure)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PerfectSeparationWarning)  # equal months are fitted exactly, which is no fault here
        fit = GLM(observed, design, family=Poisson(), offset=offset).fit()
    dispersion = float(fit.pearson_chi2 / fit.df_resid)
    slope = float(fit.params[1])
    error = float(fit.bse[1]) * np.sqrt(max(dispersion, 1.0))
    reach = float(t.ppf(0.975, fit.df_resid)) * error
    return RateRatio(float(np.exp(slope)), float(np.exp(slope - reach)), float(np.exp(slope + reach)), dispersion, len(counts))


def without_ratio(counts: Sequence[int]) -> NotAssessable | None:
    """Why a series has no factor from month to month, if it has none."""
    if len(counts) < FEWEST_MONTHS:
        return NotAssessable(f"nicht auswertbar: Die Änderungsrate braucht mindestens {FEWEST_MONTHS} Monate.")
    if not any(counts):
        return NotAssessable("nicht auswertbar: Die Reihe enthält nur Nullen.")
    if not any(counts[1:]) or not any(counts[:-1]):
        return NotAssessable("nicht auswertbar: Alle Fälle liegen im ersten oder im letzten Monat; eine Änderungsrate gibt es dafür nicht.")
    return None


def design_of(length: int, months: Sequence[int] | None = None) -> NDArray[np.float64]:
    """Columns of the regression: level, and the number of the month from the middle of the series."""
    at = np.arange(length, dtype=float) if months is None else np.asarray(months, dtype=float)
    return np.column_stack([np.ones(length), at - at.mean()])


def offset_of(counts: Sequence[int], exposure: Sequence[float] | None) -> NDArray[np.float64]:
    """Logarithms of the exposure, nought where there is none. Raises ValueError for one that is not above 0."""
    if exposure is None:
        return np.zeros(len(counts))
    known = np.asarray(exposure, dtype=float)
    if len(known) != len(counts) or not (known > 0).all():
        raise ValueError("an exposure is above 0 in each month")
    return np.asarray(np.log(known))
