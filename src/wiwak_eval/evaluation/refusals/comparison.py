"""Comparisons that would show an effect, and for which there is nobody to compare with."""

from wiwak_eval.results import NotAssessable

FEWEST_COUNTIES = 19
"""Other counties below which the smallest possible placebo p-value 1/(n + 1) exceeds 5 % (Abadie, Diamond & Hainmueller 2010)."""

FEWEST_MONTHS_BEFORE = 24
"""Months before the start, so that two of each season can be matched; a convention of ours."""

FEWEST_PERSONS = 100
"""Persons in each of two groups: so many find a difference of 16 points from a base of 20 % with a power of 80 %."""

FEWEST_SNAPSHOTS = 2


def synthetic_control(comparison_counties: int, months_before: int) -> NotAssessable:
    """What would have become of the county without the centre, from a mixture of other counties.

    comparison_counties: with the same series and no such centre; months_before: of these series before the first project month.
    """
    if comparison_counties < FEWEST_COUNTIES or months_before < FEWEST_MONTHS_BEFORE:
        return NotAssessable(
            f"nicht auswertbar: Ein Vergleich mit anderen Kreisen braucht dieselbe Reihe aus mindestens {FEWEST_COUNTIES} Kreisen ohne "
            f"Zentrum und {FEWEST_MONTHS_BEFORE} Monate vor dem Projektbeginn; es sind {comparison_counties} Kreise und {months_before} "
            "Monate."
        )
    return NotAssessable(
        "nicht auswertbar: Vergleichskreise und Vorlauf reichen; es fehlt noch der Nachweis, dass die Mischung der Kreise den Landkreis "
        "vor dem Projektbeginn gut trifft und in keinem von ihnen Gleiches begann."
    )


def before_after(persons_measured_twice: int, comparison_persons: int) -> NotAssessable:
    """The change of the same people as an effect. comparison_persons: measured as often, and not counselled."""
    if persons_measured_twice < FEWEST_PERSONS:
        return NotAssessable(
            f"nicht auswertbar: Ein Vorher-nachher-Vergleich braucht mindestens {FEWEST_PERSONS} Personen, deren Lage vor und nach der "
            "Beratung gleich gemessen wurde."
        )
    if comparison_persons < FEWEST_PERSONS:
        return NotAssessable(
            "nicht auswertbar: Eine Veränderung derselben Menschen ist keine Wirkung; Arbeit, Sprache und Wohnung bessern sich mit den "
            f"Jahren im Land auch ohne Zentrum, und es fehlen mindestens {FEWEST_PERSONS} gleich lang beobachtete Menschen ohne Beratung."
        )
    return NotAssessable(
        "nicht auswertbar: Beide Gruppen sind gemessen; es fehlt noch der Nachweis, dass sie sich vor der Beratung glichen."
    )


def effect_of_centre(persons_without_centre: int, by_chance: bool) -> NotAssessable | None:
    """The effect of counselling against a group without it; None only where chance decided who was counselled."""
    if persons_without_centre < FEWEST_PERSONS:
        return NotAssessable(
            f"nicht auswertbar: Eine Wirkung zeigt nur der Vergleich mit Menschen ohne Beratung; es fehlen mindestens {FEWEST_PERSONS}, "
            "die genauso beobachtet wurden."
        )
    if not by_chance:
        return NotAssessable(
            "nicht auswertbar: Wer Beratung sucht, unterscheidet sich von dem, der keine sucht; solange nicht das Los entschied, zeigt der "
            "Unterschied der Gruppen keine Wirkung."
        )
    return None


def network_change(snapshots: int) -> NotAssessable | None:
    """How cooperation changed. snapshots: times at which the same organisations were asked about the same ties; None from two on."""
    if snapshots < FEWEST_SNAPSHOTS:
        return NotAssessable(
            "nicht auswertbar: Das Netzwerk ist nur für einen Zeitraum erhoben; ob die Zusammenarbeit enger wurde, zeigt erst eine zweite "
            "Erhebung mit denselben Regeln."
        )
    return None
