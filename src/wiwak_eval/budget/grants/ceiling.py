"""The most a funder gives in a year, and the number of people it depends on."""

from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.evaluation.access.reference import best_months, read_reference
from wiwak_eval.evaluation.dimensions import RECOGNISED
from wiwak_eval.money import Cents
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

NO_CEILING = (
    "Ein Höchstbetrag des Landes ist nicht bekannt; er richtet sich nach der Zahl der anerkannten Flüchtlinge. Ohne ihn ist die Zuwendung "
    "hier nicht begrenzt."
)


def lowest_ceiling(fixed: Cents | None, per_person: Cents | None, persons: int | None) -> Cents | None:
    """The lower of a fixed ceiling and one by recognised refugees; None where neither is known."""
    by_persons = None if per_person is None or persons is None else per_person * persons
    return min((most for most in (fixed, by_persons) if most is not None), default=None)


def recognised_refugees(records: Records) -> int | None:
    """Recognised refugees in the county in the last month that the reference counts state as a whole; None where they were not delivered.

    By title where titles were delivered, since those of pending or refused asylum do not count.
    """
    return records.once("recognised_refugees", _counted)


def _counted(records: Records) -> int | None:
    reference = read_reference(records)
    if isinstance(reference, NotAssessable):
        return None
    for margin, counted in ((reference.by_title, RECOGNISED), (reference.total, None)):
        months = best_months(margin)
        if months:
            last = margin[months[-1]]
            return sum(persons for category, persons in last.items() if counted is None or category in counted)
    return None


def ceiling_notes(terms: GrantTerms | None) -> tuple[str, ...]:
    """What must be said where the Land's terms name no ceiling; a fixed sum is its own."""
    return (NO_CEILING,) if terms is not None and terms.ceiling is None and terms.kind is not GrantKind.FIXED else ()
