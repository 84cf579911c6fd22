"""Sentences on what all counties and towns of the Land would need. Who would pay and who is prepared: `land_conditions`."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When
from wiwak_eval.publication.texts.land_conditions import CONDITIONS

_MORE_PEOPLE = When("land_persons_Y2", "above", "land_persons_Y1", form="rund")
_BELOW_LEAST_Y1 = When("land_posts_Y1", "below", "land_least_Y1", "low")
_BELOW_LEAST_Y2 = When("land_posts_Y2", "below", "land_least_Y2", "low")
_LEAST_DRAWN = (
    "Die Spanne der Stellen kann darunter beginnen, weil sie auch Koordination, Besetzung und Arbeitszeit mit anderen Werten rechnet."
)
"""Why a range begins below what is planned without a single contact."""
_FEWER_CONTACTS = When("land_contacts_Y2", "below", "land_contacts_Y1", form="rund")


def _joint(year: str, two: str, one: str) -> Choice:
    """What one centre for county and town would change in one year. The table is refused for any other pair."""
    apart = f"{{apart_posts_{year}:stellen}} Stellen und {{apart_cost_{year}:euro_rund}} (Spanne {{apart_cost_{year}:euro_spanne}})"
    joint = f"{{joint_posts_{year}:stellen}} Stellen und {{joint_cost_{year}:euro_rund}} (Spanne {{joint_cost_{year}:euro_spanne}})"
    both = f"{two.format(year=year, apart=apart)}{one.format(joint=joint)}"
    difference = f"{{joint_saving_{year}:euro_rund}} (Spanne {{joint_saving_{year}:euro_spanne}})"
    cheaper = When(f"joint_cost_{year}", "below", f"apart_cost_{year}")
    return Choice(
        (
            Option(f"{both}. Der Unterschied, gemeinsam weniger getrennt, beträgt {difference}.", (cheaper,)),
            Option(f"{both}. Billiger wäre es nicht: Der Unterschied, gemeinsam weniger getrennt, beträgt {difference}."),
        ),
        f"{both}.",
    )


NEEDS: Mapping[str, tuple[Said, ...]] = {
    "land_persons": (
        "Gerechnet ist, als blieben die Entscheidungen des Bundesamts so, wie sie zuletzt waren, und mit den Annahmen des Szenarios. "
        "Für ganz Thüringen {land_persons_Y1:anzahl_rund|wäre dann im Jahr Y1 kein neuer anerkannter Flüchtling|wäre dann im Jahr Y1 ein "
        "neuer anerkannter Flüchtling|wären dann im Jahr Y1 # neue anerkannte Flüchtlinge} zu erwarten, nachgezogene Angehörige "
        "eingeschlossen (Spanne {land_persons_Y1:spanne}).",
        "Im Jahr Y2 wären es {land_persons_Y2:rund} (Spanne {land_persons_Y2:spanne}).",
        Choice(
            (
                Option(
                    "Es kämen mehr Menschen, aber weniger Beratungen: Die Prognose folgt den neuen Klienten des Zentrums und der Zeit, in "
                    "der sie kommen, nicht der Zahl aller Anerkannten.",
                    (_MORE_PEOPLE, _FEWER_CONTACTS),
                ),
            )
        ),
    ),
    "land": (
        "Würde in jedem Landkreis und jeder kreisfreien Stadt ein Zentrum wie im Pilotkreis arbeiten, "
        "{land_contacts_Y1:anzahl_rund|wäre im Jahr Y1 keine Beratung|wäre im Jahr Y1 eine Beratung|wären im Jahr Y1 # Beratungen} zu "
        "erwarten (Spanne {land_contacts_Y1:spanne}).",
        "Im Jahr Y1 bräuchte es dafür {land_posts_Y1:stellen} Stellen (Spanne {land_posts_Y1:spanne}) und {land_cost_Y1:euro_rund} (Spanne "
        "{land_cost_Y1:euro_spanne}).",
        "Im Jahr Y2 wären es {land_posts_Y2:stellen} Stellen (Spanne {land_posts_Y2:spanne}) und {land_cost_Y2:euro_rund} (Spanne "
        "{land_cost_Y2:euro_spanne}).",
        Choice(
            (
                Option(
                    "Im Mittel aller Verläufe wären es im Jahr Y1 {land_cost_mean_Y1:euro_rund} und im Jahr Y2 "
                    "{land_cost_mean_Y2:euro_rund}: Hohe Verläufe weichen weiter ab als niedrige.",
                    (When("land_cost_mean_Y1", "above", "land_cost_Y1"), When("land_cost_mean_Y2", "above", "land_cost_Y2")),
                ),
            )
        ),
        Choice(
            (
                Option(
                    "Zahlen haben {transfer_delivered:anzahl|kein Gebiet|ein Gebiet|# Gebiete} geliefert. Wie weit die übrigen davon "
                    "abweichen, ist daraus geschätzt und steckt in den Spannen.",
                    (When("transfer_delivered", "above", 1),),
                ),
                Option(
                    "Alles beruht auf der Lieferung eines einzigen Standorts. Wie weit andere Landkreise davon abweichen, ist nicht "
                    "bekannt, und wie viele Menschen kommen, auch nicht; deshalb sind die Spannen weit."
                ),
            )
        ),
    ),
    "land_fixed": (
        "Von {land_posts_Y1:stellen} Stellen im Jahr Y1 sind {land_coordination_Y1:stellen} Zeit für Koordination, also "
        "{land_coordination_share_Y1:prozent}; diese Zeit ist je Zentrum angenommen, nicht gemessen.",
        "Ohne eine einzige Beratung wären schon {land_least_Y1:stellen} Stellen zu planen, damit jedes Zentrum zu seinen Zeiten öffnen "
        "kann. Kürzere Öffnungszeiten in kleinen Kreisen sind nicht gerechnet.",
        Choice((Option(_LEAST_DRAWN, (_BELOW_LEAST_Y1,)), Option(_LEAST_DRAWN, (_BELOW_LEAST_Y2,)))),
        Choice(
            (
                Option(
                    "In allen {transfer_all_counties:exakt} Gebieten bestimmt die Zeit für Beratung und Koordination die Stellen.",
                    (When("transfer_by_cases", "equal", "transfer_all_counties"),),
                ),
                Option(
                    "In {transfer_by_cases:exakt} von {transfer_all_counties:exakt} Gebieten bestimmt die Zeit für Beratung und "
                    "Koordination die Stellen, sonst die Öffnungszeit oder eine Mindestbesetzung."
                ),
            )
        ),
    ),
    "land_whole": (
        "Gerechnet ist der ganze Bedarf, nicht der zusätzliche: Nicht abgezogen ist, was es schon gibt, zum Beispiel die "
        "Migrationsberatung des Bundes und das Integrationsmanagement, für das Land und ESF je Landkreis und kreisfreier Stadt eine Stelle "
        "vorsahen. Aufbau und Steuerung sind nicht gerechnet, ein Höchstbetrag des Landes auch nicht.",
    ),
    "land_joint": (
        _joint(
            "Y1",
            "Wartburgkreis und Eisenach bräuchten im Jahr {year} mit zwei Zentren {apart}. ",
            "Würden einem gemeinsamen Zentrum eine Koordination und eine Öffnung genügen, so wären es {joint}",
        ),
        _joint("Y2", "Im Jahr {year} wären es mit zwei Zentren {apart}", " und mit einem gemeinsamen {joint}"),
        "Längere Wege, ein zweiter Ort und wer welchen Teil zahlt, sind nicht gerechnet.",
    ),
}
TEXTS: Mapping[str, tuple[Said, ...]] = {**NEEDS, **CONDITIONS}
