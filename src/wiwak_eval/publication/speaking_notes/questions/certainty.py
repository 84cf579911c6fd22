"""Questions on what is certain of the years to come."""

from wiwak_eval.publication.speaking_notes.question import Choice, Option, Question, Refusal, Side, When

INSIDE = (
    "in ihrer Spanne {backtest_inside:anzahl|lag keiner|lag einer|lagen #} von {backtest_cases:anzahl|keinem Monatswert|einem Monatswert|# "
    "Monatswerten}."
)

QUESTIONS = (
    Question(
        "forecast",
        (Side.BUDGET, Side.DOUBT, Side.LAND),
        "Was ist an der Prognose sicher?",
        (
            "Geplant wird für Y1 mit {caseload_Y1:anzahl_rund|keiner Beratung|einer Beratung|# Beratungen}; in acht von zehn gerechneten "
            "Verläufen sind es {caseload_Y1:spanne}.",
            "Für Y2 sind es {caseload_Y2:rund} (Spanne {caseload_Y2:spanne}).",
            Choice(
                (
                    Option(
                        "Ein bis drei Monate im Voraus war die eigene Prognose im Rückvergleich besser als der einfache Ansatz, den "
                        f"letzten Monat fortzuschreiben; {INSIDE}",
                        (When("backtest_skill", "above", 0),),
                    ),
                    Option(
                        "Ein bis drei Monate im Voraus war die eigene Prognose im Rückvergleich nicht besser als der einfache "
                        f"Ansatz, den letzten Monat fortzuschreiben; {INSIDE}",
                    ),
                )
            ),
        ),
        Refusal(
            "Wie genau ein oder zwei Jahre im Voraus getroffen werden, lässt sich aus einem Pilotjahr nicht prüfen.",
            "spätere Lieferungen; jede Prognose steht im Prognosebuch und wird ihnen gegenübergestellt.",
            whole=False,
        ),
        ("forecast_yearly", "backtest"),
    ),
)
