"""Writes the German page on logic model and evaluation matrix: `python -m wiwak_eval.publication.evaluation_design.page`."""

import sys

from wiwak_eval.assumptions.log import markdown
from wiwak_eval.publication.evaluation_design.model import load_logic_model, load_matrix
from wiwak_eval.publication.evaluation_design.tables import STAGES, evaluation_design
from wiwak_eval.results import Table

_INTRODUCTION = """\
# Wirkungsmodell und Bewertungsmatrix

Diese Seite ist erzeugt und wird nicht von Hand geändert. Geändert werden `data/logic_model.yaml` und `data/evaluation_matrix.yaml`; danach:
`python -m wiwak_eval.publication.evaluation_design.page > docs/wirkungsmodell.md`.

Ein Wirkungsmodell sagt, wie eine Sache wirken **soll**: welche Mittel in welche Tätigkeiten fließen, was dabei herauskommt und was sich für
Menschen, Ämter und Region ändern soll. Es ist eine Behauptung, kein Befund. Deshalb steht zu jedem Schritt, was dafür wahr sein muss, was
es sonst erklären könnte und was die Daten dazu sagen. Ohne Vergleichsgruppe bleibt jeder Schritt ab den Ergebnissen ungeprüft.

Kennungen wie `trend_tests` sind Tabellen oder Kennzahlen eines Laufs: Tabellen stehen als CSV unter `daten/`, Kennzahlen im Verzeichnis der
Aussagen. Verfahren erklärt die Seite [Methoden](methoden.md). „Unter Vorbehalt oder abgelehnt“ sind Verfahren, nach denen oft gefragt wird
und die an Bedingungen hängen; ob eine Lieferung sie erfüllt, sagt die Tabelle `refused_methods` in Notebook `08_aussagenpruefung`.
"""


def design_page() -> str:
    """The page as Markdown. Raises GermanError where a file holds a mistake."""
    design = evaluation_design(load_logic_model(), load_matrix())
    parts = [
        _INTRODUCTION,
        f"## Das Modell auf einen Blick\n\n{' → '.join(STAGES.values())}\n",
        _section("Bestandteile", design.logic_model),
        _section("Schritte, Annahmen und andere Erklärungen", design.logic_links),
        _section("Bewertungsmatrix", design.evaluation_matrix),
    ]
    return "\n".join(parts)


def _section(heading: str, table: Table) -> str:
    notes = "".join(f"\n{note}\n" for note in table.notes)
    rows = (tuple(str(cell) for cell in row[1:]) for row in table.rows)
    return f"## {heading}\n{notes}\n{markdown([column.label for column in table.columns[1:]], rows)}"


if __name__ == "__main__":
    sys.stdout.write(design_page())
