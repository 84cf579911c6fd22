"""The summary in plain German (Einfache Sprache): one statement a sentence, twelve words at most, everyday words, rounded numbers."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When


def _open(year: str) -> Choice:
    """What is missing in one year."""
    return Choice(
        (
            Option(f"Für {year} fehlen noch {{open_{year}:euro_rund}}.", (When(f"open_{year}", "above", 0),)),
            Option(f"Für {year} ist alles Geld im Plan."),
        )
    )


TEXTS: Mapping[str, tuple[Said, ...]] = {
    "plain_simulated": ("Nein.", "Diese Zahlen hat ein Computer-Programm erfunden."),
    "plain_real": ("Ja.", "Die Zahlen kommen vom Landkreis.", "Die Zahlen für die Zukunft sind gerechnet."),
    "plain_asked": (
        "Das Willkommenscenter berät geflüchtete Menschen.",
        "Es hilft bei Fragen und Anträgen.",
        "Der Landkreis probiert das Center aus.",
        "Ein Landkreis ist ein Gebiet mit Städten und Dörfern.",
    ),
    "plain_pilot": (
        "Bisher gab es {contacts_pilot:anzahl_rund|keine Beratung|eine Beratung|# Beratungen}.",
        "{persons_pilot:anzahl_rund|Kein Mensch hat|Ein Mensch hat|# Menschen haben} Rat bekommen.",
        "Zuletzt kamen {latest_new:vergleich_rund|before_new|mehr neue Menschen als|weniger neue Menschen als|ungefähr so viele neue "
        "Menschen wie} davor.",
    ),
    "plain_caseload": (
        "Im Plan für Y1 {caseload_Y1:anzahl_rund|steht keine Beratung|steht eine Beratung|stehen # Beratungen}.",
        "Wahrscheinlich sind es {caseload_Y1:spanne}.",
        "Im Plan für Y2 {caseload_Y2:anzahl_rund|steht keine Beratung|steht eine Beratung|stehen # Beratungen}.",
        "Wahrscheinlich sind es {caseload_Y2:spanne}.",
        "Es können auch mehr oder weniger sein.",
    ),
    "plain_costs": (
        "Im Plan für Y1 stehen Kosten von {cost_Y1:euro_rund}.",
        "Im Plan für Y2 stehen {cost_Y2:euro_rund}.",
        "Das Geld kann vom Land oder Landkreis kommen.",
        "Der Landkreis liegt im Land Thüringen.",
        _open("Y1"),
        _open("Y2"),
    ),
    "plain_risk": (
        "Niemand weiß genau, wie viele Menschen kommen.",
        "Wir wissen nicht, ob das Center den Menschen wirklich hilft.",
        "Dafür fehlt ein Vergleich.",
    ),
    "plain_decision": (
        "Die Menschen im Landkreis wählen den Kreistag.",
        "Der Kreistag entscheidet, ob das Center weiter arbeitet.",
        "Er entscheidet über das Geld vom Landkreis.",
        "Das Land entscheidet über sein Geld.",
    ),
    "plain_sign": (
        "Zahlen mit ° sind zum Teil geschätzt.",
        "Das hat niemand geprüft.",
    ),
}
