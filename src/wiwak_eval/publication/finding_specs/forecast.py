"""Findings on the rise of the numbers, on inflow and stock, and on how good the forecast is."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

LATEST, BEFORE = "letzte drei Monate", "drei Monate davor"

SPECS = (
    Spec("rise_first", "Beratungen je Monat, erste Monate", "growth_parts", "total", "first", Unit.NUMBER, 1),
    Spec("rise_last", "Beratungen je Monat, letzte Monate", "growth_parts", "total", "last", Unit.NUMBER, 1),
    Spec("rise_returning", "Beitrag der wiedergekommenen Personen", "growth_parts", "returning_persons", "change", Unit.NUMBER, 1),
    Spec("rise_new", "Beitrag der neuen Personen", "growth_parts", "new_persons", "change", Unit.NUMBER, 1),
    Spec("latest_contacts", "Beratungen", "stock_figures", "latest", "contacts", Unit.CONTACTS, period=LATEST),
    Spec(
        "latest_stock_share",
        "davon mit früher gekommenen Personen",
        "stock_figures",
        "latest",
        "share_from_stock",
        Unit.SHARE,
        period=LATEST,
    ),
    Spec("latest_new", "neue Personen", "stock_figures", "latest", "new_persons", Unit.PERSONS, period=LATEST),
    Spec("before_contacts", "Beratungen", "stock_figures", "latest", "contacts_before", Unit.CONTACTS, period=BEFORE),
    Spec("before_new", "neue Personen", "stock_figures", "latest", "new_persons_before", Unit.PERSONS, period=BEFORE),
    Spec("backtest_skill", "Güte der eigenen Prognose", "backtest_own", "own", "skill", Unit.SHARE, 0),
    Spec("backtest_inside", "Rückvergleiche im 80-%-Bereich", "backtest_own", "own", "inside", Unit.COUNT),
    Spec("backtest_cases", "Rückvergleiche", "backtest_own", "own", "cases", Unit.COUNT),
    *(
        Spec(f"choice_{key}", f"Fehler zusammen, {name}", "method_choice", key, "together", Unit.NUMBER, 2, period="Pilotjahr und Reihen")
        for key, name in (
            ("combined", "eigene Prognose"),
            ("naive", "letzter Wert"),
            ("mean_of_three", "Mittel der letzten drei Monate"),
            ("mean", "Mittel aller Monate"),
            ("drift", "fortgesetzte Veränderung"),
        )
    ),
    Spec(
        "drift_24",
        "Fehler einer fortgesetzten Veränderung",
        "method_choice",
        "drift",
        "public",
        Unit.NUMBER,
        2,
        period="öffentliche Reihen",
    ),
)
