"""What one post costs in each month of a year: collective pay, contributions, supplementary pension, one-off payments, levies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay.one_off import OneOff, bonus, liable_parts, paid_in, performance
from wiwak_eval.budget.pay.pay_table import PayRow, ask_all_steps, no_table, row_if_known
from wiwak_eval.budget.pay.rules import BRANCHES, FormRates, PayRules
from wiwak_eval.budget.pay.steps import step_on
from wiwak_eval.budget.posts.line import PostLine
from wiwak_eval.money import Cents, share_of

EMPLOYED = (
    "gross", *BRANCHES, "zvk", "bonus", "bonus_social", "bonus_zvk", "performance", "performance_social", "performance_zvk", "accident",
    "insolvency",
)  # fmt: skip
"""Parts that any employer pays."""
PARTS = (*EMPLOYED, "carrier_overhead", "vat")
"""All parts; they add up to `total`."""


@dataclass(frozen=True)
class PayMonth:
    """One post in one month (1-12), amounts in cents for `share` of a full post; nothing but `step` and `table` where it is not filled.

    step: pay goes by this step; table: row of the pay table, None where none is known and the post is not filled; bonus, performance: with
    the contributions on them; accident, insolvency: levies; carrier_overhead, vat: what carrier and contract add.
    """

    month: int
    step: int = 1
    table: PayRow | None = None
    share: Decimal = Decimal(1)
    gross: Cents = 0
    health: Cents = 0
    care: Cents = 0
    pension: Cents = 0
    unemployment: Cents = 0
    zvk: Cents = 0
    bonus: Cents = 0
    bonus_social: Cents = 0
    bonus_zvk: Cents = 0
    performance: Cents = 0
    performance_social: Cents = 0
    performance_zvk: Cents = 0
    accident: Cents = 0
    insolvency: Cents = 0
    carrier_overhead: Cents = 0
    vat: Cents = 0

    @property
    def table_pay(self) -> Cents:
        """Pay of a full post, 0 where no table is known."""
        return self.table.pay if self.table else 0

    @property
    def social(self) -> Cents:
        """The employer's contributions on the month's pay."""
        return self.health + self.care + self.pension + self.unemployment

    @property
    def total(self) -> Cents:
        """All that the county pays for this month: own costs, or a carrier's or firm's with overhead and tax."""
        return _sum_of(self, PARTS)


def post_year(assumptions: Assumptions, rules: PayRules, line: PostLine, shares: Sequence[Decimal]) -> tuple[PayMonth, ...]:
    """Twelve months of one line. Each part is rounded to the cent by itself.

    shares: of a full post by month, 0 where it is not filled, above 1 where the line stands for several posts.

    Raises Gap where a filled month has no table pay or the group no bonus; it names the group, not the step.
    """
    ask_all_steps(assumptions, line.group, date(rules.year, 1, 1))
    months = tuple(_regular(assumptions, rules, line, month, share) for month, share in enumerate(shares, start=1))
    gross = [pay.gross for pay in months]
    if not any(gross):
        return months
    rewards = (
        (paid_in(rules.bonus_month, gross), bonus(rules, line.group, gross)),
        (paid_in(rules.performance_month, gross), performance(rules, gross)),
    )
    yearly, reward = liable_parts(rules, shares, gross, rewards)
    return tuple(_levied(rules, rules.forms[line.form], _rewarded(rules, pay, yearly, reward), (yearly, reward)) for pay in months)


def _regular(assumptions: Assumptions, rules: PayRules, line: PostLine, month: int, share: Decimal) -> PayMonth:
    """The month's pay and the contributions on it."""
    day = date(rules.year, month, 1)
    step = step_on(rules, line, day)
    row = row_if_known(assumptions, line.group, step, day)
    if row is None and share:
        raise no_table(line.group, day)
    gross = share_of(row.pay, share) if row else 0
    social = {branch: share_of(min(gross, rules.ceiling(branch, share)), rules.rates[branch]) for branch in BRANCHES}
    return PayMonth(month, step, row, share, gross, **social, zvk=share_of(gross, rules.zvk))


def _rewarded(rules: PayRules, pay: PayMonth, yearly: OneOff, reward: OneOff) -> PayMonth:
    """With annual bonus and performance pay, where they are paid in this month."""
    if pay.month == yearly.month:
        pay = replace(pay, bonus=yearly.amount, bonus_social=yearly.social(rules), bonus_zvk=yearly.zvk(rules))
    if pay.month == reward.month:
        pay = replace(pay, performance=reward.amount, performance_social=reward.social(rules), performance_zvk=reward.zvk(rules))
    return pay


def _levied(rules: PayRules, form: FormRates, pay: PayMonth, one_offs: Sequence[OneOff]) -> PayMonth:
    """With levies, the carrier's overhead and tax.

    The insolvency levy is due on what pension contributions are due on (section 358 SGB III, general knowledge, not read in source).
    """
    liable = min(pay.gross, rules.ceiling("pension", pay.share)) + sum(one.liable["pension"] for one in one_offs if one.month == pay.month)
    paid = pay.gross + pay.bonus + pay.performance
    pay = replace(pay, accident=share_of(paid, form.accident), insolvency=share_of(liable, form.insolvency))
    pay = replace(pay, carrier_overhead=share_of(_sum_of(pay, EMPLOYED), form.overhead))
    return replace(pay, vat=share_of(pay.total, form.vat))


def _sum_of(pay: PayMonth, parts: Sequence[str]) -> Cents:
    return sum(getattr(pay, part) for part in parts)
