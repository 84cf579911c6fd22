"""A task as a worker does it: the delivery fetched, the run made, brought to where the grid lies, and entered there."""

from pathlib import Path
from time import perf_counter

from wiwak_eval.job.fanout.entry import Entry, entry_of, inputs_of, write_entry
from wiwak_eval.job.fanout.fetching import fetched, refuse_changed
from wiwak_eval.job.fanout.machine import private_state, shared_folder
from wiwak_eval.job.fanout.making import LostError, make
from wiwak_eval.job.fanout.store import store_at
from wiwak_eval.job.fanout.task import Outcome, Task, refuse_other
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.folder_names import without_folders


def work(task: Task) -> Outcome:
    """Do a task; what went wrong is told by the outcome, never by an error."""
    start = perf_counter()
    try:
        entry = _done(task)
    except LostError:
        return Outcome(lost=True, sentence="Der Prozess dieses Laufs wurde beendet (vielleicht reichte der Arbeitsspeicher nicht).")
    except GermanError as error:
        return Outcome(sentence=without_folders(str(error)), seconds=perf_counter() - start)
    except OSError as error:
        words = f"Eine Datei ließ sich nicht lesen oder schreiben ({system_words(error)}). Bitte Platz und Rechte prüfen."
        return Outcome(sentence=words, seconds=perf_counter() - start)
    return Outcome(entry.run, entry.seal, seconds=perf_counter() - start)


def _done(task: Task) -> Entry:
    refuse_other(task.programme, "Rechner dieses Laufs")
    store = store_at(task.out)
    with shared_folder(task.token, task.scratch) as shared:
        delivery = fetched(task.source, shared)
        refuse_changed(task.source, delivery, task.state.key)
        with private_state(shared, task.cell, task.state) as room:
            folder = make(task, room, delivery)
            _refuse_other_make(task, folder)
            entry = entry_of(folder, store.put(folder))
    write_entry(store, task.cell, entry)
    return entry


def _refuse_other_make(task: Task, folder: Path) -> None:
    """A worker knows the programme as it was when it began; a run's own process has just read it. Raises GermanError where they differ."""
    found, wanted = inputs_of(folder), vars(task.programme) | {"delivery": task.source.digest}
    if any(found[name] != digest for name, digest in wanted.items()):
        raise GermanError(
            "Seit dem Beginn des Rasters hat sich auf dem Rechner dieses Laufs das Programm oder die Lieferung geändert; der Lauf wurde "
            "nicht übernommen. Bitte die alte Fassung wiederherstellen und mit --resume weitermachen."
        )
