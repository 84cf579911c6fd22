"""The tables of the integration chain, computed."""

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.evaluation.chain.conformance import find_steps, order_table, waiting_table
from wiwak_eval.evaluation.chain.courses import Courses, clocked, find_courses
from wiwak_eval.evaluation.chain.curves import incidence_table, work_table
from wiwak_eval.evaluation.chain.durations import durations_table, offices_table
from wiwak_eval.evaluation.chain.figures import figures_table
from wiwak_eval.evaluation.chain.funnel import funnel_table
from wiwak_eval.evaluation.chain.mean_times import mean_times, mean_times_table
from wiwak_eval.evaluation.chain.order import agreed_order
from wiwak_eval.evaluation.chain.residence import residence_by_stage_table, residence_table
from wiwak_eval.evaluation.chain.restricted import RestrictedMean
from wiwak_eval.evaluation.chain.result import Chain
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


def compute(records: Records, assumptions: Assumptions) -> Chain:
    """See `evaluation.chain.result.chain`."""
    people, courses = clocked(records), find_courses(records)
    residence = people if isinstance(people, NotAssessable) else residence_table(people)
    if isinstance(courses, NotAssessable):
        no = courses
        return Chain(no, no, no, no, no, no, no, no, no, residence, no)
    means = mean_times(courses)
    figures, waiting, in_order = _ordered(courses, means, assumptions, records)
    return Chain(
        figures,
        funnel_table(courses),
        incidence_table(courses),
        mean_times_table(courses, means),
        waiting,
        durations_table(courses),
        offices_table(courses),
        in_order,
        work_table(courses),
        residence,
        residence_by_stage_table(courses),
    )


def _ordered(
    courses: Courses, means: dict[str, RestrictedMean], assumptions: Assumptions, records: Records
) -> tuple[Table | NotAssessable, Table | NotAssessable, Table | NotAssessable]:
    """Figures, waiting and conformance: what depends on the agreed order."""
    try:
        order = agreed_order(assumptions, records.provenance.period_to)
    except Gap:
        no = NotAssessable("nicht auswertbar: Für die Stationen der Integrationskette ist am Stichtag nichts festgelegt.")
        return no, no, no
    steps = find_steps(courses, order)
    return figures_table(courses, order, steps, means), waiting_table(steps), order_table(steps)
