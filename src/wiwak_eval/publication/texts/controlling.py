"""Sentences on the monthly controlling and the proof of use."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "controlling": (
        "Ausgezahlt sind {controlling_actual:euro}; gleiche Zwölftel des Ansatzes von {controlling_planned:euro} ergäben bis dahin "
        "{controlling_to_date:euro}.",
        "Das ist {controlling_actual:vergleich|controlling_to_date|mehr als|weniger als|genau so viel wie} bei gleichmäßiger Auszahlung.",
        "Am Jahresende sind nach der Hochrechnung {controlling_year_end:euro_rund} zu erwarten, "
        "{controlling_year_end:vergleich_rund|controlling_planned|mehr als der|weniger als der|so viel wie der} Ansatz "
        "({controlling_planned:euro_rund}).",
        "Die Hochrechnung ist kein Plan: Sie schreibt einmalige Käufe zu hoch fort.",
    ),
    "drawdown": (
        "Bewilligt sind {drawdown_granted:euro}, eingegangen {drawdown_received:euro}.",
        Choice(
            (
                Option("Abrufbar sind höchstens noch {drawdown_to_call:euro}.", (When("drawdown_to_call", "above", 0),)),
                Option("Abrufbar ist nichts mehr."),
            )
        ),
    ),
    "proof": (
        "Zuwendungsfähig ausgegeben sind {proof_eligible:euro} bei einem Plan von {proof_planned:euro}.",
        Choice(
            (
                Option("Die Geldgeber schulden davon noch {proof_open:euro}.", (When("proof_open", "above", 0),)),
                Option("Die Geldgeber schulden davon nichts mehr."),
            )
        ),
        Choice(
            (
                Option("Eingegangen sind {proof_repayment:euro} mehr, als bisher zusteht.", (When("proof_repayment", "above", 0),)),
                Option("Mehr als zusteht ist nicht eingegangen."),
            )
        ),
        "Der Landkreis trägt {proof_county:euro} selbst.",
    ),
}
