"""Pay as tables: each post and month, the pay tables behind it, and how long a step lasts."""

from collections.abc import Sequence
from datetime import date

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.table import STATUSES
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.pay.groups import FORM_LABELS
from wiwak_eval.budget.pay.pay_periods import Period, periods
from wiwak_eval.budget.pay.pay_table import MEAN_STEP
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.pay.rules import LAST_STEP, STEP_COLUMNS
from wiwak_eval.budget.posts.line import PostLine
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

PART_LABELS = {
    "gross": "Entgelt",
    "health": "KV",
    "care": "PV",
    "pension": "RV",
    "unemployment": "AV",
    "zvk": "ZVK",
    "bonus": "Jahressonderzahlung",
    "bonus_social": "SV darauf",
    "bonus_zvk": "ZVK darauf",
    "performance": "Leistungsentgelt",
    "performance_social": "SV auf Leistungsentgelt",
    "performance_zvk": "ZVK auf Leistungsentgelt",
    "accident": "Unfallversicherung",
    "insolvency": "Insolvenzgeldumlage",
    "carrier_overhead": "Gemeinkosten des Trägers",
    "vat": "Umsatzsteuer",
}
AT_MEAN = "Stufe 0 steht für den Durchschnitt aller Stufen der Gruppe."
STEP_LABELS = {"sue": "S-Gruppen (Sozial- und Erziehungsdienst)", "e": "E-Gruppen"}


def pay_months(plans: Plans, read: Sequence[str]) -> Table:
    """Each post in each month: the row of the pay table that its pay goes by, its step and share, and all parts in cents."""
    rows = [_pay_row(plan.year, line, pay) for plan in plans for line in plan.lines for pay in plan.costs.personnel[line.key]]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("post", "Stelle", Unit.TEXT),
        Column("month", "Monat", Unit.MONTH),
        Column("form", "beschäftigt bei", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("step", "Stufe", Unit.COUNT),
        Column("table", "Zeile der Entgelttabelle", Unit.TEXT),
        Column("valid_from", "Tabelle gilt ab", Unit.TEXT),
        Column("index", "fortgeschrieben mit", Unit.NUMBER, 4),
        Column("share", "Anteil", Unit.POSTS, 2),
        Column("table_pay", "Tabellenentgelt (voll)", Unit.CENTS),
        *(Column(name, label, Unit.CENTS) for name, label in PART_LABELS.items()),
        Column("total", "zusammen", Unit.CENTS),
    )
    notes = (
        "Tabellenentgelt: letzte bekannte Tabelle, fortgeschrieben um die erwartete Tariferhöhung.",
        "Eine Stufe steigt mit dem Monat, in dem ihre Laufzeit endet; ohne Angabe „In Stufe seit“ bleibt sie.",
    )
    title = "Personalkosten je Stelle und Monat"
    return build_table("pay_months", title, columns, rows, NOTEBOOK, notes=notes, assumptions=read, staff=True)


def _pay_row(year: int, line: PostLine, pay: PayMonth) -> list[Cell]:
    month, row = f"{year}-{pay.month:02d}", pay.table
    traced = [row.id, german.day(row.valid_from), float(row.index)] if row else [None, None, None]
    amounts = (getattr(pay, name) for name in PART_LABELS)
    about: list[Cell] = [f"{line.key}/{month}", line.key, month, FORM_LABELS[line.form], line.group, pay.step, *traced, float(pay.share)]
    return [*about, pay.table_pay, *amounts, pay.total]


def pay_tables(plans: Plans, assumptions: Assumptions) -> Table:
    """Monthly pay of a full post in cents, after expected pay rounds, by group, step and first month; key `S12/3@2018-03-01`.

    The last row of a group and step that begins by a month gives exactly the pay of that month, for all months of the plans; before its
    first row, and in a row without an amount, no pay is known. All groups are listed, whichever the plan holds.
    """
    part = assumptions.part()
    days = [date(plan.year, month, 1) for plan in plans for month in range(1, 13)]
    cells = [id.removeprefix("pay_").rsplit("_", 1) for id in part.ids("pay_") if is_pay_row(id)]
    if any(line.step == MEAN_STEP for plan in plans for line in plan.lines):
        cells += [[group, str(MEAN_STEP)] for group in dict.fromkeys(group for group, _ in cells)]
    rows = [_row(group, step, period) for group, step in sorted(cells, key=_order) for period in periods(part, group, int(step), days)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("step", "Stufe", Unit.COUNT),
        Column("valid_from", "gilt ab", Unit.MONTH),
        Column("amount", "Tabellenentgelt im Monat", Unit.CENTS),
        Column("status", "Stand", Unit.TEXT),
    )
    notes = ["Letzte am Stichtag bekannte Tabelle, fortgeschrieben um die erwarteten Tarifrunden; volle Stelle."]
    if any(step == str(MEAN_STEP) for _, step in cells):
        notes.append(AT_MEAN)
    return build_table("pay_tables", "Entgelttabellen der Rechnung", columns, rows, NOTEBOOK, notes=notes, assumptions=part.ids_read)


def _order(cell: list[str]) -> tuple[str, int, str, str]:
    group, step = cell
    return group[0], int("".join(filter(str.isdigit, group))), group, step


def _row(group: str, step: str, period: Period) -> list[Cell]:
    row = period.row
    amount, status = (row.pay, STATUSES[row.status]) if row else (None, "kein Wert")
    return [f"{group}/{step}@{period.first}", group, int(step), f"{period.first:%Y-%m}", amount, status]


def step_rules(plans: Plans, read: Sequence[str]) -> Table:
    """Years in each step by kind of pay group, for the first budget year."""
    years = plans[0].pay.step_years
    rows: list[list[Cell]] = [[column, STEP_LABELS[column], *years[column]] for column in STEP_COLUMNS]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Entgeltgruppen", Unit.TEXT),
        *(Column(f"step_{step}", f"Stufe {step}", Unit.COUNT) for step in range(1, LAST_STEP)),
    )
    notes = (
        f"Jahre in der Stufe bis zur nächsten; Stufe {LAST_STEP} ist die letzte. Teilzeit zählt wie Vollzeit.",
        "Das höhere Entgelt beginnt mit dem Monat, in dem die Stufe erreicht wird (eigene Lesart von § 17 TVöD, nicht nachgelesen).",
    )
    named = [id for id in read if id.startswith("step_years_")]
    return build_table("step_rules", "Wann eine Stufe steigt", columns, rows, NOTEBOOK, notes=notes, assumptions=named)
