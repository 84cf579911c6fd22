"""Whose chain counts as completed: the closed cohort of the integration chain, with its contacts."""

import pandas as pd

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.evaluation.chain.completed import completed_chains
from wiwak_eval.evaluation.chain.courses import find_courses
from wiwak_eval.evaluation.chain.order import agreed_order
from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.day_limits import WINDOW_DAYS
from wiwak_eval.evaluation.people import with_households
from wiwak_eval.evaluation.unit_cost.chain_cost import ChainCost, chain_cost
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def cohort_cost(records: Records, assumptions: Assumptions) -> ChainCost | NotAssessable:
    """The cost of a completed chain in the order agreed at the end of the period. Refused without contacts, clients, chain or order."""
    courses, consultations = find_courses(records), records.table("consultations")
    if isinstance(courses, NotAssessable):
        return courses
    if isinstance(consultations, NotAssessable):
        return consultations
    try:
        order = agreed_order(assumptions, records.provenance.period_to)
    except Gap:
        return NotAssessable("nicht auswertbar: Für die Stationen der Integrationskette ist am Stichtag nichts festgelegt.")
    found = completed_chains(courses, order)
    if isinstance(found, NotAssessable):
        return found
    until = found.cohort["clock"] + pd.Timedelta(days=WINDOW_DAYS)
    cohort = found.cohort.assign(until=until, completed=found.cohort["client_id"].isin(found.completed["client_id"]))
    return chain_cost(cohort, with_households(attended_contacts(consultations), records))
