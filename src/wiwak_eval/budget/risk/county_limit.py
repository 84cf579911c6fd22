"""How far rate, pay, rent or caseload may move until the county's cash passes an amount: exact, by the engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Patch
from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.budget.risk.exact import FIRST, Exact, costs_under
from wiwak_eval.budget.risk.switching import crossing
from wiwak_eval.money import Cents, to_cents

RENT, PAY = "room_rent_m2_month", "pay_index"
LIMIT = "county_cash_limit_year"


@dataclass(frozen=True)
class LimitPassed:
    """planned, at: the value in the plan and where the county's cash stands on the other side of the limit, in `unit` of an assumption;
    None where no value in a wide range does that. cash: the county's in the plan, cents; still: whether the value moves it at all."""

    key: str
    label: str
    year: int
    unit: str
    planned: Decimal
    at: Decimal | None
    cash: Cents
    limit: Cents
    still: bool


@dataclass(frozen=True)
class _Lever:
    """steps: of `step` each; within: which are looked at; cash: cents of the county for so many steps."""

    label: str
    unit: str
    step: Decimal
    planned: int
    within: range
    cash: Callable[[int], Cents]


def limits_passed(base: Exact) -> tuple[LimitPassed, ...]:
    """Each lever in each budget year, if the Land pays as in the variant `FIRST`. Raises Gap."""
    return tuple(_passed(base, place, key, lever) for place in range(len(base.plans)) for key, lever in _levers(base, place).items())


def _passed(base: Exact, place: int, key: str, lever: _Lever) -> LimitPassed:
    year = base.plans[place].year
    limit = to_cents(base.assumptions.decimal(LIMIT, date(year, 1, 1)))
    at = crossing(lever.cash, lever.planned, limit, lever.within)
    planned, found = lever.planned * lever.step, None if at is None else at * lever.step
    still = lever.cash(lever.within[0]) == lever.cash(lever.within[-1])
    return LimitPassed(key, lever.label, year, lever.unit, planned, found, lever.cash(lever.planned), limit, still)


def _levers(base: Exact, place: int) -> Mapping[str, _Lever]:
    plan, work = base.plans[place], base.run.measured
    terms = next(decision.terms for decision in base.decisions if decision.key == FIRST)[plan.year]
    first = date(base.plans[0].year, 1, 1)
    rent = to_cents(base.assumptions.decimal(RENT, date(plan.year, 1, 1)))
    thousandth = Decimal("0.001")

    def cash(costs: YearCosts, under: GrantTerms = terms) -> Cents:
        return funder_parts(costs, plan.fixed, under)["county_cash"]

    def by_pay(steps: int) -> Cents:
        dearer = Patch(id=PAY, multiply=steps * thousandth, valid_from=first, reason="Grenze")
        return cash(costs_under(base, place, base.assumptions.with_patches([dearer]), work=work))

    def by_rent(cents: int) -> Cents:
        dearer = Patch(id=RENT, set=Decimal(cents) / 100, reason="Grenze")
        return cash(costs_under(base, place, base.assumptions.with_patches([dearer]), work=work, same_pay=True))

    return {
        "rate": _Lever(
            "Fördersatz des Landes", "share", thousandth, int(terms.rate / thousandth), range(1001),
            lambda steps: cash(plan.costs, replace(terms, rate=steps * thousandth)),
        ),
        "pay": _Lever("Tarif gegenüber der Annahme", "factor", thousandth, 1000, range(800, 2001), by_pay),
        "rent": _Lever("Miete mit Nebenkosten", "EUR/m2/month", Decimal("0.01"), rent, range(max(10_000, 4 * rent) + 1), by_rent),
        "contacts": _Lever(
            "Beratungen im Jahr", "contacts/year", Decimal(1), plan.contacts, range(max(10_000, 4 * plan.contacts) + 1),
            lambda contacts: cash(costs_under(base, place, base.steady, contacts=contacts, work=work, same_pay=True)),
        ),
    }  # fmt: skip
