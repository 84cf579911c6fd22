"""Rules of each year as whole numbers: ranges, the Land's terms, thresholds of posts, pay rounds, and what grows with consultations."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from wiwak_eval.budget.calculator.coefficients import MONTHS
from wiwak_eval.budget.calculator.grid import YearGrid
from wiwak_eval.budget.calculator.pay_rounds import PayRound
from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.costs.year_costs import interpreting_per_contact, outreach_per_contact
from wiwak_eval.budget.grants.amount import fixed_sum
from wiwak_eval.budget.grants.grant_table import NUMBERED, UNDECIDED
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.year_plan import PlanRun, YearPlan
from wiwak_eval.german import MONTHS as MONTH_NAMES
from wiwak_eval.german import month as german_month
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

CENTS = "Beträge in Cent."
NEXT_ROUND = (
    "Nächste Tarifrunde: ab {month}, die erste, deren Tabelle am Stichtag nicht bekannt ist. Spätere Runden bleiben wie angenommen und "
    "setzen auf dem höheren oder niedrigeren Entgelt auf."
)
TERMS = {
    "kind": "Finanzierungsart (1 Anteil, 2 Fehlbedarf, 3 Festbetrag, 4 Pauschale)",
    "rate_numerator": "Fördersatz, Zähler",
    "rate_denominator": "Fördersatz, Nenner",
    "promised": "Festbetrag im Jahr",
    "own_cash": "zugesagte Eigenmittel bei Fehlbedarf",
    "ceiling": "Höchstbetrag im Jahr",
    "first": "erster geförderter Monat",
    "last": "letzter geförderter Monat",
}


def rules(plans: Plans, grids: Sequence[YearGrid], offered: Sequence[GrantTerms], read: Sequence[str]) -> Table:
    """One column a year. offered: the Land's terms that a reader's share and first month are put into."""
    given = [_rules_of(plan, grid, terms) for plan, grid, terms in zip(plans, grids, offered, strict=True)]
    labels = {
        "contacts": "Beratungen, Plan",
        "contacts_fewest": "Beratungen, wenigste im Rechner",
        "contacts_most": "Beratungen, meiste im Rechner",
        "open": "in diesem Jahr geöffnet (1 = ja)",
        "others": "Bund, ESF und Dritte, feste Beträge",
        "decided": "Bedingungen des Landes bekannt (1 = ja)",
        **{f"decided_{name}": f"beschieden: {label}" for name, label in TERMS.items()},
        **{f"offered_{name}": f"im Rechner gewählt: {label}" for name, label in TERMS.items()},
    }
    rows = [(key, label, *(of[key] for of in given)) for key, label in labels.items()]
    notes = (
        CENTS,
        "Was im Rechner gewählt wird, ist ein Anteil ab einem Monat, rechtzeitig beschieden. Satz und Monat sind Annahmen.",
    )
    return build_table("calculator_rules", "Rechner: Regeln je Jahr", year_columns(plans, Unit.NUMBER), rows, NOTEBOOK, notes, read)


def _rules_of(plan: YearPlan, grid: YearGrid, offered: GrantTerms) -> dict[str, Cell]:
    return {
        "contacts": plan.contacts,
        "contacts_fewest": grid.contacts[0],
        "contacts_most": grid.contacts[1],
        "open": int(plan.staff.last > 0),
        "others": sum(plan.fixed.values()),
        "decided": int(plan.terms is not None),
        **{f"decided_{name}": value for name, value in _terms(plan.terms or UNDECIDED).items()},
        **{f"offered_{name}": value for name, value in _terms(offered).items()},
    }


def _terms(terms: GrantTerms) -> dict[str, Cell]:
    rate = Fraction(terms.rate)
    return {
        "kind": NUMBERED[terms.kind],
        "rate_numerator": rate.numerator,
        "rate_denominator": rate.denominator,
        "promised": fixed_sum(terms) if terms.kind is GrantKind.FIXED else 0,
        "own_cash": terms.own_cash,
        "ceiling": terms.ceiling,
        "first": terms.months.start,
        "last": terms.months.stop - 1,
    }


def pay_rounds_table(rounds: Sequence[PayRound], read: Sequence[str]) -> Table:
    """The choices of pay."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Tarif", Unit.TEXT),
        Column("rise", "Entgelt steigt um", Unit.SHARE, 2),
        Column("scenarios", "Szenarien", Unit.TEXT),
    )
    rows = [(one.key, one.label, None if one.rise is None else float(one.rise), " ".join(one.scenarios)) for one in rounds]
    notes = () if rounds[0].since is None else (NEXT_ROUND.format(month=german_month(rounds[0].since.isoformat())),)
    return build_table("calculator_pay_rounds", "Rechner: Tarifrunden zur Auswahl", columns, rows, NOTEBOOK, notes, read)


def thresholds(plans: Plans, grids: Sequence[YearGrid], read: Sequence[str]) -> Table:
    """From how many consultations on how many posts are planned."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("contacts", "ab Beratungen im Jahr", Unit.CONTACTS),
        Column("posts", "geplante Stellen", Unit.POSTS, 2),
    )
    rows = [
        (f"{plan.year}/{contacts}", str(plan.year), contacts, float(posts))
        for plan, grid in zip(plans, grids, strict=True)
        for contacts, posts in grid.thresholds
    ]
    return build_table("calculator_thresholds", "Rechner: Stellen nach Beratungen", columns, rows, NOTEBOOK, (), read)


def per_contact(run: PlanRun, offered: Sequence[GrantTerms], read: Sequence[str]) -> Table:
    """What one consultation more costs, as an exact fraction, and on which months it is laid. offered: says what a grant counts."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Posten", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("item", "Kennung des Postens", Unit.TEXT),
        Column("numerator", "Cent je Beratung, Zähler", Unit.NUMBER),
        Column("denominator", "Nenner", Unit.NUMBER),
        Column("counted", "förderfähig (1 = ja)", Unit.NUMBER),
        *(Column(name, f"Gewicht {month}", Unit.NUMBER) for name, month in zip(MONTHS, MONTH_NAMES, strict=True)),
    )
    rows: list[list[Cell]] = [
        [f"{item}/{plan.year}", LABELS[item], str(plan.year), item, *cents.as_integer_ratio(), int(item in terms.eligible), *weights]
        for plan, terms in zip(run.budget, offered, strict=True)
        for item, (cents, weights) in _grown(run, plan).items()
    ]
    notes = ("Der Betrag des Jahres ist auf den Cent gerundet und nach Gewicht auf die Monate gelegt, ohne dass ein Cent verloren geht.",)
    return build_table("calculator_contacts", "Rechner: Kosten je Beratung", columns, rows, NOTEBOOK, notes, read)


def _grown(run: PlanRun, plan: YearPlan) -> Mapping[str, tuple[Fraction, tuple[int, ...]]]:
    """Cents for a consultation of the year, and weights of its months, as `costs.year_costs` has them."""
    price, last = plan.rules.price, plan.staff.last
    paid = tuple(part if month <= last else Decimal(0) for month, part in enumerate(price.interpreting_paid, start=1))
    opened = tuple(int(month <= last) for month in range(1, 13))
    return {
        "interpreting": (interpreting_per_contact(run.measured, price, paid), _whole(paid)),
        "outreach": (outreach_per_contact(run.measured, price) * last / 12, opened),
    }


def _whole(weights: Sequence[Decimal]) -> tuple[int, ...]:
    """The same proportions in whole numbers."""
    fractions = [Fraction(weight) for weight in weights]
    common = lcm(*(one.denominator for one in fractions))
    return tuple(int(one * common) for one in fractions)
