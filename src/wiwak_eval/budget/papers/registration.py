"""Haushaltsanmeldung: the county's budget lines from the year before the pilot to the end of the finance plan."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from wiwak_eval.budget.papers.budget_codes import EXPENDITURE, INCOME, BudgetLine
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "06_personal_budget"
PRUDENT = "Als Einnahme steht nur, was entschieden ist."
STILL_OPEN = (
    "Was noch offen ist, steht unter dem Zuschussbedarf; beim Land beantragt wird davon der Anteil, den der Kosten- und Finanzierungsplan "
    "nennt, den Rest trägt der Landkreis."
)
_WITHOUT_NOTICE = "Ein Bescheid des Landes liegt nicht vor für: "
NOT_PROMISED = (
    f"{_WITHOUT_NOTICE}{{years}}. "
    "Die Zuweisung dieser Jahre ist nach den Bedingungen gerechnet, die am Stichtag "
    "bekannt waren; zugesagt ist sie nicht."
)
CARRIED_ON = "Der Finanzplan schreibt Fallzahl und Stellen des zweiten Haushaltsjahres fort; für diese Jahre gibt es keine Prognose."
SPLIT = (
    "Entgelte, Zusatzversorgung und Sozialversicherung stehen getrennt; ältere Ansätze können sie in einer Haushaltsstelle zusammenfassen."
)

MEMOS = {"open": "davon noch offen (Land oder Landkreis)", "county_in_kind": "davon Sachleistung (innere Verrechnung)"}
"""What is contained in the need, and said apart."""


@dataclass(frozen=True)
class Former:
    """Delivered budget lines: result of the year before the period and plan of its last year, cents by (direction, code)."""

    results: Mapping[tuple[str, str], Cents]
    planned: Mapping[tuple[str, str], Cents]


def former_lines(records: Records, year: int) -> Former:
    """Result of `year` − 1 and plan of `year` where the county delivered budget lines; empty otherwise."""
    lines = records.table("budget_lines")
    if isinstance(lines, NotAssessable):
        return Former({}, {})
    return Former(_by_code(lines[lines["year"] == year - 1], "result"), _by_code(lines[lines["year"] == year], "planned"))


def _by_code(lines: pd.DataFrame, column: str) -> dict[tuple[str, str], Cents]:
    stated = lines[lines[column].notna()]
    found: dict[tuple[str, str], Cents] = {}
    for direction, code, amount in zip(stated["direction"], stated["budget_code"], stated[column], strict=True):
        place = (INCOME if direction == "income" else EXPENDITURE, str(code))
        found[place] = found.get(place, 0) + int(amount)
    return found


def budget_application(
    plans: tuple[YearPlan, ...], lines: tuple[BudgetLine, ...], former: Former, read: tuple[str, ...], noticed: Collection[int] = ()
) -> Table:
    """Income and expenditure apart and gross, with sums, what is needed from the county, and what is still open.

    plans: the two budget years and those of the finance plan; lines: with one amount a plan; noticed: years for which a notice of the Land
    was delivered.
    """
    income, expenditure = ([line for line in lines if line.direction == direction] for direction in (INCOME, EXPENDITURE))
    rows = _rows(income, former) + _unplanned(lines, former, INCOME)
    years = len(plans)
    rows.append(_sum("income", "Summe der Einnahmen", rows, years))
    spent = _rows(expenditure, former) + _unplanned(lines, former, EXPENDITURE)
    rows += [*spent, _sum("expenditure", "Summe der Ausgaben", spent, years)]
    rows.append(_need(rows))
    rows.append(["open", None, None, MEMOS["open"], None, None, *(plan.financing.parts["open"] for plan in plans)])
    in_kind = (plan.financing.parts["county_in_kind"] for plan in plans)
    rows.append(["in_kind", None, None, MEMOS["county_in_kind"], None, None, *in_kind])
    year = plans[0].year
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("code", "Haushaltsstelle", Unit.TEXT),
        Column("direction", "E/A", Unit.TEXT),
        Column("label", "Bezeichnung", Unit.TEXT),
        Column("before", f"Ergebnis {year - 2}", Unit.CENTS),
        Column("current", f"Ansatz {year - 1}", Unit.CENTS),
        *(
            Column(f"y{place}", f"Ansatz {plan.year}" if plan.forecast else f"Finanzplan {plan.year}", Unit.CENTS)
            for place, plan in enumerate(plans, start=1)
        ),
    )
    notes = [*_basis(plans, noticed), CARRIED_ON, SPLIT, *(f"{line.code}: {line.note}." for line in lines if line.note)]
    return build_table("budget_application", "Haushaltsanmeldung", columns, rows, NOTEBOOK, notes, read)


def _basis(plans: tuple[YearPlan, ...], noticed: Collection[int]) -> tuple[str, ...]:
    """On what the Land's income stands: known terms are no notice."""
    unpromised = [str(plan.year) for plan in plans if plan.financing.parts["land"] and plan.year not in noticed]
    income = NOT_PROMISED.format(years=", ".join(unpromised)) if unpromised else PRUDENT
    return (income, STILL_OPEN) if any(plan.financing.parts["open"] for plan in plans) else (income,)


