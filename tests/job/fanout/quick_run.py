"""A run folder in no time, for tests of all that is around a run; what goes wrong is asked for by variables."""

import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from wiwak_eval.audit.sums import write_sums
from wiwak_eval.job.fanout.task import Programme
from wiwak_eval.records import read_facts, resolve_key
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests
from wiwak_eval.study.home import find_delivery, home
from wiwak_eval.study.opened import Parameters

JOB = "tests.job.fanout.quick_run:run"
FAILS, DIES, CHANGED = "QUICK_FAILS", "QUICK_DIES", "QUICK_CHANGED"
"""Scenario whose runs are refused; a file that is removed by the run that dies then, so that the next does not; whether runs are made by
another programme than the driver knew."""


def run(parameters: Parameters, out: Path, say: Callable[[str], None], today: date, workers: int | None = None) -> Path:
    """Make the run folder `out/<id>`."""
    if parameters.scenario == os.environ.get(FAILS):
        raise GermanError(f"{home()}/geheim: Szenario „{parameters.scenario}“ geht heute nicht. Bitte morgen wieder.")
    with suppress(FileNotFoundError):  # of two runs side by side one takes it
        Path(os.environ.get(DIES, "") or "nowhere").unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    delivery = Path(parameters.delivery)
    asked = [delivery.name, parameters.scenario, parameters.as_of]
    folder = out / digests.of_text("|".join(asked))[:12]
    (folder / "pruefpaket").mkdir(parents=True)
    (folder / "daten").mkdir()
    facts = read_facts(find_delivery(parameters.delivery))
    told = {"authority": facts.authority, "simulated": facts.simulated, "period": [str(facts.period_from), str(facts.period_to)]}
    made = vars(Programme.here()) | {"delivery": digests.of_delivery(delivery, resolve_key(home(), facts.simulated).value)}
    if os.environ.get(CHANGED):
        made["package"] = "another"
    manifest = {"digests": made, "delivery": told, "parameters": {"release": parameters.release}, "asked": asked}
    (folder / "pruefpaket" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "daten" / "findings.csv").write_text(
        "id,label,value,low,high,unit\ncontacts_pilot,Beratungen,120,,,contacts\npersons_pilot,Personen,40,,,persons\n"
        "caseload_2018,Beratungen 2018,200,150,300,contacts\ncost_2018,Kosten 2018,1234.56,1000,2000,euro\n"
        "posts_2018,Stellen 2018,2.5,2,3,posts\nopen_2018,offen 2018,•,,,euro\n",
        encoding="utf-8",
    )
    write_sums(folder)
    return folder
