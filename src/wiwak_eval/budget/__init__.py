"""From contacts to minutes to posts to euros to who pays, in cents."""

from wiwak_eval.budget.plan import BudgetPlan, budget

__all__ = ["BudgetPlan", "budget"]
