"""What the papers say, in which order."""

OUTLINE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "daten",
        "Die Daten",
        (
            "Grundlage ist eine Lieferung der Behörde. Jede Zeile wurde geprüft; was nicht stimmt, ist nicht verwendet und gezählt.",
            "table:intake",
            "table:fault_counts",
            "table:control",
            "table:absent",
        ),
    ),
    (
        "pilotjahr",
        "Das Pilotjahr",
        (
            "say:pilot",
            "picture:monthly",
            "table:year",
            "say:trend",
            "table:trend_tests",
            "Ein steigender Trend beschreibt die Inanspruchnahme. Er sagt nicht, warum mehr Menschen kamen: Es gibt keine "
            "Vergleichsgruppe.",
            "picture:topics",
            "table:topics_by_quarter",
            "table:titles",
            "table:origins",
            "table:durations",
            "say:spent",
            "table:expenditure",
            "table:income",
        ),
    ),
    (
        "bestand",
        "Zugang und Bestand",
        (
            "say:rise",
            "picture:growth_parts",
            "say:stock",
            "picture:inflow_stock",
            "table:stock_figures",
            "table:stay",
        ),
    ),
    (
        "prognose",
        "Fallzahlen der Haushaltsjahre",
        (
            "say:caseload",
            "picture:forecast_monthly",
            "say:no_trend",
            "table:forecast_yearly",
            "say:persons",
            "table:forecast_persons",
        ),
    ),
    (
        "szenarien",
        "Szenarien und Stellschrauben",
        (
            "Die Prognose sagt, womit zu rechnen ist, wenn die Regeln bleiben, wie sie am Stichtag bekannt waren. Szenarien sagen, was "
            "wäre, wenn jemand anders entscheidet: Sie setzen Stellschrauben auf andere Werte und lassen den Trend unberührt.",
            "picture:scenario_lines",
            "table:scenario_years",
            "table:levers",
        ),
    ),
    (
        "guete",
        "Wie sicher die Prognose ist",
        (
            "say:uncertainty",
            "picture:forecast_sources",
            "Die eigene Prognose verbindet, wo beide vorliegen, ein Reihenverfahren, das an vielen öffentlichen Reihen gelernt hat, mit "
            "einem Zugangsmodell, das neue und bleibende Personen getrennt rechnet. Maßgeblich wird sie nur, wenn sie im Pilotjahr und auf "
            "öffentlichen Reihen zusammen besser ist als einfache Verfahren, die jeder stattdessen nehmen könnte.",
            "table:method_choice",
            "say:backtest",
            "table:backtest",
            "Neue Klienten kommen vor allem, wenn Menschen als schutzberechtigt anerkannt werden. Sinkt die Zahl der positiven "
            "Entscheidungen, so kommen weniger neue Personen; wie viele der bisherigen bleiben, sagt sie nicht.",
            "table:asylum_context",
        ),
    ),
    (
        "abweichung",
        "Was frühere Prognosen sagten",
        (
            "Jede maßgebliche Prognose wird im Prognosebuch festgehalten. Eine spätere Lieferung zeigt, was daraus wurde: wo die Zahlen "
            "blieben, wo sie abwichen und woran es lag.",
            "table:variance_months",
            "table:variance_sums",
            "table:variance_causes",
            "table:forecast_record",
        ),
    ),
    (
        "haushalt",
        "Stellen, Kosten, Finanzierung",
        (
            "say:posts",
            "table:workload",
            "table:posts_plan",
            "table:posts_range",
            "say:costs",
            "picture:costs",
            "table:pay_groups",
            "table:cost_range",
            "say:financing",
            "picture:financing",
            "table:financing_variants",
        ),
    ),
    (
        "annahmen",
        "Annahmen und Grenzen",
        (
            "Jeder Wert, der nicht gemessen wurde, ist eine Annahme mit Quelle und Stand. „Ungeprüft“ heißt: Die Quelle wurde nicht "
            "eingesehen oder gibt es nicht; der Landkreis muss den Wert bestätigen oder ersetzen.",
            "table:assumptions_log",
            "table:rates",
            "table:amounts",
            "table:grant",
        ),
    ),
    (
        "anhang",
        "Anhang: der Zugang über 24 Monate, Personen je Monat",
        (
            "Über 24 Monate lässt sich nur der Zugang prüfen, und nur dort, wo lange Reihen veröffentlicht sind: an den Entscheidungen des "
            "Bundesamts. Das Modell bekam jeweils zwölf Monate und sagte die folgenden 24 voraus.",
            "table:inflow_backtest",
            "table:forecast_persons_monthly",
        ),
    ),
)
"""Chapters: id, title, parts. A part is `say:` a text of `texts`, `table:` or `picture:` a table's id, or a paragraph without numbers."""
