"""What a person checks without a programme: reconciliation, departures, checklist, spot checks."""

from pathlib import Path

from wiwak_eval.audit import overrides as bent
from wiwak_eval.audit import reconciliation_line as line
from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.checklist import checklist, counts_of, listed_releases
from wiwak_eval.audit.reconciliation import reconciliation
from wiwak_eval.audit.spot_check import candidates, draw, spot_check
from wiwak_eval.audit.table_file import csv_bytes
from wiwak_eval.publication.land_papers import land_places
from wiwak_eval.publication.workbook import workbook_places
from wiwak_eval.study.study import Study

RECONCILIATION, OVERRIDES, CHECKLIST, SPOT_CHECK = "abstimmung.csv", "eingriffe.csv", "pruefliste.xlsx", "stichprobe.xlsx"


def write_checks(folder: Path, study: Study) -> None:
    """Write the four files into `pruefpaket/`; they say nothing that the release does not print."""
    lines, found = reconciliation(study.released), bent.overrides(study)
    live = workbook_places(study.released, study.findings) | land_places(study.released, study.findings)
    own_layout = study.council_template is not None and not study.papers.notice
    all_tasks = candidates(Cells(study.released), study.findings, lines, live, study.content, own_layout)
    tasks = draw(all_tasks, study.run_id)
    releases = listed_releases(study.former.releases, study.defence.disclosed)
    counts = counts_of(study.released["assumptions_log"], len(tasks), len(releases))
    mark = study.provenance.mark or ""
    (folder / RECONCILIATION).write_bytes(csv_bytes(line.HEADS, line.csv_rows(lines, mark)))
    (folder / OVERRIDES).write_bytes(csv_bytes((*bent.HEADS, "data"), [(*each.row, mark) for each in found]))
    (folder / CHECKLIST).write_bytes(checklist(study.mark, lines, found, counts, releases))
    (folder / SPOT_CHECK).write_bytes(spot_check(study.mark, tasks, all_tasks))
