"""Findings on the routing slip."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

TABLE, ROW = "slip_figures", "slips"


def _count(id: str, label: str, column: str, unit: Unit = Unit.COUNT) -> Spec:
    return Spec(id, label, TABLE, ROW, column, unit)


def _share(id: str, label: str, name: str) -> Spec:
    return Spec(id, label, TABLE, ROW, f"{name}_share", Unit.SHARE, 0, f"{name}_low", f"{name}_high")


SPECS = (
    _count("slips", "Laufkarten", "slips"),
    _count("slips_closed", "Laufkarten mit abgelaufenen Fristen", "slips_closed"),
    _count("slip_new_clients", "Klienten mit Erstkontakt im Zeitraum", "new_clients", Unit.PERSONS),
    _count("slip_new_with", "davon mit Laufkarte", "new_with_slip", Unit.PERSONS),
    _share("slip_share", "Anteil der Klienten mit Erstkontakt, die eine Laufkarte haben", "slip"),
    _share("slip_stamped_share", "Anteil gestempelter Stationen", "stamped"),
    _share("slip_late_share", "Anteil der Stempel nach der Frist", "late"),
    _share("slip_order_share", "Anteil der Schritte in der Reihenfolge der Karte", "order"),
    _share("slip_complete_share", "Anteil der Karten mit allen Stempeln", "complete"),
    Spec(
        "slip_conformance",
        "Erfüllungsgrad einer Laufkarte, Mittel",
        TABLE,
        ROW,
        "conformance",
        Unit.SHARE,
        0,
        "conformance_low",
        "conformance_high",
    ),
    _share("slip_returned_share", "Anteil der Karten, die zurückkamen", "returned"),
)
