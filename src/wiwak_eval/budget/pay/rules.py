"""The rates of one year that turn table pay into what an employer pays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay.group_names import BonusClass, StepColumn
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.money import Cents, round_half_up, to_cents

BRANCHES = ("health", "care", "pension", "unemployment")
STEP_COLUMNS: tuple[StepColumn, ...] = ("sue", "e")
LAST_STEP = 6
PERSONNEL_ITEM_OF = {Form.OWN: "personnel", Form.FORWARDED: "carrier", Form.CONTRACT: "contract"}
"""Item of the budget that a post falls under."""


@dataclass(frozen=True)
class FormRates:
    """What a form of employment adds to pay: accident insurance and insolvency levy, shares of pay; overhead, a share of all that the
    employer pays; vat, a share of that with its overhead."""

    accident: Decimal
    insolvency: Decimal
    overhead: Decimal
    vat: Decimal


@dataclass(frozen=True)
class PayRules:
    """Rates of one year.

    rates: employer's share by branch; ceilings: monthly pay up to which a branch is due, in cents; bonus: share of a month's pay by class
    of pay groups, paid in `bonus_month`; performance: share of the year's pay, paid in `performance_month`; step_years: years in steps
    1 to 5 by column; forms: what each form of employment adds.
    """

    year: int
    rates: Mapping[str, Decimal]
    ceilings: Mapping[str, Cents]
    zvk: Decimal
    bonus: Mapping[BonusClass, Decimal]
    bonus_month: int
    performance: Decimal
    performance_month: int
    step_years: Mapping[StepColumn, tuple[int, ...]]
    forms: Mapping[Form, FormRates]

    @property
    def bonus_low(self) -> Decimal:
        """Rate of the annual bonus, E 1-8 and S 2-9."""
        return self.bonus["bonus_low"]

    @property
    def bonus_high(self) -> Decimal:
        """Rate of the annual bonus, E 9-12 and S 10-18."""
        return self.bonus["bonus_high"]

    def ceiling(self, branch: str, share: Decimal) -> Cents:
        """Up to which the month's pay of a line is liable: that of one post, or of each where a line holds more than one full post."""
        return round_half_up(self.ceilings[branch] * max(Decimal(1), share))


def pay_rules(assumptions: Assumptions, year: int) -> PayRules:
    """The rates of a year; raises Gap where one is not known."""
    day = date(year, 1, 1)
    health, pension = (to_cents(assumptions.decimal(f"ceiling_{branch}", day)) for branch in ("health_care", "pension"))
    return PayRules(
        year,
        {
            "health": assumptions.decimal("health_general_employer", day),
            **{branch: assumptions.decimal(f"{branch}_employer", day) for branch in BRANCHES[1:]},
        },
        {"health": health, "care": health, "pension": pension, "unemployment": pension},
        assumptions.decimal("zvk_employer", day),
        {
            "bonus_low": assumptions.decimal("bonus_share_low_groups", day),
            "bonus_high": assumptions.decimal("bonus_share_high_groups", day),
        },
        int(assumptions.decimal("bonus_month", day)),
        assumptions.decimal("performance_pay_share", day),
        int(assumptions.decimal("performance_month", day)),
        {column: _step_years(assumptions, column, day) for column in STEP_COLUMNS},
        _form_rates(assumptions, day),
    )


def _step_years(assumptions: Assumptions, column: StepColumn, day: date) -> tuple[int, ...]:
    return tuple(int(assumptions.decimal(f"step_years_{column}_{step}", day)) for step in range(1, LAST_STEP))


def _form_rates(assumptions: Assumptions, day: date) -> Mapping[Form, FormRates]:
    """A county has neither overhead nor VAT on its own staff; a firm pays the levies of a carrier, and VAT on top."""
    accident, insolvency = (assumptions.decimal(f"{levy}_carrier", day) for levy in ("accident_levy", "insolvency_levy"))
    overhead = assumptions.decimal("carrier_overhead_share", day)
    county = (assumptions.decimal("accident_levy_county", day), assumptions.decimal("insolvency_levy", day))
    return {
        Form.OWN: FormRates(*county, overhead=Decimal(0), vat=Decimal(0)),
        Form.FORWARDED: FormRates(accident, insolvency, overhead, vat=Decimal(0)),
        Form.CONTRACT: FormRates(accident, insolvency, overhead, assumptions.decimal("vat_share", day)),
    }
