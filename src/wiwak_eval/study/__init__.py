"""The study: what a notebook holds."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiwak_eval.study.study import Study

__all__ = ["open_study"]


def open_study(delivery: str = "pilot", scenario: str = "basis", as_of: str = "", release: str = "oeffentlich") -> "Study":
    """Open a delivery for evaluation: what the first cell of every notebook calls. Raises GermanError for what it cannot open.

    What a study needs is loaded here, so that neighbours of this module which need none of it do not wait.
    """
    from wiwak_eval.study.study import open_study as opened

    return opened(delivery, scenario, as_of, release)
