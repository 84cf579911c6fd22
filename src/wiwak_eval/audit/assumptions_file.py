"""`annahmen_protokoll.csv`: the assumptions behind the run as its log prints them, each with the tables and findings that rest on it."""

from collections.abc import Mapping

from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.audit.table_file import csv_bytes
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable

HEADS = ("key", "label", "value", "valid_from", "status", "quality", "source", "tables", "findings")
LOG = "assumptions_log"
_PAY_TABLE = "pay_table_"


def assumptions_file(released: Mapping[str, ReleasedTable | NotAssessable], findings: Mapping[str, Finding]) -> bytes:
    """One line a value that held; `tables` and `findings` are ids parted by blanks. Only heads where the log is refused."""
    log = released[LOG]
    rows = [] if isinstance(log, NotAssessable) else log.rows
    tables = {id: table.assumptions for id, table in released.items() if isinstance(table, ReleasedTable) and id != LOG}
    numbers = {id: finding.assumptions for id, finding in findings.items()}
    return csv_bytes(HEADS, [(*map(str, row), _resting(str(row[0]), tables), _resting(str(row[0]), numbers)) for row in rows])


def _resting(key: str, on: Mapping[str, tuple[str, ...]]) -> str:
    """What rests on a value, by the key of its line: `id@first day`; all pay tables stand for their rows."""
    id = key.partition("@")[0]
    pay = id.startswith(_PAY_TABLE)
    return " ".join(name for name, read in on.items() if id in read or (pay and any(map(is_pay_row, read))))
