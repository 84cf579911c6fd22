"""The factor from month to month under a negative binomial model: the scatter grows with the square of the level."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation.rate_ratio import design_of, offset_of, without_ratio
from wiwak_eval.results import NotAssessable

if TYPE_CHECKING:
    from statsmodels.genmod.families import Family


@dataclass(frozen=True)
class NegativeBinomialRatio:
    """`ratio`: factor a month with 95 % interval; `alpha`: variance is mean + alpha x mean squared, 0 where that is no more than chance."""

    ratio: float
    low: float
    high: float
    alpha: float


def negative_binomial_ratio(counts: Sequence[int], exposure: Sequence[float] | None = None) -> NegativeBinomialRatio | NotAssessable:
    """Negative binomial log-linear trend (NB2) with a t interval on n - 2 degrees of freedom; arguments and refusals as `rate_ratio`.

    alpha is the moment estimate, at which Pearson's chi-square equals its degrees of freedom; maximum likelihood has no finite or a far
    too small one for ten months. Where a Poisson model scatters no more than its degrees of freedom, alpha is 0 and the model is Poisson.
    Source: Breslow (1984), Extra-Poisson variation in log-linear models, Applied Statistics 33.
    """
    refused = without_ratio(counts)
    if refused is not None:
        return refused
    from scipy.optimize import brentq
    from scipy.stats import t

    observed, design, offset = np.asarray(counts, dtype=float), design_of(len(counts)), offset_of(counts, exposure)
    degrees = len(counts) - design.shape[1]

    def excess(alpha: float) -> float:
        return float(_fit(observed, design, offset, alpha).pearson_chi2 - degrees)

    alpha, most = 0.0, 0.01
    if excess(0.0) > 0:
        while excess(most) > 0:
            most *= 4
        alpha = float(brentq(excess, 0.0, most, xtol=1e-12))
    fit = _fit(observed, design, offset, alpha)
    slope, reach = float(fit.params[1]), float(t.ppf(0.975, degrees)) * float(fit.bse[1])
    return NegativeBinomialRatio(float(np.exp(slope)), float(np.exp(slope - reach)), float(np.exp(slope + reach)), alpha)


def _fit(counts: NDArray[np.float64], design: NDArray[np.float64], offset: NDArray[np.float64], alpha: float) -> Any:
    from statsmodels.genmod.families import NegativeBinomial, Poisson
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

    family: Family = NegativeBinomial(alpha=alpha) if alpha else Poisson()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        return GLM(counts, design, family=family, offset=offset).fit(scale=1.0)
