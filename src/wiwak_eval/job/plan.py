"""What a run would do, and why: which notebooks run again, named by the argument that changed."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wiwak_eval.job.asked import ask, notebook_parameters
from wiwak_eval.job.changed_arguments import Change, changed_arguments, merged
from wiwak_eval.job.intact import refuse_damaged
from wiwak_eval.job.reuse import Reuse
from wiwak_eval.shipped import shipped
from wiwak_eval.study.kept_notebooks import Base, Record, changed_cells
from wiwak_eval.study.notebook_headings import headings_of_texts
from wiwak_eval.study.opened import Parameters

MOST_NAMED = 6
"""Changed tables and texts that are named; of more, the number."""
NEVER_RAN, GONE = "noch nie gelaufen", "kein früheres Ergebnis mehr da"
OWN_CELLS = "eigene Zellen, deren Eingaben niemand kennt: Es läuft jedes Mal"
UNREAD = "Eigener Wert „{label}“ ({id}): wird in diesem Lauf nicht gelesen"
INDIRECT = "mittelbar, über Ergebnisse, die es zeigt: {line}"
UNRECORDED = "Ursache nicht aufgezeichnet: Keine Eingabe, die ein Notebook nennt, ist anders"
_TEXT = re.compile(r"Text „(.+)“")


@dataclass(frozen=True)
class PlannedNotebook:
    """runs: whether it must run; reasons: German, empty where it is taken over; causes: the changed arguments among them; shown: what is
    printed differently."""

    name: str
    runs: bool
    reasons: tuple[str, ...] = ()
    causes: tuple[Change, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """folder: of the run; exists: whether it is there already, so that nothing is left to do; unread: own values that nothing reads."""

    folder: Path
    exists: bool
    notebooks: tuple[PlannedNotebook, ...]
    unread: tuple[str, ...] = ()


def plan(parameters: Parameters, out: Path, say: Callable[[str], None], today: date | None = None) -> Plan:
    """What `run` with the same arguments would do. Results that are not kept yet are computed and kept: the run then finds them.

    Raises GermanError as `run` does, also where the run is there and damaged.
    """
    study = ask(parameters, today or date.today()).study()
    folder = out / study.run_id
    if folder.is_dir():
        refuse_damaged(folder)
        return Plan(folder, True, ())
    reuse = Reuse(study, notebook_parameters(study))
    notebooks = sorted(shipped("notebooks").glob("*.ipynb"))
    if reuse.nothing_kept(notebooks):
        return Plan(folder, False, tuple(_planned(reuse, notebook) for notebook in notebooks))
    say("Die Ergebnisse werden verglichen; was sich geändert hat, wird dafür gerechnet.")
    planned = _explained([_planned(reuse, notebook) for notebook in notebooks])
    return Plan(folder, False, planned, tuple(_unread(reuse)))


def _planned(reuse: Reuse, notebook: Path) -> PlannedNotebook:
    now = Base.of(notebook, reuse.parameters)
    records = reuse.kept.records(notebook.name)
    same = [record for record in records if record.base == now]
    if not same:
        left = any((reuse.kept.folder / notebook.name).glob("*/*"))
        reasons = tuple(_base_reasons(records[0].base, now)) if records else (GONE if left else NEVER_RAN,)
        return PlannedNotebook(notebook.name, True, reasons)
    made = reuse.record(notebook)
    if made is None:
        return PlannedNotebook(notebook.name, True, (OWN_CELLS,))
    if reuse.kept.find(made) is not None:
        return PlannedNotebook(notebook.name, False)
    if any(record.key == made.key for record in same):
        return PlannedNotebook(notebook.name, True, (GONE,))
    causes = changed_arguments(same[0].behind, made.behind)
    return PlannedNotebook(notebook.name, True, (), causes, tuple(_shown_differently(notebook, same[0], made)))


def _explained(planned: Sequence[PlannedNotebook]) -> tuple[PlannedNotebook, ...]:
    """With reasons: of a notebook that prints something else although nothing that it names changed, what changed for the others."""
    causes = merged(cause for one in planned for cause in one.causes)
    indirect = tuple(INDIRECT.format(line=cause.line) for cause in causes) or (UNRECORDED,)
    return tuple(replace(one, reasons=_reasons(one, indirect)) if one.runs and not one.reasons else one for one in planned)


def _reasons(one: PlannedNotebook, indirect: tuple[str, ...]) -> tuple[str, ...]:
    return (*(tuple(cause.line for cause in one.causes) or indirect), *one.shown)


def _unread(reuse: Reuse) -> Iterator[str]:
    """The county's own values that no table of this study looks up."""
    values = json.loads(reuse.study.county_values or "{}")
    if values:
        read = {id for table in reuse.study.released for id, _ in reuse.study.looked_up_for(table)}
        yield from (UNREAD.format(label=entry["label"], id=id) for id, entry in values.items() if id not in read)


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
    if before.installed != now.installed:
        yield "Umgebung geändert: Es sind andere Fassungen von Python oder Paketen eingerichtet"


def _shown_differently(notebook: Path, before: Record, now: Record) -> Iterator[str]:
    """One line on what is printed differently; sentences by the heading they stand under."""
    known, headings = {one.digest for one in before.shown}, headings_of_texts(notebook)
    titles = list(dict.fromkeys(_title(one.title, headings) for one in now.shown if one.digest not in known))
    if titles:
        more = f" und {len(titles) - MOST_NAMED} weitere" if len(titles) > MOST_NAMED else ""
        yield f"anders ausgegeben: {', '.join(titles[:MOST_NAMED])}{more}"


def _title(title: str, headings: Mapping[str, str]) -> str:
    text = _TEXT.fullmatch(title)
    return f"Sätze in Abschnitt „{headings[text[1]]}“" if text and text[1] in headings else title
