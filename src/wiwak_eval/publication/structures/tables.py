"""The matrix of tasks and providers, and the sources behind it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiwak_eval.assumptions.table import STATUSES, source_text
from wiwak_eval.publication.structures.model import Cell, Mark, StructureSet, Task
from wiwak_eval.results import Cell as TableCell
from wiwak_eval.results import Column, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"
SIGNS = {Mark.OWED: "P", Mark.OFFERED: "A", Mark.NONE: "–"}
OPEN = "?"
UNVERIFIED = "*"
LEGEND = (
    "P = Pflicht nach Gesetz, A = Angebot, – = nicht Aufgabe, ? = offen, vom Landkreis zu klären; * = ungeprüft: Allgemeinwissen oder "
    "gesetzt, vor jeder Verwendung zu bestätigen.",
    "Die letzte Spalte zählt, wie viele Stellen dieselbe Aufgabe haben oder anbieten. Mehrere sind ein Anlass zu fragen, kein Beleg für "
    "doppelte Arbeit: Zielgruppe, Ort und Umfang können verschieden sein.",
)


@dataclass(frozen=True)
class Structures:
    """Tables `structures` (a row a task, a column a provider), `structure_sources` (what each statement rests on) and
    `structure_figures` (how many tasks, how many with two or more providers beside the centre)."""

    structures: Table
    structure_sources: Table
    structure_figures: Table


def structures(given: StructureSet) -> Structures:
    """The tables of a set of structures; they do not depend on a delivery."""
    return Structures(_matrix(given), _sources(given), _figures(given))


def _matrix(given: StructureSet) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("task", "Aufgabe", Unit.TEXT),
        *(Column(id, provider.short, Unit.TEXT) for id, provider in given.providers.items()),
        Column("providers", "Stellen", Unit.COUNT),
    )
    rows: list[tuple[TableCell, ...]] = [
        (id, task.label, *(_sign(task.cells.get(provider)) for provider in given.providers), len(_active(task)))
        for id, task in given.tasks.items()
    ]
    names = "; ".join(f"{provider.short}: {provider.label}" for provider in given.providers.values() if provider.short != provider.label)
    return build_table("structures", "Wer macht was? Aufgaben und Stellen", columns, rows, NOTEBOOK, (*LEGEND, f"{names}."))


def _sign(cell: Cell | None) -> str:
    return OPEN if cell is None else SIGNS[cell.mark] + (UNVERIFIED if cell.status == "unverified" else "")


def _active(task: Task) -> list[str]:
    """The providers that owe or offer a task."""
    return [provider for provider, cell in task.cells.items() if cell.mark is not Mark.NONE]


def _sources(given: StructureSet) -> Table:
    """One row for each source a provider's statements rest on, with the tasks they are about."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("provider", "Stelle", Unit.TEXT),
        Column("tasks", "Aufgaben", Unit.TEXT),
        Column("source", "Grundlage", Unit.TEXT),
        Column("status", "Stand", Unit.TEXT),
    )
    told: dict[tuple[str, str, str], dict[Mark, list[str]]] = {}
    for task in given.tasks.values():
        for provider, cell in task.cells.items():
            note = f" ({cell.note})" if cell.note else ""
            told.setdefault((provider, cell.source, cell.status), {}).setdefault(cell.mark, []).append(f"{task.label}{note}")
    order, statuses = list(given.providers), list(STATUSES)
    rows = [
        (
            f"{provider}/{source}/{status}",
            given.providers[provider].short,
            _told(said),
            source_text(given.sources[source]),
            STATUSES[status],
        )
        for (provider, source, status), said in sorted(told.items(), key=lambda item: (order.index(item[0][0]), statuses.index(item[0][2])))
    ]
    return build_table("structure_sources", "Wer macht was? Worauf die Angaben beruhen", columns, rows, NOTEBOOK)


def _told(said: Mapping[Mark, Sequence[str]]) -> str:
    """`A: Wohnen, Anträge; –: Arbeit`: the tasks of a statement by mark."""
    return "; ".join(f"{SIGNS[mark]}: {', '.join(said[mark])}" for mark in SIGNS if mark in said)


def _figures(given: StructureSet) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("tasks", "Aufgaben", Unit.COUNT),
        Column("shared", "davon auch bei anderen", Unit.COUNT),
        Column("alone", "davon nur beim Zentrum", Unit.COUNT),
        Column("unverified", "ungeprüfte Angaben", Unit.COUNT),
        Column("statements", "Angaben", Unit.COUNT),
    )
    centre = next(iter(given.providers))
    own = [task for task in given.tasks.values() if centre in _active(task)]
    alone = [task for task in own if len(_active(task)) == 1]
    statuses = Counter(cell.status for task in given.tasks.values() for cell in task.cells.values())
    row = ("centre", len(own), len(own) - len(alone), len(alone), statuses["unverified"], statuses.total())
    return build_table("structure_figures", "Wer macht was? In Zahlen", columns, [row], NOTEBOOK)
