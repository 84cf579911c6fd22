"""Existing and planned posts by pay group."""

from collections.abc import Sequence
from decimal import Decimal

from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.pay.groups import FORM_LABELS, TOTAL, group_key
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.budget.posts.tables import notes_of, place_of
from wiwak_eval.results import Cell, Column, Table, Unit, build_table


def posts_groups(plans: Plans, read: Sequence[str]) -> Table:
    """Existing and planned shares by pay group and form, further posts apart."""
    lines = plans[0].lines
    held = [line for line in lines if line.key != NEW]
    rows: list[list[Cell]] = []
    for group, form in dict.fromkeys((line.group, line.form) for line in held):
        keys = [line.key for line in held if (line.group, line.form) == (group, form)]
        planned = (float(sum((plan.staff.planned[key] for key in keys), Decimal(0))) for plan in plans)
        existing = float(sum((line.share for line in held if line.key in keys), Decimal(0)))
        rows.append([group_key(group, form), place_of(form), FORM_LABELS[form], group, existing, *planned])
    rows.extend(
        [NEW, "zusätzlich", FORM_LABELS[line.form], line.group, 0.0, *(float(plan.staff.planned[NEW]) for plan in plans)]
        for line in lines
        if line.key == NEW
    )
    total = float(sum((line.share for line in held), Decimal(0)))
    rows.append([TOTAL, "Summe", None, None, total, *(float(plan.planned) for plan in plans)])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stellen", Unit.TEXT),
        Column("form", "beschäftigt bei", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("existing", "vorhanden", Unit.POSTS, 2),
        *(Column(f"y{plan.year}", f"geplant {plan.year}", Unit.POSTS, 2) for plan in plans),
    )
    title = "Stellenplan nach Entgeltgruppen"
    return build_table("posts_groups", title, columns, rows, NOTEBOOK, notes_of(lines), assumptions=read)
