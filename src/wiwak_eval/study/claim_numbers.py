"""The findings behind each verdict with their values, as the release prints them."""

from collections.abc import Iterable, Iterator, Mapping

from wiwak_eval.claims.tables import NOTEBOOK, Judged
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import MISSING
from wiwak_eval.publication.phrases import exact_span, has_range, render
from wiwak_eval.results import Column, Finding, ReleasedTable, Unit

DECISIVE, BESIDE = "entscheidet", "zur Einordnung"
HEADS = {"key": "Schlüssel", "claim": "Nr.", "label": "Kennzahl", "value": "Wert", "span": "Bereich", "role": "Rolle", "finding": "Kennung"}


def claim_numbers(judged: Iterable[Judged], findings: Mapping[str, Finding], mark: RunMark) -> ReleasedTable:
    """One row for each finding of each claim; a table of words, it holds nothing that did not pass the gate."""
    columns = tuple(Column(name, head, Unit.TEXT) for name, head in HEADS.items())
    rows = tuple(row for one in judged for row in _rows(one, findings))
    notes = ("Kennung: So heißt die Kennzahl in findings.csv; dort stehen Tabelle, Zeile und Spalte.",)
    title = "Die Zahlen hinter den Urteilen"
    return ReleasedTable("claim_numbers", title, columns, rows, NOTEBOOK, notes, (), mark.level, mark.provenance)


def _rows(one: Judged, findings: Mapping[str, Finding]) -> Iterator[tuple[str, ...]]:
    for role, ids in ((DECISIVE, one.decisive), (BESIDE, one.beside)):
        for found in (findings[id] for id in ids):
            span = exact_span(found) if has_range(found) else MISSING
            yield (f"{one.letter} {found.id}", one.letter, found.label, render(found), span, role, found.id)
