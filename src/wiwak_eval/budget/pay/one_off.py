"""Annual bonus and performance pay, and the contributions on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.budget.pay.group_names import bonus_class
from wiwak_eval.budget.pay.rules import BRANCHES, PayRules
from wiwak_eval.money import Cents, round_half_up, share_of

BONUS_MONTHS = (7, 8, 9)
DUE_DAY_MONTH = 12
"""The bonus goes to those employed on the first day of this month."""


@dataclass(frozen=True)
class OneOff:
    """A payment of cents in a month (1-12); liable: the part of it that contributions are due on, by branch."""

    month: int
    amount: Cents
    liable: Mapping[str, Cents]

    def social(self, rules: PayRules) -> Cents:
        """The employer's contributions, each branch rounded by itself."""
        return sum(share_of(self.liable[branch], rules.rates[branch]) for branch in BRANCHES)

    def zvk(self, rules: PayRules) -> Cents:
        """Supplementary pension: due on all of it."""
        return share_of(self.amount, rules.zvk)


def bonus(rules: PayRules, group: str, gross: Sequence[Cents]) -> Cents:
    """Annual bonus of a year. gross: pay of twelve months, 0 where the post is not filled. Raises Gap where a group has no rate.

    Share of the mean pay of the months July to September in which there was pay; who had none gives the first month after them; a twelfth
    for each month with pay. Nothing without pay in December. Source: section 20 TVöD by Haufe (employed on 1 December, twelfths), as cited
    in data/assumptions; the month of those who begin later is an own reading, not read in source.
    """
    if not gross[DUE_DAY_MONTH - 1]:
        return 0
    base = [gross[month - 1] for month in BONUS_MONTHS if gross[month - 1]] or [next(pay for pay in gross[BONUS_MONTHS[-1] :] if pay)]
    twelfths = sum(pay > 0 for pay in gross)
    return round_half_up(Fraction(rules.bonus[bonus_class(group)]) * sum(base) * twelfths / (len(base) * 12))


def performance(rules: PayRules, gross: Sequence[Cents]) -> Cents:
    """Performance pay (section 18 TVöD) on the year's own monthly pay; the agreement takes the year before, which new posts do not have."""
    return share_of(sum(gross), rules.performance)


def paid_in(month: int, gross: Sequence[Cents]) -> int:
    """The month of a one-off payment: the usual one, or the last with pay where the post is not filled then. At least one month has pay."""
    return month if gross[month - 1] else max(number for number, pay in enumerate(gross, start=1) if pay)


def liable_parts(
    rules: PayRules, shares: Sequence[Decimal], gross: Sequence[Cents], payments: Sequence[tuple[int, Cents]]
) -> tuple[OneOff, ...]:
    """What of each payment (month, cents) contributions are due on, in the order given. shares, gross: of twelve months.

    A payment is liable up to what is left of the ceilings of the months with pay up to its own, after what pay and earlier payments used
    (section 23a (3) SGB IV). What a month paid above its ceiling does not use up that of another month. Payments are taken in the order
    of their months.
    """
    used = dict.fromkeys(BRANCHES, 0)
    found: dict[int, OneOff] = {}
    for place in sorted(range(len(payments)), key=lambda number: payments[number][0]):
        month, amount = payments[place]
        liable = {branch: max(0, min(amount, _room(rules, branch, shares[:month], gross[:month]) - used[branch])) for branch in BRANCHES}
        used = {branch: used[branch] + liable[branch] for branch in BRANCHES}
        found[place] = OneOff(month, amount, liable)
    return tuple(found[place] for place in range(len(payments)))


def _room(rules: PayRules, branch: str, shares: Sequence[Decimal], gross: Sequence[Cents]) -> Cents:
    limits = (rules.ceiling(branch, share) for share in shares)
    return sum(limit - min(pay, limit) for limit, pay in zip(limits, gross, strict=True) if pay)
