"""What each number behind the budget does to it: moved to its ends, all others held, by the exact engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Resolved
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.table import steps
from wiwak_eval.budget.financing.variants import variants
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.risk.exact import Exact, totals_under
from wiwak_eval.budget.risk.known_ranges import EFFORT
from wiwak_eval.budget.risk.moving import Side, end_patches
from wiwak_eval.money import Cents

COUNTED = {"seed", "count", "month of year", "years", "stages", "yes/no"}
"""Units of numbers that are set, not estimated: where they have no range of their own, a tenth more or less would say nothing."""
PAY_RATES = "pay_rates"
"""Stands for pay tables and the rates of law and collective agreement, which are moved together: each by itself, a ceiling above all, would
tell what a single person earns."""


@dataclass(frozen=True)
class Impact:
    """found: what holds in the first budget year, None for `PAY_RATES`; ranged: whether it was moved over its own range, else by 10 % to
    either side; total, county: change from the low to the high end, cents of the budget years together, None where nought has no range."""

    id: str
    found: Resolved | None
    ranged: bool
    total: Cents | None
    county: Cents | None


def impacts(base: Exact) -> tuple[Impact, ...]:
    """Every number that the engine read, or that the assumed decisions of the Land rest on: the largest effect first, then by id."""
    numbers = {id: held for id in base.run.views.read() if (held := _held(base, id)) and isinstance(held[0].value, Decimal)}
    pay = [
        id
        for id, held in numbers.items()
        if base.is_pay([id]) and (is_pay_row(id) or held[0].kind in {"law", "contract"}) and not _ranged(held)
    ]
    found = [_impact(base, id, held) for id, held in numbers.items() if id not in pay and (_ranged(held) or held[0].unit not in COUNTED)]
    if pay:
        found.append(Impact(PAY_RATES, None, False, *_change(base, [id for id in pay if numbers[id][0].unit not in COUNTED])))
    return tuple(sorted(found, key=lambda impact: (-abs(impact.total or 0), -abs(impact.county or 0), impact.id)))


def _held(base: Exact, id: str) -> list[Resolved]:
    return steps(base.assumptions, base.assumptions.catalogue.entries[id])


def _ranged(held: Sequence[Resolved]) -> bool:
    return any(found.low is not None or found.high is not None for found in held)


def _impact(base: Exact, id: str, held: Sequence[Resolved]) -> Impact:
    still = not _ranged(held) and not any(found.value for found in held)
    return Impact(id, _shown(base, held), _ranged(held), *((None, None) if still else _change(base, [id])))


def _shown(base: Exact, held: Sequence[Resolved]) -> Resolved:
    """What holds at the end of the first budget year, else the first there is."""
    end = date(base.plans[0].year, 12, 31)
    return next((found for found in reversed(held) if found.valid_from <= end), held[0])


def _change(base: Exact, ids: Sequence[str]) -> tuple[Cents, Cents]:
    low, high = (_sums(base, ids, side) for side in ("low", "high"))
    return high[0] - low[0], high[1] - low[1]


def _sums(base: Exact, ids: Sequence[str], side: Side) -> tuple[Cents, Cents]:
    view = base.assumptions.with_patches([patch for id in ids for patch in end_patches(base.assumptions, id, side)])
    held = None if "coordination" in base.run.measured.measured or set(ids) & set(EFFORT) else base.run.measured
    decided = any(id.startswith(("land_", "variant_")) for id in ids)
    decisions = variants([plan.year for plan in base.plans], view, recognised_refugees(base.records)) if decided else None
    totals = totals_under(base, view, held, decisions, same_pay=not base.is_pay(ids))
    return sum(totals.total), sum(totals.county)
