"""New persons a month: those who arrive, and the stock of those who live here and have not found the centre yet.

Unreached persons U: each month `reach` times the persons expected top down join them, a share f of them finds the centre and becomes
new clients, a share `outflow` moves away (§ 12a AufenthG binds to the Land only, Thuringia assigns no county):
    new_t = f_t x U_t,   U_t = (U_{t-1} - new_{t-1}) (1 - outflow) + reach x expected_t.
At the start of the window U is the backlog of a new centre. It runs dry, so new persons fall although nothing changed outside; at first
this is hidden, since the centre becomes known: f_t rises in a straight line from `start` x `finding` in the project's first month to
`finding` in the twelfth. Ten months cannot tell the four apart for sure: each has a prior (assumption with low and high as 10 % and 90 %
points), updated on a grid by the new persons seen (quasi-Poisson); what stays unsure is drawn. Where no public series is known, the
expected persons are set to one a month, and reach becomes their number, with a wide prior at the recent level.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.forecast.flow.leading import Expected
from wiwak_eval.forecast.flow.priors import Prior, prior_grid, prior_of, sampled

PRIOR_DISPERSION = (1.5, 3.0)
"""Variance over mean of monthly new persons (families come together), and the months it is worth beside those seen."""
WIDE_LOG_SD = 0.7
GRID_POINTS = 9
KNOWN_AFTER = 12
"""Months after which a centre is known."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Intake:
    """Parameters, one or many.

    reach: new clients per expected person; backlog: persons unreached at the window's start; finding: share of the unreached who come to
    a known centre in a month; start: the part of that share in the project's first month.
    """

    reach: Floats
    backlog: Floats
    finding: Floats
    start: Floats


@dataclass(frozen=True)
class InflowFit:
    """driver: `decisions` or, without a public series, `level`; new_persons, expected, fitted: persons by month of the window.

    draws: posterior, [samples]; point: its medians, [1]; outflow: share a month; age: months the project was old when the window began;
    dispersion: variance over mean of monthly new persons.
    """

    driver: Literal["decisions", "level"]
    new_persons: NDArray[np.int64]
    expected: Floats
    fitted: Floats
    draws: Intake
    point: Intake
    outflow: float
    age: int
    dispersion: float

    def ahead(self, arriving: Floats, unsure: bool) -> Floats:
        """Expected new persons in the months after the window, [samples or 1, months]; arriving: persons expected top down."""
        arrivals = np.concatenate([self.expected, arriving])
        path = new_persons_path(self.draws if unsure else self.point, self.outflow, arrivals, self.age)
        return path[:, len(self.expected) :]


def estimate_inflow(
    new_persons: NDArray[np.int64],
    expected: Expected | None,
    age: int,
    assumptions: Assumptions,
    on: date,
    samples: int,
    rng: np.random.Generator,
) -> InflowFit:
    """new_persons: by month of the window; expected: of the same months. Raises Gap where an assumption is missing."""
    level = max(float(new_persons[-3:].mean()), 0.5)
    reach = prior_of(assumptions, "inflow_reach", on) if expected else Prior(level, WIDE_LOG_SD)
    others = ("inflow_backlog_persons", "inflow_finding_month", "inflow_finding_start")
    priors = (reach, *(prior_of(assumptions, id, on) for id in others))
    outflow = assumptions.number("inflow_outflow_month", on)
    arrivals = expected.total if expected else np.ones(len(new_persons))
    grid, log_prior = prior_grid(priors, GRID_POINTS)
    means = new_persons_path(Intake(*grid), outflow, arrivals, age)
    fit = (new_persons * np.log(means) - means).sum(axis=1)
    deviation = ((new_persons - means) ** 2 / means).sum(axis=1)
    usual, worth = PRIOR_DISPERSION
    best = int(np.argmax(fit / usual + log_prior))
    dispersion = max(1.0, float(deviation[best] + usual * worth) / (len(new_persons) + worth))
    drawn, point = sampled(grid, fit / dispersion + log_prior, samples, rng)
    middle = Intake(*(np.array([value]) for value in point))
    fitted = new_persons_path(middle, outflow, arrivals, age)[0]
    driver: Literal["decisions", "level"] = "decisions" if expected else "level"
    return InflowFit(driver, new_persons, arrivals, fitted, Intake(*drawn), middle, outflow, age, dispersion)


def new_persons_path(intake: Intake, outflow: float, arrivals: Floats, age: int) -> Floats:
    """Expected new persons, [draws, months]. arrivals: expected persons, [months]; age: months the project was old when the first began."""
    start = np.minimum(1.0, intake.start)
    unreached, path = intake.backlog, []
    for month, arriving in enumerate(arrivals, start=age):
        unreached = unreached + intake.reach * arriving
        known = start + (1.0 - start) * min(1.0, month / (KNOWN_AFTER - 1))
        new = np.minimum(0.95, intake.finding * known) * unreached
        path.append(new)
        unreached = (unreached - new) * (1.0 - outflow)
    return np.stack(path, axis=1)
