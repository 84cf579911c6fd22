"""What a person checks without a programme: reconciliation, departures, checklist, spot checks."""

from pathlib import Path

from wiwak_eval.audit import overrides as bent
from wiwak_eval.audit import reconciliation_line as line
from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.checklist import checklist
from wiwak_eval.audit.reconciliation import reconciliation
from wiwak_eval.audit.spot_check import candidates, draw, spot_check
from wiwak_eval.audit.table_file import csv_bytes
from wiwak_eval.publication.workbook import workbook_places
from wiwak_eval.results import UNPROVEN_SIGN, NotAssessable
from wiwak_eval.study.study import Study

RECONCILIATION, OVERRIDES, CHECKLIST, SPOT_CHECK = "abstimmung.csv", "eingriffe.csv", "pruefliste.xlsx", "stichprobe.xlsx"


def write_checks(folder: Path, study: Study) -> None:
    """Write the four files into `pruefpaket/`; they say nothing that the release does not print."""
    lines, found = reconciliation(study.released), bent.overrides(study)
    all_tasks = candidates(Cells(study.released), study.findings, lines, workbook_places(study.released, study.findings))
    tasks = draw(all_tasks, study.run_id)
    (folder / RECONCILIATION).write_bytes(csv_bytes(line.HEADS, line.csv_rows(lines)))
    (folder / OVERRIDES).write_bytes(csv_bytes(bent.HEADS, [each.row for each in found]))
    (folder / CHECKLIST).write_bytes(checklist(study.mark, lines, found, _unproven(study), len(tasks)))
    (folder / SPOT_CHECK).write_bytes(spot_check(study.mark, tasks, len(all_tasks)))


def _unproven(study: Study) -> int:
    """How many assumptions of the log carry the sign."""
    log = study.released["assumptions_log"]
    return 0 if isinstance(log, NotAssessable) else sum(UNPROVEN_SIGN in str(label) for label in log.column("label"))
