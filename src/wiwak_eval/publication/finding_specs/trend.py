"""Findings on how sure the rise is, and on special situations."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

_RANGE = ("ratio_low", "ratio_high")
_RATIO = ("ratio", Unit.NUMBER, 3)

SPECS = (
    Spec("ratio_persons", "Faktor von Monat zu Monat, Personen", "trend_tests", "persons", *_RATIO, *_RANGE),
    Spec("ratio_per_day", "Faktor von Monat zu Monat, je Öffnungstag", "trend_tests", "contacts_per_day", *_RATIO, *_RANGE),
    Spec("ratio_per_post", "Faktor von Monat zu Monat, je Vollzeitstelle", "trend_tests", "contacts_per_post", *_RATIO, *_RANGE),
    Spec(
        "ratio_clients", "Faktor von Monat zu Monat, Klienten neu gezogen", "trend_models", "contacts_clients", *_RATIO, "low", "high"
    ),
    Spec("situation_share", "Personen mit Problemlage", "situations", "mindestens eine Angabe", "share", Unit.SHARE, 0, "low", "high"),
    Spec("situation_late", "Problemlagen, die erst nach dem 3. Monat auftreten", "situation_figures", "situations", "late_categories",
         Unit.COUNT),
    Spec("situation_odds", "Chance einer Problemlage von Monat zu Monat, Faktor", "situation_figures", "situations", "odds_ratio",
         Unit.NUMBER, 2, "low", "high"),
)  # fmt: skip
