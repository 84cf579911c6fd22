"""The plan checked for double funding: the books have their own check (`evaluation/double_funding`)."""

from collections.abc import Sequence

from wiwak_eval.budget.financing.split import FIXED
from wiwak_eval.budget.financing.year import NOTEBOOK, FinancedYear
from wiwak_eval.budget.grants.amount import grant_amount
from wiwak_eval.budget.grants.eligible import eligible, eligible_cash_cells, post_months
from wiwak_eval.evaluation.double_funding.check import Check, checked, not_checked, of
from wiwak_eval.results import Column, Table, Unit, build_table

OUTSIDE = ("land", *FIXED)
UNDECIDED = "Das Land hat nichts entschieden."
NOTES = (
    "Geprüft ist der Plan, nicht die Bücher. Ein Hinweis ist kein Fehler: Er nennt, was Bescheide erlauben müssen.",
    "Ob ein anderer Geldgeber dieselbe Arbeit bei einem anderen Träger bezahlt, zeigt dieser Plan nicht.",
)


def plan_checks(plan: FinancedYear) -> tuple[Check, ...]:
    """Every check of one year."""
    return (overpaid(plan), in_kind(plan), several_funders(plan), promised(plan), beyond_eligible(plan), own_share(plan))


def overpaid(plan: FinancedYear) -> Check:
    """Item-months that get more, or less, than they cost, or a negative part."""
    cells = plan.financing.cells
    hits = sum(
        sum(parts.values()) != plan.costs.months[item][month - 1] or min(parts.values()) < 0
        for (item, month), parts in cells.items()
    )  # fmt: skip
    label = "jeder Posten in jedem Monat genau einmal bezahlt"
    return checked("overpaid", label, _item_months(len(cells)), hits, "Ein Posten ist in einem Monat über- oder unterfinanziert.")


def in_kind(plan: FinancedYear) -> Check:
    """Item-months that come in kind and are paid in money as well, or the other way round."""
    crossed = [
        sum(amount for funder, amount in parts.items() if (funder == "county_in_kind") != (item in plan.costs.in_kind))
        for (item, _), parts in plan.financing.cells.items()
    ]
    label = "Sachleistung und Geld für denselben Posten"
    concern = "Eine Sachleistung ist zugleich mit Geld bezahlt, oder sie deckt eine Lücke im Geld."
    return checked("in_kind", label, _item_months(len(crossed)), sum(amount > 0 for amount in crossed), concern)


def several_funders(plan: FinancedYear) -> Check:
    """Item-months to which more than one funder from outside contributes."""
    shared = sum(sum(parts[funder] > 0 for funder in OUTSIDE) > 1 for parts in plan.financing.cells.values())
    concern = "Mehrere Geldgeber tragen denselben Posten anteilig; jeder Bescheid muss die anderen nennen und zulassen."
    return checked("several_funders", "mehrere Geldgeber am selben Posten", _item_months(len(plan.financing.cells)), shared, concern)


def promised(plan: FinancedYear) -> Check:
    """What all funders would give together against what is to be paid."""
    label = "alle zugesagten Beträge zusammen gegen die Auszahlungen"
    others = sum(plan.fixed[funder] for funder in FIXED)
    land = 0
    if plan.terms is not None:
        land = grant_amount(plan.terms, eligible(plan.costs, plan.terms), others, post_months(plan.costs, plan.terms))
    concern = "Die Zusagen sind zusammen höher als die Auszahlungen; gerechnet ist nur, was gebraucht wird."
    examined = of(sum(amount > 0 for amount in (land, *plan.fixed.values())), "Zusage", "Zusagen")
    return checked("promised", label, examined, int(land + others > plan.costs.cash), concern)


def beyond_eligible(plan: FinancedYear) -> Check:
    """On the items and months the Land supports: grants together against what they cost."""
    label = "Zuwendungen zusammen gegen die förderfähigen Auszahlungen"
    if plan.terms is None:
        return not_checked("beyond_eligible", label, UNDECIDED)
    room = eligible_cash_cells(plan.costs, plan.terms)
    grants = sum(plan.financing.cells[cell][funder] for cell in room for funder in OUTSIDE)
    hits = int(grants > sum(room.values()) or plan.financing.parts["land"] > sum(room.values()))
    return checked("beyond_eligible", label, _item_months(len(room)), hits, "Geldgeber zahlen mehr, als förderfähig ist.")


def own_share(plan: FinancedYear) -> Check:
    """Whether the county itself pays something towards what the Land supports."""
    label = "eigene Mittel des Landkreises neben der Zuwendung"
    if plan.terms is None:
        return not_checked("own_share", label, UNDECIDED)
    county = plan.financing.parts["county_cash"]
    concern = "Der Landkreis zahlt neben der Zuwendung nichts selbst; ein Bescheid verlangt meist einen Eigenanteil."
    return checked("own_share", label, of(1, "Finanzierungsplan", ""), int(plan.financing.parts["land"] > 0 and not county), concern)


def funding_check(plans: Sequence[FinancedYear], read: Sequence[str]) -> Table:
    """One row a check and year."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Prüfung", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("examined", "betrachtet", Unit.TEXT),
        Column("hits", "Treffer", Unit.COUNT),
        Column("result", "Ergebnis", Unit.TEXT),
    )
    rows = [
        (f"{check.key}/{plan.year}", check.label, str(plan.year), check.examined, check.hits, check.result)
        for plan in plans
        for check in plan_checks(plan)
    ]
    return build_table("funding_check", "Plan geprüft auf Doppelfinanzierung", columns, rows, NOTEBOOK, NOTES, read)


def _item_months(count: int) -> str:
    return of(count, "Monatsbetrag", "Monatsbeträge")
