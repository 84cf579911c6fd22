"""Budget lines of the county (kameral): section and group, income and expenditure apart."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents

INCOME, EXPENDITURE = "E", "A"


@dataclass(frozen=True)
class BudgetLine:
    """direction: `E` income, `A` expenditure; code: section.group; amounts: cents by year, oldest first; note: German."""

    key: str
    direction: str
    code: str
    label: str
    amounts: tuple[Cents, ...]
    note: str


Amount = Callable[[YearPlan], Cents]
_LINES: Mapping[str, tuple[str, str, Amount, str]] = {
    "land": (INCOME, "Zuweisung des Landes", lambda plan: plan.financing.parts["land"], ""),
    "federal": (INCOME, "Zuweisung des Bundes", lambda plan: plan.financing.parts["federal"], ""),
    "esf": (INCOME, "Zuweisung aus dem Europäischen Sozialfonds", lambda plan: plan.financing.parts["esf"], ""),
    "third": (INCOME, "Zuschüsse Dritter", lambda plan: plan.financing.parts["third"], ""),
    "pay": (EXPENDITURE, "Entgelte", lambda plan: _own(plan, _pay), "Tabellenentgelt, Jahressonderzahlung, Leistungsentgelt"),
    "pension": (EXPENDITURE, "Beiträge zur Zusatzversorgung", lambda plan: _own(plan, _pension), "Umlage und Zusatzbeitrag"),
    "social": (EXPENDITURE, "Beiträge zur Sozialversicherung", lambda plan: _own(plan, _social), "Anteil des Arbeitgebers"),
    "rooms": (EXPENDITURE, "Räume", lambda plan: plan.costs.items["rooms"], "Mietwert; als Sachleistung eine innere Verrechnung"),
    "training": (EXPENDITURE, "Aus- und Fortbildung", lambda plan: plan.costs.items["training"], ""),
    "materials": (EXPENDITURE, "Geschäftsausgaben", lambda plan: plan.costs.items["materials"], "Büromaterial, Technik, Telefon"),
    "events": (EXPENDITURE, "Veranstaltungen", lambda plan: plan.costs.items["events"], ""),
    "travel": (
        EXPENDITURE,
        "Dienstreisen",
        lambda plan: plan.costs.items["travel"] + plan.costs.items["outreach"],
        "mit Fahrten zu aufsuchenden Beratungen",
    ),
    "interpreting": (EXPENDITURE, "Sachverständige, Sprachmittlung", lambda plan: plan.costs.items["interpreting"], ""),
    "contract": (EXPENDITURE, "Dienstleister", lambda plan: plan.costs.items["contract"], "mit Umsatzsteuer"),
    "carrier": (EXPENDITURE, "Zuschuss an den Träger", lambda plan: plan.costs.items["carrier"], "weitergeleitete Zuwendung"),
}
"""Line: direction, German label, its amount in a year, German note. Their groups are assumptions `budget_group_<line>`."""


def budget_lines(plans: tuple[YearPlan, ...], assumptions: Assumptions, former: Collection[str] = ()) -> tuple[BudgetLine, ...]:
    """The lines of all years in the order of the papers; those without any amount are left out, the Land's never. Raises Gap.

    former: codes of income that the county's books of former years have: a funder that paid before keeps its line and its name.
    """
    day = date(plans[0].year, 1, 1)
    section = assumptions.text("budget_section", day)
    found: list[BudgetLine] = []
    for key, (direction, label, amount, note) in _LINES.items():
        amounts = tuple(amount(plan) for plan in plans)
        if any(amounts) or key == "land" or (direction == INCOME and former):
            code = f"{section}.{assumptions.text(f'budget_group_{key}', day)}"
            if any(amounts) or key == "land" or (code in former and code not in {line.code for line in found}):
                found.append(BudgetLine(key, direction, code, label, amounts, note))
    return tuple(found)


def _own(plan: YearPlan, part: Callable[[PayMonth], Cents]) -> Cents:
    """A part of what the county's own employees cost."""
    own = (line.key for line in plan.lines if line.form is Form.OWN)
    return sum(part(pay) for key in own for pay in plan.costs.personnel[key])


def _pay(pay: PayMonth) -> Cents:
    return pay.gross + pay.bonus + pay.performance


def _pension(pay: PayMonth) -> Cents:
    return pay.zvk + pay.bonus_zvk + pay.performance_zvk


def _social(pay: PayMonth) -> Cents:
    """What is left, so that the three lines give the personnel costs whatever levies there are."""
    return pay.total - _pay(pay) - _pension(pay)
