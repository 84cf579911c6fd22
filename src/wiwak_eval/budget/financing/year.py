"""What the tables of financing need of a budget year."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.financing.split import Financing
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.money import Cents
from wiwak_eval.results import Column, Unit

NOTEBOOK = "06_personal_budget"


class FinancedYear(Protocol):
    """One year of the plan: its costs, what Bund, ESF and third parties give (cents), the Land's terms, and who pays."""

    @property
    def year(self) -> int:
        """Calendar year."""

    @property
    def costs(self) -> YearCosts:
        """By item and month."""

    @property
    def fixed(self) -> Mapping[str, Cents]:
        """By key of `split.FIXED`."""

    @property
    def terms(self) -> GrantTerms | None:
        """None where the Land has decided nothing."""

    @property
    def financing(self) -> Financing:
        """Every cent by funder."""


def year_columns(plans: Sequence[FinancedYear], unit: Unit, decimals: int = 0) -> tuple[Column, ...]:
    """Key, German label and one column a year."""
    years = tuple(Column(f"y{plan.year}", str(plan.year), unit, decimals) for plan in plans)
    return (Column("key", "Schlüssel", Unit.TEXT), Column("label", "Posten", Unit.TEXT), *years)
