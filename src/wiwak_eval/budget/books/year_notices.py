"""The grant notices of a budget year by funder."""

from collections.abc import Mapping

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.grants.notice import Notice
from wiwak_eval.budget.grants.notices import notice_for
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

OUTSIDE = ("land", "federal", "esf", "third")
"""Funders other than the county, in the order of the contract."""


def year_notices(records: Records, assumptions: Assumptions, year: int) -> Mapping[str, Notice] | NotAssessable:
    """The last notice of each funder that covers a month of the year and was known on the as-of date; refused where there is none."""
    grants = records.table("grants")
    if isinstance(grants, NotAssessable):
        return grants
    found = {funder: notice_for(records, assumptions, funder, year) for funder in OUTSIDE}
    held = {funder: notice for funder, notice in found.items() if notice is not None}
    return held or NotAssessable(f"nicht auswertbar: Für {year} liegt am Stichtag kein Bescheid vor.")
