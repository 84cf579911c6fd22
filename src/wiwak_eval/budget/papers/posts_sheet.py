"""The sheet of the posts plan that goes with a Haushaltsanmeldung: by post within the house, by pay group elsewhere."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.budget.financing.split import FIXED, FUNDERS
from wiwak_eval.budget.pay.groups import group_key
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.budget.posts.tables import FORMS, elsewhere, notes_of, place_of
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTEBOOK = "06_personal_budget"
KW = (
    "kw = künftig wegfallend: Der Teil der Stelle ist im ersten Haushaltsjahr noch besetzt und fällt bis zum Ende des Finanzplans weg, "
    "sobald er frei wird oder die Befristung endet. „Entfällt“ mit Jahr: Er fällt schon im ersten Haushaltsjahr weg."
)
APPLIED = "Land (zu beantragen), sonst Landkreis"


def posts_sheet(plans: Sequence[YearPlan], read: Sequence[str]) -> Table:
    """One row a line of the posts plan. plans: the two budget years, then those of the finance plan, which decide on kw alone."""
    rows = [_row(line.key, line.role or f"Stelle {line.key[1:]}", [line], plans, _until(line)) for line in plans[0].lines]
    return _table("posts_sheet", [*rows, *_totals(plans)], plans, read, staff=True)


def posts_sheet_groups(plans: Sequence[YearPlan], read: Sequence[str]) -> Table:
    """One row a pay group and form: no single post, and no day on which a single contract ends. plans: as in `posts_sheet`."""
    held = [line for line in plans[0].lines if line.key != NEW]
    rows = []
    for group, form in dict.fromkeys((line.group, line.form) for line in held):
        lines = [line for line in held if (line.group, line.form) == (group, form)]
        rows.append(_row(group_key(group, form), place_of(form), lines, plans, None))
    new = [line for line in plans[0].lines if line.key == NEW]
    return _table("posts_sheet_groups", [*rows, _row(NEW, "zusätzlich", new, plans, None), *_totals(plans)], plans, read, staff=False)


def _table(id: str, rows: Iterable[Sequence[Cell]], plans: Sequence[YearPlan], read: Sequence[str], staff: bool) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stelle", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("existing", "vorhanden", Unit.POSTS, 2),
        *(Column(f"y{place}", f"{plan.year}", Unit.POSTS, 2) for place, plan in enumerate(plans[:2], start=1)),
        Column("until", "befristet bis", Unit.TEXT),
        Column("kw", "kw-Vermerk", Unit.TEXT),
        Column("source", "Finanzierung", Unit.TEXT),
    )
    notes = (*notes_of(plans[0].lines), KW)
    return build_table(id, "Stellenplan zur Haushaltsanmeldung", columns, rows, NOTEBOOK, notes, read, staff=staff)


def _row(key: str, label: str, lines: Sequence[PostLine], plans: Sequence[YearPlan], until: str | None) -> list[Cell]:
    existing = sum((line.share for line in lines), Decimal(0))
    planned = [sum((plan.staff.planned[line.key] for line in lines), Decimal(0)) for plan in plans[:2]]
    shares: list[Cell] = [float(existing), *(float(share) for share in planned)]
    return [key, label, lines[0].group, *shares, until, _falling(lines, plans), _source(lines, plans)]


def _falling(lines: Sequence[PostLine], plans: Sequence[YearPlan]) -> str | None:
    """How much of what there is, or is created, falls away: in the first year, and of what is left then, later (kw)."""
    first, second = plans[:2]
    gone = later = Decimal(0)
    for line in lines:
        kept = _in_december(line.key, first)
        gone += max(line.share, _most(line.key, first)) - kept
        later += max(Decimal(0), max(kept, _most(line.key, second)) - min(_in_december(line.key, plan) for plan in plans[1:]))
    words = [f"{german.number(gone, 2)} entfällt {first.year}"] if gone else []
    return "; ".join([*words, *([f"{german.number(later, 2)} kw"] if later else [])]) or None


def _in_december(key: str, plan: YearPlan) -> Decimal:
    """What of a line is still planned, and filled, at the end of a year."""
    return min(plan.staff.planned[key], plan.staff.shares[key][-1])


def _most(key: str, plan: YearPlan) -> Decimal:
    """What of a line is planned, and filled at any time, in a year."""
    return min(plan.staff.planned[key], max(plan.staff.shares[key]))


def _until(line: PostLine) -> str | None:
    if line.key == NEW:
        return None
    return "keine Befristung angegeben" if line.fixed_term_until is None else german.day(line.fixed_term_until)


def _source(lines: Sequence[PostLine], plans: Sequence[YearPlan]) -> str:
    where = [FUNDERS[funder] for funder in FIXED if any(plan.fixed[funder] for plan in plans[:2])]
    where += sorted({FORMS[line.form] for line in lines} - {FORMS[Form.OWN]})
    funding = APPLIED if any(plan.terms is None for plan in plans[:2]) else "Land nach Bescheid, sonst Landkreis"
    return "; ".join([funding, *where])


def _totals(plans: Sequence[YearPlan]) -> list[list[Cell]]:
    """All posts; below, where a carrier or a firm has some of them, those of the county's own posts plan."""
    lines = plans[0].lines
    rows = [_sum("total", "Summe", lines, plans)]
    if elsewhere(lines):
        rows.append(_sum("own", "davon im Stellenplan des Landkreises", [line for line in lines if line.form is Form.OWN], plans))
    return rows


def _sum(key: str, label: str, lines: Sequence[PostLine], plans: Sequence[YearPlan]) -> list[Cell]:
    existing = sum((line.share for line in lines), Decimal(0))
    planned = (sum((plan.staff.planned[line.key] for line in lines), Decimal(0)) for plan in plans[:2])
    return [key, label, None, float(existing), *(float(share) for share in planned), None, None, None]
