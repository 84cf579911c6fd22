"""Sentences on how sure the budget is."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Listing, Option, Said, When

_COUNTY_RISK = (
    "Zahlt das Land seinen angenommenen Anteil ab Januar, so zahlt der Landkreis in beiden Jahren nach Plan {county_risk_both:euro_rund} "
    "bar; in 80 von 100 Fällen sind es höchstens {county_risk_p80_both:euro_rund}, in 95 von 100 höchstens "
    "{county_risk_p95_both:euro_rund}."
)


def _saves(bearer: str, words: str) -> Option:
    return Option(f"{{saves_{bearer}_Y1:euro}} {words}", (When(f"saves_{bearer}_Y1", "above", 0),))


TEXTS: Mapping[str, tuple[Said, ...]] = {
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
        Choice(
            (
                Option(
                    f"{_COUNTY_RISK} Der Grund: Das Land bewilligt auf den Plan, was darüber hinausgeht, trägt der Landkreis allein.",
                    (When("county_risk_p80_both", "above", "county_risk_both", form="rund"),),
                ),
                Option(_COUNTY_RISK),
            ),
            _COUNTY_RISK,
        ),
        "Ohne das Land wären es nach Plan {county_risk_none_both:euro_rund}.",
    ),
    "drivers": (
        "Von der Streuung der Kosten kommen {share_caseload:prozent} allein aus der Fallzahl.",
        "Alles, was niemand gemessen hat, macht zusammen {share_unmeasured:prozent} aus.",
    ),
    "switching": (
        "Y1 käme der nächste Stellenschritt ab {post_up_Y1:anzahl|keiner Beratung|einer Beratung|# Beratungen}, gegenüber dem Plan eine "
        "Änderung von {post_up_change_Y1:prozent}; bei "
        "{post_down_Y1:anzahl|keiner Beratung|einer Beratung|# Beratungen} entfiele einer ({post_down_change_Y1:prozent}).",
        "Y2 liegen die Schwellen bei {post_up_Y2:exakt} ({post_up_change_Y2:prozent}) und {post_down_Y2:exakt} "
        "({post_down_change_Y2:prozent}).",
    ),
    "break_even": (
        "Die Kosten von Y1 entsprächen {break_even_months_Y1:anzahl|keinem Monat, in dem|einem Monat, in dem|# Monaten, in denen} eine "
        "Person ohne Arbeitslosengeld II auskommt, also {break_even_persons_Y1:anzahl|keiner Person|einer Person|# Personen} ein ganzes "
        "Jahr lang; Y2 wären es {break_even_months_Y2:anzahl|kein Monat|ein Monat|# Monate}. Das ist ein Schwellenwert, keine Wirkung; wie "
        "viele Menschen ohne das Zentrum Arbeit gefunden hätten, ist nicht bekannt.",
        Listing(
            "Y1 entfielen dabei je Person und Monat ",
            (_saves("federal", "beim Bund"), _saves("land", "beim Land"), _saves("county", "beim Landkreis")),
            ".",
        ),
    ),
    "alternatives": (
        "Wie geplant kosten beide Jahre den Landkreis bar {alternative_county_fortfuehrung:euro_rund}; beim Ausbau um eine Stelle wären es "
        "{alternative_county_ausbau:euro_rund}, als Dienstleistung {alternative_county_vertrag:euro_rund} (Land: angenommen).",
        "Aufsuchende Beratung im ganzen Kreis kostete {alternative_cost_aufsuchend_Y2:euro_rund} im Jahr Y2, die Fortführung wie geplant "
        "{alternative_cost_fortfuehrung_Y2:euro_rund}.",
    ),
}
