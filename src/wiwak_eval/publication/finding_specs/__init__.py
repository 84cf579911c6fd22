"""Which cells of which tables are findings, in the order in which the index lists them."""

from wiwak_eval.publication.finding_specs import forecast, pilot, years
from wiwak_eval.publication.finding_specs.spec import Spec

__all__ = ["SPECS", "Spec"]

SPECS: tuple[Spec, ...] = (*pilot.SPECS, *forecast.SPECS, *years.SPECS)
