"""What a run would do, and why: which notebooks run again, named by the argument that changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wiwak_eval.job.asked import ask, notebook_parameters
from wiwak_eval.job.reuse import Reuse
from wiwak_eval.shipped import shipped
from wiwak_eval.study.kept_notebooks import Base, Record, changed_cells
from wiwak_eval.study.opened import Parameters

MOST_NAMED = 6
"""Changed tables and texts that are named; of more, the number."""


@dataclass(frozen=True)
class PlannedNotebook:
    """runs: whether it must run; reasons: German, empty where it is taken over."""

    name: str
    runs: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """folder: of the run; exists: whether it is there already, so that nothing is left to do."""

    folder: Path
    exists: bool
    notebooks: tuple[PlannedNotebook, ...]


def plan(parameters: Parameters, out: Path, say: Callable[[str], None], today: date | None = None) -> Plan:
    """What `run` with the same arguments would do. Results that are not kept yet are computed and kept: the run then finds them.

    Raises GermanError as `run` does.
    """
    study = ask(parameters, today or date.today()).study()
    folder = out / study.run_id
    if folder.is_dir():
        return Plan(folder, True, ())
    reuse = Reuse(study, notebook_parameters(study))
    notebooks = sorted(shipped("notebooks").glob("*.ipynb"))
    if not reuse.nothing_kept(notebooks):
        say("Die Ergebnisse werden verglichen; was sich geändert hat, wird dafür gerechnet.")
    return Plan(folder, False, tuple(_planned(reuse, notebook) for notebook in notebooks))


def _planned(reuse: Reuse, notebook: Path) -> PlannedNotebook:
    now = Base.of(notebook, reuse.parameters)
    records = reuse.kept.records(notebook.name)
    same = [record for record in records if record.base == now]
    if not same:
        return PlannedNotebook(notebook.name, True, tuple(_base_reasons(records[0].base, now)) if records else ("noch nie gelaufen",))
    made = reuse.record(notebook)
    if made is None:
        return PlannedNotebook(notebook.name, True, ("eigene Zellen, deren Eingaben niemand kennt: Es läuft jedes Mal",))
    if reuse.kept.find(made) is not None:
        return PlannedNotebook(notebook.name, False, ())
    return PlannedNotebook(notebook.name, True, tuple(_result_reasons(same[0], made)))


def _base_reasons(before: Base, now: Base) -> Iterator[str]:
    """What changed before any result was looked at."""
    cells = changed_cells(before.cells, now.cells)
    if cells:
        places = ", ".join(map(str, cells))
        yield f"Codezelle {places} geändert" if len(cells) == 1 else f"Codezellen {places} geändert"
    for name in (*now.parameters, *(name for name in before.parameters if name not in now.parameters)):
        was, is_now = before.parameters.get(name, ""), now.parameters.get(name, "")
        if was != is_now:
            yield f"Parameter „{name}“: „{was}“ → „{is_now}“"
    if before.package != now.package:
        yield f"Programm geändert: {before.package[:12]} → {now.package[:12]}"
    if before.lock != now.lock:
        yield f"Umgebung (Lock-Datei) geändert: {before.lock[:12]} → {now.lock[:12]}"


def _result_reasons(before: Record, now: Record) -> Iterator[str]:
    """The arguments that changed, then what is printed differently because of them."""
    for name in (*now.behind, *(name for name in before.behind if name not in now.behind)):
        was, is_now = before.behind.get(name), now.behind.get(name)
        if was is None or is_now is None:
            one = was or is_now
            assert one is not None
            yield f"{one.label}: {'nicht mehr' if is_now is None else 'neu'} gelesen"
        elif was.digest != is_now.digest:
            values = f": {was.value} → {is_now.value}" if was.value != is_now.value else " geändert"
            yield f"{is_now.label}{values}"
    known = {one.digest for one in before.shown}
    titles = [one.title for one in now.shown if one.digest not in known]
    if titles:
        more = f" und {len(titles) - MOST_NAMED} weitere" if len(titles) > MOST_NAMED else ""
        yield f"anders ausgegeben: {', '.join(titles[:MOST_NAMED])}{more}"
