"""Compute the results of the default run and keep them, two processes side by side: `python -m wiwak_eval.job.results_first`.

Whoever runs notebooks one by one afterwards, as the audit does, finds in the state folder what each would otherwise wait for.
"""

from datetime import date

from wiwak_eval.job.asked import ask
from wiwak_eval.job.warming import warm
from wiwak_eval.study.home import PILOT
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.workers import Workers


def results_first() -> None:
    """Fill the state folder with the results of the shipped pilot year. Raises GermanError of the first that fails."""
    asked = ask(Parameters(PILOT), date.today())
    environment = asked.environment(asked.study())
    with Workers(environment=environment) as workers:
        warm(workers, asked, environment)


if __name__ == "__main__":
    results_first()
