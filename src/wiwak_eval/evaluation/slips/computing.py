"""The tables of the routing slips, computed."""

from wiwak_eval.evaluation.slips.cards import closed_cards, read_cards
from wiwak_eval.evaluation.slips.conformance import conformance_table
from wiwak_eval.evaluation.slips.figure_tables import figures_table, summary_table
from wiwak_eval.evaluation.slips.figures import card_figures
from wiwak_eval.evaluation.slips.offices import offices_table
from wiwak_eval.evaluation.slips.paths import variants_table
from wiwak_eval.evaluation.slips.result import Slips
from wiwak_eval.evaluation.slips.returned import returned_table
from wiwak_eval.evaluation.slips.steps import flows_table, steps_table
from wiwak_eval.evaluation.slips.timing import lateness_table
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def compute(records: Records) -> Slips:
    """See `evaluation.slips.result.slips`."""
    found = read_cards(records)
    if isinstance(found, NotAssessable):
        return Slips(*(found,) * 9)
    figures = card_figures(records, found)
    general = figures_table(figures), summary_table(figures)
    usable = closed_cards(found)
    if isinstance(usable, NotAssessable):
        return Slips(*general, *(usable,) * 7)
    return Slips(
        *general,
        conformance_table(usable),
        variants_table(usable),
        steps_table(usable),
        lateness_table(usable),
        returned_table(usable, records.provenance),
        flows_table(usable),
        offices_table(usable),
    )
