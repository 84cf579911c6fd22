"""Models that ask for more cases than a pilot year has."""

from wiwak_eval import german
from wiwak_eval.results import NotAssessable

EVENTS_PER_PARAMETER = 10
"""Peduzzi et al. (1996), Journal of Clinical Epidemiology 49, 1373-1379."""

EVENTS_PER_FEATURE = 200
"""Of a learned prediction: van der Ploeg, Austin & Steyerberg (2014), BMC Medical Research Methodology 14."""

FEWEST_CASES = 100
COMPLETE_ENOUGH = 0.95
"""Share of acts that must be recorded before an order is read off the record; a convention of ours."""


def events_per_parameter(events: int, parameters: int) -> NotAssessable | None:
    """Whether a regression by group (Cox, logistic) may be fitted: ten events a parameter. None where it may.

    The sentence names what is needed and not how many events there are: that would be a number about people.
    """
    if parameters < 1:
        raise ValueError("a regression has at least one parameter")
    needed = EVENTS_PER_PARAMETER * parameters
    if events < needed:
        return NotAssessable(
            f"nicht auswertbar: Eine Regression nach Gruppen braucht mindestens {EVENTS_PER_PARAMETER} Ereignisse je Parameter, hier also "
            f"{german.number(needed)}; so viele liegen nicht vor."
        )
    return None


def process_discovery(cases: int, recorded_share: float) -> NotAssessable:
    """The real course of cases from the record alone. recorded_share: of the acts that took place, 0–1."""
    if cases < FEWEST_CASES or recorded_share < COMPLETE_ENOUGH:
        return NotAssessable(
            f"nicht auswertbar: Abläufe lassen sich erst aus mindestens {FEWEST_CASES} Fällen ablesen, in denen "
            f"{german.percent(COMPLETE_ENOUGH, 0)} der Schritte belegt sind; ein fehlender Stempel ist keine fehlende Leistung."
        )
    return NotAssessable(
        "nicht auswertbar: Die Schritte sind belegt, aber die Laufkarte gibt die Stationen vor; was außerhalb von ihr geschah, steht nicht "
        "auf ihr."
    )


def predictive_monitoring(ended_badly: int, features: int) -> NotAssessable:
    """A forecast for single persons who may drop out. ended_badly: cases that did; features: known of each."""
    needed = EVENTS_PER_FEATURE * features
    if ended_badly < needed:
        return NotAssessable(
            f"nicht auswertbar: Eine Vorhersage für einzelne Menschen braucht mindestens {EVENTS_PER_FEATURE} Abbrüche je Merkmal, hier "
            f"also {german.number(needed)}; so viele liegen nicht vor."
        )
    return NotAssessable(
        "nicht auswertbar: Die Fälle reichen; es fehlen noch eine Prüfung an einem späteren Jahrgang und eine Rechtsgrundlage dafür, "
        "Menschen nach einer Vorhersage verschieden zu behandeln."
    )


def waiting_by_queue_model(arrivals: int, waits: int) -> NotAssessable:
    """Waiting for an appointment by a queueing formula (Erlang). arrivals: recorded requests; waits: recorded times up to it."""
    if min(arrivals, waits) < FEWEST_CASES:
        return NotAssessable(
            f"nicht auswertbar: Wartezeiten auf einen Termin brauchen mindestens {FEWEST_CASES} Anfragen mit Tag der Anfrage und des "
            "Termins; erfasst ist nur der Tag der Beratung."
        )
    return NotAssessable(
        "nicht auswertbar: Anfragen und Wartezeiten sind erfasst und zeigen die Wartezeit selbst; eine Warteschlangenformel setzt "
        "unabhängige Anfragen und Beratung ohne Termin voraus."
    )
