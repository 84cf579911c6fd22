"""By what factor did the monthly counts change from month to month? A quasi-Poisson regression."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

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


def rate_ratio(counts: Sequence[int]) -> RateRatio | NotAssessable:
    """Quasi-Poisson log-linear trend of monthly counts with a t interval on n - 2 degrees of freedom.

    counts: one value per month, oldest first. Refused below five months, for a series of zeros, and where all counts lie in
    the first or in the last month: no finite ratio fits best then. The dispersion is not allowed
    below 1, so that a chance run of even counts does not narrow the interval below that of independent contacts.
    Source: McCullagh & Nelder (1989), Generalized Linear Models, section 6.2.
    """
    if len(counts) < FEWEST_MONTHS:
        return NotAssessable(f"nicht auswertbar: Die Änderungsrate braucht mindestens {FEWEST_MONTHS} Monate.")
    if not any(counts):
        return NotAssessable("nicht auswertbar: Die Reihe enthält nur Nullen.")
    if not any(counts[1:]) or not any(counts[:-1]):
        return NotAssessable("nicht auswertbar: Alle Fälle liegen im ersten oder im letzten Monat; eine Änderungsrate gibt es dafür nicht.")
    from scipy.stats import t
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

    months = np.arange(len(counts))
    design = np.column_stack([np.ones(len(counts)), months - months.mean()])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PerfectSeparationWarning)  # equal months are fitted exactly, which is no fault here
        fit = GLM(np.asarray(counts, dtype=float), design, family=Poisson()).fit()
    dispersion = float(fit.pearson_chi2 / fit.df_resid)
    slope = float(fit.params[1])
    error = float(fit.bse[1]) * np.sqrt(max(dispersion, 1.0))
    reach = float(t.ppf(0.975, fit.df_resid)) * error
    return RateRatio(float(np.exp(slope)), float(np.exp(slope - reach)), float(np.exp(slope + reach)), dispersion, len(counts))
