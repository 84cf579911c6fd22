"""What the county hands over: the contract, reading, checking, pseudonyms."""

from wiwak_eval.records.contract import PERIOD_YEAR, Code, CodeList, ColumnSpec, Kind, TableSpec, fold
from wiwak_eval.records.tables import TABLES

__all__ = ["PERIOD_YEAR", "TABLES", "Code", "CodeList", "ColumnSpec", "Kind", "TableSpec", "fold"]
