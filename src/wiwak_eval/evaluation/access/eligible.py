"""Which titles count as recognised refugees, and how many such people the county counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.access.reference import Margin, Reference, best_months
from wiwak_eval.evaluation.dimensions import EITHER_GROUP, OPEN, RECOGNISED, RECOGNISED_GROUP, title_labels
from wiwak_eval.results import NotAssessable

OPEN_COUNT = "open_titles_eligible"
RESIDENTS = "residents"
NO_TITLES = NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen keinen Aufenthaltsstatus.")


@dataclass(frozen=True)
class Eligible:
    """codes: titles that count; group: their union in the dimension of titles; assumptions: ids read for it."""

    codes: tuple[str, ...]
    group: str
    assumptions: tuple[str, ...] = (OPEN_COUNT,)


def eligible_titles(assumptions: Assumptions, on: date) -> Eligible:
    """The titles eligible for the Land's grant as assumed. Raises Gap."""
    if assumptions.decimal(OPEN_COUNT, on):
        return Eligible((*RECOGNISED, *OPEN), EITHER_GROUP)
    return Eligible(RECOGNISED, RECOGNISED_GROUP)


def residents_by_title(reference: Reference, eligible: Eligible) -> tuple[str, Mapping[str, int]] | None:
    """The last month that names most of the eligible titles, and their persons then; None where no title is named."""
    margin = _eligible_only(reference, eligible)
    months = best_months(margin)
    return (months[-1], margin[months[-1]]) if months else None


def residents_by_month(reference: Reference, eligible: Eligible) -> dict[str, int]:
    """Eligible persons of the county in each month that names them all: by title, else the total, else all municipalities together."""
    for margin in (_eligible_only(reference, eligible), reference.total, reference.by_place):
        months = best_months(margin)
        if months:
            return {month: sum(margin[month].values()) for month in months}
    return {}


def _eligible_only(reference: Reference, eligible: Eligible) -> Margin:
    kept = {
        month: {code: count for code, count in titles.items() if code in eligible.codes} for month, titles in reference.by_title.items()
    }
    return {month: titles for month, titles in kept.items() if titles}


def uncounted_note(reference: Reference, eligible: Eligible) -> tuple[str, ...]:
    """A sentence on eligible titles that the county does not count although it counts others; nothing where it counts all or none."""
    found = residents_by_title(reference, eligible)
    missing = [title_labels()[code] for code in eligible.codes if found and code not in found[1]]
    if not missing:
        return ()
    return (
        f"Ohne Bezugsgröße: {', '.join(missing)}. Beratene mit einem solchen Titel zählen trotzdem mit; der Anteil zusammen ist dann zu "
        "hoch.",
    )


def sources_note(reference: Reference) -> str:
    """Where the counts come from, as the county says."""
    named = [source if len(source) <= 60 else f"{source[:59]}…" for source in reference.sources]
    return f"Bezugsgrößen laut Lieferung: {'; '.join(named[:3])}{' und weitere' if len(named) > 3 else ''}."
