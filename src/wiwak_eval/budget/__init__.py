"""From contacts to minutes to posts to euros to who pays, in cents."""

from wiwak_eval.budget.papers.result import PaperTables, paper_tables
from wiwak_eval.budget.plan import BudgetPlan, budget
from wiwak_eval.budget.who_pays import FinancePlan, finance_plan

__all__ = ["BudgetPlan", "FinancePlan", "PaperTables", "budget", "finance_plan", "paper_tables"]
