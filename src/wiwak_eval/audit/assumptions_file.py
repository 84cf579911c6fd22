"""`annahmen_protokoll.csv`: every assumption of the catalogue, with the tables and findings that rest on it, directly or not."""

from collections.abc import Iterator, Mapping, Sequence

from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.table import log_table
from wiwak_eval.audit.by_forecast import by_forecast
from wiwak_eval.audit.table_file import csv_bytes
from wiwak_eval.results import NotAssessable, ReleasedTable
from wiwak_eval.study.study import Study

RESTING = "tables", "findings", "tables_by_forecast", "findings_by_forecast"
HEADS = ("key", "label", "value", "valid_from", "status", "quality", "source", *RESTING, "use")
LOG = "assumptions_log"
USED, UNUSED, UNKNOWN = "verwendet", "in diesem Lauf nicht verwendet", "am Stichtag nicht bekannt"
_PAY_TABLE = "pay_table_"

Resting = Mapping[str, Sequence[str]]
"""Ids of assumptions by table or finding."""


def assumptions_file(study: Study) -> bytes:
    """One line a value that held, those of the log first; ids are parted by blanks. Only heads where the log is refused.

    tables, findings: computed with the assumption; `…_by_forecast`: computed from a forecast that was computed with it.
    """
    log = study.released[LOG]
    if isinstance(log, NotAssessable):
        return csv_bytes(HEADS, [])
    resting = _resting_on(study)
    used = [(*map(str, row), *(_names(str(row[0]), each) for each in resting), USED) for row in log.rows]
    return csv_bytes(HEADS, [*used, *_unused(study, log)])


def _resting_on(study: Study) -> tuple[Resting, ...]:
    """In the order of `RESTING`."""
    tables = {id: table for id, table in study.released.items() if isinstance(table, ReleasedTable) and id != LOG}
    forecast, findings = by_forecast(study), study.findings
    return (
        {id: table.assumptions for id, table in tables.items()},
        {id: finding.assumptions for id, finding in findings.items()},
        {id: forecast[id] for id in tables},
        {id: forecast[finding.table] for id, finding in findings.items()},
    )


def _unused(study: Study, log: ReleasedTable) -> Iterator[tuple[str, ...]]:
    """The rest of the catalogue as the log would print it; what nobody could know on the as-of date has a line too."""
    entries = study.assumptions.catalogue.entries
    rest = log_table(study.assumptions, study.as_of, study.scenario, set(entries) - set(log.assumptions))
    told = {str(key).partition("@")[0] for key in log.column("key")}
    nothing = ("",) * len(RESTING)
    for row in rest.rows:
        key = str(row[0])
        told.add(key.partition("@")[0])
        # The numbers of pay tables begin anew here; the log has them already.
        yield (f"{key} ({UNUSED})" if key.startswith(_PAY_TABLE) else key, *map(str, row[1:]), *nothing, UNUSED)
    for id in sorted(set(entries) - told):
        if not is_pay_row(id):
            yield (id, entries[id].label, UNKNOWN, "", "", "", "", *nothing, UNUSED)


def _names(key: str, on: Resting) -> str:
    """What rests on a value, by the key of its line: `id@first day`; all pay tables stand for their rows."""
    id = key.partition("@")[0]
    pay = id.startswith(_PAY_TABLE)
    return " ".join(name for name, read in on.items() if id in read or (pay and any(map(is_pay_row, read))))
