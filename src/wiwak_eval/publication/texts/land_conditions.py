"""Sentences on who would pay for centres elsewhere, who meets the preconditions, and what sets the pilot county apart."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When

_ALL_MEET = When("transfer_prepared", "equal", "transfer_counties")
_LARGEST = When("rank_area", "equal", 1)
_PREPARED = (
    "Alle drei {transfer_prepared:anzahl|erfüllt keines|erfüllt eines|erfüllen #} der {transfer_counties:exakt} anderen Gebiete "
    "(Landkreise und kreisfreie Städte), je nach Strenge der Grenzen {transfer_prepared:bereich}."
)
_QUOTA = "die Zahl der Anerkannten folgt der Quote, und diese weitgehend den Einwohnern, also gleichen sich die Anteile"
WEAK_TEST = Choice(
    (
        Option(
            "Das sagt wenig, denn mit den gesetzten Grenzen trennt die Prüfung nichts: Der Pilotkreis ist nach Fläche der größte, also "
            f"sind die Wege überall kürzer; und {_QUOTA}.",
            (_ALL_MEET, _LARGEST),
        ),
        Option(f"Das sagt wenig, denn mit den gesetzten Grenzen trennt die Prüfung nichts: {_QUOTA[0].upper()}{_QUOTA[1:]}.", (_ALL_MEET,)),
        Option("Die Grenzen hat das Projekt gesetzt; an ihnen hängt das Ergebnis."),
    )
)
"""What the test is worth where nobody fails."""
CONDITIONS: Mapping[str, tuple[Said, ...]] = {
    "land_programme": (
        "Das Integrationsprogramm des Landes umfasste 2016 und 2017 je {land_programme_Y1:euro_rund}; die Richtlinie dazu endet 2017.",
        "Die Kosten aller Zentren im Jahr Y1 entsprächen {land_programme_share_Y1:prozent} davon (Spanne "
        "{land_programme_share_Y1:bereich}).",
        "Das Programm bezahlte neben Beratung auch Kita-Plätze und Unterkünfte. Die beiden Beträge zeigen eine Größenordnung; sie stehen "
        "nicht für dieselben Aufgaben.",
    ),
    "land_financing": (
        Choice(
            (
                Option(
                    "Das Land hat nur für den Pilotkreis entschieden.",
                    (When("land_decided_Y1", "above", 0),),
                ),
                Option("Das Land hat noch für keinen Landkreis und keine Stadt entschieden.", (When("land_decided_Y2", "equal", 0),)),
                Option("Das Land hat nur für den Pilotkreis entschieden."),
            )
        ),
        "Offen sind im ganzen Land {land_open_Y1:euro_rund} für Y1 (Spanne {land_open_Y1:euro_spanne}) und {land_open_Y2:euro_rund} für Y2 "
        "(Spanne {land_open_Y2:euro_spanne}).",
        Choice(
            (
                Option(
                    "Würde das Land davon ab Januar {land_share_Y1:prozent} zahlen (angenommen, ohne Höchstbetrag), so wären das im Jahr "
                    "Y1 {land_variant_Y1:euro_rund} (Spanne {land_variant_Y1:euro_spanne}); Landkreise und Städte müssten "
                    "{land_county_cash_Y1:euro_rund} (Spanne {land_county_cash_Y1:euro_spanne}) bar zahlen und Räume für "
                    "{land_in_kind_Y1:euro_rund} stellen. Im Jahr Y2 wären es {land_variant_Y2:euro_rund} (Spanne "
                    "{land_variant_Y2:euro_spanne}) vom Land und {land_county_cash_Y2:euro_rund} (Spanne "
                    "{land_county_cash_Y2:euro_spanne}) bar. Diese Spannen gelten, wenn das Land seinen Anteil auch dann zahlt, wenn mehr "
                    "gebraucht wird als geplant. Steht sein Betrag mit dem Bescheid fest, so tragen Landkreise und Städte, was über den "
                    "Plan hinausgeht.",
                    (When("land_share_Y1", "above", 0),),
                ),
            )
        ),
    ),
    "land_preconditions": (
        "Drei Voraussetzungen lassen sich mit öffentlichen Zahlen prüfen: mindestens {limit_persons:exakt} Anerkannte (je nach Strenge "
        "{limit_persons:bereich}); im Mittel höchstens {limit_distance:exakt} km zu einem Zentrum in der Mitte ({limit_distance:bereich}); "
        "je Einwohner höchstens um den Faktor {limit_factor:exakt} mehr oder weniger Anerkannte als im Pilotkreis "
        "({limit_factor:bereich}).",
        _PREPARED,
        WEAK_TEST,
        Choice(
            (
                Option(
                    "Bei eng gesetzten Grenzen erfüllt auch der Pilotkreis selbst nicht alle drei.",
                    (When("transfer_home_strict", "equal", 0),),
                ),
            )
        ),
        "Ob Ämter mitmachen, ob es Ehrenamt und Betriebe gibt, steht in keiner öffentlichen Zahl.",
    ),
    "land_ranks": (
        Choice(
            (
                Option(
                    "Der Pilotkreis ist nach Fläche der größte von {transfer_all_counties:exakt} Landkreisen und Städten: Nirgends sind "
                    "die Wege länger.",
                    (_LARGEST,),
                ),
                Option(
                    "Unter {transfer_all_counties:exakt} Landkreisen und Städten steht der Pilotkreis nach Fläche auf Rang "
                    "{rank_area:exakt} (Rang 1: der größte)."
                ),
            )
        ),
        "Nach Einwohnern steht er auf Rang {rank_inhabitants:exakt}, nach erwarteten Anerkannten auf Rang {rank_persons:exakt}, nach "
        "Anerkannten je Einwohner auf Rang {rank_per_1000:exakt}; Rang 1 hat den größten Wert.",
    ),
}
