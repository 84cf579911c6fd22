"""The county's reference counts, read so that nobody is counted twice.

Rows that name neither municipality nor title, only a title, only a municipality, or both, are margins of the same people. Rows of
different margins are never added up. A row without a title counts recognised refugees, whatever their title: that is what the table is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from wiwak_eval.evaluation.access.places import place_key
from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.evaluation.dimensions import OPEN, RECOGNISED
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

Margin = Mapping[str, Mapping[str, int]]
"""Month to category to persons."""
ALL_PERSONS = ""
"""The one category of the margin that names neither municipality nor title."""


@dataclass(frozen=True)
class Reference:
    """Persons of the county's counts within the period. by_title: codes of titles; by_place: keys of municipalities, those with a title.

    places: key of a municipality to its name; sources: as the county names them.
    """

    total: Margin
    by_title: Margin
    by_place: Margin
    places: Mapping[str, str]
    sources: tuple[str, ...]


def read_reference(records: Records) -> Reference | NotAssessable:
    """The reference counts of the period's months. A margin that was not delivered is summed from the rows that name both, if any."""
    counts = records.table("reference_counts")
    if isinstance(counts, NotAssessable):
        return counts
    period = months_between(records.provenance.period_from, records.provenance.period_to)
    counts = counts[counts["month"].isin(period)]
    if counts.empty:
        return NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen für keinen Monat des Zeitraums anerkannte Flüchtlinge.")
    counts = counts.assign(place=counts["municipality"].map(place_key, na_action="ignore").replace("", None), all=ALL_PERSONS)
    titled, placed = counts["status"].notna(), counts["place"].notna()
    both = counts[titled & placed]
    parts = (counts[~titled & ~placed], counts[titled & ~placed], counts[~titled & placed], both)
    kept = [_one_source(part) for part in parts]
    if any(part.duplicated(["month", "status", "place"]).any() for part in kept):
        return NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen für dieselbe Gruppe und denselben Monat mehrere Werte.")
    total, title, place, both = kept
    title = both if title.empty else title
    place = both[both["status"].isin((*RECOGNISED, *OPEN))] if place.empty else place
    named = counts[placed].sort_values("municipality", ascending=False)
    names = {str(key): str(name).strip() for key, name in zip(named["place"], named["municipality"], strict=True)}
    sources = tuple(sorted({str(source).strip() for part in kept for source in part["source"]}))
    return Reference(_margin(total, "all"), _margin(title, "status"), _margin(place, "place"), names, sources)


def best_months(margin: Margin) -> tuple[str, ...]:
    """The months that name as many categories as any month does, oldest first: a month that lacks a title is no smaller stock."""
    most = max((len(values) for values in margin.values()), default=0)
    return tuple(month for month in sorted(margin) if len(margin[month]) == most)


def _one_source(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the source that names most groups (the first in the alphabet among equals): two offices may count the same people."""
    rows = rows.drop_duplicates(["month", "status", "place", "persons", "source"])
    sizes = rows["source"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    return rows[rows["source"] == sizes.index[0]] if len(sizes) else rows


def _margin(rows: pd.DataFrame, category: str) -> Margin:
    sums = rows.groupby(["month", category], as_index=False)["persons"].sum()
    margin: dict[str, dict[str, int]] = {}
    for month, name, persons in zip(sums["month"], sums[category], sums["persons"], strict=True):
        margin.setdefault(str(month), {})[str(name)] = int(persons)
    return margin