def years_without_notice(notes: Iterable[str]) -> frozenset[int]:
    """The years that the notes of `budget_application` name: the Land's money stands there under known terms, but nobody promised it."""
    named = (note.removeprefix(_WITHOUT_NOTICE).partition(".")[0] for note in notes if note.startswith(_WITHOUT_NOTICE))
    return frozenset(int(year) for years in named for year in years.split(", "))


def _rows(lines: list[BudgetLine], former: Former) -> list[list[Cell]]:
    """Where several lines share a budget code, its former amounts stand with the first: they are one amount and count once."""
    first: dict[str, str] = {}
    for line in lines:
        first.setdefault(line.code, line.key)
    known = {line.key: _former(former, (line.direction, line.code)) for line in lines if first[line.code] == line.key}
    none: tuple[Cell, Cell] = (None, None)
    return [[line.key, line.code, line.direction, line.label, *known.get(line.key, none), *line.amounts] for line in lines]


def _unplanned(lines: tuple[BudgetLine, ...], former: Former, direction: str) -> list[list[Cell]]:
    """Delivered budget lines that the plan does not use: shown with their amounts, so that sums of former years are whole."""
    used = {(line.direction, line.code) for line in lines}
    years = len(lines[0].amounts)
    others = sorted(place for place in {*former.results, *former.planned} if place[0] == direction and place not in used)
    return [
        [f"{direction}_{code}", code, direction, "weitere Haushaltsstelle", *_former(former, (direction, code)), *(0 for _ in range(years))]
        for _, code in others
    ]


def _former(former: Former, place: tuple[str, str]) -> tuple[Cell, Cell]:
    return former.results.get(place), former.planned.get(place)


def _sum(key: str, label: str, rows: list[list[Cell]], years: int) -> list[Cell]:
    """The two former years and those planned; a former year of which nothing is stated has no sum."""
    stated = [[cell for cell in (row[column] for row in rows) if isinstance(cell, int)] for column in range(4, 6 + years)]
    former: list[Cell] = [sum(cells) if cells else None for cells in stated[:2]]
    return [key, None, None, label, *former, *(sum(cells) for cells in stated[2:])]


def _need(rows: list[list[Cell]]) -> list[Cell]:
    """What income leaves for the county to pay."""
    found = {str(row[0]): row for row in rows}
    pairs = zip(found["income"][4:], found["expenditure"][4:], strict=True)
    return ["need", None, None, "Zuschussbedarf", *(_less(out, come) for come, out in pairs)]


def _less(out: Cell, come: Cell) -> Cell:
    return out - come if isinstance(out, int) and isinstance(come, int) else out
