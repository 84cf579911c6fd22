"""The organisations that work together, and who referred people to whom. Names are generic; assumed."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from wiwak_eval.simulate.calendar import FIRST_DAY, MONTHS, open_days
from wiwak_eval.simulate.draws import happens, negative_binomial, one_of, pick, stream
from wiwak_eval.simulate.parameters import TrueParameters

CENTRE = "WIWAK"
ORGANISATIONS = (
    (CENTRE, "Willkommenscenter Wartburgkreis", "county"),
    ("ABH", "Ausländerbehörde", "county"),
    ("SOZ", "Sozialamt", "county"),
    ("JUG", "Jugendamt", "county"),
    ("VHS", "Volkshochschule", "county"),
    ("STADT", "Stadtverwaltung Bad Salzungen", "county"),
    ("JC", "Jobcenter", "state"),
    ("AFA", "Agentur für Arbeit", "state"),
    ("FINK", "Familienkasse", "state"),
    ("WV-A", "Wohlfahrtsverband A (Migrationsberatung)", "welfare"),
    ("WV-B", "Wohlfahrtsverband B (Jugendmigrationsdienst)", "welfare"),
    ("WV-C", "Wohlfahrtsverband C (Schuldnerberatung)", "welfare"),
    ("FRH", "Frauenschutzeinrichtung", "welfare"),
    ("EA-1", "Ehrenamtskreis Bad Salzungen", "volunteers"),
    ("EA-2", "Ehrenamtskreis Werratal", "volunteers"),
    ("SV", "Sportverein", "volunteers"),
    ("WBG", "Wohnungsgesellschaft", "business"),
    ("KK", "Krankenkasse", "business"),
    ("KAM", "Kammer", "business"),
    ("BET", "Ausbildungsbetrieb", "business"),
)
BY_TOPIC: Mapping[str, Mapping[str, float]] = {
    "residence": {"ABH": 0.9, "WV-A": 0.1},
    "family_reunion": {"ABH": 0.5, "WV-A": 0.5},
    "housing": {"WBG": 0.5, "SOZ": 0.25, "EA-1": 0.15, "EA-2": 0.1},
    "work": {"JC": 0.4, "AFA": 0.35, "BET": 0.25},
    "recognition": {"KAM": 0.8, "AFA": 0.2},
    "language": {"VHS": 0.8, "EA-1": 0.1, "EA-2": 0.1},
    "school": {"JUG": 0.7, "WV-B": 0.3},
    "health": {"KK": 0.8, "WV-A": 0.2},
    "livelihood": {"JC": 0.8, "SOZ": 0.1, "FINK": 0.1},
    "applications": {"JC": 0.4, "FINK": 0.3, "STADT": 0.3},
    "debt": {"WV-C": 1.0},
    "protection": {"FRH": 1.0},
    "family": {"JUG": 0.6, "WV-B": 0.4},
    "everyday": {"EA-1": 0.4, "EA-2": 0.3, "SV": 0.3},
    "other": {"WV-A": 0.5, "EA-1": 0.5},
}
"""Where a topic is passed on to."""
INBOUND: Mapping[str, float] = {"ABH": 0.3, "SOZ": 0.2, "JC": 0.2, "EA-1": 0.12, "EA-2": 0.08, "WV-A": 0.07, "STADT": 0.03}
BETWEEN_OTHERS = (
    ("JC", "VHS", "language"),
    ("ABH", "JC", "livelihood"),
    ("EA-1", "WBG", "housing"),
    ("WV-A", "ABH", "residence"),
    ("SOZ", "JC", "livelihood"),
)


def organisations_table() -> pd.DataFrame:
    """All organisations; nothing is drawn."""
    return pd.DataFrame(ORGANISATIONS, columns=["organisation_id", "name", "sector"])


def referrals_table(seed: int, consultations: pd.DataFrame, people: pd.DataFrame, truth: TrueParameters) -> pd.DataFrame:
    """One row a referral, in order of date: from the centre by topic of a contact, to the centre with new clients, between others."""
    rng = stream(seed, "network")
    cooperation = truth.cooperation
    attended = consultations[consultations["attended"]]
    rows: list[tuple[date, str, str, str]] = [
        (day, CENTRE, one_of(rng, BY_TOPIC[topics.split("+")[0]]), topics.split("+")[0])
        for day, topics in zip(attended["date"], attended["topic"], strict=True)
        if happens(rng, cooperation.referral_share.value)
    ]
    rows += [
        (day, one_of(rng, INBOUND), CENTRE, "other")
        for day in people["first_contact"]
        if day >= FIRST_DAY and happens(rng, cooperation.inbound_share.value)
    ]
    rows += _between_others(rng, cooperation.other_referrals_monthly.value)
    return pd.DataFrame(sorted(rows), columns=["date", "from_id", "to_id", "topic"])


def _between_others(rng: np.random.Generator, monthly: float) -> list[tuple[date, str, str, str]]:
    return [
        (pick(rng, open_days(month, ())), *pick(rng, BETWEEN_OTHERS)) for month in MONTHS for _ in range(negative_binomial(rng, monthly, 8))
    ]
