"""What one post costs in one month and one year: collective pay, social insurance, supplementary pension, annual bonus."""

import re
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.money import Cents, round_half_up, share_of, to_cents

BRANCHES = ("health", "care", "pension", "unemployment")
BONUS_MONTHS = (7, 8, 9)


@dataclass(frozen=True)
class PayMonth:
    """One post in one month, all in cents but `month` (1-12) and `share`; `gross` and what follows are for that share of a post."""

    month: int
    table_pay: Cents
    share: Decimal
    gross: Cents
    health: Cents
    care: Cents
    pension: Cents
    unemployment: Cents
    zvk: Cents
    bonus: Cents
    bonus_social: Cents
    bonus_zvk: Cents

    @property
    def social(self) -> Cents:
        """The employer's contributions on the month's pay."""
        return self.health + self.care + self.pension + self.unemployment

    @property
    def total(self) -> Cents:
        """All the employer pays in this month."""
        amounts = {field.name: getattr(self, field.name) for field in fields(self)}
        return sum(amounts[name] for name in amounts if name not in {"month", "table_pay", "share"})


@dataclass(frozen=True)
class PayRules:
    """Rates of one year. rates: employer's share by branch; ceilings: monthly pay up to which a branch is due, in cents."""

    year: int
    rates: dict[str, Decimal]
    ceilings: dict[str, Cents]
    zvk: Decimal
    bonus_low: Decimal
    bonus_high: Decimal
    bonus_month: int


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
        assumptions.decimal("bonus_share_low_groups", day),
        assumptions.decimal("bonus_share_high_groups", day),
        int(assumptions.decimal("bonus_month", day)),
    )


def normal_group(group: str) -> str:
    """`S 12`, `EG 9b`, `e9B` as `S12`, `E9b`."""
    letters = re.sub(r"\s", "", group).upper().replace("EG", "E", 1)
    return re.sub(r"[A-Z]$", lambda match: match.group().lower(), letters)


def table_pay(assumptions: Assumptions, group: str, step: int, day: date) -> Cents:
    """Monthly full-time pay: the last table known, moved on by the expected pay rounds since it came into force.

    Raises Gap where no table covers the day, for instance January 2017 or a group without a table.
    """
    table = assumptions.get(f"pay_{normal_group(group)}_{step}", day)
    now, then = assumptions.decimal("pay_index", day), assumptions.decimal("pay_index", table.valid_from)
    return round_half_up(Fraction(Decimal(str(table.value)) * 100 * now) / Fraction(then))


def bonus_class(group: str) -> str:
    """`bonus_low` or `bonus_high`, by pay group; raises Gap for groups that no rate covers."""
    match = re.match(r"([SE])(\d+)", normal_group(group))
    number = int(match.group(2)) if match else 0
    low, high = ((2, 9), (10, 18)) if match and match.group(1) == "S" else ((1, 8), (9, 12))
    if low[0] <= number <= low[1]:
        return "bonus_low"
    if high[0] <= number <= high[1]:
        return "bonus_high"
    raise Gap(f"Für die Entgeltgruppe „{group}“ ist keine Jahressonderzahlung hinterlegt. Bitte data/assumptions ergänzen.")


def bonus_share(rules: PayRules, group: str) -> Decimal:
    """Rate of the annual bonus for a pay group."""
    return rules.bonus_low if bonus_class(group) == "bonus_low" else rules.bonus_high


def post_year(assumptions: Assumptions, rules: PayRules, group: str, step: int, share: Decimal) -> tuple[PayMonth, ...]:
    """Twelve months of one post held all year. Raises Gap that names the group, not the step: papers print why a budget was refused."""
    days = [date(rules.year, month, 1) for month in range(1, 13)]
    for day in days:
        if not assumptions.has(f"pay_{normal_group(group)}_{step}", day):
            raise Gap(
                f"Für die Entgeltgruppe „{group}“ fehlt ein Tabellenentgelt, das am {german.day(day)} gilt. "
                "Bitte in data/assumptions mit Quelle ergänzen oder einen späteren Stichtag wählen."
            )
    tables = [table_pay(assumptions, group, step, day) for day in days]
    gross = [share_of(table, share) for table in tables]
    return tuple(
        pay_month(rules, month, tables[month - 1], share, gross, bonus_share(rules, group) if month == rules.bonus_month else None)
        for month in range(1, 13)
    )


def pay_month(rules: PayRules, month: int, table: Cents, share: Decimal, gross: list[Cents], bonus_rate: Decimal | None) -> PayMonth:
    """One month of a post. gross: its pay in all twelve months; bonus_rate: where the annual bonus is paid in this month, else None."""
    pay = gross[month - 1]
    social = {branch: share_of(min(pay, rules.ceilings[branch]), rules.rates[branch]) for branch in BRANCHES}
    bonus = round_half_up(sum(gross[m - 1] for m in BONUS_MONTHS) * bonus_rate / len(BONUS_MONTHS)) if bonus_rate else 0
    bonus_social = sum(_on_bonus(rules, branch, bonus, gross[:month]) for branch in BRANCHES)
    return PayMonth(
        month, table, share, pay, **social, zvk=share_of(pay, rules.zvk),
        bonus=bonus, bonus_social=bonus_social, bonus_zvk=share_of(bonus, rules.zvk),
    )  # fmt: skip


def _on_bonus(rules: PayRules, branch: str, bonus: Cents, gross_so_far: list[Cents]) -> Cents:
    """Contribution on a one-off payment: due up to what is left of the ceiling of the months so far (section 23a (3) SGB IV).

    Only pay that contributions were due on counts: what a month paid above its ceiling does not use up that of another month.
    """
    left = sum(rules.ceilings[branch] - min(pay, rules.ceilings[branch]) for pay in gross_so_far)
    return share_of(min(bonus, left), rules.rates[branch])
