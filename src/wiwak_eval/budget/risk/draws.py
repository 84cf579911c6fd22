"""Runs a model over many draws, chunk by chunk: memory does not grow with what a single draw holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

import numpy as np

from wiwak_eval.budget.risk.inputs import Floats, Inputs
from wiwak_eval.budget.risk.model import Outcome, RiskModel

CHUNK = 10_000
"""Draws at a time: about 20 MB of months and items. A fixed number, so that fewer draws are the first ones of more."""


@dataclass(frozen=True)
class Sample:
    """outcome: of all draws together; paths: how many different paths of the caseload they are drawn from."""

    outcome: Outcome
    paths: int


def uniforms(inputs: Inputs, count: int, seed: int) -> Iterator[Floats]:
    """Uniform numbers for `count` draws, chunk by chunk, [uncertain inputs, draws of the chunk]."""
    rng = np.random.default_rng(seed)
    for first in range(0, count, CHUNK):
        yield rng.random((CHUNK, len(inputs.uncertain)))[: count - first].T


def simulate(
    model: RiskModel, inputs: Inputs, count: int, seed: int, source: Callable[[Inputs, int, int], Iterator[Floats]] = uniforms
) -> Sample:
    """Carry `count` draws of all inputs from contacts to funders. Time grows with `count`, memory only by what `Sample` keeps."""
    years, variants = len(model.years), len(model.variants)
    posts, total, left = np.empty((3, years, count))
    whole = Outcome(posts, total, left, np.empty((years, variants, count)))
    first = 0
    for drawn in source(inputs, count, seed):
        part = model.outcome(inputs.at(drawn))
        for field in fields(Outcome):
            getattr(whole, field.name)[..., first : first + drawn.shape[1]] = getattr(part, field.name)
        first += drawn.shape[1]
    return Sample(whole, inputs.paths.shape[1])
