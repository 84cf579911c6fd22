"""What a contact, a person, a completed chain and coordination cost; actual costs by month, type and funder."""

from wiwak_eval.evaluation.unit_cost.result import UnitCosts, unit_costs

__all__ = ["UnitCosts", "unit_costs"]
