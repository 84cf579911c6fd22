"""The scenario calculator's tables: exact amounts for whatever a reader may set, so that adding up is all that is left to a page."""

from wiwak_eval.budget.calculator.result import CalculatorTables, calculator
from wiwak_eval.budget.calculator.scenarios import OtherScenario

__all__ = ["CalculatorTables", "OtherScenario", "calculator"]
