"""What the process of one run does: make the run folder, write down what became of it, and be gone as soon as its worker is."""

import json
import os
import sys
import threading
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from wiwak_eval.job.fanout.task import Task
from wiwak_eval.results import GermanError
from wiwak_eval.study.folder_names import without_folders
from wiwak_eval.study.keeping import write_whole
from wiwak_eval.study.kernel_process import die_with
from wiwak_eval.study.opened import Parameters

ORDER, ANSWER, OUT = "auftrag.json", "antwort.json", "out"
"""Files and folder in the room of a run."""
_PARAMETERS = TypeAdapter(Parameters)


def write_order(room: Path, task: Task, delivery: str, parent: int) -> None:
    """Write down for the process what to do; the state lies beside it. parent: number of the process that begins it."""
    asked = _PARAMETERS.dump_python(task.parameters) | {"delivery": delivery}
    order = {"parameters": asked, "day": task.day.isoformat(), "workers": task.workers, "job": task.job, "parent": parent}
    write_whole(room / ORDER, json.dumps(order).encode())


def main() -> None:
    """In the room named by the only argument."""
    room = Path(sys.argv[1])
    order = json.loads((room / ORDER).read_text(encoding="utf-8"))
    if (die := die_with(order["parent"])) is not None:
        die()
    threading.Thread(target=_leave_with_worker, daemon=True).start()
    write_whole(room / ANSWER, json.dumps(_answer(room, order)).encode())


def _leave_with_worker() -> None:
    """The worker holds the other end of the standard input: it closes with the worker, however that ends."""
    while os.read(0, 64):
        pass
    os._exit(1)


def _answer(room: Path, order: dict[str, Any]) -> dict[str, str]:
    try:
        return {"folder": str(_made(room, order))}
    except GermanError as error:
        return {"sentence": without_folders(str(error))}
    except Exception as error:
        return {"sentence": f"Der Lauf ist mit „{type(error).__name__}“ abgebrochen. Bitte ihn einzeln mit „wiwak run“ wiederholen."}


def _made(room: Path, order: dict[str, Any]) -> Path:
    from datetime import date

    module, _, name = order["job"].partition(":")
    job = getattr(import_module(module), name)
    given = {"today": date.fromisoformat(order["day"]), "workers": order["workers"]}
    known = signature(job).parameters
    folder: Path = job(
        _PARAMETERS.validate_python(order["parameters"]), room / OUT, lambda _: None, **{key: given[key] for key in given if key in known}
    )
    return folder
