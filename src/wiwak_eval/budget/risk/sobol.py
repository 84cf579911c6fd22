"""Which input the variance of the total cost comes from, all moving together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
from scipy.stats import qmc, sobol_indices, uniform

from wiwak_eval.budget.risk.draws import CHUNK
from wiwak_eval.budget.risk.inputs import Floats, Inputs
from wiwak_eval.budget.risk.model import RiskModel

POINTS = 2**13
"""A power of two, as the sequence of Sobol asks for."""

Of = Callable[[Floats], Floats]
"""Uniform numbers [inputs, n] to results [n]."""


@dataclass(frozen=True)
class Part:
    """first: share of the variance from the input alone; total: with all that it does together with others. 0-1, up to noise."""

    first: float
    total: float


def total_cost(model: RiskModel, inputs: Inputs) -> Of:
    """Total cost of all years in cents as a function of the uniform numbers of the uncertain inputs."""

    costs = replace(model, variants=())

    def of(uniforms: Floats) -> Floats:
        parts = range(0, uniforms.shape[1], CHUNK)
        return np.concatenate([costs.outcome(inputs.at(uniforms[:, at : at + CHUNK])).total.sum(axis=0) for at in parts])

    return of


def parts(of: Of, ids: Iterable[str], seed: int, points: int = POINTS) -> dict[str, Part]:
    """Sobol indices by input. Inputs must be independent: those that hang together are driven by one uniform number and count as one.

    Source: Saltelli et al. (2010), Computer Physics Communications 181, 259-270, as `scipy.stats.sobol_indices` has it. Nothing to tell
    apart (one input, or no variance): the one input has it all.
    """
    named = tuple(ids)
    if len(named) == 1:
        return {named[0]: Part(1.0, 1.0)}
    found = sobol_indices(func=of, n=points, dists=[cast(Any, uniform)] * len(named), rng=np.random.default_rng(seed))
    return {id: Part(float(first), float(total)) for id, first, total in zip(named, found.first_order, found.total_order, strict=True)}


def together(of: Of, chosen: Iterable[bool], seed: int, points: int = POINTS) -> Part:
    """The same for a group of inputs as if they were one. chosen: one yes or no an input."""
    group = np.array(list(chosen))
    if group.all() or not group.any():
        return Part(float(group.all()), float(group.all()))
    pairs = qmc.Sobol(2 * len(group), rng=np.random.default_rng(seed)).random(points).T
    one, other = pairs[: len(group)], pairs[len(group) :]
    f_one, f_other, f_mixed = of(one), of(other), of(np.where(group[:, None], other, one))
    mean, variance = np.concatenate([f_one, f_other]).mean(), np.concatenate([f_one, f_other]).var()
    first = ((f_other - mean) * (f_mixed - f_one)).mean() / variance
    return Part(float(first), float(((f_one - f_mixed) ** 2).mean() / 2 / variance))
