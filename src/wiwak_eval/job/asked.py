"""A run as it is asked for: the study, and what the notebooks' kernels find in their environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.records import Location
from wiwak_eval.shipped import shipped
from wiwak_eval.study.book_entries import LINES_VARIABLE
from wiwak_eval.study.home import PILOT, find_delivery, home
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.releasing import LEDGER_VARIABLE
from wiwak_eval.study.study import Study


@dataclass(frozen=True)
class Asked:
    """parameters: with the delivery's name in place of its path; day: that dates of deletion are held against."""

    parameters: Parameters
    location: Location
    day: date

    def study(self) -> Study:
        """A study of it; each process that computes opens its own."""
        return Study(self.parameters, self.location, self.day)

    def environment(self, study: Study) -> dict[str, str]:
        """Variables for the kernels; they see forecast book and release ledger as far as this study saw them."""
        asked, pilot = self.parameters, _is_pilot(self.location)
        lines = {LINES_VARIABLE: str(study.book.lines), LEDGER_VARIABLE: str(study.former.lines)}
        return kernel_environment(home(), None if pilot else self.location, asked.accept_losses, asked.max_rejected) | lines


def ask(parameters: Parameters, day: date) -> Asked:
    """Find the delivery. Raises GermanError where there is none."""
    location = find_delivery(parameters.delivery)
    named = Parameters(
        PILOT if _is_pilot(location) else location.name,
        parameters.scenario,
        parameters.as_of,
        parameters.release,
        parameters.accept_losses,
        parameters.max_rejected,
    )
    return Asked(named, location, day)


def _is_pilot(location: Location) -> bool:
    """Whether a delivery is the pilot year that travels with this programme; a folder of that name elsewhere is not."""
    return location == (shipped("data") / PILOT).resolve()


def notebook_parameters(study: Study) -> Mapping[str, str]:
    """What is written into the notebooks' cell of parameters."""
    asked = study.parameters
    return {"delivery": asked.delivery, "scenario": asked.scenario, "as_of": study.as_of.isoformat(), "release": study.level.value}
