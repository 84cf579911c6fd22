"""Sentences on how sure the budget is."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "risk": (
        "In 80 von 100 gerechneten Fällen kostet das Zentrum Y1 höchstens {cost_p80_Y1:euro_rund} und Y2 höchstens "
        "{cost_p80_Y2:euro_rund}; geplant sind {cost_Y1:euro_rund} und {cost_Y2:euro_rund}.",
        "Beide Jahre zusammen: Plan {cost_both:euro_rund}, höchstens {cost_p80_both:euro_rund} in 80 und {cost_p95_both:euro_rund} "
        "in 95 von 100 Fällen.",
        "Der Simulationsfehler des 80-%-Werts beider Jahre beträgt {cost_error_both:prozent}.",
    ),
    "risk_posts": (
        "Geplant sind {posts_Y1:stellen} Stellen für Y1 und {posts_Y2:stellen} für Y2. In 80 von 100 Fällen reichen Y1 "
        "{posts_p80_Y1:stellen} und Y2 {posts_p80_Y2:stellen}.",
    ),
    "risk_funders": (
        "Zahlt das Land seinen angenommenen Anteil ab Januar, so zahlt der Landkreis in beiden Jahren nach Plan "
        "{county_risk_both:euro_rund} bar; in 80 von 100 Fällen sind es höchstens {county_risk_p80_both:euro_rund}, in 95 von 100 "
        "höchstens {county_risk_p95_both:euro_rund}. Der Grund: Das Land bewilligt auf den Plan, was darüber hinausgeht, trägt der "
        "Landkreis allein.",
        "Ohne das Land wären es nach Plan {county_risk_none_both:euro_rund}.",
    ),
    "drivers": (
        "Von der Streuung der Kosten kommen {share_caseload:prozent} allein aus der Fallzahl.",
        "Alles, was niemand gemessen hat, macht zusammen {share_unmeasured:prozent} aus.",
    ),
    "switching": (
        "Y1 käme der nächste Stellenschritt ab {post_up_Y1:exakt} Beratungen, gegenüber dem Plan eine Änderung von "
        "{post_up_change_Y1:prozent}; bei {post_down_Y1:exakt} Beratungen entfiele einer ({post_down_change_Y1:prozent}).",
        "Y2 liegen die Schwellen bei {post_up_Y2:exakt} ({post_up_change_Y2:prozent}) und {post_down_Y2:exakt} "
        "({post_down_change_Y2:prozent}).",
    ),
    "break_even": (
        "Die Kosten von Y1 entsprächen {break_even_months_Y1:exakt} Monaten, in denen eine Person ohne Arbeitslosengeld II auskommt, also "
        "{break_even_persons_Y1:exakt} Personen ein ganzes Jahr lang; Y2 wären es {break_even_months_Y2:exakt} Monate. Das ist ein "
        "Schwellenwert, keine Wirkung; wie viele Menschen ohne das Zentrum Arbeit gefunden hätten, ist nicht bekannt.",
        "Y1 sparte davon je Person und Monat der Bund {saves_federal_Y1:euro}, das Land {saves_land_Y1:euro} und der Landkreis "
        "{saves_county_Y1:euro}.",
    ),
    "alternatives": (
        "Wie geplant kosten beide Jahre den Landkreis bar {alternative_county_fortfuehrung:euro_rund}; mit einer Stelle mehr wären es "
        "{alternative_county_ausbau:euro_rund}, als Dienstleistung {alternative_county_vertrag:euro_rund} (Land: angenommen).",
        "Aufsuchende Beratung im ganzen Kreis kostete {alternative_cost_aufsuchend_Y2:euro_rund} im Jahr Y2 statt "
        "{alternative_cost_fortfuehrung_Y2:euro_rund}.",
    ),
}
