"""Findings on the integration chain and on who stays."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

_STAGES = {
    "title": "Aufenthaltstitel",
    "benefits": "Leistungsbezug",
    "housing": "Wohnung",
    "course": "Sprachkurs",
    "work": "Arbeit und Ausbildung",
}
_FIGURES, _ROW = "chain_figures", "chain"

SPECS = (
    Spec("chain_persons", "Personen mit erfasster Integrationskette", _FIGURES, _ROW, "persons", Unit.PERSONS),
    Spec("chain_recorded", "Anteil an den Klienten mit Erstkontakt im Zeitraum", _FIGURES, _ROW, "recorded_share", Unit.SHARE),
    Spec("chain_cohort", "Personen, deren Frist von 180 Tagen abgelaufen ist", _FIGURES, _ROW, "cohort", Unit.PERSONS),
    Spec(
        "chain_completed",
        "Integrationskette in 180 Tagen abgeschlossen",
        _FIGURES,
        _ROW,
        "completed_share",
        Unit.SHARE,
        0,
        "completed_low",
        "completed_high",
    ),
    Spec(
        "chain_order_share",
        "Übergänge in der vereinbarten Reihenfolge",
        _FIGURES,
        _ROW,
        "order_share",
        Unit.SHARE,
        0,
        "order_low",
        "order_high",
    ),
    Spec(
        "chain_stay_share",
        "nach einem halben Jahr noch im Landkreis",
        _FIGURES,
        _ROW,
        "stay_share_6",
        Unit.SHARE,
        0,
        "stay_low_6",
        "stay_high_6",
    ),
    *(
        Spec(f"reached_{id}", f"Station „{stage}“ in 180 Tagen erledigt", "chain_funnel", stage, "share", Unit.SHARE, 0, "low", "high")
        for id, stage in _STAGES.items()
    ),
    Spec(
        "work_begun_3",
        "Arbeit oder Ausbildung begonnen, nach drei Monaten",
        "work_status",
        "3",
        "begun",
        Unit.SHARE,
        0,
        "begun_low",
        "begun_high",
    ),
    Spec(
        "work_begun_6",
        "Arbeit oder Ausbildung begonnen, nach sechs Monaten",
        "work_status",
        "6",
        "begun",
        Unit.SHARE,
        0,
        "begun_low",
        "begun_high",
    ),
    Spec(
        "work_done_6",
        "Station „Arbeit und Ausbildung“ erledigt, nach sechs Monaten",
        "work_status",
        "6",
        "done",
        Unit.SHARE,
        0,
        "done_low",
        "done_high",
    ),
)
