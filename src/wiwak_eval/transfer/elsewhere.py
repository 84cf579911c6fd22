"""What other counties delivered: totals of a period, as the table „Vergleichskreise“ holds them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from wiwak_eval import german
from wiwak_eval.evaluation.month import first_day
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.expected import LandRefugees
from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.plausible import TIMES, not_plausible, refused
from wiwak_eval.transfer.sites import Site, expected_years


def other_sites(
    records: Records, home: Site, counties: Sequence[County], land: LandRefugees, as_of: date
) -> tuple[Site, ...] | NotAssessable:
    """One site a county, in the order of the counties; none where the table was not delivered.

    Refused in one sentence where real and simulated numbers would be pooled, and where a county is not known, is the home county itself,
    tells two periods that overlap, or ends after the as-of date; also where numbers are not plausible: see `plausible.py`.
    """
    table = records.table("comparison_counties")
    if isinstance(table, NotAssessable) or table.empty:
        return ()
    wrong = _wrong(table, records.provenance.simulated, counties, home.county) or _outside(table, land, as_of)
    if wrong is not None:
        return wrong
    names = ("county", "period_from", "period_to", "contacts", "persons")
    rows = [_site(*values, counties=counties, land=land, home=home) for values in zip(*(table[name] for name in names), strict=True)]
    sites = tuple(_joined([row for row in rows if row.county == place], home) for place in sorted({row.county for row in rows}))
    return not_plausible(rows, sites, home, counties) or sites


def _wrong(table: pd.DataFrame, simulated: bool, counties: Sequence[County], home: int) -> NotAssessable | None:
    names = [county.name for county in counties]
    if (table["simulated"] != simulated).any():
        return refused(
            "echte und simulierte Zahlen stehen nebeneinander, und sie werden nie zusammengefasst; bitte Spalte „Simuliert“ prüfen"
        )
    for name in table["county"].unique():
        if name not in names:
            return refused(f"„{name}“ ist kein Landkreis und keine kreisfreie Stadt der Verteilungsverordnung; bitte den Namen prüfen")
        if name == names[home]:
            return refused(f"„{name}“ ist der Landkreis dieser Lieferung selbst; bitte seine Zeile streichen")
        rows = table[table["county"] == name].sort_values("period_from")
        if (rows["period_from"].iloc[1:].to_numpy() <= rows["period_to"].iloc[:-1].to_numpy()).any():
            return refused(f"zwei Zeiträume von „{name}“ überschneiden sich; bitte die Tage prüfen")
    return None


def _outside(table: pd.DataFrame, land: LandRefugees, as_of: date) -> NotAssessable | None:
    first, last, begun = table["period_from"].min().date(), table["period_to"].max().date(), first_day(land.months[0])
    if last > as_of:
        return refused(f"ein Zeitraum endet am {german.day(last)} und damit nach dem Stichtag; bitte kürzen")
    if first < begun:
        return refused(
            f"ein Zeitraum beginnt am {german.day(first)} und damit vor Beginn der Asylstatistik ({german.day(begun)}); bitte kürzen"
        )
    return None


def _site(
    name: str,
    begin: pd.Timestamp,
    end: pd.Timestamp,
    contacts: int,
    persons: int | None,
    *,
    counties: Sequence[County],
    land: LandRefugees,
    home: Site,
) -> Site:
    """One row; the spread of its counts is the home county's until its persons say more."""
    place = [county.name for county in counties].index(name)
    first, last = begin.date(), end.date()
    exposure = expected_years(land, first, last) * float(counties[place].quota)
    return Site(place, first, last, int(contacts), None if pd.isna(persons) else int(persons), exposure, home.dispersion)


def _joined(rows: Sequence[Site], home: Site) -> Site:
    """Several periods of one county as one; persons of two periods cannot be added, so that they are told for a single one only.

    Contacts scatter the more, the more of them a person has: the home county's dispersion is scaled by contacts per person, at most by
    `TIMES`.
    """
    whole = replace(
        rows[0],
        period_from=min(row.period_from for row in rows),
        period_to=max(row.period_to for row in rows),
        contacts=sum(row.contacts for row in rows),
        exposure=sum(row.exposure for row in rows),
        persons=rows[0].persons if len(rows) == 1 else None,
    )
    if not whole.persons or not home.persons:
        return whole
    ratio = min(TIMES, (whole.contacts / whole.persons) / (home.contacts / home.persons))
    return replace(whole, dispersion=max(1.0, home.dispersion * ratio))
