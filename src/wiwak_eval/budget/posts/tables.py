"""The posts plan as a table: who holds what, and how much of it is planned."""

from collections.abc import Sequence

from wiwak_eval import german
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

FILLED = "Vorhandene Stellen werden in der Reihenfolge des Stellenplans besetzt; fehlender Bedarf ist als „zusätzlich“ geplant."
ELSEWHERE = "Stellen bei einem Träger oder Dienstleister gehören nicht in den Stellenplan des Landkreises; sie stehen hier nachrichtlich."
FORMS = {Form.OWN: "Landkreis", Form.FORWARDED: "Träger (Zuschuss)", Form.CONTRACT: "Dienstleister"}


def posts_plan(plans: Plans, read: Sequence[str]) -> Table:
    """Existing and planned shares of each line: key, label, role, form, group, step, day since which the step is held, existing, years."""
    lines = plans[0].lines
    rows: list[list[Cell]] = [
        [*_about(line), float(line.share), *(float(plan.staff.planned[line.key]) for plan in plans)] for line in lines
    ]
    total = float(sum(line.share for line in lines))
    rows.append(["total", "Summe", None, None, None, None, None, total, *(float(plan.planned) for plan in plans)])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stelle", Unit.TEXT),
        Column("role", "Aufgabe", Unit.TEXT),
        Column("form", "beschäftigt bei", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("step", "Stufe", Unit.COUNT),
        Column("since", "in der Stufe seit", Unit.TEXT),
        Column("existing", "vorhanden", Unit.POSTS, 2),
        *(Column(f"y{plan.year}", f"geplant {plan.year}", Unit.POSTS, 2) for plan in plans),
    )
    return build_table("posts_plan", "Stellenplan", columns, rows, NOTEBOOK, notes_of(lines), assumptions=read, staff=True)


def elsewhere(lines: Sequence[PostLine]) -> bool:
    """Whether a carrier or a firm has some of the posts."""
    return any(line.form is not Form.OWN for line in lines)


def notes_of(lines: Sequence[PostLine]) -> tuple[str, ...]:
    """How posts are filled and, where there are some elsewhere, that these are no part of the county's posts plan."""
    return (FILLED, ELSEWHERE) if elsewhere(lines) else (FILLED,)


def place_of(form: Form) -> str:
    """Where a post stands: in the county's posts plan, or beside it for information."""
    return "im Stellenplan" if form is Form.OWN else "nachrichtlich"


def _about(line: PostLine) -> list[Cell]:
    label = "zusätzlich" if line.key == NEW else f"Stelle {line.key[1:]}" + ("" if line.form is Form.OWN else " (nachrichtlich)")
    since = None if line.in_step_since is None else german.day(line.in_step_since)
    return [line.key, label, line.role or None, FORMS[line.form], line.group, line.step, since]
