"""Checks on single bookings: one document, one cost, one post paid from two sources."""

import pandas as pd

from wiwak_eval.evaluation.double_funding.check import Check, checked, not_checked, of
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.results import NotAssessable

OUTSIDE = ("land", "federal", "esf", "third")
"""Funders other than the county, in the order of the contract."""
ELSEWHERE = ("federal", "esf", "third")
NO_FUNDER = "Die Spalte „Finanzierung“ ist nicht ausgefüllt."


def same_document(spent: pd.DataFrame) -> Check:
    """Documents of which parts, or the whole twice, are booked on different funders."""
    key, label = "same_document", "ein Beleg, mehrere Finanzierungen"
    known = spent[(spent["document_no"] != "") & (spent["funder"] != "")]
    if known.empty:
        return not_checked(key, label, "Belegnummer und Finanzierung sind nicht zusammen erfasst.")
    funders = known.groupby("document_no")["funder"].nunique()
    hits = int((funders > 1).sum())
    concern = (
        f"{of(hits, 'Beleg ist', 'Belege sind')} auf mehrere Finanzierungen gebucht; zusammen darf nicht mehr als die Rechnung stehen."
    )
    return checked(key, label, of(len(funders), "Beleg", "Belege"), hits, concern)


def same_amount(spent: pd.DataFrame) -> Check:
    """The same amount for the same kind of cost on the same day from different funders."""
    key, label = "same_amount", "gleicher Betrag, gleicher Tag, gleiche Kostenart, andere Finanzierung"
    known = spent[spent["funder"] != ""]
    if known.empty:
        return not_checked(key, label, NO_FUNDER)
    funders = known.groupby(["date", "cost_type", "cents"])["funder"].nunique()
    hits = int((funders > 1).sum())
    concern = f"{of(hits, 'Betrag steht', 'Beträge stehen')} am selben Tag bei mehreren Finanzierungen."
    return checked(key, label, of(len(known), "Buchung", "Buchungen"), hits, concern)


def shared_cost(spent: pd.DataFrame) -> Check:
    """Kinds of cost that two funders other than the county pay in the same month."""
    key, label = "shared_cost", "eine Kostenart, im selben Monat von mehreren fremden Geldgebern"
    outside = spent[spent["funder"].isin(OUTSIDE)]
    if outside.empty:
        return not_checked(key, label, "Es gibt keine Ausgaben fremder Geldgeber." if (spent["funder"] != "").any() else NO_FUNDER)
    shared = outside[outside.groupby(["cost_type", "month"])["funder"].transform("nunique") > 1]
    kinds = german_codes("bookings", "cost_type") | {"": "ohne Kostenart"}
    told = [f"{kinds[kind]} ({_funders(shared, kind)})" for kind in kinds if kind in set(shared["cost_type"])]
    concern = f"{', '.join(told)}; die Anteile müssen verschiedene Stellen, Stunden oder Rechnungen betreffen."
    return checked(key, label, of(spent["month"].nunique(), "Monat", "Monate"), shared["month"].nunique(), concern)


def shared_post(spent: pd.DataFrame, posts: pd.DataFrame | NotAssessable) -> Check:
    """Months with more personnel bookings than filled posts of the county, paid by two funders: some post has two payers."""
    key, label = "shared_post", "mehr Personalbuchungen als Stellen, aus mehreren Quellen"
    if isinstance(posts, NotAssessable):
        return not_checked(key, label, posts.reason.removeprefix("nicht auswertbar: ") + ".")
    personnel = spent[spent["cost_type"] == "personnel"]
    if personnel.empty or not (personnel["funder"] != "").any():
        return not_checked(key, label, "Es gibt keine Personalbuchungen mit Finanzierung.")
    own = posts[posts["employer"].fillna("county") == "county"]
    months = [(str(month), part) for month, part in personnel.groupby("month")]
    crowded = [month for month, part in months if len(part) > _filled(own, month) and len(set(part["funder"]) & set(OUTSIDE)) > 1]
    concern = (
        f"In {of(len(crowded), 'Monat', 'Monaten')} sind mehr Zahlungen gebucht als Stellen besetzt, und mehrere Geldgeber zahlen: "
        "Mindestens eine Stelle hat vermutlich zwei. Das ist zulässig, wenn die Anteile getrennt nachgewiesen sind."
    )
    return checked(key, label, of(len(months), "Monat", "Monate"), len(crowded), concern)


def eligible_elsewhere(spent: pd.DataFrame) -> Check:
    """Costs that Bund, ESF or third parties pay and that are marked eligible, so that they could be claimed again."""
    key, label = "eligible_elsewhere", "von Bund, ESF oder Dritten bezahlt und als zuwendungsfähig gekennzeichnet"
    if not spent["eligible"].any():
        return not_checked(key, label, "Die Spalte „Zuwendungsfähig“ ist nicht ausgefüllt.")
    paid = spent[spent["funder"].isin(ELSEWHERE)]
    hits = int(paid["eligible"].sum())
    concern = f"{of(hits, 'Buchung ist', 'Buchungen sind')} so gekennzeichnet; beim Land dürfen sie nicht noch einmal abgerechnet werden."
    return checked(key, label, of(len(paid), "Buchung", "Buchungen"), hits, concern)


def rooms_twice(spent: pd.DataFrame) -> Check:
    """Months in which rooms are both given in kind and paid for."""
    key, label = "rooms_twice", "Räume im selben Monat als Sachleistung und bezahlt"
    rooms = spent[spent["cost_type"] == "rooms"]
    if rooms.empty:
        return not_checked(key, label, "Für Räume ist nichts gebucht.")
    ways = rooms.groupby("month")["in_kind"].nunique()
    hits = int((ways > 1).sum())
    concern = f"{of(hits, 'Monat', 'Monate')}; der Wert der Sachleistung darf keine Miete enthalten, die auch bezahlt wird."
    return checked(key, label, of(len(ways), "Monat", "Monate"), hits, concern)


def _filled(posts: pd.DataFrame, month: str) -> int:
    """Posts that were filled on at least one day of the month."""
    first = pd.Timestamp(f"{month}-01")
    last = first + pd.offsets.MonthEnd(0)
    return int(((posts["from"] <= last) & (posts["to"].isna() | (posts["to"] >= first))).sum())


def _funders(shared: pd.DataFrame, kind: str) -> str:
    """The funders of a kind of cost, in the order of the contract."""
    paying = set(shared.loc[shared["cost_type"] == kind, "funder"])
    labels = german_codes("bookings", "funder")
    return " und ".join(labels[funder] for funder in OUTSIDE if funder in paying)
