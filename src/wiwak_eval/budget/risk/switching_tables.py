"""Tables of switching values: when a post comes or goes, and when the county's cash passes a limit."""

from collections.abc import Sequence
from decimal import Decimal

from wiwak_eval.assumptions.units import value_text
from wiwak_eval.budget.risk.county_limit import LimitPassed
from wiwak_eval.budget.risk.driver_tables import CONTACTS
from wiwak_eval.budget.risk.exact import Exact
from wiwak_eval.budget.risk.quantile_tables import NOTEBOOK
from wiwak_eval.budget.risk.switching import PostsThreshold, next_post, post_to_go
from wiwak_eval.budget.workload.needed import posts_for
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NEVER = "in keinem gerechneten Bereich"


def switching(base: Exact, read: Sequence[str]) -> Table:
    """From how many contacts a step of a post comes, and at how many one goes."""
    rows = [row for plan in base.plans for row in _year(base, plan)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Was sich ändert", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("plan", "Beratungen, Plan", Unit.CONTACTS),
        Column("contacts", "Schwelle, Beratungen", Unit.CONTACTS),
        Column("change", "gegenüber dem Plan", Unit.SHARE, 1),
        Column("posts_now", "Stellen, Plan", Unit.POSTS, 2),
        Column("posts_then", "Stellen danach", Unit.POSTS, 2),
    )
    notes = (
        "Alles andere bleibt wie geplant. Schwelle ist die erste Zahl von Beratungen, bei der eine andere Zahl von Stellen geplant würde.",
        "Ohne Zahl: Auch ohne eine einzige Beratung bliebe die Zahl der Stellen gleich, weil Öffnung oder Mindestbesetzung sie verlangen.",
    )
    return build_table("switching", "Ab wann eine Stelle kommt oder geht", columns, rows, NOTEBOOK, notes, read)


def _year(base: Exact, plan: YearPlan) -> list[list[Cell]]:
    def posts(contacts: int) -> Decimal:
        return posts_for(contacts, base.run.measured, plan.rules.work)

    found = (
        ("up", "Der nächste Schritt kommt", next_post(plan.contacts, posts)),
        ("down", "Der letzte Schritt entfällt", post_to_go(plan.contacts, posts)),
    )
    return [[f"{key}_{plan.year}", label, str(plan.year), plan.contacts, *_threshold(plan, threshold)] for key, label, threshold in found]


def _threshold(plan: YearPlan, found: PostsThreshold | None) -> tuple[Cell, ...]:
    now = float(plan.planned)
    if found is None:
        return (None, None, now, None)
    return (found.contacts, found.contacts / plan.contacts - 1 if plan.contacts else None, now, float(found.then))


def switching_county(passed: Sequence[LimitPassed], read: Sequence[str]) -> Table:
    """From which value on the county's cash passes the limit, or falls to it."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stellschraube", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("cash", "Landkreis bar, Plan", Unit.CENTS),
        Column("limit", "Grenze", Unit.CENTS),
        Column("plan", "Planwert", Unit.TEXT),
        Column("at", "Schwelle", Unit.TEXT),
        Column("change", "gegenüber dem Plan", Unit.SHARE, 1),
        Column("reading", "Lesart", Unit.TEXT),
    )
    notes = (
        "Je Zeile ändert sich eine Größe, alles andere bleibt wie geplant; das Land zahlt wie in der Variante ab Januar (angenommen).",
        "Die Grenze ist eine eigene Annahme; der Landkreis legt sie fest.",
    )
    rows = [_passed(one) for one in passed]
    title = "Ab wann der Landkreis bar mehr zahlt als eine Grenze"
    return build_table("switching_county", title, columns, rows, NOTEBOOK, notes, read)


def _passed(one: LimitPassed) -> list[Cell]:
    shown: list[Cell] = [f"{one.key}_{one.year}", one.label, str(one.year), one.cash, one.limit, _text(one.planned, one.unit)]
    if one.at is None:
        return [*shown, NEVER, None, _still(one)]
    side = "bei diesem Wert über der Grenze" if one.cash <= one.limit else "bei diesem Wert nicht mehr über der Grenze"
    return [*shown, _text(one.at, one.unit), float(one.at / one.planned - 1) if one.planned else None, side]


def _still(one: LimitPassed) -> str:
    return "Räume als Sachleistung kosten kein Geld" if one.key == "rent" and one.still else "Diese Größe allein ändert daran nichts"


def _text(value: Decimal, unit: str) -> str:
    return value_text(value.quantize(Decimal(1)) if unit == CONTACTS else value.normalize(), "count" if unit == CONTACTS else unit)
