"""Checks on sums: more money than cost, and grants that together promise more than the whole."""

import pandas as pd

from wiwak_eval.evaluation.double_funding.check import Check, checked, not_checked, of
from wiwak_eval.evaluation.double_funding.on_bookings import NO_FUNDER, OUTSIDE
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.results import NotAssessable, Provenance


def income_over(bookings: pd.DataFrame) -> Check:
    """Funders whose payments exceed the cash expenditure booked on them."""
    key, label = "income_over", "Einnahmen eines Geldgebers gegen die Ausgaben, die auf ihn gebucht sind"
    income, spent = _sides(bookings)
    paying = [funder for funder in OUTSIDE if (income["funder"] == funder).any()]
    if not paying:
        return not_checked(key, label, NO_FUNDER if not income.empty else "Die Buchungen enthalten keine Einnahmen.")
    over = [funder for funder in paying if _sum(income, funder) > _sum(spent, funder)]
    labels = german_codes("bookings", "funder")
    names = ", ".join(labels[funder] for funder in over)
    verb = "hat" if len(over) == 1 else "haben"
    concern = f"{names} {verb} mehr gezahlt, als darauf gebucht ist (Vorauszahlung, Rest oder andere Kosten)."
    return checked(key, label, of(len(paying), "Geldgeber", "Geldgeber"), len(over), concern)


def more_than_cost(bookings: pd.DataFrame) -> Check:
    """All payments together against all cash expenditure: above it, some cost would be paid more than once."""
    key, label = "more_than_cost", "alle Einnahmen zusammen gegen alle Auszahlungen"
    income, spent = _sides(bookings)
    if income.empty:
        return not_checked(key, label, "Die Buchungen enthalten keine Einnahmen.")
    hits = int(income["amount"].sum() > spent["amount"].sum())
    concern = "Im Zeitraum kam mehr Geld, als bezahlt wurde; vor dem Verwendungsnachweis ist zu klären, wofür der Rest bestimmt ist."
    return checked(key, label, of(len(income), "Einnahme", "Einnahmen"), hits, concern)


def grant_shares(grants: pd.DataFrame | NotAssessable, provenance: Provenance) -> Check:
    """Grants of different funders whose times overlap and whose shares together exceed the whole."""
    key, label = "grant_shares", "Bescheide mehrerer Geldgeber für dieselbe Zeit, Anteile zusammen"
    if isinstance(grants, NotAssessable):
        return not_checked(key, label, grants.reason.removeprefix("nicht auswertbar: ") + ".")
    first, last = pd.Timestamp(provenance.period_from), pd.Timestamp(provenance.period_to)
    held = grants[(grants["from"] <= last) & (grants["to"] >= first) & grants["share"].notna()]
    if held.empty:
        return not_checked(key, label, "Kein Bescheid für den Zeitraum nennt einen Anteil.")
    begins = sorted({max(day, first) for day in held["from"]})
    hits = sum(_promised(held, day) > 1 + 1e-9 for day in begins)
    concern = "Die Bescheide sagen für dieselben Tage zusammen mehr als die ganzen Ausgaben zu."
    return checked(key, label, of(len(held), "Bescheid", "Bescheide"), hits, concern)


def _promised(grants: pd.DataFrame, day: pd.Timestamp) -> float:
    """The shares promised for a day, of each funder the highest: a later notice may replace an earlier one."""
    held = grants[(grants["from"] <= day) & (grants["to"] >= day)]
    return float(held.groupby("funder")["share"].max().sum())


def _sides(bookings: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Income, and expenditure in cash; reversals count against both."""
    spent = (bookings["direction"] == "expenditure") & ~bookings["in_kind"]
    return bookings[bookings["direction"] == "income"], bookings[spent]


def _sum(side: pd.DataFrame, funder: str) -> int:
    return int(side.loc[side["funder"] == funder, "amount"].sum())
