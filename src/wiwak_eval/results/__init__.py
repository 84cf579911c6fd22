"""What travels between the floors: tables, findings, refusals, provenance."""

from wiwak_eval.results.errors import GermanError
from wiwak_eval.results.finding import Finding
from wiwak_eval.results.grouping import (
    ALL,
    Dimension,
    GroupCell,
    GroupCurve,
    GroupFunnel,
    GroupMedian,
    GroupRatio,
    Key,
    Measure,
    Protection,
    is_county_total,
    is_sensitive,
    key_of,
)
from wiwak_eval.results.provenance import SIMULATED_MARK, Level, Provenance
from wiwak_eval.results.refusal import NotAssessable
from wiwak_eval.results.system_words import system_words
from wiwak_eval.results.table import (
    HIDDEN,
    UNPROVEN_SIGN,
    Cell,
    Column,
    ReleasedTable,
    Table,
    Unit,
    Unproven,
    build_table,
)

__all__ = [
    "ALL",
    "HIDDEN",
    "SIMULATED_MARK",
    "UNPROVEN_SIGN",
    "Cell",
    "Column",
    "Dimension",
    "Finding",
    "GermanError",
    "GroupCell",
    "GroupCurve",
    "GroupFunnel",
    "GroupMedian",
    "GroupRatio",
    "Key",
    "Level",
    "Measure",
    "NotAssessable",
    "Protection",
    "Provenance",
    "ReleasedTable",
    "Table",
    "Unit",
    "Unproven",
    "build_table",
    "is_county_total",
    "is_sensitive",
    "key_of",
    "system_words",
]
