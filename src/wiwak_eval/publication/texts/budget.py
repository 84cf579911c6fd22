"""Sentences on posts, costs and who pays."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When

_OPEN = (When("open_Y1", "above", 0), When("open_Y2", "above", 0))
_NOTHING = tuple(When(id, "equal", 0) for id in ("land_Y1", "land_Y2", "county_cash_Y1", "county_cash_Y2"))
_LAND_AND_COUNTY = (
    "Als Anteil des Landes sind {land_Y1:euro_rund} (Y1) und {land_Y2:euro_rund} (Y2) gerechnet, bar vom Landkreis "
    "{county_cash_Y1:euro_rund} und {county_cash_Y2:euro_rund}."
)
_LATE = "so kommen Y1 {}{{land_decided_late_Y1:euro_rund}}; der Landkreis zahlt dann {{county_cash_decided_late_Y1:euro_rund}} bar."
_DECIDED_LATE = f"Kommt der Bescheid erst im Lauf des Jahres und durfte vorher nicht begonnen werden, {_LATE}"
_BUSY = (When("utilisation_Y1", "above", "utilisation_warning_Y1"), When("utilisation_Y2", "above", "utilisation_warning_Y2"))
_LIMITS = " ({utilisation_warning_Y1:prozent} für Y1, {utilisation_warning_Y2:prozent} für Y2)"
_CROWDED = "Krankheit oder mehr Andrang als geplant führen dann rasch zu Wartezeiten."

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "posts": (
        "Aus der geplanten Fallzahl folgen {posts_Y1:stellen} Stellen für Y1 und {posts_Y2:stellen} Stellen für Y2.",
        "Vorhanden {posts_existing:anzahl|ist keine Stelle|ist eine Stelle|sind # Stellen}, "
        "{posts_existing:vergleich|posts_Y1|mehr als|weniger als|ebenso viele wie} für Y1 und "
        "{posts_existing:vergleich|posts_Y2|mehr als|weniger als|ebenso viele wie} für Y2 geplant.",
        "Die geplanten Stellen wären Y1 zu {utilisation_Y1:prozent} und Y2 zu {utilisation_Y2:prozent} ausgelastet.",
        Choice(
            (
                Option(f"In beiden Jahren läge das über der Warnschwelle{_LIMITS}. {_CROWDED}", _BUSY),
                Option(f"Y1 läge das über der Warnschwelle{_LIMITS}. {_CROWDED}", _BUSY[:1]),
                Option(f"Y2 läge das über der Warnschwelle{_LIMITS}. {_CROWDED}", _BUSY[1:]),
                Option(f"Das läge in keinem der beiden Jahre über der Warnschwelle{_LIMITS}."),
            )
        ),
        Choice(
            (
                Option(
                    "Mit {posts_after:stellen} Stellen liefe das Zentrum nach Y2 weiter; alle Verträge darauf enden spätestens Ende Y2 und "
                    "wären zu verlängern.",
                    (When("posts_to_renew", "above", 0), When("posts_to_renew", "equal", "posts_after")),
                ),
                Option(
                    "Mit {posts_after:stellen} Stellen liefe das Zentrum nach Y2 weiter; bei {posts_to_renew:stellen} davon endet der "
                    "Vertrag spätestens Ende Y2 und wäre zu verlängern.",
                    (When("posts_to_renew", "above", 0),),
                ),
            )
        ),
    ),
    "costs": (
        "Die Gesamtkosten betragen nach Plan {cost_Y1:euro_rund} für Y1 und {cost_Y2:euro_rund} für Y2.",
        "Schwanken Fallzahl und Annahmen zugleich, so liegen sie meist Y1 bei {cost_Y1:euro_spanne} und Y2 bei {cost_Y2:euro_spanne}; in "
        "einem von zehn Fällen kostet es weniger, in einem mehr.",
    ),
    "financing": (
        "Der Landkreis bringt Räume im Wert von {county_in_kind_Y1:euro_rund} (Y1) und {county_in_kind_Y2:euro_rund} (Y2) ein.",
        Choice(
            (
                Option("Vom Land und bar vom Landkreis ist für keines der beiden Jahre etwas eingeplant.", _NOTHING),
                Option(_LAND_AND_COUNTY),
            ),
            _LAND_AND_COUNTY,
        ),
        Choice(
            (
                Option(
                    "Offen ist nach Plan für keines der beiden Jahre etwas.",
                    (When("open_Y1", "at_most", 0), When("open_Y2", "at_most", 0)),
                ),
                Option("Noch offen sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2.", _OPEN),
                Option("Noch offen sind {open_Y1:euro_rund} für Y1; für Y2 ist nichts offen.", _OPEN[:1]),
                Option("Noch offen sind {open_Y2:euro_rund} für Y2; für Y1 ist nichts offen."),
            ),
            "Noch offen sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2.",
        ),
    ),
    "late_decision": (
        "Zahlt das Land seinen angenommenen Anteil ab Januar, so sind es Y1 {land_from_january_Y1:euro_rund}, und der Landkreis zahlt "
        "{county_cash_from_january_Y1:euro_rund} bar.",
        Choice(
            (
                Option(_DECIDED_LATE.format("nur "), (When("land_decided_late_Y1", "below", "land_from_january_Y1"),)),
                Option(_DECIDED_LATE.format("")),
            ),
            _DECIDED_LATE.format(""),
        ),
        "Ohne das Land sind es {county_cash_none_Y1:euro_rund} (Y1) und {county_cash_none_Y2:euro_rund} (Y2).",
    ),
}
