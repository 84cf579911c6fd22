"""Which cells of which tables are findings, in the order in which the index lists them."""

from wiwak_eval.publication.finding_specs import (
    access,
    chain,
    claims,
    controlling,
    costs,
    council,
    forecast,
    land,
    network,
    pilot,
    risk,
    slips,
    trend,
    years,
)
from wiwak_eval.publication.finding_specs.spec import Spec

__all__ = ["SPECS", "Spec"]

SPECS: tuple[Spec, ...] = (
    *pilot.SPECS,
    *trend.SPECS,
    *costs.SPECS,
    *access.SPECS,
    *chain.SPECS,
    *slips.SPECS,
    *network.SPECS,
    *forecast.SPECS,
    *years.SPECS,
    *risk.SPECS,
    *controlling.SPECS,
    *council.SPECS,
    *land.SPECS,
    *claims.SPECS,
)
