"""Logic model and evaluation matrix as tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.evaluation.refusals.catalogue import METHODS
from wiwak_eval.publication.evaluation_design.model import Entry, LogicModel, Matrix
from wiwak_eval.results import Column, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"
STAGES = {
    "input": "Mittel",
    "activity": "Tätigkeiten",
    "output": "Leistungen",
    "outcome": "Ergebnisse",
    "impact": "Wirkungen",
}
"""Stage of the logic model and its German name, in order."""
SILENT = "nicht erhoben"


@dataclass(frozen=True)
class EvaluationDesign:
    """Tables `logic_model` (elements by stage), `logic_links` (assumptions and rival explanations) and `evaluation_matrix`."""

    logic_model: Table
    logic_links: Table
    evaluation_matrix: Table


def evaluation_design(model: LogicModel, matrix: Matrix) -> EvaluationDesign:
    """The tables; they do not depend on a delivery."""
    return EvaluationDesign(_elements(model), _links(model), _matrix(matrix))


def _elements(model: LogicModel) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("stage", "Stufe", Unit.TEXT),
        Column("element", "Was", Unit.TEXT),
        Column("shown_by", "Woran zu sehen (Kennzahl oder Tabelle)", Unit.TEXT),
    )
    placed = sorted(model.elements.items(), key=lambda item: list(STAGES).index(item[1].stage))
    rows = [(id, STAGES[element.stage], element.label, listed(element.shown_by)) for id, element in placed]
    notes = ("Mittel, Tätigkeiten und Leistungen sind gezählt. Dass sie zu Ergebnissen und Wirkungen führen, ist angenommen.",)
    return build_table("logic_model", "Wirkungsmodell: von den Mitteln zur Wirkung", columns, rows, NOTEBOOK, notes)


def _links(model: LogicModel) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("link", "Schritt", Unit.TEXT),
        Column("assumption", "Annahme", Unit.TEXT),
        Column("rivals", "Andere Erklärung", Unit.TEXT),
        Column("data", "Was die Daten dazu sagen", Unit.TEXT),
        Column("shown_by", "Tabellen", Unit.TEXT),
    )
    labels = {id: element.label for id, element in model.elements.items()}
    rows = [
        (
            f"{link.origin}/{link.to}",
            f"{labels[link.origin]} → {labels[link.to]}",
            link.assumption,
            " ".join(link.rivals),
            link.data,
            listed(link.shown_by),
        )
        for link in model.links
    ]
    notes = ("Eine andere Erklärung gilt nicht als wahr; sie ist nur nicht ausgeschlossen.",)
    return build_table("logic_links", "Wirkungsmodell: Annahmen und andere Erklärungen", columns, rows, NOTEBOOK, notes)


def _matrix(matrix: Matrix) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("question", "Frage", Unit.TEXT),
        Column("criterion", "Kriterium", Unit.TEXT),
        Column("indicators", "Kennzahl oder Tabelle", Unit.TEXT),
        Column("sources", "Quelle", Unit.TEXT),
        Column("methods", "Verfahren", Unit.TEXT),
        Column("notebook", "Notebook", Unit.TEXT),
        Column("limit", "Grenze", Unit.TEXT),
    )
    rows = [
        (id, e.question, e.criterion, listed(e.indicators), listed(e.sources), methods_text(e), e.notebook, e.limit)
        for id, e in matrix.questions.items()
    ]
    return build_table("evaluation_matrix", "Bewertungsmatrix", columns, rows, NOTEBOOK)


def listed(ids: Sequence[str]) -> str:
    """The ids, or that nothing was recorded."""
    return ", ".join(ids) or SILENT


def methods_text(entry: Entry) -> str:
    """The methods used, and those that the data would have to carry first."""
    names = {method.id: method.name for method in METHODS}
    held = "unter Vorbehalt oder abgelehnt: " + ", ".join(names[id] for id in entry.refused) if entry.refused else ""
    return "; ".join(part for part in (", ".join(entry.methods), held) if part)
