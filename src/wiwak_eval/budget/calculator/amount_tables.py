"""What posts cost, as whole cents: by number of posts, and personnel by pay round too."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from wiwak_eval.budget.calculator.coefficients import CASH, FLAT, IN_KIND, MONTHS, number_key
from wiwak_eval.budget.calculator.grid import YearGrid
from wiwak_eval.budget.calculator.pricing import Months, without_personnel
from wiwak_eval.budget.columns import NOTEBOOK
from wiwak_eval.budget.costs.model import PERSONNEL_ITEMS, YearMonths
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.posts.staffing import Staffing
from wiwak_eval.budget.year_plan import PlanRun, YearPlan
from wiwak_eval.german import MONTHS as MONTH_NAMES
from wiwak_eval.money import round_half_up
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

Priced = Mapping[tuple[int, Decimal, str], Months]
"""Personnel costs by year, number of posts, and key of the pay round."""
AMOUNTS = (
    Column("total", "Jahr zusammen", Unit.CENTS),
    *(Column(name, f"{month}, förderfähig", Unit.CENTS) for name, month in zip(MONTHS, MONTH_NAMES, strict=True)),
)
PARTS = {CASH: "Auszahlungen je Stelle", IN_KIND: "Sachleistung", FLAT: "Pauschale des Landes für diese Stellen"}
COARSE = (
    "Bei so vielen Stellen wie geplant stehen die Kosten des Plans. Jede Stelle mehr oder weniger ist mit dem Durchschnitt aller Stufen "
    "ihrer Entgeltgruppe gerechnet, gleich wer sie besetzt. Die Kosten des Plans selbst stehen genau; bei wenigen Stellen können sie "
    "Stufen verraten."
)


def personnel_table(run: PlanRun, priced: Priced, offered: Sequence[GrantTerms], read: Sequence[str], exact: bool) -> Table:
    """Personnel costs. offered: one a year, says what a grant counts; exact: each post at the step of its holder, which is staff data."""
    terms = _by_year(run, offered)
    rows = [
        [f"{year}/{number_key(posts)}/{pay}", str(year), float(posts), pay, *_amounts(months, terms[year])]
        for (year, posts, pay), months in priced.items()
    ]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("posts", "Stellen", Unit.POSTS, 2),
        Column("pay", "Tarifrunde (Schlüssel)", Unit.TEXT),
        *AMOUNTS,
    )
    id = "calculator_personnel" if exact else "calculator_personnel_groups"
    notes = () if exact else (COARSE,)
    return build_table(id, "Rechner: Personalkosten nach Stellen und Tarif", columns, rows, NOTEBOOK, notes, read, staff=exact)


def _by_year(run: PlanRun, offered: Sequence[GrantTerms]) -> Mapping[int, GrantTerms]:
    return {plan.year: terms for plan, terms in zip(run.budget, offered, strict=True)}


def _amounts(months: Mapping[str, YearMonths], terms: GrantTerms) -> list[Cell]:
    counted = [amounts for item, amounts in months.items() if item in terms.eligible]
    return [sum(map(sum, months.values())), *(sum(month) for month in zip((0,) * 12, *counted, strict=True))]


def workplaces(run: PlanRun, grids: Sequence[YearGrid], offered: Sequence[GrantTerms], read: Sequence[str]) -> Table:
    """All that hangs on the number of posts but is no pay, and what comes each year whatever their number."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Teil", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("posts", "Stellen", Unit.POSTS, 2),
        Column("part", "Kennung des Teils", Unit.TEXT),
        *AMOUNTS,
    )
    rows = [
        [f"{plan.year}/{number_key(posts)}/{part}", PARTS[part], str(plan.year), float(posts), part, *amounts]
        for plan, grid, terms in zip(run.budget, grids, offered, strict=True)
        for posts in grid.posts
        for part, amounts in _workplaces_of(run, plan, posts, terms)
    ]
    notes = ("Enthält auch, was jedes Jahr gleich ist (Veranstaltungen). Dolmetschen und Fahrten stehen bei den Kosten je Beratung.",)
    return build_table("calculator_workplaces", "Rechner: Sachkosten nach Stellen", columns, rows, NOTEBOOK, notes, read)


def _workplaces_of(run: PlanRun, plan: YearPlan, posts: Decimal, terms: GrantTerms) -> Iterator[tuple[str, list[Cell]]]:
    staff, costs = without_personnel(run, plan, posts)
    items = {item: months for item, months in costs.months.items() if item not in PERSONNEL_ITEMS}
    yield CASH, _amounts({item: months for item, months in items.items() if item not in costs.in_kind}, terms)
    counts = terms if terms.in_kind_counts else GrantTerms(terms.kind, frozenset())
    yield IN_KIND, _amounts({item: months for item, months in items.items() if item in costs.in_kind}, counts)
    if plan.terms is not None and plan.terms.kind is GrantKind.FLAT:
        yield FLAT, [_flat(staff, plan.terms), *(0,) * 12]


def _flat(staff: Staffing, terms: GrantTerms) -> int:
    """What a flat rate gives for the posts filled in supported months, before any limit (`grants.amount`)."""
    return round_half_up(terms.amount * sum((staff.post_months[month - 1] for month in terms.months), Decimal(0)))
