"""The first months of the project, out of a delivery: what the claim of a rise is tested on."""

from fractions import Fraction

import pandas as pd

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions
from wiwak_eval.claims.rising import Months
from wiwak_eval.evaluation.trend.exposure import full_time_posts, opening_days
from wiwak_eval.evaluation.trend.recording import recording_breaks
from wiwak_eval.evaluation.trend.series import plain_counts
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def project_months(records: Records, assumptions: Assumptions, count: int) -> Months | NotAssessable:
    """The first `count` months of the project.

    Refused where the delivery does not hold all of them whole, where a month is empty, where recording changed among them, where persons
    are not counted, and where a tally looks cumulated.
    """
    asked = _asked(records.facts.first_project_month, count)
    found = plain_counts(records)
    if isinstance(found, NotAssessable):
        return found
    held = [month for month in asked if month in found.months]
    if len(held) < count:
        return NotAssessable(
            f"nicht auswertbar: Von den ersten {count} Projektmonaten ({german.month(asked[0])} bis {german.month(asked[-1])}) "
            f"liegen nur {len(held)} vollständig vor."
        )
    places = [found.months.index(month) for month in asked]
    empty = [found.months[place] for place in places if not found.contacts[place]]
    if empty:
        return NotAssessable(f"nicht auswertbar: Für {german.month(empty[0])} ist keine Beratung erfasst; der Monat fehlt offenbar.")
    for item in recording_breaks(records, assumptions):
        if asked[0] < item.month <= asked[-1]:
            return NotAssessable(f"nicht auswertbar: {item.reason.removesuffix('.')}; davor und danach ist nicht dasselbe gezählt.")
    if found.persons is None:
        return NotAssessable("nicht auswertbar: Personen sind nicht je Monat gezählt; ohne sie bleibt offen, ob mehr Menschen kamen.")
    contacts, persons = (tuple(values[place] for place in places) for values in (found.contacts, found.persons))
    days, posts = (_known(units) for units in (opening_days(records, asked), full_time_posts(records, asked)))
    return Months(contacts, persons, days, posts, found.from_tally)


def _asked(first: str, count: int) -> tuple[str, ...]:
    return tuple(str(month) for month in pd.period_range(first, periods=count, freq="M"))


def _known(units: tuple[int | None, ...] | tuple[Fraction | None, ...]) -> tuple[Fraction, ...] | None:
    """The units if they are known and above 0 in each month."""
    told = tuple(Fraction(unit) for unit in units if unit)
    return told if len(told) == len(units) else None
