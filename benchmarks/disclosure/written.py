"""The proof on paper: a picture, its data, and a table for the documentation."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from benchmarks.disclosure.adapter import PRIMARY_ONLY, WHOLE
from benchmarks.disclosure.sums import Sum
from wiwak_eval import german
from wiwak_eval.publication.design import BLUE, ORANGE
from wiwak_eval.publication.drawing_axes import value_axis
from wiwak_eval.publication.style import canvas, saved, styled

HEADER = ("Abwehr", "Tabellensätze", "Zahlen", "primär gesperrt", "sekundär gesperrt", "zu eng eingegrenzt", "davon mit Fund")
KINDS = {
    "bounds": "Eingrenzung gesperrter Zahlen",
    "small": "kleine Gruppe aus Summen",
    "insider": "Eigenwissen eines Haushalts",
    "difference": "Vergleich zweier Freigaben",
    "curve": "Stufe einer Verlaufskurve",
}


def write_proof(sums: Sequence[Sum], folder: Path) -> None:
    """Write `geheimhaltung.png`, `.csv` and `.md` to a folder, which is made where it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "geheimhaltung.png").write_bytes(picture(sums))
    (folder / "geheimhaltung.csv").write_text(data(sums), encoding="utf-8")
    (folder / "geheimhaltung.md").write_text(markdown(sums), encoding="utf-8")


def picture(sums: Sequence[Sum]) -> bytes:
    """Bars of numbers found by variant, as PNG."""
    with styled():
        figure, axes = canvas(0.6 + 0.34 * len(sums), None, [f"Erzeugte Tabellen, {sums[0].sets} Tabellensätze mit je zwei Freigaben"])
        labels = [total.variant for total in sums]
        bars = axes.barh(labels, [total.found for total in sums], color=[BLUE if total.variant == WHOLE else ORANGE for total in sums])
        axes.bar_label(bars, [german.number(total.found) for total in sums], padding=3)
        axes.invert_yaxis()
        axes.set_xlabel("Zahlen, die der Angreifer zu eng eingrenzt")
        value_axis(axes, "x", reaches=(0, max(1, *(total.found for total in sums)) * 1.1))
    return saved(figure, "png")


def data(sums: Sequence[Sum]) -> str:
    """What the picture shows, as CSV with `;`, and the finds by kind of attack."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    kinds = [kind for kind in KINDS if any(kind in dict(total.kinds) for total in sums)]
    writer.writerow([*HEADER, *(KINDS[kind] for kind in kinds)])
    writer.writerows([total.variant, *_counts(total), *(dict(total.kinds).get(kind, 0) for kind in kinds)] for total in sums)
    return buffer.getvalue()


def markdown(sums: Sequence[Sum]) -> str:
    """A sentence and a table in German."""
    by_variant = {total.variant: total for total in sums}
    whole, bare = by_variant[WHOLE], by_variant[PRIMARY_ONLY]
    number = german.number
    sentence = (
        f"{number(whole.sets)} erzeugte Sätze verknüpfter Tabellen mit je zwei Freigaben und zusammen {number(whole.cells)} Zahlen: Mit "
        f"der vollständigen Abwehr grenzt der Angreifer {_times(whole.found)} zu eng ein; sind nur die kleinen Zellen gesperrt, "
        f"{_times(bare.found)} in {number(bare.sets_with_finds)} Sätzen."
    )
    lines = [f"| {' | '.join(HEADER)} |", "|---|" + "---:|" * (len(HEADER) - 1)]
    lines += [f"| {total.variant} | " + " | ".join(number(count) for count in _counts(total)) + " |" for total in sums]
    return "\n".join([sentence, "", *lines, ""])


def _times(found: int) -> str:
    return {0: "keine Zahl", 1: "eine Zahl"}.get(found, f"{german.number(found)} Zahlen")


def _counts(total: Sum) -> list[int]:
    return [total.sets, total.cells, total.primary, total.secondary, total.found, total.sets_with_finds]
