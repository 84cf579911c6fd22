"""Days that follow from grants and from the budget of the next year."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.books.words import funder_labels
from wiwak_eval.budget.controlling.due_day import DueDay, day_in, months_after
from wiwak_eval.budget.grants.notice import Notice

APPLICATION = ("deadline_application_month", "deadline_application_day", "deadline_application_years_before")
PROOFS = {"deadline_proof_months": "", "deadline_proof_months_county": ", wenn die Regel für Gebietskörperschaften gilt"}
EARLY_START, BYLAW, PUBLISHED = "deadline_early_start_days", "deadline_bylaw_months", "budget_published_month"


def grant_days(notices: Mapping[str, Notice], delivered_on: date, assumptions: Assumptions) -> Iterator[DueDay]:
    """The notice, the end and the proof of use of each grant. A notice without a day counts as decided when it was delivered: no day of it
    is told."""
    for funder, notice in notices.items():
        name = funder_labels()[funder]
        if notice.decided != delivered_on:
            yield DueDay(f"notice_{funder}", notice.decided, f"{name}: Bescheid", "Tabelle „Bescheide“")
        yield DueDay(f"end_{funder}", notice.last, f"{name}: letzter Tag für Ausgaben laut Bescheid", "Tabelle „Bescheide“")
        for rule, condition in PROOFS.items():
            if assumptions.has(rule, notice.last):
                due = months_after(notice.last, _whole(assumptions, rule, notice.last))
                yield DueDay(f"{rule}_{funder}", due, f"{name}: Verwendungsnachweis{condition}", _basis(assumptions, rule, notice.last))


def next_year_days(year: int, notices: Mapping[str, Notice], assumptions: Assumptions) -> Iterator[DueDay]:
    """What the budget of `year` needs: application, early start, notice, bylaw. notices: those that are known for that year."""
    begin = date(year, 1, 1)
    yield _application(year, assumptions)
    if assumptions.has(EARLY_START, begin):
        last = begin - timedelta(days=_whole(assumptions, EARLY_START, begin))
        what = f"Land: vorzeitigen Maßnahmebeginn für {year} genehmigen lassen, wenn bis dahin kein Bescheid da ist"
        yield DueDay(f"early_start_{year}", last, what, _basis(assumptions, EARLY_START, begin))
    if "land" not in notices:
        yield DueDay(f"notice_{year}", None, f"Land: Bescheid für {year} liegt nicht vor", "Tabelle „Bescheide“")
    if assumptions.has(BYLAW, begin):
        last = months_after(begin, -_whole(assumptions, BYLAW, begin))
        what = f"Haushaltssatzung {year} vorlegen und den Eingang bestätigt haben, damit sie zum Jahresbeginn bekannt gemacht sein kann"
        yield DueDay(f"bylaw_{year}", last, what, _basis(assumptions, BYLAW, begin))
        what = f"Beginn des Haushaltsjahres {year}; ohne bekannt gemachte Satzung vorläufige Haushaltsführung"
        yield DueDay(f"begin_{year}", begin, what, _basis(assumptions, BYLAW, begin))
    month = assumptions.text(PUBLISHED, begin) if assumptions.has(PUBLISHED, begin) else ""
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        what = f"Haushaltssatzung {year} bekannt gemacht (angenommen, Monatserster)"
        yield DueDay(f"published_{year}", day_in(int(month[:4]), int(month[5:7]), 1), what, _basis(assumptions, PUBLISHED, begin))


def _application(year: int, assumptions: Assumptions) -> DueDay:
    begin, key = date(year, 1, 1), f"application_{year}"
    if not all(assumptions.has(rule, begin) for rule in APPLICATION):
        return DueDay(key, None, f"Land: Antrag für {year}; eine Frist ist am Stichtag nicht bekannt", "keine Richtlinie bekannt")
    month, day, earlier = (_whole(assumptions, rule, begin) for rule in APPLICATION)
    return DueDay(key, day_in(year - earlier, month, day), f"Land: Antrag für {year}", _basis(assumptions, APPLICATION[0], begin))


def _whole(assumptions: Assumptions, rule: str, day: date) -> int:
    return int(assumptions.decimal(rule, day))


def _basis(assumptions: Assumptions, rule: str, day: date) -> str:
    """The source of a rule; one that nobody has read is marked."""
    found = assumptions.get(rule, day)
    return found.source.title + ("" if found.status == "read" else " (ungeprüft)")
