"""What a layman reads first."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "brief_asked": (
        "Der Landkreis hat 2017 ein Willkommenscenter erprobt, die Förderung des Landes endet mit dem Jahr. Dieser Bericht wertet die "
        "Daten des Pilotjahres aus und rechnet, womit in Y1 und Y2 zu planen ist.",
    ),
    "brief_pilot": (
        "Im Zeitraum der Lieferung gab es {contacts_pilot:exakt} Beratungen; von {steps_contacts:exakt} Monatswechseln waren "
        "{rises_contacts:exakt} Anstiege.",
        "Beraten wurden {persons_pilot:exakt} verschiedene Personen.",
    ),
    "brief_stock": (
        "In den letzten drei Monaten der Lieferung entfielen {latest_stock_share:prozent} der Beratungen auf Personen, die schon vorher "
        "gekommen waren; der Bestand hält die Fallzahl eine Zeit lang hoch, auch wenn weniger Menschen neu kommen.",
    ),
    "brief_caseload": (
        "Geplant wird für Y1 mit {caseload_Y1:rund} Beratungen (Spanne {caseload_Y1:spanne}), für Y2 mit {caseload_Y2:rund} "
        "(Spanne {caseload_Y2:spanne}).",
        "Dahinter stehen {persons_Y1:rund} Personen im Jahr Y1 und {persons_Y2:rund} im Jahr Y2.",
    ),
    "brief_budget": (
        "Dafür braucht es nach Plan {posts_Y1:stellen} Stellen und {cost_Y1:euro_rund} im Jahr Y1, {posts_Y2:stellen} Stellen und "
        "{cost_Y2:euro_rund} im Jahr Y2.",
    ),
    "brief_financing": (
        "Für Y1 sind {land_Y1:euro_rund} vom Land und {county_cash_Y1:euro_rund} bar vom Landkreis gerechnet, dazu Räume im Wert von "
        "{county_in_kind_Y1:euro_rund}; offen sind am Stichtag {open_Y1:euro_rund} (Y2: {open_Y2:euro_rund}).",
    ),
    "brief_risk": (
        "In 80 von 100 gerechneten Fällen reichen für beide Jahre zusammen {cost_p80_both:euro_rund}; geplant sind {cost_both:euro_rund}.",
        "Ob das Zentrum etwas bewirkt hat, lässt sich nicht sagen: Es gibt keine Vergleichsgruppe.",
    ),
    "brief_decision": (
        "Zu entscheiden ist, ob das Zentrum mit {posts_Y1:stellen} Stellen in Y1 und {posts_Y2:stellen} in Y2 weitergeführt wird und wer "
        "die offenen Beträge trägt.",
    ),
}
