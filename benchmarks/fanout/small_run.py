"""A run for trials of `wiwak fanout`: three small notebooks by the same runner, workers, kernels and sums, in a tenth of the time.

It is named as the job of a task in place of `wiwak_eval.job.running:run`; all around it is the same.
"""

import csv
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.running.miniature import MISCHIEF, write_notebooks
from wiwak_eval.audit.sums import write_sums
from wiwak_eval.job.fanout.task import Programme
from wiwak_eval.job.staging import publish, staging
from wiwak_eval.records import read_facts
from wiwak_eval.records.key import SIMULATED_KEY
from wiwak_eval.results.provenance import SIMULATED_MARK
from wiwak_eval.study import digests
from wiwak_eval.study.failed_notebook import FOLDER
from wiwak_eval.study.home import find_delivery, home
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.runner import run_notebooks
from wiwak_eval.study.sweeping import sweep
from wiwak_eval.study.workers import Workers

JOB = "benchmarks.fanout.small_run:run"
FAILS = "WIWAK_SMALL_FAILS"
"""Variable that names the scenario whose runs fail."""
HEADER = ("id", "label", "value", "low", "high", "unit")


def run(parameters: Parameters, out: Path, say: Callable[[str], None], today: date, workers: int | None = None) -> Path:
    """Make the run folder `out/<id>`. Raises GermanError."""
    asked = {"scenario": parameters.scenario, "as_of": parameters.as_of, "delivery": Path(parameters.delivery).name}
    run_id = digests.of_mapping(asked)[:12]
    sweep(home())
    written = home() / f"notebooks-{run_id}"
    books = sorted((written if written.exists() else write_notebooks(written)).glob("*.ipynb"))
    environment = kernel_environment(home()) | {MISCHIEF: "sentence" if parameters.scenario == os.environ.get(FAILS) else ""}
    with staging(out, run_id) as folder, Workers(workers or 2, environment) as pool:
        (folder / "notebooks").mkdir()
        given = {"word": "-".join(asked.values())}
        failed = out / FOLDER / run_id
        run_notebooks(books, folder / "notebooks", given, environment, lambda ended: None, pool, failed, mark=SIMULATED_MARK)
        _describe(folder, parameters, len(given["word"]))
        write_sums(folder)
        publish(folder, out / run_id)
    return out / run_id


def _describe(folder: Path, parameters: Parameters, number: int) -> None:
    """What a summary reads of a run."""
    facts = read_facts(find_delivery(parameters.delivery))
    (folder / "pruefpaket").mkdir()
    (folder / "daten").mkdir()
    delivery = {
        "authority": facts.authority, "simulated": facts.simulated, "period": [facts.period_from.isoformat(), facts.period_to.isoformat()],
    }  # fmt: skip
    made = vars(Programme.here()) | {"delivery": digests.of_delivery(find_delivery(parameters.delivery), SIMULATED_KEY)}
    manifest = {"digests": made, "delivery": delivery, "parameters": {"release": parameters.release}}
    (folder / "pruefpaket" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    rows = [
        ("contacts_pilot", "Beratungen im Pilotjahr", 100, "", "", "contacts"),
        ("persons_pilot", "Personen im Pilotjahr", 30, "", "", "persons"),
        *(
            (f"{name}_{year}", f"{name} {year}", number * year, number, number * 10_000, unit)
            for year in (2018, 2019)
            for name, unit in (("caseload", "contacts"), ("posts", "posts"), ("cost", "euro"), ("open", "euro"))
        ),
    ]
    with (folder / "daten" / "findings.csv").open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([HEADER, *rows])
