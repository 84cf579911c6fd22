"""What the county counts itself: the tally of months, the refugees it knows of, and its opening days."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from wiwak_eval.simulate.calendar import MONTHS, month_of, open_days
from wiwak_eval.simulate.parameters import Population, TrueParameters
from wiwak_eval.simulate.population import BEFORE, Household

SOURCE_RECOGNISED = "Ausländerbehörde (simuliert)"


def monthly_totals_table(consultations: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """The centre's own tally: contacts entered, persons who came, and persons whose first contact ever fell in the month."""
    months = consultations["date"].map(month_of)
    new = people["first_contact"].map(month_of).value_counts()
    return pd.DataFrame(
        {
            "month": month,
            "dimension": None,
            "category": None,
            "consultations": int((months == month).sum()),
            "persons": int(consultations.loc[(months == month) & consultations["attended"], "client_id"].dropna().nunique()),
            "new_persons": int(new.get(month, 0)),
        }
        for month in MONTHS
    )


def reference_counts_table(households: Sequence[Household], places: Sequence[str], truth: TrueParameters) -> pd.DataFrame:
    """Refugees in the county at the end of each month, twice: all of them by status, and those with a title by municipality.

    places: the municipality of each household. Those without a title follow expected flows, nothing is drawn. The two are margins of
    the same people and must not be added up.
    """
    statuses = (*truth.population.title_mix.value, "family_reunion", "pending")
    rows: list[tuple[str, str | None, str | None, int, str]] = []
    for index, month in enumerate(MONTHS):
        titles, residents = Counter[str](), Counter[str]()
        for household, place in zip(households, places, strict=True):
            if household.arrives <= index and (household.moves is None or household.moves > index):
                titles[household.title] += household.size
                residents[place] += household.size
        titles["pending"] = _pending(households, truth.population, index)
        rows += [(month, None, status, titles[status], SOURCE_RECOGNISED) for status in statuses]
        rows += [(month, place, None, residents[place], SOURCE_RECOGNISED) for place in truth.population.municipalities.value]
    return pd.DataFrame(rows, columns=["month", "municipality", "status", "persons", "source"])


def opening_days_table(truth: TrueParameters) -> pd.DataFrame:
    """The days on which the centre was open, with hours."""
    days = [day for month in MONTHS for day in open_days(month, truth.counselling.closed_days.value)]
    return pd.DataFrame({"date": days, "hours": truth.counselling.opening_hours.value})


def _pending(households: Sequence[Household], population: Population, index: int) -> int:
    """Asylum seekers without a title: the rest of the published total in January, then arrivals less recognised less departures."""
    start = population.refugees_january.value - population.recognised_january.value
    monthly = population.arrivals_monthly.value - population.pending_leave_monthly.value
    recognised = sum(household.size for household in households if BEFORE < household.arrives <= index and household.recognised)
    return max(0, round(start + monthly * (index + 1) - recognised))
