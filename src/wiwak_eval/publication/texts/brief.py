"""What a layman reads first: one page with the key figures."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When
from wiwak_eval.publication.texts.shared import NEXT_POST_NEAR, bearers

_OPEN = (When("open_Y1", "above", 0), When("open_Y2", "above", 0))
_NONE_OPEN = (When("open_Y1", "at_most", 0), When("open_Y2", "at_most", 0))

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "brief_asked": ("Der Landkreis hat ein Willkommenscenter erprobt. Dieser Bericht wertet die Daten aus und plant für Y1 und Y2.",),
    "brief_pilot": (
        "Bisher gab es {contacts_pilot:anzahl|keine Beratung|eine Beratung|# Beratungen}.",
        "Beraten {persons_pilot:anzahl|wurde niemand|wurde eine Person|wurden # verschiedene Personen}.",
    ),
    "brief_stock": (
        "Zuletzt kamen {latest_new:vergleich|before_new|mehr Menschen neu als|weniger Menschen neu als|ebenso viele Menschen neu wie} "
        "davor; die Zahl der Beratungen {latest_contacts:vergleich|before_contacts|stieg|sank|blieb gleich}.",
        "Früher Gekommene nutzten zuletzt {latest_stock_share:anteil} der Beratungen.",
    ),
    "brief_caseload": (
        "Geplant wird für Y1 mit {caseload_Y1:anzahl_rund|keiner Beratung|einer Beratung|# Beratungen} (Spanne {caseload_Y1:spanne}), für "
        "Y2 mit {caseload_Y2:anzahl_rund|keiner|einer|#} (Spanne {caseload_Y2:spanne}).",
    ),
    "brief_budget": (
        "Der Plan: {cost_Y1:euro_rund} und {posts_Y1:anzahl|keine Stelle|eine Stelle|# Stellen} für Y1, {cost_Y2:euro_rund} und "
        "{posts_Y2:anzahl|keine Stelle|eine Stelle|# Stellen} für Y2.",
        "Vorhanden {posts_existing:anzahl|ist keine Stelle|ist eine Stelle|sind # Stellen}, "
        "{posts_existing:vergleich|posts_Y1|mehr als|weniger als|ebenso viele wie} für Y1 geplant.",
    ),
    "brief_financing": (
        bearers("Eingeplant sind für Y1 "),
        Choice(
            (
                Option("Offen ist nach Plan nichts.", _NONE_OPEN),
                Option("Noch nicht zugesagt sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2.", _OPEN),
                Option("Noch nicht zugesagt sind {open_Y1:euro_rund} für Y1.", _OPEN[:1]),
                Option("Noch nicht zugesagt sind {open_Y2:euro_rund} für Y2."),
            ),
            "Noch nicht zugesagt sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2.",
        ),
    ),
    "brief_risk": (
        "In 80 von 100 Fällen reichen für beide Jahre {cost_p80_both:euro_rund}, "
        "{cost_p80_both:vergleich_rund|cost_both|mehr als geplant|weniger als geplant|so viel wie geplant} ({cost_both:euro_rund}).",
        Choice(
            (
                Option(
                    "In mehr als der Hälfte der Fälle reicht der Plan nicht.", (When("cost_both", "below", "cost_p50_both", form="rund"),)
                ),
            )
        ),
        Choice(
            (
                Option(
                    "Schon ab {post_up_Y1:anzahl|keiner Beratung|einer Beratung|# Beratungen} bräuchte es Y1 mehr Personal.",
                    NEXT_POST_NEAR,
                ),
            )
        ),
        Choice(
            (
                Option(
                    "Am stärksten hängt die Prognose vom Zugang neuer Menschen ab.",
                    (When("inflow_share_Y1", "above", 0.5), When("inflow_share_Y2", "above", 0.5)),
                ),
            )
        ),
        "Ob das Zentrum etwas bewirkt hat, lässt sich nicht sagen: Es gibt keine Vergleichsgruppe.",
    ),
    "brief_decision": (
        Choice(
            (
                Option("Ob und wie das Zentrum fortgeführt wird und ob die Finanzierung so gilt.", _NONE_OPEN),
                Option("Ob und wie das Zentrum fortgeführt wird und wer die offenen Beträge trägt."),
            ),
            "Ob und wie das Zentrum fortgeführt wird und wer es bezahlt.",
        ),
        "Über das Geld des Landes entscheidet das Land.",
    ),
}
