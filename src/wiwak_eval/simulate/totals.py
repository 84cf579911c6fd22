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


def reference_counts_table(households: Sequence[Household], truth: TrueParameters) -> pd.DataFrame:
    """Refugees in the county at the end of each month, by status; those without a title follow expected flows, nothing is drawn."""
    rows = []
    for index, month in enumerate(MONTHS):
        present = Counter[str]()
        for household in households:
            if household.arrives <= index and (household.moves is None or household.moves > index):
                present[household.title] += household.size
        present["pending"] = _pending(households, truth.population, index)
        rows += [
            {"month": month, "municipality": None, "status": status, "persons": present[status], "source": SOURCE_RECOGNISED}
            for status in (*truth.population.title_mix.value, "family_reunion", "pending")
        ]
    return pd.DataFrame(rows)


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
