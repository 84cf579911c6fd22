"""The shipped pilot year: simulated from public facts and marked assumptions; shares no code with the estimators."""

from wiwak_eval.simulate.delivery import PILOT_SEED, delivery_files, simulate_delivery, write_delivery
from wiwak_eval.simulate.document import simulation_document
from wiwak_eval.simulate.faults import ClericalFault
from wiwak_eval.simulate.later import MOST_LATER_MONTHS
from wiwak_eval.simulate.later_delivery import later_files, write_later
from wiwak_eval.simulate.parameters import Parameter, Status, TrueParameters, pilot_parameters
from wiwak_eval.simulate.year import SimulatedYear, simulate

__all__ = [
    "MOST_LATER_MONTHS",
    "PILOT_SEED",
    "ClericalFault",
    "Parameter",
    "SimulatedYear",
    "Status",
    "TrueParameters",
    "delivery_files",
    "later_files",
    "pilot_parameters",
    "simulate",
    "simulate_delivery",
    "simulation_document",
    "write_delivery",
    "write_later",
]
