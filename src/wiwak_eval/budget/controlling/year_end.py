"""How the year will end, by cost type."""

from collections.abc import Iterable, Mapping

import pandas as pd

from wiwak_eval.budget.books.ledger_year import LedgerYear
from wiwak_eval.budget.books.planned import Planned, planned_by_kind
from wiwak_eval.budget.books.words import kind_labels
from wiwak_eval.budget.controlling.bonus import BonusOutlook
from wiwak_eval.budget.controlling.outlook import MONTHLY, Outlook, Outlooks, together
from wiwak_eval.budget.controlling.words import IN_KIND_NOTE, NOTEBOOK, PROJECTION, missing, until
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

TOTAL, IN_KIND_MARK = "Summe Auszahlungen", " (Sachleistung)"


def year_end(
    year: LedgerYear, planned: Planned | NotAssessable, spent: Outlooks, given: Outlooks, bonus: BonusOutlook, read: Iterable[str]
) -> Table | NotAssessable:
    """Table `year_end`: cash by cost type with its sum, then what comes in kind. spent, given: outlooks by code and cost type.

    Refused without a whole month; without planned amounts these stay empty.
    """
    if not year.whole_months and not year.over:
        return NotAssessable("nicht auswertbar: Eine Hochrechnung auf das Jahresende braucht mindestens einen vollständigen Monat.")
    plans = [None if isinstance(planned, NotAssessable) else planned_by_kind(planned, part, in_kind) for part, in_kind in _sides(year)]
    total = _row(TOTAL, together(spent.values()), None if plans[0] is None else sum(plans[0].values()))
    rows = [*_rows(_by_kind(spent), plans[0], ""), total, *_rows(_by_kind(given), plans[1], IN_KIND_MARK)]
    columns = (
        Column("cost_type", "Kostenart", Unit.TEXT),
        Column("actual", "gebucht", Unit.CENTS),
        Column("remaining", "noch zu erwarten", Unit.CENTS),
        Column("bonus", "Jahressonderzahlung", Unit.CENTS),
        Column("expected", "am Jahresende", Unit.CENTS),
        Column("planned", f"Ansatz {year.year}", Unit.CENTS),
        Column("difference", "Abweichung", Unit.CENTS),
    )
    title = f"Hochrechnung auf das Jahresende {year.year}, {until(year)}"
    return build_table("year_end", title, columns, rows, NOTEBOOK, _notes(year, planned, bonus), read)


def _sides(year: LedgerYear) -> tuple[tuple[pd.DataFrame, bool], tuple[pd.DataFrame, bool]]:
    return (year.spent, False), (year.in_kind, True)


def _by_kind(outlooks: Outlooks) -> dict[str, Outlook]:
    found: dict[str, Outlook] = {}
    for (_, kind), part in outlooks.items():
        found[kind] = found.get(kind, Outlook()) + part
    return found


def _rows(found: Mapping[str, Outlook], plan: Mapping[str, Cents] | None, mark: str) -> list[list[Cell]]:
    kinds = [kind for kind in kind_labels() if kind in found or (plan is not None and kind in plan)]
    return [_row(kind_labels()[kind] + mark, found.get(kind, Outlook()), None if plan is None else plan.get(kind, 0)) for kind in kinds]


def _row(label: str, found: Outlook, plan: Cents | None) -> list[Cell]:
    difference = None if plan is None else found.expected - plan
    return [label, found.actual, found.remaining, found.bonus, found.expected, plan, difference]


def _notes(year: LedgerYear, planned: Planned | NotAssessable, bonus: BonusOutlook) -> list[str]:
    notes = ["Das Haushaltsjahr ist zu Ende: Am Jahresende steht, was gebucht ist."] if year.over else [PROJECTION]
    notes += [IN_KIND_NOTE, *missing(year)]
    if not year.over and not any(kind in bonus.shares for kind in MONTHLY):
        notes.append("Die Jahressonderzahlung fehlt in der Hochrechnung, weil keine besetzten Stellen geliefert sind.")
    if isinstance(planned, NotAssessable):
        notes.append(f"Ohne Vergleich mit dem Ansatz: {planned.reason.removeprefix('nicht auswertbar: ').removesuffix('.')}.")
    return notes
