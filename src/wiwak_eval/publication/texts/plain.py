"""The summary in plain German (Einfache Sprache): one statement a sentence, twelve words at most, everyday words, rounded numbers."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When


def _open(year: str) -> Choice:
    """What is missing in one year."""
    return Choice(
        (
            Option(f"Für das Jahr {year} fehlen noch {{open_{year}:euro_rund}}.", (When(f"open_{year}", "above", 0),)),
            Option(f"Für das Jahr {year} ist alles Geld im Plan."),
        )
    )


TEXTS: Mapping[str, tuple[Said, ...]] = {
    "plain_simulated": ("Nein.", "Diese Zahlen hat ein Computer-Programm erfunden."),
    "plain_real": ("Ja.", "Die Zahlen kommen vom Landkreis.", "Die Zahlen für die Zukunft sind gerechnet."),
    "plain_asked": (
        "Das Willkommens-Center berät geflüchtete Menschen.",
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
        "Im Plan für das Jahr Y1 {caseload_Y1:anzahl_rund|steht keine Beratung|steht eine Beratung|stehen # Beratungen}.",
        "Es können auch {caseload_Y1:spanne} sein.",
        "Im Plan für das Jahr Y2 {caseload_Y2:anzahl_rund|steht keine Beratung|steht eine Beratung|stehen # Beratungen}.",
        "Es können auch {caseload_Y2:spanne} sein.",
    ),
    "plain_costs": (
        "Im Jahr Y1 kostet das Center {cost_Y1:euro_rund}.",
        "Im Jahr Y2 kostet es {cost_Y2:euro_rund}.",
        "Das Geld kann vom Land oder vom Landkreis kommen.",
        "Der Landkreis liegt im Land Thüringen.",
        _open("Y1"),
        _open("Y2"),
    ),
    "plain_risk": (
        "Niemand weiß genau, wie viele Menschen kommen.",
        "Wir wissen auch nicht, ob das Center wirkt.",
        "Dafür fehlt ein Vergleich.",
    ),
    "plain_decision": (
        "Die Menschen im Landkreis wählen den Kreistag.",
        "Der Kreistag entscheidet, ob das Center weiter arbeitet.",
        "Er entscheidet auch, wer es bezahlt.",
    ),
    "plain_sign": (
        "Zahlen mit dem Zeichen ° sind zum Teil geschätzt.",
        "Die Schätzung hat noch niemand geprüft.",
    ),
}
