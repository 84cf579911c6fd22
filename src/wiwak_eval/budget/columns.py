"""What all tables of the budget share."""

from collections.abc import Sequence

from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.results import Column, Unit

NOTEBOOK = "06_personal_budget"

Plans = Sequence[YearPlan]


def year_columns(plans: Plans, unit: Unit, decimals: int = 0, label: str = "") -> tuple[Column, ...]:
    """Key, German label and one column a year."""
    years = tuple(Column(f"y{plan.year}", f"{label}{plan.year}", unit, decimals) for plan in plans)
    return (Column("key", "Schlüssel", Unit.TEXT), Column("label", "Posten", Unit.TEXT), *years)
