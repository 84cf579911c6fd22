"""What the budget gives, as tables: posts, costs, who pays."""

from collections.abc import Sequence

from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.costs import LABELS
from wiwak_eval.budget.financing import FUNDERS
from wiwak_eval.budget.posts import NEW, Post
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

PLAN_RUN = "Plan zu mittleren Werten, auf den Cent gerechnet."
ONLY_CASELOAD = "Die Bereiche enthalten nur die Unsicherheit der Fallzahl, nicht die der Annahmen zu Zeiten, Tarif und Preisen."


def posts_plan(plans: Plans, existing: tuple[Post, ...], read: Sequence[str]) -> Table:
    """Existing and planned shares of each line of the posts plan."""
    held = {post.key: post.share for post in existing}
    rows: list[list[Cell]] = []
    for position, post in enumerate(plans[0].posts):
        label = "zusätzlich" if post.key == NEW else f"Stelle {post.key[1:]}"
        planned = (float(plan.posts[position].share) for plan in plans)
        rows.append([post.key, label, post.group, post.step, float(held.get(post.key, 0)), *planned])
    rows.append(["total", "Summe", None, None, float(sum(held.values())), *(float(plan.planned) for plan in plans)])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stelle", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("step", "Stufe", Unit.COUNT),
        Column("existing", "vorhanden", Unit.POSTS, 2),
        *(Column(f"y{plan.year}", f"geplant {plan.year}", Unit.POSTS, 2) for plan in plans),
    )
    notes = ("Vorhandene Stellen werden in der Reihenfolge des Stellenplans besetzt; fehlender Bedarf ist als „zusätzlich“ geplant.",)
    return build_table("posts_plan", "Stellenplan", columns, rows, NOTEBOOK, notes=notes, assumptions=read, staff=True)


def posts_range(plans: Plans, read: Sequence[str]) -> Table:
    """Planned posts and their range under all simulated caseloads."""
    rows = [(str(plan.year), float(plan.planned), plan.range.posts_p10, plan.range.posts_p90) for plan in plans]
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("planned", "geplante Stellen", Unit.POSTS, 2),
        Column("p10", "80-%-Bereich von", Unit.POSTS, 2),
        Column("p90", "80-%-Bereich bis", Unit.POSTS, 2),
    )
    return build_table("posts_range", "Stellen mit Bereich", columns, rows, NOTEBOOK, notes=(ONLY_CASELOAD,), assumptions=read)


def costs(plans: Plans, read: Sequence[str]) -> Table:
    """Cost items by year."""
    rows: list[list[Cell]] = [[key, label, *(plan.costs.items[key] for plan in plans)] for key, label in LABELS.items()]
    rows.append(["total", "Gesamtkosten", *(plan.costs.total for plan in plans)])
    columns = year_columns(plans, Unit.CENTS)
    notes = (PLAN_RUN, "Der Raum steht als Sachleistung mit seinem Mietwert; eine Arbeitsplatzpauschale kommt nicht hinzu.")
    return build_table("costs", "Kosten je Haushaltsjahr", columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def cost_range(plans: Plans, read: Sequence[str]) -> Table:
    """Planned total and its range."""
    rows = [(str(plan.year), plan.costs.total, plan.range.cost_p10, plan.range.cost_p90) for plan in plans]
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("plan", "Plan", Unit.CENTS),
        Column("p10", "80-%-Bereich von", Unit.CENTS),
        Column("p90", "80-%-Bereich bis", Unit.CENTS),
    )
    notes = (PLAN_RUN, "Bereiche aus der Simulation, auf 100 € gerundet.", ONLY_CASELOAD)
    return build_table("cost_range", "Gesamtkosten mit Bereich", columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def financing(plans: Plans, read: Sequence[str]) -> Table:
    """Who pays, by year."""
    rows: list[list[Cell]] = [[key, label, *(plan.financing.parts[key] for plan in plans)] for key, label in FUNDERS.items()]
    rows.append(["total", "Gesamtfinanzierung", *(plan.financing.total for plan in plans)])
    notes = [PLAN_RUN]
    if any(plan.financing.parts["open"] for plan in plans):
        notes.append("Zum Stichtag ist keine Landesförderung für diese Jahre entschieden; der Bedarf steht deshalb als offen.")
    columns = year_columns(plans, Unit.CENTS)
    return build_table("financing", "Finanzierung je Haushaltsjahr", columns, rows, NOTEBOOK, notes=notes, assumptions=read)
