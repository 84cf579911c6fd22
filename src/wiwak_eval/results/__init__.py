"""What travels between the floors: tables, findings, refusals, provenance."""

from wiwak_eval.results.errors import GermanError
from wiwak_eval.results.finding import Finding
from wiwak_eval.results.provenance import SIMULATED_MARK, Level, Provenance
from wiwak_eval.results.refusal import NotAssessable
from wiwak_eval.results.table import (
    HIDDEN,
    Cell,
    Column,
    Protection,
    ReleasedTable,
    Table,
    Unit,
    build_table,
)

__all__ = [
    "HIDDEN",
    "SIMULATED_MARK",
    "Cell",
    "Column",
    "Finding",
    "GermanError",
    "Level",
    "NotAssessable",
    "Protection",
    "Provenance",
    "ReleasedTable",
    "Table",
    "Unit",
    "build_table",
]
