"""What costs outside the home county are made of."""

from collections.abc import Sequence
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.land_plan import LandPlan, staff_elsewhere
from wiwak_eval.transfer.per_county import NOTEBOOK
from wiwak_eval.transfer.unit_prices import Basis, UnitPrice, unit_prices

CASH, IN_KIND = "bar", "Sachleistung"
SUMS = {
    Basis.POST: ("sum_post", "zusammen je volle Stelle"),
    Basis.CONTACTS: ("sum_contacts", "zusammen je 100 Beratungen"),
    Basis.CENTRE: ("sum_centre", "zusammen je Zentrum"),
}
HOW = (
    "Posten = Zahl der Stellen, Beratungen oder Zentren × Preis ÷ Menge, auf den Cent gerundet. Preise sind ganze Cent, und gerechnet ist "
    "mit genau diesen Preisen; für Beratungen gelten sie deshalb je 100."
)
PAY = (
    "Personal: Mittel aller Stufen der öffentlichen Entgelttabelle, nach Entgeltgruppen und Beschäftigungsform gemischt wie im Plan des "
    "Pilotkreises, mit Sozialversicherung, Zusatzversorgung und Jahressonderzahlung."
)
MIX = (
    "Der Preis einer Stelle gilt für jede Größe, hängt aber an der Mischung der Gruppen im Pilotkreis und damit an dessen Größe: Würde "
    "dieser eine volle Stelle mehr planen, so stünden hier für {year} je Stelle zusammen {more}{space}€ statt {now}{space}€."
)
SHARE = "Anteil des Landes: was das Land in der angenommenen Variante vom Posten zahlen würde; entschieden ist nichts."


def prices_table(plan: LandPlan, read: Sequence[str]) -> Table:
    """Table `land_prices`: cents a year by item, what they are paid for, and the Land's assumed part of the item.

    The last rows sum up the items of each basis, with keys of SUMS.
    """
    forms = [{price.item: price for price in year.prices} for year in plan.years]
    items = [item for item in LABELS if any(item in form for form in forms)]
    rows = [_row(plan, item, [form.get(item) for form in forms]) for item in items]
    rows += [_sum(plan, basis) for basis in Basis]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Posten", Unit.TEXT),
        Column("basis", "Bezug", Unit.TEXT),
        Column("per", "Menge", Unit.COUNT),
        Column("cash", "Art", Unit.TEXT),
        *(Column(f"y{year}", f"Preis {year}", Unit.CENTS) for year in plan.caseload.years),
        *(Column(f"land_{year}", f"Anteil des Landes {year}", Unit.SHARE) for year in plan.caseload.years),
    )
    return build_table("land_prices", "Woraus die Kosten bestehen", columns, rows, NOTEBOOK, (HOW, PAY, _mix(plan), SHARE), read)


def _mix(plan: LandPlan) -> str:
    """What the price of a post would be beside one more full post at home; whole euros."""
    year, base = plan.years[0], plan.base
    staff = staff_elsewhere(year.plan, plan.effort, Decimal(1))
    more = unit_prices(base.run.views.pay, year.plan.pay, year.plan.rules.price, staff, plan.effort)
    euros = [german.number(round(_per_post(prices) / 100)) for prices in (more, year.prices)]
    return MIX.format(year=year.year, more=euros[0], now=euros[1], space="\u00a0")


def _per_post(prices: Sequence[UnitPrice]) -> Cents:
    return sum(price.cents for price in prices if price.basis is Basis.POST)


def _row(plan: LandPlan, item: str, prices: Sequence[UnitPrice | None]) -> list[Cell]:
    known = next(price for price in prices if price)
    cents = [price.cents if price else 0 for price in prices]
    shares = [_share(item, known.in_kind, year.variant) for year in plan.years]
    return [item, LABELS[item], known.basis.value, known.basis.per, IN_KIND if known.in_kind else CASH, *cents, *shares]


def _share(item: str, in_kind: bool, terms: GrantTerms) -> float:
    return float(terms.rate) if item in terms.eligible and (terms.in_kind_counts or not in_kind) else 0.0


def _sum(plan: LandPlan, basis: Basis) -> list[Cell]:
    key, label = SUMS[basis]
    cents = [sum(price.cents for price in year.prices if price.basis is basis) for year in plan.years]
    return [key, label, basis.value, basis.per, None, *cents, *(None for _ in plan.years)]
