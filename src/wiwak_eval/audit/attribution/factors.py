"""What two runs can differ in, and how it is called."""

from collections.abc import Mapping
from enum import StrEnum


class Factor(StrEnum):
    """A part of a run that can be taken from another run while the others stay."""

    DATA = "data"
    ASSUMPTIONS = "assumptions"
    CODE = "code"
    ENVIRONMENT = "environment"


LABELS: Mapping[Factor, str] = {
    Factor.DATA: "Daten",
    Factor.ASSUMPTIONS: "Annahmen",
    Factor.CODE: "Programm",
    Factor.ENVIRONMENT: "Umgebung",
}
THROUGH: Mapping[Factor, str] = {
    Factor.DATA: "durch andere Daten",
    Factor.ASSUMPTIONS: "durch andere Annahmen",
    Factor.CODE: "durch das geänderte Programm",
    Factor.ENVIRONMENT: "durch eine andere Umgebung",
}
ONLY: Mapping[Factor, str] = {
    Factor.DATA: "Verschieden sind nur die Daten",
    Factor.ASSUMPTIONS: "Verschieden sind nur die Annahmen",
    Factor.CODE: "Verschieden ist nur das Programm",
    Factor.ENVIRONMENT: "Verschieden ist nur die Umgebung",
}
TOGETHER, REST = "Zusammenwirken", "Rest"
UNKNOWN = "nicht zuordenbar"


def rest_label(unseparated: frozenset[Factor], levels_differ: bool = False) -> str:
    """What the rest can be: the factors that were not separated, what one level of release rounds, and what nothing explains."""
    names = [label for factor, label in LABELS.items() if factor in unseparated] + (["Freigabestufe"] if levels_differ else [])
    return f"{REST}: {', '.join(names)} oder {UNKNOWN}" if names else f"{REST}: {UNKNOWN}"
