"""Expenditure that stands: each booking that was not taken back."""

import pandas as pd

SAME_COST = ["funder", "cost_type", "cents"]


def standing_expenditure(bookings: pd.DataFrame) -> pd.DataFrame:
    """Positive expenditure with its `month` and `cents`; a reversal takes back the earliest equal booking of the same funder.

    Blank funders, cost types and document numbers become "". The order of the rows given does not matter.
    """
    spent = bookings[bookings["direction"] == "expenditure"]
    plain = {name: spent[name].astype("string").fillna("").astype(str) for name in ("funder", "cost_type", "document_no")}
    spent = spent.assign(**plain, cents=spent["amount"].abs(), month=spent["date"].dt.strftime("%Y-%m"))
    spent = spent.sort_values(["date", "document_no", "cost_type", "funder", "amount", "eligible", "in_kind"], ignore_index=True)
    reversals = spent[spent["amount"] < 0].groupby(SAME_COST, as_index=False).size()
    paid = spent[spent["amount"] > 0]
    turn = paid.groupby(SAME_COST).cumcount()
    taken_back = paid[SAME_COST].merge(reversals, on=SAME_COST, how="left")["size"].fillna(0).to_numpy()
    return paid[turn.to_numpy() >= taken_back]
