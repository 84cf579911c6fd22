"""Whether what another county delivered can be what it says: numbers that would carry the Land away with a slip of the pen are refused."""

from collections.abc import Sequence
from datetime import timedelta

from wiwak_eval import german
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.sites import Site

FEWEST_CONTACTS = 30
"""Below, the log of a count is biased, and its rate is not known to a factor of two (dispersion 12: a standard deviation of 0.6)."""
TIMES = 10
"""A rate so many times above or below the home county's is taken for a mistake: at a spread of 0.4, two counties are four standard
deviations apart then."""
DAYS_BEFORE = 365
"""The stock of expected persons starts from nothing in January 2015, so that early rates come out too high; and a centre's rate changes
with its age."""


def not_plausible(rows: Sequence[Site], sites: Sequence[Site], home: Site, counties: Sequence[County]) -> NotAssessable | None:
    """The first county whose numbers are refused, in one sentence. rows: single periods; sites: all of a county together."""
    for row in rows:
        name = counties[row.county].name
        if row.persons is not None and row.persons > row.contacts:
            return refused(
                f"„{name}“ nennt mehr Personen ({german.number(row.persons)}) als Beratungen ({german.number(row.contacts)}); "
                "bitte beide Spalten prüfen"
            )
        if row.period_to < home.period_from - timedelta(days=DAYS_BEFORE):
            return refused(
                f"ein Zeitraum von „{name}“ endet am {german.day(row.period_to)} und damit mehr als ein Jahr vor dem ersten Tag, der im "
                f"eigenen Landkreis zählt ({german.day(home.period_from)}); bitte einen späteren Zeitraum angeben"
            )
    return next((found for site in sites if (found := _odd(site, home, counties[site.county].name))), None)


def refused(why: str) -> NotAssessable:
    """The sentence that names the table."""
    return NotAssessable(f"nicht auswertbar: In der Tabelle „Vergleichskreise“ gilt: {why}.")


def _odd(site: Site, home: Site, name: str) -> NotAssessable | None:
    if site.contacts < FEWEST_CONTACTS:
        return refused(
            f"„{name}“ nennt zusammen weniger als {FEWEST_CONTACTS} Beratungen ({german.number(site.contacts)}), daraus lässt sich keine "
            "Rate bestimmen; bitte einen längeren Zeitraum angeben"
        )
    own, here = site.contacts / site.exposure, home.contacts / home.exposure
    if not here / TIMES <= own <= here * TIMES:
        far = "mehr als das Zehnfache" if own > here else "weniger als ein Zehntel"
        return refused(
            f"„{name}“ hat {german.number(own, 2)} Beratungen je erwarteter Person und Jahr, {far} des eigenen Landkreises "
            f"({german.number(here, 2)}); bitte Beratungen und Zeitraum prüfen"
        )
    return None
