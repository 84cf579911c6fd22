"""Groups too small, ranks, and answers that nobody gave."""

from wiwak_eval import german
from wiwak_eval.results import NotAssessable

FEWEST_PEOPLE = 10
"""Persons and households; policy: docs/methoden.md, section Geheimhaltung."""

FEWEST_UNITS = 2

FEWEST_ANSWERS = 100
"""Answers at which a share of one half is known to within ten points (Wilson)."""

LEAST_RESPONSE = 0.5
"""Share of those asked who answered; a convention of ours."""


def small_group(persons: int, households: int) -> NotAssessable | None:
    """A share, mean or median of fewer than ten persons or households; None of more. The sentence does not say how many there are."""
    if min(persons, households) < FEWEST_PEOPLE:
        return NotAssessable(
            f"nicht auswertbar: Die Gruppe hat weniger als {FEWEST_PEOPLE} Personen oder Haushalte; ein Anteil oder Mittelwert wäre Zufall "
            "und verriete Einzelne."
        )
    return None


def league_table(units: int, smallest: int) -> NotAssessable:
    """Ranks of municipalities or offices. units: to be ranked; smallest: persons in the smallest of them.

    Source: Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385-443.
    """
    if units < FEWEST_UNITS:
        return NotAssessable("nicht auswertbar: Für eine Rangliste sind keine zwei Orte erfasst.")
    if smallest < FEWEST_PEOPLE:
        return NotAssessable(
            f"nicht auswertbar: Eine Rangliste von {units} Orten, darunter solche mit weniger als {FEWEST_PEOPLE} Personen, ordnet Zufall; "
            "der Trichter mit Grenzen zeigt, was auffällt."
        )
    return NotAssessable(
        f"nicht auswertbar: Eine Rangliste von {units} Orten täuscht Unterschiede vor, wo die Bereiche sich überdecken; der Trichter mit "
        "Grenzen zeigt, was auffällt."
    )


def satisfaction_survey(answers: int, asked: int) -> NotAssessable | None:
    """How content people are. asked: to whom a questionnaire was given; None where enough answered."""
    if answers < FEWEST_ANSWERS or answers < LEAST_RESPONSE * asked:
        return NotAssessable(
            f"nicht auswertbar: Zufriedenheit braucht eine Befragung mit mindestens {FEWEST_ANSWERS} Antworten und einem Rücklauf von "
            f"{german.percent(LEAST_RESPONSE, 0)}, nicht von den Beratenden selbst geführt; eine solche liegt nicht vor."
        )
    return None
