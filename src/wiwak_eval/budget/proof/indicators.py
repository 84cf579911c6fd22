"""The indicators of targets that can be counted from a delivery, by the names under which a county may list them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.evaluation.chain.behind import COHORT
from wiwak_eval.evaluation.chain.completed import COMPLETED_KEY, completed_chains
from wiwak_eval.evaluation.chain.courses import FEWEST, find_courses
from wiwak_eval.evaluation.chain.order import agreed_order
from wiwak_eval.evaluation.counts import monthly_counts
from wiwak_eval.evaluation.day_limits import WINDOW_DAYS
from wiwak_eval.evaluation.people import CONTACTS, PERSONS
from wiwak_eval.evaluation.slips.cards import read_cards
from wiwak_eval.evaluation.slips.people import CARDS
from wiwak_eval.records import Records
from wiwak_eval.results import Key, NotAssessable


@dataclass(frozen=True)
class Reached:
    """count: what was reached; note: how it was counted, German.

    measure, key: what disclosure control knows it as, "" where it is not about people; persons, households, largest: who stands behind it,
    noughts for totals of the county.
    """

    count: int
    note: str
    measure: str = ""
    key: Key = ()
    persons: int = 0
    households: int = 0
    largest: tuple[int, int] = (0, 0)

    @property
    def exact(self) -> bool:
        """Whether the number is printed as it is, so that its difference to a target tells nothing more."""
        return self.key == ()


Count = Callable[[Records, Assumptions], Reached | NotAssessable]


def _contacts(records: Records, _: Assumptions) -> Reached | NotAssessable:
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    return Reached(sum(counts.contacts), "Beratungen, zu denen jemand kam", CONTACTS)


def _persons(records: Records, _: Assumptions) -> Reached | NotAssessable:
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    if counts.year_persons is None:
        return NotAssessable("nicht auswertbar: Die Monatsstatistik nennt Personen je Monat, nicht im Zeitraum.")
    return Reached(counts.year_persons, "verschiedene Personen des Zeitraums", PERSONS)


def _chains(records: Records, assumptions: Assumptions) -> Reached | NotAssessable:
    """Completed chains as `chain_figures` counts them; another count beside it would tell what that one hides."""
    courses = find_courses(records)
    if isinstance(courses, NotAssessable):
        return courses
    try:
        found = completed_chains(courses, agreed_order(assumptions, records.provenance.period_to))
    except Gap:
        return NotAssessable("nicht auswertbar: Für die Stationen der Integrationskette ist am Stichtag nichts festgelegt.")
    if isinstance(found, NotAssessable):
        return found
    whole, part = found.cells(0, "", "reached")
    if whole.persons < FEWEST:
        return NotAssessable("nicht auswertbar: Die Frist der Integrationskette ist bei zu wenigen Personen abgelaufen.")
    note = f"innerhalb von {WINDOW_DAYS} Tagen abgeschlossene Ketten, gezählt wie bei der Integrationskette"
    return Reached(len(found.completed), note, COHORT.name, COMPLETED_KEY, part.persons, part.households, part.largest)


def _slips(records: Records, _: Assumptions) -> Reached | NotAssessable:
    found = read_cards(records)
    if isinstance(found, NotAssessable):
        return found
    return Reached(len(found.cards), "ausgegebene Karten", CARDS)


def _opening_days(records: Records, _: Assumptions) -> Reached | NotAssessable:
    days = records.table("opening_days")
    if isinstance(days, NotAssessable):
        return days
    origin = records.provenance
    own = days[days["date"].dt.date.between(origin.period_from, origin.period_to)]
    return Reached(int(own["date"].nunique()), "gelieferte Öffnungstage")


def _group_events(records: Records, _: Assumptions) -> Reached | NotAssessable:
    events = records.table("group_events")
    if isinstance(events, NotAssessable):
        return events
    origin = records.provenance
    return Reached(int(events["date"].dt.date.between(origin.period_from, origin.period_to).sum()), "Termine der Gruppenangebote")


COUNTED: Mapping[str, tuple[tuple[str, ...], Count]] = {
    "contacts": (("Beratungen", "Beratungskontakte"), _contacts),
    "persons": (("Personen", "beratene Personen", "Klienten"), _persons),
    "chains": (("abgeschlossene Integrationsketten", "abgeschlossene Ketten"), _chains),
    "slips": (("Laufkarten", "ausgegebene Laufkarten"), _slips),
    "opening_days": (("Öffnungstage",), _opening_days),
    "group_events": (("Gruppenangebote",), _group_events),
}
"""Key, the names it is known by (compared as table names are: without case, blanks, hyphens), and how it is counted."""
