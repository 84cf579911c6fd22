"""Sentences on how sure the budget is."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Listing, Option, Said, When
from wiwak_eval.publication.texts.shared import NEXT_POST_NEAR

_COUNTY_RISK = (
    "Zahlt das Land seinen angenommenen Anteil ab Januar, so zahlt der Landkreis in beiden Jahren nach Plan {county_risk_both:euro_rund} "
    "bar; in 80 von 100 Fällen sind es höchstens {county_risk_p80_both:euro_rund}, in 95 von 100 höchstens "
    "{county_risk_p95_both:euro_rund}."
)


def _middle(year: str) -> Choice:
    """Where the plan of one year lies among the draws."""
    said = f"Der Plan für {year} liegt {{}} der Simulation ({{{{cost_p50_{year}:euro_rund}}}})"
    plan, middle = f"cost_{year}", f"cost_p50_{year}"
    return Choice(
        (
            Option(
                f"{said.format('unter dem mittleren Wert')}: In mehr als der Hälfte der gerechneten Fälle reichen "
                f"{{cost_{year}:euro_rund}} nicht.",
                (When(plan, "below", middle, form="rund"),),
            ),
            Option(
                f"{said.format('über dem mittleren Wert')}: In mehr als der Hälfte der gerechneten Fälle reichen "
                f"{{cost_{year}:euro_rund}}.",
                (When(plan, "above", middle, form="rund"),),
            ),
            Option(f"{said.format('beim mittleren Wert')}."),
        )
    )


def _saves(bearer: str, words: str) -> Option:
    return Option(f"{{saves_{bearer}_Y1:euro}} {words}", (When(f"saves_{bearer}_Y1", "above", 0),))


TEXTS: Mapping[str, tuple[Said, ...]] = {
    "risk": (
        "In 80 von 100 gerechneten Fällen kostet das Zentrum Y1 höchstens {cost_p80_Y1:euro_rund} und Y2 höchstens "
        "{cost_p80_Y2:euro_rund}; geplant sind {cost_Y1:euro_rund} und {cost_Y2:euro_rund}.",
        "Beide Jahre zusammen: Plan {cost_both:euro_rund}, höchstens {cost_p80_both:euro_rund} in 80 und {cost_p95_both:euro_rund} "
        "in 95 von 100 Fällen.",
        _middle("Y1"),
        _middle("Y2"),
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
        "Die übrigen nicht gemessenen Größen, wie Zeiten, Preise und Tarif, machen zusammen {share_unmeasured:prozent} aus; auch die "
        "Fallzahl beruht auf Annahmen.",
    ),
    "switching": (
        Choice((Option("Für Y1 liegt der Plan dicht unter dem nächsten Stellenschritt.", NEXT_POST_NEAR),)),
        "Y1 käme der nächste Stellenschritt ab {post_up_Y1:anzahl|keiner Beratung|einer Beratung|# Beratungen}, gegenüber dem Plan eine "
        "Änderung von {post_up_change_Y1:prozent}; bei "
        "{post_down_Y1:anzahl|keiner Beratung|einer Beratung|# Beratungen} entfiele einer ({post_down_change_Y1:prozent}).",
        "Y2 liegen die Schwellen bei {post_up_Y2:exakt} ({post_up_change_Y2:prozent}) und {post_down_Y2:exakt} "
        "({post_down_change_Y2:prozent}).",
    ),
    "break_even": (
        "Die Kosten von Y1 sind so hoch wie das Arbeitslosengeld II einer alleinstehenden Person für "
        "{break_even_months_Y1:anzahl|keinen Monat|einen Monat|# Monate}, also das von "
        "{break_even_persons_Y1:anzahl|keiner Person|einer Person|# Personen} für ein ganzes Jahr; bei den Kosten von Y2 "
        "{break_even_months_Y2:anzahl|ist es kein Monat|ist es ein Monat|sind es # Monate}.",
        "Das ist ein Schwellenwert, keine Wirkung: Wie viele Menschen ohne das Zentrum Arbeit gefunden hätten, ist nicht bekannt.",
        Listing(
            "Kommt eine Person Y1 einen Monat lang ohne Arbeitslosengeld II aus, so entfallen ",
            (_saves("federal", "beim Bund"), _saves("land", "beim Land"), _saves("county", "beim Landkreis")),
            ".",
        ),
    ),
    "alternatives": (
        "Zahlte das Land seinen angenommenen Anteil ab Januar, so trüge der Landkreis bei Fortführung in beiden Jahren zusammen "
        "{alternative_county_fortfuehrung:euro_rund} bar, beim Ausbau um eine Stelle {alternative_county_ausbau:euro_rund} und als "
        "Dienstleistung {alternative_county_vertrag:euro_rund}.",
        "Ohne das Land trüge er bei Fortführung {county_risk_none_both:euro_rund}.",
        "Aufsuchende Beratung im ganzen Kreis würde Y2 {alternative_cost_aufsuchend_Y2:euro_rund} kosten, die Fortführung wie geplant "
        "{alternative_cost_fortfuehrung_Y2:euro_rund}.",
    ),
}
