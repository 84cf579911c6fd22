"""The table of a grid as files for machines, and the totals of counties for the delivery of another."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wiwak_eval.german import day
from wiwak_eval.job.fanout.summary_rows import COLUMNS, DONE, Value
from wiwak_eval.records.report import neutral
from wiwak_eval.records.tables_further import COMPARISON_COUNTIES

_WORDS = {True: "ja", False: "nein"}


def csv_bytes(rows: Sequence[Mapping[str, Value]]) -> bytes:
    """CSV in UTF-8 with English names; truth values as true and false; text like a formula behind an apostrophe, for spreadsheets."""
    names = [column.name for column in COLUMNS]
    return _csv(",", names, ([_neutral(row[name]) for name in names] for row in rows))


def parquet_bytes(rows: Sequence[Mapping[str, Value]]) -> bytes:
    """The same as Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([(column.name, kinds[column.kind]) for column in COLUMNS])
    table = pa.table({column.name: [row[column.name] for row in rows] for column in COLUMNS}, schema=schema)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def counties_bytes(rows: Sequence[Mapping[str, Value]]) -> bytes:
    """`vergleichskreise.csv` in the form of the contract: the totals of each delivery that names its county, as its first run has them.

    They do not depend on scenario or as-of date.
    """
    found: dict[str, Mapping[str, Value]] = {}
    for row in rows:
        if row["county"] and row["status"] == DONE and row["contacts_pilot"]:
            found.setdefault(str(row["county"]), row)
    headers = [column.header for column in COMPARISON_COUNTIES.columns]
    return _csv(";", headers, (_county(row) for row in found.values()))


def _county(row: Mapping[str, Value]) -> list[str]:
    spoken: dict[str, str] = {
        "county": str(row["county"]), "period_from": day(date.fromisoformat(str(row["period_from"]))),
        "period_to": day(date.fromisoformat(str(row["period_to"]))), "contacts": str(row["contacts_pilot"]),
        "persons": _text(row["persons_pilot"]), "simulated": _WORDS[bool(row["simulated"])],
    }  # fmt: skip
    return [spoken[column.name] for column in COMPARISON_COUNTIES.columns]


def _csv(separator: str, header: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return out.getvalue().encode()


def _neutral(value: Value) -> str:
    return str(neutral(value)) if isinstance(value, str) else _text(value)


def _text(value: Value) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
