"""Public series and assumptions as known on a day, and deliveries small enough to be worked out by hand."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from wiwak_eval.assumptions import Assumptions, Catalogue, Context, Patch, known_context, load_catalogue, load_context, load_scenario
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.shipped import shipped

AS_OF = date(2017, 11, 15)
CONTEXT = load_context(shipped("data") / "context")
FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: {last}\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
HEADER = "Landkreis;Von;Bis;Beratungen;Personen;Simuliert\n"
CASELOAD = Caseload((2018, 2019), (2_000, 1_500), (tuple(range(1_500, 2_500)), tuple(range(1_000, 2_000))))


@cache
def catalogue() -> Catalogue:
    return load_catalogue(shipped("data") / "assumptions")


def view(*patches: Patch, as_of: date = AS_OF, scenario: str = "basis") -> Assumptions:
    chosen = load_scenario(shipped("data") / "scenarios", scenario)
    return Assumptions(catalogue(), chosen.model_copy(update={"patches": (*chosen.patches, *patches)}), as_of)


def known(as_of: date = AS_OF) -> Context:
    return known_context(CONTEXT, view(as_of=as_of))


def delivered(folder: Path, counts: Sequence[int], others: str = "") -> Records:
    """Monthly totals from January 2017 on, and lines of other counties."""
    rows = "".join(f"{month:02d}/2017;{count}\n" for month, count in enumerate(counts, start=1))
    last_day = f"{monthrange(2017, len(counts))[1]}.{len(counts):02d}.2017"
    (folder / "lieferung.yaml").write_text(FACTS.format(last=last_day), encoding="utf-8")
    (folder / "monatsstatistik.csv").write_text(f"Monat;Beratungen\n{rows}", encoding="utf-8")
    if others:
        (folder / "vergleichskreise.csv").write_text(HEADER + others, encoding="utf-8")
    return read_delivery(folder, SIMULATED_KEY)
