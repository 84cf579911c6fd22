"""Another scenario as a setting of the calculator."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions


@dataclass(frozen=True)
class OtherScenario:
    """id, label: of the scenario; contacts: its consultations, one a budget year; view: its assumptions."""

    id: str
    label: str
    contacts: tuple[int, ...]
    view: Assumptions
