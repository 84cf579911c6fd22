"""Sentences on the monthly controlling and the proof of use."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "controlling": (
        "Ausgezahlt sind {controlling_actual:euro}; gleiche Zwölftel des Ansatzes von {controlling_planned:euro} ergäben bis dahin "
        "{controlling_to_date:euro}.",
        "Am Jahresende sind nach der Hochrechnung {controlling_year_end:euro_rund} zu erwarten. Sie ist kein Plan: Einmalige Käufe werden "
        "dadurch zu hoch fortgeschrieben.",
    ),
    "drawdown": (
        "Bewilligt sind {drawdown_granted:euro}, eingegangen {drawdown_received:euro}. Abrufbar sind höchstens noch "
        "{drawdown_to_call:euro}.",
    ),
    "proof": (
        "Zuwendungsfähig ausgegeben sind {proof_eligible:euro} bei einem Plan von {proof_planned:euro}.",
        "Die Geldgeber schulden davon noch {proof_open:euro}; {proof_repayment:euro} sind mehr eingegangen, als bisher zusteht. "
        "Der Landkreis trägt {proof_county:euro} selbst.",
    ),
}
