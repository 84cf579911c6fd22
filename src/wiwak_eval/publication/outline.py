"""What the papers say, in which order."""

OUTLINE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "daten",
        "Die Daten",
        (
            "Grundlage ist eine Lieferung der Behörde. Jede Zeile wurde geprüft; was nicht stimmt, wird gezählt, aber nicht verwendet.",
            "table:absent",
            "annex:intake",
            "annex:fault_counts",
            "annex:control",
        ),
    ),
    (
        "pilotjahr",
        "Das Pilotjahr",
        (
            "say:pilot",
            "picture:monthly",
            "say:trend",
            "say:trend_rates",
            "picture:trend_rates",
            "Ein steigender Trend beschreibt die Inanspruchnahme. Er sagt nicht, warum mehr Menschen kamen: Es gibt keine "
            "Vergleichsgruppe.",
            "table:titles",
            "picture:topics",
            "say:situations",
            "annex:year",
            "annex:trend_tests",
            "annex:topics_by_quarter",
            "annex:origins",
            "annex:situations",
            "annex:durations",
        ),
    ),
    (
        "reichweite",
        "Wen das Zentrum erreicht",
        (
            "say:access",
            "picture:access_municipality",
            "say:eligibility",
            "table:eligibility",
        ),
    ),
    (
        "pilotkosten",
        "Was das Pilotjahr gekostet hat",
        (
            "say:spent",
            "picture:costs_months",
            "table:costs_funders",
            "say:unit_costs",
            "table:unit_costs",
            "Die Beträge teilen dieselben Kosten durch verschiedene Zahlen. Was die Beratung bewirkt oder erspart, sagen sie nicht: Dafür "
            "fehlen eine Zeit vor dem Zentrum und Menschen zum Vergleich.",
            "annex:expenditure",
            "annex:income",
        ),
    ),
    (
        "kette",
        "Die Integrationskette",
        (
            "say:chain",
            "picture:chain_funnel",
            "picture:chain_incidence",
            "say:chain_order",
            "say:work",
            "say:residence",
            "annex:chain_waiting",
        ),
    ),
    (
        "laufkarte",
        "Die Laufkarte",
        (
            "say:slips",
            "say:slip_conformance",
            "picture:slip_lateness",
            "annex:slip_summary",
        ),
    ),
    (
        "netzwerk",
        "Wer arbeitet mit wem zusammen?",
        (
            "say:network",
            "picture:network_ties",
            "say:network_mixing",
            "say:network_hub",
            "Zum Netzwerk gehören die gemeldeten Organisationen und die erfassten Vermittlungen. Die Zahlen sind eine Momentaufnahme: Ob "
            "sich die Zusammenarbeit verbessert hat und wie gut sie ist, sagen sie nicht.",
            "annex:network_members",
            "annex:network_hub",
        ),
    ),
    (
        "doppelstrukturen",
        "Doppelstrukturen und Doppelfinanzierung",
        (
            "say:structures",
            "say:double_funding",
            "Ein Hinweis ist kein Beweis. Geprüft sind allein die Bücher des Landkreises; die anderer Stellen liegen nicht vor.",
            "annex:structures",
            "annex:double_funding",
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
            "annex:stock_figures",
            "annex:stay",
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
            "annex:forecast_persons",
            "annex:forecast_persons_monthly",
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
            "annex:levers",
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
            "say:backtest",
            "Über 24 Monate lässt sich nur der Zugang prüfen, und nur dort, wo lange Reihen veröffentlicht sind: an den Entscheidungen des "
            "Bundesamts. Das Modell bekam jeweils zwölf Monate und sagte die folgenden 24 voraus; was dabei herauskam, steht im Anhang.",
            "Neue Klienten kommen vor allem, wenn Menschen als schutzberechtigt anerkannt werden. Sinkt die Zahl der positiven "
            "Entscheidungen, so kommen weniger neue Personen; wie viele der bisherigen bleiben, sagt sie nicht.",
            "annex:method_choice",
            "annex:backtest",
            "annex:asylum_context",
            "annex:inflow_backtest",
        ),
    ),
    (
        "abweichung",
        "Was frühere Prognosen sagten",
        (
            "Jede maßgebliche Prognose wird im Prognosebuch festgehalten. Eine spätere Lieferung zeigt, was daraus wurde: wo die Zahlen "
            "blieben, wo sie abwichen und woran es lag.",
            "table:variance_sums",
            "annex:variance_months",
            "annex:variance_causes",
            "annex:forecast_record",
        ),
    ),
    (
        "haushalt",
        "Stellen, Kosten, Finanzierung",
        (
            "say:posts",
            "say:costs",
            "picture:costs",
            "table:posts_plan",
            "say:financing",
            "picture:financing",
            "table:financing_variants",
            "say:late_decision",
            "Haushaltsanmeldung, Anträge an das Land, Verwendungsnachweis und Verhandlungsblatt liegen als eigene Unterlagen bei.",
            "annex:workload",
            "annex:posts_range",
            "annex:caseload_ratios",
            "annex:pay_groups",
            "annex:cost_range",
            "annex:follow_up_costs",
        ),
    ),
    (
        "unsicherheit",
        "Wie sicher ist der Haushalt?",
        (
            "Der Plan rechnet mit mittleren Werten. Hier schwanken die Fallzahl und alle Annahmen mit einer Spanne zugleich, durch "
            "dieselbe Rechnung. Der Plan muss dabei nicht in der Mitte liegen, weil Stellen in Schritten kommen. Was Land und Landkreis "
            "entscheiden, ist keine Schwankung, sondern eine Variante.",
            "say:risk",
            "picture:risk_quantiles",
            "say:risk_posts",
            "say:risk_funders",
            "picture:risk_funders",
            "say:drivers",
            "picture:tornado",
            "say:switching",
        ),
    ),
    (
        "alternativen",
        "Handlungsmöglichkeiten",
        (
            "say:alternatives",
            "picture:alternatives",
            "say:break_even",
            "annex:break_even",
        ),
    ),
    (
        "controlling",
        "Das laufende Haushaltsjahr",
        (
            "say:controlling",
            "picture:controlling_months",
            "say:drawdown",
            "annex:year_end",
            "annex:plan_beside_books",
            "annex:deadlines",
        ),
    ),
    (
        "thueringen",
        "Und ganz Thüringen?",
        (
            "Öffentlich hieß es, das Zentrum sei ein Modell für ganz Thüringen. Hier steht, was ein Zentrum wie im Pilotkreis in jedem "
            "Landkreis und jeder kreisfreien Stadt bräuchte; ein Vorschlag ist das nicht. Mehr dazu sagen land.pdf und land.xlsx.",
            "say:land",
            "say:land_whole",
            "picture:land_posts",
            "say:land_fixed",
            "say:land_programme",
            "picture:land_costs",
            "say:land_financing",
            "say:land_preconditions",
            "picture:land_preconditions",
            "say:land_ranks",
            "say:land_joint",
            "annex:land_limits",
            "annex:joint_centre",
            "annex:land_sources",
        ),
    ),
    (
        "aussagen",
        "Was öffentlich gesagt wurde",
        (
            "Im Herbst 2017 wurden dem Zentrum öffentlich Erfolge zugeschrieben. Jede Aussage ist hier zweimal gelesen: wörtlich und "
            "großzügig. Hält sie wörtlich, so ist sie gestützt; hält nur die großzügige Lesart, so ist sie mit Einschränkung gestützt. "
            "Sagt die Aussage mehr, als die Daten zeigen können, so lautet das Urteil auch dann höchstens „mit Einschränkung gestützt“, "
            "wenn sie wörtlich hält. Widerlegt heißt, dass die Zahlen in beiden Lesarten das Gegenteil sagen. Eine Wertung hat keinen "
            "Wahrheitswert; nicht prüfbar heißt, dass keine Zahl dieses Landkreises sie entscheiden kann. Keines der Urteile spricht von "
            "Wirkung: Es gibt keine Vergleichsgruppe.",
            "Nicht gerechnet sind Wirkungen, Leistungsvergleiche mit anderen Kreisen, Zufriedenheit und Ersparnisse: Die Daten tragen "
            "das nicht. Welche Bedingung jeweils fehlt, steht im Datenpaket in refused_methods.csv.",
            "say:claim_rise",
            "table:claims",
            "annex:claim_definitions",
        ),
    ),
    (
        "annahmen",
        "Annahmen und Grenzen",
        (
            "Jeder Wert, der nicht gemessen wurde, ist eine Annahme mit Quelle und Stand. „Ungeprüft“ heißt: Die Quelle wurde nicht "
            "eingesehen oder gibt es nicht; der Landkreis muss den Wert bestätigen oder ersetzen.",
            "annex:assumptions_log",
            "annex:assumption_impacts",
            "annex:rates",
            "annex:amounts",
            "annex:grant",
        ),
    ),
)
"""Chapters: id, title, parts.

A part is `say:` a text of `texts`, `table:`, `picture:` or `annex:` a table's id, or a paragraph without numbers. What a council needs to
follow the argument is a picture or a `table:`; what only those need who check is an `annex:`.
"""
