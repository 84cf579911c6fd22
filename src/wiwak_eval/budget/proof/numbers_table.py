"""The numbers of the proof of use: planned against spent by item, and whether an item exceeds what the notice allows."""

from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.budget.books.ledger_year import LedgerYear, cents
from wiwak_eval.budget.books.planned import SEVERAL, Planned, eligible_kinds, planned_by_kind
from wiwak_eval.budget.books.words import kind_labels
from wiwak_eval.budget.grants.notice import Notice
from wiwak_eval.budget.proof.words import NOTEBOOK, headed
from wiwak_eval.money import Cents, share_of
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

TOTAL = "Summe"
NO_PLAN, UNKNOWN, NOT_ELIGIBLE, KEPT, OVER = (
    "nicht im Plan",
    "Plan nicht zuzuordnen",
    "nicht zuwendungsfähig",
    "eingehalten",
    "über der zulässigen Überschreitung",
)
SAVED, UNSAVED = "überschritten, zulässig", "überschritten, nicht durch andere Posten eingespart"
NOTES = (
    "Nur Auszahlungen; Sachleistungen weist der Landkreis gesondert nach. Plan: Haushaltsansätze der Haushaltsstellen, nach der Kostenart, "
    "die darauf gebucht ist. Abweichung = zuwendungsfähig ausgegeben − Plan.",
    "Ein Posten darf überschritten werden, soweit der Bescheid es zulässt und andere Posten es einsparen (Muster der ANBest-P; welche "
    "Nebenbestimmungen gelten, sagt der Bescheid).",
)


def proof_numbers(year: LedgerYear, planned: Planned, notice: Notice | None) -> Table | NotAssessable:
    """Table `proof_numbers`: by cost type. notice: the one whose tolerance holds. Refused where no booking is marked eligible."""
    spent = year.spent
    if not spent["eligible"].any():
        return NotAssessable("nicht auswertbar: Keine Buchung ist als zuwendungsfähig gekennzeichnet; ein Nachweis je Posten braucht das.")
    plan = planned_by_kind(planned, spent, in_kind=False)
    counting = eligible_kinds(plan, spent)
    found = {str(kind): (cents(part[part["eligible"]]), cents(part[~part["eligible"]])) for kind, part in spent.groupby("cost_type")}
    eligible, other = (sum(amounts[side] for amounts in found.values()) for side in (0, 1))
    saved = eligible <= sum(plan[kind] for kind in counting)
    tolerance = None if notice is None else notice.tolerance
    rows: list[list[Cell]] = []
    for kind, label in kind_labels().items():
        if kind in plan or kind in found:
            amounts, allowed = found.get(kind, (0, 0)), plan.get(kind)
            if SEVERAL in plan and (kind == SEVERAL or allowed is None):
                told = UNKNOWN
            elif kind in plan and kind not in counting:
                told = NOT_ELIGIBLE
            else:
                told = _verdict(allowed, amounts[0], tolerance, saved)
            rows.append([label, *_amounts(allowed, *amounts), told])
    rows.append([TOTAL, *_amounts(sum(plan.values()), eligible, other), KEPT if saved else "Plan überschritten"])
    columns = (
        Column("cost_type", "Posten", Unit.TEXT),
        Column("planned", "Plan", Unit.CENTS),
        Column("eligible", "ausgegeben, zuwendungsfähig", Unit.CENTS),
        Column("not_eligible", "nicht zuwendungsfähig", Unit.CENTS),
        Column("difference", "Abweichung", Unit.CENTS),
        Column("share", "Anteil am Plan", Unit.SHARE, 0),
        Column("verdict", "Urteil", Unit.TEXT),
    )
    title = headed("zahlenmäßiger Nachweis", year.last)
    return build_table("proof_numbers", title, columns, rows, NOTEBOOK, (*NOTES, _allowed(tolerance)))


def _amounts(plan: Cents | None, eligible: Cents, other: Cents) -> list[Cell]:
    difference = None if plan is None else eligible - plan
    return [plan, eligible, other, difference, round(eligible / plan, 6) if plan else None]


def _verdict(plan: Cents | None, eligible: Cents, tolerance: Decimal | None, saved: bool) -> str:
    """saved: whether the other items leave enough, so that the plan is kept in its total."""
    if plan is None:
        return NO_PLAN if eligible else KEPT
    if eligible <= plan:
        return KEPT
    if tolerance is None:
        return "überschritten"
    if eligible > plan + share_of(plan, tolerance):
        return OVER
    return SAVED if saved else UNSAVED


def _allowed(tolerance: Decimal | None) -> str:
    if tolerance is None:
        return "Was an Überschreitung zulässig ist, nennt kein gelieferter Bescheid; ein Urteil darüber fehlt deshalb."
    return f"Zulässige Überschreitung laut Bescheid: {german.percent(tolerance, 0)}."
