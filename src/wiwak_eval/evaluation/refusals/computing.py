"""What each method asks for, held against what was delivered."""

from collections.abc import Mapping

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.refusals import delivered
from wiwak_eval.evaluation.refusals.catalogue import METHODS
from wiwak_eval.evaluation.refusals.comparison import before_after, effect_of_centre, network_change, synthetic_control
from wiwak_eval.evaluation.refusals.models import events_per_parameter, predictive_monitoring, process_discovery, waiting_by_queue_model
from wiwak_eval.evaluation.refusals.people import league_table, satisfaction_survey, small_group
from wiwak_eval.evaluation.refusals.result import Refusals
from wiwak_eval.evaluation.refusals.time_series import (
    interrupted_time_series,
    series_across_changes,
    trend_of_few_months,
    trend_of_running_sums,
)
from wiwak_eval.evaluation.refusals.worth import cost_effectiveness, fiscal_extrapolation, mean_of_caseload_ratios, social_return
from wiwak_eval.evaluation.trend.recording import recording_breaks
from wiwak_eval.records import Records
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"
REFUSED, ALLOWED = "abgelehnt", "zulässig"


def compute(records: Records, assumptions: Assumptions) -> Refusals:
    """See `evaluation.refusals.result.refusals`."""
    return Refusals(refused_methods(records, assumptions))


def refused_methods(records: Records, assumptions: Assumptions) -> Table:
    """Table `refused_methods`: method, what it needs, what the delivery has, verdict. No row tells a number about people."""
    found = assess(records, assumptions)
    rows = []
    for method in METHODS:
        refusal = found[method.id]
        here = "Bedingung erfüllt" if refusal is None else refusal.reason.removeprefix("nicht auswertbar: ")
        verdict = ALLOWED if refusal is None else f"{REFUSED}: {method.reason}"
        rows.append((method.id, f"{method.name}: {method.question}", method.needs, here, verdict))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("method", "Verfahren und Frage", Unit.TEXT),
        Column("needs", "Was es braucht", Unit.TEXT),
        Column("here", "Was hier vorliegt", Unit.TEXT),
        Column("verdict", "Urteil", Unit.TEXT),
    )
    notes = ("Jede Zeile ist an dieser Lieferung geprüft; eine andere Lieferung kann anders ausgehen.",)
    return build_table("refused_methods", "Welche Verfahren die Daten tragen und welche nicht", columns, rows, NOTEBOOK, notes)


def assess(records: Records, assumptions: Assumptions) -> Mapping[str, NotAssessable | None]:
    """The refusal of each method by its id, None where the delivery carries it.

    What the contract has no table for is none: a size that others count, people without counselling, requests for an appointment, a survey,
    prices, taxes.
    """
    before, after = delivered.months_around_start(records)
    months = delivered.series(records)
    slips = delivered.slips(records)
    return {
        "interrupted_time_series": interrupted_time_series(before, after, external_outcome=False),
        "synthetic_control": synthetic_control(delivered.other_counties(records), before),
        "before_after": before_after(delivered.measured_twice(records), comparison_persons=0),
        "effect_of_centre": effect_of_centre(persons_without_centre=0, by_chance=False),
        "trend_of_few_months": trend_of_few_months(len(months)),
        "trend_of_running_sums": trend_of_running_sums(months) if delivered.from_tally(records) else None,
        "series_across_changes": series_across_changes([item.month for item in recording_breaks(records, assumptions)]),
        "events_per_parameter": events_per_parameter(delivered.moves_away(records), delivered.status_parameters(records)),
        "small_group": small_group(*delivered.smallest_status_group(records)),
        "league_table": league_table(*delivered.municipalities(records)),
        "process_discovery": process_discovery(slips.number, slips.stamped_share),
        "predictive_monitoring": predictive_monitoring(delivered.dropped(records), delivered.known_features(records)),
        "waiting_by_queue_model": waiting_by_queue_model(arrivals=0, waits=0),
        "network_change": network_change(delivered.snapshots(records)),
        "satisfaction_survey": satisfaction_survey(answers=0, asked=0),
        "cost_effectiveness": cost_effectiveness(alternatives=0, effect_known=False),
        "social_return": social_return(effect_known=False, priced_effects=0),
        "fiscal_extrapolation": fiscal_extrapolation(county_revenues=False, effect_known=False),
        "mean_of_caseload_ratios": mean_of_caseload_ratios(delivered.caseload_kinds(records)),
    }
