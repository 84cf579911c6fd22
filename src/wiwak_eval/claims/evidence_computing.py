"""What is computed for the check of claims alone."""

from collections.abc import Sequence

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.claims.claim_set import ClaimSet
from wiwak_eval.claims.evidence import ClaimEvidence
from wiwak_eval.claims.places import places_table
from wiwak_eval.claims.project_months import project_months
from wiwak_eval.claims.rising import rising, rule_of
from wiwak_eval.claims.rising_table import rise_table, rising_table
from wiwak_eval.claims.ties import ties_table
from wiwak_eval.claims.verdict import untestable
from wiwak_eval.evaluation.network.graph import read_network
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, NotAssessable

NOT_ASKED = NotAssessable("nicht auswertbar: Keine Aussage fragt nach einem Anstieg.")


def compute(known: ClaimSet, records: Records, assumptions: Assumptions, municipalities: Sequence[Cell] | NotAssessable) -> ClaimEvidence:
    """See `claims.evidence.claim_evidence`."""
    places, ties, asking = places_table(municipalities), ties_table(read_network(records)), known.rising
    if asking is None:
        return ClaimEvidence(NOT_ASKED, NOT_ASKED, places, ties, untestable(NOT_ASKED.reason))
    rule = rule_of(asking.thresholds)
    months = project_months(records, assumptions, rule.months)
    if isinstance(months, NotAssessable):
        return ClaimEvidence(months, months, places, ties, untestable(months.reason))
    detail = rising_table(months, records.facts.first_project_month)
    return ClaimEvidence(rise_table(months, rule), detail, places, ties, rising(months, rule))
