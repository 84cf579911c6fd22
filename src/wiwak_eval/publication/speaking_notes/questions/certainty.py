"""Questions on what is certain of the years to come."""

from wiwak_eval.publication.speaking_notes.question import Choice, Option, Question, Refusal, Side, When

QUESTIONS = (
    Question(
        "forecast",
        (Side.BUDGET, Side.DOUBT, Side.LAND),
        "Was ist an der Prognose sicher?",
        (
            "Geplant wird mit {caseload_Y1:rund} Beratungen für Y1; in acht von zehn gerechneten Verläufen sind es "
            "{caseload_Y1:spanne}. Für Y2 sind es {caseload_Y2:rund} ({caseload_Y2:spanne}).",
            Choice(
                (
                    Option(
                        "Ein bis drei Monate im Voraus war die eigene Prognose im Rückvergleich besser als der einfache Ansatz, den "
                        "letzten Monat fortzuschreiben; {backtest_inside:exakt} von {backtest_cases:exakt} Monatswerten lagen in "
                        "ihrer Spanne.",
                        (When("backtest_skill", "above", 0),),
                    ),
                    Option(
                        "Ein bis drei Monate im Voraus war die eigene Prognose im Rückvergleich nicht besser als der einfache "
                        "Ansatz, den letzten Monat fortzuschreiben; {backtest_inside:exakt} von {backtest_cases:exakt} Monatswerten "
                        "lagen in ihrer Spanne.",
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
