"""Plan and scenarios side by side: what a page shows where no script runs."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from wiwak_eval.budget.calculator.amount_tables import COARSE
from wiwak_eval.budget.calculator.coefficients import Rows, coefficients
from wiwak_eval.budget.calculator.outcome import Outcome, Setting, outcomes
from wiwak_eval.budget.calculator.pay_rounds import ASSUMED, PayRound
from wiwak_eval.budget.calculator.scenarios import OtherScenario
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

PLAN = ("plan", "wie geplant")
PAYERS = {
    "land": "Land",
    "county_cash": "Landkreis, bar",
    "in_kind": "Landkreis, Sachleistung",
    "others": "Bund, ESF und Dritte",
    "open": "noch offen",
}
"""Fields of `Outcome` that add up to the total."""

Settings = Mapping[tuple[str, str], Setting]
"""By key and German label."""


def settings_of(plans: Plans, rounds: Sequence[PayRound], others: Sequence[OtherScenario]) -> Settings:
    """The plan, then each other scenario's consultations and pay."""
    pay = {id: one.key for one in rounds for id in one.scenarios}
    planned = Setting(tuple(plan.contacts for plan in plans), ASSUMED)
    return {PLAN: planned} | {(other.id, f"Szenario „{other.label}“"): Setting(other.contacts, pay[other.id]) for other in others}


def scenarios_table(tables: Mapping[str, Rows], settings: Settings, rounds: Sequence[PayRound], read: Sequence[str], exact: bool) -> Table:
    """What each setting costs and who pays, by the calculator's own tables. exact: personnel at the steps of those who hold the posts."""
    years, rises = coefficients(tables), {one.key: one.rise for one in rounds}
    rows = [[*named, *_cells(setting, rises[setting.pay], outcomes(years, setting))] for named, setting in settings.items()]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Fall", Unit.TEXT),
        *(Column(f"contacts_{year.year}", f"Beratungen {year.year}", Unit.CONTACTS) for year in years),
        *(Column(f"posts_{year.year}", f"Stellen {year.year}", Unit.POSTS, 2) for year in years),
        Column("rise", "Entgelt steigt um", Unit.SHARE, 1),
        *(Column(f"y{year.year}", f"Kosten {year.year}", Unit.CENTS) for year in years),
        Column("total", "Kosten zusammen", Unit.CENTS),
        *(Column(name, label, Unit.CENTS) for name, label in PAYERS.items()),
    )
    notes = (
        "Wer zahlt: beide Jahre zusammen.",
        "Fallzahl und Tarif wie im Szenario; Preise, und was das Land entschieden hat, wie in diesem Papier.",
        *(() if exact else (COARSE,)),
    )
    id = "calculator_scenarios" if exact else "calculator_scenarios_groups"
    return build_table(id, "Was die Szenarien kosten", columns, rows, NOTEBOOK, notes, read, staff=exact)


def _cells(setting: Setting, rise: Decimal | None, found: Sequence[Outcome]) -> list[Cell]:
    totals = [one.total for one in found]
    posts, shown = [float(one.posts) for one in found], None if rise is None else float(rise)
    return [*setting.contacts, *posts, shown, *totals, sum(totals), *(sum(getattr(one, name) for one in found) for name in PAYERS)]
