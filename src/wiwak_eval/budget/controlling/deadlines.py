"""The calendar: applications, notices, proofs of use, the budget bylaw, and ends of fixed terms."""

from collections.abc import Iterable
from datetime import date

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.books.year_notices import year_notices
from wiwak_eval.budget.controlling.due_day import DueDay
from wiwak_eval.budget.controlling.grant_days import grant_days, next_year_days
from wiwak_eval.budget.controlling.term_days import term_days
from wiwak_eval.budget.controlling.words import NOTEBOOK
from wiwak_eval.records import Records
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

PASSED, NEXT, LATER, OPEN = "vorbei", "als Nächstes", "später", "offen"
NOTES = (
    "Fristen sind Annahmen mit Quelle; „ungeprüft“ heißt: Die Regel wurde nicht nachgelesen. Maßgeblich ist der Bescheid.",
    "Befristungen: Zahl der Stellen, nicht wessen. Ob ein Sachgrund vorliegt, ist nicht geliefert.",
)


def deadlines(records: Records, assumptions: Assumptions) -> Table:
    """Table `deadlines`: days of the delivery's last year, of the year after and of those up to the one after the as-of date's, oldest
    first, those without a day last."""
    year, as_of = records.provenance.period_to.year, assumptions.as_of
    found = sorted(_found(records, assumptions, year), key=lambda due: (due.day or date.max, due.key))
    ahead = next((due.day for due in found if due.day is not None and due.day >= as_of), None)
    rows = [(due.key, german.day(due.day) if due.day else "–", due.what, due.basis, _state(due.day, as_of, ahead)) for due in found]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("day", "Tag", Unit.TEXT),
        Column("what", "Was", Unit.TEXT),
        Column("basis", "Grundlage", Unit.TEXT),
        Column("state", "Stand", Unit.TEXT),
    )
    title = f"Fristen, Stand {german.day(as_of)}"
    return build_table("deadlines", title, columns, rows, NOTEBOOK, NOTES, assumptions.ids_read)


def _found(records: Records, assumptions: Assumptions, year: int) -> Iterable[DueDay]:
    this = year_notices(records, assumptions, year)
    yield from grant_days({} if isinstance(this, NotAssessable) else this, records.facts.delivered_on, assumptions)
    for ahead in range(year + 1, max(year, assumptions.as_of.year) + 2):
        following = year_notices(records, assumptions, ahead)
        yield from next_year_days(ahead, {} if isinstance(following, NotAssessable) else following, assumptions)
    posts = records.table("posts")
    if not isinstance(posts, NotAssessable):
        yield from term_days(posts, date(year, 1, 1), assumptions)


def _state(day: date | None, as_of: date, ahead: date | None) -> str:
    if day is None:
        return OPEN
    return PASSED if day < as_of else NEXT if day == ahead else LATER
