"""The place for what is found on other counties: without it, one site says nothing about a model for all."""

from collections.abc import Mapping

from wiwak_eval.claims.facts import Fact, Facts, exact
from wiwak_eval.results import NotAssessable, Table

FINDING = "transfer_share"
ROW, COLUMN = "transfer", "prepared_share"
ONE_SITE = "nicht auswertbar: Geprüft ist ein einziger Standort; ob anderswo gelänge, was hier gelang, zeigt er nicht."


def with_transfer(facts: Facts, transfer: Table | NotAssessable | None) -> Mapping[str, Fact]:
    """The facts and, as `transfer_share`, the share (0–1) of the Land's counties and towns that meet the model's preconditions.

    transfer: a table with row `transfer` and column `prepared_share`; None where nobody has looked beyond this county.
    """
    return {**facts, FINDING: _share(transfer)}


def _share(transfer: Table | NotAssessable | None) -> Fact:
    if transfer is None:
        return Fact(None, reason=ONE_SITE)
    if isinstance(transfer, NotAssessable):
        return Fact(None, reason=transfer.reason)
    cell = transfer.cell(ROW, COLUMN)
    return exact(float(cell)) if isinstance(cell, int | float) else Fact(None, reason=ONE_SITE)
